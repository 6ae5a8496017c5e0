import type { FittingChallenge } from '@howcanwe/shared/matching'
import { SKILL_NAMES } from '../organisations/index.ts'
import { THEME_NAMES } from '../places/index.ts'
import { REASON_WORDS } from './alerts.reasons.words.ts'

type Parts = Pick<FittingChallenge, 'parts'>
export type ReasonWithFacts = FittingChallenge['parts'][number]['reasons'][number]

/** The reason that speaks most for a challenge: of the part with most points, the first that speaks for it at all. */
export function firstReason({ parts }: Parts): ReasonWithFacts | null {
  const good = parts.filter((p) => p.points > 0).toSorted((a, b) => b.points - a.points)
  const speaking = good.flatMap((p) => p.reasons).filter((r) => r.code in REASON_WORDS.en)
  return speaking[0] ?? null
}

/**
 * Worth an email, not only a line on their page: whoever is known to work elsewhere, with nobody it is about, is left
 * in peace. Who has named no neighbourhood is not known to work elsewhere.
 */
export const isWorthAnEmail = ({ parts }: Parts, namesAreas: boolean): boolean =>
  !namesAreas || parts.find((p) => p.part === 'reach')?.value !== 0

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** Facts as the reader's own page says them: names of themes hold an "and" of their own, so commas alone part them. */
function shown(language: 'en' | 'nl', name: string, fact: string | number | string[]): string {
  const named = { themes: THEME_NAMES, skills: SKILL_NAMES }[name]
  const labels: Readonly<Record<string, string>> | undefined = named?.[language]
  if (typeof fact === 'number') return fact.toLocaleString(language === 'nl' ? 'nl' : 'en-GB')
  if (typeof fact === 'string') return fact.trim().replaceAll(/\s+/g, ' ')
  if (labels) return fact.map((code) => lowered(labels[code] ?? code)).join(', ')
  return new Intl.ListFormat(language === 'nl' ? 'nl' : 'en-GB').format(fact)
}

/**
 * A reason in the reader's language, named for one of several organisations where they read for more than one.
 *
 * @param organisation its name; null where they read for one alone
 */
export function reasonIn(
  given: string,
  { code, facts }: ReasonWithFacts,
  organisation: string | null,
): string {
  const language = given === 'nl' ? 'nl' : 'en'
  const sentence = (REASON_WORDS[language][code] ?? '').replaceAll(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => shown(language, name, facts[name] ?? ''),
  )
  if (organisation === null) return sentence
  return `${language === 'nl' ? 'Voor' : 'For'} ${organisation}: ${lowered(sentence)}`
}
