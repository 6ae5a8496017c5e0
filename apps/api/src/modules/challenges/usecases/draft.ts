import type { Draft } from '@howcanwe/shared/challenges'
import { isBeforeOpening } from '@howcanwe/shared/challenges'
import { dayIn } from '@howcanwe/shared/places'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { calendarOf, requirePlace } from '../../places/index.ts'
import { checksOf } from '../challenges.checks.rules.ts'
import { refuse } from '../challenges.errors.ts'
import { whatIsMissing } from '../challenges.missing.rules.ts'
import { askRatesOf, mayDo } from '../challenges.rules.ts'
import * as q from '../queries/challenge.queries.ts'
import * as desk from '../queries/desk.queries.ts'
import { requireCommissionerOf } from './front-door.ts'

/** A challenge as its commissioner sees it, with what still stands between it and opening. */
export async function draftOf(db: Database, row: q.ChallengeRow): Promise<Draft> {
  const place = await requirePlace(db, row.placeId)
  const calendar = await calendarOf(db, row.placeId)
  const areaIds = await q.areaIdsOf(db, row.id)
  const criteria = await q.criteriaOf(db, row.id)
  const asker = await desk.askerOf(db, row.id)
  const at = await desk.now(db)
  if (!asker) throw refuse('challenges.not_found')
  const brief = { ...row, areaIds, criteria }
  const dayOf = (instant: Date) => dayIn(place.timeZone, instant)
  return {
    ...brief,
    asker,
    missing: isBeforeOpening(row.state)
      ? whatIsMissing(brief, { at, dayOf, rates: askRatesOf(place) })
      : [],
    checks: checksOf(brief, { at, calendar }),
    askRates: askRatesOf(place),
    can: mayDo(row.state),
    savedAt: row.updatedAt,
  }
}

/** The same, read again after a change. @throws challenges.not_found */
export async function fresh(tx: Database, id: string): Promise<Draft> {
  const row = await q.challengeById(tx, id)
  if (!row) throw refuse('challenges.not_found')
  return draftOf(tx, row)
}

type Done =
  | 'started'
  | 'changed'
  | 'read-through'
  | 'shortened'
  | 'opened'
  | 'paused'
  | 'resumed'
  | 'withdrawn'
  | 'closed'

/** The trail of one change: states and field names, never a word somebody wrote. */
export const trail = (
  tx: Database,
  actor: Actor | null,
  row: { id: string; placeId: string },
  action: Done,
  what: { before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
) =>
  record(tx, {
    placeId: row.placeId,
    actorId: actor?.personId ?? null,
    action: `challenges.${action}`,
    subject: { kind: 'challenge', id: row.id },
    ...what,
  })

/**
 * Someone's own challenge that is not open yet, locked and in the version they saw.
 *
 * @throws challenges.not_found · challenges.already_open · request.stale
 */
export async function holdUnopened(tx: Database, actor: Actor, id: string, version: number) {
  const row = await requireCommissionerOf(tx, actor, id, 'lock')
  if (!isBeforeOpening(row.state)) throw refuse('challenges.already_open')
  if (row.version !== version) throw refuseRequest('request.stale', { currentVersion: row.version })
  return row
}
