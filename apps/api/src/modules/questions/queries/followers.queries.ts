import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { people } from '../../identity/identity.table.ts'
import { reach } from '../../identity/index.ts'
import { challengeFollowers } from '../questions.table.ts'

const one = (challengeId: string, personId: string) =>
  and(eq(challengeFollowers.challengeId, challengeId), eq(challengeFollowers.personId, personId))

export const follows = async (
  db: Database,
  challengeId: string,
  personId: string,
): Promise<boolean> => (await db.$count(challengeFollowers, one(challengeId, personId))) > 0

export const putFollower = (
  db: Database,
  row: { placeId: string; challengeId: string; personId: string },
) => db.insert(challengeFollowers).values(row).onConflictDoNothing()

export const dropFollower = (db: Database, challengeId: string, personId: string) =>
  db.delete(challengeFollowers).where(one(challengeId, personId))

/** Whoever follows a challenge and can be written to. Nobody is ever shown this list. */
export const followersOf = async (db: Database, challengeId: string) =>
  (
    await db
      .select({ to: reach, language: people.language })
      .from(challengeFollowers)
      .innerJoin(people, eq(people.id, challengeFollowers.personId))
      .where(and(eq(challengeFollowers.challengeId, challengeId), isNull(people.erasedAt)))
  ).flatMap(({ to, language }) => (to ? [{ to, language }] : []))

/** The challenges somebody follows, for whoever downloads what is held about them. */
export const followedBy = async (db: Database, personId: string): Promise<string[]> =>
  (
    await db
      .select({ challengeId: challengeFollowers.challengeId })
      .from(challengeFollowers)
      .where(eq(challengeFollowers.personId, personId))
  ).map((row) => row.challengeId)

/** Somebody who erases themselves follows nothing any more. */
export const followNothing = (tx: Database, personId: string) =>
  tx.delete(challengeFollowers).where(eq(challengeFollowers.personId, personId))
