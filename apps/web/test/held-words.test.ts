// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HEARD, HOWS } from '@howcanwe/shared/alerts'
import { AUDIT_ACTIONS } from '@howcanwe/shared/audit'
import { STATES } from '@howcanwe/shared/challenges'
import { BLOCS, CONTACT_BY, LADDER, WAYS } from '@howcanwe/shared/codesign'
import { PURPOSES } from '@howcanwe/shared/consents'
import { FORMATS } from '@howcanwe/shared/formats'
import { CHANNELS, LANGUAGES, ROLES } from '@howcanwe/shared/identity'
import { INTEREST_STATES, VOICE_QUESTIONS } from '@howcanwe/shared/interests'
import { POSSIBLE_WITH, SKILLS } from '@howcanwe/shared/organisations'
import { PROTECTION_STATES } from '@howcanwe/shared/protections'
import { READS_AS } from '@howcanwe/shared/readings'
import { REMIND, REPLIES } from '@howcanwe/shared/sessions'
import { SUPPORT_SCOPES, SUPPORT_STATES } from '@howcanwe/shared/supporters'
import { describe, expect, it } from 'vitest'
import {
  ACTS,
  HIDE_REASONS,
} from '../../../packages/shared/src/conversations/conversations.schemas.ts'
import {
  CHOICES,
  ITEM_STATES,
  RATES,
  WHYS,
} from '../../../packages/shared/src/payments/payments.kinds.ts'
import { GRANT_STATES } from '../../../packages/shared/src/roles/roles.schemas.ts'
import { MARKS } from '../../../packages/shared/src/suggestions/suggestions.words.ts'
import { KIND_OF } from '../../api/src/modules/notifications/notifications.kinds.ts'

const WORDS = join(import.meta.dirname, '../src/words')
const API = join(import.meta.dirname, '../../api/src')

const words = (language: string, file: string): object =>
  JSON.parse(readFileSync(join(WORDS, language, `${file}.json`), 'utf8'))

/** What a dotted key says; undefined where there is nothing to read. */
const said = (catalogue: object, key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>(
      (level, step) => (level as Record<string, unknown> | undefined)?.[step],
      catalogue,
    )

const unsaid = (file: string, top: string, codes: readonly string[]): string[] =>
  ['en', 'nl'].flatMap((language) => {
    const all = words(language, file)
    return codes
      .filter((code) => typeof said(all, `${top}.${code}`) !== 'string')
      .map((code) => `${language}: ${code}`)
  })

/** Every file of the API that is not a test. */
const sources = readdirSync(API, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
  .map((name) => readFileSync(join(API, name), 'utf8'))

const actions = Object.entries(AUDIT_ACTIONS).flatMap(([noun, done]) =>
  done.map((what) => `${noun}.${what}`),
)

/** Actions written out whole in the source: `action: 'roles.granted'`. */
const written = sources.flatMap((source) =>
  [...source.matchAll(/\baction: (?:[a-zA-Z. ]+ \? )?'([a-z-]+\.[a-z-]+)'/g)].map(
    ([, a = '']) => a,
  ),
)

describe('whoever asks what is held about them reads it in words (UK GDPR art. 12)', () => {
  it('each thing the source writes into the record stands in the list of them', () => {
    expect(new Set(written).size).toBeGreaterThan(80)
    expect(written.filter((action) => !actions.includes(action))).toEqual([])
  })

  it('each thing the record can say has a sentence in both languages', () => {
    expect(actions.length).toBeGreaterThan(300)
    expect(unsaid('held+did', 'did', actions)).toEqual([])
  })

  it('each kind of letter has a sentence in both languages', () => {
    expect(unsaid('held+letters', 'letters', [...KIND_OF.keys()])).toEqual([])
  })

  it('each kind of row that the sections are made of has words', () => {
    const kinds = readdirSync(join(API, 'personal'))
      .filter((name) => /^held\..*queries\.ts$/.test(name))
      .map((name) => readFileSync(join(API, 'personal', name), 'utf8'))
      .flatMap((source) => [
        ...source.matchAll(/(?:union all |^\s*)select '([a-z-]+[a-z])'(?: as kind)?,/gm),
      ])
      .map(([, kind = '']) => kind)
    expect(new Set(kinds).size).toBeGreaterThan(55)
    expect(unsaid('held', 'values.kinds', kinds)).toEqual([])
    const decided = ['suggestion-kept', 'suggestion-dismissed', 'suggestion-taken-back']
    expect(unsaid('held', 'values.kinds', [...BLOCS, ...decided])).toEqual([])
  })

  it.each([
    ['languages', LANGUAGES],
    ['channels', [...CHANNELS, ...CONTACT_BY]],
    ['formats', FORMATS],
    ['ways', WAYS],
    ['purposes', PURPOSES],
    ['skills', SKILLS],
    ['helps', POSSIBLE_WITH],
    ['how', HOWS],
    ['reasons', WHYS],
    ['roles', ROLES.filter((role) => role !== 'member')],
    ['states', [...REPLIES, ...REMIND, ...ITEM_STATES, ...GRANT_STATES, ...SUPPORT_STATES]],
    ['states', [...STATES, ...PROTECTION_STATES, ...INTEREST_STATES]],
    ['kinds', [...VOICE_QUESTIONS, ...READS_AS]],
    ['things', [...CHOICES, ...SUPPORT_SCOPES, ...HEARD, ...MARKS, ...LADDER]],
    ['things', [...HIDE_REASONS, ...ACTS, ...RATES]],
  ])('%s', (name, codes) => {
    expect(unsaid('held', `values.${name}`, codes)).toEqual([])
  })
})
