import { alike, isCopiedTooOften, sharedSentences } from '@howcanwe/shared/cohorts'

interface Written {
  outcome: 'chosen' | 'not-this-time' | null
  reason: string
  criteria: Record<string, string>
}

export interface Copied {
  /** As it was first typed. */
  sentence: string
  /** Organisations that would read it. */
  count: number
  /** So many of those not chosen that it is refused. */
  tooOften: boolean
}

/** A word or two may be the same for many. */
const SENTENCE_FROM = 15

const sentencesOf = (one: Written): string[] =>
  [one.reason, ...Object.values(one.criteria)].filter((s) => [...s.trim()].length >= SENTENCE_FROM)

/** Sentences that more than one organisation would read, the most copied first (FR-10). */
export function copiesIn(all: readonly Written[]): Copied[] {
  const counts = sharedSentences(all.map(sentencesOf))
  const notChosen = all.filter((one) => one.outcome === 'not-this-time')
  const countsNot = sharedSentences(notChosen.map(sentencesOf))
  const asTyped = new Map(
    all
      .flatMap(sentencesOf)
      .reverse()
      .map((s) => [alike(s), s.trim()]),
  )
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => ({
      sentence: asTyped.get(key) ?? '',
      count,
      tooOften: isCopiedTooOften(countsNot.get(key) ?? 0, notChosen.length),
    }))
}
