import * as z from 'zod/mini'
import { formats } from '../formats/index.ts'
import { id, instant, text } from '../http/index.ts'
import { emailAddress, language } from '../identity/identity.schemas.ts'
import { RUNGS } from './codesign.board.ts'

/** How a resident takes part (CD2). */
export const WAYS = [
  'in-the-room',
  'video',
  'phone',
  'text-answers',
  'with-supporter',
  'one-to-one-first',
] as const
export const CONTACT_BY = ['email', 'phone', 'someone'] as const

/**
 * A first name and one way to be reached, no account (CD2, J-17). Nothing here asks about benefits, immigration or
 * diagnosis, and strictness refuses anyone who tries.
 */
export const joinGroup = z.strictObject({
  firstName: text({ max: 40 }),
  contactBy: z.enum(CONTACT_BY),
  /** An e-mail address, a telephone number, or who to ask for and where. */
  contact: text({ max: 254 }),
  ways: z.array(z.enum(WAYS)).check(z.minLength(1), z.maxLength(6)),
  /** The adjustment, not the diagnosis. Sealed; only the facilitator reads it, and each reading is recorded. */
  needs: text({ min: 0, max: 1000 }),
  language: language,
  /** The wording the person agreed to. */
  consentVersion: z.string().check(z.maxLength(20)),
  /** A field people never see; whoever fills it is a machine. */
  website: z.optional(z.string().check(z.maxLength(200))),
})

export const member = z.object({
  id,
  /** What the person says on the telephone: "PLUM-47". */
  reference: z.string(),
  firstName: z.string(),
  contactBy: z.enum(CONTACT_BY),
  contact: z.string(),
  ways: z.array(z.enum(WAYS)),
  hasNeeds: z.boolean(),
  /** How they like to read and follow, where they have said so and agreed that it is seen here. */
  formats,
  state: z.enum(['joined', 'contacted', 'left']),
  joinedAt: instant,
})

/** A place of one's own in a group. */
export const groupPlace = z.object({
  id,
  group: z.object({ id, name: z.string() }),
  /** What the person says on the telephone. */
  reference: z.string(),
  joinedAt: instant,
})

export const startGroup = z.strictObject({
  name: text({ max: 120 }),
  about: text({ max: 1000 }),
  rung: z.enum(RUNGS),
  decides: text({ max: 600 }),
  shapes: text({ max: 600 }),
  fixed: text({ max: 600 }),
  answersBy: text({ max: 200 }),
  youGet: text({ max: 600 }),
  facilitatorId: id,
  places: z.int().check(z.gte(3), z.lte(60)),
})

export const startSession = z.strictObject({
  startsAt: instant,
  /** At most two hours (§2.11). */
  minutes: z.int().check(z.gte(15), z.lte(120)),
  venue: text({ max: 120 }),
  address: z.nullable(text({ max: 200 })),
  gettingThere: text({ min: 0, max: 400 }),
  stepFree: z.boolean(),
})

export { emailAddress }
