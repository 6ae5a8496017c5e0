import { type ChangeEvent, type ComponentProps, useEffect, useRef, useState } from 'react'
import { type FieldProps, FieldShell, idsOf } from './field.tsx'
import { type UiWords, useUiWords } from './words.tsx'

export type TextAreaProps = FieldProps &
  Omit<ComponentProps<'textarea'>, keyof FieldProps | 'className'> & {
    /** Shows how many characters are left, counted as the server counts: in code points. */
    maxCharacters?: number
    /** Shows how many words are left instead. */
    maxWords?: number
  }

const SAY_AFTER_MS = 1000

const countOf = (text: string, inWords: boolean): number =>
  inWords ? (text.match(/\S+/g) ?? []).length : [...text].length

function sentenceOf(words: UiWords, left: number, inWords: boolean): string {
  if (left < 0) return inWords ? words.wordsOver(-left) : words.charactersOver(-left)
  return inWords ? words.wordsLeft(left) : words.charactersLeft(left)
}

/** What is left is shown at once and said only when the typing pauses. */
function Count({ id, left, inWords }: { id: string; left: number; inWords: boolean }) {
  const sentence = sentenceOf(useUiWords(), left, inWords)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(sentence), SAY_AFTER_MS)
    return () => clearTimeout(timer)
  }, [sentence])
  return (
    <>
      <p id={`${id}-count`} className={`hcw-count${left < 0 ? ' hcw-count--over' : ''}`}>
        {sentence}
      </p>
      <p className="govuk-visually-hidden" aria-live="polite">
        {said}
      </p>
    </>
  )
}

function passOn(ref: TextAreaProps['ref'], element: HTMLTextAreaElement | null) {
  if (typeof ref === 'function') return ref(element)
  if (ref) ref.current = element
  return undefined
}

/** Several lines of text, with a count when a limit is given. Spread `register('name')` on it. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    name,
    id: _id,
    hint,
    error,
    seenBy,
    optional,
    labelSize,
    maxCharacters,
    maxWords,
    onChange,
    ref,
    ...area
  } = props
  const { id, describedBy } = idsOf(props)
  const limit = maxWords ?? maxCharacters
  const inWords = maxWords !== undefined
  const box = useRef<HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState(String(area.defaultValue ?? ''))
  // A form that holds its own values writes into the box, at first and when it is emptied, and no event tells of it.
  useEffect(() => setTyped(box.current?.value ?? ''))
  const text = area.value === undefined ? typed : String(area.value)
  const changed = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setTyped(event.target.value)
    onChange?.(event)
  }
  const described = [describedBy, limit === undefined ? '' : `${id}-count`]
    .filter(Boolean)
    .join(' ')
  return (
    <FieldShell {...{ label, name, id, hint, error, seenBy, optional, labelSize }}>
      <textarea
        rows={5}
        {...area}
        ref={(element) => {
          box.current = element
          return passOn(ref, element)
        }}
        id={id}
        name={name}
        onChange={changed}
        className={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        aria-describedby={described || undefined}
        aria-invalid={error ? true : undefined}
      />
      {limit === undefined ? null : (
        <Count id={id} left={limit - countOf(text, inWords)} inWords={inWords} />
      )}
    </FieldShell>
  )
}
