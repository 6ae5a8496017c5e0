import type { SqueezeOut, SqueezeOutBrief } from '@howcanwe/shared/squeeze-outs'
import { SQUEEZE_OUTS } from '@howcanwe/shared/squeeze-outs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkBrief } from './brief.rules.ts'
import { judgeWindow } from './open-window.rules.ts'
import { CATALOGUE } from './squeeze-outs.catalogue.ts'
import { checkText, PLAIN_WEEK } from './squeeze-outs.rules.ts'

const MONDAY = { at: new Date('2026-03-02T09:00:00Z'), calendar: PLAIN_WEEK }
const CLEAN: SqueezeOutBrief = {
  question: 'How can we make a break from caring something you can plan on?',
  summary: 'Carers cancel breaks because nobody can say when one will come.',
  payWhen: 'In cash or by bank, on the day of each session.',
  eligibility: ['Do you work with carers in Elmside?'],
  criteria: [{ name: 'Fit', goodLooksLike: 'Carers helped to write it.' }],
  constraints: [{ what: 'The budget ends in March.' }],
  participationPence: 500_000,
  backfillPence: 900_000,
  hoursPerMonth: 8,
  closesAt: new Date('2026-04-17T17:00:00Z'),
}

type Case = [
  code: SqueezeOut,
  text: string,
  harmless: string,
  brief: Partial<SqueezeOutBrief>,
  pointer: string,
]

/** Each of the twelve: found in words, not found in words close to them, found in a brief, and where. */
const CASES: Case[] = [
  [
    'turnover',
    'A minimum turnover of £200,000 is required.',
    'There is no minimum turnover.',
    { eligibility: ['Is your turnover at least £200,000?'] },
    'eligibility/0',
  ],
  [
    'audited-accounts',
    'Attach your audited accounts.',
    'Accounts may be independently examined or audited.',
    { eligibility: ['Can you send audited accounts for two years?'] },
    'eligibility/0',
  ],
  [
    'papers-before-award',
    'You must have public liability insurance when you apply.',
    'You must have public liability insurance by the start of the work.',
    { eligibility: ['Do you hold public liability insurance of £5 million?'] },
    'eligibility/0',
  ],
  [
    'unrelated-requirement',
    'Mentors must hold a CSCS card.',
    'Roofers must hold a CSCS card for this construction work.',
    { constraints: [{ what: 'Every partner must be Constructionline approved.' }] },
    'constraints/0/what',
  ],
  [
    'merging-or-size',
    'Only consortia may apply.',
    'Consortia may apply, and so may one group.',
    { eligibility: ['Do you have at least 10 paid staff?'] },
    'eligibility/0',
  ],
  [
    'answer-burden',
    'Answer in up to 2,000 words.',
    'Answer in up to 500 words.',
    { criteria: [{ name: 'Plan', goodLooksLike: 'Submit a business plan for three years.' }] },
    'criteria/0/goodLooksLike',
  ],
  [
    'open-window',
    'You have two weeks to respond.',
    'You have six weeks to respond.',
    { closesAt: new Date('2026-03-20T17:00:00Z') },
    'closesAt',
  ],
  [
    'arrears-only',
    'Payment is quarterly in arrears.',
    'Half is paid in advance, the rest in arrears.',
    { payWhen: 'At the end of the project.' },
    'payWhen',
  ],
  [
    'unpaid-time',
    'Taking part in the workshops is unpaid.',
    'Nobody takes part in the workshops unpaid.',
    { backfillPence: 0 },
    'backfillPence',
  ],
  [
    'named-solution',
    'The work is to be delivered by Harbour Homes Ltd.',
    'The work is to be delivered by people who live here.',
    { summary: 'We want an app that tells carers when a break comes free.' },
    'summary',
  ],
  [
    'one-lot',
    'A single provider will be appointed.',
    'A single provider will be appointed for each lot.',
    { summary: 'We will appoint one provider for the whole town.' },
    'summary',
  ],
  [
    'track-record',
    'Give three references from councils.',
    'We do not ask for references from councils.',
    { eligibility: ['Do you have five years of experience with council contracts?'] },
    'eligibility/0',
  ],
]

const codesOf = (found: readonly { code: SqueezeOut }[]) => [...new Set(found.map((f) => f.code))]

