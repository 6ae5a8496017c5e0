import type { Grantable, ScopeKind } from '@howcanwe/shared/roles'
import { and, count, desc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { people, roleGrants } from '../identity/identity.table.ts'
import { isLive } from '../identity/index.ts'
import { places } from '../places/places.table.ts'

const granter = alias(people, 'granter')
const requester = alias(people, 'requester')

const select = (db: Database) =>
  db
    .select({
      grant: roleGrants,
      person: people,
      grantedBy: granter.displayName,
      requestedBy: requester.displayName,
      place: places.name,
      isOver: sql<boolean>`coalesce(${roleGrants.until} <= clock_timestamp(), false)`,
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .innerJoin(places, eq(places.id, roleGrants.placeId))
    .leftJoin(granter, eq(granter.id, roleGrants.grantedBy))
    .leftJoin(requester, eq(requester.id, roleGrants.requestedBy))

export type GrantRow = Awaited<ReturnType<typeof select>>[number]

/** Everything not ended and what ended within a year: what waits first, then by role. */
export const grantsIn = (db: Database, placeId: string): Promise<GrantRow[]> =>
  select(db)
    .where(
      and(
        eq(roleGrants.placeId, placeId),
        or(
          isNull(roleGrants.endedAt),
          gt(roleGrants.endedAt, sql`clock_timestamp() - interval '12 months'`),
        ),
      ),
    )
    .orderBy(
      sql`array_position(array['requested', 'granted', 'suspended', 'ended'], ${roleGrants.state})`,
      roleGrants.role,
      people.displayName,
      desc(roleGrants.grantedAt),
    )
    .limit(500)

export const grantById = async (db: Database, id: string): Promise<GrantRow | undefined> =>
  (await select(db).where(eq(roleGrants.id, id)))[0]

/** The same, held until the transaction ends. */
export async function lockGrant(tx: Database, id: string): Promise<GrantRow | undefined> {
  await tx.select({ id: roleGrants.id }).from(roleGrants).where(eq(roleGrants.id, id)).for('update')
  return grantById(tx, id)
}

/** What somebody holds or asked for; what has ended is in what they take with them. */
export const grantsOf = (db: Database, personId: string): Promise<GrantRow[]> =>
  select(db)
    .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.endedAt)))
    .orderBy(places.name, roleGrants.role, roleGrants.id)

/** Who holds which role over the whole place at this moment. Whom a steward named is shown once they have signed in. */
export const rolesHere = (db: Database, placeId: string) =>
  db
    .select({
      role: roleGrants.role,
      name: people.displayName,
      since: roleGrants.grantedAt,
      until: roleGrants.until,
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.placeId, placeId),
        eq(roleGrants.scopeKind, 'place'),
        isLive(),
        or(isNull(roleGrants.grantedBy), isNotNull(people.verifiedAt)),
        isNull(people.erasedAt),
      ),
    )
    .orderBy(roleGrants.role, people.displayName, roleGrants.id)

interface Place {
  placeId: string
  personId: string
  role: Grantable
  over?: { kind: ScopeKind; id: string } | undefined
}

const sameAs = ({ placeId, personId, role, over }: Place) =>
  and(
    eq(roleGrants.placeId, placeId),
    eq(roleGrants.personId, personId),
    eq(roleGrants.role, role),
    eq(roleGrants.scopeKind, over?.kind ?? 'place'),
    over ? eq(roleGrants.scopeId, over.id) : isNull(roleGrants.scopeId),
  )

/** Ends what was given for a time that is over, so that the same may be given anew. */
export const endWhatIsOver = (tx: Database, place: Place) =>
  tx
    .update(roleGrants)
    .set({ state: 'ended' })
    .where(
      and(
        sameAs(place),
        isNull(roleGrants.endedAt),
        isNotNull(roleGrants.until),
        sql`${roleGrants.until} <= clock_timestamp()`,
      ),
    )

export async function addGrant(
  tx: Database,
  { over, ...row }: Omit<typeof roleGrants.$inferInsert, 'scopeKind' | 'scopeId'> & Place,
): Promise<string> {
  const [made] = await tx
    .insert(roleGrants)
    .values({ ...row, scopeKind: over?.kind ?? 'place', scopeId: over?.id ?? null })
    .returning({ id: roleGrants.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

type Change = Partial<
  Pick<typeof roleGrants.$inferInsert, 'state' | 'grantedBy' | 'until' | 'reason'>
>

export const changeGrant = (tx: Database, id: string, change: Change) =>
  tx
    .update(roleGrants)
    .set({ ...change, version: sql`${roleGrants.version} + 1` })
    .where(eq(roleGrants.id, id))

/** How often somebody asked for a role in the last 24 hours. */
export const askedLately = async (tx: Database, personId: string): Promise<number> => {
  const [row] = await tx
    .select({ n: count() })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.requestedBy, personId),
        eq(roleGrants.personId, personId),
        sql`${roleGrants.grantedAt} > clock_timestamp() - interval '24 hours'`,
      ),
    )
  return row?.n ?? 0
}

/** By the database's clock. */
export const isPast = async (db: Database, at: Date): Promise<boolean> =>
  (
    await db.execute<{ past: boolean }>(
      sql`select ${at.toISOString()}::timestamptz <= clock_timestamp() as past`,
    )
  ).rows[0]?.past === true

/** The person of an address, made without a sign-in where nobody has it yet. */
export async function personOfEmail(
  tx: Database,
  p: { email: string; name?: string | undefined; language: string },
): Promise<{ id: string; isNew: boolean }> {
  const [made] = await tx
    .insert(people)
    .values({ email: p.email, displayName: p.name ?? null, language: p.language })
    .onConflictDoNothing({ target: people.email })
    .returning({ id: people.id })
  if (made) return { id: made.id, isNew: true }
  const [row] = await tx.select({ id: people.id }).from(people).where(eq(people.email, p.email))
  if (!row) throw new Error('a person was there and is not')
  return { id: row.id, isNew: false }
}

/** Who has proven that a number is theirs. */
export const personOfPhone = async (tx: Database, phone: string): Promise<string | undefined> =>
  (
    await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.phone, phone), isNotNull(people.phoneVerifiedAt)))
  )[0]?.id
