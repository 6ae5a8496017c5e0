import type { Received } from '@howcanwe/shared/http'
import type { Batch, paymentsContract } from '@howcanwe/shared/payments'
import { type Database, inTransaction, inTurn, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { requirePlace } from '../../places/index.ts'
import { refuse } from '../payments.errors.ts'
import { tellFailed, tellPaid, tellRefused } from '../payments.letters.ts'
import { clerks } from '../payments.policy.ts'
import * as b from '../queries/batches.queries.ts'
import * as q from '../queries/items.queries.ts'
import { markPaidSessions } from '../queries/sessions.queries.ts'
import { ownMoney } from './own-money.ts'
import { shownToClerk, wayOut } from './view.ts'

export interface ClerkAsk {
  actor: Actor
  batchId: string
  requestId: string
}

export const shortOf = (row: NonNullable<Awaited<ReturnType<typeof b.batchById>>>) => ({
  id: row.id,
  number: row.number,
  madeAt: row.madeAt,
  lines: row.lines,
  involvementPence: row.involvementPence,
  expensePence: row.expensePence,
  open: row.open,
  failed: row.failed,
  files: row.files,
  aside: row.aside,
})

/** For whoever is no clerk of its place a batch is not there. @throws payments.batch_not_found */
export async function batchFor(db: Database, actor: Actor, batchId: string) {
  const row = await b.batchById(db, batchId)
  if (!row || !clerks(actor, row.placeId)) throw refuse('payments.batch_not_found')
  return row
}

export async function shownBatch(db: Database, actor: Actor, batchId: string): Promise<Batch> {
  const row = await batchFor(db, actor, batchId)
  const now = await q.databaseNow(db)
  const lines = new Map((await b.linesOf(db, batchId)).map((line) => [line.itemId, line]))
  const items = await q.itemsById(db, row.placeId, [...lines.keys()])
  const files = await b.exportsOf(db, batchId)
  return {
    ...shortOf(row),
    currency: row.currency,
    madeBy: row.by,
    items: items.map((item) => ({
      ...shownToClerk(item, actor, now),
      pence: lines.get(item.id)?.pence ?? 0,
      way: lines.get(item.id)?.way ?? wayOut(item),
      stopped: null,
      outcome: lines.get(item.id)?.outcome ?? null,
    })),
    exports: files.map(({ number, exportedAt: at, by, checksum, reason }) => ({
      number,
      at,
      by,
      checksum,
      reason,
    })),
  }
}

const sumOf = (items: readonly q.FullItem[], kind: q.Item['kind']): number =>
  items.filter((i) => i.kind === kind).reduce((sum, i) => sum + (i.chosenPence ?? 0), 0)

type Approval = Received<typeof paymentsContract.approve>['body']

async function approveIn(
  deps: Deps,
  tx: Database,
  { actor, requestId }: Omit<ClerkAsk, 'batchId'>,
  { placeId, itemIds }: Approval,
): Promise<string> {
  const items = await q.lockItems(tx, placeId, itemIds)
  if (items.length !== new Set(itemIds).size || items.some((i) => i.state !== 'chosen'))
    throw refuse('payments.items_changed')
  if ((await ownMoney(deps, tx, items, actor)).size > 0) throw refuse('payments.own_item')
  const ready = items.filter((i) => wayOut(i) !== null)
  if (ready.length === 0) throw refuse('payments.no_way')
  const { currency } = await requirePlace(tx, placeId)
  const batch = await b.addBatch(tx, {
    placeId,
    number: await b.nextNumber(tx, placeId),
    madeBy: actor.personId,
    lines: ready.length,
    involvementPence: sumOf(ready, 'involvement'),
    expensePence: sumOf(ready, 'expense'),
    currency,
  })
  await inTurn(ready, ({ id }) =>
    q.changeItem(tx, id, { state: 'approved', approvedBy: actor.personId }),
  )
  const lines = ready.map(({ id, kind, chosenPence }) => ({
    placeId,
    batchId: batch.id,
    itemId: id,
    kind,
    pence: chosenPence ?? 0,
  }))
  await b.addLines(tx, lines)
  await record(tx, {
    placeId,
    actorId: actor.personId,
    action: 'payments.approved',
    subject: { kind: 'pay_batch', id: batch.id },
    after: { number: batch.number, lines: batch.lines },
    requestId,
  })
  return batch.id
}

/**
 * Says yes to items together; those nobody knows a way for stay on the list. The database sees that a clerk does, that nobody does for themselves, and that both sums
 * are those of the lines.
 *
 * @throws auth.forbidden · payments.items_changed · payments.no_way · payments.own_item
 */
export async function approve(
  deps: Deps,
  ask: Omit<ClerkAsk, 'batchId'>,
  body: Approval,
): Promise<Batch> {
  if (!clerks(ask.actor, body.placeId)) throw refuseRequest('auth.forbidden')
  try {
    const id = await inTransaction(deps.db, (tx) => approveIn(deps, tx, ask, body))
    return await shownBatch(deps.db, ask.actor, id)
  } catch (error) {
    const state = sqlState(error)
    if (state === 'HW216') throw refuseRequest('auth.forbidden')
    throw state === 'HW217' ? refuse('payments.own_item') : error
  }
}

type Outcome = Received<typeof paymentsContract.outcome>['body']

async function setOutcome(
  deps: Deps,
  tx: Database,
  line: b.Line,
  { outcome, because }: Outcome,
): Promise<string> {
  const now = await q.databaseNow(tx)
  await b.changeLine(tx, line, { outcome, outcomeAt: now })
  const item = await q.fullItem(tx, line.itemId)
  const about = { groupId: item.groupId, memberId: item.memberId, startsAt: item.startsAt }
  if (outcome === 'paid') {
    await q.changeItem(tx, item.id, { state: 'paid', paidAt: now })
    await tellPaid(deps, tx, about)
    return item.sessionId
  }
  await q.changeItem(tx, item.id, {
    state: 'failed',
    paidAt: null,
    failedAt: now,
    failedAgainAt: null,
    failedBecause: because ?? 'other',
  })
  await tellFailed(deps, tx, about)
  return item.sessionId
}

/**
 * What arrived and what did not, for a whole batch or some of it. Whoever's money came back is written to and chooses
 * again; the item then goes into another batch.
 *
 * @throws payments.batch_not_found · payments.items_changed · payments.no_file_yet
 */
export async function say(deps: Deps, ask: ClerkAsk, said: Outcome): Promise<Batch> {
  try {
    await inTransaction(deps.db, async (tx) => {
      const batch = await batchFor(tx, ask.actor, ask.batchId)
      const lines = await b.lockLines(tx, batch.id, said.itemIds)
      const fitting = lines.filter(
        (l) => l.outcome === null || (l.outcome === 'paid' && said.outcome === 'failed'),
      )
      const wanted = said.itemIds ? new Set(said.itemIds).size : fitting.length
      if (fitting.length === 0 || fitting.length !== wanted) throw refuse('payments.items_changed')
      const touched = await inTurn(fitting, (line) => setOutcome(deps, tx, line, said))
      await markPaidSessions(tx, [...new Set(touched)])
      await record(tx, {
        placeId: batch.placeId,
        actorId: ask.actor.personId,
        action: `payments.${said.outcome}`,
        subject: { kind: 'pay_batch', id: batch.id },
        after: { lines: fitting.length },
        requestId: ask.requestId,
      })
    })
  } catch (error) {
    throw sqlState(error) === 'HW219' ? refuse('payments.no_file_yet') : error
  }
  return shownBatch(deps.db, ask.actor, ask.batchId)
}

/**
 * Says no to an expense, with a reason the person reads. Money for taking part cannot be refused.
 *
 * @throws payments.item_not_found · payments.own_item
 */
export async function refuseItem(
  deps: Deps,
  { actor, itemId, requestId }: { actor: Actor; itemId: string; requestId: string },
  reason: string,
): Promise<{ refused: true }> {
  return inTransaction(deps.db, async (tx) => {
    const item = await q.lockItem(tx, itemId)
    if (!item || !clerks(actor, item.placeId) || item.kind !== 'expense' || item.state !== 'chosen')
      throw refuse('payments.item_not_found')
    if (item.facilitatorId === actor.personId) throw refuse('payments.own_item')
    await q.changeItem(tx, item.id, { state: 'refused', refusedWhy: reason })
    const about = { groupId: item.groupId, memberId: item.memberId, startsAt: item.startsAt }
    await tellRefused(deps, tx, about, reason)
    await record(tx, {
      placeId: item.placeId,
      actorId: actor.personId,
      action: 'payments.refused',
      subject: { kind: 'pay_item', id: item.id },
      requestId,
    })
    return { refused: true as const }
  })
}
