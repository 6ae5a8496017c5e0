import type { NextStep } from '@howcanwe/shared/cohorts'
import { describe, expect, it } from 'vitest'
import { faultInAnswers, type Written } from './answers.rules.ts'

const written = (n: number, more: Partial<Written> = {}): Written => ({
  reason: `Group ${n} is strong, but others are closer to carers at night.`,
  criteria: [
    { position: 0, sentence: `People come to group ${n} every Tuesday, and that shows.` },
    { position: 1, sentence: `Group ${n} begins in May, and the others in March.` },
  ],
  nextStep: { kind: 'meet-broker', note: 'Ring Ines on Monday.' },
  ...more,
})
const many = (count: number, more: (n: number) => Partial<Written> = () => ({})) =>
  Array.from({ length: count }, (_, n) => written(n, more(n)))
const step = (kind: NextStep) => ({ nextStep: { kind, note: 'As agreed on the phone.' } })
const SAME = 'There were many good answers this year.'
const CRITERIA = [0, 1, 2]
const faultIn = (notThisTime: Written[], chosen: Written[] = []) =>
  faultInAnswers({ chosen, notThisTime }, CRITERIA)

describe('an answer by criterion to everyone (FR-10, M7)', () => {
  it('each in its own words is whole', () => {
    expect(
      faultIn(
        many(20),
        many(4, () => step('start-with-team')),
      ),
    ).toBeUndefined()
    expect(faultIn([])).toBeUndefined()
  })

  it('speaks of the criteria the challenge was opened with, and of each once', () => {
    const [a, b] = written(1).criteria
    if (!a || !b) throw new Error('two criteria')
    expect(faultIn([written(1), written(2, { criteria: [a, { ...b, position: 3 }] })])).toEqual({
      code: 'cohorts.criterion_unknown',
      pointers: ['#/body/notThisTime/1/criteria/1/position'],
    })
    expect(faultIn([], [written(1, { criteria: [a, b, { ...b, position: 0 }] })])).toEqual({
      code: 'cohorts.criterion_twice',
      pointers: ['#/body/chosen/0/criteria/2/position'],
    })
  })

  it('nobody who was not chosen is promised a start with the team', () => {
    expect(faultIn([written(1, step('start-with-team'))])).toEqual({
      code: 'cohorts.step_does_not_fit',
      pointers: ['#/body/notThisTime/0/nextStep/kind'],
    })
  })

  it.each([
    ['three of three share a reason', 3, 3, false],
    ['two of four', 4, 2, false],
    ['three of four', 4, 3, true],
    ['ten of twenty', 20, 10, false],
    ['fourteen of twenty', 20, 14, true],
  ])('%s', (_, all, same, refused) => {
    const fault = faultIn(many(all, (n) => (n < same ? { reason: SAME } : {})))
    expect(fault?.code).toBe(refused ? 'cohorts.same_answer' : undefined)
    if (refused) expect(fault?.pointers).toHaveLength(same)
  })

  it('the same sentence on another criterion, with other capitals, is the same', () => {
    const about = (n: number) => ({
      criteria: [
        { position: n % 3, sentence: n % 2 ? SAME : SAME.toUpperCase() },
        { position: (n + 1) % 3, sentence: `Group ${n} could begin in spring, which is late.` },
      ],
    })
    expect(faultIn(many(5, about))?.pointers).toEqual(
      [0, 1, 2, 3, 4].map((n) => `#/body/notThisTime/${n}/criteria/0/sentence`),
    )
  })

  it('those who were chosen may hear the same', () => {
    expect(
      faultIn(
        many(4),
        many(4, () => ({ reason: SAME })),
      ),
    ).toBeUndefined()
  })
})
