import type { Received } from '@howcanwe/shared/http'
import type { Grant, rolesContract } from '@howcanwe/shared/roles'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { callingCodeOf, nameIfMissing, readPhone } from '../../identity/index.ts'
import { type PlaceRow, requirePlace } from '../../places/index.ts'
import { refuse } from '../roles.errors.ts'
import { tellHolder, tellStewards } from '../roles.letters.ts'
import { governs } from '../roles.policy.ts'
import * as q from '../roles.queries.ts'
import { guarded, trail } from './guarded.ts'
import { forSteward, namesFor, type RoleHands } from './view.ts'

type Given = Received<typeof rolesContract.give>['body']

/** The person meant. @throws roles.number_unknown where nobody has proven the number theirs */
async function personFor(tx: Database, actor: Actor, place: PlaceRow, given: Given) {
  if (given.email === undefined) {
    const phone = readPhone(given.phone ?? '', callingCodeOf(place.timeZone))
    const known = phone && (await q.personOfPhone(tx, phone))
    if (!known) throw refuse('roles.number_unknown')
    return known
  }
  const { email, name } = given
  const { id, isNew } = await q.personOfEmail(tx, {
    email,
    name,
    language: place.languages[0] ?? 'en',
  })
  if (isNew)
    await record(tx, {
      placeId: place.id,
      actorId: actor.personId,
      action: 'identity.person-added',
      subject: { kind: 'person', id },
    })
  else if (name) await nameIfMissing(tx, id, name)
  return id
}

async function requireThing(tx: Database, hands: RoleHands, { placeId, over }: Given) {
  if (!over) return
  const things = await hands.thingsIn(tx, placeId)
  if (!things.some(({ kind, id }) => kind === over.kind && id === over.id))
    throw refuse('roles.scope_unknown')
}

/** @throws roles.until_past by the database's clock */
export async function requireToCome(tx: Database, until: Date | undefined): Promise<void> {
  if (until && (await q.isPast(tx, until))) throw refuse('roles.until_past')
}

/**
 * Gives somebody a role. They are told what they may do and what not, who gave it and how to say no. Another steward's
 * waits until a second steward says yes (`trust.md` §4.5).
 *
 * @throws places.not_found · auth.forbidden · roles.not_by_yourself · roles.already_held · roles.number_unknown ·
 *   roles.scope_unknown · roles.until_past
 */
export async function give(
  deps: Deps,
  hands: RoleHands,
  actor: Actor,
  given: Given,
): Promise<Grant> {
  return guarded(deps.db, async (tx) => {
    const place = await requirePlace(tx, given.placeId)
    if (!governs(actor, place.id)) throw refuseRequest('auth.forbidden')
    const { role, over, until } = given
    await requireToCome(tx, until)
    await requireThing(tx, hands, given)
    const personId = await personFor(tx, actor, place, given)
    if (personId === actor.personId) throw refuse('roles.not_by_yourself')
    const wanted = { placeId: place.id, personId, role, over, until: until ?? null }
    await q.endWhatIsOver(tx, wanted)
    const isProposal = role === 'steward'
    const id = await q.addGrant(tx, {
      ...wanted,
      ...(isProposal
        ? { state: 'requested', requestedBy: actor.personId }
        : { state: 'granted', grantedBy: actor.personId }),
    })
    const row = await q.grantById(tx, id)
    if (!row) throw new Error('a role was given and is not there')
    const names = await namesFor(tx, hands, [row])
    await trail(tx, actor.personId, isProposal ? 'proposed' : 'granted', row.grant)
    if (isProposal) await tellStewards(tx, deps.config, { row, by: actor, kind: 'proposed' })
    else await tellHolder(tx, deps.config, { row, names, by: actor, kind: 'granted' })
    return forSteward(actor, row, names)
  })
}
