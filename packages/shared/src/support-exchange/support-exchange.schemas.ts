import * as z from 'zod/mini'
import { id, instant, text, wholeDay } from '../http/index.ts'

/** What one organisation can lend another (OR5). */
export const SUPPORT_KINDS = [
  'backfill',
  'mentor',
  'insurance-cover',
  'payroll-host',
  'policy-template',
  'room',
  'dbs-checks',
  'evaluation-help',
] as const
export type SupportKind = (typeof SUPPORT_KINDS)[number]

export const SUPPORT_STATES = [
  'open',
  'matched',
  'given',
  'thanked',
  'lapsed',
  'taken-back',
] as const
export type SupportState = (typeof SUPPORT_STATES)[number]

/** Three questions: what sort, what exactly (how much of it), and until which day. */
export const supportInput = z.strictObject({
  organisationId: id,
  kind: z.enum(SUPPORT_KINDS),
  what: text({ min: 3, max: 240 }),
  until: wholeDay,
})
export type SupportInput = z.output<typeof supportInput>

export const support = z.object({
  id,
  organisation: z.object({ id, name: z.string() }),
  kind: z.enum(SUPPORT_KINDS),
  what: z.string(),
  until: z.string(),
  state: z.enum(SUPPORT_STATES),
  /** Of the reader's own organisation. */
  ours: z.boolean(),
  createdAt: instant,
  version: z.number(),
})
export type Support = z.output<typeof support>

/** Whom to ring or write to, shown when both have said yes and never before. */
export const supportContact = z.object({
  name: z.string(),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
})

/** Offers of the sort that is asked for, with why each fits. */
export const supportOffers = z.array(
  z.object({
    offer: support,
    /** Areas both work in. */
    areas: z.array(z.string()),
    /** We have asked them. Whether they said no is nobody's to see. */
    asked: z.boolean(),
    contact: z.nullable(supportContact),
  }),
)
export type SupportOffers = z.output<typeof supportOffers>

/** Somebody asks for what we offer. */
export const supportRequest = z.object({
  id,
  ask: support,
  offer: support,
  answer: z.nullable(z.enum(['yes', 'no'])),
  contact: z.nullable(supportContact),
  thanks: z.nullable(z.string()),
})
export type SupportRequest = z.output<typeof supportRequest>

export const supportRoom = z.object({
  /** Open ones of the whole place, and our own whatever became of them. */
  asks: z.array(support),
  offers: z.array(support),
  /** What others ask of us; for the people of an organisation only. */
  toUs: z.array(supportRequest),
  /** There are more asks or more offers than these. */
  more: z.optional(z.boolean()),
})
export type SupportRoom = z.output<typeof supportRoom>
