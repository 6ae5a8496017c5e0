import type { Bloc } from '@howcanwe/shared/codesign'
import type { Choice, ItemState, PayFigures } from '@howcanwe/shared/payments'
import { PAY_DAYS } from '@howcanwe/shared/payments'
import { type Calendar, dayIn, dueAfter, workingDaysBetween } from '@howcanwe/shared/places'

interface Clocked {
  state: ItemState
  chooseBy: Date
  approveBy: Date | null
  payBy: Date | null
}

/** Whether somebody should have done the next step by now. Nobody is late with a choice: money waits for them. */
export function isLate({ state, approveBy, payBy }: Clocked, now: Date): boolean {
  if (state === 'chosen') return approveBy !== null && approveBy <= now
  return state === 'approved' && payBy !== null && payBy <= now
}

/** Who is paid for taking part: residents, and people of organisations where the place says so. */
export const isPaidHere = (bloc: Bloc, paysOrganisations: boolean): boolean =>
  bloc === 'residents' || (bloc === 'organisations' && paysOrganisations)

/** Whether somebody who has left since may have been at a session. */
export const wasThen = (
  { leftAt, joinedAt }: { leftAt: Date | null; joinedAt: Date },
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): boolean => leftAt !== null && startsAt < leftAt && joinedAt < endsAt

/** What is really paid of an amount. Nothing is 0; less is what was said. */
export function penceFor(choice: Choice, amountPence: number, less: number | undefined): number {
  if (choice === 'nothing') return 0
  return choice === 'less' ? (less ?? 0) : amountPence
}

/** When the clerk says yes and when the money is there, by the working days of the place. */
export function clocksOfChoice(calendar: Calendar, { dueAt, now }: { dueAt: Date; now: Date }) {
  const ends = [
    dueAfter(calendar, dueAt, PAY_DAYS.paid),
    dueAfter(calendar, now, PAY_DAYS.afterChoice),
  ]
  return {
    chosenAt: now,
    approveBy: dueAfter(calendar, now, PAY_DAYS.approve),
    payBy: new Date(Math.max(...ends.map(Number))),
  }
}

/** Money beforehand comes before the session, and within the days of the others. */
export function clocksOfAdvance(
  calendar: Calendar,
  { startsAt, now }: { startsAt: Date; now: Date },
) {
  const { payBy, ...rest } = clocksOfChoice(calendar, { dueAt: now, now })
  return { ...rest, payBy: startsAt < payBy ? startsAt : payBy }
}

/** 2540 → '25.40': with a full stop, as banks read it. */
export const decimal = (pence: number): string =>
  `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, '0')}`

export interface PaidFact {
  kind: 'involvement' | 'expense'
  advance: boolean
  dueAt: Date
  paidAt: Date
  startsAt: Date
}

export interface HourFact {
  memberId: string
  bloc: Bloc
  minutes: number
  /** Null where no pay arose. */
  state: ItemState | null
  amountPence: number | null
  chosenPence: number | null
}

const medianOf = (sorted: readonly number[]): number | null => {
  const { length } = sorted
  if (length === 0) return null
  const [low, high] = [
    sorted[Math.floor((length - 1) / 2)] ?? 0,
    sorted[Math.floor(length / 2)] ?? 0,
  ]
  return (low + high) / 2
}
const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** M26: working days from session to money. What was paid beforehand took none, and is counted apart. */
function speed(calendar: Calendar, paid: readonly PaidFact[]) {
  const dayOf = (at: Date) => dayIn(calendar.timeZone, at)
  const days = paid
    .filter((one) => !one.advance)
    .map((one) => workingDaysBetween(calendar, dayOf(one.dueAt), dayOf(one.paidAt)))
    .sort((a, b) => a - b)
  const inTime = days.filter((n) => n <= PAY_DAYS.paid).length
  const expenses = paid.filter((one) => one.kind === 'expense')
  const prepaid = expenses.filter((one) => one.advance && one.paidAt < one.startsAt).length
  return {
    paid: days.length,
    medianDays: medianOf(days),
    inTime,
    inTimeShare: shareOf(inTime, days.length),
    expensesPaid: expenses.length,
    prepaid,
    prepaidShare: shareOf(prepaid, expenses.length),
  }
}

/** The part of somebody's time that they chose not to be paid for. */
function byChoice({ minutes, state, amountPence, chosenPence }: HourFact): number {
  if (state === 'declined') return minutes
  if (amountPence === null || chosenPence === null) return 0
  return Math.round(minutes * (1 - chosenPence / amountPence))
}

/** Fewer than this are not shown apart (§4.6). */
const FEW = 5

/** M30: hours given and hours nobody paid, by whose side of the table. */
function hours(facts: readonly HourFact[]) {
  const blocs: readonly Bloc[] = ['residents', 'organisations', 'public-bodies']
  return blocs.flatMap((bloc) => {
    const own = facts.filter((one) => one.bloc === bloc)
    if (own.length === 0) return []
    const sum = (of: (one: HourFact) => number) => own.reduce((total, one) => total + of(one), 0)
    // Few people, however often each was there: what one of them chose would be told (cells under 5).
    const people = new Set(own.map(({ memberId }) => memberId)).size
    const byChoiceMinutes = people < FEW ? 0 : sum(byChoice)
    const notPaid = sum((one) => (one.state === null ? one.minutes : 0))
    return [
      {
        bloc,
        minutes: sum((o) => o.minutes),
        unpaidMinutes: notPaid + byChoiceMinutes,
        byChoiceMinutes,
      },
    ]
  })
}

export const figuresOf = (
  calendar: Calendar,
  paid: readonly PaidFact[],
  facts: readonly HourFact[],
): PayFigures => ({ ...speed(calendar, paid), hours: hours(facts) })
