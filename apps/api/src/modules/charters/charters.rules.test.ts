import { callsItselfCodesign, mayBeCalledCodesign } from '@howcanwe/shared/codesign'
import { describe, expect, it } from 'vitest'
import { enough, groupAgrees, type VoiceCount, withEmpty } from './charters.rules.ts'

const of = (bloc: VoiceCount['bloc'], members: number, agree: number, notYet: number) => ({
  bloc,
  members,
  agree,
  notYet,
})

describe('a group agrees with itself', () => {
  it.each([
    [
      'all three can live with it',
      [of('residents', 8, 6, 2), of('organisations', 4, 3, 1), of('public-bodies', 12, 12, 0)],
      true,
    ],
    [
      'residents cannot',
      [of('residents', 8, 3, 5), of('organisations', 4, 4, 0), of('public-bodies', 12, 12, 0)],
      false,
    ],
    [
      'residents are split in half',
      [of('residents', 8, 2, 2), of('organisations', 4, 4, 0)],
      false,
    ],
    [
      'one resident of six has answered',
      [of('residents', 6, 1, 0), of('public-bodies', 12, 12, 0)],
      false,
    ],
    ['two residents of six have', [of('residents', 6, 2, 0), of('public-bodies', 12, 12, 0)], true],
    [
      'a voice nobody sits in is not waited for',
      [of('residents', 2, 2, 0), of('organisations', 0, 0, 0)],
      true,
    ],
    [
      'without residents there is no group',
      [of('residents', 0, 0, 0), of('public-bodies', 3, 3, 0)],
      false,
    ],
    [
      'one officer alone in her voice has to answer',
      [of('residents', 5, 5, 0), of('public-bodies', 1, 0, 0)],
      false,
    ],
  ] as const)('%s', (_, voices, agreed) => {
    expect(groupAgrees(voices)).toBe(agreed)
  })
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [4, 2],
    [12, 2],
    [0, 0],
  ])('of %i members %i are enough', (members, needed) => {
    expect(enough(members)).toBe(needed)
  })
  it('names all three voices, also those nobody sits in', () => {
    expect(withEmpty([of('residents', 2, 1, 0)]).map(({ bloc }) => bloc)).toEqual([
      'residents',
      'organisations',
      'public-bodies',
    ])
  })
})

describe('what a group may be called (§2.11 [G])', () => {
  it.each([
    ['coercion', false],
    ['educating', false],
    ['informing', false],
    ['consultation', false],
    ['engagement', true],
    ['co-design', true],
    ['co-production', true],
  ] as const)('with %s it may be called co-design: %s', (rung, may) => {
    expect(mayBeCalledCodesign(rung)).toBe(may)
  })
  it.each([
    ['Co-design group for carers', true],
    ['Codesign Tuesday', true],
    ['Ontwerpgroep Waterkwartier', true],
    ['Coproduction circle', true],
    ['Carers’ Tuesday', false],
    ['A code for design', false],
  ])('%s promises it: %s', (name, promises) => {
    expect(callsItselfCodesign(name)).toBe(promises)
  })
})
