import type { DeskProposal } from '@howcanwe/shared/proposals'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse } from '../proposals.errors.ts'
import { tellAsker } from '../proposals.letters.ts'
import { joinedLetter } from '../proposals.outcome.words.ts'
import { brokersHere } from '../proposals.policy.ts'
import * as q from '../queries/proposals.queries.ts'
import { backIfSo, clusterOf } from './backing.ts'
import { again, noted } from './desk.ts'

/**
 * Joins a question into another about the same: who asked either is told, both stay co-authors, everybody behind either
 * counts once, and the earlier of two promised days stands. The database decides which two may be joined (HW184).
 *
 * @throws proposals.not_found · proposals.cannot_join
 */
export async function join(
  deps: Deps,
  actor: Actor,
  id: string,
  intoId: string,
): Promise<DeskProposal> {
  return inTransaction(deps.db, async (tx) => {
    const [row, into] = await bothOf(tx, actor, id, intoId)
    await q.change(tx, id, { state: 'joined', joinedInto: into.id })
    await noted(tx, actor, row, 'joined', { into: into.id })
    await backIfSo(tx, deps.config, into.id, row.answerBy)
    await tellAll(deps, tx, actor, row, into)
    return again(tx, actor, into.id)
  }).catch((error: unknown) => {
    throw ['HW180', 'HW184'].includes(sqlState(error) ?? '')
      ? refuse('proposals.cannot_join')
      : error
  })
}

async function bothOf(
  tx: Database,
  actor: Actor,
  id: string,
  intoId: string,
): Promise<[q.Row, q.Row]> {
  const row = await q.lockById(tx, id)
  const into = await q.lockById(tx, intoId)
  for (const one of [row, into])
    if (!one || !brokersHere(actor, one.placeId)) throw refuse('proposals.not_found')
  if (!row || !into || row.placeId !== into.placeId) throw refuse('proposals.cannot_join')
  return [row, into]
}

async function tellAll(deps: Deps, tx: Database, actor: Actor, row: q.Row, into: q.Row) {
  for (const asker of await clusterOf(tx, into.id))
    await tellAsker(tx, deps.config, asker, {
      template: 'proposals.joined',
      words: joinedLetter,
      facts: (place) => ({
        other: asker.id === row.id ? into.question : row.question,
        broker: actor.displayName ?? place.contactName,
      }),
    })
}
