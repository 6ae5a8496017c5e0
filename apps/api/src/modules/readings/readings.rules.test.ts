import { sentencesOf } from '@howcanwe/shared/readings'
import { describe, expect, it } from 'vitest'
import { type Brief, isInPart, minutesToRead, owedTo, partsOf } from './readings.rules.ts'

const brief: Brief = {
  question: 'How can we make a break something you can plan on?',
  summary: 'Carers fail to attend. They rarely know before Friday.',
  whyNow: '',
  whoIsAffected: 'About 900 carers.',
  leastServed: 'Carers who work nights',
  outcome: 'I can plan a day off.',
  organisationBenefit: '',
  tried: [
    { what: 'A booking line', result: 'It was busy.' },
    { what: 'A leaflet', result: '' },
  ],
  lookedWhere: '',
  inventReason: '',
  notAtRisk: '',
  constraints: [],
  otherOffer: '',
  payWhen: '',
  criteria: [{ name: 'Knows people', goodLooksLike: 'They come to you', weight: 40 }],
  eligibility: ['Can you meet in Elmside?'],
  askCostReason: '',
}

describe('the sentences somebody can mark', () => {
  it.each([
    ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
    ['No full stop', ['No full stop']],
    ['A line\nand another.\n\nA third', ['A line', 'and another.', 'A third']],
    ['It costs £9.50 a day. So what?', ['It costs £9.50 a day.', 'So what?']],
    ['“They fail.” He said so.', ['“They fail.”', 'He said so.']],
    ['Wait … no. Yes', ['Wait …', 'no.', 'Yes']],
    ['  \n ', []],
    ['.', ['.']],
  ])('of %j', (words, found) => {
    expect(sentencesOf(words)).toEqual(found)
  })

  it('come to no harm by three thousand full stops', () => {
    expect(sentencesOf(`${'.'.repeat(2999)}x`)).toHaveLength(1)
  })

  it('together say all of it', () => {
    for (const { text } of partsOf(brief))
      expect(sentencesOf(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })

  it('stand in the part they were marked in, to the letter', () => {
    const parts = partsOf(brief)
    expect(isInPart(parts, 'summary', 'Carers fail to attend.')).toBe(true)
    expect(isInPart(parts, 'summary', 'Carers fail')).toBe(false)
    expect(isInPart(parts, 'whyNow', 'Carers fail to attend.')).toBe(false)
    expect(isInPart(parts, 'tried', 'A booking line: It was busy.')).toBe(true)
    expect(isInPart(parts, 'criteria', 'Knows people (40%): They come to you')).toBe(true)
  })

  it('leave out the parts nobody wrote', () => {
    expect(partsOf(brief).map(({ field }) => field)).toEqual([
      'question',
      'summary',
      'whoIsAffected',
      'leastServed',
      'outcome',
      'tried',
      'criteria',
      'eligibility',
    ])
  })
})

it.each([
  [1, 1],
  [180, 1],
  [181, 2],
  [900, 5],
])('%i words are read in %i minutes', (count, minutes) => {
  expect(minutesToRead([{ field: 'summary', text: 'word '.repeat(count) }])).toBe(minutes)
})

describe('what readers are owed (J-04)', () => {
  it.each([
    ['nobody', [], 2500, { readers: 0, minutes: 0, pence: 0 }],
    ['twenty minutes to the second', [1200], 2500, { readers: 0, minutes: 0, pence: 0 }],
    ['a second more: all of it', [1201], 2400, { readers: 1, minutes: 21, pence: 840 }],
    ['two long and one short', [1800, 3600, 300], 2400, { readers: 2, minutes: 90, pence: 3600 }],
    ['a place that has set no pay', [1800], null, { readers: 1, minutes: 30, pence: null }],
  ])('%s', (_, seconds, hourly, owed) => {
    expect(owedTo(seconds, hourly)).toEqual(owed)
  })
})
