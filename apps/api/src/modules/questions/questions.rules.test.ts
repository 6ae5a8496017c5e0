import type { Calendar } from '@howcanwe/shared/places'
import { describe, expect, it } from 'vitest'
import { clocksOf, medianWorkingDays } from './questions.rules.ts'

const london: Calendar = {
  timeZone: 'Europe/London',
  weekend: [6, 7],
  holidays: ['2027-03-26', '2027-03-29'],
}
const clocks = (day: string) => {
  const { answerBy, ...at } = clocksOf(day, london)
  return [answerBy, at.tellAt, at.remindAt, at.dueAt].map((one) =>
    typeof one === 'string' ? one : one.toISOString(),
  )
}

describe('somebody who asks', () => {
  it('on a Monday hears by Thursday, whatever the hour', () => {
    expect(clocks('2027-01-11')).toEqual([
      '2027-01-14',
      '2027-01-12T07:00:00.000Z',
      '2027-01-14T07:00:00.000Z',
      '2027-01-15T00:00:00.000Z',
    ])
  })

  it('on the Thursday before Easter hears on the Thursday after it, in summer time', () => {
    expect(clocks('2027-03-25')).toEqual([
      '2027-04-01',
      '2027-03-30T06:00:00.000Z',
      '2027-04-01T06:00:00.000Z',
      '2027-04-01T23:00:00.000Z',
    ])
  })

  it('on a Saturday and on the Sunday after hears on the same day as on the Friday before', () => {
    const [friday, saturday, sunday] = ['2027-01-15', '2027-01-16', '2027-01-17'].map(clocks)
    expect(saturday).toEqual(friday)
    expect(sunday).toEqual(friday)
  })
})

describe('how long answers take (M13)', () => {
  const closed = (askedOn: string, closedOn: string, state = 'answered' as const) => ({
    askedOn,
    closedOn,
    state,
  })
  it.each([
    ['nobody has been answered', [], null],
    ['one was answered on the day', [closed('2027-01-11', '2027-01-11')], 0],
    ['one waited over a weekend', [closed('2027-01-15', '2027-01-18')], 1],
    ['two', [closed('2027-01-11', '2027-01-12'), closed('2027-01-11', '2027-01-15')], 2.5],
    [
      'three, one of them very late',
      [
        closed('2027-01-11', '2027-01-12'),
        closed('2027-01-11', '2027-02-26'),
        closed('2027-01-11', '2027-01-14'),
      ],
      3,
    ],
    ['one was merged', [{ ...closed('2027-01-11', '2027-01-12'), state: 'merged' as const }], null],
  ])('%s', (_, questions, median) => {
    expect(medianWorkingDays(questions, london)).toBe(median)
  })
})
