import type { Calendar } from '@howcanwe/shared/places'
import { describe, expect, it } from 'vitest'
import {
  clocksOfAdvance,
  clocksOfChoice,
  decimal,
  figuresOf,
  isLate,
  penceFor,
} from './payments.rules.ts'

const calendar: Calendar = { timeZone: 'Europe/London', weekend: [6, 7], holidays: ['2026-12-25'] }
const at = (day: string) => new Date(`${day}T12:00:00Z`)

describe('a choice', () => {
  it.each([
    ['all', undefined, 7_500],
    ['less', 2_000, 2_000],
    ['nothing', undefined, 0],
    ['charity', undefined, 7_500],
    ['voucher', undefined, 7_500],
  ] as const)('%s (%s) pays %i', (choice, less, paid) =>
    expect(penceFor(choice, 7_500, less)).toBe(paid),
  )
  it('made at once is paid five working days after the session, a yes after two', () => {
    const monday = at('2026-11-16')
    const { approveBy, payBy } = clocksOfChoice(calendar, { dueAt: monday, now: monday })
    expect([approveBy, payBy]).toEqual([
      new Date('2026-11-19T00:00:00Z'),
      new Date('2026-11-24T00:00:00Z'),
    ])
  })
  it('made a month later is paid three working days after it', () => {
    const { payBy } = clocksOfChoice(calendar, { dueAt: at('2026-10-16'), now: at('2026-11-16') })
    expect(payBy).toEqual(new Date('2026-11-20T00:00:00Z'))
  })
  it('money beforehand is there when the session begins', () => {
    const startsAt = at('2026-11-18')
    expect(clocksOfAdvance(calendar, { startsAt, now: at('2026-11-16') }).payBy).toEqual(startsAt)
  })
})

describe('who is late', () => {
  const [early, late] = [at('2026-11-16'), at('2026-11-20')]
  const item = { chooseBy: early, approveBy: early, payBy: early }
  it.each([
    ['due', false],
    ['chosen', true],
    ['approved', true],
    ['paid', false],
    ['declined', false],
  ] as const)('%s: %s', (state, is) => expect(isLate({ state, ...item }, late)).toBe(is))
})

it.each([
  [7_500, '75.00'],
  [5, '0.05'],
  [123_456, '1234.56'],
])('%i pence stand in the file as %s', (pence, text) => expect(decimal(pence)).toBe(text))

describe('figures (M26, M30)', () => {
  const paid = (dueDay: string, paidDay: string, more = {}) => ({
    ...{ kind: 'involvement' as const, advance: false, startsAt: at(dueDay) },
    ...{ dueAt: at(dueDay), paidAt: at(paidDay), ...more },
  })
  const expense = { kind: 'expense' as const }
  it('middle of the working days, the share within five, and what was paid beforehand, apart', () => {
    const facts = [
      paid('2026-11-09', '2026-11-11'),
      paid('2026-11-09', '2026-11-16'),
      paid('2026-11-09', '2026-11-20'),
      paid('2026-11-12', '2026-11-10', { ...expense, advance: true }),
      paid('2026-11-09', '2026-11-10', expense),
    ]
    expect(figuresOf(calendar, facts, [])).toMatchObject({
      ...{ paid: 4, medianDays: 3.5, inTime: 3, inTimeShare: 0.75 },
      ...{ expensesPaid: 2, prepaid: 1, prepaidShare: 0.5 },
    })
  })
  it('nothing to count is no figure', () => {
    expect(figuresOf(calendar, [], [])).toMatchObject({ medianDays: null, inTimeShare: null })
  })
  it('unpaid hours by voice; what few people chose is not told', () => {
    let people = 0
    const gave = (more = {}) => ({
      memberId: `somebody-${++people}`,
      ...{ bloc: 'residents' as const, minutes: 60, state: 'paid' as const },
      ...{ amountPence: 1_000, chosenPence: 1_000, ...more },
    })
    const nothing = { state: 'declined' as const, chosenPence: 0 }
    const five = [gave(), gave(), gave(), gave(nothing), gave({ chosenPence: 500 })]
    const officer = gave({
      bloc: 'public-bodies',
      state: null,
      amountPence: null,
      chosenPence: null,
    })
    expect(figuresOf(calendar, [], [...five, officer]).hours).toEqual([
      { bloc: 'residents', minutes: 300, unpaidMinutes: 90, byChoiceMinutes: 90 },
      { bloc: 'public-bodies', minutes: 60, unpaidMinutes: 60, byChoiceMinutes: 0 },
    ])
    expect(figuresOf(calendar, [], [gave(nothing)]).hours[0]).toMatchObject({ byChoiceMinutes: 0 })
    const again = five.map((one) => ({ ...one, memberId: 'Kayleigh' }))
    expect(figuresOf(calendar, [], again).hours[0]).toMatchObject({ byChoiceMinutes: 0 })
  })
})
