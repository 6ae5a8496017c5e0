import { dayIn } from '@howcanwe/shared/places'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { give } from '../../consents/index.ts'
import { fitsTexts } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { putAway } from '../../vault/index.ts'
import { joinedLetter, somebodyJoinedLetter } from '../codesign.words.ts'
import { databaseNow } from '../queries/contacting.queries.ts'
import type { GroupRow } from '../queries/groups.queries.ts'
import type { MemberRow } from '../queries/members.queries.ts'
import { factsFor, memberReach, placeLink, tellFacilitator } from './letters.ts'
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
  await tellOfPlace(deps, tx, group, member, token)
  await tellFacilitator(deps, tx, group, 'codesign.somebody-joined', somebodyJoinedLetter, {
    contactBy,
  })
  return slip(tx, asking, member.reference)
}

/**
 * Tells somebody of their place, by email or, to a mobile number, by text: with the link that opens it, so that only
 * who has the contact has the place (docs/decisions/0035).
 *
 * @param token of the slip with which they leave; whoever was written down leaves from within
 */
export async function tellOfPlace(
  deps: Deps,
  tx: Database,
  group: GroupRow,
  member: MemberRow,
  token?: string,
): Promise<void> {
  const to = memberReach(deps, group, member)
  if (!to || (member.contactBy === 'phone' && !(await fitsTexts(tx, deps.config)))) return
  const [session] = await announced(tx, group.id)
  const { origin } = deps.config
  const letter = wordsIn(joinedLetter, member.language, {
    ...factsFor(deps, group, member.reference),
    session,
    facilitator: group.facilitatorName ?? '',
    contactBy: dayIn(
      group.zone,
      new Date((member.contactDueAt ?? (await databaseNow(tx))).getTime() - 1),
    ),
    open: placeLink(deps, member),
    leave: token ? `${origin}/groups/leave#${token}` : placeLink(deps, member),
    looked: `${origin}/me/who-looked`,
  })
  await enqueue(tx, { placeId: group.placeId, to, template: 'codesign.joined', letter })
}
