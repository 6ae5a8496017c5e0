import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

/** Languages the interface is written in; each named in itself. */
export const LANGUAGES = [
  { code: 'en', name: 'English' },
  { code: 'nl', name: 'Nederlands' },
] as const
export type Language = (typeof LANGUAGES)[number]['code']

/** Words that every page needs, whatever it is about. */
const ALWAYS = ['ui', 'layout']
const COOKIE = 'lang'
const YEAR_S = 31_536_000

/**
 * Where the words of the pages in `router.tsx` lie. The names of all other catalogues come with the first page that
 * reads one: a first view carries no list of what it does not show (decision 17).
 */
const early = import.meta.glob<{ default: object }>(
  '../words/*/{ui,layout,home,challenges,challenges+list,challenges+page,codesign,codesign+group,help,identity,places,places+page,questions,problems}.json',
)

const fileOf = async (language: string, name: string): Promise<object> => {
  const path = `../words/${language}/${name}.json`
  const load = early[path] ?? (await import('./further-words.ts')).catalogues[path]
  if (!load) throw new Error(`No words for ${language}/${name}`)
  return (await load()).default
}

/**
 * Brings a catalogue. `challenges+composer` is a part of `challenges` in a file of its own, which only the pages
 * that name it pay for: its words are read as `challenges`, so that no component knows of the cut.
 */
async function bring(i18n: I18n, language: string, ns: string): Promise<object> {
  const [whole = ns, part] = ns.split('+')
  if (part === undefined) return fileOf(language, ns)
  const [words, more] = await Promise.all([fileOf(language, whole), fileOf(language, ns)])
  i18n.addResourceBundle(language, whole, { ...words, ...more }, true, true)
  return more
}

export const isLanguage = (code: string | undefined): code is Language =>
  LANGUAGES.some((language) => language.code === code)

/** The language asked for: the cookie, else the first of `wished` we speak, else English. Pure. */
export function languageFrom(cookies: string, wished: readonly string[] = []): Language {
  const kept = /(?:^|;\s*)lang=([a-z]{2})/.exec(cookies)?.[1]
  if (isLanguage(kept)) return kept
  return wished.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'
}

/** An i18n of our own, ready when its everyday words are there. One per browser, per server request, per test. */
export async function createI18n(language: Language): Promise<I18n> {
  const i18n = createInstance()
  await i18n
    .use({
      type: 'backend',
      init: () => {},
      read: (lng: string, ns: string, done: (error: unknown, words: object | false) => void) => {
        bring(i18n, lng, ns).then(
          (words) => done(null, words),
          (error: unknown) => done(error, false),
        )
      },
    })
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: LANGUAGES.map(({ code }) => code),
      fallbackLng: false,
      ns: ALWAYS,
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    })
  return i18n
}

/** Changes the language where the person is, and remembers it. For handlers only. */
export async function switchLanguage(i18n: I18n, language: Language): Promise<void> {
  await i18n.changeLanguage(language)
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads it before any script runs
  document.cookie = `${COOKIE}=${language}; path=/; max-age=${YEAR_S}; samesite=lax`
}

const waits = new WeakMap<I18n, Map<string, Promise<void>>>()

/** A promise that React sees is kept already, so that nothing waits for it. */
const READY: Promise<void> = Object.assign(Promise.resolve(), { status: 'fulfilled' })

const missingIn = (i18n: I18n, namespaces: readonly string[]): string[] =>
  namespaces.filter((ns) => !i18n.hasResourceBundle(i18n.language, ns))

/** A promise, always the same one, for words that are not here yet; kept already when all are. For `use`. */
export function wordsFor(i18n: I18n, namespaces: readonly string[]): Promise<void> {
  const missing = missingIn(i18n, namespaces)
  if (missing.length === 0) return READY
  const known = waits.get(i18n) ?? new Map<string, Promise<void>>()
  waits.set(i18n, known)
  const key = `${i18n.language}:${missing.join()}`
  const wait =
    known.get(key) ??
    i18n.loadNamespaces(missing).then(() => {
      if (missingIn(i18n, missing).length === 0) return
      known.delete(key)
      throw new Error(`Words did not arrive: ${missing.join()}`)
    })
  known.set(key, wait)
  return wait
}
