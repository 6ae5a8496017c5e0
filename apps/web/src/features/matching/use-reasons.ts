import type { Match } from '@howcanwe/shared/matching'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../lib/format.ts'
import { plainReasons, type ReasonWithFacts } from './plain-reasons.ts'

/** Who counts as already in: the invited while the question is open, whoever answered once it has closed. */
export type Already = 'invited' | 'answered'

const WHY_PARTS = 2
const lowered = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)

/** Reasons as sentences: to the broker about somebody, and to somebody about themselves. */
export function useReasons(already: Already) {
  const { t, i18n } = useTranslation(['matching', 'places', 'organisations'])
  const { list, number } = useFormats()

  const shown = (name: string, fact: string | number | string[]): string => {
    if (typeof fact === 'number') return number(fact)
    if (typeof fact === 'string') return fact
    // Their names hold an "and" of their own, so commas alone part them.
    if (name === 'themes') return fact.map((f) => lowered(t(`places:themes.${f}`))).join(', ')
    if (name === 'skills')
      return fact.map((f) => lowered(t(`organisations:skills.${f}`))).join(', ')
    return list(fact)
  }
  const factsOf = ({ facts }: ReasonWithFacts) =>
    Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, shown(name, fact)]))

  /** "Nobody else does" is said only where there is somebody else. */
  const keyOf = ({ code, facts }: ReasonWithFacts): string => {
    const others = `matching:reasons.${code}-${already}`
    return Number(facts.pool ?? 0) > 0 && i18n.exists(others) ? others : `matching:reasons.${code}`
  }

  return {
    /** 'They work on carers and older people.' */
    sentence: (reason: ReasonWithFacts): string => t(keyOf(reason), factsOf(reason)),
    /** 'Your work is about carers.' Needs `matching+fitting`. */
    yours: (reason: ReasonWithFacts): string => t(`matching:yours.${reason.code}`, factsOf(reason)),
    /** What an invitation may say: 'You work on carers. You work in Northgate.' */
    why: (match: Pick<Match, 'parts'>): string => {
      const sayable = plainReasons(match).filter((r) => i18n.exists(`matching:why.${r.code}`))
      const said = sayable.slice(0, WHY_PARTS).map((r) => t(`matching:why.${r.code}`, factsOf(r)))
      return said.length > 0 ? said.join(' ') : t('matching:why.none')
    },
  }
}
