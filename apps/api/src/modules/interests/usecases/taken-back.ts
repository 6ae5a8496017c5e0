import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { challengeFacts } from '../../challenges/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { placeById } from '../../places/index.ts'
import { recipientsOf } from '../interests.receipt.ts'
import { takenBackLetter } from '../interests.words.ts'
import { calledIn } from '../letter-names.ts'
import { freeHours } from './hours.ts'
import { interestsFor } from './reading.ts'

/**
 * A challenge is taken back: everyone who had answered is told why, in the transaction that takes it back. Their
 * answers stay closed for good.
 */
export async function tellWithdrawn(
  tx: Database,
  deps: Deps,
  challenge: { id: string; placeId: string; reason: string },
): Promise<void> {
  const [facts] = await challengeFacts(tx, [challenge.id])
  const place = await placeById(tx, challenge.placeId)
  if (!facts?.slug || !place) return
  const contact = [place.contactName, place.contactPhone].filter(Boolean).join(', ')
  for (const answered of await interestsFor(tx, challenge.id)) {
    await freeHours(tx, answered.id)
    for (const reader of await recipientsOf(tx, answered)) {
      const letter = wordsIn(takenBackLetter, reader.language, {
        organisation: calledIn(reader.language, answered.names),
        question: facts.question,
        reason: challenge.reason,
        link: `${deps.config.origin}/challenges/${facts.slug}`,
        contact,
      })
      const template = 'interests.challenge-taken-back'
      await enqueue(tx, { placeId: place.id, to: reader.to, template, letter })
    }
  }
}
