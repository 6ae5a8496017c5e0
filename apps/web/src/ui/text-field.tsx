import type { ComponentProps, ReactNode } from 'react'
import { type FieldProps, FieldShell, idsOf } from './field.tsx'

type Input = Omit<ComponentProps<'input'>, keyof FieldProps | 'size' | 'className'>

export type TextFieldProps = FieldProps &
  Input & {
    /** Characters the box has room for; tells people how much is expected. */
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
    prefix?: ReactNode
    suffix?: ReactNode
  }

/** One line of text. Spread react-hook-form's `register('name')` on it. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    name,
    id: _id,
    hint,
    error,
    seenBy,
    optional,
    labelSize,
    width,
    prefix,
    suffix,
    ...input
  } = props
  const { id, describedBy } = idsOf(props)
  const control = (
    <input
      type="text"
      {...input}
      id={id}
      name={name}
      className={`govuk-input${width ? ` govuk-input--width-${width}` : ''}${error ? ' govuk-input--error' : ''}`}
      aria-describedby={describedBy}
      aria-invalid={error ? true : undefined}
    />
  )
  return (
    <FieldShell {...{ label, name, id, hint, error, seenBy, optional, labelSize }}>
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix ? (
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          ) : null}
          {control}
          {suffix ? (
            <div className="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          ) : null}
        </div>
      ) : (
        control
      )}
    </FieldShell>
  )
}
