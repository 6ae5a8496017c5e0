import * as z from 'zod/mini'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { addressOf, emailAddress, phoneNumber, ROLES, type Role } from '../identity/index.ts'

/** Roles a steward may give; `member` is whoever belongs to an organisation. */
export const GRANTABLE = ROLES.filter((role): role is Exclude<Role, 'member'> => role !== 'member')
export type Grantable = (typeof GRANTABLE)[number]

/** What anybody may ask for by themselves (`product-spec.md` §2.2); the others are offered. */
export const ASKABLE = ['elected-member', 'funder', 'facilitator'] as const

export const SCOPE_KINDS = ['place', 'organisation', 'challenge', 'group'] as const
export type ScopeKind = (typeof SCOPE_KINDS)[number]

/** What each role may be held over: a whole place, or one thing in it. */
export const SCOPES_OF: Record<Grantable, readonly ScopeKind[]> = {
  commissioner: ['place', 'organisation', 'challenge'],
  broker: ['place', 'challenge'],
  facilitator: ['place', 'group'],
  steward: ['place'],
  'elected-member': ['place'],
  funder: ['place'],
  'finance-clerk': ['place'],
}

export const GRANT_STATES = ['requested', 'granted', 'suspended', 'ended'] as const
export type GrantState = (typeof GRANT_STATES)[number]

const role = z.enum(GRANTABLE)

/** Something in a place that a role may be held over; the label is its question or name. */
export const thing = z.object({ kind: z.enum(SCOPE_KINDS), id, label: z.string() })
export type Thing = z.output<typeof thing>

/** Who does what here, for everyone: never how to reach them. */
export const roleHere = z.object({
  role,
  /** Null for somebody who has not said their name. */
  name: z.nullable(z.string()),
  since: instant,
  until: z.nullable(instant),
})
export type RoleHere = z.output<typeof roleHere>

const held = {
  id,
  role,
  state: z.enum(GRANT_STATES),
  /** Null over the whole place. */
  over: z.nullable(thing),
  since: instant,
  until: z.nullable(instant),
  endedAt: z.nullable(instant),
  /** By their time: no longer of use, though nobody ended it. */
  isOver: z.boolean(),
  grantedBy: z.nullable(z.string()),
  /** What somebody wrote who asked for it. */
  words: z.nullable(z.string()),
  /** What the person was told when it was suspended or ended. */
  reason: z.nullable(z.string()),
  version: z.number(),
}

/** A role as the stewards of its place see it. */
export const grant = z.object({
  ...held,
  person: z.object({
    name: z.nullable(z.string()),
    /** Only where there is no name to tell them by. */
    contact: z.nullable(z.string()),
    /** Has signed in at least once. */
    verified: z.boolean(),
  }),
  /** A steward's own wish for another one; null for what the person asked for, or was set up with. */
  proposedBy: z.nullable(z.string()),
  /** What the reader may do with it just now. */
  can: z.array(z.enum(['grant', 'suspend', 'resume', 'end'])),
})
export type Grant = z.output<typeof grant>

/** A role as its holder sees it. */
export const ownGrant = z.object({ ...held, placeId: id, place: z.string() })
export type OwnGrant = z.output<typeof ownGrant>

/** Why, in the words the person reads. */
export const because = text({ min: 10, max: 500 })

const fits = ({ role: given, over }: { role: Grantable; over?: { kind: ScopeKind } | undefined }) =>
  SCOPES_OF[given].includes(over?.kind ?? 'place')

export const giveRole = z
  .strictObject({
    placeId: id,
    email: z.optional(emailAddress),
    /** Of somebody who has signed in with it. */
    phone: z.optional(phoneNumber),
    /** For somebody who has not said their own. */
    name: z.optional(text({ max: 80 })),
    role,
    /** Left out: the whole place. */
    over: z.optional(z.strictObject({ kind: z.enum(['organisation', 'challenge', 'group']), id })),
    until: z.optional(instant),
  })
  .check(
    z.refine(({ email, phone }) => (email === undefined) !== (phone === undefined), {
      path: ['email'],
    }),
    z.refine(fits, { path: ['over'] }),
  )

/** The same as a form asks it: one field for address or number, what it is over as `kind:id`, its last day. */
export const giveForm = z.strictObject({
  address: z.string().check(
    z.refine((typed) => {
      const given = addressOf(typed)
      return 'email' in given
        ? z.safeParse(emailAddress, given.email).success
        : z.safeParse(phoneNumber, given.phone).success
    }),
  ),
  name: text({ min: 0, max: 80 }),
  role,
  over: z.string(),
  until: z.union([z.literal(''), wholeDay]),
})

export const askForRole = z.strictObject({
  placeId: id,
  role: z.enum(ASKABLE),
  words: text({ min: 10, max: 300 }),
})
