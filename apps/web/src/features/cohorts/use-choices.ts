import { cohortsContract, type DecisionDraft } from '@howcanwe/shared/cohorts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useCall } from '../../lib/api.ts'
import { dropDraft, keepDraft, readDraft } from '../../lib/drafts.ts'
import { useAutosave } from '../../lib/use-autosave.ts'
import { type Choices, changedSince, fromDevice, fromServer } from './choices.ts'

/** The key of the copy on this device; gone as soon as the service has the words. */
const keyOf = (challengeId: string): string => `cohort:${challengeId}`

/** Words that never reached the service, unless it has newer ones. */
function unsaved(challengeId: string, draft: DecisionDraft): Choices | null {
  const kept = readDraft(keyOf(challengeId))
  if (!kept || (draft.savedAt && draft.savedAt > kept.at)) return null
  return fromDevice(kept.value)
}

/**
 * Answers while they are written: saved with the service a moment after each change, answer by answer, and on this
 * device until the service has them.
 */
export function useChoices(challengeId: string, draft: DecisionDraft) {
  const call = useCall()
  const [choices, setChoices] = useState<Choices>(() => fromServer(draft))
  const stored = useRef(choices)
  const typed = useRef(choices)
  const key = keyOf(challengeId)
  const autosave = useAutosave<Choices>({
    save: async (wanted) => {
      const body = changedSince(stored.current, wanted)
      if (!body) return new Date()
      const { savedAt } = await call(cohortsContract.saveDraft, { params: { challengeId }, body })
      stored.current = wanted
      if (typed.current === wanted) dropDraft(key)
      return savedAt
    },
  })
  const { change } = autosave
  const put = useCallback(
    (next: Choices) => {
      typed.current = next
      setChoices(next)
      keepDraft(key, next)
      change(next)
    },
    [change, key],
  )
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    const kept = unsaved(challengeId, draft)
    if (kept) put(kept)
  }, [challengeId, draft, put])
  return {
    choices,
    set: useCallback((update: (before: Choices) => Choices) => put(update(typed.current)), [put]),
    state: autosave.state,
    flush: autosave.flush,
    forget: () => dropDraft(key),
  }
}
