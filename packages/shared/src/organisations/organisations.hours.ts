import * as z from 'zod/mini'
import { id, wholeDay } from '../http/index.ts'

/** Of the hours a month somebody can spare, what may be promised before anybody is warned (OR3, §2.3). */
export const GUARD_PERCENT = 80

/**
 * Whether promising more goes beyond 80 % of the spare hours (T7). Whole hours, whole percents; nothing is known and
 * nobody is warned where no spare hours were said.
 *
 * @param hours all in hours a month; `committed` without those being added
 */
export const goesBeyond = (hours: {
  spare: number | null
  committed: number
  adding: number
}): boolean =>
  hours.spare !== null && (hours.committed + hours.adding) * 100 > hours.spare * GUARD_PERCENT

/** What an organisation has set aside, for its own people: answers that wait hold hours, being chosen promises them. */
export const hoursSetAside = z.object({
  organisationId: id,
  /** Hours a month they said they could spare; null where they have not. */
  spare: z.nullable(z.number()),
  committed: z.number(),
  reserved: z.number(),
  items: z.array(
    z.object({
      kind: z.enum(['interest', 'joint-interest', 'agreement']),
      sourceId: id,
      hoursPerMonth: z.number(),
      state: z.enum(['reserved', 'committed']),
      until: z.nullable(z.string()),
    }),
  ),
})
export type HoursSetAside = z.output<typeof hoursSetAside>

/** For brokers: who has promised a lot, and who rests (J-09). Hours in answers that are still sealed are not in it. */
export const stretched = z.object({
  over: z.array(
    z.object({ id, name: z.string(), spare: z.nullable(z.number()), committed: z.number() }),
  ),
  paused: z.array(z.object({ id, name: z.string(), until: z.nullable(z.string()) })),
  /** M15: of those that have promised hours, how many more than 80 % of what they can spare. */
  figure: z.object({ over: z.number(), committed: z.number() }),
})
export type Stretched = z.output<typeof stretched>

/** The last day of a pause; pressing again moves it. A reason is never asked. */
export const pauseInput = z.strictObject({ until: wholeDay })
