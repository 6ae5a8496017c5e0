import { describe, expect, it } from 'vitest'
import {
  asksAgain,
  bandOf,
  canBeChecked,
  cursorOf,
  isPlainName,
  isReachable,
  isWholeParent,
  NUDGE_DAYS,
  readCursor,
  stateAfterRename,
  tidied,
} from './organisations.rules.ts'

describe('what an organisation must and need not give', () => {
  it.each([
    [{ email: 'amina@example.org' }, true],
    [{ phone: '020 7946 0000' }, true],
    [{ email: 'amina@example.org', phone: null }, true],
    [{ email: null, phone: null }, false],
    [{ email: '', phone: '' }, false],
    [{}, false],
  ])('one way to be reached is enough: %j → %s', (contact, reachable) => {
    expect(isReachable(contact)).toBe(reachable)
  })
})

describe('a name that we print in letters', () => {
  it.each([
    ['Carers’ Circle', true],
    ['St.John Ambulance', true],
    ['St. Mary’s Lunch Club', true],
    ['A.B.C. Trust', true],
    ['Buurtvereniging (v.z.w.)', true],
    ['No.10 Club', true],
    ['U.S.A./UK Friends', true],
    ['24/7 café', true],
    ['Zorg o.b.v. vraag', true],
    ['Win at evil.example!', false],
    ['Evil.Com', false],
    ['EVIL.COM', false],
    ['x.evil.co.uk', false],
    ['t.co/x', false],
    ['http://x', false],
    ['www.x.y', false],
    ['amina@example.org', false],
    ['Amina ＠ home', false],
    ['evil．com', false],
  ])('%s is plain: %s', (name, plain) => {
    expect(isPlainName(name)).toBe(plain)
  })
})

describe('an organisation that was checked', () => {
  it.each([
    ['checked', 'Northgate Carers', 'Northgate Carers Trust', 'listed'],
    ['checked', 'Northgate Carers', 'Northgate Carers', 'checked'],
    ['checked', 'Northgate Carers', undefined, 'checked'],
    ['listed', 'Northgate Carers', 'Elmside Carers', 'listed'],
    ['paused', 'Northgate Carers', 'Elmside Carers', 'paused'],
  ] as const)('%s, %s → %s: is %s', (state, before, after, expected) => {
    expect(stateAfterRename(state, before, after)).toBe(expected)
  })

  it('can be checked only while it is listed, so that a check never ends a pause', () => {
    expect((['listed', 'checked', 'paused', 'left'] as const).map(canBeChecked)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})

describe('what a group says it can spare', () => {
  it('counts a tick once however often it was sent', () => {
    const said = tidied({
      staffHoursPerMonth: null,
      volunteerHoursPerMonth: 20,
      spareHoursPerMonth: 20,
      notBefore: null,
      availability: ['weekends', 'weekends'],
      skills: ['outreach', 'cooking', 'outreach'],
      otherSkills: '',
      premises: [],
      reach: [],
      livedExperience: null,
      possibleWith: ['childcare', 'childcare'],
    })
    expect([said.availability, said.skills, said.possibleWith]).toEqual([
      ['weekends'],
      ['outreach', 'cooking'],
      ['childcare'],
    ])
  })
})

describe('where a list goes on', () => {
  const after = { name: 'crèche “de boom”', id: '0190a5c1-0000-7000-8000-000000000001' }
  it('reads back what it wrote', () => {
    expect(readCursor(cursorOf(after))).toEqual(after)
  })
  it.each([undefined, '', 'x', 'bnVsbA', 'WzEsMl0', cursorOf({ ...after, id: "' or 1=1" })])(
    'starts anew with %j',
    (cursor) => {
      expect(readCursor(cursor)).toBeUndefined()
    },
  )
})

describe('a branch and its parent (OR6, §2.3)', () => {
  const parent = (ownAccountsAndBoard: boolean, incomeBand: 'large' | null) => ({
    ...{ name: 'National Carers', incomeBand, ownAccountsAndBoard },
  })
  it.each([
    ['a group that stands alone', null, 'micro', true],
    ['a branch that shares accounts', parent(false, 'large'), 'large', true],
    ['a branch with its own accounts and board', parent(true, null), 'micro', true],
    ['the same, though it says its parent’s band too', parent(true, 'large'), 'micro', true],
    ['a branch that does not say what its parent takes in', parent(false, null), 'micro', false],
  ] as const)('%s', (_, of, band, whole) => {
    expect([bandOf('micro', of), isWholeParent(of)]).toEqual([band, whole])
  })
})

it('whoever says nothing is asked four times, and then left in peace (FR-12)', () => {
  expect([0, 1, 2, 3, 4].map(asksAgain)).toEqual([true, true, true, false, false])
  expect(NUDGE_DAYS * 4).toBeGreaterThan(366)
})
