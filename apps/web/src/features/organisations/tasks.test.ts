import { expect, it } from 'vitest'
import { capacityTask, firstThree, type Task } from './tasks.ts'

const now = new Date('2027-03-31T12:00:00Z')

it.each([
  ['never said anything', null, 'say'],
  ['said it yesterday', '2027-03-30', null],
  ['said it three months ago', '2026-12-29', null],
  ['said it more than a quarter ago', '2026-12-28', 'still-so'],
] as const)('a group that %s is asked: %s → %s', (_, day, expected) => {
  const confirmedAt = day ? new Date(`${day}T12:00:00Z`) : null
  expect(capacityTask({ confirmedAt }, now)).toBe(expected)
})

it('never more than three things need a person, the most urgent first', () => {
  const task = (key: string, urgency: number): Task => ({
    ...{ key, urgency, title: key, text: '', effort: '', to: '/' },
  })
  const shown = firstThree([task('d', 9), task('a', 1), task('c', 5), task('b', 2)])
  expect(shown.map((t) => t.key)).toEqual(['a', 'b', 'c'])
})
