import type { ClerkItem, GroupItem, OwnWay, PayItem } from '@howcanwe/shared/payments'
import type { Actor } from '../../../http/actor.ts'
import { isLate } from '../payments.rules.ts'
import type { FullItem } from '../queries/items.queries.ts'
import type { Way } from '../queries/ways.queries.ts'

/** Paid because its start was moved away too late: another start than the session has, or was cancelled at. */
const isMoved = ({ lostStart, promisedStart, sessionState }: FullItem): boolean =>
  lostStart !== null &&
  (sessionState !== 'cancelled' || lostStart.getTime() !== promisedStart?.getTime())

/** An item as the person sees it who is paid. Rows never leave unshaped. */
export const shownItem = (row: FullItem, now: Date): PayItem => ({
  id: row.id,
  kind: row.kind,
  why: row.why,
  session: { id: row.sessionId, startsAt: row.lostStart ?? row.startsAt, venue: row.venue },
  moved: isMoved(row),
  minutes: row.minutes,
  preparationMinutes: row.preparationMinutes,
  amountPence: row.amountPence,
  words: row.words,
  receipt: row.receipt,
  advance: row.advance,
  choice: row.choice,
  chosenPence: row.chosenPence,
  charityName: row.charityName,
  saidBy: row.saidBy,
  state: row.state,
  dueAt: row.dueAt,
  chooseBy: row.chooseBy,
  payBy: row.payBy,
  approveBy: row.approveBy,
  confirmed: row.confirmedAt !== null,
  paidAt: row.paidAt,
  failedBecause: row.failedBecause,
  refusedWhy: row.refusedWhy,
  settledPence: row.settledPence,
  late: isLate(row, now),
})

/**
 * An item as whoever runs the group sees it: owed, on its way, paid. Not what somebody chose, nor that they want nothing,
 * unless it was written down for them: why people decline pay is nobody's business.
 */
export function shownGroupItem(row: FullItem, now: Date): GroupItem {
  const item = shownItem(row, now)
  const hidden = { choice: null, chosenPence: null, charityName: '' } as const
  return {
    ...item,
    ...(row.enteredBy ? {} : hidden),
    state: item.state === 'declined' ? 'chosen' : item.state,
    member: {
      id: row.memberId,
      firstName: row.firstName,
      reference: row.reference,
      left: row.memberState === 'left',
    },
  }
}

export const shownWay = ({ way, last4, since }: Way): OwnWay => ({ way, last4, since })

/** How an item goes out: a charity and a voucher are ways of their own. */
export const wayOut = ({
  choice,
  way,
}: Pick<FullItem, 'choice' | 'way'>): NonNullable<ClerkItem['way']> | null =>
  choice === 'charity' || choice === 'voucher' ? choice : way

/** What keeps this clerk from saying yes. */
function stoppedFor(row: FullItem, actor: Actor): ClerkItem['stopped'] {
  if (row.facilitatorId === actor.personId || row.enteredBy === actor.personId) return 'yours'
  if (row.kind === 'expense' && !row.confirmedAt) return 'not-confirmed'
  return wayOut(row) === null ? 'no-way' : null
}

/** An item before the clerk: never how somebody is reached, nor what they need. */
export const shownToClerk = (row: FullItem, actor: Actor, now: Date): ClerkItem => ({
  id: row.id,
  kind: row.kind,
  why: row.why,
  name: row.firstName,
  left: row.memberState === 'left',
  reference: row.reference,
  group: row.groupName,
  moved: isMoved(row),
  sessionAt: row.lostStart ?? row.startsAt,
  choice: row.choice,
  pence: row.chosenPence ?? 0,
  charityName: row.charityName,
  words: row.words,
  receipt: row.receipt,
  advance: row.advance,
  approveBy: row.approveBy,
  payBy: row.payBy,
  late: isLate(row, now),
  way: wayOut(row),
  last4: row.way === 'bank' && row.choice !== 'charity' ? (row.last4 ?? '') : '',
  stopped: stoppedFor(row, actor),
})
