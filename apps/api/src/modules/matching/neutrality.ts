import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { peopleWithRole } from '../identity/index.ts'

interface Challenge {
  id: string
  placeId: string
}

/** Stands for a party in a challenge, or said so: as the database has it, which also refuses the write (HW111). */
export async function representsParty(
  db: Database,
  challengeId: string,
  personId: string,
): Promise<boolean> {
  const { rows } = await db.execute<{ party: boolean }>(
    sql`select represents_party(${challengeId}, ${personId}) as party`,
  )
  return rows[0]?.party ?? false
}

/** Brokers of this challenge who stand on no side of it, by name. */
async function neutralBrokers(db: Database, { id, placeId }: Challenge): Promise<string[]> {
  const brokers = await peopleWithRole(db, placeId, 'broker', [{ kind: 'challenge', id }])
  const free = await Promise.all(
    brokers.map(async (one) => ((await representsParty(db, id, one.id)) ? [] : (one.name ?? []))),
  )
  return free.flat()
}

/** Why the desk of this challenge is closed to them, and who can do it instead. */
export async function notNeutral(db: Database, challenge: Challenge): Promise<AppError> {
  const names = await neutralBrokers(db, challenge)
  return new AppError('matching.not_neutral', {
    status: 403,
    title: 'You stand on one side of this challenge, so somebody else brokers it.',
    next:
      names.length > 0
        ? `Ask ${names.join(' or ')}, who can do it instead.`
        : 'No other broker of this place is free of it. Ask the steward to name one for this challenge.',
  })
}

/**
 * A broker who stands for a party in a challenge has no desk there (§2.2).
 *
 * @throws matching.not_neutral names who can do it instead
 */
export async function requireNeutral(
  db: Database,
  actor: Pick<Actor, 'personId'>,
  challenge: Challenge,
): Promise<void> {
  if (await representsParty(db, challenge.id, actor.personId)) throw await notNeutral(db, challenge)
}
