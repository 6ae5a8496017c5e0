import { dueAfter } from '@howcanwe/shared/places'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { give } from '../../consents/index.ts'
import { hashOf, keyedHash, newToken } from '../../identity/index.ts'
import { calendarOf } from '../../places/index.ts'
import { refuse } from '../codesign.errors.ts'
import { CONTACT_WITHIN, foldContact } from '../codesign.rules.ts'
import { databaseNow } from '../queries/contacting.queries.ts'
import type { GroupRow } from '../queries/groups.queries.ts'
import * as q from '../queries/members.queries.ts'
import { freeReference } from './references.ts'
import { tellOfPlace } from './welcome.ts'

type Drawn = Pick<
  q.MemberRow,
  'firstName' | 'contactBy' | 'contact' | 'ways' | 'language' | 'consentVersion'
>

/**
 * Gives a place to somebody who came up in a draw (CD7), as if they had joined: told of it by letter, rung within three
 * working days. Whoever has a place already keeps that one.
 *
 * @returns the member
 * @throws codesign.group_full
 */
export async function takeIn(
  deps: Deps,
  tx: Database,
  group: GroupRow,
  { firstName, contactBy, contact, ways, language, consentVersion }: Drawn,
): Promise<string> {
  const folded = foldContact(contactBy, contact, firstName)
  const contactHash = keyedHash(deps.config.vaultKey, `group-contact:${group.id}`, folded)
  const there = await q.memberByContact(tx, group.id, contactHash)
  if (there) return there.id
  const member = await q.addMember(tx, {
    ...{ firstName, contactBy, contact, ways, language, consentVersion, contactHash },
    placeId: group.placeId,
    groupId: group.id,
    reference: await freeReference(tx, group.placeId, language),
    manageHash: hashOf(newToken()),
    contactDueAt: dueAfter(
      await calendarOf(tx, group.placeId),
      await databaseNow(tx),
      CONTACT_WITHIN,
    ),
  })
  if (!member) throw new Error('a reference was taken at the same moment')
  if (!(await q.claimPlace(tx, group.id))) throw refuse('codesign.group_full')
  await give(tx, {
    placeId: group.placeId,
    subject: { kind: 'group-member', id: member.id },
    aboutId: group.id,
    purpose: 'take-part',
    version: consentVersion,
    language,
    name: group.facilitatorName ?? '',
  })
  await record(tx, {
    placeId: group.placeId,
    actorId: null,
    action: 'codesign.joined',
    subject: { kind: 'group_member', id: member.id },
    after: { groupId: group.id, consentVersion, by: 'draw' },
  })
  await tellOfPlace(deps, tx, group, member)
  return member.id
}
