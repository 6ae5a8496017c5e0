import { type ProtectionDraft, protectionsContract } from '@howcanwe/shared/protections'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCall } from '../../../lib/api.ts'
import { dropDraft, keepDraft } from '../../../lib/drafts.ts'
import { type FieldError, fieldErrorsOf, fieldSentence, nameOf } from '../../../lib/errors.ts'
import { useAutosave } from '../../../lib/use-autosave.ts'
import { useStopwatch } from '../../../lib/use-stopwatch.ts'
import { deviceKey } from './kept.ts'
import { type Body, bodyOf, changedIn, type Values, valuesOf } from './values.ts'

/** What the form knows and can do. */
export type Decision = ReturnType<typeof useDecision>

/** The name of a box for a name the service uses. */
const boxOf = (name: string): string => (name === 'moneyPence' ? 'money' : name)

export interface DecisionStart {
  draft: ProtectionDraft
  /** Words that never reached the service, from this device. */
  kept: Values | null
  /** Puts the page together from the answers. */
  compose: (values: Values) => string
}

/** The state of the form: what stands in the boxes, what the service has of it, and what still is missing. */
export function useDecision({ draft: first, kept, compose }: DecisionStart) {
  const { t, i18n } = useTranslation(['protections', 'problems'])
  const call = useCall()
  const watch = useStopwatch()
  const [values, setValues] = useState<Values>(() => kept ?? valuesOf(first))
  const typed = useRef(values)
  const newest = useRef(first)
  const [, redraw] = useState(0)
  const [checked, setChecked] = useState(false)
  const [formKey, setFormKey] = useState(0)
  const [follows, setFollows] = useState(values.page === '' || values.page === compose(values))
  const stored = useRef<Body>(bodyOf(valuesOf(first)).body)
  const counted = useRef(0)
  const params = { protectionId: first.id }
  const language = i18n.language === 'nl' ? 'nl' : 'en'

  const take = (draft: ProtectionDraft) => {
    newest.current = draft
    redraw((n) => n + 1)
  }
  const secondsMore = () => Math.max(0, watch.read() - counted.current)
  const autosave = useAutosave<Values>({
    save: async (wanted) => {
      const body = changedIn(bodyOf(wanted).body, stored.current)
      if (Object.keys(body).length === 0) return new Date()
      const seconds = secondsMore()
      const saved = await call(
        protectionsContract.change,
        {
          params,
          body: { ...body, ...('page' in body ? { language } : {}), secondsMore: seconds },
        },
        { ifMatch: newest.current.version },
      )
      counted.current += seconds
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

  const put = (next: Values) => {
    typed.current = next
    setValues(next)
    keepDraft(deviceKey(first.id), next)
    autosave.change(next)
  }
  const wrongNow = (refusal: unknown): FieldError[] => [
    ...bodyOf(typed.current).unread,
    ...fieldErrorsOf(refusal).map((error) => ({ ...error, name: boxOf(error.name) })),
  ]
  const missingNow = (refusal: unknown): FieldError[] => {
    const wrong = wrongNow(refusal)
    const told = newest.current.missing
      .map(({ pointer, code }) => ({ name: boxOf(nameOf(pointer)), code }))
      .filter(({ name }) => !wrong.some((other) => other.name === name))
    return [...wrong, ...told]
  }
  const sentenceOf = (error: FieldError) => fieldSentence(t, error, 'protections')
  const spoken = checked ? missingNow(autosave.error) : wrongNow(autosave.error)

  return {
    values,
    draft: newest.current,
    /** Something was answered: the page follows, until it was changed by hand. */
    set: (part: Partial<Values>) => {
      const next = { ...typed.current, ...part }
      put(follows ? { ...next, page: compose(next) } : next)
    },
    follows,
    /** The page was changed by hand; it follows no longer. */
    write: (page: string) => {
      setFollows(false)
      put({ ...typed.current, page })
    },
    /** The page follows the answers again. */
    follow: () => {
      setFollows(true)
      put({ ...typed.current, page: compose(typed.current) })
    },
    errorOf: (name: string) => {
      const error = spoken.find((one) => one.name === name)
      return error ? sentenceOf(error) : undefined
    },
    /** From now on what is missing is said beside each box; answers with all of it. Save first. */
    check: (): { name: string; message: string }[] => {
      setChecked(true)
      return missingNow(null).map((error) => ({ name: error.name, message: sentenceOf(error) }))
    },
    state: autosave.state,
    flush: autosave.flush,
    /** After a conflict: whose words stay. */
    settle: async (whose: 'mine' | 'theirs') => {
      const theirs = await call(protectionsContract.draft, { params })
      take(theirs)
      const their = valuesOf(theirs)
      stored.current = bodyOf(their).body
      if (whose === 'theirs') {
        typed.current = their
        setValues(their)
        setFollows(their.page === compose(their))
        setFormKey((n) => n + 1)
      }
      autosave.settle(whose === 'mine' ? values : their)
    },
    /** Changes when every box must be drawn anew. */
    formKey,
    publish: async () => {
      const out = await call(
        protectionsContract.publish,
        { params, body: { secondsMore: secondsMore() } },
        { ifMatch: newest.current.version },
      )
      dropDraft(deviceKey(first.id))
      return out
    },
  }
}
