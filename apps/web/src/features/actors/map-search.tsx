import { SECTORS } from '@howcanwe/shared/organisations'
import { type Place, THEMES } from '@howcanwe/shared/places'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, Select, TextField } from '../../ui/index.ts'
import { type MapQuery, readMap } from './map-query.ts'

/** Narrow the map by a word, a sector, a theme, an area and who is new to us. What is asked stands in the address. */
export function MapSearch({
  action,
  query,
  areas,
  own,
  onSearch,
}: {
  /** The map's own address: a form that is sent there does the same. */
  action: string
  query: MapQuery
  areas: Place['areas']
  /** The reader's organisations here. */
  own: readonly { id: string; name: string }[]
  onSearch: (query: MapQuery) => void
}) {
  const { t } = useTranslation(['actors', 'organisations', 'places'])
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new URLSearchParams()
    for (const [name, value] of new FormData(event.currentTarget)) typed.set(name, String(value))
    onSearch({ ...readMap(typed), with: query.with, by: query.by })
  }
  const chosen = (name: 'sector' | 'theme' | 'areaId' | 'newTo') => ({
    name,
    label: t(`actors:search.${name}`),
    placeholder: t('actors:search.all'),
    defaultValue: query[name],
  })
  return (
    <search>
      <form action={action} onSubmit={search}>
        <TextField
          name="q"
          label={t('actors:search.q')}
          hint={t('actors:search.qHint')}
          defaultValue={query.q}
          maxLength={100}
          autoComplete="off"
        />
        <Select
          {...chosen('sector')}
          options={SECTORS.map((value) => ({ value, label: t(`organisations:sectors.${value}`) }))}
        />
        <Select
          {...chosen('theme')}
          options={THEMES.map((value) => ({ value, label: t(`places:themes.${value}`) }))}
        />
        {areas.length > 1 ? (
          <Select
            {...chosen('areaId')}
            options={areas.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        {own.length > 0 ? (
          <Select
            {...chosen('newTo')}
            hint={t('actors:search.newToHint')}
            options={own.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <Button type="submit" kind="secondary">
          {t('actors:search.find')}
        </Button>
      </form>
    </search>
  )
}
