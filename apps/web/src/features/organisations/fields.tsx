import type { Place, Theme } from '@howcanwe/shared/places'
import { THEMES } from '@howcanwe/shared/places'
import { useTranslation } from 'react-i18next'
import { Checkboxes } from '../../ui/index.ts'
import { toggled } from './toggled.ts'
import './organisations.scss'

interface ListField<T extends string> {
  value: readonly T[]
  onChange: (value: T[]) => void
  error: string | undefined
}

const ALL = 'all'

/** The neighbourhoods of the place; one tick for all of them. */
export function AreasField({
  place,
  value,
  onChange,
  error,
}: ListField<string> & { place: Place }) {
  const { t } = useTranslation('organisations')
  const ids = place.areas.map((a) => a.id)
  const whole = ids.every((id) => value.includes(id))
  const choices = place.areas.map((a) => ({ value: a.id, label: a.name }))
  const all = { value: ALL, label: t('fields.wholePlace', { place: place.name }) }
  return (
    <Checkboxes
      legend={t('fields.areas')}
      name="areaIds"
      error={error}
      choices={ids.length > 1 ? [all, ...choices] : choices}
      value={whole ? [ALL, ...value] : value}
      onChange={async (event) => {
        const { value: ticked, checked } = event.target
        if (ticked === ALL) onChange(checked ? ids : [])
        else onChange(toggled(value, event, ids))
      }}
    />
  )
}

export interface ThemesFieldProps extends ListField<Theme> {
  /** What is asked, where it is not the organisation's work; with a hint of its own. */
  asks?: { legend: string; hint: string }
}

/** What something is about, from the one list that challenges use too; the organisation's work unless said otherwise. */
export function ThemesField({ value, onChange, error, asks }: ThemesFieldProps) {
  const { t } = useTranslation(['organisations', 'places'])
  return (
    <div className="hcw-two-columns">
      <Checkboxes
        legend={asks?.legend ?? t('fields.themes')}
        hint={asks?.hint ?? t('fields.themesHint')}
        name="themes"
        error={error}
        choices={THEMES.map((one) => ({ value: one, label: t(`places:themes.${one}`) }))}
        value={value}
        onChange={async (event) => onChange(toggled(value, event, THEMES))}
      />
    </div>
  )
}
