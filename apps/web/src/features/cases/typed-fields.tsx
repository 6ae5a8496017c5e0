import { typedFor } from '@howcanwe/shared/cases'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { Checkboxes, Fieldset, TextField } from '../../ui/index.ts'

export type Typed = z.input<typeof typedFor>
const EMPTY = { whoAsked: '', consentReference: '', minutes: '10', readBack: false }
type Values = typeof EMPTY
type Wrong = Partial<Record<keyof Values, string>>

/** Pure: what a broker said of the typing, or which of it is missing. */
export function typedOf(values: Values): { typed: Typed } | { missing: (keyof Values)[] } {
  const read = z.safeParse(typedFor, { ...values, minutes: Number(values.minutes || 'x') })
  if (read.success) return { typed: read.data }
  return {
    missing: [
      ...new Set(read.error.issues.map((issue) => String(issue.path[0]))),
    ] as (keyof Values)[],
  }
}

/**
 * Who asked, that it was read back, and how many minutes; `take` gives it or shows what is missing.
 *
 * @param whoAsked where they said so a moment ago
 */
export function useTyped(whoAsked = '') {
  const { t } = useTranslation('typed')
  const [values, setValues] = useState<Values>({ ...EMPTY, whoAsked })
  const [wrong, setWrong] = useState<Wrong>({})
  const take = (): Typed | null => {
    const read = typedOf(values)
    if ('typed' in read) {
      setWrong({})
      return read.typed
    }
    setWrong(Object.fromEntries(read.missing.map((name) => [name, t(`errors.${name}`)])))
    document.getElementById(`f-${read.missing[0]}`)?.focus()
    return null
  }
  return {
    values,
    wrong,
    take,
    set: (change: Partial<Values>) => setValues((before) => ({ ...before, ...change })),
  }
}

/** Who asked for it and how they agreed, and the tick that it was read back (PE3). */
export function TypedFields({ of: { values, wrong, set } }: { of: ReturnType<typeof useTyped> }) {
  const { t } = useTranslation('typed')
  const text = (name: 'whoAsked' | 'consentReference' | 'minutes') => ({
    name,
    value: values[name],
    error: wrong[name],
    onChange: ({ target }: { target: { value: string } }) => set({ [name]: target.value }),
  })
  return (
    <Fieldset name="typed" legend={t('fields.legend')} legendSize="m" hint={t('fields.hint')}>
      <TextField {...text('whoAsked')} label={t('fields.who')} />
      <TextField {...text('consentReference')} label={t('fields.consent')} optional />
      <TextField {...text('minutes')} label={t('fields.minutes')} inputMode="numeric" width={3} />
      <Checkboxes
        name="readBack"
        legend={t('fields.readBackLegend')}
        error={wrong.readBack}
        choices={[{ value: 'yes', label: t('fields.readBack') }]}
        value={values.readBack ? ['yes'] : []}
        onChange={({ target }) => set({ readBack: target.checked })}
      />
    </Fieldset>
  )
}
