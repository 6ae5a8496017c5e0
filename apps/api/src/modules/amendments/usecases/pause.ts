import { dayIn } from '@howcanwe/shared/places'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import {
  changeOpen,
  lockOwnOpen,
  type PublishedRow,
  publishedChallenge,
} from '../../challenges/index.ts'
import { calendarOf } from '../../places/index.ts'
import { refuse } from '../amendments.errors.ts'
import { tellOfPause } from '../amendments.letters.ts'
import { pauseFault } from '../amendments.limits.rules.ts'
import * as q from '../amendments.queries.ts'
import { changesOf, columnOf, pushedOn } from '../amendments.rules.ts'

/**
 * Stops the clock of an open challenge: no answers, no questions, no closing, until the end of a day. Everybody who
 * answered or follows is told.
 *
 * @throws challenges.not_found · challenges.wrong_state · challenges.closed · amendments.pause_too_long ·
 *   amendments.paused_enough
 */
export async function pause(
  deps: Deps,
  actor: Actor,
  wanted: { challengeId: string; reason: string; until: string },
): Promise<PublishedRow> {
  return inTransaction(deps.db, async (tx) => {
    const { challengeId: id, reason, until } = wanted
    const row = await lockOwnOpen(tx, actor, { id, state: 'open' })
    const pausedAt = await q.now(tx)
    const today = dayIn((await calendarOf(tx, row.placeId)).timeZone, pausedAt)
    const fault = pauseFault(until, today, row)
    if (fault) throw refuse(fault, { fields: [{ pointer: '#/body/until', code: 'not_allowed' }] })
    const line = { placeId: row.placeId, challengeId: id, kind: 'pause', changes: [], columns: [] }
    await q.putAmendment(tx, { ...line, kind: 'pause', reason, madeBy: actor.personId })
    const set = { state: 'paused', pausedAt, pausedReason: reason, pausedUntil: until } as const
    const paused = await changeOpen(tx, id, set)
    await trail(tx, row, { actorId: actor.personId, action: 'challenges.paused' })
    await tellOfPause(tx, deps, { row: paused, reason, until })
    return paused
  })
}

/**
 * Lets the clock run again. Everybody keeps the time they had: closing, questions and what follows move on by as long
 * as it stood still.
 *
 * @throws challenges.not_found · challenges.wrong_state
 */
export async function resume(deps: Deps, actor: Actor, challengeId: string): Promise<PublishedRow> {
  return inTransaction(deps.db, async (tx) => {
    const row = await lockOwnOpen(tx, actor, { id: challengeId, state: 'paused' })
    return runAgain(tx, deps, row, actor.personId)
  })
}

/**
 * Ends one pause whose last day is over; the clock acts, in the name of whoever asks.
 *
 * @returns whether there was one
 */
export async function resumeDue(deps: Pick<Deps, 'db' | 'config'>): Promise<boolean> {
  return inTransaction(deps.db, async (tx) => {
    const due = await q.takeRested(tx)
    const row = due && (await publishedChallenge(tx, due.id))
    if (!row) return false
    await runAgain(tx, deps, row, null)
    return true
  })
}

async function runAgain(
  tx: Database,
  deps: Pick<Deps, 'config'>,
  row: PublishedRow,
  actorId: string | null,
): Promise<PublishedRow> {
  const { pausedAt, pausedReason } = row
  const stood = (await q.now(tx)).getTime() - (pausedAt?.getTime() ?? 0)
  const later = (at: Date) => new Date(at.getTime() + stood)
  const calendar = await calendarOf(tx, row.placeId)
  const set = pushedOn(calendar, { ...row, closesAt: later(row.closesAt) }, row.closesAt)
  const fields = changesOf(row, set)
  await q.putAmendment(tx, {
    placeId: row.placeId,
    challengeId: row.id,
    kind: 'resume',
    changes: fields,
    columns: fields.map(({ field }) => columnOf(field)),
    reason: pausedReason ?? '',
    madeBy: actorId ?? row.commissionerId,
  })
  const again = await changeOpen(tx, row.id, {
    ...set,
    state: 'open',
    ...(row.questionsUntil && { questionsUntil: later(row.questionsUntil) }),
    pausedAt: null,
    pausedReason: null,
    pausedUntil: null,
  })
  await trail(tx, row, { actorId, action: 'challenges.resumed' })
  await tellOfPause(tx, deps, { row: again })
  return again
}

const trail = (
  tx: Database,
  row: PublishedRow,
  what: { actorId: string | null; action: 'challenges.paused' | 'challenges.resumed' },
) =>
  record(tx, {
    placeId: row.placeId,
    ...what,
    subject: { kind: 'challenge', id: row.id },
    before: { state: row.state },
    after: { state: row.state === 'open' ? 'paused' : 'open' },
  })
