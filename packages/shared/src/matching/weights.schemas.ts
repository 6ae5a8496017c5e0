import * as z from 'zod/mini'
import { instant, text } from '../http/index.ts'
import { PARTS, type Part, weights } from './matching.schemas.ts'

/** What each part may weigh in a place, both ends counted. */
export interface WeightRange {
  least: number
  most: number
}

/**
 * How far a place may move its weights (§2.6, FR-04). No part is switched off and none decides alone. Spare hours and a
 * long list of skills come easily to whoever has staff, so they stay small; lived experience never goes under what it
 * takes to be felt. What the register tells of everybody (themes, reach, sector) keeps 35 of 100 or more, so that a group
 * nobody has asked yet can still be found. A CHECK of the database holds the same numbers.
 */
export const WEIGHT_RANGES: Readonly<Record<Part, WeightRange>> = {
  theme: { least: 15, most: 40 },
  reach: { least: 15, most: 40 },
  livedExperience: { least: 10, most: 30 },
  complement: { least: 10, most: 30 },
  time: { least: 5, most: 15 },
  sphere: { least: 5, most: 15 },
}

const within = (part: Part) => {
  const { least, most } = WEIGHT_RANGES[part]
  return z.int().check(z.gte(least), z.lte(most))
}

const sumOf = (chosen: Readonly<Record<Part, number>>): number =>
  PARTS.reduce((sum, part) => sum + chosen[part], 0)

/** Six whole numbers that come to 100, and why. Everybody reads the reason. */
export const newWeights = z.strictObject({
  weights: z
    .strictObject({
      theme: within('theme'),
      reach: within('reach'),
      livedExperience: within('livedExperience'),
      complement: within('complement'),
      time: within('time'),
      sphere: within('sphere'),
    })
    .check(z.refine((chosen) => sumOf(chosen) === 100, { error: 'not_hundred' })),
  reason: text({ min: 10, max: 500 }),
})

/** What a place weighs the parts by, for challenges that open from now on. */
export const placeWeights = z.object({
  weights,
  /** How often they were changed; 0 while those everybody starts with stand. */
  version: z.number(),
  /** Null while those everybody starts with stand. */
  since: z.nullable(instant),
  /** Every change, the newest first. Who made it stands in the record of what happened. */
  history: z.array(z.object({ weights, since: instant, reason: z.string() })),
})
export type PlaceWeights = z.output<typeof placeWeights>
