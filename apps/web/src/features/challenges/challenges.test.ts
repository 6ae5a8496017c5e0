import { describe, expect, it } from 'vitest'
import { bodyOf, changedIn, countOf, penceOf, weightSum } from './composer/body.ts'
import { countsBySection, inOrder } from './composer/sections.ts'
import { blankCriterion, nextKey, type Values, valuesOf } from './composer/values.ts'
import { workingDays } from './composer/working-days.ts'
import { instantIn, isDay, readIn } from './composer/zoned.ts'
import { deskGroupOf } from './desk-list.tsx'
import { askFor, readQuery, searchOf, toggled } from './list-query.ts'
import { languageOf, restOf, wholeQuestion, withMark } from './question.ts'

const AREA = '018f0000-0000-7000-8000-000000000009'
const LONDON = 'Europe/London'

describe('an address of the list', () => {
  it('says the same after it was read and written again', () => {
    const address = `?q=lunch+club&theme=food&theme=carers&areaId=${AREA}&closesWithin=14`
    expect(searchOf(readQuery(new URLSearchParams(address)))).toBe(address)
    expect(searchOf(readQuery(new URLSearchParams('?which=past')))).toBe('?which=past')
  })

  it('that is old or made up still shows a list', () => {
    const query = readQuery(
      new URLSearchParams('?theme=gone&theme=food&theme=food&areaId=x&closesWithin=3&which=all'),
    )
    expect(query).toEqual({
      q: '',
      theme: ['food'],
      areaId: [],
      closesWithin: null,
      which: 'open',
    })
    expect(askFor(query)).toEqual({ theme: ['food'] })
  })

  it('puts a choice in and takes the same choice out', () => {
    expect(toggled(toggled(['a'], 'b'), 'a')).toEqual(['b'])
  })
})

describe('a question', () => {
  it('is the opening words and the rest, and a pasted opening is not said twice', () => {
    expect(wholeQuestion('How can we', 'how can we eat together?')).toBe('How can we eat together?')
    expect(wholeQuestion('Hoe kunnen we', '')).toBe('')
    expect(restOf('Hoe kunnen we samen eten?')).toBe('samen eten?')
  })

  it('gets its question mark by itself, once', () => {
    expect(withMark('eat together. ')).toBe('eat together?')
    expect(withMark('eat together?')).toBe('eat together?')
    expect(withMark('')).toBe('')
  })

  it('tells its language by how it opens', () => {
    expect(languageOf('Hoe kunnen we samen eten?')).toBe('nl')
    expect(languageOf('How can we eat together?')).toBe('en')
  })
})

describe('figures as people type them', () => {
  it.each([
    ['1200', 120_000],
    ['£1,250.50', 125_050],
    ['€ 12,50', 1_250],
    ['12.5', 1_250],
    ['', 0],
    ['about 100', undefined],
    ['-5', undefined],
    ['1.2.3', undefined],
  ])('the amount %j is %s pence', (typed, pence) => {
    expect(penceOf(typed)).toBe(pence)
  })

  it('tells nothing typed from something that is no number', () => {
    expect([countOf(' 12 '), countOf(''), countOf('twelve'), countOf('1.5')]).toEqual([
      12,
      null,
      undefined,
      undefined,
    ])
  })

  it('adds weights up, whatever is still empty', () => {
    expect(weightSum([{ weight: '40' }, { weight: '' }, { weight: '30' }])).toBe(70)
  })
})

