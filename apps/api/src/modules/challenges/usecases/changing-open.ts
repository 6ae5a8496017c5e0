import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { calendarOf } from '../../places/index.ts'
import { checksOf } from '../challenges.checks.rules.ts'
import { refuse } from '../challenges.errors.ts'
import type { challenges } from '../challenges.table.ts'
import * as q from '../queries/challenge.queries.ts'
import { requireCommissionerOf } from './front-door.ts'

/** What may be written to a challenge that is open or paused; the database lets through what the change log names. */
export type OpenChange = Omit<PgUpdateSetSource<typeof challenges>, 'id' | 'version' | 'updatedAt'>

const isPublished = (row: q.ChallengeRow): row is q.PublishedRow =>
  row.slug !== null && row.openedAt !== null && row.closesAt !== null

/**
 * One's own challenge in one of these states, locked, in the version that was seen where `version` says so.
 *
 * @throws challenges.not_found · challenges.closed · challenges.wrong_state · request.stale
 */
export async function lockOwnOpen(
  tx: Database,
  actor: Actor,
  wanted: { id: string; state: 'open' | 'paused'; version?: number },
): Promise<q.PublishedRow> {
  const row = await requireCommissionerOf(tx, actor, wanted.id, 'lock')
  if (!isPublished(row)) throw refuse('challenges.wrong_state')
  if (wanted.state === 'open' && row.state === 'choosing') throw refuse('challenges.closed')
  if (row.state !== wanted.state) throw refuse('challenges.wrong_state')
  if (wanted.version !== undefined && row.version !== wanted.version)
    throw refuseRequest('request.stale', { currentVersion: row.version })
  return row
}

/** Writes to a locked challenge and reads it again. */
export async function changeOpen(
  tx: Database,
  id: string,
  change: OpenChange,
): Promise<q.PublishedRow> {
  await q.changeRow(tx, id, change)
  const row = await q.challengeById(tx, id)
  if (!row || !isPublished(row)) throw new Error('a challenge was gone in its own transaction')
  return row
}

/**
 * A change of an open challenge squeezes nobody out who was not squeezed out when it opened (CH4 [G]).
 *
 * @throws challenges.squeezes_out
 */
export async function requireNoNewSqueezeOut(
  tx: Database,
  before: q.PublishedRow,
  after: q.PublishedRow,
): Promise<void> {
  const { id, placeId, openedAt } = before
  const frozen = { areaIds: await q.areaIdsOf(tx, id), criteria: await q.criteriaOf(tx, id) }
  const opened = { at: openedAt, calendar: await calendarOf(tx, placeId) }
  const already = checksOf({ ...before, ...frozen }, opened).unanswered
  const { squeezeOut, unanswered } = checksOf({ ...after, ...frozen }, opened)
  const fields = squeezeOut
    .filter(({ code }) => unanswered.includes(code) && !already.includes(code))
    .map(({ code, pointer }) => ({
      pointer: (pointer ?? '#/body').replace('#/body', '#/body/changes'),
      code,
    }))
  if (fields.length > 0) throw refuse('challenges.squeezes_out', { fields })
}
