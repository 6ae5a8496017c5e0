import type { Interest } from '@howcanwe/shared/interests'
import type { IncomeBand, Sector } from '@howcanwe/shared/organisations'
import { describe, expect, it } from 'vitest'
import {
  bodyOf,
  type Choices,
  checkOf,
  faultsBefore,
  faultsBeforeNone,
  fromDraft,
  NOTHING_YET,
  withChoice,
} from './choices.ts'

const interest = (id: string, sector: Sector, incomeBand: IncomeBand): Interest => ({
  id,
  challenge: {
    id: 'c',
    slug: 's',
    question: 'How can we …?',
    closesAt: new Date(),
    resultsBy: null,
  },
  organisation: { id: `o-${id}`, name: `Group ${id}`, kind: 'charity', sector, incomeBand },
  state: 'submitted',
  why: 'Because.',
  bring: [],
  bringNote: '',
  hoursPerMonth: 8,
  fromWhen: null,
  need: [],
  needNote: '',
  together: 'alone',
  togetherWith: '',
  conflict: false,
  conflictNote: '',
  submittedAt: new Date(),
  decision: null,
  can: { change: false, withdraw: false },
  version: 1,
})
const five = [
  interest('a', 'community', 'micro'),
  interest('b', 'community', 'medium'),
  interest('c', 'private', 'not-a-charity'),
  interest('d', 'public', 'not-a-charity'),
  interest('e', 'community', 'major'),
]
const reason = (id: string) => `Group ${id} is close to the people of Elmside already.`
const decided = (chosen: string[], not: string[], more: Partial<Choices> = {}): Choices => ({
  ...[...chosen, ...not].reduce(
    (choices, id) =>
      withChoice(choices, id, {
        outcome: chosen.includes(id) ? 'chosen' : 'not-this-time',
        reason: reason(id),
      }),
    NOTHING_YET,
  ),
  statement: 'We read everything twice and rang each of them.',
  reservedPlacesReason: '',
  ...more,
})
const codes = (choices: Choices, interests = five, announced = 5) =>
  faultsBefore(checkOf(interests, choices, announced), choices).map((f) => f.code)

describe('the running check', () => {
  it('counts as Ruth goes along', () => {
    const check = checkOf(five, decided(['a', 'c'], ['b']), 5)
    expect(check.chosen).toBe(2)
    expect(check.balance.sectors).toBe(2)
    expect(check.undecided).toEqual(['d', 'e'])
    expect(check.withoutReason).toEqual(['d', 'e'])
  })

  it.each<[string, Choices, string[]]>([
    ['all told', decided(['a', 'b', 'c', 'd'], ['e']), []],
    ['one forgotten', decided(['a', 'b', 'c', 'd'], []), ['undecided']],
    ['three are too few', decided(['a', 'b', 'c'], ['d', 'e']), ['tooFew']],
    [
      'a short reason',
      withChoice(decided(['a', 'b', 'c', 'd'], ['e']), 'e', { reason: 'Too many.' }),
      ['reason'],
    ],
    ['no statement', decided(['a', 'b', 'c', 'd'], ['e'], { statement: ' ' }), ['statement']],
    ['small places empty', decided(['b', 'c', 'd', 'e'], ['a']), ['search']],
    [
      'small places empty, a search told',
      decided(['b', 'c', 'd', 'e'], ['a'], {
        reservedPlacesReason: 'Ines rang eleven small groups; none had time.',
      }),
      [],
    ],
  ])('%s', (_, choices, faults) => {
    expect(codes(choices)).toEqual(faults)
  })

  it('no more than were announced', () => {
    expect(codes(decided(['a', 'b', 'c', 'd', 'e'], []), five, 4)).toEqual(['tooMany'])
  })

  it('one sector is not a cohort', () => {
    const alike = ['a', 'b', 'c', 'd'].map((id) => interest(id, 'community', 'micro'))
    expect(codes(decided(['a', 'b', 'c', 'd'], []), alike)).toEqual(['oneSector'])
  })

  it('notices the same words for several, whatever the spaces', () => {
    let choices = decided(['a', 'b', 'c', 'd'], ['e'])
    expect(checkOf(five, choices, 5).copied).toBe(0)
    choices = withChoice(choices, 'd', { reason: `  ${reason('e').replace(' is ', '  IS ')}` })
    expect(checkOf(five, choices, 5).copied).toBe(2)
  })
})

describe('closing without a cohort', () => {
  it('asks a reason for each and nobody marked as chosen', () => {
    const choices = decided(['a'], ['b', 'c', 'd'])
    expect(faultsBeforeNone(checkOf(five, choices, 5), choices).map((f) => f.code)).toEqual([
      'chosen',
      'reason',
    ])
    const whole = decided([], ['a', 'b', 'c', 'd', 'e'])
    expect(faultsBeforeNone(checkOf(five, whole, 5), whole)).toEqual([])
    expect(bodyOf(five, whole).none.notThisTime).toHaveLength(5)
  })
})

it('what is sent names each once, and a search only where one was told', () => {
  const { choose } = bodyOf(five, decided(['a', 'b', 'c', 'd'], ['e']))
  expect(choose.chosen.map((d) => d.interestId)).toEqual(['a', 'b', 'c', 'd'])
  expect(choose.notThisTime).toEqual([{ interestId: 'e', reason: reason('e') }])
  expect('reservedPlacesReason' in choose).toBe(false)
})

it('a copy of another shape on the device is not used', () => {
  const choices = decided(['a'], ['b'])
  expect(fromDraft(JSON.parse(JSON.stringify(choices)))).toEqual(choices)
  for (const odd of [null, 7, {}, { ...choices, decisions: { a: { outcome: 'perhaps' } } }])
    expect(fromDraft(odd)).toBeNull()
})
