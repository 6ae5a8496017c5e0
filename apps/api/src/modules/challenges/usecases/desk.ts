import type { challengesContract, Draft } from '@howcanwe/shared/challenges'
import type { Received, Result } from '@howcanwe/shared/http'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { areasBelong, requirePlace } from '../../places/index.ts'
import { refuse } from '../challenges.errors.ts'
import { brokers, hasDesk, runs, startsFor, watches } from '../challenges.policy.ts'
import * as q from '../queries/challenge.queries.ts'
import * as desk from '../queries/desk.queries.ts'
import { draftOf, fresh, holdUnopened, trail } from './draft.ts'
import { requireCommissionerOf } from './front-door.ts'

type Change = Received<typeof challengesContract.change>['body']

/** What this person's desk shows. Drafts only to whoever writes them. @throws auth.forbidden */
export async function listDesk(
  db: Database,
  actor: Actor,
  placeId: string,
): Promise<Result<typeof challengesContract.mine>> {
  if (!hasDesk(actor, placeId)) throw refuseRequest('auth.forbidden')
  const rows = await desk.deskRows(db, {
    placeId,
    personId: actor.personId,
    watched: watches(actor, placeId),
  })
  return {
    items: rows
      .filter((row) => runs(actor, row) || brokers(actor, row))
      .map((row) => ({ ...row, mine: row.commissionerId === actor.personId })),
  }
}

/** Words a draft begins with, where somebody else's question becomes one (CH9). */
type Begun = Partial<Pick<Draft, 'whyNow' | 'whoIsAffected' | 'areaIds'>>

/**
 * In a transaction of its own, or as a part of the caller's.
 *
 * @throws places.not_found · auth.forbidden · challenges.no_public_body
 */
export async function startDraft(
  db: Database,
  actor: Actor,
  input: { placeId: string; question?: string | undefined } & Begun,
): Promise<Draft> {
  return inTransaction(db, async (tx) => {
    await requirePlace(tx, input.placeId)
    const { placeId } = input
    const among = startsFor(actor, placeId)
    if (among.length === 0) throw refuseRequest('auth.forbidden')
    const { personId } = actor
    const organisationId = await desk.publicBodyOf(tx, { placeId, personId, among })
    if (!organisationId) throw refuse('challenges.no_public_body')
    const id = await desk.startRow(tx, {
      placeId,
      organisationId,
      commissionerId: actor.personId,
      question: input.question ?? '',
      whyNow: input.whyNow ?? '',
      whoIsAffected: input.whoIsAffected ?? '',
    })
    const areaIds = input.areaIds ?? []
    await desk.replaceAreas(tx, { placeId, challengeId: id, areaIds })
    await trail(tx, actor, { id, placeId }, 'started', { after: { state: 'draft' } })
    return fresh(tx, id)
  })
}

/** @throws challenges.not_found */
export async function readDraft(db: Database, actor: Actor, id: string): Promise<Draft> {
  return draftOf(db, await requireCommissionerOf(db, actor, id))
}

/**
 * Autosave: puts the parts that came in place of the old ones; lists are replaced whole.
 *
 * @throws challenges.not_found · challenges.already_open · request.stale · challenges.area_unknown
 */
export async function changeDraft(
  db: Database,
  actor: Actor,
  change: { id: string; version: number; body: Change },
): Promise<Draft> {
  return inTransaction(db, async (tx) => {
    const row = await holdUnopened(tx, actor, change.id, change.version)
    const { areaIds, criteria, ...columns } = change.body
    const at = { placeId: row.placeId, challengeId: row.id }
    if (areaIds) {
      const distinct = [...new Set(areaIds)]
      if (!(await areasBelong(tx, row.placeId, distinct)))
        throw refuse('challenges.area_unknown', {
          fields: [{ pointer: '#/body/areaIds', code: 'not_allowed' }],
        })
      await desk.replaceAreas(tx, { ...at, areaIds: distinct })
    }
    if (criteria) await desk.replaceCriteria(tx, { ...at, criteria })
    await q.changeRow(tx, row.id, columns)
    const fields = Object.keys(change.body).toSorted()
    await trail(tx, actor, row, 'changed', { after: { fields } })
    return fresh(tx, row.id)
  })
}
