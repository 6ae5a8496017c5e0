import { describe, expect, it } from 'vitest'
import { carriedIn, carryFrom } from './carried.ts'
import { onePage } from './form/one-page.ts'
import { bodyOf, type Values } from './form/values.ts'

const words = {
  opening: (title: string) => `We keep ${title}.`,
  heading: (part: string) => `${part}:`,
  money: (typed: string) => (typed ? `It needs £${typed}.` : ''),
  reviewOn: (day: string) => (day ? `Again by ${day}.` : ''),
}
const values: Values = {
  title: 'Thursday calls',
  areaIds: [],
  themes: [],
  why: 'Forty people get a call.',
  evidence: [{ key: 0, kind: 'experience', statement: 'Six years.', link: '' }],
  atRisk: 'People over 80.',
  strengthen: 'A second line.',
  money: '12000',
  alternatives: 'An app.',
  reviewOn: '2027-11-24',
  page: '',
}

describe('the page that is put together from Ruth’s own words (J-03)', () => {
  it('says what, why, who would be at risk, what is promised, what else was looked at, and when again', () => {
    expect(onePage(values, words)).toBe(
      [
        'We keep Thursday calls.',
        'why:\nForty people get a call.',
        'atRisk:\nPeople over 80.',
        'strengthen:\nA second line. It needs £12000.',
        'alternatives:\nAn app.',
        'Again by 2027-11-24.',
      ].join('\n\n'),
    )
  })

  it('leaves out what is not answered, and is empty while nothing is', () => {
    const bare = { ...values, why: '', atRisk: ' ', strengthen: '', alternatives: '', reviewOn: '' }
    expect(onePage(bare, words)).toBe('We keep Thursday calls.')
    expect(onePage({ ...bare, title: '' }, words)).toBe('')
  })

  it('never holds the evidence, which stands beside it', () => {
    expect(onePage(values, words)).not.toContain('Six years')
  })
})

describe('what is in the boxes', () => {
  it.each([
    ['money that is none', { money: 'lots' }, 'money', 'not_money'],
    ['a day that does not exist', { reviewOn: '2027-02-30' }, 'reviewOn', 'not_a_day'],
    [
      'a link without https',
      { evidence: [{ key: 0, kind: 'feedback' as const, statement: 'x', link: 'example.org' }] },
      'evidence.0.link',
      'invalid',
    ],
  ])('%s stays in its box and is not sent', (_, more, name, code) => {
    const { body, unread } = bodyOf({ ...values, ...more })
    expect(unread).toEqual([{ name, code }])
    expect(JSON.stringify(body)).not.toMatch(/lots|02-30|example\.org/)
  })

  it('money left empty is not known, and nought is nought', () => {
    expect(bodyOf({ ...values, money: ' ' }).body.moneyPence).toBeNull()
    expect(bodyOf({ ...values, money: '0' }).body.moneyPence).toBe(0)
    expect(bodyOf({ ...values, money: '£1,250.50' }).body.moneyPence).toBe(125_050)
  })

  it('rows that were added and left empty are not sent', () => {
    const blank = { key: 1, kind: 'independent' as const, statement: '', link: '' }
    expect(bodyOf({ ...values, evidence: [...values.evidence, blank] }).body.evidence).toHaveLength(
      1,
    )
  })
})

describe('what goes along from a question', () => {
  it('is what it is about, as far as a title has room, and what must not be put at risk', () => {
    expect(carryFrom('keep the lunch club open?', 'Meals')).toEqual({
      title: 'keep the lunch club open',
      atRisk: 'Meals',
    })
    expect(carryFrom('x'.repeat(150), '').title).toHaveLength(120)
  })

  it.each([[null], ['words'], [{ title: 7 }], [{ title: 'x' }]])('and nothing of %j', (state) => {
    expect(carriedIn(state)).toEqual({ title: '', atRisk: '' })
  })
})
