import { useTranslation } from 'react-i18next'
import { DateField, Select } from '../../../ui/index.ts'
import { Line } from './fields.tsx'
import type { Composer } from './use-composer.ts'
import { CLOSING_TIMES } from './values.ts'
import { workingDays } from './working-days.ts'
import { isDay } from './zoned.ts'

/** Hours asked and the four dates; the closing time is a moment, the others are days. */
export function DatesSection({ composer, today }: { composer: Composer; today: string }) {
  const { t } = useTranslation('challenges')
  const { values, set, errorOf } = composer
  const day = (name: 'resultsBy' | 'startsOn' | 'endsOn') => (
    <DateField
      name={name}
      legend={t(`field.${name}.label`)}
      hint={t(`field.${name}.hint`)}
      error={errorOf(name)}
      value={values[name]}
      onChange={(value) => set({ [name]: value })}
    />
  )
  const left = isDay(values.closesOn) ? workingDays(today, values.closesOn) : null
  const times = CLOSING_TIMES.includes(values.closesTime as (typeof CLOSING_TIMES)[number])
    ? CLOSING_TIMES
    : [values.closesTime, ...CLOSING_TIMES]
  return (
    <>
      <Line composer={composer} name="hoursPerMonth" suffix={t('hours')} width={3} numeric />
      <DateField
        name="closesAt"
        legend={t('field.closesAt.label')}
        hint={t('field.closesAt.hint')}
        error={errorOf('closesAt')}
        value={values.closesOn}
        onChange={(closesOn) => set({ closesOn })}
      />
      {left !== null && left > 0 ? (
        <p className="govuk-hint hcw-under-field" role="status">
          {t(left < 20 ? 'field.closesAt.few' : 'field.closesAt.enough', { count: left })}
        </p>
      ) : null}
      <Select
        name="closesTime"
        label={t('field.closesTime.label')}
        value={values.closesTime}
        onChange={(event) => set({ closesTime: event.target.value })}
        options={times.map((value) => ({ value, label: value }))}
      />
      {day('resultsBy')}
      {day('startsOn')}
      {day('endsOn')}
    </>
  )
}
