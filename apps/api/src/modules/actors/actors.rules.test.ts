import type { Known } from '@howcanwe/shared/actors'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, holdsContact, pairOf, roomsOf, tiesOf, unmetOf } from './actors.rules.ts'

const says = (organisationId: string, otherId: string, known: Known) => ({
  organisationId,
  otherId,
  known,
})

describe('a tie on the map', () => {
  it.each<[string, ReturnType<typeof says>[], string | undefined]>([
    ['one side alone says it', [says('a', 'b', 'worked-together')], undefined],
    ['both say the same', [says('a', 'b', 'talked'), says('b', 'a', 'talked')], 'talked'],
    [
      'they differ: the weaker',
      [says('a', 'b', 'worked-together'), says('b', 'a', 'know-of')],
      'know-of',
    ],
    ['one says they never met', [says('a', 'b', 'talked'), says('b', 'a', 'never-met')], undefined],
    ['they speak of others', [says('a', 'b', 'talked'), says('b', 'c', 'talked')], undefined],
  ])('%s', (_, sayings, strength) => {
    expect(tiesOf(sayings)).toEqual(strength ? [{ a: 'a', b: 'b', strength }] : [])
  })

  it('never shows what one of the two has not said, whatever others say', () => {
    const one = fc.record({
      organisationId: fc.constantFrom('a', 'b', 'c', 'd'),
      otherId: fc.constantFrom('a', 'b', 'c', 'd'),
      known: fc.constantFrom<Known>('never-met', 'know-of', 'talked', 'worked-together'),
    })
    const sayings = fc.uniqueArray(one, { selector: (s) => `${s.organisationId} ${s.otherId}` })
    fc.assert(
      fc.property(sayings, (all) => {
        const others = all.filter((s) => s.organisationId !== s.otherId)
        for (const { a, b } of tiesOf(others)) {
          expect(others.some((s) => s.organisationId === a && s.otherId === b)).toBe(true)
          expect(others.some((s) => s.organisationId === b && s.otherId === a)).toBe(true)
        }
      }),
    )
  })
})

describe('who has not met', () => {
  const one = (id: string, more: Partial<Candidate>): Candidate => ({
    id,
    name: id,
    themes: ['carers'],
    skills: [],
    possibleWith: [],
    ...more,
  })
  const needs = one('carers', { possibleWith: ['interpreter', 'insurance'] })
  const gives = one('newcomers', { skills: ['interpreting'] })

  it.each<[string, Candidate[], ReadonlySet<string>, number]>([
    ['one has what the other asks for', [needs, gives], new Set(), 1],
    [
      'they have talked or were introduced',
      [needs, gives],
      new Set([pairOf('newcomers', 'carers')]),
      0,
    ],
    ['they care about nothing in common', [needs, { ...gives, themes: ['food'] }], new Set(), 0],
    [
      'nobody’s skill is insurance or money',
      [
        one('a', { possibleWith: ['insurance', 'backfill-pay'] }),
        one('b', { skills: ['fundraising'] }),
      ],
      new Set(),
      0,
    ],
  ])('%s', (_, all, met, pairs) => {
    expect(unmetOf(all, met)).toHaveLength(pairs)
  })

  it('puts first who could give each other most, and stands still', () => {
    const both = one('both', { skills: ['transport'], possibleWith: ['interpreter'] })
    const rides = one('rides', { skills: ['interpreting'], possibleWith: ['travel'] })
    const order = unmetOf([needs, gives, both, rides], new Set()).map((p) => pairOf(p.a.id, p.b.id))
    expect(order[0]).toBe('both rides')
    expect(
      unmetOf([needs, gives, both, rides], new Set()).map((p) => pairOf(p.a.id, p.b.id)),
    ).toEqual(order)
  })
})

describe('what everybody can read', () => {
  it.each<[string, boolean]>([
    ['A room on Tuesdays for 25', false],
    ['Open 9 to 5, since 2014', false],
    ['ask amina@carers.example', true],
    ['ring 020 7946 0101', true],
    ['bel +31 6 12345678', true],
    ['£12,000 a year for 2026-2027', false],
  ])('%s', (line, refused) => {
    expect(holdsContact(['x', line])).toBe(refused)
  })

  it('holds the size of a room and never its name, which may be an address', () => {
    const room = { name: '3 Mill Lane', seats: 25, stepFree: true, kitchen: false, costPence: 500 }
    expect(JSON.stringify(roomsOf([room]))).not.toMatch(/Mill Lane|500/)
  })
})
