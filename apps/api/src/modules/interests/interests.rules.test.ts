import type { State } from '@howcanwe/shared/challenges'
import { describe, expect, it } from 'vitest'
import { isUnsealed, mayAnswerFor, mayChange } from './interests.policy.ts'
import { isOpenToChange, isTooLong, letterOf, wordsIn } from './interests.rules.ts'

const nothing = { why: '', bringNote: '', needNote: '', togetherWith: '', conflictNote: '' }
const words = (n: number) => Array.from({ length: n }, () => 'care').join(' ')

describe('counting words', () => {
  it.each([
    ['nothing written', nothing, 0],
    ['white space only', { ...nothing, why: ' \n\t ' }, 0],
    ['hyphens and apostrophes stay one word', { ...nothing, why: 'drop-in carers’ café' }, 3],
    ['new lines part words', { ...nothing, why: 'one\ntwo\r\nthree' }, 3],
    [
      'all five texts count together',
      { why: 'a b', bringNote: 'c', needNote: 'd', togetherWith: 'e', conflictNote: 'f' },
      6,
    ],
  ])('%s', (_, answers, count) => {
    expect(wordsIn(answers)).toBe(count)
  })

  it.each([
    [250, false],
    [251, true],
  ])('%i words in one answer: too long is %s', (n, tooLong) => {
    expect(isTooLong({ ...nothing, why: words(n) })).toBe(tooLong)
  })

  it('250 words spread over the answers are fine, one more in any of them is not', () => {
    const full = { ...nothing, why: words(200), bringNote: words(25), needNote: words(25) }
    expect(isTooLong(full)).toBe(false)
    for (const key of Object.keys(nothing)) {
      const k = key as keyof typeof nothing
      expect(isTooLong({ ...full, [k]: `${full[k]} more` }), key).toBe(true)
    }
  })
})

describe('what may still happen to an interest', () => {
  it.each([
    ['submitted', true],
    ['withdrawn', false],
    ['chosen', false],
    ['not-this-time', false],
  ] as const)('%s: changes %s', (state, changes) => {
    expect(isOpenToChange(state)).toBe(changes)
  })
})

describe('an email about answers', () => {
  it.each([
    [1, 0, 'goes'],
    [2, 1, 'goes'],
    [3, 5, 'last'],
    [4, 6, 'stays'],
    [1, 29, 'goes'],
    [1, 30, 'stays'],
    [3, 30, 'stays'],
  ] as const)(
    'number %i of its kind today, after %i to this address: %s',
    (ofThisKind, toThisAddress, what) => {
      expect(letterOf({ ofThisKind, toThisAddress })).toBe(what)
    },
  )
})

describe('who answers for whom', () => {
  const amina = { memberships: [{ organisationId: 'carers', placeId: 'north' }] }
  it.each([
    ['her own group, here', 'carers', 'north', true],
    ['her own group, in another town', 'carers', 'south', false],
    ['somebody else’s group', 'youth', 'north', false],
  ])('%s', (_, organisation, place, may) => {
    expect(mayAnswerFor(amina, organisation, place)).toBe(may)
  })
  it('changes what her group sent, not what others sent', () => {
    expect(mayChange(amina, 'carers')).toBe(true)
    expect(mayChange(amina, 'youth')).toBe(false)
    expect(mayChange({ memberships: [] }, 'carers')).toBe(false)
  })
})

describe('the seal', () => {
  it.each([
    ['draft', false, false],
    ['draft', true, false],
    ['open', false, false],
    ['open', true, true],
    ['choosing', true, true],
    ['formed', true, true],
    ['none-chosen', true, true],
    ['withdrawn', false, false],
    ['withdrawn', true, false],
    ['read-through', true, false],
    ['paused', true, false],
  ] as [State, boolean, boolean][])('%s, past its deadline %s: readable %s', (state, past, may) => {
    expect(isUnsealed({ state, past })).toBe(may)
  })
})
