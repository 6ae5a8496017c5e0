import { and, asc, eq, ilike, inArray, ne } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { interests } from '../interests/interests.table.ts'
import { jointInterestMembers, jointInterests } from '../joint-interests/joint-interests.table.ts'
import { organisations } from '../organisations/organisations.table.ts'

const NAMED = 12
/** Letters of a title (§2.9). */
const TITLE_MOST = 120

const named = { id: organisations.id, name: organisations.name }

/** Organisations of one place among these, by name. */
export const organisationsHere = (db: Database, placeId: string, ids: readonly string[]) =>
  db
    .select({ ...named, state: organisations.state })
    .from(organisations)
    .where(
      and(
        eq(organisations.placeId, placeId),
        ne(organisations.state, 'left'),
        inArray(organisations.id, [...ids]),
      ),
    )
    .orderBy(asc(organisations.name))

/** Organisations of a place by a part of their name; without whoever asks. */
export const organisationsNamed = (
  db: Database,
  of: { placeId: string; organisationId: string; q: string },
) =>
  db
    .select(named)
    .from(organisations)
    .where(
      and(
        eq(organisations.placeId, of.placeId),
        ne(organisations.state, 'left'),
        ne(organisations.id, of.organisationId),
        ilike(organisations.name, `%${of.q.replaceAll(/[\\%_]/g, '\\$&')}%`),
      ),
    )
    .orderBy(asc(organisations.name))
    .limit(NAMED)

/** Everybody in an answer together. */
export const partiesOfJoint = async (db: Database, jointInterestId: string): Promise<string[]> =>
  (
    await db
      .select({ id: jointInterestMembers.organisationId })
      .from(jointInterestMembers)
      .where(
        and(
          eq(jointInterestMembers.jointInterestId, jointInterestId),
          eq(jointInterestMembers.state, 'joined'),
        ),
      )
  ).map((one) => one.id)

/** The team of a challenge and whoever asked it. */
export async function partiesOfTeam(db: Database, challengeId: string): Promise<string[]> {
  const chosen = await db
    .select({ id: interests.organisationId, parties: interests.parties })
    .from(interests)
    .where(and(eq(interests.challengeId, challengeId), eq(interests.state, 'chosen')))
  const [asked] = await db
    .select({ id: challenges.organisationId })
    .from(challenges)
    .where(eq(challenges.id, challengeId))
  const team = chosen.flatMap((one) => [one.id, ...one.parties])
  return team.length === 0 ? [] : [...team, ...(asked ? [asked.id] : [])]
}

/** The question their work began with, as long as a title may be. */
export async function titleOf(db: Database, from: string, id: string): Promise<string> {
  const question = { question: challenges.question }
  const [row] =
    from === 'cohort'
      ? await db.select(question).from(challenges).where(eq(challenges.id, id))
      : await db
          .select(question)
          .from(jointInterests)
          .innerJoin(challenges, eq(challenges.id, jointInterests.challengeId))
          .where(eq(jointInterests.id, id))
  return (row?.question ?? '').slice(0, TITLE_MOST)
}
