import { createRequire } from 'node:module'
import type { createInstance as CreateInstance } from 'i18next'
import { describe, expect, it } from 'vitest'
import { createInstance } from './i18next.ts'

/** The real one, past the alias that puts ours in its place. */
const real = createRequire(import.meta.url)('i18next') as { createInstance: typeof CreateInstance }

const words = {
  en: {
    a: {
      plain: 'Words',
      gap: 'Hello {{name}}, {{ name }} and {{person.first}}',
      odd: 'A $ sign and $1 and {{name}}',
      day_one: '{{count}} day',
      day_other: '{{count}} days',
      some_zero: 'Nobody',
      some_one: 'One',
      some_other: 'Many: {{count}}',
      deep: { er: { still: 'Found' } },
      list: ['One {{name}}', 'Two'],
      empty: '',
    },
    b: { other: 'From b', plain: 'B words' },
  },
  nl: { a: { plain: 'Woorden', day_one: '{{count}} dag', day_other: '{{count}} dagen' }, b: {} },
}
const options = {
  lng: 'en',
  fallbackLng: false as const,
  ns: ['a', 'b'],
  defaultNS: 'a',
  interpolation: { escapeValue: false },
}

const theirs = real.createInstance()
await theirs.init({ ...options, resources: words })
const ours = createInstance()
await ours.init(options)
for (const [language, books] of Object.entries(words)) {
  for (const [ns, book] of Object.entries(books)) ours.addResourceBundle(language, ns, book)
}

const asked: [string | string[], Record<string, unknown>?][] = [
  ['plain'],
  ['b:other'],
  ['deep.er.still'],
  ['deep.er.not'],
  ['a:not.there'],
  ['b:plain'],
  ['gap', { name: 'Ann', person: { first: 'Bo' } }],
  ['gap', { name: '<b>"&' }],
  ['odd', { name: '$&' }],
  ['gap', { name: 0, person: { first: 12.5 } }],
  ['gap'],
  ['day', { count: 1 }],
  ['day', { count: 0 }],
  ['day', { count: 2 }],
  ['day', { count: 1.5 }],
  ['some', { count: 0 }],
  ['some', { count: 1 }],
  ['some', { count: 7 }],
  ['some'],
  [['a:nope', 'b:other']],
  [['a:nope', 'b:neither']],
  ['nope', { defaultValue: 'In its place' }],
  ['list', { returnObjects: true, name: 'Ann' }],
  ['deep', { returnObjects: true }],
  ['unknown-book:key'],
]

describe.each(['en', 'nl'])('our reader says what i18next says (%s)', (language) => {
  it.each(asked)('%j with %j', async (key, gaps) => {
    await Promise.all([theirs.changeLanguage(language), ours.changeLanguage(language)])
    const expected = gaps ? theirs.t(key, gaps) : theirs.t(key)
    expect(ours.t(key, gaps)).toEqual(expected)
  })

  it('also from the point of view of one catalogue', () => {
    expect(ours.getFixedT(null, 'b')('other')).toBe(theirs.getFixedT(null, 'b')('other'))
    expect(ours.getFixedT(null, 'b')('a:plain')).toBe(theirs.getFixedT(null, 'b')('a:plain'))
  })
})

describe('a place that renames a thing', () => {
  it('keeps all other words', async () => {
    const i18n = createInstance()
    await i18n.init({ lng: 'en', ns: ['a'] })
    i18n.addResourceBundle('en', 'a', { who: { asks: 'Commissioner', reads: 'Reader' }, x: 'X' })
    i18n.addResourceBundle('en', 'a', { who: { asks: 'The council' } }, true)
    expect([i18n.t('who.asks'), i18n.t('who.reads'), i18n.t('x')]).toEqual([
      'The council',
      'Reader',
      'X',
    ])
  })
})

describe('the direction of a script', () => {
  it.each([
    ['nl', 'ltr'],
    ['ar', 'rtl'],
    ['ar-EG', 'rtl'],
    ['ur', 'rtl'],
  ] as const)('%s runs %s', async (language, direction) => {
    await Promise.all([theirs.changeLanguage(language), ours.changeLanguage(language)])
    expect(ours.dir()).toBe(direction)
    expect(theirs.dir()).toBe(direction)
  })
})
