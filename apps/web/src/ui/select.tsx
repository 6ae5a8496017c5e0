import type { ComponentProps } from 'react'
import { type FieldProps, FieldShell, idsOf } from './field.tsx'

export interface Option {
  value: string
  label: string
}

export type SelectProps = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps | 'className' | 'children'> & {
    options: readonly Option[]
    /** First line with the empty value, for example 'Choose an area'. */
    placeholder?: string
  }

/** One choice from a long list; for up to seven choices `Radios` is kinder. */
export function Select(props: SelectProps) {
  const {
    label,
    name,
    id: _id,
    hint,
    error,
    seenBy,
    optional,
    labelSize,
    options,
    placeholder,
    ...select
  } = props
  const { id, describedBy } = idsOf(props)
  return (
    <FieldShell {...{ label, name, id, hint, error, seenBy, optional, labelSize }}>
      <select
        {...select}
        id={id}
        name={name}
        className={`govuk-select${error ? ' govuk-select--error' : ''}`}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldShell>
  )
}
