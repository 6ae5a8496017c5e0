import { and, asc, desc, eq, ilike, inArray, lte, ne, notInArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { interests } from '../interests/interests.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { places } from '../places/places.table.ts'
import { jointInterests, jointInterestMembers as members } from './joint-interests.table.ts'

export type JointRow = typeof jointInterests.$inferSelect
type NewMember = typeof members.$inferInsert

/** All that a challenge offers, in pence: the sum that is shared out. */
const offeredPence = sql<number>`(coalesce(${challenges.backfillPence}, 0)::bigint + coalesce(${challenges.participationPence}, 0)
  + coalesce(${challenges.testsPence}, 0) + coalesce(${challenges.accessPence}, 0))::float8`

const whole = (db: Database) =>
  db
    .select({
      joint: jointInterests,
      challenge: {
        id: challenges.id,
        slug: sql<string>`${challenges.slug}`,
        question: challenges.question,
        closesAt: sql<Date>`${challenges.closesAt}`.mapWith(challenges.closesAt),
        hoursPerMonth: challenges.hoursPerMonth,
        offeredPence,
        currency: places.currency,
      },
      open: sql<boolean>`${challenges.state} = 'open' and ${challenges.closesAt} > clock_timestamp()`,
      sent: { id: interests.id, state: interests.state, at: interests.receivedAt },
    })
    .from(jointInterests)
    .innerJoin(challenges, eq(challenges.id, jointInterests.challengeId))
    .innerJoin(places, eq(places.id, jointInterests.placeId))
    .leftJoin(interests, eq(interests.id, jointInterests.interestId))
    .$dynamic()
export type WholeJoint = Awaited<ReturnType<typeof whole>>[number]

export const jointById = async (db: Database, id: string): Promise<WholeJoint | undefined> =>
  (await whole(db).where(eq(jointInterests.id, id)))[0]

/** Holds it until the transaction ends, so that two people change it one after the other. */
export const lockJoint = (tx: Database, id: string) =>
  tx
    .select({ id: jointInterests.id })
    .from(jointInterests)
    .where(eq(jointInterests.id, id))
    .for('update')

/** How an organisation answers this challenge outside this answer together; null where it does not. */
const elsewhere = sql<'alone' | 'together' | null>`case
  when exists (select 1 from joint_interest_members o where o.challenge_id = ${members.challengeId} and o.state = 'joined'
    and o.organisation_id = ${members.organisationId} and o.joint_interest_id <> ${members.jointInterestId}) then 'together'
  when exists (select 1 from interests i where i.challenge_id = ${members.challengeId} and i.state <> 'withdrawn'
    and i.joint_interest_id is distinct from ${members.jointInterestId}
    and (i.organisation_id = ${members.organisationId} or ${members.organisationId} = any (i.parties))) then 'alone'
  end`

export const membersOf = (db: Database, jointIds: readonly string[]) =>
  db
    .select({
      member: members,
      elsewhere,
      organisation: {
        id: organisations.id,
        name: organisations.name,
        sector: organisations.sector,
        incomeBand: organisations.incomeBand,
      },
    })
    .from(members)
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(inArray(members.jointInterestId, [...jointIds]))
    .orderBy(asc(members.invitedAt), asc(organisations.name))
export type MemberRow = Awaited<ReturnType<typeof membersOf>>[number]

/** Those that these organisations are asked to join or part of; newest first. */
export async function jointsOf(
  db: Database,
  organisationIds: readonly string[],
  challengeId?: string,
): Promise<WholeJoint[]> {
  if (organisationIds.length === 0) return []
  const theirs = db
    .select({ id: members.jointInterestId })
    .from(members)
    .where(
      and(
        inArray(members.organisationId, [...organisationIds]),
        inArray(members.state, ['invited', 'joined']),
      ),
    )
  return whole(db)
    .where(
      and(
        inArray(jointInterests.id, theirs),
        ne(jointInterests.state, 'ended'),
        challengeId ? eq(jointInterests.challengeId, challengeId) : undefined,
      ),
    )
    .orderBy(desc(jointInterests.createdAt))
}

export const put = async (
  tx: Database,
  row: typeof jointInterests.$inferInsert,
): Promise<string> => {
  const [made] = await tx.insert(jointInterests).values(row).returning({ id: jointInterests.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

/** Asks organisations, or asks again whoever had said no or left; what a seed said of them stays. */
export const putMembers = (tx: Database, rows: readonly NewMember[]) =>
  tx
    .insert(members)
    .values([...rows])
    .onConflictDoUpdate({
      target: [members.jointInterestId, members.organisationId],
      set: {
        state: 'invited',
        why: sql`excluded.why`,
        askedPurpose: sql`excluded.asked_purpose`,
        invitedAt: sql`clock_timestamp()`,
      },
    })

const isMember = (of: { jointInterestId: string; organisationId: string }) =>
  and(
    eq(members.jointInterestId, of.jointInterestId),
    eq(members.organisationId, of.organisationId),
  )

/** Whom no letter of a seed reached. It stays so, whatever they answer and whoever asks them again (S-02). */
export const noteByHand = (tx: Database, id: string, organisationIds: readonly string[]) =>
  tx
    .update(members)
    .set({ byHand: true })
    .where(
      and(eq(members.jointInterestId, id), inArray(members.organisationId, [...organisationIds])),
    )

export const changeMember = (
  tx: Database,
  of: { jointInterestId: string; organisationId: string },
  row: Partial<NewMember>,
) => tx.update(members).set(row).where(isMember(of))

/** A yes, a no or a goodbye, with the moment it was said. */
export const moveMember = (
  tx: Database,
  of: { jointInterestId: string; organisationId: string },
  state: 'joined' | 'declined' | 'left',
) => tx.update(members).set({ state, answeredAt: sql`clock_timestamp()` }).where(isMember(of))

export const agree = (
  tx: Database,
  of: { jointInterestId: string; organisationId: string },
  by: { version: number; personId: string },
) =>
  tx
    .update(members)
    .set({
      agreedVersion: by.version,
      agreedBy: by.personId,
      agreedAt: sql`clock_timestamp()`,
    })
    .where(isMember(of))

export const change = (
  tx: Database,
  id: string,
  row: Partial<typeof jointInterests.$inferInsert>,
) =>
  tx
    .update(jointInterests)
    .set({ ...row, updatedAt: sql`clock_timestamp()` })
    .where(eq(jointInterests.id, id))

/** Organisations of the place among these, held as they are while they are asked. */
export const holdOrganisations = (tx: Database, placeId: string, ids: readonly string[]) =>
  tx
    .select({ id: organisations.id, state: organisations.state })
    .from(organisations)
    .where(and(eq(organisations.placeId, placeId), inArray(organisations.id, [...ids])))
    .orderBy(asc(organisations.id))
    .for('share')

const LISTED = 20

/** By part of their name, without whoever asks the question, whoever takes a pause and whoever has gone. */
export const partnersNamed = (
  db: Database,
  of: { placeId: string; askerId: string; name: string; without: readonly string[] },
) =>
  db
    .select({ id: organisations.id, name: organisations.name, sector: organisations.sector })
    .from(organisations)
    .where(
      and(
        eq(organisations.placeId, of.placeId),
        notInArray(organisations.state, ['paused', 'left']),
        notInArray(organisations.id, [of.askerId, ...of.without]),
        ilike(organisations.name, `%${of.name.replaceAll(/[\\%_]/g, '\\$&')}%`),
      ),
    )
    .orderBy(asc(organisations.name))
    .limit(LISTED)

/** What a broker asked for in one challenge: the rows of seeds. */
export const seedsOf = (db: Database, challengeId: string, seededBy: string) =>
  db
    .select({ id: jointInterests.id, seededAt: jointInterests.createdAt })
    .from(jointInterests)
    .where(and(eq(jointInterests.challengeId, challengeId), eq(jointInterests.seededBy, seededBy)))
    .orderBy(desc(jointInterests.createdAt))

/** The next one that has not been sent although its challenge closes soon; skips what another worker holds. */
export const takeUnsent = async (tx: Database) =>
  (
    await tx
      .select({ id: jointInterests.id, closesAt: challenges.closesAt, state: challenges.state })
      .from(jointInterests)
      .innerJoin(challenges, eq(challenges.id, jointInterests.challengeId))
      .where(
        and(
          eq(jointInterests.state, 'forming'),
          lte(jointInterests.remindAt, sql`clock_timestamp()`),
        ),
      )
      .orderBy(asc(jointInterests.remindAt))
      .limit(1)
      .for('update', { of: jointInterests, skipLocked: true })
  )[0]
