/**
 * FR-04, balanced prefix: of N candidates S are micro or small; every first k shown hold at least ⌊S·k/N⌋ of them.
 * Moves the order and never a score. Integers only.
 *
 * @param ordered best first
 * @returns the same candidates with how many places each was moved up
 */
export function balanced<C extends { small: boolean }>(
  ordered: readonly C[],
): (C & { movedUp: number })[] {
  const all = ordered.length
  const smallOnes = ordered.filter((c) => c.small).length
  const waiting = ordered.map((candidate, place) => ({ candidate, place }))
  let shown = 0
  return Array.from({ length: all }, (_, index) => {
    const required = Math.floor((smallOnes * (index + 1)) / all)
    const pick = shown < required ? waiting.findIndex((w) => w.candidate.small) : 0
    const [next] = waiting.splice(pick, 1)
    if (!next) throw new Error('a balanced list lost somebody')
    if (next.candidate.small) shown += 1
    return { ...next.candidate, movedUp: Math.max(0, next.place - index) }
  })
}
