import type { ActionOf } from '@howcanwe/shared/audit'
import type { Capacity, changeCapacity } from '@howcanwe/shared/organisations'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { refuse } from '../organisations.errors.ts'
import { mayCheck } from '../organisations.policy.ts'
import { tidied } from '../organisations.rules.ts'
import { type CapacityRow, capacityOf, changeCapacityRow } from '../queries/capacity.queries.ts'
import type { OrganisationRow } from '../queries/front-door.queries.ts'
import { requireOwn, requireSeen } from './organisations.usecases.ts'
import { capacityShown } from './shown.usecases.ts'

type About = { actor: Actor; organisationId: string }

async function requireProfile(db: Database, organisationId: string): Promise<CapacityRow> {
  const row = await capacityOf(db, organisationId)
  if (!row) throw refuse('organisations.not_found')
  return row
}

/** What an organisation has and can spare, for itself and its brokers. */
export async function readCapacity(db: Database, about: About): Promise<Capacity> {
  const { id } = await requireSeen(db, about)
  return capacityShown(await requireProfile(db, id))
}

/** Says it again as a whole; the moment it was said is kept beside it (J-08). */
export const sayCapacity = (
  deps: Deps,
  given: About & { version: number; input: z.output<typeof changeCapacity> },
): Promise<Capacity> =>
  said(deps, given, { what: tidied(given.input), action: 'organisations.capacity-changed' })

/** One tap: all of it is still so. Counts as said today, and the quarterly question starts anew (J-08). */
export const confirmCapacity = (
  deps: Deps,
  given: About & { version: number },
): Promise<Capacity> => said(deps, given, { what: {}, action: 'organisations.capacity-confirmed' })

/**
 * A broker types what an organisation of their place said on the telephone; `after` keeps who asked, in the same
 * transaction (PE3).
 *
 * @throws organisations.not_found · auth.forbidden to whoever belongs to it: they say it themselves · request.stale
 */
export const sayCapacityFor = (
  deps: Deps,
  given: About & {
    version: number
    input: z.output<typeof changeCapacity>
    after: (tx: Database, row: OrganisationRow) => Promise<void>
  },
): Promise<Capacity> =>
  inTransaction(deps.db, async (tx) => {
    const row = await requireSeen(tx, given)
    if (!mayCheck(given.actor, row)) throw refuseRequest('auth.forbidden')
    await given.after(tx, row)
    const change = { what: tidied(given.input), action: 'organisations.capacity-changed' as const }
    return write(tx, given, row, change)
  })

async function said(
  deps: Deps,
  given: About & { version: number },
  change: {
    what: Parameters<typeof changeCapacityRow>[2]
    action: `organisations.${ActionOf<'organisations'>}`
  },
): Promise<Capacity> {
  return inTransaction(deps.db, async (tx) => {
    return write(tx, given, await requireOwn(tx, given), change)
  })
}

async function write(
  tx: Database,
  given: About & { version: number },
  { id, placeId }: OrganisationRow,
  change: {
    what: Parameters<typeof changeCapacityRow>[2]
    action: `organisations.${ActionOf<'organisations'>}`
  },
): Promise<Capacity> {
  const seen = { organisationId: id, version: given.version }
  const row = await changeCapacityRow(tx, seen, change.what)
  if (!row) {
    const { version } = await requireProfile(tx, id)
    throw refuseRequest('request.stale', { currentVersion: version })
  }
  await record(tx, {
    placeId,
    actorId: given.actor.personId,
    action: change.action,
    subject: { kind: 'organisation', id },
    after: { version: row.version },
  })
  return capacityShown(row)
}
