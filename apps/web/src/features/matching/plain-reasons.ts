import type { Match } from '@howcanwe/shared/matching'

export type Part = Match['parts'][number]
export type ReasonWithFacts = Part['reasons'][number]

const AT_LEAST = 2
const AT_MOST = 3

const byPoints = (parts: readonly Part[]): Part[] => parts.toSorted((a, b) => b.points - a.points)

/** The same people are named once, though they may count for two parts. */
const onceEach = (reasons: readonly ReasonWithFacts[]): ReasonWithFacts[] =>
  reasons.filter(
    ({ facts }, i) =>
      facts.community === undefined ||
      reasons.findIndex((r) => r.facts.community === facts.community) === i,
  )

/**
 * The reasons worth saying first: those that brought most points, one of each part and then the next. Where fewer
 * than two speak for somebody, what we know that speaks against them fills up; what we do not know never does.
 */
export function plainReasons(match: Pick<Match, 'parts'>): ReasonWithFacts[] {
  const known = byPoints(match.parts.filter((p) => p.value !== null))
  const good = known.filter((p) => p.points > 0)
  const firsts = good.flatMap((p) => p.reasons.slice(0, 1))
  const seconds = good.flatMap((p) => p.reasons.slice(1))
  const against = known.filter((p) => p.points === 0).flatMap((p) => p.reasons)
  const best = onceEach([...firsts, ...seconds]).slice(0, AT_MOST)
  return best.length >= AT_LEAST ? best : [...best, ...against].slice(0, AT_LEAST)
}
