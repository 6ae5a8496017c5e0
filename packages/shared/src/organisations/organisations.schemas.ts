import * as z from 'zod/mini'
import { id, text, wholeDay } from '../http/index.ts'
import { emailAddress } from '../identity/identity.schemas.ts'
import { theme } from '../places/index.ts'

/** Every kind of actor (OR6); none needs a number. */
export const KINDS = [
  'unconstituted-group',
  'charity',
  'cio',
  'cic',
  'co-op',
  'company',
  'council',
  'public-body',
  'health-body',
  'university',
  'school',
  'housing-association',
  'faith-group',
  'funder',
  'other',
] as const
export type Kind = (typeof KINDS)[number]

export const SECTORS = ['community', 'public', 'private', 'academic', 'funder'] as const
export type Sector = (typeof SECTORS)[number]

const SECTOR_OF: Partial<Record<Kind, Sector>> = {
  council: 'public',
  'public-body': 'public',
  'health-body': 'public',
  school: 'public',
  company: 'private',
  university: 'academic',
  funder: 'funder',
}
/** A cohort needs two sectors (CO1); the kind a person ticks decides which one theirs is. */
export const sectorOf = (kind: Kind): Sector => SECTOR_OF[kind] ?? 'community'

/** Yearly income, bands of the NCVO Almanac. Used for balance and for showing, never for scoring. */
export const INCOME_BANDS = [
  'none',
  'micro',
  'small',
  'medium',
  'large',
  'major',
  'super-major',
  'not-a-charity',
] as const
export type IncomeBand = (typeof INCOME_BANDS)[number]

export const AVAILABILITY = [
  'weekday-mornings',
  'weekday-afternoons',
  'weekday-evenings',
  'weekends',
  'school-term-only',
] as const
export type Availability = (typeof AVAILABILITY)[number]
export const SKILLS = [
  'outreach',
  'listening-groups',
  'interpreting',
  'advice',
  'caring-support',
  'youth-work',
  'facilitation',
  'data-and-evidence',
  'design',
  'building-and-repair',
  'cooking',
  'transport',
  'digital',
  'fundraising',
  'training',
] as const
export const LIVED_EXPERIENCE = ['led-by', 'majority', 'some', 'not'] as const
export const REACH_HOW = ['trusted-contact', 'weekly-contact', 'members'] as const
export const POSSIBLE_WITH = [
  'backfill-pay',
  'childcare',
  'travel',
  'equipment',
  'mentor',
  'insurance',
  'interpreter',
] as const

const phone = z.string().check(z.trim(), z.maxLength(30), z.regex(/^\+?[0-9 ()-]{7,30}$/))

const contactInput = z.strictObject({
  name: text({ max: 80 }),
  /** One of the two is enough. */
  email: z.optional(z.nullable(emailAddress)),
  phone: z.optional(z.nullable(phone)),
})

/**
 * The larger body an organisation is part of (OR6). A local branch carries the band of its parent, unless it keeps
 * its own accounts and has its own board (`product-spec.md` §2.3 [G]).
 */
const parentInput = z.strictObject({
  name: text({ min: 2, max: 120 }),
  /** Asked only of a branch without its own accounts and board; null where its own band counts. */
  incomeBand: z.nullable(z.enum(INCOME_BANDS)),
  ownAccountsAndBoard: z.boolean(),
})

const described = {
  name: text({ min: 2, max: 120 }),
  kind: z.enum(KINDS),
  incomeBand: z.enum(INCOME_BANDS),
  areaIds: z.array(id).check(z.minLength(1), z.maxLength(60)),
  themes: z.array(theme).check(z.minLength(1), z.maxLength(8)),
  contact: contactInput,
}

export const registerOrganisation = z.strictObject({
  placeId: id,
  ...described,
  /** Typed as people write it: "Registered charity no. 1164883". Helps, never required. */
  registerNumber: z.optional(text({ min: 0, max: 60 })),
  /** The entry of the imported register this organisation says it is. */
  registerEntryId: z.optional(id),
  /** Left out by whoever stands alone. */
  parent: z.optional(z.nullable(parentInput)),
  /** "What I have said here is true." */
  declared: z.literal(true),
})

