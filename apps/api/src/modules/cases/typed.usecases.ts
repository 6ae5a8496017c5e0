import type { typedContract } from '@howcanwe/shared/cases'
import type { Received, Result } from '@howcanwe/shared/http'
import { type Database, inTransaction, sqlState } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { brokersChallenge, refuseChallenge } from '../challenges/index.ts'
import { express } from '../interests/index.ts'
import { requireNeutral } from '../matching/index.ts'
import { enqueue, wordsIn } from '../notifications/index.ts'
import {
  contactsOf,
  type OrganisationRow,
  organisationById,
  refuseOrganisation,
  registerFor,
  sayCapacityFor,
  taken,
} from '../organisations/index.ts'
import { placeById, requirePlace } from '../places/index.ts'
import { refuse } from './cases.errors.ts'
import { deskOf, readsCase } from './cases.policy.ts'
import { noteAction } from './front-door.ts'
import { tellOfSlip, whoHearsOfSlip } from './slips.tell.ts'
import { printSlip } from './slips.usecases.ts'
import * as q from './typed.queries.ts'
import { type TypedFacts, typedLetter } from './typed.words.ts'

type Body<K extends 'organisation' | 'capacity' | 'interest'> = Received<
  (typeof typedContract)[K]
>['body']
type Typed = Body<'capacity'>['typed']
type Told = Result<typeof typedContract.interest>['told']

interface Entry {
  actor: Actor
  organisation: Pick<OrganisationRow, 'id' | 'placeId' | 'name' | 'contactName'>
  what: TypedFacts['what']
  challenge?: { id: string; question: string }
  typed: Typed
}

/** Tells the organisation's own contact at once; `slip` where nobody can be written to. */
async function tell(tx: Database, { actor, organisation, what, challenge }: Entry): Promise<Told> {
  const contact = await contactsOf(tx, organisation.id)
  const place = await placeById(tx, organisation.placeId)
  if (!contact?.to || !place) return 'slip'
  const letter = wordsIn(typedLetter, contact.language, {
    contact: contact.name,
    organisation: organisation.name,
    broker: actor.displayName ?? place.contactName,
    what,
    question: challenge?.question ?? null,
    ring: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
  })
  await enqueue(tx, { placeId: place.id, to: contact.to, template: 'cases.typed-for', letter })
  return 'sent'
}

/** Keeps that something was typed, read back and told; a line of the log with its minutes goes with it. */
async function keep(tx: Database, entry: Entry): Promise<Told> {
  const { actor, organisation, what, challenge, typed } = entry
  const told = await tell(tx, entry)
  const about = { placeId: organisation.placeId, organisationId: organisation.id }
  await q.putEntry(tx, {
    ...about,
    challengeId: challenge?.id ?? null,
    what,
    typedBy: actor.personId,
    whoAsked: typed.whoAsked,
    told,
  })
  await noteAction(tx, {
    ...about,
    challengeId: challenge?.id,
    brokerId: actor.personId,
    kind: 'typed-for',
    whoAsked: typed.whoAsked,
    consentReference: typed.consentReference,
    minutes: typed.minutes,
  })
  return told
}

/** Whoever belongs to it types for themselves, and nobody beside a side of theirs; the database says so too. */
function ownToo(error: unknown): unknown {
  if (sqlState(error) === 'HW155') return refuse('cases.stands_beside')
  return sqlState(error) === 'HW113' ? refuse('cases.own_organisation') : error
}

/** Each would say that an organisation has answered, or began to: the desk hears one sentence for all (S-02). */
const TELLING = [
  'interests.already_expressed',
  'interests.in_joint',
  'interests.voice_without_words',
]

/** What the desk may not type is decided by the database alone (HW144, HW145). */
function notTyped(error: unknown): unknown {
  if (sqlState(error) === 'HW144') return refuse('cases.one_a_challenge')
  const isTelling = error instanceof AppError && TELLING.includes(error.code)
  return isTelling || sqlState(error) === 'HW145' ? refuse('cases.ring_them') : ownToo(error)
}

function requireNotOwn(actor: Actor, organisationId: string): void {
  if (actor.memberships.some((m) => m.organisationId === organisationId))
    throw refuse('cases.own_organisation')
}

/**
 * Registers an organisation for somebody, with the slip they take it over with. The broker never belongs to it.
 *
 * @throws cases.not_found to whoever does not broker the place · organisations.*
 */
