import { dayIn } from '@howcanwe/shared/places'
import { describe, expect, it } from 'vitest'
import { type Brief, whatIsMissing } from './challenges.missing.rules.ts'

const now = {
  at: new Date('2026-11-20T09:00:00Z'),
  dayOf: (at: Date) => dayIn('Europe/London', at),
  rates: {
    minutesPerAnswer: 10,
    applicantHourlyPence: 2000,
    panelHourlyPence: 3500,
    source: null,
    asOf: null,
  },
}

const whole: Brief = {
  question: 'How can we make a break from caring something you can plan on?',
  summary: 'Carers rarely know before Friday whether they have Saturday off.',
  themes: ['carers'],
  areaIds: ['018f0000-0000-7000-8000-000000000001'],
  whyNow: 'The waiting list doubled.',
  whoIsAffected: 'About 900 unpaid carers.',
  leastServed: 'Carers who work nights',
  outcome: 'I can plan a day off three weeks ahead.',
  outcomeBy: 'Carers at the Tuesday club',
  organisationBenefit: '',
  prevention: null,
  innovation: 'adapt',
  inventReason: '',
  lookedWhere: '',
  eligibility: [],
  askCostReason: '',
  findingAnswers: [],
  tried: [{ what: 'We looked at four towns', result: 'Found none that lasted' }],
  notAtRisk: 'The Saturday club stays.',
  constraints: [{ kind: 'money', what: 'The budget is set until April.', flex: 'fixed' }],
  participationPence: 300_000,
  backfillPence: 0,
  testsPence: 0,
  accessPence: 0,
  officerHours: null,
  otherOffer: '',
  payHourlyPence: 2_500,
  payWhen: 'Within five working days',
  route: 'not-known',
  criteria: [
    { name: 'Knows the people', goodLooksLike: 'They come to you', weight: 40 },
    { name: 'Could start soon', goodLooksLike: 'Within six weeks', weight: 30 },
    { name: 'Shares what it learns', goodLooksLike: 'Others can copy it', weight: 30 },
  ],
  hoursPerMonth: 10,
  cohortSize: 5,
  expectedInterests: 20,
  closesAt: new Date('2026-12-18T17:00:00Z'),
  resultsBy: '2027-01-15',
  startsOn: '2027-02-01',
  endsOn: '2027-10-31',
}
const [first, second, third] = whole.criteria as [
  Brief['criteria'][number],
  Brief['criteria'][number],
  Brief['criteria'][number],
]

const missing = (change: Partial<Brief>): string[] =>
  whatIsMissing({ ...whole, ...change }, now).map((m) => `${m.pointer.slice(7)} ${m.code}`)

