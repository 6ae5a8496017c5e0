import { isHttps } from '@howcanwe/shared/protections'
import { describe, expect, it } from 'vitest'
import {
  type Answers,
  medianOf,
  monthsLater,
  remindOn,
  reviewFits,
  reviewWindow,
  whatIsMissing,
} from './protections.rules.ts'

const today = '2026-11-24'
const whole: Answers = {
  title: 'Thursday befriending calls',
  why: 'Forty people who live alone get a call from somebody they know.',
  evidence: [{ kind: 'experience', statement: 'Six years, forty calls a week.', link: null }],
  atRisk: 'People over 80 who have no other call in the week.',
  strengthen: 'A second phone line and expenses for volunteers.',
  alternatives: 'A chat app: most of them have no smartphone.',
  reviewOn: '2027-11-24',
  page: 'We keep the Thursday calls.',
}
const lacking = (more: Partial<Answers>) =>
  whatIsMissing({ ...whole, ...more }, today).map(({ pointer, code }) => `${pointer} ${code}`)

describe('Ruth is told what people still need to know', () => {
  it('nothing, when it is whole', () => {
    expect(lacking({})).toEqual([])
  })

  it.each<[string, Partial<Answers>, string]>([
    ['what is protected', { title: '' }, '#/body/title required'],
    ['why it works', { why: '' }, '#/body/why required'],
    ['what is known', { evidence: [] }, '#/body/evidence required'],
    [
      'what the second piece of evidence says',
      {
        evidence: [
          ...whole.evidence,
          { kind: 'comparison', statement: '', link: 'https://example.org' },
        ],
      },
      '#/body/evidence/1/statement required',
    ],
    ['who would be at risk', { atRisk: '' }, '#/body/atRisk required'],
    ['how it gets stronger', { strengthen: '' }, '#/body/strengthen required'],
    ['what else was looked at', { alternatives: '' }, '#/body/alternatives required'],
    ['when it is looked at again', { reviewOn: null }, '#/body/reviewOn required'],
    ['a later review', { reviewOn: '2027-02-23' }, '#/body/reviewOn review_too_soon'],
    ['an earlier review', { reviewOn: '2028-11-25' }, '#/body/reviewOn review_too_late'],
    ['the page itself', { page: '' }, '#/body/page required'],
  ])('%s', (_, more, expected) => {
    expect(lacking(more)).toEqual([expected])
  })

  it('on an empty form asks for eight things, fewer than ten (J-03)', () => {
    const empty = { title: '', why: '', atRisk: '', strengthen: '', alternatives: '', page: '' }
    expect(lacking({ ...empty, evidence: [], reviewOn: null })).toHaveLength(8)
  })
})

describe('the day it is looked at again', () => {
  it.each([
    ['2026-11-24', 3, '2027-02-24'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-12-31', 24, '2028-12-31'],
    ['2028-02-29', 12, '2029-02-28'],
  ])('%s and %i months is %s, as the database counts', (from, months, to) => {
    expect(monthsLater(from, months)).toBe(to)
  })

  it('lies three to twenty-four months ahead, both ends taken in', () => {
    const { from, until } = reviewWindow(today)
    expect([from, until]).toEqual(['2027-02-24', '2028-11-24'])
    expect([from, until, '2027-02-23', '2028-11-25'].map((d) => reviewFits(d, today))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('is called to mind four weeks ahead, then on the day, then no more', () => {
    const review = '2027-11-24'
    expect(remindOn(review, today)).toBe('2027-10-27')
    expect(remindOn(review, '2027-10-26')).toBe('2027-10-27')
    expect(remindOn(review, '2027-10-27')).toBe(review)
    expect(remindOn(review, '2027-11-23')).toBe(review)
    expect(remindOn(review, review)).toBeNull()
    expect(remindOn(review, '2028-01-01')).toBeNull()
  })
})

describe('the median time of writing', () => {
  it.each([
    ['four decisions tell nothing', [100, 200, 300, 400], null],
    ['a decision that was not timed does not count', [0, 100, 200, 300, 400], null],
    ['of five, the third', [500, 100, 900, 300, 200], 300],
    ['of six, half way between the third and the fourth', [100, 200, 300, 401, 500, 600], 351],
  ])('%s', (_, seconds, median) => {
    expect(medianOf(seconds)).toBe(median)
  })
})

it.each([
  ['https://example.org/report.pdf', true],
  ['http://example.org', false],
  ['https://', false],
  ['https://localhost', false],
  ['https://user:pass@example.org', false],
  ['javascript:alert(1)', false],
  ['example.org', false],
  ['', false],
])('a link like %s may stand beside evidence: %s', (link, may) => {
  expect(isHttps(link)).toBe(may)
})
