import { describe, expect, it } from 'vitest'
import type { IncomeBand } from '../organisations/index.ts'
import { balanceOf } from './cohorts.balance.ts'

const of = (...bands: IncomeBand[]) =>
  balanceOf(bands.map((incomeBand) => ({ sector: 'community', incomeBand })))

describe('places kept for small organisations (FR-06)', () => {
  it.each([
    ['four volunteers’ groups', of('none', 'none', 'micro', 'small'), true],
    ['one group of £6k among four', of('micro', 'medium', 'large', 'not-a-charity'), true],
    ['no one under £100k', of('medium', 'medium', 'medium', 'medium'), false],
    ['one small of four, the rest above £1m', of('small', 'large', 'major', 'super-major'), false],
    [
      'two of five under £1m is half, rounded down',
      of('micro', 'medium', 'large', 'large', 'large'),
      true,
    ],
    [
      'two of six under £1m is too few',
      of('micro', 'medium', 'large', 'large', 'large', 'major'),
      false,
    ],
    ['three of six', of('micro', 'medium', 'medium', 'large', 'large', 'major'), true],
    [
      'councils and firms fill no small place',
      of('not-a-charity', 'not-a-charity', 'not-a-charity', 'not-a-charity'),
      false,
    ],
  ] as const)('%s', (_, balance, filled) => {
    expect(balance.reservedFilled).toBe(filled)
  })
})

it('counts sectors once each', () => {
  const { sectors, members } = balanceOf([
    { sector: 'community', incomeBand: 'micro' },
    { sector: 'community', incomeBand: 'micro' },
    { sector: 'public', incomeBand: 'not-a-charity' },
    { sector: 'private', incomeBand: 'not-a-charity' },
  ])
  expect([members, sectors]).toEqual([4, 3])
})