describe('what stands between a draft and opening it', () => {
  it('is nothing for a brief that answers everything', () => {
    expect(missing({})).toEqual([])
  })

  it('is a Dutch question as little as an English one', () => {
    expect(missing({ question: 'Hoe kunnen we wachten op medicijnen korter maken?' })).toEqual([])
  })

  it.each<[string, Partial<Brief>, string[]]>([
    ['an empty question', { question: '' }, ['question required']],
    [
      'a question that names a product',
      { question: 'We need an app for carers in this town?' },
      ['question lead_in'],
    ],
    [
      'a statement that only begins like a question',
      { question: 'How can we keep halls open when people are free.' },
      ['question question_mark'],
    ],
    ['a question of six letters', { question: 'How can we help us?' }, ['question question_short']],
    [
      'a question nobody reads to its end',
      { question: `How can we ${'really '.repeat(25)}help?` },
      ['question question_long'],
    ],
    ['the lead-in and nothing after it', { question: 'How can we?' }, ['question lead_in']],
    ['no summary', { summary: '' }, ['summary required']],
    ['91 words of summary', { summary: 'word '.repeat(91).trim() }, ['summary too_many_words']],
    ['no theme', { themes: [] }, ['themes required']],
    ['no area', { areaIds: [] }, ['areaIds required']],
    ['no reason why now', { whyNow: '' }, ['whyNow required']],
    ['nobody who is affected', { whoIsAffected: '' }, ['whoIsAffected required']],
    ['nobody named who is served least', { leastServed: '' }, ['leastServed required']],
    ['no outcome in a person’s words', { outcome: '' }, ['outcome required']],
    ['nothing that was tried or looked for', { tried: [] }, ['tried required']],
    ['nothing found, though somebody looked', { tried: [], lookedWhere: 'Four towns' }, []],
    ['no word on what kind of case it is (CH3)', { innovation: null }, ['innovation required']],
    [
      'something kept: that is a decision, not a question',
      { innovation: 'protect' },
      ['innovation protect_is_a_decision'],
    ],
    [
      'something new, without why the rest will not do',
      { innovation: 'invent' },
      ['inventReason required'],
    ],
    [
      'an ask that costs more than 15 % of what it offers, and no word why (FR-01)',
      { participationPence: 100_000 },
      ['askCostReason required'],
    ],
    [
      'the same with a public reason',
      {
        participationPence: 100_000,
        askCostReason: 'It is a first try, and every answer is read.',
      },
      [],
    ],
    ['an empty yes-or-no question', { eligibility: [''] }, ['eligibility/0 required']],
    [
      'a try without its result',
      { tried: [{ what: 'A booking line', result: '' }] },
      ['tried/0/result required'],
    ],
    ['nothing kept out of risk', { notAtRisk: '' }, ['notAtRisk required']],
    ['no constraint', { constraints: [] }, ['constraints required']],
    [
      'a constraint without words',
      { constraints: [{ kind: 'legal', what: '', flex: 'unknown' }] },
      ['constraints/0/what required'],
    ],
    [
      'nothing on the table',
      { participationPence: 0, payHourlyPence: null, payWhen: '' },
      ['participationPence nothing_on_offer', 'askCostReason required'],
    ],
    [
      'residents’ time without a rate or a day of payment',
      { payHourlyPence: null, payWhen: '' },
      ['payHourlyPence no_pay_rate', 'payWhen required'],
    ],
    [
      'an hourly rate without money behind it',
      { participationPence: 0, backfillPence: 900_000 },
      ['participationPence no_pay_budget'],
    ],
    ['two criteria', { criteria: [first, second] }, ['criteria three_to_five']],
    [
      'weights that sum to 99',
      { criteria: [{ ...first, weight: 39 }, second, third] },
      ['criteria weights_not_100'],
    ],
    [
      'a criterion without weight',
      { criteria: [{ ...first, weight: 70 }, { ...second, weight: 0 }, third] },
      ['criteria/1/weight weight_missing'],
    ],
    [
      'a criterion that does not say what good looks like',
      { criteria: [first, second, { ...third, goodLooksLike: '', name: '' }] },
      ['criteria/2/name required', 'criteria/2/goodLooksLike required'],
    ],
    ['no hours', { hoursPerMonth: null }, ['hoursPerMonth required']],
    ['no number of answers expected', { expectedInterests: null }, ['expectedInterests required']],
    ['no closing time', { closesAt: null }, ['closesAt required']],
    [
      'a closing time one second ago',
      { closesAt: new Date('2026-11-20T08:59:59Z') },
      ['closesAt in_the_past'],
    ],
    [
      'nine days and 23 hours to answer',
      { closesAt: new Date('2026-11-30T08:00:00Z') },
      ['closesAt closes_too_soon'],
    ],
    [
      'more than twelve months to answer',
      {
        closesAt: new Date('2027-11-22T09:00:00Z'),
        resultsBy: '2027-12-15',
        startsOn: '2028-01-10',
        endsOn: '2028-06-30',
      },
      ['closesAt closes_too_late'],
    ],
    ['no day for the answers', { resultsBy: null }, ['resultsBy required']],
    ['answers on the day it closes', { resultsBy: '2026-12-18' }, ['resultsBy before_closing']],
    ['a start before the answers', { startsOn: '2027-01-14' }, ['startsOn before_results']],
    ['an end on the day it starts', { endsOn: '2027-02-01' }, ['endsOn before_start']],
  ])('is %s', (_, change, expected) => {
    expect(missing(change)).toEqual(expected)
  })

  it('counts exactly ten days as enough', () => {
    expect(missing({ closesAt: new Date('2026-11-30T09:00:00Z') })).toEqual([])
  })

  it('takes officer hours alone as something on offer', () => {
    expect(
      missing({ participationPence: 0, payHourlyPence: null, payWhen: '', officerHours: 60 }),
    ).toEqual(['askCostReason required'])
  })

  it('reads the closing day in the place, where midnight in summer is another day', () => {
    expect(
      missing({ closesAt: new Date('2027-07-01T23:30:00Z'), resultsBy: '2027-07-02' }),
    ).toContain('resultsBy before_closing')
  })

  it('tells an empty draft everything at once', () => {
    const empty: Brief = {
      ...whole,
      ...{ question: '', summary: '', themes: [], areaIds: [], whyNow: '', whoIsAffected: '' },
      ...{ leastServed: '', outcome: '', tried: [], notAtRisk: '', constraints: [] },
      ...{ participationPence: 0, payHourlyPence: null, payWhen: '', criteria: [] },
      ...{ hoursPerMonth: null, expectedInterests: null, closesAt: null, resultsBy: null },
      ...{ startsOn: null, endsOn: null },
    }
    expect(whatIsMissing(empty, now)).toHaveLength(19)
  })
})
