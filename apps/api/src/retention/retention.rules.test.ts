import { expect, it } from 'vitest'
import { onceAnHour } from './retention.rules.ts'

const minute = 60_000

it('whoever is asked every second runs once an hour, and at once after a start', () => {
  const isTime = onceAnHour()
  expect(
    [0, 1000, 59 * minute, 60 * minute, 61 * minute, 119 * minute, 120 * minute].map(isTime),
  ).toEqual([true, false, false, true, false, false, true])
})