export async function typeOrganisation(
  deps: Deps,
  given: { actor: Actor; input: Body<'organisation'> },
): Promise<Result<typeof typedContract.organisation>> {
  const { actor, input } = given
  if (deskOf(actor, input.organisation.placeId) !== 'all') throw refuse('cases.not_found')
  return inTransaction(deps.db, async (tx) => {
    await requirePlace(tx, input.organisation.placeId)
    const row = await registerFor(tx, { brokerId: actor.personId, input: input.organisation })
    const told = await keep(tx, {
      ...{ actor, organisation: row, typed: input.typed },
      what: 'organisation',
    })
    if (told === 'slip') {
      const readers = await whoHearsOfSlip(tx, actor, row)
      await tellOfSlip(tx, readers, { actor, organisation: row, what: 'printed' })
    }
    return { organisationId: row.id, told, slip: await printSlip(tx, deps, actor, row) }
  }).catch((error: unknown) => {
    throw taken(error)
  })
}

/**
 * What an organisation has and can spare, as somebody of it says it.
 *
 * @throws organisations.not_found · cases.own_organisation · cases.stands_beside · request.stale
 */
export async function typeCapacity(
  deps: Deps,
  given: { actor: Actor; organisationId: string; version: number; input: Body<'capacity'> },
): Promise<Result<typeof typedContract.capacity>> {
  const { actor, organisationId, version, input } = given
  requireNotOwn(actor, organisationId)
  let told: Told = 'slip'
  const after = async (tx: Database, organisation: OrganisationRow) => {
    if (organisation.state === 'left') throw refuseOrganisation('organisations.not_found')
    told = await keep(tx, { actor, organisation, what: 'capacity', typed: input.typed })
  }
  const capacity = await sayCapacityFor(deps, {
    ...{ actor, organisationId, version, after },
    input: input.capacity,
  }).catch((error: unknown) => {
    throw ownToo(error)
  })
  return { told, capacity }
}

/** The organisation, for a broker of its place. */
async function requireHere(
  tx: Database,
  actor: Actor,
  organisationId: string,
  placeId: string,
): Promise<OrganisationRow> {
  const row = await organisationById(tx, organisationId)
  if (!row || row.placeId !== placeId || !readsCase(actor, { placeId, challengeId: null }))
    throw refuseOrganisation('organisations.not_found')
  return row
}

/**
 * Types an organisation's answers. They count, as they were read back and agreed to; whoever they are of is told at once,
 * and whoever typed cannot read them afterwards. Of one organisation a challenge, that nobody signs in for and that has
 * sent or begun nothing (`docs/decisions/0027`).
 *
 * @throws matching.not_neutral · organisations.not_found · cases.own_organisation · cases.ring_them ·
 *   cases.one_a_challenge · interests.* · challenges.*
 */
export async function typeInterest(
  deps: Deps,
  given: { actor: Actor; challengeId: string; input: Body<'interest'> },
): Promise<Result<typeof typedContract.interest>> {
  const { actor, challengeId, input } = given
  const { organisationId, ...answers } = input.interest
  requireNotOwn(actor, organisationId)
  let told: Told = 'slip'
  const { id } = await express(deps, actor, {
    ...{ challengeId, organisationId, answers, secondsTaken: undefined },
    typedFor: async (tx, challenge) => {
      if (!brokersChallenge(actor, challenge)) throw refuseChallenge('challenges.not_found')
      await requireNeutral(tx, actor, challenge)
      const organisation = await requireHere(tx, actor, organisationId, challenge.placeId)
      const { typed } = input
      told = await keep(tx, { actor, organisation, what: 'interest', challenge, typed })
    },
  }).catch((error: unknown) => {
    throw notTyped(error)
  })
  return { interestId: id, told }
}

/**
 * What was typed for an organisation: its own people see it, and the brokers of its place; that answers were typed, these
 * see once they are open, and never where they stand on a side (S-02).
 *
 * @throws organisations.not_found
 */
export async function typedForUs(
  db: Database,
  ask: { actor: Actor; organisationId: string },
): Promise<Result<typeof typedContract.list>> {
  const row = await organisationById(db, ask.organisationId)
  const isOwn = ask.actor.memberships.some((m) => m.organisationId === ask.organisationId)
  if (!row || !(isOwn || readsCase(ask.actor, { placeId: row.placeId, challengeId: null })))
    throw refuseOrganisation('organisations.not_found')
  return { items: await q.entriesOf(db, row.id, isOwn ? 'own' : ask.actor.personId) }
}
