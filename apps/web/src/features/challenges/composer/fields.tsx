import { useTranslation } from 'react-i18next'
import { TextArea, TextField } from '../../../ui/index.ts'
import type { Composer } from './use-composer.ts'
import type { Values } from './values.ts'

/** Names of the boxes that hold plain text. */
type TextName = {
  [K in keyof Values]: Values[K] extends string ? K : never
}[keyof Values]

interface BoxProps {
  composer: Composer
  name: TextName
}

/** A box for a few sentences, with its label, hint and limit from the catalogue. */
export function Words({
  composer,
  name,
  rows = 4,
  ...more
}: BoxProps & { rows?: number; maxCharacters?: number; maxWords?: number; optional?: boolean }) {
  const { t } = useTranslation('challenges')
  return (
    <TextArea
      {...more}
      rows={rows}
      name={name}
      label={t(`field.${name}.label`)}
      hint={t(`field.${name}.hint`)}
      error={composer.errorOf(name)}
      value={composer.values[name]}
      onChange={(event) => composer.set({ [name]: event.target.value })}
    />
  )
}

/** A box for a figure or a short line. */
export function Line({
  composer,
  name,
  prefix,
  suffix,
  width,
  numeric,
  optional,
}: BoxProps & {
  prefix?: string
  suffix?: string
  width?: 3 | 5 | 10 | 20
  numeric?: boolean
  optional?: boolean
}) {
  const { t } = useTranslation('challenges')
  const hint = t(`field.${name}.hint`, { defaultValue: '' })
  return (
    <TextField
      name={name}
      label={t(`field.${name}.label`)}
      hint={hint || undefined}
      error={composer.errorOf(name)}
      prefix={prefix}
      suffix={suffix}
      width={width}
      optional={optional}
      autoComplete="off"
      inputMode={numeric ? 'decimal' : undefined}
      value={composer.values[name]}
      onChange={(event) => composer.set({ [name]: event.target.value })}
    />
  )
}
