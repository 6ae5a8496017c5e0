import type { enterMember, placeSlip } from '@howcanwe/shared/codesign'
import { dueAfter } from '@howcanwe/shared/places'
import type * as z from 'zod/mini'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { give, requireWording } from '../../consents/index.ts'
import { hashOf, keyedHash, newToken } from '../../identity/index.ts'
import { calendarOf } from '../../places/index.ts'
import { refuseSupporters } from '../../supporters/index.ts'
import { putAway } from '../../vault/index.ts'
import { refuse } from '../codesign.errors.ts'
import { wordsHash } from '../codesign.keys.ts'
import { newSlipCode } from '../codesign.references.ts'
import { CONTACT_WITHIN, foldContact, readContact, takesPlace } from '../codesign.rules.ts'
import { databaseNow } from '../queries/contacting.queries.ts'
import type { GroupRow } from '../queries/groups.queries.ts'
import * as q from '../queries/members.queries.ts'
import { keepWords, renewKeys } from '../queries/voices.own.queries.ts'
import { type Member, NEEDS, requireOwnGroup, shownMember } from './members.ts'
import { freeReference } from './references.ts'
import { tellOfPlace } from './welcome.ts'

type Wish = z.output<typeof enterMember>
type Slip = z.output<typeof placeSlip>
interface Entered {
  groupId: string
  wish: Wish
  requestId: string
}

/**
 * Writes down the wish of somebody who rang, wrote or sat at the table (PE3). What is kept was read to them and they
 * agreed; a slip with words is theirs to open the place with, on any device. Told of it too, where they can be written
 * to, so that nobody takes part behind their own back.
 *
 * @throws codesign.group_not_found · codesign.group_full · codesign.contact_invalid · codesign.contact_has_place ·
 *   supporters.own_place · consents.wording_unknown
 */
export async function enter(
  deps: Deps,
  actor: Actor,
  { groupId, wish, requestId }: Entered,
): Promise<{ member: Member; slip: Slip }> {
  requireWording('take-part', wish.consentVersion)
  try {
    return await inTransaction(deps.db, async (tx) => {
      const group = await requireOwnGroup(tx, actor, groupId)
      const member = await take(deps, tx, { group, wish, actor })
      await agree(deps, tx, { group, wish, member })
      await record(tx, {
        placeId: group.placeId,
        actorId: actor.personId,
        action: 'codesign.entered',
        subject: { kind: 'group_member', id: member.id },
        after: { groupId, bloc: wish.bloc, saidBy: wish.saidBy },
        requestId,
      })
      await tellOfPlace(deps, tx, group, member)
      const slip = await slipFor(deps, tx, member)
      return { member: await shownMember(tx, member), slip }
    })
  } catch (error) {
    if (sqlState(error) === 'HW077') throw refuseSupporters('supporters.own_place')
    if (sqlState(error) === 'HW177') throw refuse('codesign.by_draw')
    throw error
  }
}

interface Taking {
  group: GroupRow
  wish: Wish
  actor: Actor
}

async function take(deps: Deps, tx: Database, { group, wish, actor }: Taking) {
  const contact = readContact(wish.contactBy, wish.contact)
  if (contact === undefined)
    throw refuse('codesign.contact_invalid', {
      fields: [{ pointer: '#/body/contact', code: `invalid_${wish.contactBy}` }],
    })
  const folded = foldContact(wish.contactBy, contact, wish.firstName)
  const contactHash = keyedHash(deps.config.vaultKey, `group-contact:${group.id}`, folded)
  if (await q.memberByContact(tx, group.id, contactHash)) throw refuse('codesign.contact_has_place')
  const { needs: _, readBack: __, ...said } = wish
  const member = await q.addMember(tx, {
    ...said,
    placeId: group.placeId,
    groupId: group.id,
    reference: await freeReference(tx, group.placeId, wish.language),
    contact,
    contactHash,
    ways: [...new Set(wish.ways)],
    manageHash: hashOf(newToken()),
    enteredBy: actor.personId,
    contactDueAt: dueAfter(
      await calendarOf(tx, group.placeId),
      await databaseNow(tx),
      CONTACT_WITHIN,
    ),
  })
  if (!member) throw refuse('codesign.contact_has_place')
  if (takesPlace(wish.bloc) && !(await q.claimPlace(tx, group.id)))
    throw refuse('codesign.group_full')
  return member
}

async function agree(
  deps: Deps,
  tx: Database,
  { group, wish, member }: { group: GroupRow; wish: Wish; member: q.MemberRow },
): Promise<void> {
  const given = {
    placeId: group.placeId,
    subject: { kind: 'group-member', id: member.id },
    aboutId: group.id,
    version: wish.consentVersion,
    language: wish.language,
    name: group.facilitatorName ?? '',
  } as const
  await give(tx, { ...given, purpose: 'take-part' })
  if (!wish.needs) return
  await give(tx, { ...given, purpose: 'access-needs' })
  const context = { placeId: group.placeId, subjectId: member.id, field: NEEDS }
  await putAway(tx, deps.config.vaultKey, context, wish.needs)
}

/** Words are shown this once; only what they come to is kept. */
async function slipFor(
  deps: Deps,
  tx: Database,
  member: Pick<q.MemberRow, 'id' | 'reference' | 'language'>,
): Promise<Slip> {
  const words = newSlipCode(member.language)
  await keepWords(tx, member.id, wordsHash(deps.config, member.id, words))
  return { reference: member.reference, words, address: `${deps.config.origin}/my-place` }
}

/**
 * A slip with new words, for who lost theirs. Slips, links and devices from before stop working.
 *
 * @throws codesign.group_not_found · codesign.member_not_found
 */
export async function newSlip(
  deps: Deps,
  actor: Actor,
  { groupId, memberId, requestId }: { groupId: string; memberId: string; requestId: string },
): Promise<Slip> {
  return inTransaction(deps.db, async (tx) => {
    const { placeId } = await requireOwnGroup(tx, actor, groupId)
    const member = await q.memberOf(tx, groupId, memberId)
    if (!member || !(await renewKeys(tx, memberId))) throw refuse('codesign.member_not_found')
    await record(tx, {
      placeId,
      actorId: actor.personId,
      action: 'codesign.slip-made',
      subject: { kind: 'group_member', id: memberId },
      after: { groupId },
      requestId,
    })
    return slipFor(deps, tx, member)
  })
}
