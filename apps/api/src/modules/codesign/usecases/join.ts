import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { hashOf, keyedHash, newToken } from '../../identity/index.ts'
import { refuse } from '../codesign.errors.ts'
import { newReference } from '../codesign.references.ts'
import {
  CONTACT_WITHIN,
  dayIn,
  foldContact,
  readContact,
  workingDaysAfter,
} from '../codesign.rules.ts'
import type { GroupRow } from '../queries/groups.queries.ts'
import * as q from '../queries/members.queries.ts'
import { echo } from './echo.ts'
import { freeReference } from './references.ts'
import { type Asking, type Joined, slip, type Wish } from './slip.ts'
import { requireLiveGroup } from './view.ts'
import { welcome } from './welcome.ts'

/**
 * Joins with a first name and one way to be reached (CD2, J-17). What the person needs goes to the vault in the
 * same transaction. The answer never tells whether a contact was in the group before, and a form sent twice with
 * the same `repeatKey` gets the same slip twice.
 *
 * @throws codesign.group_not_found · codesign.group_full · codesign.contact_invalid
 */
export async function join(
  deps: Deps,
  input: { groupId: string; wish: Wish; repeatKey: string | undefined; requestId: string },
): Promise<Joined> {
  return inTransaction(deps.db, async (tx) => {
    const { wish, requestId } = input
    const group = await requireLiveGroup(tx, input.groupId)
    const contact = contactOf(wish)
    const contactBy = workingDaysAfter(dayIn(group.zone, deps.clock()), CONTACT_WITHIN)
    if (wish.website) return nothingKept(tx, group, wish.language, contactBy)
    const folded = foldContact(wish.contactBy, contact, wish.firstName)
    const asking: Asking = {
      group,
      wish,
      contact,
      contactHash: keyedHash(deps.config.vaultKey, `group-contact:${group.id}`, folded),
      token: tokenFor(deps, input),
      contactBy,
      requestId,
    }
    const claimed = await q.claimPlace(tx, group.id)
    const before = await q.memberByToken(tx, hashOf(asking.token))
    if (before && before.state !== 'left') {
      if (claimed) await q.givePlaceBack(tx, group.id)
      return slip(tx, asking, before.reference)
    }
    if (!claimed) throw refuse('codesign.group_full')
    const token = before ? newToken() : asking.token
    return take(deps, tx, { ...asking, token })
  })
}

function contactOf(wish: Wish): string {
  const contact = readContact(wish.contactBy, wish.contact)
  if (contact !== undefined) return contact
  throw refuse('codesign.contact_invalid', {
    fields: [{ pointer: '#/body/contact', code: `invalid_${wish.contactBy}` }],
  })
}

/** With a key of the sender's own the token follows from key and content, so that a repeat finds its place. */
function tokenFor(
  deps: Deps,
  { groupId, wish, repeatKey }: { groupId: string; wish: Wish; repeatKey: string | undefined },
): string {
  if (!repeatKey) return newToken()
  const content = JSON.stringify([repeatKey, groupId, wish])
  return keyedHash(deps.config.refreshSecret, 'group-place', content).toString('base64url')
}

/** The claimed place gets its member, or goes back when this contact has one. */
async function take(deps: Deps, tx: Database, asking: Asking): Promise<Joined> {
  const { group, wish, contact, contactHash, token } = asking
  for (;;) {
    const reference = await freeReference(tx, group.placeId, wish.language)
    const member = await q.addMember(tx, {
      placeId: group.placeId,
      groupId: group.id,
      reference,
      firstName: wish.firstName,
      contactBy: wish.contactBy,
      contact,
      contactHash,
      ways: [...new Set(wish.ways)],
      language: wish.language,
      consentVersion: wish.consentVersion,
      manageHash: hashOf(token),
    })
    if (member) return welcome(deps, tx, asking, member)
    const there = await q.memberByContact(tx, group.id, contactHash)
    if (!there) continue
    await q.givePlaceBack(tx, group.id)
    return slip(
      tx,
      asking,
      await echo(deps, tx, { group, member: there, token, requestId: asking.requestId }),
    )
  }
}

/** A machine filled the field people never see: it gets a slip that belongs to nobody. */
const nothingKept = (tx: Database, group: GroupRow, language: string, contactBy: string) =>
  slip(tx, { group, token: newToken(), contactBy }, newReference(language, 0))
