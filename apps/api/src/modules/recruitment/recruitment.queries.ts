import { and, asc, desc, eq, inArray, lte, ne, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { outbox } from '../notifications/notifications.table.ts'
import type { Applicant } from './recruitment.pool.rules.ts'
import { recruitmentNames, recruitmentSpecialAnswers, recruitments } from './recruitment.table.ts'

export type RecruitmentRow = typeof recruitments.$inferSelect
export type NameRow = typeof recruitmentNames.$inferSelect

/** The newest of a group: the one that runs, or the last that ran. */
export const ofGroup = async (
  db: Database,
  groupId: string,
  lock?: 'update',
): Promise<RecruitmentRow | undefined> => {
  const newest = db
    .select()
    .from(recruitments)
    .where(eq(recruitments.groupId, groupId))
    .orderBy(desc(recruitments.createdAt))
    .limit(1)
  return (await (lock ? newest.for('update') : newest))[0]
}

export const lastConfirmed = async (
  db: Database,
  groupId: string,
): Promise<RecruitmentRow | undefined> =>
  (
    await db
      .select()
      .from(recruitments)
      .where(and(eq(recruitments.groupId, groupId), eq(recruitments.state, 'confirmed')))
      .orderBy(desc(recruitments.createdAt))
      .limit(1)
  )[0]

/** @param lock so that it is neither drawn nor confirmed meanwhile */
export const byId = async (
  db: Database,
  id: string,
  lock?: 'share',
): Promise<RecruitmentRow | undefined> => {
  const one = db.select().from(recruitments).where(eq(recruitments.id, id))
  return (await (lock ? one.for('share') : one))[0]
}

export async function add(
  tx: Database,
  values: typeof recruitments.$inferInsert,
): Promise<RecruitmentRow> {
  const [row] = await tx.insert(recruitments).values(values).returning()
  if (!row) throw new Error('insert returned no row')
  return row
}

/**
 * No row when it is in another state by now.
 *
 * @param at what becomes this very moment, by the database's clock
 */
export const change = async (
  tx: Database,
  { id, state }: Pick<RecruitmentRow, 'id' | 'state'>,
  values: Partial<typeof recruitments.$inferInsert>,
  at?: 'closedAt' | 'drawnAt' | 'confirmedAt',
): Promise<RecruitmentRow | undefined> =>
  (
    await tx
      .update(recruitments)
      .set({ ...values, ...(at ? { [at]: sql`clock_timestamp()` } : {}) })
      .where(and(eq(recruitments.id, id), eq(recruitments.state, state)))
      .returning()
  )[0]

/** Whose last moment for names has come, while the figure is still to come. */
export const dueToClose = async (db: Database): Promise<RecruitmentRow | undefined> =>
  (
    await db
      .select()
      .from(recruitments)
      .where(
        and(
          eq(recruitments.state, 'open'),
          lte(recruitments.closesAt, sql`clock_timestamp()`),
          sql`${recruitments.publicAt} > clock_timestamp()`,
        ),
      )
      .orderBy(asc(recruitments.closesAt))
      .limit(1)
  )[0]

export async function hasCome(db: Database, at: Date): Promise<boolean> {
  const { rows } = await db.execute<{ come: boolean }>(
    sql`select ${at.toISOString()}::timestamptz <= clock_timestamp() as come`,
  )
  return rows[0]?.come === true
}

/** No row when this contact has a name here, or number or reference are taken. */
export const addName = async (
  tx: Database,
  values: typeof recruitmentNames.$inferInsert,
): Promise<NameRow | undefined> =>
  (await tx.insert(recruitmentNames).values(values).onConflictDoNothing().returning())[0]

export const addSpecial = (tx: Database, nameId: string, answers: Record<string, string>) =>
  tx
    .insert(recruitmentSpecialAnswers)
    .values(Object.entries(answers).map(([category, feature]) => ({ nameId, category, feature })))

export const nameByContact = async (tx: Database, recruitmentId: string, contactHash: Buffer) =>
  (
    await tx
      .select()
      .from(recruitmentNames)
      .where(
        and(
          eq(recruitmentNames.recruitmentId, recruitmentId),
          eq(recruitmentNames.contactHash, contactHash),
        ),
      )
  )[0]

/** Whoever has this contact, where the one they help or who helps them is in this group or its draw already. */
export async function heldBack(
  tx: Database,
  { id, placeId }: { id: string; placeId: string },
  { by, contact }: { by: string; contact: string },
): Promise<string | undefined> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select id from held_back_in(${id}, ${placeId}, ${by}, ${contact}) as id limit 1`,
  )
  return rows[0]?.id
}

export const nameById = async (tx: Database, id: string): Promise<NameRow | undefined> =>
  (await tx.select().from(recruitmentNames).where(eq(recruitmentNames.id, id)))[0]

/** How many names are not taken out, and how many of those were written down for somebody. */
export async function countNames(db: Database, recruitmentId: string) {
  const { state, enteredBy } = recruitmentNames
  const [row] = await db
    .select({ names: sql<number>`count(*)::int`, entered: sql<number>`count(${enteredBy})::int` })
    .from(recruitmentNames)
    .where(and(eq(recruitmentNames.recruitmentId, recruitmentId), ne(state, 'out')))
  return row ?? { names: 0, entered: 0 }
}

export const namesOf = (
  db: Database,
  recruitmentId: string,
  states: NameRow['state'][],
): Promise<NameRow[]> =>
  db
    .select()
    .from(recruitmentNames)
    .where(
      and(
        eq(recruitmentNames.recruitmentId, recruitmentId),
        inArray(recruitmentNames.state, states),
      ),
    )
    .orderBy(asc(recruitmentNames.number))

export const specialOf = (db: Database, nameIds: readonly string[]) =>
  nameIds.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(recruitmentSpecialAnswers)
        .where(inArray(recruitmentSpecialAnswers.nameId, [...nameIds]))

/** Everybody who is in, or came up, with all they said: what the draw goes by and what it is counted by. */
export async function poolOf(
  db: Database,
  recruitmentId: string,
  states: NameRow['state'][] = ['in'],
): Promise<Applicant[]> {
  const names = await namesOf(db, recruitmentId, states)
  const special = await specialOf(
    db,
    names.map(({ id }) => id),
  )
  return names.map(({ id, number, answers }) => ({
    number,
    features: {
      ...answers,
      ...Object.fromEntries(
        special.filter((one) => one.nameId === id).map((one) => [one.category, one.feature]),
      ),
    },
  }))
}

export const markNames = (
  tx: Database,
  recruitmentId: string,
  numbers: readonly number[],
  state: 'drawn' | 'not-drawn',
) =>
  numbers.length === 0
    ? Promise.resolve()
    : tx
        .update(recruitmentNames)
        .set({ state })
        .where(
          and(
            eq(recruitmentNames.recruitmentId, recruitmentId),
            eq(recruitmentNames.state, 'in'),
            inArray(recruitmentNames.number, [...numbers]),
          ),
        )

export const seated = (tx: Database, id: string, memberId: string) =>
  tx.update(recruitmentNames).set({ memberId }).where(eq(recruitmentNames.id, id))

const BLANK = {
  ...{ firstName: '', contact: '', contactHash: Buffer.alloc(0), ways: [], answers: {} },
  wordsHash: null,
}

/** Leaves the number, which stands on the sheets, and nothing else. */
export const takeOut = async (tx: Database, id: string) =>
  (
    await tx
      .update(recruitmentNames)
      .set({ state: 'out', ...BLANK })
      .where(and(eq(recruitmentNames.id, id), inArray(recruitmentNames.state, ['in', 'drawn'])))
      .returning({ id: recruitmentNames.id })
  )[0]

/** The letters to a name carry the address and the way to its slip: they go with the rest. */
export const dropLetters = (tx: Database, { placeId, contact, reference }: NameRow) =>
  tx
    .delete(outbox)
    .where(
      and(
        eq(outbox.placeId, placeId),
        sql`${outbox.recipient} in (${contact}, e164_of(${contact}, calling_code_of(${placeId})))`,
        sql`${outbox.template} like 'recruitment.%'`,
        sql`position(${reference} in ${outbox.body}) > 0`,
      ),
    )
