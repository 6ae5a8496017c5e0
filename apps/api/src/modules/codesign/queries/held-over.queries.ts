import type { Thing } from '@howcanwe/shared/roles'
import { and, asc, eq, inArray, isNotNull, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { challenges } from '../../challenges/challenges.table.ts'
import { organisations } from '../../organisations/organisations.table.ts'
import { protections } from '../../protections/protections.table.ts'
import { groups } from '../codesign.table.ts'

const MOST = 200

/** What a role may be held over in a place: challenges that are read or out, public bodies, and groups. */
export async function thingsIn(db: Database, placeId: string): Promise<Thing[]> {
  const asked = await db
    .select({ id: challenges.id, label: challenges.question })
    .from(challenges)
    .where(
      and(
        eq(challenges.placeId, placeId),
        or(eq(challenges.state, 'read-through'), isNotNull(challenges.slug)),
      ),
    )
    .orderBy(sql`${challenges.openedAt} desc nulls first`)
    .limit(MOST)
  const bodies = await db
    .select({ id: organisations.id, label: organisations.name })
    .from(organisations)
    .where(
      and(
        eq(organisations.placeId, placeId),
        eq(organisations.sector, 'public'),
        ne(organisations.state, 'left'),
      ),
    )
    .orderBy(asc(organisations.name))
    .limit(MOST)
  const running = await db
    .select({ id: groups.id, label: groups.name })
    .from(groups)
    .where(eq(groups.placeId, placeId))
    .orderBy(asc(groups.name))
    .limit(MOST)
  return [
    ...bodies.map((one) => ({ kind: 'organisation' as const, ...one })),
    ...asked.map((one) => ({ kind: 'challenge' as const, ...one })),
    ...running.map((one) => ({ kind: 'group' as const, ...one })),
  ]
}

/** What these challenges, bodies and groups are called. */
export async function namesOf(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const among = [...ids]
  const rows = await db
    .select({ id: challenges.id, name: challenges.question })
    .from(challenges)
    .where(inArray(challenges.id, among))
    .unionAll(
      db
        .select({ id: organisations.id, name: organisations.name })
        .from(organisations)
        .where(inArray(organisations.id, among)),
    )
    .unionAll(
      db.select({ id: groups.id, name: groups.name }).from(groups).where(inArray(groups.id, among)),
    )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

interface Held {
  placeId: string
  personId: string
  role: string
  /** Null over the whole place. */
  scopeId: string | null
}

const GOES_ON = sql`${challenges.state} not in ('formed', 'none-chosen', 'withdrawn')`

/** Whether somebody answers for something that goes on, in this role: others would be left with nobody to ask. */
export async function isNeeded(db: Database, held: Held): Promise<boolean> {
  if (held.role === 'facilitator') return runsGroups(db, held)
  return held.role === 'commissioner' && ((await asks(db, held)) || (await keeps(db, held)))
}

async function runsGroups(db: Database, { placeId, personId, scopeId }: Held): Promise<boolean> {
  const rows = await db
    .select({ id: groups.id })
    .from(groups)
    .innerJoin(challenges, eq(challenges.id, groups.challengeId))
    .where(
      and(
        eq(groups.placeId, placeId),
        eq(groups.facilitatorId, personId),
        scopeId ? eq(groups.id, scopeId) : undefined,
        sql`${groups.taken} > 0`,
        GOES_ON,
      ),
    )
    .limit(1)
  return rows.length > 0
}

async function asks(db: Database, { placeId, personId, scopeId }: Held): Promise<boolean> {
  const rows = await db
    .select({ id: challenges.id })
    .from(challenges)
    .where(
      and(
        eq(challenges.placeId, placeId),
        eq(challenges.commissionerId, personId),
        scopeId
          ? or(eq(challenges.id, scopeId), eq(challenges.organisationId, scopeId))
          : undefined,
        GOES_ON,
      ),
    )
    .limit(1)
  return rows.length > 0
}

async function keeps(db: Database, { placeId, personId, scopeId }: Held): Promise<boolean> {
  const rows = await db
    .select({ id: protections.id })
    .from(protections)
    .where(
      and(
        eq(protections.placeId, placeId),
        eq(protections.commissionerId, personId),
        scopeId ? eq(protections.organisationId, scopeId) : undefined,
        eq(protections.state, 'published'),
      ),
    )
    .limit(1)
  return rows.length > 0
}
