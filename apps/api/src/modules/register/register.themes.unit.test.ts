import { THEMES } from '@howcanwe/shared/places'
import { describe, expect, it } from 'vitest'
import {
  type TagExpression,
  tagsOf,
  themesOfRegisterCodes,
  themesOfTags,
} from './register.themes.ts'

const tag = (code: string, matches: RegExp, unless: RegExp | null = null): TagExpression => ({
  code,
  matches,
  unless,
})

describe('a lunch club is given themes to confirm', () => {
  it('from its tags, the one named most often first', () => {
    expect(themesOfTags(['SW301', 'SW300', 'BE108'])).toEqual(['food', 'older-people'])
  })

  it('from the register codes when there are no tags', () => {
    expect(themesOfRegisterCodes(['105', '202', '207'])).toEqual(['older-people', 'poverty-money'])
  })

  it('and none from a tag that says how it is built and not what it is about', () => {
    expect(themesOfTags(['AS', 'CA200', 'BE', 'PR103', 'XX999'])).toEqual([])
    expect(themesOfRegisterCodes(['101', '117', '206', '207', '310'])).toEqual([])
  })

  it('only from the short list everybody shares', () => {
    const every = themesOfTags(Array.from({ length: 1000 }, (_, n) => `HE${n}`))
    expect(every.every((theme) => (THEMES as readonly string[]).includes(theme))).toBe(true)
  })

  it('by expressions that match its name or activities, whatever the case', () => {
    const tags = [tag('SW300', /\blunch(es)?\b/i), tag('AN101', /\bcats?\b/i)]
    expect(tagsOf(tags, 'MONDAY LUNCH CLUB', 'Company and a hot meal')).toEqual(['SW300'])
  })

  it('but not by one whose exclusion matches too', () => {
    const army = tag('AF101', /\barmy\b/i, /\bsalvation army\b/i)
    expect(tagsOf([army], 'Old Army Comrades', '')).toEqual(['AF101'])
    expect(tagsOf([army], 'Salvation Army Band', '')).toEqual([])
  })

  it('in bounded time, however long the text', () => {
    const slow = tag('RS101', /\b(study|trial) .* (disease|medical)\b/i)
    const began = performance.now()
    expect(tagsOf([slow], 'x', 'study '.repeat(200_000))).toEqual([])
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
