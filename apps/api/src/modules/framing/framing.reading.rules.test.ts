import { describe, expect, it } from 'vitest'
import { readingAge } from './framing.reading.rules.ts'

const PLAIN_EN =
  'The bus stops at six. My mum works till nine. She walks home in the dark with her bags. We want a way home that is safe and does not cost a lot. Tell us what you would do.'
const HARD_EN =
  'Residents experience considerable difficulty accessing appropriate accommodation, necessitating comprehensive organisational reconfiguration of statutory responsibilities, interdepartmental communication arrangements and accountability mechanisms across participating institutions, irrespective of geographical administrative boundaries.'
const PLAIN_NL =
  'De bus stopt om zes uur. Mijn moeder werkt tot negen uur. Ze loopt in het donker naar huis met haar tas. We willen een weg naar huis die veilig is en niet veel kost. Zeg wat jij zou doen.'
const HARD_NL =
  'Bewoners ondervinden aanzienlijke belemmeringen bij het verkrijgen van passende huisvesting, hetgeen een omvattende organisatorische herstructurering van wettelijke verantwoordelijkheden, interdepartementale communicatielijnen en verantwoordingsmechanismen binnen deelnemende instellingen onontkoombaar maakt.'

describe('the age at which most people can read a text', () => {
  it.each([
    ['plain English', PLAIN_EN, 'en', 6, 9],
    ['official English', HARD_EN, 'en', 20, 25],
    ['plain Dutch', PLAIN_NL, 'nl', 10, 10],
    ['official Dutch', HARD_NL, 'nl', 19, 19],
  ] as const)('%s', (_, text, language, from, to) => {
    const age = readingAge(text, language)
    expect(age).toBeGreaterThanOrEqual(from)
    expect(age).toBeLessThanOrEqual(to)
  })

  it.each([
    ['nothing', ''],
    ['one sentence', 'How can we keep halls open when people are free?'],
    ['signs', '!!! ??? ... '.repeat(40)],
  ])('is not guessed from %s', (_, text) => {
    expect(readingAge(text, 'en')).toBeNull()
    expect(readingAge(text, 'nl')).toBeNull()
  })

  it('follows the formula: a text of one-syllable words in sentences of ten', () => {
    const sentence = 'The cat sat on the mat and saw a dog. '
    // 0.39 × 10 + 11.8 × 1 − 15.59 + 5 = 5.11, and nobody reads before six
    expect(readingAge(sentence.repeat(4), 'en')).toBe(6)
  })
})
