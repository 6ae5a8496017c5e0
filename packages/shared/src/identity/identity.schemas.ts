import * as z from 'zod/mini'
import { id, instant, text } from '../http/index.ts'

/**
 * What a person can be in a place (`product-spec.md` §2.2), as far as it exists today. `member` is not granted:
 * whoever belongs to an organisation is one.
 */
export const ROLES = [
  'member',
  'commissioner',
  'broker',
  'facilitator',
  'steward',
  'elected-member',
  'funder',
  'finance-clerk',
] as const
export type Role = (typeof ROLES)[number]

/** Too long ends the check: the pattern takes a second for 20,000 dots. */
export const emailAddress = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.maxLength(254, { abort: true }),
    z.regex(/^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\]+$/u),
  )

export const LANGUAGES = ['en', 'nl'] as const
export const language = z.enum(LANGUAGES)

/** A number as people write it; kept as E.164. */
export const phoneNumber = z.string().check(z.trim(), z.regex(/^\+?[0-9 ()./-]{7,30}$/))

/** Library and community-centre computers: short session, nothing kept on the device. */
const sharedComputer = z.optional(z.boolean())

/** An address or a number; one is enough (`product-spec.md` §2.2), and only one at a time. */
export const signInInput = z
  .strictObject({
    email: z.optional(emailAddress),
    phone: z.optional(phoneNumber),
    language: z.optional(language),
    sharedComputer,
  })
  .check(
    z.refine(({ email, phone }) => (email === undefined) !== (phone === undefined), {
      path: ['email'],
    }),
  )

/** What stands in the one field for both: an address has an @ in it, everything else is taken for a number. */
export const addressOf = (typed: string): { email: string } | { phone: string } => {
  const given = typed.trim()
  return given.includes('@') ? { email: given } : { phone: given }
}

const isAddress = (typed: string): boolean => z.safeParse(emailAddress, typed).success

/** That field, with what else the sign-in form asks; without texts only an address will do. */
export const signInForm = (texts: boolean) =>
  z.strictObject({
    address: z
      .string()
      .check(
        texts
          ? z.refine((typed) => isAddress(typed) || z.safeParse(phoneNumber, typed).success)
          : z.refine(isAddress, { error: 'no_address' }),
      ),
    sharedComputer: z.boolean(),
  })

/** How somebody would rather hear from us (`product-spec.md` §2.2). */
export const CHANNELS = ['email', 'sms', 'phone', 'post', 'group'] as const

export const session = z.object({
  /** Ten minutes, kept in memory only. */
  accessToken: z.string(),
  expiresInSeconds: z.number(),
  sharedComputer: z.boolean(),
})

export const me = z.object({
  id,
  displayName: z.nullable(z.string()),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  /** Six digits came back from it: it can be texted, and signed in with. */
  phoneProven: z.boolean(),
  preferredChannel: z.enum(CHANNELS),
  language,
  roles: z.array(z.object({ placeId: id, role: z.enum(ROLES) })),
  /** Roles over one thing in a place: a public body, a challenge, a group. */
  scoped: z.optional(
    z.array(
      z.object({
        placeId: id,
        role: z.enum(ROLES),
        kind: z.enum(['organisation', 'challenge', 'group']),
        id,
      }),
    ),
  ),
  /** Roles that wait for a second factor in this session. */
  asleep: z.array(z.enum(ROLES)),
  organisations: z.array(z.object({ id, placeId: id, name: z.string(), lead: z.boolean() })),
  version: z.number(),
})
export type Me = z.output<typeof me>

/** What somebody is called: one line, as it stands in subjects of letters and beside what they wrote. */
export const personName = text({ max: 80 }).check(
  z.refine((name) => !/[\n\t\u2028\u2029]/.test(name), { error: 'hidden_characters' }),
)

export const changeMe = z.strictObject({
  displayName: z.optional(personName),
  language: z.optional(language),
  phone: z.optional(z.nullable(phoneNumber)),
  /** Version of the words that stood beside a new number (`GET /consent-wordings`, purpose `phone`). */
  phoneConsent: z.optional(z.string().check(z.maxLength(20))),
  preferredChannel: z.optional(z.enum(CHANNELS)),
})

/** A device somebody is signed in on. */
export const device = z.object({
  id,
  /** 'Firefox, Android', or null where the browser did not say. */
  name: z.nullable(z.string()),
  startedAt: instant,
  lastUsedAt: instant,
  sharedComputer: z.boolean(),
  /** The one that asks. */
  here: z.boolean(),
})
export type Device = z.output<typeof device>

/** Six digits, with a gap or without. */
export const sixDigits = z.string().check(z.regex(/^\s*\d{3}\s?\d{3}\s*$/))
