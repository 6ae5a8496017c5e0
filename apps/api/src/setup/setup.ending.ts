import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Database, sqlState } from '../db/database.ts'
import { record } from '../modules/audit/index.ts'
import { people, roleGrants } from '../modules/identity/identity.table.ts'
import { memberships, organisations } from '../modules/organisations/organisations.table.ts'
import type { Run } from './setup.run.ts'
import { setupWords as words } from './setup.words.ts'

/**
 * Roles held here that the file does not give: named, or ended where that was asked for. What a steward granted in the
 * product is theirs to end, and so is what somebody asked for there.
 */
export async function endRoles(
  { tx, say, endMissing }: Run,
  placeId: string,
  holds: ReadonlySet<string>,
): Promise<void> {
  const held = await tx
    .select({
      id: roleGrants.id,
      role: roleGrants.role,
      personId: people.id,
      name: people.displayName,
      email: people.email,
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.placeId, placeId),
        isNull(roleGrants.endedAt),
        isNull(roleGrants.grantedBy),
        isNull(roleGrants.requestedBy),
      ),
    )
    .orderBy(roleGrants.id)
  for (const { id, role, personId, name, email } of held) {
    if (holds.has(`${personId} ${role}`)) continue
    const ended = endMissing ? await isEnded(tx, id) : undefined
    const what = ended === undefined ? 'roleMissing' : ended ? 'roleEnded' : 'roleKept'
    say(what, name ?? email ?? words.somebody, role)
    if (!ended) continue
    await record(tx, {
      placeId,
      actorId: null,
      action: 'identity.role-ended',
      subject: { kind: 'person', id: personId },
      before: { role },
    })
  }
}

const LAST_ONE = 'HW075'

/** Ends a role; false where a place that is active would be left without a steward or a broker. */
async function isEnded(tx: Database, id: string): Promise<boolean> {
  try {
    await tx.transaction((inner) =>
      inner
        .update(roleGrants)
        .set({ state: 'ended', endedAt: sql`clock_timestamp()` })
        .where(eq(roleGrants.id, id)),
    )
    return true
  } catch (error) {
    if (sqlState(error) === LAST_ONE) return false
    throw error
  }
}

/** The same for who belongs to a public body of the file. */
export async function endMemberships(
  { tx, say, endMissing }: Run,
  placeId: string,
  bodies: ReadonlyMap<string, string>,
  belongs: ReadonlySet<string>,
): Promise<void> {
  const there = await tx
    .select({
      organisationId: organisations.id,
      body: organisations.name,
      personId: people.id,
      name: people.displayName,
      email: people.email,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(inArray(memberships.organisationId, [...bodies.values()]))
    .orderBy(memberships.createdAt, people.id)
  for (const { organisationId, body, personId, name, email } of there) {
    if (belongs.has(`${personId} ${organisationId}`)) continue
    say(endMissing ? 'memberEnded' : 'memberMissing', name ?? email ?? words.somebody, body)
    if (!endMissing) continue
    await tx
      .delete(memberships)
      .where(
        and(eq(memberships.organisationId, organisationId), eq(memberships.personId, personId)),
      )
    await record(tx, {
      placeId,
      actorId: null,
      action: 'organisations.member-removed',
      subject: { kind: 'organisation', id: organisationId },
      before: { personId },
    })
  }
}
