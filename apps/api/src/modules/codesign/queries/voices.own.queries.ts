import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { people } from '../../identity/identity.table.ts'
import { WORDS_TRIES } from '../codesign.rules.ts'
import { groupDevices, groupMembers, groups } from '../codesign.table.ts'

const select = (db: Database) =>
  db
    .select({ member: groupMembers, groupName: groups.name, groupState: groups.state })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))

/** A place with its group. */
export type PlaceRow = Awaited<ReturnType<typeof select>>[number]

const isThere = ne(groupMembers.state, 'left')
const inOrder = [asc(groupMembers.joinedAt), asc(groupMembers.id)] as const

/** Places that somebody has by account: joined to it, or taken under what they have proven theirs. */
export const placesByAccount = (
  db: Database,
  personId: string,
  groupId?: string,
): Promise<PlaceRow[]> =>
  select(db)
    .innerJoin(people, eq(people.id, personId))
    .where(
      and(
        sql`place_is_of(${groupMembers}, ${people})`,
        groupId ? eq(groupMembers.groupId, groupId) : undefined,
      ),
    )
    .orderBy(...inOrder)

/** Places opened on a device, as long as their keys are those of today. */
export const placesOnDevice = (
  db: Database,
  keyHash: Buffer,
  groupId?: string,
): Promise<PlaceRow[]> =>
  select(db)
    .innerJoin(
      groupDevices,
      and(
        eq(groupDevices.memberId, groupMembers.id),
        eq(groupDevices.keyVersion, groupMembers.keyVersion),
        eq(groupDevices.keyHash, keyHash),
        gt(groupDevices.until, sql`clock_timestamp()`),
      ),
    )
    .where(and(isThere, groupId ? eq(groupMembers.groupId, groupId) : undefined))
    .orderBy(...inOrder)

export const placeById = async (db: Database, memberId: string): Promise<PlaceRow | undefined> =>
  (await select(db).where(and(eq(groupMembers.id, memberId), isThere)))[0]

/** References are drawn per place of the map, so that one may stand for several people of an installation. */
export const placesByReference = (db: Database, reference: string): Promise<PlaceRow[]> =>
  select(db)
    .where(
      and(
        eq(groupMembers.reference, reference),
        isThere,
        sql`${groupMembers.wordsHash} is not null`,
      ),
    )
    .orderBy(...inOrder)

/**
 * Takes one of the tries these slips have today; they share a reference, so they share the try.
 *
 * @returns the ids that had one left
 */
export const takeTry = async (tx: Database, memberIds: string[]): Promise<Set<string>> => {
  if (memberIds.length === 0) return new Set()
  const today = sql`(clock_timestamp() at time zone 'UTC')::date`
  const rows = await tx
    .update(groupMembers)
    .set({
      wordsTries: sql`case when ${groupMembers.wordsTriedOn} = ${today} then ${groupMembers.wordsTries} + 1 else 1 end`,
      wordsTriedOn: today,
    })
    .where(
      and(
        inArray(groupMembers.id, memberIds),
        sql`(${groupMembers.wordsTriedOn} is distinct from ${today} or ${groupMembers.wordsTries} < ${WORDS_TRIES}::int)`,
      ),
    )
    .returning({ id: groupMembers.id })
  return new Set(rows.map(({ id }) => id))
}

export const forgiveTries = (tx: Database, memberId: string) =>
  tx.update(groupMembers).set({ wordsTries: 0 }).where(eq(groupMembers.id, memberId))

/** Opens a place on a device, or opens it for longer. */
export const openOnDevice = (
  tx: Database,
  opened: { memberId: string; keyHash: Buffer; keyVersion: number; minutes: number },
) => {
  const { minutes, ...values } = opened
  const until = sql`clock_timestamp() + ${minutes}::int * interval '1 minute'`
  return tx
    .insert(groupDevices)
    .values({ ...values, until })
    .onConflictDoUpdate({
      target: [groupDevices.keyHash, groupDevices.memberId],
      set: { until, keyVersion: opened.keyVersion },
    })
}

export const closeDevice = (tx: Database, keyHash: Buffer) =>
  tx.delete(groupDevices).where(eq(groupDevices.keyHash, keyHash))

/** New words for a slip; links, words and devices from before stop. */
export const renewKeys = async (tx: Database, memberId: string) =>
  (
    await tx
      .update(groupMembers)
      .set({ keyVersion: sql`${groupMembers.keyVersion} + 1`, wordsHash: null, wordsTries: 0 })
      .where(and(eq(groupMembers.id, memberId), isThere))
      .returning({ id: groupMembers.id, keyVersion: groupMembers.keyVersion })
  )[0]

export const keepWords = (tx: Database, memberId: string, wordsHash: Buffer) =>
  tx.update(groupMembers).set({ wordsHash }).where(eq(groupMembers.id, memberId))

/** Rests, or takes part again; whoever was never rung is still to be rung. */
export const setResting = (tx: Database, memberId: string, resting: boolean) =>
  tx
    .update(groupMembers)
    .set({
      state: resting
        ? 'resting'
        : sql`case when ${groupMembers.contactedAt} is null then 'joined' else 'contacted' end`,
    })
    .where(and(eq(groupMembers.id, memberId), isThere))

export const setPerson = (tx: Database, memberId: string, personId: string) =>
  tx.update(groupMembers).set({ personId }).where(eq(groupMembers.id, memberId))

/** How many take part in each bloc; whoever rests is not counted. */
export const countBlocs = async (db: Database, groupId: string) => {
  const rows = await db
    .select({ bloc: groupMembers.bloc, count: sql<number>`count(*)::int` })
    .from(groupMembers)
    .where(
      and(eq(groupMembers.groupId, groupId), inArray(groupMembers.state, ['joined', 'contacted'])),
    )
    .groupBy(groupMembers.bloc)
  const of = (bloc: (typeof rows)[number]['bloc']) =>
    rows.find((row) => row.bloc === bloc)?.count ?? 0
  return {
    residents: of('residents'),
    organisations: of('organisations'),
    'public-bodies': of('public-bodies'),
  }
}
