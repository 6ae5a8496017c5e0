import { describe, expect, it } from 'vitest'
import { createI18n, languageFrom, switchLanguage, wordsFor } from './i18n.ts'

describe('the language of the interface', () => {
  it.each([
    ['lang=nl', ['en-GB'], 'nl'],
    ['a=1; lang=en; b=2', ['nl'], 'en'],
    ['lang=cy', ['nl-BE', 'en'], 'nl'],
    ['xlang=nl', [], 'en'],
    ['', ['fr', 'nl-NL'], 'nl'],
    ['', ['fr'], 'en'],
  ] as const)('with the cookie "%s" and %j wished for is %s', (cookie, wished, language) => {
    expect(languageFrom(cookie, wished)).toBe(language)
  })

  it('changes with all words that are on the screen, and is remembered in a cookie', async () => {
    const i18n = await createI18n('en')
    await wordsFor(i18n, ['problems'])
    await switchLanguage(i18n, 'nl')
    expect(i18n.t('problems:auth.required')).toBe('Log in om dit te doen.')
    expect(i18n.t('layout:signIn')).toBe('Inloggen')
    expect(document.cookie).toContain('lang=nl')
  })

  it('a part of a catalogue is read under the name of the whole, whichever comes first', async () => {
    for (const order of [
      ['challenges', 'challenges+desk'],
      ['challenges+desk', 'challenges'],
    ]) {
      const i18n = await createI18n('en')
      for (const ns of order) await wordsFor(i18n, [ns])
      expect(i18n.exists('challenges:desk.title')).toBe(true)
      expect(i18n.exists('challenges:search.label')).toBe(true)
      await switchLanguage(i18n, 'nl')
      expect(i18n.exists('challenges:desk.title')).toBe(true)
    }
    const reading = await createI18n('en')
    await wordsFor(reading, ['challenges'])
    expect(reading.exists('challenges:desk.title')).toBe(false)
    expect(reading.exists('challenges:search.label')).toBe(true)
  })

  it('waits for words once, and stops for words that do not exist', async () => {
    const i18n = await createI18n('en')
    const ready = wordsFor(i18n, ['ui', 'layout'])
    const waiting = wordsFor(i18n, ['help'])
    expect(waiting).not.toBe(ready)
    expect(wordsFor(i18n, ['help'])).toBe(waiting)
    await waiting
    expect(wordsFor(i18n, ['help'])).toBe(ready)
    await expect(wordsFor(i18n, ['no-such-words'])).rejects.toThrow('no-such-words')
  })
})
