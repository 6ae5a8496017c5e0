import type { IncomeBand, Sector } from '@howcanwe/shared/organisations'
import { describe, expect, it } from 'vitest'
import { type Answered, faultInCohort, faultInDecisions } from './cohorts.rules.ts'

describe('everybody who answered gets exactly one decision (FR-10)', () => {
  it.each([
    ['nobody answered, nobody is decided', [], [], undefined],
    ['each once, in any order', ['a', 'b', 'c'], ['c', 'a', 'b'], undefined],
    ['one forgotten', ['a', 'b', 'c'], ['a', 'b'], 'cohorts.decision_missing'],
    ['one twice', ['a', 'b'], ['a', 'b', 'a'], 'cohorts.decided_twice'],
    ['one twice and one forgotten', ['a', 'b'], ['a', 'a'], 'cohorts.decided_twice'],
    ['one from somewhere else', ['a', 'b'], ['a', 'b', 'x'], 'cohorts.interest_unknown'],
    ['only one from somewhere else', [], ['x'], 'cohorts.interest_unknown'],
  ] as const)('%s', (_, answered, decided, fault) => {
    expect(faultInDecisions(answered, decided)).toBe(fault)
  })
})

const member = (sector: Sector, incomeBand: IncomeBand): Answered => ({
  id: `${sector}-${incomeBand}`,
  sector,
  incomeBand,
})
const small = member('community', 'micro')
const medium = member('community', 'medium')
const large = member('community', 'major')
const firm = member('private', 'not-a-charity')
const hospital = member('public', 'not-a-charity')

describe('what makes a cohort (CO1, FR-06)', () => {
  it.each([
    ['four of two sectors, two of them small', [small, medium, large, firm], 5, false, undefined],
    ['as many as announced', [small, medium, small, large, firm], 5, false, undefined],
    [
      'one more than announced',
      [small, medium, small, large, firm],
      4,
      false,
      'cohorts.more_than_announced',
    ],
    ['all of one sector', [small, small, medium, large], 5, false, 'cohorts.one_sector'],
    [
      'one sector, also when a search is told',
      [large, large, large, large],
      5,
      true,
      'cohorts.one_sector',
    ],
    ['no small one', [medium, medium, large, firm], 5, false, 'cohorts.reserved_places'],
    [
      'one small, but fewer than half under £1m',
      [small, large, firm, hospital],
      5,
      false,
      'cohorts.reserved_places',
    ],
    [
      'no small one, with a search told in public',
      [medium, large, firm, hospital],
      5,
      true,
      undefined,
    ],
    [
      'a search told where none was needed changes nothing',
      [small, medium, large, firm],
      5,
      true,
      undefined,
    ],
  ] as const)('%s', (_, chosen, announced, searched, fault) => {
    expect(faultInCohort(chosen, announced, searched)).toBe(fault)
  })
})
