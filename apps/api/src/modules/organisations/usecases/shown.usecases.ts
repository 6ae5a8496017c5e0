import type { Capacity, Organisation } from '@howcanwe/shared/organisations'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { orgIdOf } from '../organisations.identifiers.ts'
import { mayChange, mayCheck, mayRead } from '../organisations.policy.ts'
import { canBeChecked, type Parent } from '../organisations.rules.ts'
import { type CapacityRow, staleAmong } from '../queries/capacity.queries.ts'
import type { OrganisationRow } from '../queries/front-door.queries.ts'
import {
  areasOfOrganisations,
  identifiersOfOrganisations,
} from '../queries/organisations.queries.ts'

type Parts = {
  areas: Awaited<ReturnType<typeof areasOfOrganisations>>
  identifiers: Awaited<ReturnType<typeof identifiersOfOrganisations>>
  stale: Set<string>
}

/** The larger body a row says it is part of. */
export const parentOf = (
  row: Pick<OrganisationRow, 'parentName' | 'parentIncomeBand' | 'ownAccountsAndBoard'>,
): Parent | null =>
  row.parentName === null
    ? null
    : {
        name: row.parentName,
        incomeBand: row.parentIncomeBand,
        ownAccountsAndBoard: row.ownAccountsAndBoard,
      }

function shown(row: OrganisationRow, parts: Parts, actor: Actor): Organisation {
  const { id, placeId, name, kind, sector, incomeBand, state, themes, website, version } = row
  const contact = { name: row.contactName, email: row.contactEmail, phone: row.contactPhone }
  return {
    ...{ id, placeId, name, kind, sector, incomeBand, state, themes, website, version },
    pausedUntil: row.pausedUntil,
    stale: parts.stale.has(id),
    parent: parentOf(row),
    areas: parts.areas
      .filter((a) => a.organisationId === id)
      .map((a) => ({ id: a.id, name: a.name })),
    contact: mayRead(actor, row) ? contact : null,
    identifiers: parts.identifiers
      .filter((i) => i.organisationId === id)
      .map((i) => ({ orgId: orgIdOf(i), verified: i.verified })),
    can: {
      change: mayChange(actor, row),
      check: mayCheck(actor, row) && canBeChecked(row.state),
    },
  }
}

/** Organisations as this person may see them, in the order given. */
export async function asSeenBy(
  db: Database,
  actor: Actor,
  rows: readonly OrganisationRow[],
): Promise<Organisation[]> {
  if (rows.length === 0) return []
  const ids = rows.map((r) => r.id)
  const areas = await areasOfOrganisations(db, ids)
  const identifiers = await identifiersOfOrganisations(db, ids)
  const stale = await staleAmong(db, ids)
  return rows.map((row) => shown(row, { areas, identifiers, stale }, actor))
}

export async function oneAsSeenBy(
  db: Database,
  actor: Actor,
  row: OrganisationRow,
): Promise<Organisation> {
  const [one] = await asSeenBy(db, actor, [row])
  if (!one) throw new Error('one row gives one organisation')
  return one
}

export function capacityShown(row: CapacityRow): Capacity {
  const { placeId: _, nudgeDueAt: __, nudges: ___, ...said } = row
  return said
}
