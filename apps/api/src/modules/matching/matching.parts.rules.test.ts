import { describe, expect, it } from 'vitest'
import { asked, evidence, hall, nobody, reaches } from './matching.fixture.ts'
import {
  complementPart,
  livedPart,
  reachPart,
  spherePart,
  themePart,
  timePart,
} from './matching.parts.rules.ts'
import { poolOf } from './matching.rules.ts'

const codes = (part: { reasons: { code: string }[] }) => part.reasons.map((r) => r.code)

describe('what an organisation is about (25 points)', () => {
  it.each([
    ['both of the themes asked', ['carers', 'older-people'], null, 1],
    ['one of them', ['carers', 'food'], null, 0.5],
    ['none of them', ['food'], null, 0],
    ['both, and four words in common', ['carers', 'older-people'], ['a', 'b', 'c', 'd'], 1],
    [
      'both, and nine words: more than four say no more',
      ['carers', 'older-people'],
      [...'abcdefghi'],
      1,
    ],
    ['both, and text without a word in common', ['carers', 'older-people'], [], 0.75],
    ['one, and two words', ['carers'], ['a', 'b'], 0.5],
    ['one, and one word that few use', ['carers'], ['a'], 0.44],
    ['none, and one word, which says nothing alone', [], ['a'], 0],
    ['none, and two words', [], ['a', 'b'], 0.13],
    ['none, and four words', [], ['a', 'b', 'c', 'd'], 0.25],
    ['one, and words the question did not use', ['carers'], ['x', 'y', 'z'], 0.38],
  ])('%s', (_, themes, words, value) => {
    expect(
      themePart(asked({ words: [...'abcdefghi'] }), evidence({ themes, words })).hundredths,
    ).toBe(Math.round(100 * value))
  })

  it('is not known where neither themes were asked nor words read', () => {
    expect(themePart(asked({ themes: [] }), evidence()).hundredths).toBeNull()
  })

  it('names the themes and words it counts', () => {
    const part = themePart(asked(), evidence({ words: ['respite', 'night'] }))
    expect(part.reasons).toEqual([
      { code: 'themes-shared', facts: { themes: ['carers'], of: 2 } },
      { code: 'words-shared', facts: { words: ['respite', 'night'] } },
    ])
  })
})

describe('what it already does, and shows on a card (OR4)', () => {
  const both = { title: 'Saturday sitters', themes: ['carers', 'older-people', 'food'] }
  const one = { title: 'Soup round', themes: ['older-people'] }

  it('counts as its own themes do where a card shares more, and the reason names the card', () => {
    const part = themePart(asked(), evidence({ cards: [one, both] }))
    expect(part).toEqual({
      hundredths: 100,
      reasons: [
        {
          code: 'themes-card',
          facts: { title: 'Saturday sitters', themes: ['carers', 'older-people'], of: 2 },
        },
        { code: 'themes-shared', facts: { themes: ['carers'], of: 2 } },
      ],
    })
  })

  it('is not named where it adds nothing, and never lowers anything', () => {
    const themes = ['carers', 'older-people']
    expect(themePart(asked(), evidence({ themes, cards: [both] }))).toEqual(
      themePart(asked(), evidence({ themes })),
    )
  })

  it('speaks for somebody whose own themes do not', () => {
    const part = themePart(asked(), evidence({ themes: ['food'], cards: [one] }))
    expect([part.hundredths, codes(part)]).toEqual([50, ['themes-card']])
  })
})

describe('who and where an organisation reaches (25 points)', () => {
  it.each([
    ['both areas asked', { areaIds: ['north', 'elm'] }, 0.7],
    ['one of the two', { areaIds: ['north', 'far'] }, 0.35],
    ['neither', { areaIds: ['far'] }, 0],
    ['the whole district, without naming where', { works: 'district' as const }, 0.45],
    ['the whole county', { works: 'county' as const }, 0.35],
    ['the whole region', { works: 'region' as const }, 0.3],
    ['the whole country', { works: 'country' as const }, 0.2],
    [
      'the whole country, and areas left from before',
      { works: 'country' as const, areaIds: ['north'] },
      0.2,
    ],
    [
      'one area, and carers who trust it',
      { reach: [reaches('Night carer', 'trusted-contact')] },
      1,
    ],
    [
      'one area, and carers every week',
      { reach: [reaches('Night carer', 'weekly-contact')] },
      0.81,
    ],
    [
      'one area, and carers among its members',
      { reach: [reaches('Night carer', 'members')] },
      0.61,
    ],
    [
      'one area, and people it was not asked about',
      { reach: [reaches('Anglers', 'trusted-contact')] },
      0.35,
    ],
    [
      'the closest of several contacts counts',
      { reach: [reaches('Carer', 'members'), reaches('Carer', 'trusted-contact')] },
      1,
    ],
  ])('%s', (_, more, value) => {
    expect(reachPart(asked(), evidence(more)).hundredths).toBe(Math.round(100 * value))
  })

  it('says who first, then where', () => {
    const reach = [reaches('Somali carer', 'trusted-contact')]
    expect(reachPart(asked(), evidence({ reach })).reasons).toEqual([
      { code: 'reach-trusted', facts: { community: 'Somali carer', people: 40 } },
      { code: 'areas-covered', facts: { areas: ['Northgate'], of: 2 } },
    ])
  })

  it('says so when none of the areas asked is theirs', () => {
    expect(reachPart(asked(), evidence({ areaIds: ['far'] })).reasons).toEqual([
      { code: 'areas-none', facts: { areas: ['Northgate', 'Elmside'] } },
    ])
  })
})

