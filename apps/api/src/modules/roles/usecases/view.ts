import type { Grant, OwnGrant, Thing } from '@howcanwe/shared/roles'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { movesFor } from '../roles.policy.ts'
import type { GrantRow } from '../roles.queries.ts'

/** What lives further right in the line of modules; the app hands it in. */
export interface RoleHands {
  /** What a role may be held over in a place: no drafts. */
  thingsIn: (db: Database, placeId: string) => Promise<Thing[]>
  /** What these are called: challenges, bodies and groups by id. */
  namesOf: (db: Database, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Whether somebody answers for something that goes on, in this role. */
  isNeeded: (
    db: Database,
    held: { placeId: string; personId: string; role: string; scopeId: string | null },
  ) => Promise<boolean>
}

type Names = ReadonlyMap<string, string>

export const namesFor = (db: Database, hands: RoleHands, rows: readonly GrantRow[]) =>
  hands.namesOf(
    db,
    rows.flatMap(({ grant }) => grant.scopeId ?? []),
  )

const shared = ({ grant, isOver, grantedBy }: GrantRow, names: Names) => ({
  id: grant.id,
  role: grant.role as Grant['role'],
  state: grant.state,
  over: grant.scopeId
    ? { kind: grant.scopeKind, id: grant.scopeId, label: names.get(grant.scopeId) ?? '' }
    : null,
  since: grant.grantedAt,
  until: grant.until,
  endedAt: grant.endedAt,
  isOver,
  grantedBy,
  words: grant.words,
  reason: grant.reason,
  version: grant.version,
})

/** A role as a steward of its place sees it. */
export function forSteward(actor: Pick<Actor, 'personId'>, row: GrantRow, names: Names): Grant {
  const { grant, person, requestedBy } = row
  const isProposed = grant.requestedBy !== null && grant.requestedBy !== grant.personId
  return {
    ...shared(row, names),
    person: {
      name: person.displayName,
      contact: person.displayName === null ? (person.email ?? person.phone) : null,
      verified: person.verifiedAt !== null,
    },
    proposedBy: isProposed ? requestedBy : null,
    can: movesFor(actor, grant),
  }
}

/** A role as its holder sees it. */
export const forHolder = (row: GrantRow, names: Names): OwnGrant => ({
  ...shared(row, names),
  placeId: row.grant.placeId,
  place: row.place,
})
