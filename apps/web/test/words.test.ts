// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const FOLDER = join(import.meta.dirname, '../src/words')
const LANGUAGES = ['en', 'nl'] as const

/** Words that a council's portal would say and this one never does (peers' vocabulary, ux 5.7). */
const FORBIDDEN: Record<(typeof LANGUAGES)[number], RegExp> = {
  en: /\b(bid|bids|bidder|bidders|bidding|tender|tenders|tendering|suppliers?|vendors?|beneficiar(y|ies)|service users?|stakeholders?|innovation hub|callouts?|sortition|unlock\w*|empower\w*|seamless\w*|EOD|click here)\b/i,
  nl: /\b(aanbesteding(en)?|leveranciers?|begunstigden?|stakeholders?|doelgroep(en)?|naadloos|u|uw|klik hier)\b/i,
}

const filesOf = (language: string): string[] => readdirSync(join(FOLDER, language)).sort()

/** Every sentence of a catalogue under its dotted key. */
function flat(value: unknown, key = ''): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[key, String(value)]]
  return Object.entries(value).flatMap(([name, inner]) =>
    flat(inner, key ? `${key}.${name}` : name),
  )
}

const read = (language: string, file: string): Map<string, string> =>
  new Map(flat(JSON.parse(readFileSync(join(FOLDER, language, file), 'utf8'))))

const placeholders = (sentence: string): string[] =>
  [...sentence.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1] ?? '').sort()

/** A key written twice in one object is silently lost by JSON.parse. */
function repeated(text: string): string[] {
  const lost: string[] = []
  const levels: Set<string>[] = []
  for (const [token, key] of text.matchAll(/[{}]|"((?:[^"\\]|\\.)*)"(?:\s*:)?/g)) {
    if (token === '{') levels.push(new Set())
    else if (token === '}') levels.pop()
    else if (token.endsWith(':') && key !== undefined) {
      if (levels.at(-1)?.has(key)) lost.push(key)
      levels.at(-1)?.add(key)
    }
  }
  return lost
}

describe('whoever reads Dutch and whoever reads English', () => {
  it('have the same catalogues', () => {
    expect(filesOf('nl')).toEqual(filesOf('en'))
  })

  it('read a part of a catalogue without hiding words of the whole', () => {
    for (const file of filesOf('en').filter((name) => name.includes('+'))) {
      const top = (name: string) =>
        Object.keys(JSON.parse(readFileSync(join(FOLDER, 'en', name), 'utf8')))
      const whole = top(`${file.split('+')[0]}.json`)
      expect(top(file).filter((key) => whole.includes(key))).toEqual([])
    }
  })

  describe.each(filesOf('en'))('%s', (file) => {
    const en = read('en', file)
    const nl = read('nl', file)

    it('has every sentence in both languages', () => {
      expect([...nl.keys()].sort()).toEqual([...en.keys()].sort())
    })

    it('fills the same gaps in both languages', () => {
      const gaps = (words: Map<string, string>) =>
        [...words].map(([key, sentence]) => `${key}: ${placeholders(sentence)}`).sort()
      expect(gaps(nl)).toEqual(gaps(en))
    })

    it.each(LANGUAGES)(
      'has no empty sentence, stray space, lost key or word we do not use (%s)',
      (language) => {
        const wrong = [...read(language, file)].filter(
          ([, sentence]) =>
            sentence.trim() === '' ||
            sentence !== sentence.trim() ||
            FORBIDDEN[language].test(sentence),
        )
        expect(wrong).toEqual([])
        expect(repeated(readFileSync(join(FOLDER, language, file), 'utf8'))).toEqual([])
      },
    )
  })
})

describe('the checks themselves', () => {
  it('find a forbidden word, a double key and a gap', () => {
    expect(FORBIDDEN.en.test('Ask our stakeholders')).toBe(true)
    expect(FORBIDDEN.nl.test('Vul uw naam in')).toBe(true)
    expect(FORBIDDEN.en.test('a tenderly written forbidden')).toBe(false)
    expect(repeated('{"a": {"b": "x: {y}", "c": "1"}, "b": "2", "a": "3"}')).toEqual(['a'])
    expect(placeholders('From {{from}} to {{ to }}')).toEqual(['from', 'to'])
  })
})
