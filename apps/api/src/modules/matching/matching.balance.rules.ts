/** Of how many, and how many of those are micro or small. */
export interface Eligible {
  all: number
  small: number
}

const countOf = (ordered: readonly { small: boolean }[]): Eligible => ({
  all: ordered.length,
  small: ordered.filter((c) => c.small).length,
})

/**
 * FR-04, balanced prefix: of N candidates S are micro or small; every first k shown hold at least ⌊S·k/N⌋ of them.
 * Moves the order and never a score. Integers only.
 *
 * @param ordered best first; where it is not everybody, the best and the best of the small
 * @param eligible S and N, where `ordered` is not everybody
 * @param shown how many are wanted
 * @returns the candidates shown, each with how many places of `ordered` it was moved up
 */
export function balanced<C extends { small: boolean }>(
  ordered: readonly C[],
  eligible: Eligible = countOf(ordered),
  shown = ordered.length,
): (C & { movedUp: number })[] {
  const waiting = ordered.map((candidate, place) => ({ candidate, place }))
  let small = 0
  return Array.from({ length: Math.min(shown, ordered.length) }, (_, index) => {
    const required =
      eligible.all === 0 ? 0 : Math.floor((eligible.small * (index + 1)) / eligible.all)
    const first = small < required ? waiting.findIndex((w) => w.candidate.small) : 0
    const [next] = waiting.splice(Math.max(0, first), 1)
    if (!next) throw new Error('a balanced list lost somebody')
    if (next.candidate.small) small += 1
    return { ...next.candidate, movedUp: Math.max(0, next.place - index) }
  })
}
