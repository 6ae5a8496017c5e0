import type { Received, Result } from '@howcanwe/shared/http'
import type { ProtectionDraft, protectionsContract } from '@howcanwe/shared/protections'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { publicBodyOf, refuseChallenge, startsFor } from '../../challenges/index.ts'
import { areasBelong, requirePlace } from '../../places/index.ts'
import { refuse } from '../protections.errors.ts'
import { owns } from '../protections.policy.ts'
import { reviewWindow, whatIsMissing } from '../protections.rules.ts'
import * as q from '../queries/decision.queries.ts'
import { trail } from './trail.ts'

type Change = Received<typeof protectionsContract.change>['body']
type Start = Received<typeof protectionsContract.start>['body']

/** A decision as its commissioner sees it, with what still stands between it and publishing. */
export async function draftOf(db: Database, id: string): Promise<ProtectionDraft> {
  const row = await q.byId(db, id)
  const decidedBy = await q.decidedByOf(db, id)
  if (!row || !decidedBy) throw refuse('protections.not_found')
  const today = await q.todayIn(db, row.placeId)
  const { from, until } = reviewWindow(today)
  return {
    ...row,
    areaIds: await q.areaIdsOf(db, id),
    decidedBy,
    reviewFrom: from,
    reviewUntil: until,
    missing: row.state === 'draft' ? whatIsMissing(row, today) : [],
    notes: await q.notesOf(db, id),
    reviews: await q.reviewsOf(db, id),
    savedAt: row.updatedAt,
  }
}

/**
 * Somebody's own decision; locked where a change follows.
 *
 * @throws protections.not_found also when it is somebody else's
 */
export async function requireOwn(
  tx: Database,
  actor: Actor,
  id: string,
  lock: 'lock' | 'read',
): Promise<q.DecisionRow> {
  const row = lock === 'lock' ? await q.lockById(tx, id) : await q.byId(tx, id)
  if (!row || !owns(actor, row)) throw refuse('protections.not_found')
  return row
}

/** Someone's own draft, locked and in the version they saw. @throws protections.frozen · request.stale */
export async function holdDraft(tx: Database, actor: Actor, id: string, version: number) {
  const row = await requireOwn(tx, actor, id, 'lock')
  if (row.state !== 'draft') throw refuse('protections.frozen')
  if (row.version !== version) throw refuseRequest('request.stale', { currentVersion: row.version })
  return row
}

/** What somebody wrote or published here. @throws auth.forbidden */
export async function listOwn(
  db: Database,
  actor: Actor,
  placeId: string,
): Promise<Result<typeof protectionsContract.mine>> {
  const among = startsFor(actor, placeId)
  if (among.length === 0) throw refuseRequest('auth.forbidden')
  return { items: await q.ownRows(db, { placeId, personId: actor.personId, among }) }
}

/** @throws places.not_found · auth.forbidden · challenges.no_public_body */
export async function start(db: Database, actor: Actor, input: Start): Promise<ProtectionDraft> {
  return inTransaction(db, async (tx) => {
    const { placeId, secondsMore = 0, ...carried } = input
    await requirePlace(tx, placeId)
    const among = startsFor(actor, placeId)
    if (among.length === 0) throw refuseRequest('auth.forbidden')
    const commissionerId = actor.personId
    const organisationId = await publicBodyOf(tx, { placeId, personId: commissionerId, among })
    if (!organisationId) throw refuseChallenge('challenges.no_public_body')
    const own = { placeId, organisationId, commissionerId, secondsTaken: secondsMore }
    const id = await q.startRow(tx, { ...carried, ...own })
    await trail(tx, actor.personId, { id, placeId }, 'started', { after: { state: 'draft' } })
    return draftOf(tx, id)
  })
}

/** @throws protections.not_found */
export async function readOwn(db: Database, actor: Actor, id: string): Promise<ProtectionDraft> {
  return draftOf(db, (await requireOwn(db, actor, id, 'read')).id)
}

async function moveAreas(tx: Database, row: q.DecisionRow, areaIds: readonly string[]) {
  const distinct = [...new Set(areaIds)]
  if (!(await areasBelong(tx, row.placeId, distinct)))
    throw refuse('protections.area_unknown', {
      fields: [{ pointer: '#/body/areaIds', code: 'not_allowed' }],
    })
  await q.replaceAreas(tx, { placeId: row.placeId, protectionId: row.id, areaIds: distinct })
}

/**
 * Autosave: puts the parts that came in place of the old ones; lists are replaced whole.
 *
 * @throws protections.not_found · protections.frozen · request.stale · protections.area_unknown
 */
export async function change(
  db: Database,
  actor: Actor,
  input: { id: string; version: number; body: Change },
): Promise<ProtectionDraft> {
  return inTransaction(db, async (tx) => {
    const row = await holdDraft(tx, actor, input.id, input.version)
    const { areaIds, secondsMore = 0, ...columns } = input.body
    if (areaIds) await moveAreas(tx, row, areaIds)
    await q.changeRow(tx, row.id, { ...columns, secondsTaken: q.plusSeconds(secondsMore) })
    const fields = Object.keys(input.body)
      .filter((name) => name !== 'secondsMore')
      .toSorted()
    await trail(tx, actor.personId, row, 'changed', { after: { fields } })
    return draftOf(tx, row.id)
  })
}
