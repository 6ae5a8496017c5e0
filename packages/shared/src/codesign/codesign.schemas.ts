import * as z from 'zod/mini'
import { formats } from '../formats/index.ts'
import { id, instant, text } from '../http/index.ts'
import { emailAddress, language } from '../identity/identity.schemas.ts'
import { BLOCS, GROUP_STATES, group, RUNGS } from './codesign.board.ts'
import { LADDER } from './codesign.ladder.ts'

/** How a resident takes part (CD2). */
export const WAYS = [
  'in-the-room',
  'video',
  'phone',
  'text-answers',
  'reading',
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
  ways: z.array(z.enum(WAYS)).check(z.minLength(1), z.maxLength(WAYS.length)),
  /** The adjustment, not the diagnosis. Sealed; only the facilitator reads it, and each reading is recorded. */
  needs: text({ min: 0, max: 1000 }),
  language: language,
  /** The wording the person agreed to. */
  consentVersion: z.string().check(z.maxLength(20)),
  /** A field people never see; whoever fills it is a machine. */
  website: z.optional(z.string().check(z.maxLength(200))),
})

/**
 * One group as its own page shows it. `lived`: what people meet instead of the declared rung, once whoever answers has gone
 * against the group twice (§4.2, honest limit); null while the declared one holds.
 */
export const groupRead = z.extend(group, {
  lived: z.nullable(z.object({ rung: z.enum(LADDER), overrides: z.number() })),
})
export type GroupRead = z.output<typeof groupRead>

export const member = z.object({
  id,
  /** What the person says on the telephone: "PLUM-47". */
  reference: z.string(),
  firstName: z.string(),
  contactBy: z.enum(CONTACT_BY),
  contact: z.string(),
  ways: z.array(z.enum(WAYS)),
  hasNeeds: z.boolean(),
  bloc: z.enum(BLOCS),
  /** Whom they come from, where that is not themselves. */
  organisation: z.string(),
  /** A person gets in touch by then (three working days); null once somebody has. */
  contactDueAt: z.nullable(instant),
  /** How they like to read and follow, where they have said so and agreed that it is seen here. */
  formats,
  state: z.enum(['joined', 'contacted', 'resting', 'left']),
  joinedAt: instant,
})

/** How somebody said it whose wish another writes down (PE3). */
export const SAID_BY = ['phone', 'paper', 'in-person'] as const

/** A wish to take part that came by telephone, on paper or over a table, written down by whoever runs the group. */
export const enterMember = z.strictObject({
  firstName: text({ max: 40 }),
  contactBy: z.enum(CONTACT_BY),
  contact: text({ max: 254 }),
  ways: z.array(z.enum(WAYS)).check(z.minLength(1), z.maxLength(WAYS.length)),
  needs: text({ min: 0, max: 1000 }),
  language: language,
  consentVersion: z.string().check(z.maxLength(20)),
  bloc: z.enum(BLOCS),
  organisation: text({ min: 0, max: 120 }),
  saidBy: z.enum(SAID_BY),
  /** What is kept, and who sees it, was read to them, and they agreed. */
  readBack: z.literal(true),
})

/** What is handed over: a reference to say, and two words with a number that open the place on any phone. */
export const placeSlip = z.object({
  reference: z.string(),
  words: z.string(),
  /** Where to type them. */
  address: z.string(),
})

/** What opens a place: the slip's reference and words, or the link of a letter. */
export const openPlace = z.union([
  z.strictObject({
    reference: text({ max: 40 }),
    words: text({ max: 60 }),
    sharedDevice: z.optional(z.boolean()),
  }),
  z.strictObject({
    link: z.string().check(z.minLength(20), z.maxLength(200)),
    sharedDevice: z.optional(z.boolean()),
  }),
])

/** A place as whoever has it sees it, on this device or signed in. */
export const ownPlace = z.object({
  id,
  group: z.object({ id, name: z.string() }),
  reference: z.string(),
  firstName: z.string(),
  bloc: z.enum(BLOCS),
  ways: z.array(z.enum(WAYS)),
  state: z.enum(['joined', 'contacted', 'resting', 'left']),
  /** Belongs to an account too. */
  claimed: z.boolean(),
})
export type OwnPlace = z.output<typeof ownPlace>

/** What somebody in a group, or whoever runs it, sees of who is in it: counts, and oneself. */
export const room = z.object({
  group: z.object({ id, name: z.string(), state: z.enum(GROUP_STATES) }),
  me: z.nullable(ownPlace),
  /** Runs the group: a facilitator sees everything and decides nothing. */
  runs: z.boolean(),
  members: z.object({
    residents: z.number(),
    organisations: z.number(),
    'public-bodies': z.number(),
  }),
})
export type Room = z.output<typeof room>

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
  /** For who takes part by video; only members are shown it. */
  link: z.optional(z.nullable(text({ max: 300 }).check(z.regex(/^https:\/\//)))),
  breaks: z.optional(text({ min: 0, max: 200 })),
  capacity: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(1000)))),
  /** What is paid for, getting ready included; left out: the session and an hour. */
  paidMinutes: z.optional(z.int().check(z.gte(0), z.lte(960))),
})

export { emailAddress }
