import { FRAMING_REASONS, framingFinding } from '@howcanwe/shared/framing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { EN } from './framing.en.ts'
import { NL } from './framing.nl.ts'
import { checkFraming, framingLanguage } from './framing.rules.ts'
import { FIRST_EN } from './lists/first.en.ts'
import { FIRST_NL } from './lists/first.nl.ts'
import { expectedOf, saidOf } from './lists/measure.ts'

const LISTS = [
  ['English', FIRST_EN],
  ['Dutch', FIRST_NL],
] as const

describe.each(LISTS)('what a colleague would say of questions in %s (CH1)', (_, list) => {
  it.each(list.map((asked) => [asked[0], asked] as const))('%s', (__, asked) => {
    expect(saidOf(asked)).toEqual(expectedOf(asked))
  })

  it('covers at least sixty questions, a third of them fine as they are', () => {
    expect(new Set(list.map(([question]) => question)).size).toBeGreaterThanOrEqual(60)
    expect(list.filter(([, expected]) => expected === '').length * 3).toBeGreaterThan(list.length)
  })
})

const findings = (question: string, summary?: string) => checkFraming({ question, summary })
const only = (question = '', code = '') => findings(question).find((f) => f.code === code)?.rewrite

describe('another wording', () => {
  it.each([
    [
      'solution',
      'How can we build an app for carers?',
      'How can we make an ordinary week easier for carers?',
    ],
    [
      'solution',
      'How can we launch an app for neighbours to report noise?',
      'How can we make it easier for neighbours to report noise?',
    ],
    [
      'solution',
      'How can we use AI to predict which older people will fall?',
      'How can we predict which older people will fall?',
    ],
    ['solution', 'How can we install sensors in every attic?', null],
    [
      'yes_no',
      'Could we keep the baths open on Mondays?',
      'How can we keep the baths open on Mondays?',
    ],
    ['yes_no', 'Should we close the cash office?', null],
    [
      'blame',
      'Why don’t parents come to the drop-in?',
      'How can we make it easier for parents to come to the drop-in?',
    ],
    [
      'too_narrow',
      'How can we bring 400 people in from the cold by December?',
      'How can we bring 400 people in from the cold?',
    ],
    [
      'jargon',
      'How can we utilise empty shops in order to eat together?',
      'How can we use empty shops to eat together?',
    ],
    [
      'solution',
      'Hoe kunnen we AI inzetten om valincidenten te voorspellen?',
      'Hoe kunnen we valincidenten voorspellen?',
    ],
    [
      'solution',
      'Hoe kunnen we een platform bouwen om buren aan te spreken?',
      'Hoe kunnen we buren aanspreken?',
    ],
    ['solution', 'Hoe kunnen we een chatbot laten bouwen voor reparatieverzoeken?', null],
    ['yes_no', 'Kunnen we samen koken in de wijk?', 'Hoe kunnen we samen koken in de wijk?'],
  ])('mends %s in “%s”', (code, question, rewrite) => {
    expect(only(question, code)).toBe(rewrite)
  })

  it('names every word found, and says so when one of them has no plain word', () => {
    const [found] = findings('How can we engage carers through place-based governance?')
    expect(found).toMatchObject({ code: 'jargon', quote: 'place-based, governance', rewrite: null })
  })

  const all = LISTS.flatMap(([, list]) => list)
  it.each(all.map(([question, , summary]) => ({ question, summary })))(
    'of “$question” mends what was found and brings nothing new',
    ({ question, summary }) => {
      const before = checkFraming({ question, summary })
      for (const { code, pointer, rewrite } of before) {
        if (rewrite === null) continue
        const next =
          pointer === '#/body/question'
            ? { question: rewrite, summary }
            : { question, summary: rewrite }
        const codes = checkFraming(next)
          .filter((f) => f.pointer === pointer)
          .map((f) => f.code)
        expect(codes).not.toContain(code)
        expect(before.filter((f) => f.pointer === pointer).map((f) => f.code)).toEqual(
          expect.arrayContaining(codes),
        )
        if (pointer === '#/body/question')
          expect(rewrite).toMatch(/^(How can we|Hoe kunnen we) .{10,}\?$/)
      }
    },
  )
})

describe('the plain summary', () => {
  it('is held to plain words too', () => {
    const found = findings(
      'How can we eat together?',
      'We would like to hear from service users about lunch.',
    )
    expect(found).toMatchObject([
      {
        code: 'jargon',
        pointer: '#/body/summary',
        quote: 'service users',
        rewrite: 'We would like to hear from people who use the service about lunch.',
      },
    ])
  })

  it('may say that people have trouble with an app, a form or a portal', () => {
    expect(
      findings(
        'How can we eat together?',
        'The booking app fails people who have an old phone. Some gave up on the website.',
      ),
    ).toEqual([])
  })

  it('with one endless sentence is shown that sentence', () => {
    const long = `We ${'sit and '.repeat(16)}eat.`
    expect(findings('How can we eat together?', `Hello. ${long}`)).toMatchObject([
      { code: 'hard_to_read', reason: 'long_sentence', quote: long.slice(0, -1) },
    ])
  })
})

describe('the rules themselves', () => {
  it.each([EN, NL])('each say why, look everywhere, and keep no memory', ({ rules }) => {
    for (const rule of rules) {
      expect(rule.why.length).toBeGreaterThan(20)
      expect(FRAMING_REASONS[rule.code]).toContain(rule.reason)
      expect(rule.pattern.flags).toContain('g')
      expect(`${rule.unless?.flags}${rule.notAfter?.flags}`).not.toMatch(/g|y/)
    }
  })

  it('are for the language of the opening words, unless somebody says which', () => {
    expect(framingLanguage('Hoe kunnen we samen eten?')).toBe('nl')
    expect(framingLanguage('Moeten we het loket sluiten?')).toBe('nl')
    expect(framingLanguage('How can we eat together?')).toBe('en')
    expect(framingLanguage('')).toBe('en')
    expect(checkFraming({ question: 'Stakeholders?', language: 'nl' })[0]?.code).toBe('jargon')
  })

  const PARTS = [
    'How can we ',
    'Hoe kunnen we ',
    'build ',
    'an app ',
    'een ',
    'app ',
    'for ',
    'voor ',
    'the ',
    'people ',
    'mensen ',
    'and, ',
    ' ',
    '\n',
    '?',
    '’',
    '-',
    '0',
    '%',
    '£',
    'A',
    'é',
    'service ',
    'use ',
    'to ',
    'om ',
    'te ',
    'maken ',
    'costs ',
    'kosten ',
    'get ',
  ]
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.constantFrom(...PARTS), { maxLength: 120 }).map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom(...PARTS), fc.integer({ min: 1, max: 1500 }))
      .map(([part, times]) => part.repeat(times)),
  )

  it('never break on anything, and always say something that the contract knows', () => {
    const run = fc.property(
      anything,
      anything,
      fc.constantFrom('en', 'nl', undefined),
      (question, summary, language) => {
        const found = checkFraming({ question, summary, language })
        expect(z.safeParse(z.array(framingFinding), found).success).toBe(true)
        expect(new Set(found.map((f) => f.pointer + f.code)).size).toBe(found.length)
      },
    )
    fc.assert(run, { numRuns: 100 })
  }, 30_000)
})
