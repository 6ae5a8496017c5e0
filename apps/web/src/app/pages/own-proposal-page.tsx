import { type OwnProposal, proposalsContract } from '@howcanwe/shared/proposals'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Door } from '../../features/proposals/door.ts'
import { OwnView } from '../../features/proposals/own-view.tsx'
import { SlipForm } from '../../features/proposals/slip-form.tsx'
import { queryFor, useCall } from '../../lib/api.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { useSession } from '../../lib/session.ts'
import { Columns, EmptyState, Loading, Notice, PageHeading, SideNote } from '../../ui/index.ts'
import { Contact } from '../contact.tsx'
import { further } from '../further-paths.ts'
import { usePlace } from '../place.ts'
import { useToken } from '../use-token.ts'

/** One's own question: with the slip, or signed in with an address or number that is proven one's own. */
export function OwnProposalPage() {
  const { t } = useTranslation('proposals')
  const token = useToken(further.ownProposal())
  const [opened, setOpened] = useState<string>()
  const key = opened ?? token
  const place = usePlace()
  const { status } = useSession()
  const help = place ? (
    <SideNote title={t('page.ask')} isAtFoot>
      <Contact contact={place.contact} />
    </SideNote>
  ) : undefined
  return (
    <>
      <PageHeading title={t('own.title')} lead={t('own.lead')} />
      <Columns aside={help} asideLabel={t('page.ask')}>
        {token === undefined || status === 'loading' ? <Loading lines={3} /> : null}
        {key ? <BySlip token={key} /> : null}
        {key === '' && status === 'signed-in' ? <Mine /> : null}
        {key === '' && status !== 'loading' ? <SlipForm onOpened={setOpened} /> : null}
      </Columns>
    </>
  )
}

function BySlip({ token }: { token: string }) {
  const call = useCall()
  const query = useQuery({
    queryKey: ['own-proposal', token],
    queryFn: () => call(proposalsContract.own, { body: { door: { token } } }),
    retry: false,
    gcTime: 0,
  })
  return (
    <Loaded query={query} lines={5}>
      {(own) => <One before={own} door={{ token }} />}
    </Loaded>
  )
}

function Mine() {
  const { t } = useTranslation('proposals')
  const query = useQuery({ ...queryFor(proposalsContract.mine), staleTime: 0 })
  return (
    <Loaded query={query} lines={5}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState>{t('own.none')}</EmptyState>
        ) : (
          items.map((own) => <One key={own.id} before={own} door={{ proposalId: own.id }} />)
        )
      }
    </Loaded>
  )
}

function One({ before, door }: { before: OwnProposal; door: Door }) {
  const { t } = useTranslation('proposals')
  const place = usePlace()
  const [after, setAfter] = useState<OwnProposal | 'gone'>()
  if (after === 'gone')
    return (
      <Notice kind="success" heading={t('own.gone')} focus>
        <p className="govuk-body">{t('own.goneText')}</p>
      </Notice>
    )
  const own = after ?? before
  const isSentAgain = before.state === 'returned' && own.state === 'to-read'
  return (
    <>
      {isSentAgain ? <Notice kind="success" heading={t('own.sent')} focus /> : null}
      <OwnView
        key={`${own.id} ${own.state}`}
        own={own}
        door={door}
        areas={place?.areas ?? []}
        pageOf={(proposalId) => further.proposal({ proposalId })}
        onChanged={setAfter}
        onGone={() => setAfter('gone')}
      />
    </>
  )
}
