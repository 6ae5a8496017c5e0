import type { Database } from '../../../db/database.ts'
import type { Actor, SupportScope } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { helpedSince, partsOf } from '../supporters.parts.queries.ts'
import * as q from '../supporters.queries.ts'

/** What one person may do for another just now, read for every request; undefined for nothing. */
export async function supportOf(
  db: Database,
  ask: { supporterId: string; personId: string },
): Promise<readonly SupportScope[] | undefined> {
  const parts = await partsOf(db, ask)
  return parts.length > 0 ? parts : undefined
}

/**
 * Whose answers somebody could write or read since a moment, besides their own.
 *
 * @returns ids of people
 */
export const peopleHelpedSince = helpedSince

/**
 * Writes that something was done for a person which the record otherwise keeps nameless, such as a place in a group:
 * that it was, by whom and when, never which one.
 */
export async function noteAct(
  tx: Database,
  actor: Actor,
  action:
    | 'supporters.joined-group'
    | 'supporters.put-name-in'
    | 'supporters.left-group'
    | 'supporters.rested-in-group'
    | 'supporters.suggested'
    | 'supporters.marked-homework'
    | 'supporters.chose-pay'
    | 'supporters.wrote-in-group'
    | 'supporters.answered-in-group',
): Promise<void> {
  if (!actor.supporter) return
  const support = await q.activeBetween(tx, actor.supporter.personId, actor.personId)
  if (!support) return
  await record(tx, {
    placeId: null,
    actorId: actor.personId,
    action,
    subject: { kind: 'support', id: support.id },
  })
}
