import { sql } from 'drizzle-orm'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { groupById } from '../../codesign/index.ts'
import { answerDueLetter, answerLateLetter } from '../decisions.words.ts'
import {
  type AnswerStage,
  takeHeld,
  takeOver,
  takeReview,
  takeUnanswered,
} from '../queries/clocks.queries.ts'
import { bodyOf } from '../queries/decisions.queries.ts'
import * as write from '../queries/writing.queries.ts'
import { count } from './closing.ts'
import { tellBody, tellReview } from './letters.ts'
import { locked, moved } from './moving.ts'
import { lastOf } from './whole.ts'

type Needs = Pick<Deps, 'db' | 'config'>
type Step = (deps: Needs, tx: Database) => Promise<boolean>

const nowIs = sql`clock_timestamp()`

const countOne: Step = async (deps, tx) => {
  const id = await takeOver(tx)
  if (!id) return false
  const whole = await locked(tx, id)
  await moved(tx, whole, await count(deps, tx, whole, null), { actorId: null })
  return true
}

const goOnWithOne: Step = async (_, tx) => {
  const id = await takeHeld(tx)
  if (!id) return false
  const whole = await locked(tx, id)
  await write.setDecision(tx, id, { state: 'open' })
  const what = { action: 'decisions.hold-over', after: { version: lastOf(whole).number } } as const
  await moved(tx, whole, what, { actorId: null })
  return true
}

const remindOfAnswer =
  (stage: AnswerStage): Step =>
  async (deps, tx) => {
    const id = await takeUnanswered(tx, stage)
    if (!id) return false
    const whole = await locked(tx, id)
    const { decision } = whole
    await write.setDecision(
      tx,
      id,
      stage === 'due' ? { remindedDueAt: nowIs } : { remindedLateAt: nowIs },
    )
    const [group, body] = [
      await groupById(tx, decision.groupId),
      await bodyOf(tx, decision.groupId, null),
    ]
    if (!group || !body || !decision.answerBy) return true
    const words = stage === 'due' ? answerDueLetter : answerLateLetter
    const of = { group, text: lastOf(whole).text, answerBy: decision.answerBy, personId: body.id }
    await tellBody(deps, tx, of, stage, words, {})
    return true
  }

const remindOfReview: Step = async (deps, tx) => {
  const id = await takeReview(tx)
  if (!id) return false
  const whole = await locked(tx, id)
  await write.setDecision(tx, id, { reviewRemindedAt: nowIs })
  const group = await groupById(tx, whole.decision.groupId)
  if (group) await tellReview(deps, tx, { group, decision: whole.decision, version: lastOf(whole) })
  return true
}

const STEPS: readonly Step[] = [
  countOne,
  goOnWithOne,
  remindOfAnswer('late'),
  remindOfAnswer('due'),
  remindOfReview,
]

/**
 * Counts what is over, lets a stopped clock go on, reminds of answers and of looking again: one thing at a time.
 *
 * @returns whether there was one
 */
export async function keepDecisions(deps: Needs): Promise<boolean> {
  for (const step of STEPS) if (await inTransaction(deps.db, (tx) => step(deps, tx))) return true
  return false
}
