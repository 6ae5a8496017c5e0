import { ASKED_WITHIN_MONTHS } from '@howcanwe/shared/readings'
import {
  and,
  asc,
  eq,
  inArray,
  isNotNull,
  isNull,
  lte,
  notExists,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challengeAreas, challenges } from '../challenges/challenges.table.ts'
import {
  memberships,
  organisationAreas,
  organisations,
} from '../organisations/organisations.table.ts'
import { places } from '../places/places.table.ts'
import type { Group, Picked } from './asks.rules.ts'
import { readingAsks, readingClocks, readingComments } from './readings.table.ts'

/** A challenge for which somebody asks, and who that is. */
export interface Asking {
  challengeId: string
  placeId: string
  /** The public body. */
  organisationId: string
  /** Theirs are not asked: whoever asks the challenge and whoever presses the button. */
  parties: readonly string[]
}

const reached = sql`organisation_is_reached(${organisations})`

/** An organisation with less than £100,000 a year and no part in the asking. */
const couldRead = ({ organisationId, parties }: Asking): SQL => sql`(
  ${organisations.sector} <> 'public' and ${organisations.incomeBand} in ('none', 'micro', 'small')
  and ${organisations.id} <> ${organisationId} and not exists (select 1 from ${memberships}
    where ${memberships.organisationId} = ${organisations.id} and ${inArray(memberships.personId, [...parties])}))`

const here = (of: Asking) =>
  and(
    eq(organisations.placeId, of.placeId),
    inArray(organisations.state, ['listed', 'checked']),
    couldRead(of),
  )

const sharesArea = sql`exists (select 1 from ${organisationAreas}
  join ${challengeAreas} on ${challengeAreas.areaId} = ${organisationAreas.areaId}
  where ${organisationAreas.organisationId} = ${organisations.id} and ${challengeAreas.challengeId} = ${challenges.id})`

const askedBefore = sql<number>`(select count(*) from ${readingAsks}
  where ${readingAsks.organisationId} = ${organisations.id}
    and ${readingAsks.askedAt} > clock_timestamp() - ${ASKED_WITHIN_MONTHS}::int * interval '1 month')`

/** Small groups a letter can reach, neither asked for this challenge nor among its readers; in no order. */
export const groupsToAsk = (db: Database, of: Asking): Promise<Group[]> =>
  db
    .select({
      id: organisations.id,
      name: organisations.name,
      near: sql<boolean>`(${organisations.themes} && ${challenges.themes} or ${sharesArea})`,
      askedBefore: askedBefore.mapWith(Number),
    })
    .from(organisations)
    .innerJoin(challenges, eq(challenges.id, of.challengeId))
    .where(
      and(
        here(of),
        reached,
        notExists(
          db
            .select({ one: sql`1` })
            .from(readingAsks)
            .where(
              and(
                eq(readingAsks.challengeId, of.challengeId),
                eq(readingAsks.organisationId, organisations.id),
              ),
            ),
        ),
        notExists(
          db
            .select({ one: sql`1` })
            .from(readingComments)
            .where(
              and(
                eq(readingComments.challengeId, of.challengeId),
                eq(readingComments.organisationId, organisations.id),
              ),
            ),
        ),
      ),
    )

/** Small groups here that gave a telephone number only. */
export const countByPhone = (db: Database, of: Asking): Promise<number> =>
  db.$count(organisations, and(here(of), sql`not ${reached}`))

/** Those of the place among `ids`, held as they are: nobody pauses or leaves while they are asked. */
export const holdGroups = (tx: Database, of: Asking, ids: readonly string[]): Promise<Picked[]> =>
  tx
    .select({
      id: organisations.id,
      state: organisations.state,
      fit: sql<boolean>`(${couldRead(of)} and ${reached})`,
    })
    .from(organisations)
    .where(and(eq(organisations.placeId, of.placeId), inArray(organisations.id, [...ids])))
    .orderBy(asc(organisations.id))
    .for('share')

/** Everybody asked for a challenge, in the order they were; the brokers stand without an organisation. */
export const asksOf = (db: Database, challengeId: string) =>
  db
    .select({
      organisationId: readingAsks.organisationId,
      name: organisations.name,
      on: sql<string>`to_char(${readingAsks.askedAt} at time zone ${places.timeZone}, 'YYYY-MM-DD')`,
    })
    .from(readingAsks)
    .innerJoin(places, eq(places.id, readingAsks.placeId))
    .leftJoin(organisations, eq(organisations.id, readingAsks.organisationId))
    .where(eq(readingAsks.challengeId, challengeId))
    .orderBy(asc(readingAsks.askedAt), asc(readingAsks.id))

/** How many groups a challenge was sent to by us. */
export const countAsked = (db: Database, challengeId: string): Promise<number> =>
  db.$count(
    readingAsks,
    and(eq(readingAsks.challengeId, challengeId), isNotNull(readingAsks.organisationId)),
  )

export const putAsk = async (
  tx: Database,
  row: typeof readingAsks.$inferInsert,
): Promise<string> => {
  const [made] = await tx.insert(readingAsks).values(row).returning({ id: readingAsks.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

/** A challenge that is being read and whose clock was not wound; skips what another worker holds. */
export const takeUnwound = async (tx: Database) =>
  (
    await tx
      .select({ id: challenges.id, placeId: challenges.placeId, readUntil: challenges.readUntil })
      .from(challenges)
      .leftJoin(readingClocks, eq(readingClocks.challengeId, challenges.id))
      .where(
        and(
          eq(challenges.state, 'read-through'),
          isNotNull(challenges.readUntil),
          isNull(readingClocks.challengeId),
        ),
      )
      .orderBy(asc(challenges.readUntil))
      .limit(1)
      .for('update', { of: challenges, skipLocked: true })
  )[0]

export const putClock = (tx: Database, row: typeof readingClocks.$inferInsert) =>
  tx.insert(readingClocks).values(row).onConflictDoNothing()

/** The next clock that rings, settled in this transaction; skips what another worker holds. */
export async function takeRinging(tx: Database): Promise<string | undefined> {
  const [next] = await tx
    .select({ id: readingClocks.challengeId })
    .from(readingClocks)
    .where(
      and(isNull(readingClocks.fewSettledAt), lte(readingClocks.fewDueAt, sql`clock_timestamp()`)),
    )
    .orderBy(asc(readingClocks.fewDueAt))
    .limit(1)
    .for('update', { skipLocked: true })
  if (!next) return undefined
  await tx
    .update(readingClocks)
    .set({ fewSettledAt: sql`clock_timestamp()` })
    .where(eq(readingClocks.challengeId, next.id))
  return next.id
}
