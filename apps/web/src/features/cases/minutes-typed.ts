import { MOST_MINUTES } from '@howcanwe/shared/cases'
import * as z from 'zod/mini'

/** Minutes as they are typed: a whole number, as many as one line of the log takes. */
export const minutesTyped = z.string().check(
  z.trim(),
  z.regex(/^\d{1,3}$/),
  z.refine((minutes) => Number(minutes) <= MOST_MINUTES),
)
