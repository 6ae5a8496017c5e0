import { dayIn, dueAfter } from '@howcanwe/shared/places'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { requireWording } from '../../consents/index.ts'
import { hashOf, keyedHash, newToken } from '../../identity/index.ts'
import { calendarOf } from '../../places/index.ts'
import { noteAct } from '../../supporters/index.ts'
import { refuse } from '../codesign.errors.ts'
import { newReference } from '../codesign.references.ts'
import { CONTACT_WITHIN, foldContact, readContact } from '../codesign.rules.ts'
import { databaseNow } from '../queries/contacting.queries.ts'
import type { GroupRow } from '../queries/groups.queries.ts'
import * as q from '../queries/members.queries.ts'
import { echo } from './echo.ts'
import { holdBack, requireTheirs } from './one-voice.ts'
import { freeReference } from './references.ts'
import { type Asking, type Joined, slip, type Wish } from './slip.ts'
import { requireLiveGroup } from './view.ts'
import { welcome } from './welcome.ts'

/**
 * Joins with a first name and one way to be reached (CD2, J-17). What the person needs goes to the vault in the
 * same transaction. The answer never tells whether a contact was in the group before, and a form sent twice with
 * the same `repeatKey` gets the same slip twice.
 *
 * @throws codesign.group_not_found · codesign.group_full · codesign.contact_invalid · codesign.not_their_contact ·
 *   supporters.own_place · consents.wording_unknown
 */
export async function join(deps: Deps, input: Input): Promise<Joined> {
  requireWording('take-part', input.wish.consentVersion)
  // Whoever of two takes the other's chance a moment earlier is seen the second time.
  return joinOnce(deps, input).catch((error: unknown) => {
    if (sqlState(error) === 'HW077') return joinOnce(deps, input)
    if (sqlState(error) === 'HW177') throw refuse('codesign.by_draw')
    throw error
  })
}

interface Input {
  groupId: string
  wish: Wish
  repeatKey: string | undefined
  requestId: string
  /** Whoever is signed in, or acts for somebody; most people are not. */
  actor: Actor | undefined
}

async function joinOnce(deps: Deps, input: Input): Promise<Joined> {
  const { wish, requestId, actor } = input
  return inTransaction(deps.db, async (tx) => {
    const group = await requireLiveGroup(tx, input.groupId)
    const contact = contactOf(wish)
    const calendar = await calendarOf(tx, group.placeId)
    const dueAt = dueAfter(calendar, await databaseNow(tx), CONTACT_WITHIN)
    const contactBy = dayIn(group.zone, new Date(dueAt.getTime() - 1))
    if (wish.website) return nothingKept(tx, group, wish.language, contactBy)
    const folded = foldContact(wish.contactBy, contact, wish.firstName)
    const asking: Asking = {
      group,
      wish,
      contact,
      contactHash: keyedHash(deps.config.vaultKey, `group-contact:${group.id}`, folded),
      token: tokenFor(deps, input),
      contactBy,
      dueAt,
      requestId,
    }
    await requireTheirs(tx, actor, asking)
    const before = await q.memberByToken(tx, hashOf(asking.token))
    if (before && before.state !== 'left') return slip(tx, asking, before.reference)
    if (group.taken >= group.places) throw refuse('codesign.group_full')
    const held = await holdBack(deps, tx, actor, asking)
    if (held) return held
    const kept = await take(deps, tx, { ...asking, token: before ? newToken() : asking.token })
    if (actor) await noteAct(tx, actor, 'supporters.joined-group')
    return kept
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

/**
 * Everything of a new member is written first and the place claimed last, so that the group's row, for which all
 * wait, is held for one statement. No place left: nothing of it stays.
 */
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
      contactDueAt: asking.dueAt,
    })
    if (member) {
      const kept = await welcome(deps, tx, asking, member)
      if (!(await q.claimPlace(tx, group.id))) throw refuse('codesign.group_full')
      return kept
    }
    const known = await knownAlready(deps, tx, asking)
    if (known) return slip(tx, asking, known)
  }
}

/** Why no row was written: this very form came a moment ago, or the contact has a place. Else the reference was taken. */
async function knownAlready(deps: Deps, tx: Database, asking: Asking): Promise<string | undefined> {
  const { group, contactHash, token, requestId } = asking
  const same = await q.memberByToken(tx, hashOf(token))
  if (same) return same.reference
  const member = await q.memberByContact(tx, group.id, contactHash)
  return member && echo(deps, tx, { group, member, token, requestId })
}

/** A machine filled the field people never see: it gets a slip that belongs to nobody. */
const nothingKept = (tx: Database, group: GroupRow, language: string, contactBy: string) =>
  slip(tx, { group, token: newToken(), contactBy }, newReference(language, 0))
