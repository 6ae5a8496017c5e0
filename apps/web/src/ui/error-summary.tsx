import { type MouseEvent, useEffect, useRef } from 'react'
import { fieldId } from './field.tsx'
import { useUiWords } from './words.tsx'

export interface SummaryError {
  /** The field's name; the link moves focus there. Left out for an error of the whole form. */
  name?: string
  message: string
}

export interface ErrorSummaryProps {
  errors: readonly SummaryError[]
  /** Instead of 'There is a problem'. */
  title?: string
  /** False where it is only shown, as in the styleguide. */
  focus?: boolean
}

/** Opens what hides a field, then puts the cursor in it. */
function goTo(event: MouseEvent<HTMLAnchorElement>) {
  const id = event.currentTarget.hash.slice(1)
  const field = document.getElementById(id)
  if (!field) return
  event.preventDefault()
  const shell =
    field.closest('fieldset') ?? document.querySelector(`label[for="${CSS.escape(id)}"]`)
  ;(shell ?? field).scrollIntoView?.({ block: 'start' })
  field.focus({ preventScroll: true })
}

/** What is wrong, above a form. Takes focus when it appears and when its list changes; draws nothing if empty. */
export function ErrorSummary({ errors, title, focus = true }: ErrorSummaryProps) {
  const words = useUiWords()
  const box = useRef<HTMLDivElement>(null)
  const key = errors.map((e) => `${e.name}:${e.message}`).join('|')
  useEffect(() => {
    if (key && focus) box.current?.focus()
  }, [key, focus])
  if (errors.length === 0) return null
  return (
    <div ref={box} className="govuk-error-summary" tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title ?? words.problemTitle}</h2>
        <ul className="govuk-list govuk-error-summary__list">
          {errors.map((error) => (
            <li key={`${error.name}:${error.message}`}>
              {error.name === undefined ? (
                error.message
              ) : (
                <a href={`#${fieldId(error.name)}`} onClick={goTo}>
                  {error.message}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
