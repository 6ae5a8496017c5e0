import * as z from 'zod/mini'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { INCOME_BANDS, POSSIBLE_WITH, SECTORS } from '../organisations/index.ts'
import { JOINT_SIZE, NAME_ONLY_LETTERS } from './joint-interests.rules.ts'

/** `ended`: fewer than two were left, so each goes on alone. */
export const JOINT_STATES = ['forming', 'submitted', 'ended'] as const
export type JointState = (typeof JOINT_STATES)[number]
export const MEMBER_STATES = ['invited', 'joined', 'declined', 'left'] as const
export type MemberState = (typeof MEMBER_STATES)[number]

export const invitee = z.strictObject({
  organisationId: id,
  /** Shown to the invited: why they, of all. */
  why: text({ min: 10, max: 500 }),
})

const purpose = text({ min: 0, max: 2000 })

export const startJoint = z.strictObject({
  /** Who starts and convenes. */
  organisationId: id,
  purpose,
  invited: z.array(invitee).check(z.minLength(1), z.maxLength(JOINT_SIZE.max - 1)),
})

export const seedJoint = z.strictObject({
  invited: z.array(invitee).check(z.minLength(JOINT_SIZE.min), z.maxLength(JOINT_SIZE.max)),
})

/** What all of them say together. */
export const terms = {
  /** Why it matters, and what we want to do together. */
  purpose,
  fromWhen: z.nullable(wholeDay),
  need: z.array(z.enum(POSSIBLE_WITH)).check(z.maxLength(7)),
  needNote: text({ min: 0, max: 800 }),
  /** How we decide, who holds the money and when each is paid. */
  rules: text({ min: 0, max: 1500 }),
}

/** What one member puts in. Four answers and two ticks: under ten minutes (J-12). */
export const part = {
  /** What we do: 80 words at most. */
  part: text({ min: 1, max: 800 }),
  role: text({ min: 1, max: 120 }),
  hoursPerMonth: z.int().check(z.gte(0), z.lte(300)),
  /** Of the sum on offer. */
  pence: z.int().check(z.gte(0), z.lte(1_000_000_000)),
  /** Our own wish to lend our name and no more, in our own words; null for everybody else (FR-13). */
  nameOnly: z.nullable(text({ min: NAME_ONLY_LETTERS, max: 500 })),
  conflict: z.boolean(),
  conflictNote: text({ min: 0, max: 500 }),
}

export const jointMember = z.object({
  organisation: z.object({ id, name: z.string(), sector: z.enum(SECTORS) }),
  state: z.enum(MEMBER_STATES),
  convenor: z.boolean(),
  ours: z.boolean(),
  /** Null for whoever has not said yes: until then they see who is asked, not what others wrote. */
  share: z.nullable(
    z.object({
      part: z.string(),
      role: z.string(),
      hoursPerMonth: z.number(),
      pence: z.number(),
      nameOnly: z.nullable(z.string()),
      conflict: z.boolean(),
      conflictNote: z.string(),
    }),
  ),
  /** To the terms as they stand now. */
  agreed: z.boolean(),
})
export type JointMember = z.output<typeof jointMember>

export const MISSING = [
  'too-few',
  'too-many',
  'purpose',
  'part',
  'name-only',
  'more-than-offered',
  'not-agreed',
] as const

export const jointInterest = z.object({
  id,
  challenge: z.object({
    id,
    slug: z.string(),
    question: z.string(),
    closesAt: instant,
    hoursPerMonth: z.nullable(z.number()),
    /** What the challenge offers altogether. */
    offeredPence: z.number(),
    /** ISO 4217. */
    currency: z.string(),
  }),
  state: z.enum(JOINT_STATES),
  purpose: z.string(),
  fromWhen: z.nullable(z.string()),
  need: z.array(z.enum(POSSIBLE_WITH)),
  needNote: z.string(),
  rules: z.string(),
  /** Goes up with every change of what was agreed; everybody agrees again then. */
  termsVersion: z.number(),
  members: z.array(jointMember),
  /** Which of them the reader answers for here. */
  mine: z.object({
    organisationId: id,
    state: z.enum(MEMBER_STATES),
    convenor: z.boolean(),
    /** Why this organisation was asked; empty for whoever started it. */
    why: z.string(),
  }),
  /** Whether a broker of the place thought of it. */
  seeded: z.boolean(),
  missing: z.array(z.enum(MISSING)),
  /** What was sent last, and when; null before. What is written above may be newer. */
  sent: z.nullable(z.object({ interestId: id, at: instant, termsVersion: z.number() })),
  /** The band it counts as (§2.7), once two have joined. */
  countsAs: z.nullable(z.enum(INCOME_BANDS)),
  can: z.object({
    answer: z.boolean(),
    write: z.boolean(),
    agree: z.boolean(),
    leave: z.boolean(),
    convene: z.boolean(),
    send: z.boolean(),
    takeBack: z.boolean(),
  }),
})
export type JointInterest = z.output<typeof jointInterest>

/** What a broker keeps of a seed: whom it asked and why, never what became of it (S-02). */
export const jointSeed = z.object({
  id,
  seededAt: instant,
  invited: z.array(
    z.object({
      organisationId: id,
      name: z.string(),
      why: z.string(),
      /** No email reached them then: they are asked by telephone or in person. */
      byHand: z.boolean(),
    }),
  ),
})

export const possiblePartner = z.object({ id, name: z.string(), sector: z.enum(SECTORS) })
export type PossiblePartner = z.output<typeof possiblePartner>
