import { proposalsContract } from '@howcanwe/shared/proposals'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProposalList } from '../../features/proposals/proposal-list.tsx'
import { useProposals } from '../../features/proposals/proposals.queries.ts'
import { keyOf } from '../../lib/api.ts'
import { useFormats } from '../../lib/format.ts'
import { Loaded } from '../../lib/loaded.tsx'
import { ButtonLink, EmptyState, Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { usePlace, useRoles } from '../place.ts'

/** For stewards alone: nobody else is made to carry a form. */
const SettingsForm = lazy(async () => ({
  default: (await import('../../features/proposals/settings-form.tsx')).SettingsForm,
}))

const pageOf = (proposalId: string) => further.proposal({ proposalId })

/** Questions residents put on the table: those that wait, then those that were answered (CH9). */
export function ProposalsPage() {
  const { t } = useTranslation('proposals')
  const place = usePlace()
  const client = useQueryClient()
  const isSteward = useRoles().includes('steward')
  return (
    <>
      <PageHeading title={t('list.title')} lead={t('list.lead')} />
      <ButtonLink to={further.putProposal()}>{t('list.put')}</ButtonLink>
      <p className="govuk-body hcw-soft">{t('list.putHint')}</p>
      <Loaded query={useProposals(place?.id, 'open')} lines={5}>
        {({ items, settings }) => (
          <>
            <Needed settings={settings} />
            {isSteward && place ? (
              <Suspense>
                <SettingsForm
                  placeId={place.id}
                  needed={settings.supportNeeded}
                  onSet={() =>
                    void client.invalidateQueries({ queryKey: keyOf(proposalsContract.list) })
                  }
                />
              </Suspense>
            ) : null}
            <h2 className="govuk-heading-m">{t('list.open')}</h2>
            {items.length === 0 ? (
              <EmptyState>{t('list.none')}</EmptyState>
            ) : (
              <ProposalList items={items} label={t('list.open')} pageOf={pageOf} />
            )}
          </>
        )}
      </Loaded>
      <Answered placeId={place?.id} />
      <p className="govuk-body">
        <Link to={further.ownProposal()}>{t('list.own')}</Link>
      </p>
    </>
  )
}

function Needed({
  settings: { supportNeeded, source, since },
}: {
  settings: { supportNeeded: number; source: string | null; since: Date | null }
}) {
  const { t } = useTranslation('proposals')
  const { date } = useFormats()
  return (
    <p className="govuk-body">
      {t('list.needed', { count: supportNeeded })}{' '}
      {source && since ? t('list.neededSource', { day: date(since), source }) : null}
    </p>
  )
}

/** Asked for when somebody looks: most come for what still waits. */
function Answered({ placeId }: { placeId: string | undefined }) {
  const { t } = useTranslation('proposals')
  const [wanted, setWanted] = useState(false)
  const query = useProposals(wanted ? placeId : undefined, 'answered')
  return (
    <details
      className="hcw-details"
      onToggle={({ currentTarget }) => setWanted(currentTarget.open || wanted)}
    >
      <summary className="hcw-details__summary">
        <span>{t('list.answered')}</span>
      </summary>
      {wanted ? (
        <Loaded query={query} lines={3}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="govuk-body">{t('list.noneAnswered')}</p>
            ) : (
              <ProposalList items={items} label={t('list.answered')} pageOf={pageOf} />
            )
          }
        </Loaded>
      ) : null}
    </details>
  )
}
