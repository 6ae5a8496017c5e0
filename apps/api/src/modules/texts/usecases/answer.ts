import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { factsFor, groupById, type MemberRow, memberReach } from '../../codesign/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { replyByText } from '../../sessions/index.ts'
import * as q from '../queries/texts.queries.ts'
import { repliedLetter } from '../texts.words.ts'

/**
 * Writes down whether somebody comes to the session we asked about, and says back for which one it was taken.
 *
 * @param places the places of that number; one in a group
 * @returns false where no session is to come
 */
export async function answerSession(
  deps: Deps,
  tx: Database,
  { number, places }: { number: string; places: readonly MemberRow[] },
  answer: 'yes' | 'no' | 'maybe',
): Promise<boolean> {
  const groupIds = places.map(({ groupId }) => groupId)
  const session = await q.sessionMeant(tx, number, groupIds)
  const member = places.find(({ groupId }) => groupId === session?.groupId)
  const group = member && (await groupById(tx, member.groupId))
  if (!session || !group) return false
  const now = await replyByText(deps, tx, { session, memberId: member.id, answer })
  const to = memberReach(deps, group, member)
  if (!to) return true
  const letter = wordsIn(repliedLetter, member.language, {
    ...factsFor(deps, group, member.reference),
    ...now,
    session,
  })
  await enqueue(tx, { placeId: group.placeId, to, template: 'codesign.text-answered', letter })
  return true
}
