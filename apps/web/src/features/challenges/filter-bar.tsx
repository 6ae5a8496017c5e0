import { type Place, THEMES } from '@howcanwe/shared/places'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Details, Link } from '../../ui/index.ts'
import { CLOSES_WITHIN, type ListQuery, searchOf, toggled } from './list-query.ts'

interface Option {
  key: string
  name: string
  on: boolean
  next: ListQuery
}

/** Filters are links: they can be opened in a tab, sent to somebody and kept. */
function Options({ options, base }: { options: readonly Option[]; base: string }) {
  const { t } = useTranslation('challenges')
  return (
    <ul className="hcw-filter__options">
      {options.map(({ key, name, on, next }) => (
        <li key={key}>
          <Link to={base + searchOf(next)} aria-current={on || undefined}>
            {name}
            {on ? <span className="govuk-visually-hidden"> {t('filter.on')}</span> : null}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Group({
  title,
  chosen,
  children,
}: {
  title: string
  chosen: number
  children: ReactNode
}) {
  const { t } = useTranslation('challenges')
  return (
    <Details summary={chosen > 0 ? t('filter.withCount', { title, count: chosen }) : title}>
      {children}
    </Details>
  )
}

export interface FilterBarProps {
  query: ListQuery
  areas: Place['areas']
  /** The list's own address. */
  base: string
}

/** Narrow the list by theme, area and closing date; what is on can be taken off again one by one. */
export function FilterBar({ query, areas, base }: FilterBarProps) {
  const { t } = useTranslation(['challenges', 'places'])
  const themes = THEMES.map((theme) => ({
    key: theme,
    name: t(`places:themes.${theme}`),
    on: query.theme.includes(theme),
    next: { ...query, theme: toggled(query.theme, theme) },
  }))
  const places = areas.map((area) => ({
    key: area.id,
    name: area.name,
    on: query.areaId.includes(area.id),
    next: { ...query, areaId: toggled(query.areaId, area.id) },
  }))
  const closing = CLOSES_WITHIN.map((days) => ({
    key: String(days),
    name: t('filter.within', { count: days }),
    on: query.closesWithin === days,
    next: { ...query, closesWithin: query.closesWithin === days ? null : days },
  }))
  const on = [...themes, ...places, ...closing].filter((option) => option.on)
  return (
    <nav className="hcw-filter" aria-label={t('filter.label')}>
      <div className="hcw-filter__groups">
        <Group title={t('filter.theme')} chosen={query.theme.length}>
          <Options options={themes} base={base} />
        </Group>
        {areas.length > 1 ? (
          <Group title={t('filter.area')} chosen={query.areaId.length}>
            <Options options={places} base={base} />
          </Group>
        ) : null}
        {query.which === 'open' ? (
          <Group title={t('filter.closing')} chosen={query.closesWithin ? 1 : 0}>
            <Options options={closing} base={base} />
          </Group>
        ) : null}
      </div>
      {on.length > 0 ? (
        <p className="hcw-filter__on">
          <span>{t('filter.showing')}</span>
          {on.map(({ key, name, next }) => (
            <Link key={key} className="hcw-filter__chip" to={base + searchOf(next)}>
              {name}
              <span aria-hidden="true"> ×</span>
              <span className="govuk-visually-hidden"> {t('filter.remove')}</span>
            </Link>
          ))}
        </p>
      ) : null}
    </nav>
  )
}
