import { PURPOSES } from '@howcanwe/shared/consents'
import { describe, expect, it } from 'vitest'
import {
  asShown,
  currentVersion,
  effectOf,
  languageOf,
  shownToday,
  wordingOf,
} from './consents.rules.ts'
import { WORDINGS } from './consents.wordings.ts'

describe('words people agree to', () => {
  it.each(PURPOSES)(
    'for %s are there today, in both languages, as many sentences in each',
    (purpose) => {
      const [en, nl] = shownToday(purpose)
      expect([en?.language, nl?.language]).toEqual(['en', 'nl'])
      expect(nl?.sentences).toHaveLength(en?.sentences.length ?? 0)
      expect((nl?.withdrawing ?? null) === null).toBe((en?.withdrawing ?? null) === null)
      expect(currentVersion(purpose)).toBe(en?.version)
    },
  )

  it('that are agreed to with one press, joining a group, carry one version', () => {
    expect(currentVersion('access-needs')).toBe(currentVersion('take-part'))
  })

  it('have each version of a purpose once', () => {
    const keys = WORDINGS.map((w) => `${w.purpose} ${w.version}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('name whoever runs the group, or say what they are; a name with a $ stays a name', () => {
    const wording = wordingOf('take-part', '2026-11')
    if (!wording) throw new Error('no words')
    expect(asShown(wording, 'nl', 'Yusuf')).toMatch(/^Yusuf mag contact/)
    expect(asShown(wording, 'en', '')).toMatch(/^the person who runs the group may/)
    expect(asShown(wording, 'en', '$& $1')).toMatch(/^\$& \$1 may/)
  })

  it('are not there under a version that never was', () => {
    expect(wordingOf('take-part', '1999-01')).toBeUndefined()
  })
})

it.each([
  ['take-part', null, /leave the group/],
  ['access-needs', null, /destroyed/],
  ['phone', null, /number is deleted/],
  ['declaration', null, null],
  ['access-needs', new Date(), null],
] as const)('taking back %s (withdrawn: %s) does %s', (purpose, withdrawnAt, says) => {
  const effect = effectOf({ purpose, wordingVersion: '2026-11', withdrawnAt }, 'en')
  if (says) expect(effect).toMatch(says)
  else expect(effect).toBeNull()
})

it.each([
  ['nl', 'nl'],
  ['en', 'en'],
  ['so', 'en'],
])('who reads %s gets the words in %s', (reads, words) => {
  expect(languageOf(reads)).toBe(words)
})
