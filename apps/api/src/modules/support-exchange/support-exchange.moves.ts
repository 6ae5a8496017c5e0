import type { Support } from '@howcanwe/shared/support-exchange'
import { type Database, inTransaction, sqlState } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { enqueue, wordsIn } from '../notifications/index.ts'
import { contactsOf, organisationById, takesAsks } from '../organisations/index.ts'
import { placeById } from '../places/index.ts'
import { refuse } from './support-exchange.errors.ts'
import { speaksFor } from './support-exchange.policy.ts'
import * as q from './support-exchange.queries.ts'
import { fitting, requireOwnAsk, shown, TABLES, trail } from './support-exchange.usecases.ts'
import { askedLetter, yesLetter } from './support-exchange.words.ts'

/** What only the database saw in time: a pause (HW126), or somebody faster (HW129). */
function refusedByDatabase(error: unknown): unknown {
  const state = sqlState(error)
  if (state === 'HW126') return refuse('support-exchange.not_now')
  return state === 'HW129' ? refuse('support-exchange.wrong_state') : error
}

const inTurn = <T>(deps: Deps, work: (tx: Database) => Promise<T>): Promise<T> =>
  inTransaction(deps.db, work).catch((error: unknown) => {
    throw refusedByDatabase(error)
  })

/**
 * Asks whoever made an offer. Asking twice is asking once. Nobody who rests is asked (FR-12).
 *
 * @throws support-exchange.not_found · support-exchange.not_now · support-exchange.wrong_state
 */
export async function askThem(deps: Deps, given: { actor: Actor; askId: string; offerId: string }) {
  await inTurn(deps, async (tx) => {
    const { actor, askId, offerId } = given
    const ask = await requireOwnAsk(tx, actor, askId)
    const offer = await q.holdOffer(tx, offerId)
    if (!offer || offer.row.placeId !== ask.row.placeId) throw refuse('support-exchange.not_found')
    if (!(await takesAsks(tx, offer.row.organisationId))) throw refuse('support-exchange.not_now')
    const { placeId } = ask.row
    const made = await q.putRequest(tx, { placeId, askId, offerId, askedBy: actor.personId })
    if (!made) return
    await trail(tx, actor, { placeId, kind: 'offer', id: offerId }, 'asked')
    await tellAsked(tx, deps, { ask, offer, requestId: made })
  })
  return fitting(deps.db, given)
}

type Ask = NonNullable<Awaited<ReturnType<typeof q.holdAsk>>>
type Offer = NonNullable<Awaited<ReturnType<typeof q.holdOffer>>>

async function tellAsked(
  tx: Database,
  { config }: Deps,
  { ask, offer, requestId }: { ask: Ask; offer: Offer; requestId: string },
): Promise<void> {
  const contact = await contactsOf(tx, offer.row.organisationId)
  const place = await placeById(tx, offer.row.placeId)
  if (!contact?.to || !place) return
  const letter = wordsIn(askedLetter, contact.language, {
    contact: contact.name,
    asker: ask.organisation,
    needs: ask.row.what,
    offered: offer.row.what,
    link: `${config.origin}/support-exchange`,
    ring: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
  })
  const template = 'support-exchange.asked'
  const about = { organisationId: offer.row.organisationId, aboutId: requestId }
  await enqueue(tx, { placeId: place.id, to: contact.to, template, ...about, letter })
}

/**
 * A yes shows both how to reach each other; a no changes nothing for anybody else, and is told to nobody.
 *
 * @throws support-exchange.not_found · support-exchange.wrong_state
 */
export async function answer(
  deps: Deps,
  given: { actor: Actor; requestId: string; answer: 'yes' | 'no' },
): Promise<{ answer: 'yes' | 'no' }> {
  return inTurn(deps, async (tx) => {
    const { actor, requestId } = given
    const request = await q.requestById(tx, requestId)
    const ask = request && (await q.holdAsk(tx, request.askId))
    const offer = request && (await q.holdOffer(tx, request.offerId))
    if (!ask || !offer || !speaksFor(actor, offer.row.organisationId))
      throw refuse('support-exchange.not_found')
    const said = { answer: given.answer, answeredBy: actor.personId }
    if (!(await q.answerRequest(tx, requestId, said))) throw refuse('support-exchange.wrong_state')
    if (given.answer === 'yes') await join(tx, deps, actor, { ask, offer })
    return { answer: given.answer }
  })
}

