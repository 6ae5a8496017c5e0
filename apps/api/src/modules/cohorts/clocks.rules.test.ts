import { describe, expect, it } from 'vitest'
import { answerClock, clockState, questionBackClock, reminderDue } from './clocks.rules.ts'

const london = {
  timeZone: 'Europe/London',
  weekend: [6, 7],
  holidays: ['2026-12-25', '2026-12-28', '2027-01-01'],
}
const at = (iso: string) => new Date(iso)

describe('everybody hears within ten working days (FR-10)', () => {
  it.each([
    // Closed on Wednesday 2 December: ten working days later is Wednesday 16 December.
    ['no day was promised', null, '2026-12-17T00:00:00.000Z'],
    ['a later day was promised', '2027-01-20', '2026-12-17T00:00:00.000Z'],
    ['an earlier day was promised', '2026-12-09', '2026-12-10T00:00:00.000Z'],
    ['a day was promised that was over already', '2026-11-30', '2026-12-17T00:00:00.000Z'],
  ])('%s', (_, resultsBy, due) => {
    const clock = answerClock(london, at('2026-12-02T17:00:00Z'), resultsBy)
    expect(clock.dueAt.toISOString()).toBe(due)
    expect(clock.tenDaysAt.toISOString()).toBe('2026-12-17T00:00:00.000Z')
  })

  it('Ruth is reminded three working days before and on the day, at eight in the morning', () => {
    const clock = answerClock(london, at('2026-12-02T17:00:00Z'), null)
    expect(clock.soonAt.toISOString()).toBe('2026-12-11T08:00:00.000Z')
    expect(clock.dayAt.toISOString()).toBe('2026-12-16T08:00:00.000Z')
  })

  it('Christmas is not a working day, and summer time shifts nothing', () => {
    expect(answerClock(london, at('2026-12-18T17:00:00Z'), null).dueAt.toISOString()).toBe(
      '2027-01-07T00:00:00.000Z',
    )
    expect(answerClock(london, at('2027-03-19T17:00:00Z'), null).dueAt.toISOString()).toBe(
      '2027-04-02T23:00:00.000Z',
    )
  })

  it('a question back has five', () => {
    const clock = questionBackClock(london, at('2026-12-02T09:00:00Z'))
    expect(clock.dueAt.toISOString()).toBe('2026-12-10T00:00:00.000Z')
    expect(clock.dayAt.toISOString()).toBe('2026-12-09T08:00:00.000Z')
  })
})

const told = at('2026-12-01T00:00:00Z')
describe('who is written to', () => {
  const clock = {
    soonAt: at('2026-12-11T08:00:00Z'),
    dayAt: at('2026-12-16T08:00:00Z'),
    dueAt: at('2026-12-17T00:00:00Z'),
    soonTold: null,
    dayTold: null,
    lateTold: null,
  }
  it.each([
    ['nobody, a week before', {}, '2026-12-09T08:00:00Z', undefined],
    ['Ruth, three working days before', {}, '2026-12-11T08:00:00Z', 'soon'],
    ['nobody twice', { soonTold: told }, '2026-12-14T08:00:00Z', undefined],
    ['Ruth, on the day', { soonTold: told }, '2026-12-16T08:00:00Z', 'day'],
    ['Ruth, once, when nobody looked for days', {}, '2026-12-16T09:00:00Z', 'day'],
    [
      'the broker, when it is late',
      { soonTold: told, dayTold: told },
      '2026-12-17T00:00:00Z',
      'late',
    ],
    ['only the broker, when nobody looked for a week', {}, '2026-12-24T00:00:00Z', 'late'],
    ['nobody after that', { lateTold: told }, '2026-12-24T00:00:00Z', undefined],
  ])('%s', (_, noted, now, who) => {
    expect(reminderDue({ ...clock, ...noted }, at(now))).toBe(who)
  })
})

it.each([
  ['not wound', null, null, 'not-yet'],
  ['before the day', '2026-12-17T00:00:00Z', null, 'running'],
  ['after it', '2026-12-09T00:00:00Z', null, 'late'],
  ['the very moment', '2026-12-10T00:00:00Z', null, 'late'],
  ['answered before', '2026-12-09T00:00:00Z', '2026-12-08T23:59:59Z', 'kept'],
  ['answered after', '2026-12-09T00:00:00Z', '2026-12-09T00:00:00Z', 'kept-late'],
])('a clock that was %s', (_, due, answered, state) => {
  const clock = { dueAt: due ? at(due) : null, answeredAt: answered ? at(answered) : null }
  expect(clockState(clock, at('2026-12-10T00:00:00Z'))).toBe(state)
})
