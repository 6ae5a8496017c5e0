import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { instant, text, wholeDay } from './codecs.ts'

describe('a moment somebody sends', () => {
  it.each([
    ['2027-03-30T18:00:00Z', true],
    ['2027-03-30T19:00:00+01:00', true],
    ['0000-01-01T00:00:00Z', false],
    ['9999-12-31T23:59:00Z', false],
    ['1899-12-31T23:59:59Z', false],
    ['next Tuesday', false],
  ])('%s is within the years people mean: %s', (sent, ok) => {
    expect(z.safeDecode(instant, sent).success).toBe(ok)
  })
})

describe('words somebody types', () => {
  it.each([
    ['  Amina  ', 'Amina'],
    ['one\r\ntwo', 'one\ntwo'],
    ['e\u0301t\u00e9', 'été'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(z.parse(text({ max: 20 }), typed)).toBe(kept)
  })
  it.each([
    ['a NUL', 'a\u0000b', 'hidden_characters'],
    ['marks that turn text around', 'a\u202eb', 'hidden_characters'],
    ['nothing but spaces', '   ', 'too_short:1'],
    ['what nobody can see', '\u200b\u2060 \u00ad\u3164\u2800', 'too_short:1'],
    ['one sign too many, counted as people do', '👩‍👩'.repeat(7), 'too_long:20'],
  ])('%s is refused', (_, typed, why) => {
    const result = z.safeParse(text({ max: 20 }), typed)
    expect(result.error?.issues.map((issue) => issue.message)).toContain(why)
  })
})

it('a whole day is a real one', () => {
  expect(z.safeParse(wholeDay, '2027-02-29').success).toBe(false)
  expect(z.safeParse(wholeDay, '2028-02-29').success).toBe(true)
})
