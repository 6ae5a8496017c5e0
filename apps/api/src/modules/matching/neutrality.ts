import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { placeById } from '../places/index.ts'

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

/**
 * Why the desk of this challenge is closed to them, and whom to turn to: the place's contact, always. A list of who is
 * free would say who is not, and so whose organisation has answered (S-02).
 */
export async function notNeutral(db: Database, { placeId }: Challenge): Promise<AppError> {
  const place = await placeById(db, placeId)
  const contact = [place?.contactName, place?.contactPhone].filter(Boolean).join(', ')
  return new AppError('matching.not_neutral', {
    status: 403,
    title: 'You stand on one side of this challenge, so somebody else brokers it.',
    next: `Ask the contact of the place who does: ${contact}.`,
  })
}

/**
 * A broker who stands for a party in a challenge has no desk there (§2.2).
 *
 * @throws matching.not_neutral names the place's contact, who finds somebody
 */
export async function requireNeutral(
  db: Database,
  actor: Pick<Actor, 'personId'>,
  challenge: Challenge,
): Promise<void> {
  if (await representsParty(db, challenge.id, actor.personId)) throw await notNeutral(db, challenge)
}
