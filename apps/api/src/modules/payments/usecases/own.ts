import type { Received } from '@howcanwe/shared/http'
import type { OwnPay, PayItem, paymentsContract } from '@howcanwe/shared/payments'
import { addDays, dayIn } from '@howcanwe/shared/places'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { type Knock, requireVoice, type Voice } from '../../codesign/index.ts'
import { calendarOf, requirePlace } from '../../places/index.ts'
import { noteAct } from '../../supporters/index.ts'
import { refuse } from '../payments.errors.ts'
import { clocksOfChoice, isPaidHere, penceFor } from '../payments.rules.ts'
import * as q from '../queries/items.queries.ts'
import * as rules from '../queries/rules.queries.ts'
import { sessionsOf } from '../queries/sessions.queries.ts'
import { wayOf } from '../queries/ways.queries.ts'
import { shownItem, shownWay } from './view.ts'

export interface Asked {
  groupId: string
  requestId: string
}
type Choice = Received<typeof paymentsContract.choose>['body']

/** What counts in a place today; before its first settings: no receipt below nothing, no vouchers, residents only. */
export async function settingsToday(db: Database, placeId: string) {
  const { timeZone } = await calendarOf(db, placeId)
  const today = dayIn(timeZone, await q.databaseNow(db))
  const all = await rules.settingsOf(db, placeId)
  return (
    all.find(({ fromDay }) => fromDay <= today) ?? {
      receiptLimitPence: 0,
      vouchers: false,
      paysOrganisations: false,
    }
  )
}

/** Sessions that money spent, or needed beforehand, may be asked for: those to come, and three months back. */
export async function claimableIn(
  db: Database,
  groupId: string,
  { timeZone, now }: { timeZone: string; now: Date },
): Promise<OwnPay['sessions']> {
  const lately = addDays(dayIn(timeZone, now), -90)
  return (await sessionsOf(db, groupId))
    .filter((s) => s.state !== 'cancelled' && dayIn(timeZone, s.startsAt) >= lately)
    .map(({ id, startsAt, venue }) => ({ id, startsAt, venue, begun: startsAt <= now }))
}

/** Everything about pay on one's own page. @throws codesign.no_place_here */
export async function ownPay(db: Database, knock: Knock, groupId: string): Promise<OwnPay> {
  const voice = await requireVoice(db, knock, groupId)
  const now = await q.databaseNow(db)
  const { currency, timeZone } = await requirePlace(db, voice.placeId)
  const settings = await settingsToday(db, voice.placeId)
  const items = await q.itemsOfMember(db, voice.memberId)
  const way = await wayOf(db, voice.memberId)
  const advice = await rules.adviceOf(db, voice.placeId)
  return {
    items: items.map((item) => shownItem(item, now)),
    way: way ? shownWay(way) : null,
    advice: advice.map((one) => ({ ...one, since: one.createdAt })),
    vouchers: settings.vouchers,
    receiptLimitPence: settings.receiptLimitPence,
    currency,
    sessions: await claimableIn(db, groupId, { timeZone, now }),
    paid: isPaidHere(voice.bloc, settings.paysOrganisations),
  }
}

/** An item of this very person, locked. @throws payments.item_not_found */
export async function ownItem(tx: Database, { memberId }: Voice, itemId: string) {
  const item = await q.lockItem(tx, itemId)
  if (!item || item.memberId !== memberId) throw refuse('payments.item_not_found')
  return item
}

/**
 * Writes a choice: open until somebody has approved it, and again where the money did not arrive.
 *
 * @throws payments.too_late_to_choose · payments.not_less · payments.no_vouchers
 */
export async function writeChoice(
  tx: Database,
  item: q.FullItem,
  said: Choice,
  by: Pick<q.NewItem, 'enteredBy' | 'saidBy'>,
): Promise<q.FullItem> {
  if (!['due', 'chosen', 'declined', 'failed'].includes(item.state))
    throw refuse('payments.too_late_to_choose')
  const settings = await settingsToday(tx, item.placeId)
  if (said.choice === 'voucher' && !settings.vouchers) throw refuse('payments.no_vouchers')
  const chosenPence = penceFor(said.choice, item.amountPence, said.pence)
  if (said.choice === 'less' && chosenPence >= item.amountPence) throw refuse('payments.not_less')
  const calendar = await calendarOf(tx, item.placeId)
  const now = await q.databaseNow(tx)
  await q.changeItem(tx, item.id, {
    ...clocksOfChoice(calendar, { dueAt: item.dueAt, now }),
    ...by,
    choice: said.choice,
    chosenPence,
    charityName: said.choice === 'charity' ? (said.charity ?? '') : '',
    state: said.choice === 'nothing' ? 'declined' : 'chosen',
    failedBecause: null,
    approveLateAt: null,
    payLateAt: null,
  })
  return q.fullItem(tx, item.id)
}

/**
 * All, less, nothing, a charity or a voucher. The trail keeps that there was a choice, not which: it is nobody's
 * business (ux.md row 37).
 *
 * @throws codesign.no_place_here · payments.item_not_found and what `writeChoice` refuses
 */
export async function choose(
  deps: Deps,
  knock: Knock,
  { groupId, itemId, requestId }: Asked & { itemId: string },
  said: Choice,
): Promise<PayItem> {
  return inTransaction(deps.db, async (tx) => {
    const voice = await requireVoice(tx, knock, groupId)
    const item = await ownItem(tx, voice, itemId)
    const after = await writeChoice(tx, item, said, { enteredBy: null, saidBy: null })
    await record(tx, {
      placeId: item.placeId,
      actorId: null,
      action: 'payments.chosen',
      subject: { kind: 'pay_item', id: item.id },
      requestId,
    })
    if (knock.actor) await noteAct(tx, knock.actor, 'supporters.chose-pay')
    return shownItem(after, await q.databaseNow(tx))
  })
}
