import type { ReactNode } from 'react'
import { useUiWords } from './words.tsx'

/** What every field can be given; strings only, so that the primitives know no language. */
export interface FieldProps {
  label: ReactNode
  /** Name in the form, also the start of its id: 'contact.email' → 'f-contact-email'. */
  name: string
  /** Only where the name is not unique on the page. */
  id?: string
  hint?: ReactNode
  /** One sentence that says how to put it right. */
  error?: string | undefined
  /** Who can see the answer, in one short line under the hint. */
  seenBy?: ReactNode
  /** Adds '(optional)' after the label. */
  optional?: boolean
  /** The label as the heading of a page with one question. */
  labelSize?: 's' | 'm' | 'l'
}

/** The id that a field with this name has, for links from an error summary. */
export const fieldId = (name: string): string => `f-${name.replace(/[^A-Za-z0-9_-]+/g, '-')}`

interface Ids {
  id: string
  describedBy: string | undefined
}

/** Ids of a field and of everything that describes it, in reading order. */
export function idsOf(props: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error' | 'seenBy'>): Ids {
  const id = props.id ?? fieldId(props.name)
  const parts = [
    props.hint ? `${id}-hint` : '',
    props.seenBy ? `${id}-seen` : '',
    props.error ? `${id}-error` : '',
  ].filter(Boolean)
  return { id, describedBy: parts.length > 0 ? parts.join(' ') : undefined }
}

/** Hint, 'who sees this' and error of a field, in that order. */
export function FieldNotes({
  id,
  hint,
  seenBy,
  error,
}: Pick<FieldProps, 'hint' | 'seenBy' | 'error'> & { id: string }) {
  const words = useUiWords()
  return (
    <>
      {hint ? (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      ) : null}
      {seenBy ? (
        <div id={`${id}-seen`} className="hcw-seen-by">
          {seenBy}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="govuk-error-message">
          <span className="govuk-visually-hidden">{words.error}</span> {error}
        </p>
      ) : null}
    </>
  )
}

/** A label, its notes and one control. */
export function FieldShell(props: FieldProps & { children: ReactNode; className?: string }) {
  const words = useUiWords()
  const { id } = idsOf(props)
  const size = props.labelSize ?? 's'
  return (
    <div
      className={`govuk-form-group${props.error ? ' govuk-form-group--error' : ''} ${props.className ?? ''}`}
    >
      <label className={`govuk-label govuk-label--${size}`} htmlFor={id}>
        {props.label}
        {props.optional ? (
          <>
            {' '}
            <span className="hcw-optional">{words.optional}</span>
          </>
        ) : null}
      </label>
      <FieldNotes id={id} hint={props.hint} seenBy={props.seenBy} error={props.error} />
      {props.children}
    </div>
  )
}
