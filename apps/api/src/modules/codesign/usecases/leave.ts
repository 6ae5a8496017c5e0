import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { endConsents } from '../../consents/index.ts'
import { hashOf } from '../../identity/index.ts'
import { destroy } from '../../vault/index.ts'
import { refuse } from '../codesign.errors.ts'
import { somebodyLeftLetter } from '../codesign.words.ts'
import { groupById } from '../queries/groups.queries.ts'
import * as q from '../queries/members.queries.ts'
import { leaveWithEcho } from './echo.ts'
import { type Needs, tellFacilitator } from './letters.ts'

/** Where money goes: the database drops it with the place, unless something is owed, and then once that is paid (§4.2). */
const UNTIL_PAID = 'payments.way'

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
    if (!(await letGo(deps, tx, member, input.requestId))) throw refuse('codesign.place_not_found')
    return { left: true }
  })
}

/**
 * What leaving means, wherever it is asked for: the place is free, all that was said is gone, consents end.
 *
 * @returns false when they had left already
 */
async function letGo(
  deps: Needs,
  tx: Database,
  member: q.MemberRow,
  requestId: string | undefined,
): Promise<boolean> {
  if (!(await q.blankMember(tx, member.id))) return false
  await destroy(tx, member.id, UNTIL_PAID)
  await endConsents(tx, { kind: 'group-member', id: member.id })
  if (member.contactBy !== 'someone') await q.dropLetters(tx, member)
  await record(tx, {
    placeId: member.placeId,
    actorId: null,
    action: 'codesign.left',
    subject: { kind: 'group_member', id: member.id },
    before: { state: member.state },
    after: { state: 'left', groupId: member.groupId },
    ...(requestId ? { requestId } : {}),
  })
  const group = await groupById(tx, member.groupId)
  if (group)
    await tellFacilitator(deps, tx, group, 'codesign.somebody-left', somebodyLeftLetter, {})
  return true
}

/**
 * Leaves for somebody who has shown in another way than by the slip that the place is theirs. The trail does not say
 * who: a place taken without an account stays without one.
 *
 * @param requestId left out where the same request also writes an event that names somebody
 */
export async function leaveAs(
  deps: Needs,
  tx: Database,
  memberId: string,
  requestId?: string,
): Promise<void> {
  const member = await q.memberById(tx, memberId)
  if (member) await letGo(deps, tx, member, requestId)
}
