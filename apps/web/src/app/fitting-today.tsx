import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useFitting } from '../features/matching/matching.queries.ts'
import { plainReasons } from '../features/matching/plain-reasons.ts'
import { useReasons } from '../features/matching/use-reasons.ts'
import { useOwnOrganisations } from '../features/organisations/organisations.queries.ts'
import { useFormats } from '../lib/format.ts'
import { Link } from '../ui/index.ts'
import { further } from './further-paths.ts'
import { Page, page } from './page.tsx'
import { paths } from './paths.ts'
import { usePlace } from './place.ts'

const SHOWN = 3
const today = page(async () => Fitting, ['matching+fitting', 'organisations', 'places'])

/** Three questions at most that may suit us, on a page that brings no words for them; nothing where none do. */
export const FittingToday = (): ReactNode => (
  <Suspense fallback={null}>
    <Page of={today} />
  </Suspense>
)

function Fitting() {
  const [search] = useSearchParams()
  const own = useOwnOrganisations(usePlace()?.id)
  const current = own.find((one) => one.id === search.get('o')) ?? own[0]
  return current ? <Suiting organisationId={current.id} /> : null
}

function Suiting({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('matching')
  const { shortDate, minutes } = useFormats()
  const { yours } = useReasons('invited')
  const items = useFitting(organisationId).data?.items ?? []
  if (items.length === 0) return null
  return (
    <section>
      <h2 className="govuk-heading-m">{t('fitting.title')}</h2>
      <ul className="govuk-list" aria-label={t('fitting.title')}>
        {items.slice(0, SHOWN).map((one) => (
          <li key={one.challengeId}>
            <Link className="govuk-link" to={paths.challenge({ slug: one.slug })}>
              {one.question}
            </Link>
            <br />
            {plainReasons(one).slice(0, 1).map(yours).join(' ')}{' '}
            {t('fitting.short', { minutes: minutes(one.minutes), day: shortDate(one.closesAt) })}
          </li>
        ))}
      </ul>
      <Link to={further.fitting({}, { o: organisationId })}>{t('fitting.all')}</Link>
    </section>
  )
}