async function join(
  tx: Database,
  deps: Deps,
  actor: Actor,
  { ask, offer }: { ask: Ask; offer: Offer },
): Promise<void> {
  const step = { from: ['open' as const], to: 'matched' as const }
  const both =
    (await q.move(tx, TABLES.ask, ask.row.id, step)) &&
    (await q.move(tx, TABLES.offer, offer.row.id, step))
  if (!both) throw refuse('support-exchange.wrong_state')
  const { placeId } = ask.row
  await trail(tx, actor, { placeId, kind: 'ask', id: ask.row.id }, 'matched')
  const contact = await contactsOf(tx, ask.row.organisationId)
  const helper = await organisationById(tx, offer.row.organisationId)
  if (!contact?.to || !helper) return
  const letter = wordsIn(yesLetter, contact.language, {
    contact: contact.name,
    helper: offer.organisation,
    needs: ask.row.what,
    reach: [helper.contactName, helper.contactPhone, helper.contactEmail]
      .filter(Boolean)
      .join(', '),
    link: `${deps.config.origin}/support-exchange`,
  })
  await enqueue(tx, { placeId, to: contact.to, template: 'support-exchange.yes', letter })
}

type Step = Parameters<typeof q.move>[3]

/** Moves one of our own asks, and the offer a yes has joined to it. */
async function moveAsk(
  deps: Deps,
  given: { actor: Actor; askId: string },
  step: Step & { to: 'given' | 'thanked' | 'taken-back'; thanks?: string },
  offerGoes: boolean,
): Promise<Support> {
  return inTurn(deps, async (tx) => {
    const { row } = await requireOwnAsk(tx, given.actor, given.askId)
    if (!(await q.move(tx, TABLES.ask, row.id, step))) throw refuse('support-exchange.wrong_state')
    if (step.thanks) await q.putThanks(tx, row.id, step.thanks)
    const offerId = offerGoes ? await q.joinedOffer(tx, row.id) : undefined
    if (offerId) await q.move(tx, TABLES.offer, offerId, { from: step.from, to: step.to })
    await trail(tx, given.actor, { placeId: row.placeId, kind: 'ask', id: row.id }, step.to)
    return shown(await requireOwnAsk(tx, given.actor, given.askId), given.actor)
  })
}

/** It happened. @throws support-exchange.not_found · support-exchange.wrong_state */
export const given = (deps: Deps, ask: { actor: Actor; askId: string }): Promise<Support> =>
  moveAsk(deps, ask, { from: ['matched'], to: 'given' }, true)

/** A sentence for whoever lent it. @throws support-exchange.not_found · support-exchange.wrong_state */
export const thank = (
  deps: Deps,
  ask: { actor: Actor; askId: string; thanks: string },
): Promise<Support> =>
  moveAsk(deps, ask, { from: ['given'], to: 'thanked', thanks: ask.thanks }, true)

/** No longer needed. @throws support-exchange.not_found · support-exchange.wrong_state */
export const takeBackAsk = (deps: Deps, ask: { actor: Actor; askId: string }): Promise<Support> =>
  moveAsk(deps, ask, { from: ['open', 'matched'], to: 'taken-back' }, false)

/** No longer offered. @throws support-exchange.not_found · support-exchange.wrong_state */
export async function takeBackOffer(
  deps: Deps,
  { actor, offerId }: { actor: Actor; offerId: string },
): Promise<Support> {
  return inTurn(deps, async (tx) => {
    const offer = await q.holdOffer(tx, offerId)
    if (!offer || !speaksFor(actor, offer.row.organisationId))
      throw refuse('support-exchange.not_found')
    const step = { from: ['open' as const], to: 'taken-back' as const }
    if (!(await q.move(tx, TABLES.offer, offerId, step)))
      throw refuse('support-exchange.wrong_state')
    await trail(tx, actor, { placeId: offer.row.placeId, kind: 'offer', id: offerId }, 'taken-back')
    return shown({ ...offer, row: { ...offer.row, state: 'taken-back' } }, actor)
  })
}

/** Lets one ask or offer lapse whose last day is over; for the worker. @returns false when none was due */
export const lapseDue = (db: Database): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    for (const kind of ['ask', 'offer'] as const) {
      const gone = await q.lapseOne(tx, TABLES[kind])
      if (!gone) continue
      await trail(tx, null, { ...gone, kind }, 'lapsed')
      return true
    }
    return false
  })
