import type { Bloc } from '@howcanwe/shared/codesign'
import type { Format } from '@howcanwe/shared/formats'
import { and, asc, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { auditEvents } from '../../audit/audit.table.ts'
import { people } from '../../identity/identity.table.ts'
import { outbox } from '../../notifications/notifications.table.ts'
import { groupEchoes } from '../codesign.echoes.table.ts'
import { ECHO_HOURS } from '../codesign.rules.ts'
import { groupMembers, groups } from '../codesign.table.ts'

export type MemberRow = typeof groupMembers.$inferSelect

/** Takes a place, or says that there is none: one statement, so two people never get the last one (T-07). */
export const claimPlace = async (tx: Database, groupId: string): Promise<boolean> =>
  (
    await tx
      .update(groups)
      .set({ taken: sql`${groups.taken} + 1` })
      .where(and(eq(groups.id, groupId), sql`${groups.taken} < ${groups.places}`))
      .returning({ id: groups.id })
  ).length === 1

/** No row when the contact already has a place here, or the reference is taken. */
export const addMember = async (
  tx: Database,
  values: typeof groupMembers.$inferInsert,
): Promise<MemberRow | undefined> =>
  (await tx.insert(groupMembers).values(values).onConflictDoNothing().returning())[0]

const isThere = () => ne(groupMembers.state, 'left')

export const memberByContact = async (tx: Database, groupId: string, contactHash: Buffer) =>
  (
    await tx
      .select()
      .from(groupMembers)
      .where(
        and(
          eq(groupMembers.groupId, groupId),
          eq(groupMembers.contactHash, contactHash),
          isThere(),
        ),
      )
  )[0]

export const memberByToken = async (tx: Database, manageHash: Buffer) =>
  (await tx.select().from(groupMembers).where(eq(groupMembers.manageHash, manageHash)))[0]

export const memberOf = async (tx: Database, groupId: string, memberId: string) =>
  (
    await tx
      .select()
      .from(groupMembers)
      .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.id, memberId), isThere()))
  )[0]

export const membersOf = (db: Database, groupId: string): Promise<MemberRow[]> =>
  db
    .select()
    .from(groupMembers)
    .where(and(eq(groupMembers.groupId, groupId), isThere()))
    .orderBy(asc(groupMembers.joinedAt), asc(groupMembers.id))

/** No row when somebody has been in touch before. */
export const markContacted = async (tx: Database, memberId: string) =>
  (
    await tx
      .update(groupMembers)
      .set({ state: 'contacted', contactedAt: sql`clock_timestamp()` })
      .where(and(eq(groupMembers.id, memberId), eq(groupMembers.state, 'joined')))
      .returning()
  )[0]

/** A resident's seat is taken or given back with it, by the database. */
export const setBloc = async (
  tx: Database,
  { memberId, bloc, organisation }: { memberId: string; bloc: Bloc; organisation: string },
) =>
  (
    await tx
      .update(groupMembers)
      .set({ bloc, organisation })
      .where(and(eq(groupMembers.id, memberId), isThere()))
      .returning()
  )[0]

/** Keeps that a place was left and when; everything the person typed goes, and the database frees their seat. */
export const blankMember = async (tx: Database, memberId: string) =>
  (
    await tx
      .update(groupMembers)
      .set({
        state: 'left',
        leftAt: sql`clock_timestamp()`,
        firstName: '',
        contact: '',
        contactHash: Buffer.alloc(0),
        ways: [],
        organisation: '',
        personId: null,
        wordsHash: null,
        textsStoppedAt: null,
      })
      .where(and(eq(groupMembers.id, memberId), isThere()))
      .returning({ id: groupMembers.id })
  )[0]

/**
 * The letters a member was sent carry the address and the way to leave: they go with the rest, whichever part of the group
 * wrote them. One that says where their money goes from now on has no reference, and is still sent: it is how they find out
 * that somebody else had their slip, and left in their name (trust.md A7).
 */
export const dropLetters = (tx: Database, member: MemberRow) =>
  tx
    .delete(outbox)
    .where(
      and(
        eq(outbox.placeId, member.placeId),
        sql`${outbox.recipient} in (${member.contact}, e164_of(${member.contact}, calling_code_of(${member.placeId})))`,
        sql`position(${member.reference} in ${outbox.body}) > 0`,
      ),
    )

export const isReferenceTaken = async (
  tx: Database,
  placeId: string,
  reference: string,
): Promise<boolean> => {
  const { rows } = await tx.execute<{ taken: boolean }>(sql`
    select exists (select 1 from ${groupMembers} where ${groupMembers.placeId} = ${placeId}
                   and ${groupMembers.reference} = ${reference})
        or exists (select 1 from ${groupEchoes} where ${groupEchoes.placeId} = ${placeId}
                   and ${groupEchoes.reference} = ${reference}) as taken`)
  return rows[0]?.taken === true
}

/** No row when this very slip was handed out before, or the reference is taken. */
export const addEcho = async (tx: Database, values: typeof groupEchoes.$inferInsert) =>
  (await tx.insert(groupEchoes).values(values).onConflictDoNothing().returning())[0]

/** How often this has happened to a member of late. The trail counts, because slips go when they are used. */
export const lately = (
  tx: Database,
  memberId: string,
  action: 'codesign.contact-given-again' | 'codesign.asked-to-leave' | 'codesign.held-back',
): Promise<number> =>
  tx.$count(
    auditEvents,
    and(
      eq(auditEvents.subjectId, memberId),
      eq(auditEvents.action, action),
      gt(auditEvents.at, sql`clock_timestamp() - ${ECHO_HOURS}::int * interval '1 hour'`),
    ),
  )

export const echoByToken = async (tx: Database, manageHash: Buffer) =>
  (await tx.select().from(groupEchoes).where(eq(groupEchoes.manageHash, manageHash)))[0]

/** Takes a slip back; of two at once, one gets the row. */
export const takeEcho = async (tx: Database, manageHash: Buffer) =>
  (await tx.delete(groupEchoes).where(eq(groupEchoes.manageHash, manageHash)).returning())[0]

export const memberById = async (tx: Database, id: string) =>
  (await tx.select().from(groupMembers).where(eq(groupMembers.id, id)))[0]

/** A place taken under an address, or a number however it is written, that this person has proven theirs. */
const isTheirs = sql`place_is_of(${groupMembers}, ${people})`

/** Places in groups that are somebody's, by what they have proven theirs; the oldest first. */
export const placesUnder = (db: Database, personId: string) =>
  db
    .select({
      memberId: groupMembers.id,
      reference: groupMembers.reference,
      joinedAt: groupMembers.joinedAt,
      group: { id: groups.id, name: groups.name },
    })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .innerJoin(people, eq(people.id, personId))
    .where(isTheirs)
    .orderBy(asc(groupMembers.joinedAt), asc(groupMembers.id))

/**
 * How people in these places like to read and follow. Only who saved it after taking the place: otherwise whoever
 * runs a group could learn it by giving a place to somebody else's address.
 */
export async function formatsIn(
  db: Database,
  memberIds: readonly string[],
): Promise<Map<string, Format[]>> {
  if (memberIds.length === 0) return new Map()
  const rows = await db
    .select({ id: groupMembers.id, formats: people.formats })
    .from(people)
    .innerJoin(groupMembers, and(isTheirs, lte(groupMembers.joinedAt, people.formatsAt)))
    .where(and(inArray(groupMembers.id, [...memberIds]), sql`cardinality(${people.formats}) > 0`))
  return new Map(rows.map(({ id, formats }) => [id, formats]))
}
