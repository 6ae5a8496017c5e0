import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { hashOf, reachOf } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { refuseSupporters } from '../../supporters/index.ts'
import { refuse } from '../codesign.errors.ts'
import { ECHO_LETTERS } from '../codesign.rules.ts'
import { heldBackLetter } from '../codesign.words.ts'
import type { GroupRow } from '../queries/groups.queries.ts'
import * as q from '../queries/members.queries.ts'
import * as voices from '../queries/voices.queries.ts'
import { factsFor } from './letters.ts'
import { freeReference } from './references.ts'
import { type Asking, type Joined, slip, type Wish } from './slip.ts'

/** Whoever joins for somebody gives that person's own contact. @throws codesign.not_their_contact */
export async function requireTheirs(
  tx: Database,
  actor: Actor | undefined,
  { group, wish, contact }: Pick<Asking, 'group' | 'contact'> & { wish: Pick<Wish, 'contactBy'> },
): Promise<void> {
  if (!actor?.supporter) return
  const given = { by: wish.contactBy, contact, placeId: group.placeId }
  if (await voices.isContactOf(tx, actor.personId, given)) return
  throw refuse('codesign.not_their_contact', {
    fields: [{ pointer: '#/body/contact', code: 'invalid' }],
  })
}

/**
 * A group hears one voice from somebody and whoever takes part for them (`product-spec.md` §2.2). Whoever is signed in
 * as the one this is about reads so; anybody else gets a slip like any other, because a form without an account must not
 * tell who helps whom (docs/decisions/0010), and the person behind the contact gets an email.
 *
 * @returns the slip, or undefined where nothing stands in the way
 * @throws supporters.own_place
 */
export async function holdBack(
  deps: Deps,
  tx: Database,
  actor: Actor | undefined,
  asking: Asking,
): Promise<Joined | undefined> {
  const { group, contact, wish, contactHash } = asking
  if (await q.memberByContact(tx, group.id, contactHash)) return undefined
  const held = await voices.heldBack(tx, group.id, {
    by: wish.contactBy,
    contact,
    placeId: group.placeId,
  })
  if (!held) return undefined
  if (actor?.personId === held.person.id) throw refuseSupporters('supporters.own_place')
  const manageHash = hashOf(asking.token)
  const before = await q.echoByToken(tx, manageHash)
  if (before) return slip(tx, asking, before.reference)
  const reference = await freeReference(tx, group.placeId, wish.language)
  const ids = { placeId: group.placeId, groupId: group.id, memberId: held.memberId }
  await q.addEcho(tx, { ...ids, reference, manageHash, heldBack: true })
  await record(tx, {
    placeId: group.placeId,
    actorId: null,
    action: 'codesign.held-back',
    subject: { kind: 'group_member', id: held.memberId },
    after: { groupId: group.id },
    requestId: asking.requestId,
  })
  if ((await q.lately(tx, held.memberId, 'codesign.held-back')) <= ECHO_LETTERS)
    await tellThem(deps, tx, group, held.person)
  return slip(tx, asking, reference)
}

type Held = NonNullable<Awaited<ReturnType<typeof voices.heldBack>>>['person']

async function tellThem(deps: Deps, tx: Database, group: GroupRow, who: Held): Promise<void> {
  const to = reachOf(who)
  if (!to) return
  const letter = wordsIn(heldBackLetter, who.language, {
    ...factsFor(deps, group, ''),
    details: `${deps.config.origin}/me`,
  })
  await enqueue(tx, { placeId: group.placeId, to, template: 'codesign.held-back', letter })
}
