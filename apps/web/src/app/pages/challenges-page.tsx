import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { ChallengeList } from '../../features/challenges/challenge-list.tsx'
import '../../features/challenges/challenges.scss'
import { FilterBar } from '../../features/challenges/filter-bar.tsx'
import { readQuery, searchOf } from '../../features/challenges/list-query.ts'
import { SearchBox } from '../../features/challenges/search-box.tsx'
import { Link, PageHeading } from '../../ui/index.ts'
import { further } from '../further-paths.ts'
import { Page, page } from '../page.tsx'
import { paths } from '../paths.ts'
import { usePlace } from '../place.ts'

const keepSearch = page(
  () => import('../keep-search.tsx').then((m) => m.KeepSearch),
  ['alerts', 'places', 'problems'],
)

/** All questions of the place; what is searched and filtered stands in the address, so that it can be shared. */
export function ChallengesPage() {
  const { t } = useTranslation('challenges')
  const navigate = useNavigate()
  const place = usePlace()
  const [search] = useSearchParams()
  const query = readQuery(search)
  const base = paths.challenges()
  const other = query.which === 'open' ? 'past' : 'open'
  return (
    <>
      <PageHeading title={t(`list.title.${query.which}`)} lead={t(`list.lead.${query.which}`)} />
      <SearchBox
        action={base}
        value={query.q}
        onSearch={(q) => navigate(base + searchOf({ ...query, q }))}
      />
      <FilterBar query={query} areas={place?.areas ?? []} base={base} />
      <ChallengeList query={query} to={(slug) => paths.challenge({ slug })} all={base} />
      <Suspense fallback={null}>
        <Page of={keepSearch} />
      </Suspense>
      <p className="govuk-body">
        <Link to={base + searchOf({ ...query, q: '', closesWithin: null, which: other })}>
          {t(`list.switch.${other}`)}
        </Link>
      </p>
      <p className="govuk-body">
        <Link to={paths.beingRead()}>{t('beingRead')}</Link>
      </p>
      <p className="govuk-body">
        <Link to={further.proposals()}>{t('fromResidents')}</Link>
      </p>
    </>
  )
}
