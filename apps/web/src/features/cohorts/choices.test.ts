import type { Interest } from '@howcanwe/shared/interests'
import type { IncomeBand, Sector } from '@howcanwe/shared/organisations'
import { describe, expect, it } from 'vitest'
import {
  bodyOf,
  type Choice,
  type Choices,
  changedSince,
  checkOf,
  choiceOf,
  fromDevice,
  fromServer,
  NOTHING_YET,
  partsMissing,
  withChoice,
} from './choices.ts'
import { faultsBefore, faultsBeforeNone } from './faults.ts'

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
  joint: null,
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
const criteria = (id: string) => ({
  '0': `People come to group ${id} every Tuesday, and that shows.`,
  '2': `Group ${id} wrote down how it began, so that others can copy it.`,
})
const decided = (chosen: string[], not: string[], more: Partial<Choices> = {}): Choices => ({
  ...[...chosen, ...not].reduce(
    (choices, id) =>
      withChoice(choices, id, {
        outcome: chosen.includes(id) ? 'chosen' : 'not-this-time',
        reason: reason(id),
        criteria: criteria(id),
        note: `Ring Ines about group ${id}.`,
        ...(chosen.includes(id) ? {} : { step: 'meet-broker' }),
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
    expect(check.missing.map(({ id }) => id)).toEqual(['d', 'e'])
    expect([check.ready, check.total]).toEqual([3, 5])
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
    expect(checkOf(five, choices, 5).copied).toEqual([])
    choices = withChoice(choices, 'd', { reason: `  ${reason('e').replace(' is ', '  IS ')}` })
    expect(checkOf(five, choices, 5).copied).toEqual([
      { sentence: reason('e').replace(' is ', '  IS '), count: 2, tooOften: false },
    ])
  })

  it('what most of those not chosen would read is a fault, until it is their own', () => {
    const same = { reason: 'There were many good answers, and few places.' }
    const all = five.map((i) => i.id)
    let choices = decided([], all)
    for (const id of ['a', 'b', 'c']) choices = withChoice(choices, id, same)
    const check = checkOf(five, choices, 5)
    expect(check.copied).toEqual([{ sentence: same.reason, count: 3, tooOften: true }])
    expect(faultsBeforeNone(check, choices).map((f) => f.code)).toEqual(['copied'])
    choices = withChoice(choices, 'c', { reason: reason('c') })
    expect(faultsBeforeNone(checkOf(five, choices, 5), choices)).toEqual([])
  })
})

describe('closing without a cohort', () => {
  it('asks a reason for each and nobody marked as chosen', () => {
    const choices = decided(['a'], ['b', 'c', 'd'])
    expect(faultsBeforeNone(checkOf(five, choices, 5), choices).map((f) => f.code)).toEqual([
      'chosen',
      'reason',
      'criteria',
      'step',
      'note',
    ])
    const whole = decided([], ['a', 'b', 'c', 'd', 'e'])
    expect(faultsBeforeNone(checkOf(five, whole, 5), whole)).toEqual([])
    expect(bodyOf(five, whole).none.notThisTime).toHaveLength(5)
  })
})

it('what is sent names each once, and a search only where one was told', () => {
  const { choose } = bodyOf(five, decided(['a', 'b', 'c', 'd'], ['e']))
  expect(choose.chosen.map((d) => d.interestId)).toEqual(['a', 'b', 'c', 'd'])
  expect(choose.notThisTime).toEqual([
    {
      interestId: 'e',
      reason: reason('e'),
      criteria: [
        { position: 0, sentence: criteria('e')['0'] },
        { position: 2, sentence: criteria('e')['2'] },
      ],
      nextStep: { kind: 'meet-broker', note: 'Ring Ines about group e.' },
    },
  ])
  expect(choose.chosen[0]?.nextStep.kind).toBe('start-with-team')
  expect('reservedPlacesReason' in choose).toBe(false)
})

it('a copy of another shape on the device is not used', () => {
  const choices = decided(['a'], ['b'])
  expect(fromDevice(JSON.parse(JSON.stringify(choices)))).toEqual(choices)
  for (const odd of [null, 7, {}, { ...choices, decisions: { a: { outcome: 'perhaps' } } }])
    expect(fromDevice(odd)).toBeNull()
})

describe('one answer', () => {
  const whole: Choice = choiceOf(decided([], ['a']), 'a')
  it.each<[string, Partial<Choice>, string[]]>([
    ['is whole with two points and a next step', {}, []],
    ['lacks its decision', { outcome: null }, ['undecided']],
    ['lacks a second point', { criteria: { '0': criteria('a')['0'], '1': '  ' } }, ['criteria']],
    [
      'says a word on a third point',
      { criteria: { ...criteria('a'), '1': 'Weak.' } },
      ['criteria'],
    ],
    ['has no next step', { step: null }, ['step']],
    ['does not say what the step is', { note: 'Ring.' }, ['note']],
    [
      'is empty',
      { outcome: null, reason: '', criteria: {}, step: null, note: '' },
      ['undecided', 'reason', 'criteria', 'step', 'note'],
    ],
  ])('%s', (_, change, missing) => {
    expect(partsMissing({ ...whole, ...change })).toEqual(missing)
  })

  it('who is chosen starts with the team, and who is not does not', () => {
    const chosen = withChoice(NOTHING_YET, 'a', { outcome: 'chosen' })
    expect(choiceOf(chosen, 'a').step).toBe('start-with-team')
    expect(choiceOf(withChoice(chosen, 'a', { outcome: 'not-this-time' }), 'a').step).toBeNull()
    const tip = withChoice(NOTHING_YET, 'a', { step: 'practical-tip' })
    expect(choiceOf(withChoice(tip, 'a', { outcome: 'chosen' }), 'a').step).toBe('practical-tip')
  })
})

describe('what is saved', () => {
  it('is only what the service does not have yet', () => {
    const before = decided(['a'], ['b'])
    expect(changedSince(before, before)).toBeUndefined()
    const after = { ...withChoice(before, 'b', { note: 'Ring Ines.' }), statement: 'We read' }
    expect(changedSince(before, after)).toMatchObject({
      decisions: [{ interestId: 'b', nextStep: { kind: 'meet-broker', note: 'Ring Ines.' } }],
      statement: 'We read',
    })
    expect(changedSince(before, after)).not.toHaveProperty('reservedPlacesReason')
  })

  it('comes back from the service as it went there', () => {
    const choices = decided(['a'], ['b'])
    const sent = changedSince(NOTHING_YET, choices)
    const draft = {
      decisions: sent?.decisions ?? [],
      statement: choices.statement,
      reservedPlacesReason: '',
      savedAt: new Date(),
    }
    expect(fromServer(draft)).toEqual(choices)
  })
})
