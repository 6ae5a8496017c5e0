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

/** A page may hold the same form several times; then its fields have ids of their own, but still their names. */
function fieldFor(link: HTMLAnchorElement, name: string): HTMLElement | null {
  const inForm = [...(link.closest('form')?.elements ?? [])].find(
    (one) => one.getAttribute('name') === name,
  )
  return inForm instanceof HTMLElement ? inForm : document.getElementById(link.hash.slice(1))
}

/** Opens what hides a field, then puts the cursor in it. */
function goTo(event: MouseEvent<HTMLAnchorElement>, name: string) {
  const field = fieldFor(event.currentTarget, name)
  if (!field) return
  event.preventDefault()
  const shell =
    field.closest('fieldset') ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`)
  ;(shell ?? field).scrollIntoView?.({ block: 'start' })
  field.focus({ preventScroll: true })
}

function Message({ name, message }: SummaryError) {
  if (name === undefined) return message
  return (
    <a href={`#${fieldId(name)}`} onClick={(event) => goTo(event, name)}>
      {message}
    </a>
  )
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
              <Message {...error} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
