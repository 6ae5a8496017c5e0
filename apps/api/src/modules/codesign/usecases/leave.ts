import { inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { hashOf } from '../../identity/index.ts'
import { destroy } from '../../vault/index.ts'
import { refuse } from '../codesign.errors.ts'
import { somebodyLeftLetter } from '../codesign.words.ts'
import { groupById } from '../queries/groups.queries.ts'
import * as q from '../queries/members.queries.ts'
import { leaveWithEcho } from './echo.ts'
import { tellFacilitator } from './letters.ts'

/**
 * Leaves a group, no reason asked: the place is free, and first name, contact, needs and letters are deleted.
 *
 * @throws codesign.place_not_found for an unknown token and for one that was used
 */
export async function leave(
  deps: Deps,
  input: { manageToken: string; requestId: string },
): Promise<{ left: true }> {
  const manageHash = hashOf(input.manageToken)
  return inTransaction(deps.db, async (tx) => {
    const member = await q.memberByToken(tx, manageHash)
    if (!member) {
      if (await leaveWithEcho(deps, tx, manageHash, input.requestId)) return { left: true }
      throw refuse('codesign.place_not_found')
    }
    if (!(await q.blankMember(tx, member.id))) throw refuse('codesign.place_not_found')
    await q.givePlaceBack(tx, member.groupId)
    await destroy(tx, member.id)
    if (member.contactBy === 'email') await q.dropLetters(tx, member)
    await record(tx, {
      placeId: member.placeId,
      actorId: null,
      action: 'codesign.left',
      subject: { kind: 'group_member', id: member.id },
      before: { state: member.state },
      after: { state: 'left', groupId: member.groupId },
      requestId: input.requestId,
    })
    const group = await groupById(tx, member.groupId)
    if (group)
      await tellFacilitator(deps, tx, group, 'codesign.somebody-left', somebodyLeftLetter, {})
    return { left: true }
  })
}
