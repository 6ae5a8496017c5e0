import * as z from 'zod/mini'
import { id, instant } from '../http/index.ts'
import {
  AVAILABILITY,
  LIVED_EXPERIENCE,
  POSSIBLE_WITH,
  REACH_HOW,
  SKILLS,
} from './organisations.schemas.ts'

/** What an organisation can share, as it is shown. */
export const capacity = z.object({
  organisationId: id,
  staffHoursPerMonth: z.nullable(z.number()),
  volunteerHoursPerMonth: z.nullable(z.number()),
  spareHoursPerMonth: z.nullable(z.number()),
  notBefore: z.nullable(z.string()),
  availability: z.array(z.enum(AVAILABILITY)),
  skills: z.array(z.enum(SKILLS)),
  otherSkills: z.string(),
  premises: z.array(
    z.object({
      name: z.string(),
      seats: z.number(),
      stepFree: z.boolean(),
      kitchen: z.boolean(),
      costPence: z.number(),
    }),
  ),
  reach: z.array(z.object({ community: z.string(), people: z.number(), how: z.enum(REACH_HOW) })),
  livedExperience: z.nullable(z.enum(LIVED_EXPERIENCE)),
  possibleWith: z.array(z.enum(POSSIBLE_WITH)),
  /** When somebody last said it is still so. */
  confirmedAt: z.nullable(instant),
  version: z.number(),
})
export type Capacity = z.output<typeof capacity>
