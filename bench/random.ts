/** Numbers that look random and are the same for a seed (mulberry32). */
export function randomOf(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (n: number): number => Math.floor(next() * n)
  const oneOf = <T>(things: readonly T[]): T => things[upTo(things.length)] as T
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => upTo(16).toString(16)).join('')
  /** A version 4 id. */
  const id = (): string => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
  return { next, upTo, oneOf, normal, id }
}
export type Random = ReturnType<typeof randomOf>

/** Draws ranks 0 … size − 1, the first most often: rank r with a share of (r + 1)^−slope. */
export function zipf(size: number, slope: number): (random: Random) => number {
  const sums = new Float64Array(size)
  let sum = 0
  for (let r = 0; r < size; r++) sums[r] = sum += (r + 1) ** -slope
  return (random) => {
    const at = random.next() * sum
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return low
  }
}

const SYLLABLES =
  'ba be bo da de do fa fe fi ga go ka ke ki la le lo ma me mi na ne no pa pe po ra re ri sa se ta te ti va ve'.split(
    ' ',
  )
/** The made-up word of a rank: no dictionary has it, no two ranks share it. */
export function wordOf(rank: number): string {
  let word = ''
  for (
    let rest = rank + SYLLABLES.length ** 2;
    rest > 0;
    rest = Math.floor(rest / SYLLABLES.length)
  )
    word += SYLLABLES[rest % SYLLABLES.length]
  return `${word}k`
}
