/** Milliseconds. */
export interface Timed {
  p50: number
  p95: number
}

export function percentiles(took: readonly number[]): Timed {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** How long some work takes for each of some things, one after the other. */
export async function timedBy<T>(
  things: readonly T[],
  work: (thing: T) => Promise<unknown>,
): Promise<Timed> {
  const took: number[] = []
  for (const thing of things) took.push(await timed(() => work(thing)))
  return percentiles(took)
}

/** The same, each the least of three tries: what it costs where nobody else wants the machine. */
export async function leastBy<T>(
  things: readonly T[],
  work: (thing: T) => Promise<unknown>,
): Promise<Timed> {
  const took: number[] = []
  for (const thing of things) {
    const tries = [await timed(() => work(thing)), await timed(() => work(thing))]
    took.push(Math.min(...tries, await timed(() => work(thing))))
  }
  return percentiles(took)
}

/** How long two kinds of work take, in turns, so that both meet the same minute. */
export async function turnsBy<T>(
  things: readonly T[],
  ...works: readonly [(thing: T) => Promise<unknown>, (thing: T) => Promise<unknown>]
): Promise<[Timed, Timed]> {
  const [one, other]: [number[], number[]] = [[], []]
  for (const thing of things) {
    one.push(await timed(() => works[0](thing)))
    other.push(await timed(() => works[1](thing)))
  }
  return [percentiles(one), percentiles(other)]
}
