import { fairest } from './recruitment.chances.rules.ts'
import { inOrder, kindsOf, type Pool, type Target } from './recruitment.pool.rules.ts'
import { sha256 } from './recruitment.random.rules.ts'
import { SHEETS, writeSheets } from './recruitment.sheets.rules.ts'
import { type Fitted, fitted, shortagesOf } from './recruitment.targets.rules.ts'

/**
 * What is published before the draw. It names nobody: a person knows their own number from their slip. Whoever has it
 * and the seed can draw again without a program for the chances, and without us.
 */
export interface Box {
  version: 1
  seats: number
  targets: readonly Target[]
  /** Pool numbers of all applicants, in order. */
  numbers: readonly number[]
  /** Sheet 1 is the first. */
  sheets: readonly (readonly number[])[]
}

export type Plan =
  | { way: 'all-in'; numbers: readonly number[]; shortages: Fitted['shortages'] }
  | { way: 'lottery'; box: Box; hash: string; fitted: Fitted }

/**
 * Prepares a draw from a closed pool (CD7).
 *
 * @param options.keepFree seats of a stratum of which too few applied stay free (T12)
 * @param options.sheets how many sheets; chances are rounded to one sheet
 */
export async function prepare(
  pool: Pool,
  { keepFree = true, sheets = SHEETS }: { keepFree?: boolean; sheets?: number } = {},
): Promise<Plan> {
  const numbers = inOrder(pool.applicants).map(({ number }) => number)
  if (numbers.length <= pool.seats) return { way: 'all-in', numbers, shortages: shortagesOf(pool) }
  const fit = await fitted(pool, keepFree)
  const kinds = kindsOf(pool)
  const fair = await fairest({ kinds, targets: fit.targets, seats: fit.drawn })
  if (!fair) throw new Error('Fitted targets have a panel')
  const about = { version: 1 as const, seats: pool.seats, targets: pool.targets, numbers }
  const box = { ...about, sheets: writeSheets(kinds, fair, sha256(JSON.stringify(about)), sheets) }
  return { way: 'lottery', box, hash: hashOf(box), fitted: fit }
}

/** The box as it is hashed and published: always the same text for the same box. */
export const textOfBox = ({ version, seats, targets, numbers, sheets }: Box): string =>
  JSON.stringify({
    version,
    seats,
    targets: targets.map(({ category, feature, min, max }) => ({ category, feature, min, max })),
    numbers,
    sheets,
  })

export const hashOf = (box: Box): string => sha256(textOfBox(box))

/** Published when recruitment opens; holds whoever chose the secret to it. */
export const commitmentTo = (secret: string): string => sha256(secret)

/** @param publicValue as it was announced, without spaces around it */
export const seedOf = (secret: string, publicValue: string): string =>
  sha256(`${secret}|${publicValue.trim()}`)

/**
 * Which sheet a seed draws, counted from 1: the seed as one whole number, divided by the number of sheets; the remainder
 * and one. The seed has 256 bits, so that the first sheets are likelier by less than one in 10^70.
 */
export const sheetOf = (seed: string, sheets: number): number =>
  Number(BigInt(`0x${seed}`) % BigInt(sheets)) + 1

/** Draws, or draws again: the same box and seed give the same people. */
export const drawn = ({ sheets }: Pick<Box, 'sheets'>, seed: string): readonly number[] =>
  sheets[sheetOf(seed, sheets.length) - 1] ?? []
