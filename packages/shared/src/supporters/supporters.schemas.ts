import * as z from 'zod/mini'
import { id, instant, wholeDay } from '../http/index.ts'
import { emailAddress, personName, phoneNumber } from '../identity/identity.schemas.ts'

/** What somebody may be asked to do for a person: take part in groups, or answer challenges (`product-spec.md` §2.2). */
export const SUPPORT_SCOPES = ['groups', 'answers'] as const
export type SupportPart = (typeof SUPPORT_SCOPES)[number]

export const SUPPORT_STATES = ['asked', 'active', 'declined', 'ended', 'lapsed'] as const

/** Nobody acts for somebody longer than this without being asked again. */
export const SUPPORT_MONTHS = 12

const scopes = z.array(z.enum(SUPPORT_SCOPES)).check(z.minLength(1), z.maxLength(2))

/** Asks somebody, known here or not, to act for me: at an address or a number, one of the two. */
export const askSupporter = z
  .strictObject({
    /** What I call them. */
    name: personName,
    email: z.optional(emailAddress),
    phone: z.optional(phoneNumber),
    scopes,
    /** The last day, in the place's own calendar. */
    until: wholeDay,
    /** Version of the words that stood beside it (`GET /consent-wordings`, purpose `supporter`). */
    consentVersion: z.string().check(z.maxLength(20)),
  })
  .check(
    z.refine(({ email, phone }) => (email === undefined) !== (phone === undefined), {
      path: ['email'],
    }),
  )

/** Somebody who acts for me, or whom I asked. */
export const supporter = z.object({
  id,
  /** As I called them, or as they call themselves; null where nobody knows it any more. */
  name: z.nullable(z.string()),
  scopes,
  state: z.enum(SUPPORT_STATES),
  askedAt: instant,
  until: instant,
  endedAt: z.nullable(instant),
})
export type Supporter = z.output<typeof supporter>

/** Somebody I act for, or who asked me to. */
export const supported = z.object({
  id,
  person: z.object({ id, name: z.string() }),
  scopes,
  state: z.enum(['asked', 'active']),
  until: instant,
})
export type Supported = z.output<typeof supported>

/** One thing done for somebody: what kind, and when; never what it says. */
export const act = z.object({ at: instant, action: z.string() })
export type Act = z.output<typeof act>
