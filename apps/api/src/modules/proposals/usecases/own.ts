import type { Received } from '@howcanwe/shared/http'
import type { OwnProposal, proposalsContract } from '@howcanwe/shared/proposals'
import { type Database, inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { hashOf, same } from '../../identity/index.ts'
import { refuse } from '../proposals.errors.ts'
import { foldSlip, idIn, isPublic, SLIP_TRIES, slipHash, tokenFor } from '../proposals.rules.ts'
import * as q from '../queries/proposals.queries.ts'
import { draftFor } from './co-authors.ts'
import { noted } from './desk.ts'
import { readByFrom, requireArea } from './putting.ts'
import { shownAll } from './view.ts'

export type Door = Received<typeof proposalsContract.own>['body']['door']
export interface Knocking {
  actor: Actor | undefined
  door: Door
}

/** The question a slip or an account opens, held for a change. @throws proposals.own_not_found */
export async function requireOwn(
  deps: Pick<Deps, 'config'>,
  tx: Database,
  { actor, door }: Knocking,
): Promise<q.Row> {
  const isSlip = 'token' in door
  const id = isSlip ? idIn(deps.config, 'own', door.token) : door.proposalId
  const row = id ? await q.lockById(tx, id) : undefined
  if (!row || row.erasedAt || row.state === 'taken-back') throw refuse('proposals.own_not_found')
  if (isSlip && same(row.manageHash, hashOf(door.token))) return row
  if (!isSlip && actor && (await q.ownIds(tx, actor.personId)).includes(row.id)) return row
  throw refuse('proposals.own_not_found')
}

/** One's own question, whatever its state, with the draft it became. */
export async function ownView(db: Database, row: q.Row): Promise<OwnProposal> {
  const [shown] = isPublic(row.state) ? await shownAll(db, [row]) : []
  return {
    ...row,
    returned:
      row.state === 'returned' && row.returnReason
        ? { reason: row.returnReason, note: row.returnNote ?? '' }
        : null,
    shown: shown ?? null,
    draft: await draftFor(db, row.id),
  }
}

export async function mine(db: Database, actor: Actor): Promise<OwnProposal[]> {
  const rows = await inTurn(await q.ownIds(db, actor.personId), (id) => q.byId(db, id))
  const live = rows.flatMap((row) => (row && row.state !== 'taken-back' ? [row] : []))
  return inTurn(live, (row) => ownView(db, row))
}

/** The row as it stands after a change. */
export async function afresh(tx: Database, id: string): Promise<OwnProposal> {
  const row = await q.byId(tx, id)
  if (!row) throw refuse('proposals.own_not_found')
  return ownView(tx, row)
}

export const read = (deps: Deps, who: Knocking): Promise<OwnProposal> =>
  inTransaction(deps.db, async (tx) => ownView(tx, await requireOwn(deps, tx, who)))

/**
 * Written again after it came back, or before anybody has read it; the words before are kept as a version, and it is read
 * anew within three working days.
 *
 * @throws proposals.own_not_found · proposals.words_stand · proposals.area_unknown
 */
export async function changeWords(
  deps: Deps,
  who: Knocking,
  words: Received<typeof proposalsContract.change>['body']['words'],
): Promise<OwnProposal> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireOwn(deps, tx, who)
    if (row.state !== 'to-read' && row.state !== 'returned') throw refuse('proposals.words_stand')
    await requireArea(tx, { placeId: row.placeId, areaId: words.areaId })
    const readBy = row.state === 'returned' ? await readByFrom(tx, row.placeId) : row.readBy
    await q.change(tx, row.id, { ...words, state: 'to-read', readBy, remindedLateAt: null })
    await noted(tx, who.actor ?? null, row, 'written-again')
    return afresh(tx, row.id)
  })
}

/** @throws proposals.own_not_found */
export async function showAs(
  deps: Deps,
  who: Knocking,
  shownAs: OwnProposal['shownAs'],
): Promise<OwnProposal> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireOwn(deps, tx, who)
    await q.change(tx, row.id, { shownAs })
    await noted(tx, who.actor ?? null, row, 'named', { shownAs })
    return afresh(tx, row.id)
  })
}

/**
 * Takes it back while nobody else has read it. Afterwards others stand behind it: then name and contact go, and the
 * question stays, asked by a resident.
 *
 * @throws proposals.own_not_found
 */
export async function leave(deps: Deps, who: Knocking): Promise<{ gone: true }> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireOwn(deps, tx, who)
    await noted(tx, who.actor ?? null, row, isPublic(row.state) ? 'left' : 'taken-back')
    if (isPublic(row.state)) await q.blank(tx, row.id)
    else await q.remove(tx, row.id)
    return { gone: true as const }
  })
}

/**
 * The words on a slip for the link they stand for. Five wrong tries a day for a reference; a wrong try stays counted.
 *
 * @throws proposals.slip_unknown · proposals.too_many_tries
 */
export async function bySlip(
  deps: Deps,
  { reference, code }: { reference: string; code: string },
): Promise<{ manageToken: string }> {
  const outcome = await inTransaction(deps.db, async (tx) => {
    const meant = await q.byReference(tx, foldSlip(reference))
    if (meant.some((one) => one.tries >= SLIP_TRIES)) return refuse('proposals.too_many_tries')
    const found = meant.find(
      (one) => one.slipHash && same(one.slipHash, slipHash(deps.config, one.id, code)),
    )
    if (found) return found.id
    if (meant.length > 0)
      await q.countTry(
        tx,
        meant.map((one) => one.id),
      )
    return refuse('proposals.slip_unknown')
  })
  if (typeof outcome !== 'string') throw outcome
  return { manageToken: tokenFor(deps.config, 'own', outcome) }
}
