import type { ActionOf } from '@howcanwe/shared/audit'
import { MOST_ROWS } from '@howcanwe/shared/exports'
import { endOfDay } from '@howcanwe/shared/places'
import type {
  Support,
  SupportInput,
  SupportOffers,
  SupportRoom,
} from '@howcanwe/shared/support-exchange'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { record } from '../audit/index.ts'
import { organisationById } from '../organisations/index.ts'
import { requirePlace } from '../places/index.ts'
import { refuse } from './support-exchange.errors.ts'
import { maySeeRoom, speaksFor } from './support-exchange.policy.ts'
import * as q from './support-exchange.queries.ts'
import { inOrder, isGoodDay } from './support-exchange.rules.ts'
import { supportAsks, supportOffers } from './support-exchange.table.ts'

/** As many of each as a screen shows. */
const LISTED = 200

type Row = Parameters<typeof shownRow>[0]
type Kind = 'ask' | 'offer'
export const TABLES = { ask: supportAsks, offer: supportOffers } as const

const shownRow = (
  row: Pick<
    typeof supportOffers.$inferSelect,
    'id' | 'organisationId' | 'kind' | 'what' | 'until' | 'state' | 'createdAt' | 'version'
  >,
  organisation: string,
  actor: Actor,
): Support => {
  const { id, organisationId, kind, what, until, state, createdAt, version } = row
  return {
    ...{ id, kind, what, until, state, createdAt, version },
    organisation: { id: organisationId, name: organisation },
    ours: speaksFor(actor, organisationId),
  }
}

export const shown = (one: q.Named<Row>, actor: Actor): Support =>
  shownRow(one.row, one.organisation, actor)

/** Everything open in a place, our own beside it, and what others ask of us. */
export async function room(
  db: Database,
  ask: { actor: Actor; placeId: string; all?: 'yes' | undefined },
): Promise<SupportRoom> {
  const { actor, placeId } = ask
  if (!maySeeRoom(actor, placeId)) throw refuseRequest('auth.forbidden')
  const ours = actor.memberships.filter((m) => m.placeId === placeId).map((m) => m.organisationId)
  const most = ask.all ? MOST_ROWS + 1 : LISTED
  const asks = await q.asksHere(db, placeId, ours, most + 1)
  const offers = await q.offersHere(db, placeId, ours, most + 1)
  const names = new Map(offers.map((o) => [o.row.organisationId, o.organisation]))
  const toUs = await q.requestsTo(db, ours)
  return {
    asks: asks.slice(0, most).map((one) => shown(one, actor)),
    offers: offers.slice(0, most).map((one) => shown(one, actor)),
    more: Math.max(asks.length, offers.length) > most,
    toUs: toUs.map(({ request, ask: wanted, offer, asker }) => ({
      id: request.id,
      ask: shownRow(wanted, asker.organisation, actor),
      offer: shownRow(offer, names.get(offer.organisationId) ?? '', actor),
      answer: request.answer,
      contact:
        request.answer === 'yes'
          ? { name: asker.name, email: asker.email, phone: asker.phone }
          : null,
      thanks: request.answer === 'yes' ? wanted.thanks : null,
    })),
  }
}

/**
 * Says what an organisation needs or could lend, until the end of a day in its place.
 *
 * @throws support-exchange.not_ours · support-exchange.day
 */
export async function say(
  deps: Deps,
  given: { actor: Actor; as: Kind; input: SupportInput },
): Promise<Support> {
  const { actor, as, input } = given
  return inTransaction(deps.db, async (tx) => {
    const organisation = await organisationById(tx, input.organisationId)
    if (!organisation || organisation.state === 'left' || !speaksFor(actor, organisation.id))
      throw refuse('support-exchange.not_ours')
    const { placeId, name } = organisation
    const endsAt = endOfDay((await requirePlace(tx, placeId)).timeZone, input.until)
    if (!isGoodDay(endsAt, deps.clock()))
      throw refuse('support-exchange.day', {
        fields: [{ pointer: '#/body/until', code: 'invalid' }],
      })
    const row = { ...input, placeId, endsAt, writtenBy: actor.personId }
    const id = await q.put(tx, TABLES[as], row)
    await trail(tx, actor, { placeId, kind: as, id }, `${as}-written`)
    const made = as === 'ask' ? await q.holdAsk(tx, id) : await q.holdOffer(tx, id)
    if (!made) throw new Error('a row was gone in its own transaction')
    return shownRow(made.row, name, actor)
  })
}

export const trail = (
  tx: Database,
  actor: Actor | null,
  about: { placeId: string; kind: Kind; id: string },
  what: ActionOf<'support-exchange'>,
) =>
  record(tx, {
    placeId: about.placeId,
    actorId: actor?.personId ?? null,
    action: `support-exchange.${what}`,
    subject: { kind: `support-${about.kind}`, id: about.id },
  })

/** One of our own asks, locked. @throws support-exchange.not_found */
export async function requireOwnAsk(tx: Database, actor: Actor, askId: string) {
  const ask = await q.holdAsk(tx, askId)
  if (!ask || !speaksFor(actor, ask.row.organisationId)) throw refuse('support-exchange.not_found')
  return ask
}

/**
 * Offers that fit one of our asks: of its sort, nearest first. Whom we asked stays in the list whatever they said, and
 * only a yes changes how it looks.
 */
export async function fitting(
  db: Database,
  ask: { actor: Actor; askId: string },
): Promise<{ items: SupportOffers }> {
  return inTransaction(db, async (tx) => {
    const { row } = await requireOwnAsk(tx, ask.actor, ask.askId)
    const found = await q.offersFor(tx, row)
    const order = inOrder(found.map((o) => ({ ...o, id: o.row.id, until: o.row.until })))
    return {
      items: order.map((o) => ({
        offer: { ...shown(o, ask.actor), state: o.answer === 'yes' ? o.row.state : 'open' },
        areas: [...o.areas],
        asked: o.requestId !== null,
        contact: o.answer === 'yes' ? o.contact : null,
      })),
    }
  })
}
