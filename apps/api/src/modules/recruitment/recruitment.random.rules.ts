import { createHash } from 'node:crypto'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Whole numbers that follow from a seed and from nothing else: the n-th 32 bits of SHA-256(seed:0), SHA-256(seed:1) …
 * A number that would make the first outcomes likelier is thrown away, so that every outcome is equally likely.
 */
export function numbersOf(seed: string) {
  let block = Buffer.alloc(0)
  let blocks = 0
  let at = 0
  const next = (): number => {
    if (at >= block.length) {
      block = createHash('sha256').update(`${seed}:${blocks++}`).digest()
      at = 0
    }
    at += 4
    return block.readUInt32BE(at - 4)
  }
  /** @returns 0 … n − 1 */
  const below = (n: number): number => {
    const fair = 2 ** 32 - (2 ** 32 % n)
    for (;;) {
      const drawn = next()
      if (drawn < fair) return drawn % n
    }
  }
  const shuffled = <T>(things: readonly T[]): T[] => {
    const mixed = [...things]
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = below(i + 1)
      const kept = mixed[i] as T
      mixed[i] = mixed[j] as T
      mixed[j] = kept
    }
    return mixed
  }
  return { below, shuffled }
}
