import type { Draft } from '@howcanwe/shared/challenges'
import { dueAfter, dueBefore } from '@howcanwe/shared/places'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { calendarOf, requireAwake } from '../../places/index.ts'
import { refuse } from '../challenges.errors.ts'
import { brokers } from '../challenges.policy.ts'
import { freeSlug, QUESTIONS_END_DAYS, READ_DAYS, slugOf } from '../challenges.rules.ts'
import * as q from '../queries/challenge.queries.ts'
import * as desk from '../queries/desk.queries.ts'
import { draftOf, fresh, holdUnopened, trail } from './draft.ts'

/** How far its readers have got (J-04); they live further right. */
export interface ReadSoFar {
  residents: number
  /** Organisations with less than £100,000 a year. */
  smallOrganisations: number
  unanswered: number
}
export type ReadThroughOf = (tx: Database, challengeId: string) => Promise<ReadSoFar>

const READERS = 2

/** A place that takes questions, nothing missing, and no red finding without a public answer (CH4 [G], PL1). */
async function requireSound(tx: Database, row: q.ChallengeRow): Promise<void> {
  await requireAwake(tx, row.placeId)
  const { missing, checks } = await draftOf(tx, row)
  if (missing.length > 0) throw refuse('challenges.incomplete', { fields: missing })
  if (checks.unanswered.length === 0) return
  const fields = checks.squeezeOut
    .filter((found) => found.severity === 'red' && checks.unanswered.includes(found.code))
    .map((found) => ({ pointer: found.pointer ?? '#/body/findingAnswers', code: found.code }))
  throw refuse('challenges.squeezes_out', { fields })
}

/**
 * Checks a draft and gives it to its first readers for five working days (§2.4, J-04). It may still change.
 *
 * @throws challenges.not_found · challenges.already_open · request.stale · challenges.incomplete ·
 *   challenges.squeezes_out · places.resting
 */
export async function startReadThrough(
  db: Database,
  actor: Actor,
  input: { id: string; version: number },
): Promise<Draft> {
  return inTransaction(db, async (tx) => {
    const row = await holdUnopened(tx, actor, input.id, input.version)
    if (row.state !== 'draft') throw refuse('challenges.wrong_state')
    await requireSound(tx, row)
    const at = await desk.now(tx)
    const readUntil = dueAfter(await calendarOf(tx, row.placeId), at, READ_DAYS)
    await q.changeRow(tx, row.id, { state: 'read-through', checkedAt: at, readFrom: at, readUntil })
    await trail(tx, actor, row, 'read-through', {
      before: { state: 'draft' },
      after: { state: 'read-through', readUntil: readUntil.toISOString() },
    })
    return fresh(tx, row.id)
  })
}

/**
 * The place may let a challenge open sooner, or with fewer readers: its broker says why, in public. Comments still
 * need their answers.
 *
 * @throws challenges.not_found · challenges.wrong_state
 */
export async function shortenReadThrough(
  db: Database,
  actor: Actor,
  input: { id: string; reason: string },
): Promise<{ shortenedReason: string }> {
  return inTransaction(db, async (tx) => {
    await q.lockRow(tx, input.id, 'update')
    const row = await q.challengeById(tx, input.id)
    if (!row || !brokers(actor, row)) throw refuse('challenges.not_found')
    // Whoever asks does not shorten the reading of it, also where one person is both.
    if (row.commissionerId === actor.personId) throw refuse('challenges.not_found')
    if (row.state !== 'read-through') throw refuse('challenges.wrong_state')
    await q.changeRow(tx, row.id, { shortenedReason: input.reason, shortenedBy: actor.personId })
    await trail(tx, actor, row, 'shortened')
    return { shortenedReason: input.reason }
  })
}

/** Five working days, two residents and two small organisations, every comment answered (J-04 [G]). */
function requireRead(row: q.ChallengeRow, at: Date, read: ReadSoFar): void {
  if (row.state !== 'read-through') throw refuse('challenges.not_read_yet')
  if (read.unanswered > 0) throw refuse('challenges.comments_unanswered')
  if (row.shortenedReason) return
  const early = !row.readUntil || row.readUntil > at
  if (early || read.residents < READERS || read.smallOrganisations < READERS)
    throw refuse('challenges.read_too_short')
}

/**
 * Opens a challenge to everyone. From here question, criteria, weights and money are frozen by the database too.
 *
 * @throws challenges.not_found · challenges.already_open · request.stale · challenges.incomplete ·
 *   challenges.squeezes_out · challenges.not_read_yet · challenges.read_too_short · challenges.comments_unanswered ·
 *   places.resting
 */
export async function openChallenge(
  db: Database,
  actor: Actor,
  input: { id: string; version: number; readThroughOf: ReadThroughOf },
): Promise<Draft> {
  return inTransaction(db, async (tx) => {
    const row = await holdUnopened(tx, actor, input.id, input.version)
    await requireSound(tx, row)
    requireRead(row, await desk.now(tx), await input.readThroughOf(tx, row.id))
    const wished = slugOf(row.question)
    const slug = freeSlug(wished, await desk.slugsLike(tx, wished))
    const calendar = await calendarOf(tx, row.placeId)
    const questionsUntil = row.closesAt
      ? dueBefore(calendar, row.closesAt, QUESTIONS_END_DAYS)
      : null
    await q.openRow(tx, row.id, { slug, questionsUntil })
    await trail(tx, actor, row, 'opened', {
      before: { state: row.state },
      after: { state: 'open' },
    })
    return fresh(tx, row.id)
  })
}
