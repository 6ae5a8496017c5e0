import type { Config } from '../config.ts'
import { type Database, inTransaction } from '../db/database.ts'
import { lineOf, newestCheckpoint } from '../modules/audit/index.ts'
import { enqueue, wordsIn } from '../modules/notifications/index.ts'
import { requirePlace } from '../modules/places/index.ts'
import { takeDue } from './witness.queries.ts'
import { witness } from './witness.words.ts'

/**
 * Mails one place's contact how far its record has come, once a day at most: a copy the operator cannot take back
 * (`trust.md` §4.4). Not for the demo town, whose contact is made up.
 *
 * @returns false when nobody was due
 */
export const witnessOne = (
  db: Database,
  { origin, signingKey }: Pick<Config, 'origin' | 'signingKey'>,
): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const due = await takeDue(tx)
    const checkpoint = due && (await newestCheckpoint(tx, due.chain))
    if (!checkpoint) return false
    const place = await requirePlace(tx, checkpoint.chain)
    const letter = wordsIn(witness, place.languages[0] ?? 'en', {
      contact: place.contactName,
      place: place.name,
      events: checkpoint.size,
      line: lineOf(checkpoint, { key: signingKey }),
      page: `${origin}/trail`,
    })
    const to = place.contactEmail ?? ''
    await enqueue(tx, { placeId: place.id, to, template: 'audit.witness', letter })
    return true
  })
