import { createHash } from 'node:crypto'
import { dayIn } from '@howcanwe/shared/places'
import { type Database, inTransaction, inTurn, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { calendarOf } from '../../places/index.ts'
import { open } from '../../vault/index.ts'
import { refuse } from '../payments.errors.ts'
import { columnsIn, KIND_NAMES, WAY_NAMES } from '../payments.file.words.ts'
import { tellNoWay } from '../payments.letters.ts'
import { decimal } from '../payments.rules.ts'
import * as b from '../queries/batches.queries.ts'
import * as q from '../queries/items.queries.ts'
import { batchFor, type ClerkAsk } from './batches.ts'
import { wayOut } from './view.ts'
import { type SealedWay, WAY_FIELD } from './ways.ts'

/** One way of writing files for the whole product, handed in: `exports` stands to the right. */
export interface FileHands {
  csvOf: (
    table: { columns: readonly string[]; rows: readonly (readonly string[])[] },
    how: { mark: boolean },
  ) => string
}

export interface PaymentFile {
  name: string
  content: string
  checksum: string
}

interface Ask extends ClerkAsk {
  reason: string
  language: 'en' | 'nl'
}

/** Opens where one person's money goes. Each opening is an event of its own, for the page on which they see who looked. */
async function sealedFor(
  { config }: Pick<Deps, 'config'>,
  tx: Database,
  item: q.FullItem,
  { actor, requestId }: Ask,
): Promise<SealedWay | undefined> {
  const context = { placeId: item.placeId, subjectId: item.memberId, field: WAY_FIELD }
  const box = await open(tx, config.vaultKey, context, { personId: actor.personId, requestId })
  return box && (JSON.parse(box.text) as SealedWay)
}

/**
 * One line: an item, never two together, so that pay and money given back stay apart on the bank statement too.
 *
 * @returns undefined where nobody knows how the money should reach them
 */
async function rowOf(
  deps: Pick<Deps, 'config'>,
  tx: Database,
  { item, line, batch, ask }: { item: q.FullItem; line: b.Line; batch: b.BatchRow; ask: Ask },
): Promise<string[] | undefined> {
  const way = wayOut(item)
  if (way === null) return undefined
  const needsBox = way === 'bank' || way === 'post' || way === 'voucher'
  const to = needsBox ? await sealedFor(deps, tx, item, ask) : undefined
  if (!to && (way === 'bank' || way === 'post')) return undefined
  await b.changeLine(tx, line, { way })
  const toBank = way === 'bank'
  const { timeZone } = await calendarOf(tx, item.placeId)
  return [
    `${batch.number}-${item.reference}`,
    KIND_NAMES[ask.language][item.kind],
    WAY_NAMES[ask.language][way],
    (toBank && to?.name) || item.firstName || item.reference,
    toBank ? (to?.sortCode ?? '') : '',
    toBank ? (to?.accountNumber ?? '') : '',
    toBank ? (to?.iban ?? '') : '',
    decimal(line.pence),
    batch.currency,
    way === 'charity' ? item.charityName : '',
    toBank || way === 'cash' || way === 'charity' ? '' : (to?.address ?? ''),
    item.groupName,
    dayIn(timeZone, item.startsAt),
  ]
}

/**
 * The rest of a batch does not wait for one account: the line stays behind, its item is on the clerk's list again, and
 * whoever it belongs to hears what is missing.
 */
async function putAside(
  deps: Pick<Deps, 'config'>,
  tx: Database,
  { line, item }: { line: b.Line; item: q.FullItem },
  { actor, requestId }: Ask,
): Promise<void> {
  await b.changeLine(tx, line, { outcome: 'aside', outcomeAt: await q.databaseNow(tx) })
  await q.changeItem(tx, line.itemId, { state: 'chosen', approvedBy: null, approvedAt: null })
  await record(tx, {
    placeId: line.placeId,
    actorId: actor.personId,
    action: 'payments.put-aside',
    subject: { kind: 'pay_item', id: line.itemId },
    requestId,
  })
  await tellNoWay(deps, tx, item)
}

/** @returns undefined where every line of the batch was put aside: there is nothing to take to the bank */
async function make(
  deps: Deps,
  hands: FileHands,
  tx: Database,
  ask: Ask,
): Promise<PaymentFile | undefined> {
  const batch = await batchFor(tx, ask.actor, ask.batchId)
  const before = await b.exportsOf(tx, batch.id)
  if (before.length > 0 && ask.reason === '') throw refuse('payments.file_made')
  const lines = await b.lockLines(tx, batch.id, undefined)
  const items = await q.lockItems(
    tx,
    batch.placeId,
    lines.map((l) => l.itemId),
  )
  const written = await inTurn(items, async (item) => {
    const line = lines.find((l) => l.itemId === item.id)
    if (!line) throw new Error('every item of a batch has its line')
    const row = await rowOf(deps, tx, { item, line, batch, ask })
    if (!row) await putAside(deps, tx, { line, item }, ask)
    return row
  })
  const rows = written.filter((row) => row !== undefined)
  if (rows.length === 0) return undefined
  const content = hands.csvOf({ columns: columnsIn(ask.language), rows }, { mark: false })
  const checksum = createHash('sha256').update(content, 'utf8').digest('hex')
  const { placeId, id: batchId } = batch
  const number = before.length + 1
  const { reason } = ask
  const by = ask.actor.personId
  await b.addExport(tx, { placeId, batchId, number, checksum, reason, exportedBy: by })
  await record(tx, {
    placeId,
    actorId: by,
    action: 'payments.file-made',
    subject: { kind: 'pay_batch', id: batchId },
    after: { number, lines: rows.length, checksum, ...(reason ? { reason } : {}) },
    requestId: ask.requestId,
  })
  return {
    name: `${ask.language === 'nl' ? 'betaalbestand' : 'payments'}-${batch.number}-${number}.csv`,
    content,
    checksum,
  }
}

/**
 * The payment file: the only way bank details leave the vault. Once; again only with a reason. A line each item whose way
 * is known, with a
 * checksum in the trail by which whoever holds the file can show that it is this one.
 *
 * @throws payments.batch_not_found · payments.file_made · payments.no_way
 */
export async function makeFile(deps: Deps, hands: FileHands, ask: Ask): Promise<PaymentFile> {
  try {
    const file = await inTransaction(deps.db, (tx) => make(deps, hands, tx, ask))
    if (!file) throw refuse('payments.no_way')
    return file
  } catch (error) {
    throw sqlState(error) === 'HW219' ? refuse('payments.file_made') : error
  }
}
