import type { Received } from '@howcanwe/shared/http'
import type { PayItem, paymentsContract } from '@howcanwe/shared/payments'
import { constraintOf, type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { type Knock, requireVoice, type Voice } from '../../codesign/index.ts'
import { calendarOf } from '../../places/index.ts'
import { noteAct } from '../../supporters/index.ts'
import { refuse } from '../payments.errors.ts'
import { clocksOfAdvance, clocksOfChoice } from '../payments.rules.ts'
import * as q from '../queries/items.queries.ts'
import { sessionOf } from '../queries/sessions.queries.ts'
import { type Asked, ownItem } from './own.ts'
import { shownItem } from './view.ts'

type Claim = Received<typeof paymentsContract.claim>['body']

/** The database has the last word on what may be claimed; here it gets its sentence. */
export function sentenceFor(error: unknown): unknown {
  const state = sqlState(error)
  if (state === 'HW212') return refuse('payments.not_paid_here')
  if (state === 'HW213') return refuse('payments.beforehand')
  if (state === 'HW214') return refuse('payments.receipt_needed')
  const isTwice = constraintOf(error) === 'pay_items_spent_once'
  return isTwice ? refuse('payments.claimed_already') : error
}

type For = Pick<Voice, 'placeId' | 'groupId' | 'memberId'>
type By = Pick<q.NewItem, 'enteredBy' | 'saidBy'>

/** An expense as the person asks for it, or as somebody wrote it down for them. */
export async function addExpense(
  tx: Database,
  voice: For,
  claim: Claim,
  by: By = {},
): Promise<string> {
  const session = await sessionOf(tx, voice.groupId, claim.sessionId)
  if (!session) throw refuse('payments.session_not_found')
  const calendar = await calendarOf(tx, voice.placeId)
  const now = await q.databaseNow(tx)
  const clocks = claim.advance
    ? clocksOfAdvance(calendar, { startsAt: session.startsAt, now })
    : clocksOfChoice(calendar, { dueAt: now, now })
  return q.addItem(tx, {
    placeId: voice.placeId,
    groupId: voice.groupId,
    memberId: voice.memberId,
    sessionId: session.id,
    kind: 'expense',
    why: claim.why,
    amountPence: claim.pence,
    words: claim.words,
    receipt: claim.receipt,
    advance: claim.advance,
    choice: 'all',
    chosenPence: claim.pence,
    state: 'chosen',
    chooseBy: now,
    ...by,
    ...clocks,
  })
}

/**
 * Money somebody spent, or needs beforehand so that they do not lay it out. An expense is given back whole: there is
 * nothing to choose but not to ask.
 *
 * @throws codesign.no_place_here · payments.session_not_found · payments.not_paid_here · payments.beforehand ·
 * payments.receipt_needed · payments.claimed_already
 */
export async function claim(
  deps: Deps,
  knock: Knock,
  { groupId, requestId }: Asked,
  body: Claim,
): Promise<PayItem> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const voice = await requireVoice(tx, knock, groupId)
      const id = await addExpense(tx, voice, body)
      await record(tx, {
        placeId: voice.placeId,
        actorId: null,
        action: body.advance ? 'payments.asked-beforehand' : 'payments.claimed',
        subject: { kind: 'pay_item', id },
        after: { why: body.why },
        requestId,
      })
      if (knock.actor) await noteAct(tx, knock.actor, 'supporters.chose-pay')
      return shownItem(await q.fullItem(tx, id), await q.databaseNow(tx))
    })
  } catch (error) {
    throw sentenceFor(error)
  }
}

/**
 * Says what money given beforehand was really spent on. What it cost more is a claim of its own; what is left over is
 * told to the clerk and never taken from money for taking part.
 *
 * @throws codesign.no_place_here · payments.item_not_found · payments.nothing_to_settle · payments.receipt_needed ·
 * payments.claimed_already
 */
export async function settle(
  deps: Deps,
  knock: Knock,
  { groupId, itemId, requestId }: Asked & { itemId: string },
  { pence, receipt }: Received<typeof paymentsContract.settle>['body'],
): Promise<PayItem> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const voice = await requireVoice(tx, knock, groupId)
      const item = await ownItem(tx, voice, itemId)
      const now = await q.databaseNow(tx)
      if (item.state !== 'paid' || !item.advance || item.startsAt > now)
        throw refuse('payments.nothing_to_settle')
      await q.changeItem(tx, item.id, { state: 'settled', settledPence: pence, settledAt: now })
      const more = pence - item.amountPence
      const { sessionId } = item
      const why = item.why as Claim['why']
      if (more > 0)
        await addExpense(tx, voice, {
          sessionId,
          why,
          pence: more,
          words: '',
          receipt,
          advance: false,
        })
      await record(tx, {
        placeId: item.placeId,
        actorId: null,
        action: 'payments.settled',
        subject: { kind: 'pay_item', id: item.id },
        requestId,
      })
      return shownItem(await q.fullItem(tx, item.id), now)
    })
  } catch (error) {
    throw sentenceFor(error)
  }
}
