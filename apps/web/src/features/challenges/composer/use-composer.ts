import { challengesContract, type Draft } from '@howcanwe/shared/challenges'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../../lib/api.ts'
import { dropDraft, keepDraft } from '../../../lib/drafts.ts'
import { type FieldError, fieldErrorsOf, fieldSentence, nameOf } from '../../../lib/errors.ts'
import { useAutosave } from '../../../lib/use-autosave.ts'
import { openingIn } from '../question.ts'
import { type Body, bodyOf, changedIn } from './body.ts'
import { inOrder } from './sections.ts'
import { type Values, valuesOf } from './values.ts'

/** The key of the copy on this device; gone as soon as the service has the words. */
export const deviceKey = (challengeId: string): string => `challenge:${challengeId}`

/** What the composer knows and can do. */
export type Composer = ReturnType<typeof useComposer>

/**
 * The composer's state: what stands in the boxes, what the service has of it, and what still is missing.
 *
 * @param first the draft as it was read
 * @param zone IANA zone of the place
 * @param kept words that never reached the service, from this device
 */
export function useComposer(first: Draft, zone: string, kept: Values | null) {
  const { t, i18n } = useTranslation(['challenges', 'problems'])
  const call = useCall()
  const opening = openingIn(i18n.language)
  const [values, setValues] = useState<Values>(() => kept ?? valuesOf(first, zone, opening))
  const typed = useRef(values)
  const newest = useRef(first)
  const [latest, setLatest] = useState(first)
  const [checked, setChecked] = useState(false)
  const [formKey, setFormKey] = useState(0)
  const version = useRef(first.version)
  const stored = useRef<Body>(bodyOf(valuesOf(first, zone, opening), zone).body)
  const params = { challengeId: first.id }

  const take = (draft: Draft) => {
    version.current = draft.version
    newest.current = draft
    setLatest(draft)
  }
  const autosave = useAutosave<Values>({
    save: async (wanted) => {
      const body = changedIn(bodyOf(wanted, zone).body, stored.current)
      if (Object.keys(body).length === 0) return new Date()
      const saved = await call(
        challengesContract.change,
        { params, body },
        { ifMatch: version.current },
      )
      stored.current = { ...stored.current, ...body }
      take(saved)
      dropDraft(deviceKey(first.id))
      return saved.savedAt
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: words from this device go out once, at the start
  useEffect(() => {
    if (kept) autosave.change(kept)
  }, [])

  const set = useCallback(
    (part: Partial<Values>) => {
      const next = { ...typed.current, ...part }
      typed.current = next
      setValues(next)
      keepDraft(deviceKey(first.id), next)
      autosave.change(next)
    },
    [autosave.change, first.id],
  )

  /** What cannot be read or was refused; the boxes keep it. */
  const wrongNow = (refusal: unknown): FieldError[] => [
    ...bodyOf(typed.current, zone).unread,
    ...fieldErrorsOf(refusal),
  ]
  /** Everything that is missing, from the words in the boxes and the service's newest answer. */
  const missingNow = (refusal: unknown): FieldError[] => {
    const wrong = wrongNow(refusal)
    const told = newest.current.missing
      .map(({ pointer, code }) => ({ name: nameOf(pointer), code }))
      .filter(({ name }) => !wrong.some((other) => other.name === name))
    return inOrder([...wrong, ...told])
  }
  const missing = missingNow(autosave.error)
  const sentenceOf = (error: FieldError) => fieldSentence(t, error, 'challenges')
  const spoken = checked ? missing : wrongNow(autosave.error)

  /** After a conflict: whose words stay. */
  const settle = async (whose: 'mine' | 'theirs') => {
    const theirs = await call(challengesContract.draft, { params })
    take(theirs)
    const their = valuesOf(theirs, zone, opening)
    stored.current = bodyOf(their, zone).body
    if (whose === 'theirs') {
      typed.current = their
      setValues(their)
      setFormKey((n) => n + 1)
    }
    autosave.settle(whose === 'mine' ? values : their)
  }

  return {
    values,
    set,
    latest,
    missing,
    errorOf: (name: string) => {
      const error = spoken.find((one) => one.name === name)
      return error ? sentenceOf(error) : undefined
    },
    sentenceOf,
    /** From now on what is missing is said beside each box; answers with all of it. Save first. */
    check: (): FieldError[] => {
      setChecked(true)
      return missingNow(null)
    },
    state: autosave.state,
    flush: autosave.flush,
    settle,
    /** Changes when every box must be drawn anew. */
    formKey,
    /** Sends a draft to its first readers, or opens what they have read. */
    goOn: async () => {
      const read = newest.current.state === 'draft'
      const opened = await call(
        read ? challengesContract.startReadThrough : challengesContract.open,
        { params, body: {} },
        { ifMatch: version.current },
      )
      dropDraft(deviceKey(first.id))
      take(opened)
      return opened
    },
  }
}
