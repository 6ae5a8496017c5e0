import type { GroupSession, joinGroup } from '@howcanwe/shared/codesign'
import type * as z from 'zod/mini'
import type { Database } from '../../../db/database.ts'
import { type GroupRow, sessionsToCome } from '../queries/groups.queries.ts'
import { shownSession } from './view.ts'

export type Wish = z.output<typeof joinGroup>

export interface Joined {
  reference: string
  manageToken: string
  nextSession: GroupSession | null
  contactBy: string
}

/** Everything known about one wish to join, before it is decided. */
export interface Asking {
  group: GroupRow
  wish: Wish
  contact: string
  contactHash: Buffer
  token: string
  /** The day on or before which a person gets in touch, YYYY-MM-DD, and the instant that day is over. */
  contactBy: string
  dueAt: Date
  requestId: string
}

/** Sessions to come that take place. */
export const announced = async (tx: Database, groupId: string) =>
  (await sessionsToCome(tx, [groupId])).filter((s) => s.state !== 'cancelled')

/** What the person keeps: to show, to print, to say on the telephone. */
export async function slip(
  tx: Database,
  { group, token, contactBy }: Pick<Asking, 'group' | 'token' | 'contactBy'>,
  reference: string,
): Promise<Joined> {
  const [next] = await announced(tx, group.id)
  return {
    reference,
    manageToken: token,
    nextSession: next ? shownSession(next) : null,
    contactBy,
  }
}
