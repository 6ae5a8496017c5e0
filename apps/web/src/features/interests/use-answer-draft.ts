import { interestsContract as contract, type DraftAnswers } from '@howcanwe/shared/interests'
import { useEffect, useRef, useState } from 'react'
import { useCall } from '../../lib/api.ts'
import { keepDraft } from '../../lib/drafts.ts'
import { type AutosaveState, useAutosave } from '../../lib/use-autosave.ts'
import { useDeviceDraft } from '../../lib/use-device-draft.ts'
import type { Answers } from './answers.ts'
import {
  asAnswers,
  type Begun,
  changedSince,
  type OnDevice,
  sayable,
  settled,
  waitingIn,
} from './draft.ts'

export interface AnswerDraft {
  state: AutosaveState
  /** When this device last kept a copy. */
  keptAt: Date | null
  /** A colleague who wrote at the same time. */
  meanwhile: { by: string | null } | null
  /** Before sending: nothing is kept any more, and what is on its way has arrived. */
  hold: () => Promise<void>
  /** Sending was refused: goes on keeping. */
  goOn: () => void
  /** It was sent. */
  drop: () => void
}

export interface AnswerDraftOptions {
  /** The device copy's name. */
  name: string
  challengeId: string
  organisationId: string
  begun: Begun
  /** What is in the form now. */
  answers: Partial<Answers>
  seconds: () => number
  /** Puts what a colleague wrote into the form. */
  take: (theirs: DraftAnswers) => void
}

/**
 * Keeps what is written on this device and with the service, so that neither a flat battery nor a colleague's phone
 * loses a word. Only what changed travels; what others wrote comes back with the answer.
 */
export function useAnswerDraft(options: AnswerDraftOptions): AnswerDraft {
  const { name, challengeId, organisationId, begun, answers } = options
  const call = useCall()
  const kept = useRef<DraftAnswers>(begun.kept)
  const seen = useRef(begun.seen)
  const held = useRef(false)
  const now = useRef(options)
  now.current = options
  const [meanwhile, setMeanwhile] = useState<AnswerDraft['meanwhile']>(null)

  const packed = (value: Partial<Answers>): OnDevice => ({
    answers: value,
    seconds: now.current.seconds(),
    seen: seen.current,
    waiting: waitingIn(kept.current, value),
  })
  const device = useDeviceDraft(name, answers, packed)
  const autosave = useAutosave<Partial<Answers>>({
    save: async (value) => {
      const mine = changedSince(kept.current, sayable(value))
      if (held.current || Object.keys(mine).length === 0) return new Date()
      const body = { organisationId, answers: mine, seconds: now.current.seconds() }
      const answer = await call(contract.saveDraft, {
        params: { challengeId },
        body: { ...body, seen: seen.current },
      })
      const { draft } = answer
      const inForm = now.current.answers
      const after = settled({ kept: kept.current, mine }, draft.answers, inForm)
      kept.current = after.kept
      seen.current = draft.version
      if (answer.meanwhile) setMeanwhile({ by: answer.meanwhile.by })
      now.current.take(after.theirs)
      if (!held.current) keepDraft(name, packed({ ...inForm, ...asAnswers(after.theirs) }))
      return draft.updatedAt
    },
  })

  const text = JSON.stringify(answers)
  const last = useRef(text)
  useEffect(() => {
    if (text === last.current) return
    last.current = text
    autosave.change(now.current.answers)
  }, [text, autosave.change])

  return {
    state: autosave.state,
    keptAt: device.keptAt,
    meanwhile,
    hold: async () => {
      held.current = true
      await autosave.flush()
    },
    goOn: () => {
      held.current = false
    },
    drop: device.drop,
  }
}
