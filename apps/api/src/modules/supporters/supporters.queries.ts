import { and, desc, eq, gt, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { auditEvents } from '../audit/audit.table.ts'
import { people } from '../identity/identity.table.ts'
import { ASKED_DAYS } from './supporters.rules.ts'
import { supports } from './supporters.table.ts'

export type SupportRow = typeof supports.$inferSelect

const helpers = alias(people, 'helpers')
const now = sql`clock_timestamp()`
/** In force, by the database's clock. */
export const isOn = () => and(eq(supports.state, 'active'), gt(supports.until, now))
const freshlyAsked = () =>
  and(
    eq(supports.state, 'asked'),
    gt(supports.until, now),
    sql`${supports.askedAt} > ${now} - ${ASKED_DAYS}::int * interval '1 day'`,
  )
const MOST = 50

/** The support in force between two people. */
export const activeBetween = async (db: Database, supporterId: string, personId: string) =>
  (
    await db
      .select()
      .from(supports)
      .where(and(eq(supports.personId, personId), eq(supports.supporterId, supporterId), isOn()))
  )[0]

const whole = (db: Database) =>
  db
    .select({
      support: supports,
      helperName: helpers.displayName,
      personName: people.displayName,
      personEmail: people.email,
      personPhone: people.phone,
    })
    .from(supports)
    .innerJoin(people, eq(people.id, supports.personId))
    .leftJoin(helpers, eq(helpers.id, supports.supporterId))

/** With the names of both. */
export type WholeRow = Awaited<ReturnType<typeof whole>>[number]

export const byPerson = (db: Database, personId: string): Promise<WholeRow[]> =>
  whole(db)
    .where(and(eq(supports.personId, personId), ne(supports.state, 'lapsed')))
    .orderBy(desc(supports.askedAt), desc(supports.id))
    .limit(MOST)

export const ofPerson = async (
  db: Database,
  id: string,
  personId: string,
): Promise<WholeRow | undefined> =>
  (await whole(db).where(and(eq(supports.id, id), eq(supports.personId, personId))))[0]

/** An ask went to an address or number that is theirs by now, proven. */
const askedOf = (ways: readonly string[]): SQL | undefined =>
  ways.length === 0 ? sql`false` : and(inArray(supports.contact, [...ways]), freshlyAsked())

/** Whom somebody acts for, and who has asked at one of their addresses. */
export const forSupporter = (
  db: Database,
  supporterId: string,
  ways: readonly string[],
): Promise<WholeRow[]> =>
  whole(db)
    .where(
      and(
        or(and(eq(supports.supporterId, supporterId), isOn()), askedOf(ways)),
        ne(supports.personId, supporterId),
      ),
    )
    .orderBy(desc(supports.askedAt), desc(supports.id))
    .limit(MOST)

export const addSupport = async (
  tx: Database,
  values: typeof supports.$inferInsert,
): Promise<string> => {
  const [row] = await tx.insert(supports).values(values).returning({ id: supports.id })
  if (!row) throw new Error('insert returned no row')
  return row.id
}

/** Questions of one person: that wait, that were asked in the last 24 hours, and those of them by text. */
export async function asked(tx: Database, personId: string) {
  const ofDay = sql`${supports.askedAt} > ${now} - interval '1 day'`
  const [row] = await tx
    .select({
      waiting: sql<number>`(count(*) filter (where ${supports.state} = 'asked'))::int`,
      today: sql<number>`(count(*) filter (where ${ofDay}))::int`,
      texted: sql<number>`(count(*) filter (where ${ofDay} and ${supports.byText}))::int`,
    })
    .from(supports)
    .where(eq(supports.personId, personId))
  return row ?? { waiting: 0, today: 0, texted: 0 }
}

/** Says yes; of two answers at once, one gets the row. */
export const activate = async (
  tx: Database,
  id: string,
  supporterId: string,
  ways: readonly string[],
): Promise<SupportRow | undefined> =>
  (
    await tx
      .update(supports)
      .set({ state: 'active', supporterId, contact: '', calledName: '' })
      .where(and(eq(supports.id, id), askedOf(ways), ne(supports.personId, supporterId)))
      .returning()
  )[0]

const over = { contact: '', calledName: '', endedAt: now } as const

/** An answer of no; no row where it was answered, taken back, or asked of somebody else. */
export const refuseAsk = async (
  tx: Database,
  id: string,
  ways: readonly string[],
): Promise<SupportRow | undefined> =>
  (
    await tx
      .update(supports)
      .set({ ...over, state: 'declined' })
      .where(and(eq(supports.id, id), askedOf(ways)))
      .returning()
  )[0]

/** Ends them, or takes the questions back; no rows where all is over. */
export const end = async (
  tx: Database,
  which: SQL | undefined,
  endedBy: string | null,
): Promise<SupportRow[]> =>
  tx
    .update(supports)
    .set({ ...over, state: 'ended', endedBy })
    .where(and(which, inArray(supports.state, ['asked', 'active'])))
    .returning()

export const oneOf = (id: string, of: { personId: string } | { supporterId: string }) =>
  and(
    eq(supports.id, id),
    'personId' in of
      ? eq(supports.personId, of.personId)
      : eq(supports.supporterId, of.supporterId),
  )

export const activeOf = (personId: string, supporterId: string): SQL | undefined =>
  and(
    eq(supports.personId, personId),
    eq(supports.supporterId, supporterId),
    eq(supports.state, 'active'),
  )

export const givenBy = (personId: string): SQL => eq(supports.personId, personId)

/** Everything between somebody and whoever helps them, and what was asked at their addresses. */
export const about = (personId: string, ways: readonly string[]): SQL | undefined =>
  or(
    eq(supports.personId, personId),
    eq(supports.supporterId, personId),
    ways.length > 0
      ? and(eq(supports.state, 'asked'), inArray(supports.contact, [...ways]))
      : undefined,
  )

/** One support whose time is over, or a question nobody answered; skipped where another worker has it. */
export const oneOver = async (tx: Database): Promise<SupportRow | undefined> =>
  (
    await tx
      .select()
      .from(supports)
      .where(
        or(
          and(inArray(supports.state, ['asked', 'active']), sql`${supports.until} <= ${now}`),
          and(
            eq(supports.state, 'asked'),
            sql`${supports.askedAt} <= ${now} - ${ASKED_DAYS}::int * interval '1 day'`,
          ),
        ),
      )
      .orderBy(supports.until)
      .limit(1)
      .for('update', { skipLocked: true })
  )[0]

export const lapse = (tx: Database, { id, state }: SupportRow) =>
  tx
    .update(supports)
    .set({ ...over, state: state === 'asked' ? 'lapsed' : 'ended' })
    .where(eq(supports.id, id))

/** What the record says was done for a person by one who helped them: kinds and moments. */
export const actsFor = (db: Database, support: SupportRow) =>
  db
    .select({ at: auditEvents.at, action: auditEvents.action })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.actorId, support.personId),
        isNotNull(auditEvents.after),
        sql`${auditEvents.after} ->> 'supporterId' = ${support.supporterId}`,
        sql`${auditEvents.at} >= ${support.answeredAt?.toISOString() ?? null}::timestamptz`,
        sql`${auditEvents.at} <= coalesce(${support.endedAt?.toISOString() ?? null}::timestamptz, ${now})`,
      ),
    )
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(200)
