import { constraintOf, type Database, inTransaction, sqlState } from '../../../db/database.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { refuse } from '../roles.errors.ts'
import type { GrantRow } from '../roles.queries.ts'

/** What the database's own guards refuse, said as a refusal: two stewards may press at once. */
function asRefusal(error: unknown): unknown {
  if (constraintOf(error) === 'role_held_once') return refuse('roles.already_held')
  const state = sqlState(error)
  if (state === 'HW073') return refuse('roles.wrong_state')
  if (state === 'HW075') return refuse('roles.last_one')
  return state === 'HW074' ? refuseRequest('auth.forbidden') : error
}

/** One transaction in which the database has the last word on who holds what. */
export async function guarded<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(db, work)
  } catch (error) {
    throw asRefusal(error)
  }
}

export type Happened =
  | 'requested'
  | 'proposed'
  | 'granted'
  | 'suspended'
  | 'resumed'
  | 'ended'
  | 'declined'
  | 'laid-down'
  | 'withdrawn'

/** Role and scope, never a name nor a reason. */
export const trail = (
  tx: Database,
  actorId: string,
  happened: Happened,
  { id, placeId, role, scopeKind, scopeId }: GrantRow['grant'],
) =>
  record(tx, {
    placeId,
    actorId,
    action: `roles.${happened}`,
    subject: { kind: 'role', id },
    after: { role, scopeKind, ...(scopeId ? { scopeId } : {}) },
  })
