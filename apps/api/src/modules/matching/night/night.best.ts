import type { Found } from '../matching.search.queries.ts'

const before = (a: Found, b: Found): boolean =>
  a.score !== b.score
    ? a.score > b.score
    : a.sure !== b.sure
      ? a.sure > b.sure
      : a.place !== b.place
        ? a.place < b.place
        : a.id < b.id

/** The best so many of whoever is offered; each once, at its best. */
export interface Best {
  found: Found[]
  /** The least score that can still get in. */
  floor: () => number
  offer: (candidate: Found) => void
}

export function bestOf(most: number): Best {
  const found: Found[] = []
  const floor = () => (found.length < most ? 0 : (found.at(-1)?.score ?? 0))
  const offer = (candidate: Found) => {
    if (candidate.score < floor() || found.some((f) => f.id === candidate.id)) return
    const at = found.findIndex((f) => before(candidate, f))
    found.splice(at < 0 ? found.length : at, 0, candidate)
    if (found.length > most) found.pop()
  }
  return { found, floor, offer }
}

/** The best so many, and the best so many of the small, which the order of a list may need (FR-04). */
export function bestAndSmall(most: number) {
  const [all, small] = [bestOf(most), bestOf(most)]
  return {
    /** Whether somebody with this score could still get in. */
    canEnter: (score: number, isSmall: boolean) =>
      score >= all.floor() || (isSmall && score >= small.floor()),
    offer: (candidate: Found) => {
      all.offer(candidate)
      if (candidate.small) small.offer(candidate)
    },
    found: (): Found[] => [...new Set([...all.found, ...small.found])],
  }
}
