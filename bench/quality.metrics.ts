import { createHash } from 'node:crypto'
import { randomOf } from './random.ts'

export type Half = 'tune' | 'report'

/** Which half of the charities one belongs to, for ever: by the first hexadecimal digit of its number's sha256. */
export const halfOf = (orgId: string): Half =>
  Number.parseInt(createHash('sha256').update(orgId).digest('hex').charAt(0), 16) % 2 === 0
    ? 'tune'
    : 'report'

export const SHOWN = 20
export interface Quality {
  /** Of twenty places how many hold a tagged one; a place left empty holds none. */
  precision: number
  /** Of the tagged ones how many are among the twenty. */
  recall: number
  /** How high up they stand; 1 is all of them first. */
  ndcg: number
}
export const MEASURES = ['precision', 'recall', 'ndcg'] as const

const gain = (rank: number): number => 1 / Math.log2(rank + 2)

/** Scores one list, best first. `tagged` is not empty. */
export function qualityOf(list: readonly string[], tagged: ReadonlySet<string>): Quality {
  const right = list.slice(0, SHOWN).flatMap((id, rank) => (tagged.has(id) ? [rank] : []))
  const best = Array.from({ length: Math.min(SHOWN, tagged.size) }, (_, rank) => gain(rank))
  const sum = (gains: readonly number[]) => gains.reduce((a, b) => a + b, 0)
  return {
    precision: right.length / SHOWN,
    recall: right.length / tagged.size,
    ndcg: sum(right.map(gain)) / sum(best),
  }
}

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => a + b, 0) / numbers.length

export const meanQuality = (all: readonly Quality[]): Quality => ({
  precision: mean(all.map((q) => q.precision)),
  recall: mean(all.map((q) => q.recall)),
  ndcg: mean(all.map((q) => q.ndcg)),
})

const DRAWS = 2_000
const SEED = 20
export interface Interval {
  mean: number
  from: number
  to: number
}

/** Mean and 95% interval, by drawing questions with replacement; the same for the same numbers. */
export function bootstrapped(numbers: readonly number[]): Interval {
  const random = randomOf(SEED)
  const means = Array.from({ length: DRAWS }, () =>
    mean(numbers.map(() => random.oneOf(numbers))),
  ).toSorted((a, b) => a - b)
  const at = (share: number) => means[Math.floor(share * (DRAWS - 1))] ?? Number.NaN
  return { mean: mean(numbers), from: at(0.025), to: at(0.975) }
}
