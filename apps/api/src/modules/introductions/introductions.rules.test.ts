import type { SideState } from '@howcanwe/shared/introductions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayBroker } from './introductions.policy.ts'
import {
  aboutFor,
  canTakeBack,
  FEWEST_SHOWN,
  publishedTies,
  shared,
  sharesOf,
  sideState,
  wereNew,
} from './introductions.rules.ts'

const now = new Date('2026-11-22T12:00:00Z')
const [soon, before] = [new Date('2026-12-01T12:00:00Z'), new Date('2026-11-01T12:00:00Z')]
const side = (more: object = {}) => ({
  turn: 'first' as const,
  answer: null,
  answerBy: soon,
  toldAt: null,
  ...more,
})

describe('how an introduction stands for one side', () => {
  it.each<[string, ReturnType<typeof side>, boolean, SideState]>([
    ['was asked', side(), false, 'asked'],
    ['let the time go by', side({ answerBy: before }), false, 'too-late'],
    ['said no', side({ answer: 'no' }), false, 'said-no'],
    ['took its yes back', side({ answer: 'taken-back' }), false, 'said-no'],
    ['said yes and waits', side({ answer: 'yes' }), false, 'waiting'],
    ['said yes and was told', side({ answer: 'yes', toldAt: before }), false, 'not-come-about'],
    ['and so did the other', side({ answer: 'yes' }), true, 'together'],
  ])('that %s', (_, one, isBothYes, state) => {
    expect(sideState(one, isBothYes, now)).toBe(state)
  })
})

describe('taking a yes back', () => {
  const ago = (ms: number) => new Date(now.getTime() - ms)
  it.each([
    ['for a day', 'first', 'yes', 86_399_999, true],
    ['and no longer', 'first', 'yes', 86_400_000, false],
    ['not where the other said yes before', 'second', 'yes', 0, false],
    ['and only a yes', 'first', 'no', 0, false],
  ] as const)('%s', (_, turn, answer, ms, can) => {
    expect(canTakeBack({ turn, answer, answeredAt: ago(ms) }, now)).toBe(can)
  })
})

describe('what one reads of the other', () => {
  const other = { about: 'the broker’s words', ownAbout: 'their own words' }
  it('a rewording that came with a no reaches nobody who was asked first', () => {
    expect(aboutFor({ turn: 'first' }, other, false)).toBe('the broker’s words')
    expect(aboutFor({ turn: 'first' }, other, true)).toBe('their own words')
    expect(aboutFor({ turn: 'second' }, other, false)).toBe('their own words')
  })
})

describe('what is shared', () => {
  const all = { email: 'a@b.example', phone: '020 7946 0101' }
  it('is what was chosen, and nothing where nothing was', () => {
    expect(shared(all, 'email')).toEqual({ email: all.email, phone: null })
    expect(shared(all, 'phone')).toEqual({ email: null, phone: all.phone })
    expect(shared(all, 'both')).toEqual(all)
    expect(shared(all, null)).toEqual({ email: null, phone: null })
  })
  it('can only be what there is', () => {
    expect(sharesOf(all)).toEqual(['email', 'phone', 'both'])
    expect(sharesOf({ email: null, phone: '1' })).toEqual(['phone'])
    expect(sharesOf({ email: null, phone: null })).toEqual([])
  })
})

describe('new to each other (M16)', () => {
  it.each([
    ['never-met', 'never-met', true],
    ['never-met', 'know-of', true],
    ['know-of', 'talked', false],
    ['worked-together', 'never-met', false],
    [null, 'never-met', false],
  ] as const)('%s and %s', (one, other, fresh) => {
    expect(wereNew(one, other)).toBe(fresh)
  })

  it('is never published where it would tell of one to four', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (fresh, known) => {
        const { introduced, newToEachOther } = publishedTies(fresh + known, fresh)
        if (introduced !== null) expect(introduced).toBeGreaterThanOrEqual(FEWEST_SHOWN)
        if (newToEachOther === null || introduced === null) return
        for (const n of [newToEachOther, introduced - newToEachOther])
          expect(n === 0 || n >= FEWEST_SHOWN).toBe(true)
      }),
    )
  })
})

describe('who brokers', () => {
  const roles = [{ placeId: 'town', role: 'broker' as const }]
  it('a broker of the place, and never one who belongs to a side (§2.2)', () => {
    expect(mayBroker({ roles, memberships: [] }, 'town', ['a', 'b'])).toBe(true)
    expect(mayBroker({ roles, memberships: [] }, 'elsewhere', ['a', 'b'])).toBe(false)
    expect(mayBroker({ roles, memberships: [{ organisationId: 'b' }] }, 'town', ['a', 'b'])).toBe(
      false,
    )
    expect(mayBroker({ roles: [], memberships: [] }, 'town', ['a', 'b'])).toBe(false)
  })
})