describe('a closing time', () => {
  it.each([
    ['2026-12-18', '17:00', '2026-12-18T17:00:00.000Z'],
    ['2026-07-01', '17:00', '2026-07-01T16:00:00.000Z'],
    ['2026-03-29', '23:59', '2026-03-29T22:59:00.000Z'],
    ['2026-03-29', '00:30', '2026-03-29T00:30:00.000Z'],
    ['2026-10-25', '12:00', '2026-10-25T12:00:00.000Z'],
  ])('on %s at %s in London is one instant, also around the change of clocks', (day, time, iso) => {
    const at = instantIn(LONDON, { day, time })
    expect(at?.toISOString()).toBe(iso)
    expect(readIn(LONDON, at as Date)).toEqual({ day, time })
  })

  it('on a day that does not exist is none', () => {
    expect(instantIn(LONDON, { day: '2026-02-30', time: '17:00' })).toBeUndefined()
    expect([isDay('2026-02-29'), isDay('2028-02-29'), isDay('26-1-1')]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('leaves so many working days', () => {
    expect(workingDays('2026-11-20', '2026-11-23')).toBe(1)
    expect(workingDays('2026-11-20', '2026-12-18')).toBe(20)
    expect(workingDays('2026-11-20', '2026-11-19')).toBe(0)
  })
})

const draft = {
  question: 'How can we eat together?',
  summary: '',
  themes: [],
  areaIds: [],
  whyNow: '',
  whoIsAffected: '',
  leastServed: '',
  outcome: '',
  outcomeBy: '',
  organisationBenefit: '',
  prevention: null,
  innovation: null,
  inventReason: '',
  lookedWhere: '',
  eligibility: ['Do you cook for people?'],
  askCostReason: '',
  findingAnswers: [],
  tried: [{ what: 'A lunch club', result: 'It was full' }],
  notAtRisk: '',
  constraints: [],
  participationPence: 120_050,
  backfillPence: 0,
  testsPence: 0,
  accessPence: 0,
  officerHours: null,
  otherOffer: '',
  payHourlyPence: null,
  payWhen: '',
  route: 'not-known',
  criteria: [{ name: 'Close by', goodLooksLike: 'People walk in', weight: 40 }],
  hoursPerMonth: 10,
  cohortSize: 5,
  expectedInterests: null,
  closesAt: new Date('2026-12-18T17:00:00Z'),
  resultsBy: '2027-01-15',
  startsOn: null,
  endsOn: null,
} as unknown as Parameters<typeof valuesOf>[0]
const values = (more: Partial<Values> = {}): Values => ({
  ...valuesOf(draft, LONDON, 'How can we'),
  ...more,
})

describe('a draft in the boxes', () => {
  it('goes back as it came, so that opening the page changes nothing', () => {
    const { body, unread } = bodyOf(values(), LONDON)
    expect(unread).toEqual([])
    expect(body).toMatchObject({
      question: 'How can we eat together?',
      tried: draft.tried,
      constraints: [],
      criteria: draft.criteria,
      participationPence: 120_050,
      payHourlyPence: null,
      closesAt: '2026-12-18T17:00:00.000Z',
      startsOn: null,
    })
    expect(changedIn(body, bodyOf(values(), LONDON).body)).toEqual({})
  })

  it('sends only what differs', () => {
    const stored = bodyOf(values(), LONDON).body
    expect(changedIn(bodyOf(values({ whyNow: 'Now' }), LONDON).body, stored)).toEqual({
      whyNow: 'Now',
    })
  })

  it('keeps what cannot be read in its box and sends the rest', () => {
    const { body, unread } = bodyOf(
      values({ backfillPence: 'lots', hoursPerMonth: 'a few', closesOn: '2026-02-30' }),
      LONDON,
    )
    expect(unread).toEqual([
      { name: 'backfillPence', code: 'not_money' },
      { name: 'hoursPerMonth', code: 'not_a_number' },
      { name: 'closesAt', code: 'not_a_day' },
    ])
    expect(Object.keys(body)).not.toContain('backfillPence')
    expect(Object.keys(body)).not.toContain('closesAt')
  })

  it('leaves out empty rows at the end and keeps a gap between two', () => {
    const rows = [
      { ...blankCriterion(0), name: 'First' },
      blankCriterion(1),
      { ...blankCriterion(2), name: 'Third' },
      blankCriterion(3),
    ]
    expect(bodyOf(values({ criteria: rows }), LONDON).body.criteria?.map((c) => c.name)).toEqual([
      'First',
      '',
      'Third',
    ])
    expect(nextKey(rows)).toBe(4)
  })
})

describe('what is missing', () => {
  it('is listed in the order of the page and counted part by part', () => {
    const missing = [{ name: 'endsOn' }, { name: 'criteria.0.name' }, { name: 'summary' }]
    expect(inOrder(missing).map((m) => m.name)).toEqual(['summary', 'criteria.0.name', 'endsOn'])
    expect(countsBySection(missing)).toMatchObject({ question: 1, criteria: 1, dates: 1, offer: 0 })
  })
})

describe('the desk', () => {
  it.each([
    ['draft', true, 'needsYou'],
    ['choosing', true, 'needsYou'],
    ['choosing', false, 'open'],
    ['open', true, 'open'],
    ['open', false, 'open'],
    ['formed', true, 'over'],
    ['withdrawn', true, 'over'],
    ['read-through', true, 'needsYou'],
    ['read-through', false, 'open'],
    ['paused', true, 'needsYou'],
    ['paused', false, 'open'],
  ] as const)('puts a challenge that is %s (mine: %s) under %s', (state, mine, group) => {
    expect(deskGroupOf({ state, mine })).toBe(group)
  })
})
