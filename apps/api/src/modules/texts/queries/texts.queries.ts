import { and, asc, count, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers, groupSessions, groups } from '../../codesign/codesign.table.ts'
import { incomingTexts, textsTaken } from '../texts.table.ts'

export type TextRow = typeof incomingTexts.$inferSelect

/** False where this very text was handed in before. */
export const takeOnce = async (
  tx: Database,
  values: Pick<typeof textsTaken.$inferInsert, 'gatewayHash' | 'numberHash'>,
): Promise<boolean> =>
  (await tx.insert(textsTaken).values(values).onConflictDoNothing().returning()).length === 1

/** Texts from a number within a day, with the one just taken. */
export const takenToday = (tx: Database, numberHash: Buffer): Promise<number> =>
  tx.$count(
    textsTaken,
    and(
      eq(textsTaken.numberHash, numberHash),
      gt(textsTaken.takenAt, sql`clock_timestamp() - interval '1 day'`),
    ),
  )

const SOONEST = sql`(select min(s.starts_at) from ${groupSessions} s where s.group_id = ${groupMembers.groupId}
  and s.starts_at > clock_timestamp() and s.state in ('announced', 'access-check', 'confirmed'))`

/** Places in groups that a number has, however it was written down; first where a session comes soonest. */
export const placesOf = (tx: Database, number: string) =>
  tx
    .select()
    .from(groupMembers)
    .where(
      sql`${groupMembers.contactBy} = 'phone' and ${groupMembers.state} <> 'left'
        and right(regexp_replace(${groupMembers.contact}, '[^0-9]', '', 'g'), 9) = ${number.slice(-9)}
        and e164_of(${groupMembers.contact}, calling_code_of(${groupMembers.placeId})) = ${number}`,
    )
    .orderBy(
      sql`${SOONEST} asc nulls last`,
      sql`${groupMembers.joinedAt} desc`,
      asc(groupMembers.id),
    )

const toCome = sql`${groupSessions.startsAt} > clock_timestamp() and ${groupSessions.state} in ('announced', 'access-check', 'confirmed')`
/** The session our newest text to a number about any of them was for; its address is in the text. */
const lastAsked = (number: string) => sql`(
  select substring(o.body from '/sessions/([0-9a-f-]{36})') from outbox o
  where o.recipient = ${number} and o.body like '%/sessions/%' order by o.created_at desc, o.id desc limit 1)`

/**
 * The session a yes or no is for, held until the transaction ends: the one we last texted about. Where that is over or
 * called off, a person reads what is meant; where we texted about none yet, it is the next one of these groups.
 */
export const sessionMeant = async (tx: Database, number: string, groupIds: readonly string[]) =>
  (
    await tx
      .select()
      .from(groupSessions)
      .where(
        and(
          inArray(groupSessions.groupId, [...groupIds]),
          toCome,
          sql`coalesce(${lastAsked(number)} = ${groupSessions.id}::text, true)`,
        ),
      )
      .orderBy(asc(groupSessions.startsAt), asc(groupSessions.id))
      .limit(1)
      .for('no key update')
  )[0]

export const groupIdByCode = async (tx: Database, code: string) =>
  (await tx.select({ id: groups.id }).from(groups).where(eq(groups.joinCode, code)))[0]?.id

export const addText = (tx: Database, values: typeof incomingTexts.$inferInsert & { id: string }) =>
  tx.insert(incomingTexts).values(values)

const waits = isNull(incomingTexts.doneAt)

/** How many wait: of one number, or in one group. */
export const waitingOf = async (tx: Database, of: { numberHash: Buffer } | { groupId: string }) => {
  const which =
    'groupId' in of
      ? eq(incomingTexts.groupId, of.groupId)
      : eq(incomingTexts.numberHash, of.numberHash)
  const [row] = await tx.select({ n: count() }).from(incomingTexts).where(and(which, waits))
  return row?.n ?? 0
}

export const waitingIn = (db: Database, groupId: string) =>
  db
    .select({
      text: incomingTexts,
      firstName: groupMembers.firstName,
      reference: groupMembers.reference,
      isLate: sql<boolean>`${incomingTexts.dueAt} <= clock_timestamp()`,
    })
    .from(incomingTexts)
    .leftJoin(groupMembers, eq(groupMembers.id, incomingTexts.memberId))
    .where(and(eq(incomingTexts.groupId, groupId), waits))
    .orderBy(asc(incomingTexts.dueAt), asc(incomingTexts.id))

const oneOf = (at: { groupId: string; textId: string }) =>
  and(eq(incomingTexts.groupId, at.groupId), eq(incomingTexts.id, at.textId), waits)

export const waitingText = async (db: Database, at: { groupId: string; textId: string }) =>
  (await db.select().from(incomingTexts).where(oneOf(at)))[0]

/** Dealt with; of two who say so at once, one gets the row. Words and number go with it. */
export const finish = async (
  tx: Database,
  at: { groupId: string; textId: string },
  cameOf: TextRow['cameOf'],
) =>
  (
    await tx
      .update(incomingTexts)
      .set({ cameOf, doneAt: sql`clock_timestamp()` })
      .where(oneOf(at))
      .returning()
  )[0]

/** Whoever has no place here and does not want to be rung. */
export const takeBack = (tx: Database, numberHash: Buffer) =>
  tx
    .update(incomingTexts)
    .set({ cameOf: 'taken-back', doneAt: sql`clock_timestamp()` })
    .where(and(eq(incomingTexts.numberHash, numberHash), isNull(incomingTexts.memberId), waits))
    .returning()

/** Whether a number is texted from now on. No row where it was so before. */
export const setTexts = async (tx: Database, memberId: string, to: 'stopped' | 'wanted') =>
  (
    await tx
      .update(groupMembers)
      .set({ textsStoppedAt: to === 'stopped' ? sql`clock_timestamp()` : null })
      .where(
        and(
          eq(groupMembers.id, memberId),
          to === 'stopped'
            ? isNull(groupMembers.textsStoppedAt)
            : sql`${groupMembers.textsStoppedAt} is not null`,
        ),
      )
      .returning()
  )[0]

/** The last day has begun and nobody was reminded; or it is over. */
const STAGES = {
  waits: {
    when: sql`${incomingTexts.remindedAt} is null and ${incomingTexts.dueAt} - interval '16 hours' <= clock_timestamp()`,
    set: { remindedAt: sql`clock_timestamp()` },
  },
  late: {
    when: and(lte(incomingTexts.dueAt, sql`clock_timestamp()`), isNull(incomingTexts.lateToldAt)),
    set: { lateToldAt: sql`clock_timestamp()` },
  },
}
export type TextStage = keyof typeof STAGES

/** Takes a group with a text that waits so long, and notes for all of them that it was said. */
export async function takeLate(tx: Database, stage: TextStage) {
  const { when, set } = STAGES[stage]
  const [first] = await tx
    .select({ groupId: incomingTexts.groupId })
    .from(incomingTexts)
    .where(and(waits, when))
    .orderBy(incomingTexts.dueAt)
    .limit(1)
    .for('update', { skipLocked: true })
  if (!first) return undefined
  const rows = await tx
    .update(incomingTexts)
    .set(set)
    .where(and(eq(incomingTexts.groupId, first.groupId), waits, when))
    .returning({ id: incomingTexts.id })
  return { groupId: first.groupId, waiting: rows.length }
}