describe('lived experience (15 points)', () => {
  it.each([
    ['led-by', 1, 'lived-led-by'],
    ['majority', 0.7, 'lived-majority'],
    ['some', 0.4, 'lived-some'],
    ['not', 0, 'lived-not'],
    [null, null, 'lived-unknown'],
  ] as const)('%s', (livedExperience, value, code) => {
    const part = livedPart(asked(), evidence({ livedExperience }))
    expect(part).toEqual({
      hundredths: value === null ? null : 100 * value,
      reasons: [{ code, facts: {} }],
    })
  })
})

describe('what those already in lack (20 points)', () => {
  const kitchenTable = evidence({
    skills: ['advice'],
    premises: [{ name: 'Upstairs room', seats: 12, stepFree: false }],
    reach: [reaches('Tamil elders', 'members')],
  })
  const pool = poolOf([kitchenTable])

  it.each([
    [
      'nobody is in yet, and it brings all three',
      nobody,
      { skills: ['advice', 'cooking'], premises: [hall], reach: [reaches('Carer', 'members')] },
      1,
    ],
    ['two new skills', pool, { skills: ['advice', 'cooking', 'transport'] }, 0.4],
    ['one new skill', pool, { skills: ['advice', 'cooking'] }, 0.2],
    ['the first step-free room', pool, { premises: [hall] }, 0.3],
    ['another room upstairs', pool, { premises: [{ ...hall, stepFree: false }] }, 0],
    ['people nobody reaches yet', pool, { reach: [reaches('Anglers', 'members')] }, 0.3],
    ['people somebody reaches already', pool, { reach: [reaches('Tamil women', 'members')] }, 0],
  ])('%s', (_, already, more, value) => {
    expect(complementPart(asked(), evidence(more), already).hundredths).toBe(100 * value)
  })

  it('is not known of somebody who has told nothing', () => {
    expect(complementPart(asked(), evidence(), pool)).toEqual({
      hundredths: null,
      reasons: [{ code: 'complement-unknown', facts: {} }],
    })
  })

  it('says how many are in already, so that "nobody else" can be checked', () => {
    const part = complementPart(asked(), evidence({ skills: ['cooking'], premises: [hall] }), pool)
    expect(part.reasons).toEqual([
      { code: 'complement-skills', facts: { skills: ['cooking'], pool: 1 } },
      { code: 'complement-premises', facts: { name: 'Chapel hall', seats: 60, pool: 1 } },
    ])
    expect(codes(complementPart(asked(), evidence({ skills: ['advice'] }), pool))).toEqual([
      'complement-none',
    ])
  })
})

describe('time (10 points)', () => {
  it.each([
    ['all the hours asked', { spareHours: 20 }, 1, 'time-enough'],
    ['some of them', { spareHours: 7 }, 0.7, 'time-part'],
    ['none', { spareHours: 0 }, 0, 'time-part'],
    [
      'few, but they take paid backfill, which is offered',
      { spareHours: 2, wantsBackfill: true },
      0.5,
      'time-backfill',
    ],
    ['more than backfill would give', { spareHours: 7, wantsBackfill: true }, 0.7, 'time-part'],
    ['backfill, and hours not said', { wantsBackfill: true }, 0.5, 'time-backfill'],
    ['not before it is over', { spareHours: 20, notBefore: '2028-01-01' }, 0, 'time-part'],
    ['from the summer', { spareHours: 20, notBefore: '2027-07-01' }, 1, 'time-enough'],
    ['nothing said', {}, null, 'time-unknown'],
  ])('%s', (_, more, value, code) => {
    const part = timePart(asked(), evidence(more))
    expect([part.hundredths, codes(part)]).toEqual([value === null ? null : 100 * value, [code]])
  })

  it('backfill that nobody offers is no time', () => {
    const part = timePart(asked({ backfillOffered: false }), evidence({ wantsBackfill: true }))
    expect(part.hundredths).toBeNull()
  })

  it('is not known where the question asks for no hours', () => {
    expect(
      timePart(asked({ hoursPerMonth: null }), evidence({ spareHours: 9 })).hundredths,
    ).toBeNull()
  })
})

describe('another sphere (5 points)', () => {
  it.each([
    ['a charity, when only the council is in', 'community', [], 1],
    ['a health body, when only the council is in', 'public', [], 0],
    ['a charity, when one is in', 'community', [evidence()], 0],
    ['a bus company, when a charity is in', 'private', [evidence()], 1],
  ] as const)('%s', (_, sector, members, value) => {
    expect(spherePart(asked(), evidence({ sector }), poolOf(members)).hundredths).toBe(100 * value)
  })
})
