import type { Organisation, registerOrganisation } from '@howcanwe/shared/organisations'
import { sectorOf } from '@howcanwe/shared/organisations'
import type * as z from 'zod/mini'
import { constraintOf, type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { currentVersion, give } from '../../consents/index.ts'
import { nameIfMissing } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { areasBelong, type PlaceRow, requirePlace } from '../../places/index.ts'
import { entryById } from '../../register/index.ts'
import { refuse } from '../organisations.errors.ts'
import { type OwnIdentifier, readOwnNumber } from '../organisations.identifiers.ts'
import {
  bandOf,
  distinct,
  isPlainName,
  isReachable,
  isWholeParent,
  type Parent,
  REGISTERED_PER_DAY,
} from '../organisations.rules.ts'
import { registeredLetter } from '../organisations.words.ts'
import { contactsOf, type OrganisationRow } from '../queries/front-door.queries.ts'
import { insertOrganisation, registeredToday, takeTurn } from '../queries/organisations.queries.ts'
import { standsInRegister } from '../queries/register-entries.queries.ts'
import { oneAsSeenBy } from './shown.usecases.ts'

export type Registration = z.output<typeof registerOrganisation>
type Contact = Registration['contact']

/** Two at once under one name or one entry: the database lets one through, and this says it to the other. */
export function taken(error: unknown): unknown {
  const constraint = constraintOf(error)
  if (constraint === 'organisations_name_once')
    return refuse('organisations.name_taken', {
      fields: [{ pointer: '#/body/name', code: 'taken' }],
    })
  if (constraint === 'organisations_entry_once') return refuse('organisations.entry_claimed')
  return error
}

/** @throws organisations.no_contact */
export function requireReachable(contact: Contact): void {
  if (!isReachable(contact))
    throw refuse('organisations.no_contact', {
      fields: [{ pointer: '#/body/contact/email', code: 'required' }],
    })
}

/** @throws request.invalid, beside the name that holds an address of web or mail */
export function requirePlainNames(given: {
  name?: string | undefined
  contact?: Pick<Contact, 'name'> | undefined
  parent?: Pick<Parent, 'name'> | null | undefined
}): void {
  const fields = [
    { pointer: '#/body/name', said: given.name },
    { pointer: '#/body/contact/name', said: given.contact?.name },
    { pointer: '#/body/parent/name', said: given.parent?.name },
  ]
    .filter(({ said }) => said !== undefined && !isPlainName(said))
    .map(({ pointer }) => ({ pointer, code: 'invalid' }))
  if (fields.length > 0) throw refuseRequest('request.invalid', { fields })
}

/** @throws request.invalid beside the parent's band, which a branch without its own accounts and board has to say */
export function requireWholeParent(parent: Parent | null | undefined): void {
  if (!isWholeParent(parent ?? null))
    throw refuseRequest('request.invalid', {
      fields: [{ pointer: '#/body/parent/incomeBand', code: 'required' }],
    })
}

/** The columns of a larger body; a band is kept only where it counts. */
export const parentColumns = (parent: Parent | null) => ({
  parentName: parent?.name ?? null,
  parentIncomeBand: parent?.ownAccountsAndBoard ? null : (parent?.incomeBand ?? null),
  ownAccountsAndBoard: parent?.ownAccountsAndBoard ?? false,
})

/** Counts under a lock of the person's own: of ten at once, no more get through than one after the other. */
async function requireFewToday(tx: Database, personId: string): Promise<void> {
  await takeTurn(tx, personId)
  if ((await registeredToday(tx, personId)) >= REGISTERED_PER_DAY)
    throw refuse('organisations.too_many_today')
}

/** @throws organisations.area_unknown */
export async function requireAreas(
  db: Database,
  placeId: string,
  areaIds: readonly string[],
): Promise<void> {
  if (!(await areasBelong(db, placeId, areaIds)))
    throw refuse('organisations.area_unknown', {
      fields: [{ pointer: '#/body/areaIds', code: 'not_allowed' }],
    })
}

/**
 * Registers an organisation; the person becomes its first lead. Nothing is asked that is not on one short page, and
 * from here on it may express interest.
 */
export async function register(
  deps: Deps,
  given: { actor: Actor; input: Registration },
): Promise<Organisation> {
  const { actor, input } = given
  requireReachable(input.contact)
  requirePlainNames(input)
  requireWholeParent(input.parent)
  return inTransaction(deps.db, async (tx) => {
    await requireFewToday(tx, actor.personId)
    const place = await requirePlace(tx, input.placeId)
    await requireAreas(tx, place.id, input.areaIds)
    const identifiers = await identifiersOf(tx, input)
    const row = await insertOrganisation(tx, {
      organisation: columnsOf(input),
      leadId: actor.personId,
      areaIds: distinct(input.areaIds),
      identifiers,
    })
    await nameIfMissing(tx, actor.personId, input.contact.name)
    await record(tx, {
      placeId: place.id,
      actorId: actor.personId,
      action: 'organisations.registered',
      subject: { kind: 'organisation', id: row.id },
      after: { state: row.state, kind: row.kind, registerEntryId: row.registerEntryId },
    })
    await declare(tx, actor, row)
    await welcome(deps, tx, place, row, actor.language)
    const self = { organisationId: row.id, placeId: place.id, lead: true }
    return oneAsSeenBy(tx, { ...actor, memberships: [...actor.memberships, self] }, row)
  }).catch((error: unknown) => {
    throw taken(error)
  })
}

/**
 * Registers an organisation for somebody who said it to a broker: it belongs to nobody until somebody takes it over, the
 * broker least of all. Who asked and that it was read back is kept by the caller, in the same transaction (PE3).
 *
 * @throws organisations.* as for everybody
 */
export async function registerFor(
  tx: Database,
  given: { brokerId: string; input: Registration },
): Promise<OrganisationRow> {
  const { brokerId, input } = given
  requireReachable(input.contact)
  requirePlainNames(input)
  requireWholeParent(input.parent)
  await requireAreas(tx, input.placeId, input.areaIds)
  const row = await insertOrganisation(tx, {
    organisation: columnsOf(input),
    leadId: null,
    areaIds: distinct(input.areaIds),
    identifiers: await identifiersOf(tx, input),
  })
  await record(tx, {
    placeId: row.placeId,
    actorId: brokerId,
    action: 'organisations.registered',
    subject: { kind: 'organisation', id: row.id },
    after: {
      state: row.state,
      kind: row.kind,
      registerEntryId: row.registerEntryId,
      typedFor: true,
    },
  })
  return row
}

/** "What I have said here is true": the words ticked go into the ledger as they stood there (PE5). */
const declare = (tx: Database, actor: Actor, row: OrganisationRow): Promise<void> =>
  give(tx, {
    placeId: row.placeId,
    subject: { kind: 'person', id: actor.personId },
    aboutId: row.id,
    purpose: 'declaration',
    version: currentVersion('declaration'),
    language: actor.language,
  })

function columnsOf(input: Registration) {
  const parent = input.parent ?? null
  return {
    placeId: input.placeId,
    name: input.name,
    kind: input.kind,
    sector: sectorOf(input.kind),
    incomeBand: bandOf(input.incomeBand, parent),
    ...parentColumns(parent),
    themes: distinct(input.themes),
    contactName: input.contact.name,
    contactEmail: input.contact.email || null,
    contactPhone: input.contact.phone || null,
    registerEntryId: input.registerEntryId ?? null,
  }
}

/** The number of the entry they say they are, and the one they typed; in the register means found there today. */
async function identifiersOf(tx: Database, input: Registration): Promise<OwnIdentifier[]> {
  const found = new Map<string, OwnIdentifier>()
  if (input.registerEntryId) {
    const entry = await entryById(tx, input.registerEntryId)
    if (!entry) throw refuse('organisations.entry_unknown')
    const { scheme, identifier: value } = entry
    const verified = entry.status === 'registered' ? 'register' : 'pattern'
    found.set(`${scheme} ${value}`, { scheme, value, verified, raw: value })
  }
  const typed = readOwnNumber(input.registerNumber, input.kind)
  if (typed && !found.has(`${typed.scheme} ${typed.value}`)) {
    const verified = (await standsInRegister(tx, typed)) ? 'register' : typed.verified
    found.set(`${typed.scheme} ${typed.value}`, { ...typed, verified })
  }
  return [...found.values()]
}

/** Tells whoever was named as contact, who may not be the person who typed; without an address, the latter. */
async function welcome(
  deps: Deps,
  tx: Database,
  place: PlaceRow,
  row: OrganisationRow,
  language: string,
): Promise<void> {
  const to = (await contactsOf(tx, row.id))?.to
  if (!to) return
  const letter = wordsIn(registeredLetter, language, {
    contact: row.contactName,
    organisation: row.name,
    place: place.name,
    link: `${deps.config.origin}/organisation`,
    ring: [place.contactName, place.contactPhone, place.contactEmail].filter(Boolean).join(', '),
  })
  await enqueue(tx, {
    placeId: place.id,
    to,
    template: 'organisations.registered',
    letter,
  })
}
