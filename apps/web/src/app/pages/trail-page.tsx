import type { Place } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { useCheckpoints } from '../../features/audit/audit.queries.ts'
import { CheckYourself } from '../../features/audit/check-yourself.tsx'
import { Fingerprint } from '../../features/audit/fingerprint.tsx'
import { SaveRecord } from '../../features/audit/save-record.tsx'
import { Loaded } from '../../lib/loaded.tsx'
import { Columns, EmptyState, Loading, PageHeading } from '../../ui/index.ts'
import { usePlace, useRoles } from '../place.ts'
import { useProof } from '../proving.tsx'

/** What is written down here, and how anyone can tell that it stays as it was written (TR2). */
export function TrailPage() {
  const { t } = useTranslation('audit')
  const place = usePlace()
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {place ? <Trail place={place} /> : <Loading />}
    </>
  )
}

function Trail({ place }: { place: Place }) {
  const { t } = useTranslation('audit')
  const checkpoints = useCheckpoints(place.id)
  const isSteward = useRoles().includes('steward')
  return (
    <Columns>
      <Loaded query={checkpoints}>
        {({ items: [newest] }) =>
          newest ? (
            <Fingerprint newest={newest} slug={place.slug} />
          ) : (
            <EmptyState>{t('none')}</EmptyState>
          )
        }
      </Loaded>
      <CheckYourself slug={place.slug} />
      <section>
        <h2 className="govuk-heading-m">{t('limits.title')}</h2>
        <p className="govuk-body">{t('limits.text')}</p>
      </section>
      {isSteward ? <Record place={place} /> : null}
    </Columns>
  )
}

function Record({ place }: { place: Place }) {
  const { prove, step } = useProof()
  return (
    <>
      <SaveRecord place={place} prove={prove} />
      {step}
    </>
  )
}
