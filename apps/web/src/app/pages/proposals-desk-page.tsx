import { type DeskProposal, proposalsContract } from '@howcanwe/shared/proposals'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FramingNotes } from '../../features/framing/framing-notes.tsx'
import { DeskCard } from '../../features/proposals/desk-card.tsx'
import { useProposalsDesk } from '../../features/proposals/proposals.queries.ts'
import { SponsorForm } from '../../features/proposals/sponsor-form.tsx'
import { keyOf } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, Details, EmptyState, Notice, NoticeList, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace, useRoles } from '../place.ts'
import { SignedIn } from '../signed-in.tsx'
import { useSponsorAs } from '../sponsor-as.ts'
import { TakeAlong } from '../take-along.tsx'

/** Questions from residents that wait for somebody of the place: to read, to sponsor, to answer (CH9). */
export function ProposalsDeskPage() {
  const place = usePlace()
  return (
    <SignedIn roles={['broker', 'commissioner', 'elected-member']}>
      {place ? <Desk placeId={place.id} /> : null}
    </SignedIn>
  )
}

/** What was just done, said above the lists: what it was done to stands elsewhere by then. */
interface Said {
  words: string
  count: number
}
type Moved = (words: string) => void

const OVER = ['adopted', 'no', 'not-now', 'joined', 'lapsed', 'returned']

function Desk({ placeId }: { placeId: string }) {
  const { t } = useTranslation('proposals')
  const isBroker = useRoles().includes('broker')
  const [said, setSaid] = useState<Said>()
  const moved: Moved = (words) => setSaid((before) => ({ words, count: (before?.count ?? 0) + 1 }))
  return (
    <>
      <PageHeading title={t('desk.title')} lead={t('desk.lead')} />
      {isBroker ? <ButtonLink to={further.typeProposal()}>{t('desk.type')}</ButtonLink> : null}
      {said ? <Notice key={said.count} kind="success" heading={said.words} focus /> : null}
      <Loaded query={useProposalsDesk(placeId)} lines={6}>
        {({ items }) => {
          const toRead = items.filter((one) => one.state === 'to-read')
          const waiting = items.filter((one) => ['gathering', 'answering'].includes(one.state))
          const over = items.filter((one) => OVER.includes(one.state))
          return (
            <>
              {isBroker ? (
                <Part
                  title={t('desk.toRead')}
                  none={t('desk.noneRead')}
                  items={toRead}
                  moved={moved}
                />
              ) : null}
              <Part title={t('desk.waiting')} none={t('desk.none')} items={waiting} moved={moved} />
              {over.length > 0 ? (
                <Details summary={t('desk.over')}>
                  <Cards items={over} label={t('desk.over')} moved={moved} />
                </Details>
              ) : null}
            </>
          )
        }}
      </Loaded>
      <TakeAlong list="proposals" about={placeId} />
    </>
  )
}

interface PartProps {
  title: string
  none: string
  items: DeskProposal[]
  moved: Moved
}

function Part({ title, none, items, moved }: PartProps) {
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      {items.length === 0 ? (
        <EmptyState>{none}</EmptyState>
      ) : (
        <Cards items={items} label={title} moved={moved} />
      )}
    </>
  )
}

function Cards({
  items,
  label,
  moved,
}: {
  items: readonly DeskProposal[]
  label: string
  moved: Moved
}) {
  const client = useQueryClient()
  const place = usePlace()
  const sponsorAs = useSponsorAs(place?.id ?? '')
  const changed = () => void client.invalidateQueries({ queryKey: keyOf(proposalsContract.desk) })
  return (
    <NoticeList label={label}>
      {items.map((item) => (
        <DeskCard
          key={item.id}
          item={item}
          area={place?.areas.find(({ id }) => id === item.areaId)?.name}
          notes={
            <FramingNotes findings={item.notes} only="#/body/question" onUse={() => undefined} />
          }
          pageOf={(proposalId) => further.proposal({ proposalId })}
          sheetOf={(proposalId) => further.supportSheet({ proposalId })}
          draftOf={(challengeId) => further.coAuthors({ challengeId })}
          sponsoring={
            item.can.sponsor ? (
              <SponsorForm
                proposalId={item.id}
                choices={sponsorAs.filter((one) => one.organisationId === null)}
                onDone={changed}
              />
            ) : undefined
          }
          onChanged={changed}
          onMoved={(said) => {
            changed()
            moved(said)
          }}
        />
      ))}
    </NoticeList>
  )
}
