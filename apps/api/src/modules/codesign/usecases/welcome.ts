import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { give } from '../../consents/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { putAway } from '../../vault/index.ts'
import { joinedLetter, somebodyJoinedLetter } from '../codesign.words.ts'
import type { MemberRow } from '../queries/members.queries.ts'
import { factsFor, tellFacilitator } from './letters.ts'
import { NEEDS } from './members.ts'
import { type Asking, announced, type Joined, slip } from './slip.ts'

/** What they agreed to by pressing the button; with needs to lock away, to that as well (PE5). */
async function agree(tx: Database, { group, wish }: Asking, member: MemberRow): Promise<void> {
  const given = {
    placeId: group.placeId,
    subject: { kind: 'group-member', id: member.id },
    aboutId: group.id,
    version: wish.consentVersion,
    language: wish.language,
    name: group.facilitatorName ?? '',
  } as const
  await give(tx, { ...given, purpose: 'take-part' })
  if (wish.needs) await give(tx, { ...given, purpose: 'access-needs' })
}

/** What belongs to a new member: consent and needs kept, trail written, letters to them and to the facilitator. */
export async function welcome(
  deps: Deps,
  tx: Database,
  asking: Asking,
  member: MemberRow,
): Promise<Joined> {
  const { group, wish, contactBy, token } = asking
  const { placeId } = group
  await agree(tx, asking, member)
  if (wish.needs) {
    const context = { placeId, subjectId: member.id, field: NEEDS }
    await putAway(tx, deps.config.vaultKey, context, wish.needs)
  }
  await record(tx, {
    placeId,
    actorId: null,
    action: 'codesign.joined',
    subject: { kind: 'group_member', id: member.id },
    after: { groupId: group.id, consentVersion: wish.consentVersion },
    requestId: asking.requestId,
  })
  const [session] = await announced(tx, group.id)
  if (member.contactBy === 'email') {
    const letter = wordsIn(joinedLetter, wish.language, {
      ...factsFor(deps, group, member.reference),
      session,
      facilitator: group.facilitatorName ?? '',
      contactBy,
      leave: `${deps.config.origin}/groups/leave#${token}`,
      looked: `${deps.config.origin}/me/who-looked`,
    })
    await enqueue(tx, { placeId, to: member.contact, template: 'codesign.joined', letter })
  }
  await tellFacilitator(deps, tx, group, 'codesign.somebody-joined', somebodyJoinedLetter, {
    contactBy,
  })
  return slip(tx, asking, member.reference)
}
