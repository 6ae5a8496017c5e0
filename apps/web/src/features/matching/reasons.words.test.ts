import { PARTS, REASONS } from '@howcanwe/shared/matching'
import { describe, expect, it } from 'vitest'
import en from '../../words/en/matching.json' with { type: 'json' }
import enFitting from '../../words/en/matching+fitting.json' with { type: 'json' }
import nl from '../../words/nl/matching.json' with { type: 'json' }
import nlFitting from '../../words/nl/matching+fitting.json' with { type: 'json' }

const catalogues = {
  en: { ...en, ...enFitting },
  nl: { ...nl, ...nlFitting },
}
const JARGON = /score|match|algorit|eligib|stakeholder|beneficiar|supplier/i
/** '{{themes}}' and the like, in any order. */
const factsIn = (sentence: string): string[] => (sentence.match(/\{\{\w+\}\}/g) ?? []).toSorted()

describe.each(['en', 'nl'] as const)('every reason in %s (J-10)', (language) => {
  const { reasons, yours, parts, match, fitting } = catalogues[language]

  it.each(REASONS)('%s can be said out loud, of somebody and to somebody', (code) => {
    for (const sentence of [reasons[code], yours[code]]) {
      expect(sentence).toMatch(/\.$/)
      expect(sentence).not.toMatch(JARGON)
      expect(sentence.split(/\s+/).length).toBeLessThan(25)
    }
  })

  it('names no fact that the other language leaves out', () => {
    const other = catalogues[language === 'en' ? 'nl' : 'en']
    for (const code of REASONS) {
      expect([code, factsIn(reasons[code])]).toEqual([code, factsIn(other.reasons[code])])
      expect([code, factsIn(yours[code])]).toEqual([code, factsIn(other.yours[code])])
    }
  })

  it.each(PARTS)('the part %s has a name and says what one answer would settle', (part) => {
    for (const words of [parts[part], match.settle[part], fitting.parts[part]])
      expect(words).not.toBe('')
    expect(fitting.settle[part]).toMatch(/\.$/)
  })
})
