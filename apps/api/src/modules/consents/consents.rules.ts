import type { Purpose, Wording } from '@howcanwe/shared/consents'
import { SOMEONE, WORDINGS, type WordingVersion } from './consents.wordings.ts'

export type Language = 'en' | 'nl'

/** Words are kept in the language the reader reads; anything we have no words in is English. */
export const languageOf = (language: string): Language => (language === 'nl' ? 'nl' : 'en')

/** The words of a purpose that are shown today: the first of its entries. */
const current = (purpose: Purpose): WordingVersion | undefined =>
  WORDINGS.find((w) => w.purpose === purpose)

/** For forms that do not say which version they showed, because there has been one only. */
export const currentVersion = (purpose: Purpose): string => current(purpose)?.version ?? ''

const LANGUAGES = ['en', 'nl'] as const

/** A purpose's words for whoever asks, in one language or both. */
export function shownToday(purpose: Purpose, only?: Language): Wording[] {
  const wording = current(purpose)
  const languages = only ? [only] : LANGUAGES
  if (!wording) return []
  const { version } = wording
  return languages.map((language) => ({
    purpose,
    version,
    language,
    sentences: [...wording[language].sentences],
    someone: wording[language].someone ?? SOMEONE[language],
    withdrawing: wording[language].withdrawing,
  }))
}

/** The words of one version, also one that is no longer shown. */
export const wordingOf = (purpose: Purpose, version: string): WordingVersion | undefined =>
  WORDINGS.find((w) => w.purpose === purpose && w.version === version)

/** The whole text as it stood before the person, with the name they read. */
export function asShown(wording: WordingVersion, language: Language, name: string): string {
  const sentences = wording[language].sentences.join('\n')
  return sentences.replaceAll('{name}', () => name || SOMEONE[language])
}

/** What taking a consent back would do; null where it was taken back, or is no more than a statement. */
export const effectOf = (
  c: { purpose: Purpose; wordingVersion: string; withdrawnAt: Date | null },
  language: Language,
): string | null =>
  c.withdrawnAt ? null : (wordingOf(c.purpose, c.wordingVersion)?.[language].withdrawing ?? null)
