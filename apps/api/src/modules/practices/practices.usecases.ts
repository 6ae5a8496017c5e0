import type { Received, Result } from '@howcanwe/shared/http'
import type { Practice, PracticeInput, practicesContract } from '@howcanwe/shared/practices'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { cursorOf, organisationById, readCursor } from '../organisations/index.ts'
import { refuse } from './practices.errors.ts'
import { maySee, mayWrite } from './practices.policy.ts'
import * as q from './practices.queries.ts'
import { inList, reread, shown, trail } from './practices.shown.ts'

const PAGE = 100

/** What already works in a place, page by page; anybody may read it. */
export async function list(
  db: Database,
  ask: Received<typeof practicesContract.list>['query'],
): Promise<Result<typeof practicesContract.list>> {
  const { cursor, limit = PAGE, ...wishes } = ask
  const rows = await q.listedHere(db, { ...wishes, after: readCursor(cursor)?.id, limit })
  const items = rows.slice(0, limit).map((row) => inList(row))
  const last = items.at(-1)
  const goesOn = rows.length > limit && last
  return { items, nextCursor: goesOn ? cursorOf({ name: '', id: last.id }) : null }
}

/** @throws practices.not_ours */
export async function ours(
  db: Database,
  ask: { actor: Actor; organisationId: string },
): Promise<{ items: Practice[] }> {
  if (!mayWrite(ask.actor, ask.organisationId)) throw refuse('practices.not_ours')
  const rows = await q.cardsOf(db, ask.organisationId)
  return { items: rows.map((row) => inList(row, ask.actor)) }
}

/** @throws practices.not_found also for somebody else's draft */
export async function read(
  db: Database,
  ask: { actor: Actor | undefined; cardId: string },
): Promise<Practice> {
  const row = await q.cardById(db, ask.cardId)
  if (!row || !maySee(ask.actor, row.card)) throw refuse('practices.not_found')
  return shown(db, row, ask.actor)
}

const columnsOf = ({ themes: _, ...said }: PracticeInput) => ({
  ...said,
  since: said.since ?? null,
  peopleReached: said.peopleReached ?? null,
  costPerPersonPence: said.costPerPersonPence ?? null,
  needs: said.needs ?? '',
  story: said.story ?? '',
  contact: said.contact ?? '',
})

/**
 * Writes a card as a draft. Its themes are the organisation's own unless others are named.
 *
 * @throws practices.not_ours
 */
export async function write(
  deps: Deps,
  given: { actor: Actor; organisationId: string; input: PracticeInput },
): Promise<Practice> {
  const { actor, organisationId, input } = given
  return inTransaction(deps.db, async (tx) => {
    const organisation = await organisationById(tx, organisationId)
    if (!organisation || organisation.state === 'left' || !mayWrite(actor, organisationId))
      throw refuse('practices.not_ours')
    const cardId = await q.put(tx, {
      ...columnsOf(input),
      ...{ organisationId, placeId: organisation.placeId, writtenBy: actor.personId },
      themes: [...new Set(input.themes ?? organisation.themes)],
    })
    const row = await reread(tx, cardId)
    await trail(tx, actor, row, 'written')
    return shown(tx, row, actor)
  })
}

async function requireOwn(tx: Database, actor: Actor, cardId: string): Promise<q.CardRow> {
  const row = await q.cardById(tx, cardId)
  if (!row || !mayWrite(actor, row.card.organisationId)) throw refuse('practices.not_found')
  return row
}

/** @throws practices.not_found · practices.wrong_state · request.stale */
export async function change(
  deps: Deps,
  given: { actor: Actor; cardId: string; version: number; input: PracticeInput },
): Promise<Practice> {
  const { actor, cardId, version, input } = given
  return inTransaction(deps.db, async (tx) => {
    const { card } = await requireOwn(tx, actor, cardId)
    if (card.state === 'retired') throw refuse('practices.wrong_state')
    const themes = input.themes ? { themes: [...new Set(input.themes)] } : {}
    if (!(await q.change(tx, { id: cardId, version }, { ...columnsOf(input), ...themes })))
      throw refuseRequest('request.stale', { currentVersion: card.version })
    const row = await reread(tx, cardId)
    await trail(tx, actor, row, 'changed')
    return shown(tx, row, actor)
  })
}

/** @throws practices.not_found · practices.wrong_state */
export const publish = (deps: Deps, given: { actor: Actor; cardId: string }): Promise<Practice> =>
  moved(deps, given, { from: 'draft', state: 'listed' })

/** We no longer do it: the page stays, with its reason. @throws practices.not_found · practices.wrong_state */
export const retire = (
  deps: Deps,
  given: { actor: Actor; cardId: string; reason: string },
): Promise<Practice> =>
  moved(deps, given, { from: 'listed', state: 'retired', reason: given.reason })

async function moved(
  deps: Deps,
  { actor, cardId }: { actor: Actor; cardId: string },
  to: Parameters<typeof q.move>[2],
): Promise<Practice> {
  return inTransaction(deps.db, async (tx) => {
    await requireOwn(tx, actor, cardId)
    if (!(await q.move(tx, cardId, to))) throw refuse('practices.wrong_state')
    const row = await reread(tx, cardId)
    await trail(tx, actor, row, to.state)
    return shown(tx, row, actor)
  })
}
