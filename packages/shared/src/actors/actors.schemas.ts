import * as z from 'zod/mini'
import { id, text } from '../http/index.ts'
import { KINDS, POSSIBLE_WITH, SECTORS, SKILLS } from '../organisations/index.ts'
import { theme } from '../places/index.ts'

/** Who else there is in a place without being registered (`product-spec.md` §2.1, actor map). */
export const ACTOR_KINDS = [
  'families-group',
  'firm',
  'school',
  'gp-practice',
  'police',
  'housing-association',
  'university',
  'funder',
  'faith-group',
  'other',
] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** How well two know each other, from least to most. */
export const KNOWN = ['never-met', 'know-of', 'talked', 'worked-together'] as const
export type Known = (typeof KNOWN)[number]
export const known = z.enum(KNOWN)

const line = text({ min: 3, max: 120 })
const lines = z.array(line).check(z.maxLength(6))

/** What a broker says of somebody who has not registered. Never who there is to ring: refused where it looks like it. */
export const actorInput = z.strictObject({
  name: text({ min: 2, max: 120 }),
  kind: z.enum(ACTOR_KINDS),
  sector: z.enum(SECTORS),
  roleInIssue: text({ min: 0, max: 200 }),
  offers: lines,
  asks: lines,
  themes: z.array(theme).check(z.maxLength(8)),
  areaIds: z.array(id).check(z.maxLength(60)),
})

/** What an organisation lets the map say of it, besides what its profile says it has and needs. */
export const mapEntry = z.object({
  organisationId: id,
  name: z.string(),
  /** Nobody is on the map without having said so, but for public bodies. */
  shown: z.boolean(),
  roleInIssue: z.string(),
  offers: z.array(z.string()),
  asks: z.array(z.string()),
  /** What the map takes from the profile, while it is shown. */
  fromProfile: z.object({
    skills: z.array(z.enum(SKILLS)),
    rooms: z.number(),
    possibleWith: z.array(z.enum(POSSIBLE_WITH)),
  }),
  /** Others of the place, with what each side says. `theirs` only where they said it. */
  ties: z.array(
    z.object({
      organisationId: id,
      name: z.string(),
      mine: z.nullable(known),
      theirs: z.nullable(known),
    }),
  ),
  version: z.number(),
})

export type MapEntry = z.output<typeof mapEntry>

export const mapEntryInput = z.strictObject({
  shown: z.boolean(),
  roleInIssue: text({ min: 0, max: 200 }),
  offers: lines,
  asks: lines,
})

/** One thing offered or asked: a word of our own list, a room, or a plain line. */
export const offeredLine = z.union([
  z.object({ skill: z.enum(SKILLS) }),
  z.object({ room: z.object({ seats: z.number(), stepFree: z.boolean(), kitchen: z.boolean() }) }),
  z.object({ possibleWith: z.enum(POSSIBLE_WITH) }),
  z.object({ line: z.string() }),
])
export type OfferedLine = z.output<typeof offeredLine>

export const mapActor = z.object({
  id,
  /** `organisation`: registered here. `actor`: put on the map by a broker. */
  listed: z.enum(['organisation', 'actor']),
  name: z.string(),
  kind: z.enum([...KINDS, ...ACTOR_KINDS]),
  sector: z.enum(SECTORS),
  roleInIssue: z.string(),
  themes: z.array(theme),
  areaIds: z.array(id),
  offers: z.array(offeredLine),
  asks: z.array(offeredLine),
  /** So that a broker's change does not run over a colleague's; null for organisations. */
  version: z.nullable(z.number()),
})
export type MapActor = z.output<typeof mapActor>

/** Said by both sides; where they differ, the weaker. */
export const tie = z.object({
  a: id,
  b: id,
  strength: z.enum(['know-of', 'talked', 'worked-together']),
})
export type Tie = z.output<typeof tie>

/** Two who have not met as far as anybody says, and of whom one has what the other asks for. */
export const unmetPair = z.object({
  a: z.object({ id, name: z.string() }),
  b: z.object({ id, name: z.string() }),
  /** `give` has what the other would need. */
  fits: z.array(z.object({ give: z.enum(['a', 'b']), what: z.enum(POSSIBLE_WITH) })),
  themes: z.array(theme),
})
export type UnmetPair = z.output<typeof unmetPair>
