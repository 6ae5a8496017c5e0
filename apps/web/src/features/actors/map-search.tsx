import type { MapActor } from '@howcanwe/shared/actors'
import { SECTORS } from '@howcanwe/shared/organisations'
import { type Place, THEMES } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { Select, TextField } from '../../ui/index.ts'
import type { MapQuery } from './map-filter.ts'

/** Narrow the list by a word, a sector, a theme and an area; only what somebody here has is on offer. */
export function MapSearch({
  query,
  items,
  areas,
  onChange,
}: {
  query: MapQuery
  items: readonly MapActor[]
  areas: Place['areas']
  onChange: (query: MapQuery) => void
}) {
  const { t } = useTranslation(['actors', 'organisations', 'places'])
  const set = (key: keyof MapQuery) => (event: { target: { value: string } }) =>
    onChange({ ...query, [key]: event.target.value })
  const chosen = (key: 'sector' | 'theme' | 'area') => ({
    name: key,
    label: t(`actors:search.${key}`),
    placeholder: t('actors:search.all'),
    value: query[key],
    onChange: set(key),
  })
  return (
    <search>
      <TextField
        name="q"
        label={t('actors:search.q')}
        hint={t('actors:search.qHint')}
        value={query.q}
        onChange={set('q')}
        autoComplete="off"
      />
      <Select
        {...chosen('sector')}
        options={SECTORS.filter((s) => items.some((i) => i.sector === s)).map((value) => ({
          value,
          label: t(`organisations:sectors.${value}`),
        }))}
      />
      <Select
        {...chosen('theme')}
        options={THEMES.filter((s) => items.some((i) => i.themes.includes(s))).map((value) => ({
          value,
          label: t(`places:themes.${value}`),
        }))}
      />
      {areas.length > 1 ? (
        <Select
          {...chosen('area')}
          options={areas.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
    </search>
  )
}
