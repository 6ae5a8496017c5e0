import { type DeskProposal, proposalsContract } from '@howcanwe/shared/proposals'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FramingNotes } from '../../features/framing/framing-notes.tsx'
import { DeskCard } from '../../features/proposals/desk-card.tsx'
import { useProposalsDesk } from '../../features/proposals/proposals.queries.ts'
import { SponsorForm } from '../../features/proposals/sponsor-form.tsx'
import { keyOf } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, Details, EmptyState, NoticeList, PageHeading } from '../../ui/index.ts'
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

const OVER = ['adopted', 'no', 'not-now', 'joined', 'lapsed', 'returned']

function Desk({ placeId }: { placeId: string }) {
  const { t } = useTranslation('proposals')
  const isBroker = useRoles().includes('broker')
  return (
    <>
      <PageHeading title={t('desk.title')} lead={t('desk.lead')} />
      {isBroker ? <ButtonLink to={further.typeProposal()}>{t('desk.type')}</ButtonLink> : null}
      <Loaded query={useProposalsDesk(placeId)} lines={6}>
        {({ items }) => {
          const toRead = items.filter((one) => one.state === 'to-read')
          const waiting = items.filter((one) => ['gathering', 'answering'].includes(one.state))
          const over = items.filter((one) => OVER.includes(one.state))
          return (
            <>
              {isBroker ? (
                <Part title={t('desk.toRead')} none={t('desk.noneRead')} items={toRead} />
              ) : null}
              <Part title={t('desk.waiting')} none={t('desk.none')} items={waiting} />
              {over.length > 0 ? (
                <Details summary={t('desk.over')}>
                  <Cards items={over} label={t('desk.over')} />
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

function Part({ title, none, items }: { title: string; none: string; items: DeskProposal[] }) {
  return (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      {items.length === 0 ? <EmptyState>{none}</EmptyState> : <Cards items={items} label={title} />}
    </>
  )
}

function Cards({ items, label }: { items: readonly DeskProposal[]; label: string }) {
  const client = useQueryClient()
  const place = usePlace()
  const sponsorAs = useSponsorAs(place?.id ?? '')
  const moved = () => void client.invalidateQueries({ queryKey: keyOf(proposalsContract.desk) })
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
          draftOf={(challengeId) => further.coAuthors({ challengeId })}
          sponsoring={
            item.can.sponsor ? (
              <SponsorForm
                proposalId={item.id}
                choices={sponsorAs.filter((one) => one.organisationId === null)}
                onDone={moved}
              />
            ) : undefined
          }
          onMoved={moved}
        />
      ))}
    </NoticeList>
  )
}
