import { MAP_WITH, type MapCounts } from '@howcanwe/shared/actors'
import { useTranslation } from 'react-i18next'
import { Link } from '../../ui/index.ts'
import { type MapQuery, searchOf } from './map-query.ts'

/** How many offer, ask, run, lend and need something; each a link to those alone. */
export function WithLinks({
  counts,
  query,
  base,
}: {
  counts: MapCounts
  query: MapQuery
  /** The map's own address. */
  base: string
}) {
  const { t } = useTranslation('actors')
  const choices = [
    { key: '', count: counts.all } as const,
    ...MAP_WITH.flatMap((key) => (counts[key] === null ? [] : [{ key, count: counts[key] }])),
  ]
  return (
    <nav aria-label={t('with.label')}>
      <ul className="hcw-map-with">
        {choices.map(({ key, count }) => (
          <li key={key}>
            <Link
              className="govuk-link"
              to={base + searchOf({ ...query, with: key, cursor: '' })}
              aria-current={query.with === key || undefined}
            >
              {t(`with.${key || 'all'}`, { count })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
