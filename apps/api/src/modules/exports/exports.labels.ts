import { THEMES, type Theme } from '@howcanwe/shared/places'
import { en } from './exports.labels.en.ts'
import { nl } from './exports.labels.nl.ts'

/** Names of codes, by language. */
export const LABELS = { en, nl } as const

/** A theme by its code or by its name in either language, in any case. */
export function themeNamed(name: string): Theme | undefined {
  const meant = name.trim().toLowerCase()
  return THEMES.find((code) =>
    [code, en.themes[code], nl.themes[code]].some((known) => known.toLowerCase() === meant),
  )
}
