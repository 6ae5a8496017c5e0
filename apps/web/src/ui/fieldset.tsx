import type { ReactNode } from 'react'
import { FieldNotes, type FieldProps, idsOf } from './field.tsx'
import { useUiWords } from './words.tsx'

export type FieldsetProps = Omit<FieldProps, 'label' | 'labelSize'> & {
  legend: ReactNode
  legendSize?: 's' | 'm' | 'l'
  children: ReactNode
}

/** Several controls that answer one question. The group itself carries hint and error. */
export function Fieldset(props: FieldsetProps) {
  const words = useUiWords()
  const { id, describedBy } = idsOf(props)
  return (
    <div className={`govuk-form-group${props.error ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset" aria-describedby={describedBy}>
        <legend
          className={`govuk-fieldset__legend govuk-fieldset__legend--${props.legendSize ?? 's'}`}
        >
          {props.legend}
          {props.optional ? (
            <>
              {' '}
              <span className="hcw-optional">{words.optional}</span>
            </>
          ) : null}
        </legend>
        <FieldNotes id={id} hint={props.hint} seenBy={props.seenBy} error={props.error} />
        {props.children}
      </fieldset>
    </div>
  )
}
