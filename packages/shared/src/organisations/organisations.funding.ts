import * as z from 'zod/mini'
import { id, wholeDay } from '../http/index.ts'

/** What a funder says it gave an organisation (360Giving). */
export const funding = z.object({
  items: z.array(
    z.object({
      id,
      funder: z.string(),
      /** Whose file says so; the funder itself where the file does not tell. */
      says: z.string(),
      title: z.string(),
      /** ISO 4217. */
      currency: z.string(),
      /** Hundredths of the currency. */
      amountPence: z.number(),
      awardedOn: wholeDay,
      /** Under which the file is published; null where it does not say. */
      licence: z.nullable(z.string()),
      /** Its own people said so. */
      notOurs: z.boolean(),
    }),
  ),
  can: z.object({ say: z.boolean() }),
})
export type Funding = z.output<typeof funding>
