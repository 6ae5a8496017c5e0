import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FittingChallenge } from '@howcanwe/shared/matching'
import { describe, expect, it } from 'vitest'
import {
  firstReason,
  isWorthAnEmail,
  type ReasonWithFacts,
  reasonIn,
} from './alerts.reasons.rules.ts'
import { REASON_WORDS } from './alerts.reasons.words.ts'

const screen = (language: string, name: string) =>
  JSON.parse(
    readFileSync(
      fileURLToPath(new URL(`../../../../web/src/words/${language}/${name}.json`, import.meta.url)),
      'utf8',
    ),
  )

describe.each(['en', 'nl'] as const)('an email in %s', (language) => {
  it('says why in the words of their own page', () => {
    expect(screen(language, 'matching+fitting').yours).toMatchObject(REASON_WORDS[language])
  })
})

type Part = FittingChallenge['parts'][number]
const part = (more: Partial<Part>): Part => ({
  part: 'theme',
  weight: 25,
  value: 1,
  points: 25,
  reasons: [{ code: 'themes-shared', facts: { themes: ['carers'], of: 1 } }],
  ...more,
})
const areas = (value: number, code: 'areas-covered' | 'areas-none') =>
  part({ part: 'reach', value, points: value * 25, reasons: [{ code, facts: { areas: ['Elm'] } }] })

describe('the first reason', () => {
  it('is of the part that brings most', () => {
    const facts = { community: 'carers', people: 1200 }
    const reach: ReasonWithFacts = { code: 'reach-trusted', facts }
    const parts = [part({ points: 10 }), part({ part: 'reach', points: 20, reasons: [reach] })]
    expect(firstReason({ parts })).toBe(reach)
  })

  it('is never one that speaks against: words in common, not "no theme in common"', () => {
    const words: ReasonWithFacts = { code: 'words-shared', facts: { words: ['boiler'] } }
    const none: ReasonWithFacts = { code: 'themes-none', facts: {} }
    expect(firstReason({ parts: [part({ reasons: [none, words] })] })).toBe(words)
  })

  it('is none where nothing speaks for it', () => {
    expect(firstReason({ parts: [areas(0, 'areas-none')] })).toBeNull()
  })
})

describe('whoever works in another part of the place', () => {
  const parts = [part({}), areas(0, 'areas-none')]
  it('is not written to, and reads it on their page', () => {
    expect(isWorthAnEmail({ parts }, true)).toBe(false)
  })
  it('is, where they never said where they work', () => {
    expect(isWorthAnEmail({ parts }, false)).toBe(true)
  })
  it('is, where they know the people it is about', () => {
    expect(isWorthAnEmail({ parts: [part({}), areas(0.3, 'areas-covered')] }, true)).toBe(true)
  })
})

it.each([
  ['en', null, 'Your work is about carers, food.'],
  ['nl', null, 'Jullie houden je bezig met mantelzorgers, eten.'],
  ['en', 'Tuesday Carers', 'For Tuesday Carers: your work is about carers, food.'],
  ['nl', 'Dinsdag', 'Voor Dinsdag: jullie houden je bezig met mantelzorgers, eten.'],
])('in %s for %s it reads: %s', (language, organisation, sentence) => {
  const facts = { themes: ['carers', 'food'], of: 2 }
  expect(reasonIn(language, { code: 'themes-shared', facts }, organisation)).toBe(sentence)
})

it('numbers are written as people write them', () => {
  const facts = { community: 'Somali-speaking  carers\n', people: 1200 }
  const reason: ReasonWithFacts = { code: 'reach-trusted', facts }
  expect(reasonIn('en', reason, null)).toContain('Somali-speaking carers, about 1,200.')
  expect(reasonIn('nl', reason, null)).toContain('ongeveer 1.200.')
})
