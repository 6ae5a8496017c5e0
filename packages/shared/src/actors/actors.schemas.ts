import * as z from 'zod/mini'
import { id, text } from '../http/index.ts'
import { KINDS, POSSIBLE_WITH, SECTORS, SKILLS } from '../organisations/index.ts'
import { theme } from '../places/index.ts'
import { SUPPORT_KINDS } from '../support-exchange/index.ts'

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

/** Said by both sides; where they differ, the weaker. */
const strength = z.enum(['know-of', 'talked', 'worked-together'])
export const tie = z.object({ a: id, b: id, strength })
export type Tie = z.output<typeof tie>

const supportLine = z.object({ kind: z.enum(SUPPORT_KINDS), what: z.string(), until: z.string() })

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
  /** Others on the map, by name, where both have said that they know each other. */
  knows: z.array(z.object({ id, name: z.string(), strength })),
  /** Names of what open directories say it runs. */
  services: z.array(z.string()),
  /** Open asks and offers of support (OR5), for organisations of the place and its brokers; null for others. */
  support: z.nullable(z.object({ asks: z.array(supportLine), offers: z.array(supportLine) })),
  /** So that a broker's change does not run over a colleague's; null for organisations. */
  version: z.nullable(z.number()),
})
export type MapActor = z.output<typeof mapActor>

/** What somebody on the map has something of: lines, services, or support to lend or needed. */
export const MAP_WITH = ['offers', 'asks', 'services', 'lends', 'needs'] as const
export type MapWith = (typeof MAP_WITH)[number]

/** How many fit the other wishes, by what they have; null where the reader may not know. */
export const mapCounts = z.object({
  all: z.number(),
  offers: z.number(),
  asks: z.number(),
  services: z.number(),
  lends: z.nullable(z.number()),
  needs: z.nullable(z.number()),
})
export type MapCounts = z.output<typeof mapCounts>

/** Which part of the map is asked for. */
export const mapWishes = {
  q: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  /** Words of our own lists that the reader's word stands in, comma between: 'interpreting,room'. */
  also: z.optional(z.string().check(z.maxLength(400), z.regex(/^[a-z-]+(,[a-z-]+)*$/))),
  sector: z.optional(z.enum(SECTORS)),
  theme: z.optional(theme),
  areaId: z.optional(id),
  with: z.optional(z.enum(MAP_WITH)),
  listed: z.optional(z.enum(['organisation', 'actor'])),
  /** New to this one of the reader's organisations: neither says they have talked, and nobody introduced them. */
  newTo: z.optional(id),
}

/** As much of somebody as a picture of all needs. */
export const mapNode = z.object({
  id,
  name: z.string(),
  sector: z.enum(SECTORS),
  themes: z.array(theme),
  areaIds: z.array(id),
})
export type MapNode = z.output<typeof mapNode>

/** Two who have not met as far as anybody says, and of whom one has what the other asks for. */
export const unmetPair = z.object({
  a: z.object({ id, name: z.string() }),
  b: z.object({ id, name: z.string() }),
  /** `give` has what the other would need. */
  fits: z.array(z.object({ give: z.enum(['a', 'b']), what: z.enum(POSSIBLE_WITH) })),
  themes: z.array(theme),
})
export type UnmetPair = z.output<typeof unmetPair>