describe('the twelve findings of FR-02', () => {
  it('are all here, in order', () => {
    expect(CASES.map(([code]) => code)).toEqual(SQUEEZE_OUTS)
  })

  it.each(CASES)('%s is found in: %s', (code, text) => {
    const [found, ...more] = checkText(text, 'en')
    expect(more).toEqual([])
    expect(found).toMatchObject({ code, pointer: null, quote: text })
    expect(found?.source).toEqual(CATALOGUE[code].source.en)
  })

  it.each(CASES)('%s is not found in words as close as: %s', (_code, _text, harmless) => {
    expect(checkText(harmless, 'en')).toEqual([])
  })

  it.each(CASES)('%s is found in a brief, and where', (code, _text, _harmless, part, pointer) => {
    const found = checkBrief({ ...CLEAN, ...part }, MONDAY)
    expect(found.map((f) => [f.code, f.pointer])).toEqual([[code, `#/body/${pointer}`]])
  })

  it('are none of them found in a fair brief', () => {
    expect(checkBrief(CLEAN, MONDAY)).toEqual([])
  })

  it('are none of them held against a brief nobody has written yet', () => {
    expect(checkBrief({}, MONDAY)).toEqual([])
  })
})

describe('time that is asked and not paid', () => {
  it('weighs less for residents, who may not be asked at all', () => {
    const found = checkBrief({ ...CLEAN, participationPence: 0 }, MONDAY)
    expect(found.map((f) => [f.pointer, f.severity])).toEqual([
      ['#/body/participationPence', 'amber'],
    ])
  })
  it('is no matter where no time is asked', () => {
    expect(checkBrief({ ...CLEAN, hoursPerMonth: null, backfillPence: 0 }, MONDAY)).toEqual([])
  })
})

describe('how long an ask is open', () => {
  it.each<[string, string, string | undefined, string]>([
    ['2026-03-02', '2026-03-30', undefined, 'twenty working days'],
    ['2026-03-02', '2026-03-27', 'red', 'nineteen'],
    ['2026-07-20', '2026-08-28', 'amber', 'thirty, but ten without August'],
    ['2026-06-01', '2026-08-03', undefined, 'enough before August'],
    ['2026-12-01', '2026-12-30', 'amber', 'twenty-one, but not without the last days of December'],
    ['2026-12-21', '2027-01-05', 'red', 'eleven'],
  ])('from %s to %s: %s (%s)', (from, to, expected) => {
    expect(judgeWindow(PLAIN_WEEK, from, to)).toBe(expected)
  })

  it('counts by the place: a public holiday is no day to answer on', () => {
    const calendar = { ...PLAIN_WEEK, holidays: ['2026-03-17'] }
    expect(judgeWindow(calendar, '2026-03-02', '2026-03-30')).toBe('red')
  })
})

describe('a list under a heading', () => {
  it('says what its heading says', () => {
    const asked = 'Send with your bid:\n• your safeguarding policy\n• two references from clients'
    expect(codesOf(checkText(asked, 'en'))).toEqual(['papers-before-award', 'track-record'])
    expect(checkText(asked.replace('Send', 'We do not ask you to send'), 'en')).toEqual([])
  })
})

describe('background told by whoever asks', () => {
  it('may name the provider there is; an ask may not', () => {
    const text = 'The service is to be delivered by Harbour Homes Ltd.'
    expect(checkBrief({ ...CLEAN, whyNow: text }, MONDAY)).toEqual([])
    expect(codesOf(checkBrief({ ...CLEAN, summary: text }, MONDAY))).toEqual(['named-solution'])
  })
})

describe('whatever is pasted', () => {
  it('is read, three findings of a kind at most, in the order of the rule', () => {
    const long = CASES.map(([, text]) => text).join('\n')
    const found = checkText(Array.from({ length: 40 }, () => long).join('\n'), 'en')
    const order = found.map((f) => SQUEEZE_OUTS.indexOf(f.code))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(codesOf(found)).toHaveLength(12)
    for (const code of SQUEEZE_OUTS)
      expect(found.filter((f) => f.code === code).length).toBeLessThanOrEqual(3)
  })

  it('never breaks the reader', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...CASES.map(([, text]) => text), '&#xFFFFFF;', ':\n', '\u0000', 'no '),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const language of ['en', 'nl', undefined] as const)
          for (const found of checkText(pieces.join(' '), language))
            expect(SQUEEZE_OUTS).toContain(found.code)
      }),
      { numRuns: 200 },
    )
  })

  it('is read once over, however many of its sentences are found', () => {
    const text = Array.from({ length: 2400 }, (_, i) => `A single provider ${i}.`).join(' ')
    expect(checkText(text, 'en')).toHaveLength(3)
  }, 5000)

  it.each(['a', ' ', 'no ', '1,', 'Aa ', 'turnover ', 'insurance policy ', 'must have ', 'é'])(
    'is read through however it repeats itself: %j',
    (unit) => {
      const text = unit.repeat(Math.floor(60_000 / unit.length))
      for (const language of ['en', 'nl'] as const)
        expect(checkText(text, language).length).toBeLessThanOrEqual(36)
    },
    5000,
  )
})