export const changeOrganisation = z.strictObject({
  name: z.optional(described.name),
  incomeBand: z.optional(described.incomeBand),
  areaIds: z.optional(described.areaIds),
  themes: z.optional(described.themes),
  contact: z.optional(described.contact),
  parent: z.optional(z.nullable(parentInput)),
  website: z.optional(
    z.nullable(z.string().check(z.maxLength(200), z.regex(/^https?:\/\/[^\s]+$/))),
  ),
})

export const organisation = z.object({
  id,
  placeId: id,
  name: z.string(),
  kind: z.enum(KINDS),
  sector: z.enum(SECTORS),
  /** The one that counts: a branch's is its parent's. */
  incomeBand: z.enum(INCOME_BANDS),
  state: z.enum(['listed', 'checked', 'paused', 'left']),
  /** The last day of a pause (J-09); null where nobody rests, or until they say. */
  pausedUntil: z.nullable(z.string()),
  /** Nobody has said for 180 days that it is still so: still to be seen, and marked (§2.3). */
  stale: z.boolean(),
  parent: z.nullable(
    z.object({
      name: z.string(),
      incomeBand: z.nullable(z.enum(INCOME_BANDS)),
      ownAccountsAndBoard: z.boolean(),
    }),
  ),
  areas: z.array(z.object({ id, name: z.string() })),
  themes: z.array(theme),
  website: z.nullable(z.string()),
  /** Only to its own people and the place's brokers. */
  contact: z.nullable(
    z.object({ name: z.string(), email: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  ),
  identifiers: z.array(
    z.object({ orgId: z.string(), verified: z.enum(['none', 'pattern', 'register']) }),
  ),
  can: z.object({ change: z.boolean(), check: z.boolean() }),
  version: z.number(),
})
export type Organisation = z.output<typeof organisation>

/** One entry of the imported register, offered to be claimed. Never an address, e-mail or telephone. */
export const registerCandidate = z.object({
  id,
  orgId: z.string(),
  name: z.string(),
  activities: z.nullable(z.string()),
  district: z.nullable(z.string()),
  kind: z.enum(KINDS),
  /** Null: the register does not say, which is not the same as small. */
  incomeBand: z.nullable(z.enum(INCOME_BANDS)),
  themes: z.array(theme),
  removed: z.boolean(),
  claimed: z.boolean(),
})
export type RegisterCandidate = z.output<typeof registerCandidate>

const hours = z.int().check(z.gte(0), z.lte(2000))

const premises = z.strictObject({
  name: text({ max: 80 }),
  seats: z.int().check(z.gte(1), z.lte(5000)),
  stepFree: z.boolean(),
  kitchen: z.boolean(),
  /** Per hour; 0 is free. */
  costPence: z.int().check(z.gte(0), z.lte(1_000_000)),
})
const reach = z.strictObject({
  community: text({ max: 80 }),
  people: z.int().check(z.gte(1), z.lte(1_000_000)),
  how: z.enum(REACH_HOW),
})

/** What an organisation has and can spare (OR2). Everything may stay empty: missing data never lowers a score. */
export const changeCapacity = z.strictObject({
  staffHoursPerMonth: z.nullable(hours),
  volunteerHoursPerMonth: z.nullable(hours),
  /** Hours a month for joint work. */
  spareHoursPerMonth: z.nullable(hours),
  notBefore: z.nullable(wholeDay),
  availability: z.array(z.enum(AVAILABILITY)).check(z.maxLength(5)),
  skills: z.array(z.enum(SKILLS)).check(z.maxLength(15)),
  otherSkills: text({ min: 0, max: 200 }),
  premises: z.array(premises).check(z.maxLength(10)),
  reach: z.array(reach).check(z.maxLength(10)),
  livedExperience: z.nullable(z.enum(LIVED_EXPERIENCE)),
  possibleWith: z.array(z.enum(POSSIBLE_WITH)).check(z.maxLength(7)),
})
