import { ANSWER_WORKING_DAYS } from '@howcanwe/shared/decisions'
import { dueAfter } from '@howcanwe/shared/places'
import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { groupById, type Knock } from '../../codesign/index.ts'
import { calendarOf } from '../../places/index.ts'
import { answerAskedLetter } from '../decisions.words.ts'
import { bodyOf, type VersionRow } from '../queries/decisions.queries.ts'
import * as write from '../queries/writing.queries.ts'
import { tellBody } from './letters.ts'
import { type Moved, move } from './moving.ts'
import { type About, outcomeOf, tellCounted } from './results.ts'
import { lastOf, type Whole } from './whole.ts'

type Needs = Pick<Deps, 'config'>

/** Whether the group has said all it will say: it agreed, or the one integrating round is behind it. */
const isLastWord = ({ versions }: Whole, { result }: VersionRow): boolean =>
  result === 'consented' || versions.some(({ why }) => why === 'integrated')

/** Asks whoever answers for the body, once it is their turn. @returns who, and by when */
async function askBody(deps: Needs, tx: Database, whole: Whole, about: About) {
  const { decision, version: closed, group } = about
  if (!decision.bodyDecides || !isLastWord(whole, closed) || !closed.closedAt) return undefined
  const calendar = await calendarOf(tx, decision.placeId)
  const answerBy = dueAfter(calendar, closed.closedAt, ANSWER_WORKING_DAYS)
  const body = await bodyOf(tx, group.id, null)
  const of = { group, text: closed.text, answerBy, personId: body?.id ?? '' }
  const consented = closed.result === 'consented'
  if (body) await tellBody(deps, tx, of, 'asked', answerAskedLetter, { consented })
  return { answerBy, name: body?.name ?? '' }
}

/** What a count means for the decision itself. */
async function follow(tx: Database, whole: Whole, result: VersionRow['result'], answerBy?: Date) {
  const { decision } = whole
  if (result === 'no-quorum') return write.setDecision(tx, decision.id, { state: 'clarified' })
  const state = result === 'consented' ? 'consented' : 'objected'
  await write.setDecision(tx, decision.id, { state, ...(answerBy ? { answerBy } : {}) })
  if (state === 'consented' && !decision.bodyDecides) await settle(tx, whole)
}

/**
 * Counts the newest version, and tells everybody in the group. What the group agrees on by itself is decided at once;
 * what a body decides waits for its answer; too few answers, and it can be asked again.
 */
export async function count(
  deps: Needs,
  tx: Database,
  whole: Whole,
  checkedBy: string | null,
): Promise<Moved> {
  const { decision } = whole
  const closed = await write.closeVersion(tx, lastOf(whole).id, checkedBy)
  const group = await groupById(tx, decision.groupId)
  if (!group) throw new Error('a decision has a group')
  const about = { group, decision, version: closed }
  const asked = closed.result === 'no-quorum' ? undefined : await askBody(deps, tx, whole, about)
  await follow(tx, whole, closed.result, asked?.answerBy)
  const how = { hasBody: decision.bodyDecides, isLast: isLastWord(whole, closed) }
  const next = { outcome: outcomeOf(closed, how), body: asked?.name ?? '' }
  await tellCounted(deps, tx, about, { ...next, answerBy: asked?.answerBy })
  const { answered, of } = whole.answered
  const after = { version: closed.number, result: closed.result, answered, of }
  return { action: 'decisions.counted', after }
}

/** Final, by the database's clock and its guards. */
export const settle = (tx: Database, { decision }: Pick<Whole, 'decision'>) =>
  write.setDecision(tx, decision.id, {
    state: 'decided',
    decidedAt: sql`clock_timestamp()`,
  })

/**
 * Counts by hand. Whoever does says that nothing on paper or by telephone waits to be typed in.
 *
 * @throws decisions.not_found · decisions.wrong_state · decisions.still_open · decisions.paper_waits
 */
export const close = (
  deps: Deps,
  knock: Knock,
  {
    nothingLeft,
    ...asked
  }: { decisionId: string; requestId: string; nothingLeft?: true | undefined },
) => {
  const checkedBy = nothingLeft ? (knock.actor?.personId ?? null) : null
  const refusals = { HW206: 'decisions.still_open' } as const
  return move(deps, knock, asked, (tx, whole) => count(deps, tx, whole, checkedBy), refusals)
}

/** Not agreed, after the integrating round. @throws decisions.wrong_state · decisions.objections_open */
export const conclude = (
  deps: Deps,
  knock: Knock,
  asked: { decisionId: string; requestId: string },
) =>
  move(deps, knock, asked, async (tx, whole) => {
    await settle(tx, whole)
    return { action: 'decisions.not-agreed' }
  })

/** What the group found when it looked again. @throws decisions.wrong_state */
export const review = (
  deps: Deps,
  knock: Knock,
  {
    body,
    ...asked
  }: {
    decisionId: string
    requestId: string
    body: { outcome: 'kept' | 'revised'; note: string }
  },
) =>
  move(deps, knock, asked, async (tx, whole) => {
    await write.setDecision(tx, whole.decision.id, { state: body.outcome, reviewNote: body.note })
    return { action: 'decisions.reviewed', after: { outcome: body.outcome } }
  })
