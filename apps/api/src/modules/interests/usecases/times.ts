import type { AnswerTimes } from '@howcanwe/shared/interests'
import type { Database } from '../../../db/database.ts'
import { requirePlace } from '../../places/index.ts'
import { answerTimeOf } from '../times.queries.ts'

/**
 * How long answering takes here, for everybody to see (M4); of one challenge too where one is named.
 *
 * @throws places.not_found
 */
export async function answerTimes(
  db: Database,
  of: { placeId: string; challengeId?: string | undefined },
): Promise<AnswerTimes> {
  const { id: placeId } = await requirePlace(db, of.placeId)
  return {
    place: await answerTimeOf(db, { placeId }),
    challenge: of.challengeId
      ? await answerTimeOf(db, { placeId, challengeId: of.challengeId })
      : null,
  }
}
