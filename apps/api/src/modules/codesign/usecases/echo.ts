import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { hashOf } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { ECHO_LETTERS } from '../codesign.rules.ts'
import { alreadyHereLetter, givenAgainLetter, mayWantToLeaveLetter } from '../codesign.words.ts'
import { type GroupRow, groupById } from '../queries/groups.queries.ts'
import * as q from '../queries/members.queries.ts'
import { factsFor, tellFacilitator } from './letters.ts'
import { freeReference } from './references.ts'

/**
 * Answers a contact that already has a place: with a slip like any other, so that a stranger learns nothing
 * (docs/decisions/0010). The person behind the contact and the facilitator are told, a few times and no more.
 *
 * @returns the reference on the new slip
 */
export async function echo(
  deps: Deps,
  tx: Database,
  given: { group: GroupRow; member: q.MemberRow; token: string; requestId: string },
): Promise<string> {
  const { group, member } = given
  const manageHash = hashOf(given.token)
  const before = await q.echoByToken(tx, manageHash)
  if (before) return before.reference
  const second = await freeReference(tx, group.placeId, member.language)
  const ids = { placeId: group.placeId, groupId: group.id, memberId: member.id }
  await q.addEcho(tx, { ...ids, reference: second, manageHash })
  await record(tx, {
    placeId: group.placeId,
    actorId: null,
    action: 'codesign.contact-given-again',
    subject: { kind: 'group_member', id: member.id },
    after: { groupId: group.id },
    requestId: given.requestId,
  })
  if ((await q.lately(tx, member.id, 'codesign.contact-given-again')) <= ECHO_LETTERS)
    await tellBoth(deps, tx, given, second)
  return second
}

async function tellBoth(
  deps: Deps,
  tx: Database,
  { group, member }: { group: GroupRow; member: q.MemberRow },
  second: string,
): Promise<void> {
  if (member.contactBy === 'email') {
    const letter = wordsIn(
      alreadyHereLetter,
      member.language,
      factsFor(deps, group, member.reference),
    )
    const to = member.contact
    await enqueue(tx, { placeId: group.placeId, to, template: 'codesign.already-here', letter })
  }
  await tellFacilitator(deps, tx, group, 'codesign.given-again', givenAgainLetter, {
    reference: member.reference,
    second,
  })
}

/**
 * Leaving with such a slip: nothing was kept for it but itself, so that is what goes. Whoever holds it may not be
 * the member, so a person asks the member.
 *
 * @returns false when there is no such slip
 */
export async function leaveWithEcho(
  deps: Deps,
  tx: Database,
  manageHash: Buffer,
  requestId: string,
): Promise<boolean> {
  const slip = await q.takeEcho(tx, manageHash)
  if (!slip) return false
  if (slip.heldBack) return true
  const group = await groupById(tx, slip.groupId)
  const member = await q.memberById(tx, slip.memberId)
  if (!group || !member || member.state === 'left') return true
  await record(tx, {
    placeId: slip.placeId,
    actorId: null,
    action: 'codesign.asked-to-leave',
    subject: { kind: 'group_member', id: member.id },
    after: { groupId: group.id },
    requestId,
  })
  if ((await q.lately(tx, member.id, 'codesign.asked-to-leave')) > ECHO_LETTERS) return true
  await tellFacilitator(deps, tx, group, 'codesign.may-want-to-leave', mayWantToLeaveLetter, {
    reference: member.reference,
    second: slip.reference,
  })
  return true
}
