import * as z from 'zod/mini'
import { id, instant, text } from '../http/index.ts'
import { SECTORS } from '../organisations/index.ts'
import { answersCount, decision } from './answers.schemas.ts'

/** CO1: four to six organisations. */
export const COHORT_SIZE = { min: 4, max: 6 } as const

export const chooseCohort = z.strictObject({
  /** Each with what tipped the scale for it. */
  chosen: z.array(decision).check(z.minLength(COHORT_SIZE.min), z.maxLength(COHORT_SIZE.max)),
  /** Everyone else, each with a reason of its own (FR-10). */
  notThisTime: z.array(decision).check(z.maxLength(500)),
  /** For the public page: how we chose. */
  statement: text({ min: 30, max: 2000 }),
  /** FR-06: needed where no small place could be filled; says how we searched. */
  reservedPlacesReason: z.optional(z.nullable(text({ min: 30, max: 1000 }))),
})

export const cohort = z.object({
  id,
  challengeId: id,
  statement: z.string(),
  reservedPlacesReason: z.nullable(z.string()),
  formedAt: instant,
  organisations: z.array(
    z.object({
      id,
      name: z.string(),
      sector: z.enum(SECTORS),
      /** Who answered as one with it, by name; they hold one place between them (§2.10). */
      together: z.array(z.string()),
    }),
  ),
  /** Everybody who answered, so that the odds turn out to have been honest. */
  interested: z.number(),
  /** How they were answered (M7, M8). */
  answers: answersCount,
})
export type Cohort = z.output<typeof cohort>
