import * as z from 'zod/mini'
import { id, instant } from '../http/index.ts'
import { LANGUAGES } from '../identity/index.ts'

/** What people are asked to agree to, one purpose each (PE5): separate, specific, withdrawable. */
export const PURPOSES = [
  'take-part',
  'access-needs',
  'phone',
  'formats',
  'supporter',
  'declaration',
  'draw-special',
] as const
export type Purpose = (typeof PURPOSES)[number]

/** A person with an account, or somebody with a place in a group, or a name in a draw, and no account. */
export const SUBJECT_KINDS = ['person', 'group-member', 'draw-name'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

const language = z.enum(LANGUAGES)

export const wording = z.object({
  purpose: z.enum(PURPOSES),
  version: z.string(),
  language,
  /** Sentence by sentence, as it is shown and as it is kept; `{name}` is who runs the group. */
  sentences: z.array(z.string()),
  /** Stands for `{name}` where nobody's name is known. */
  someone: z.string(),
  /** What happens when somebody takes it back; null where there is nothing to take back. */
  withdrawing: z.nullable(z.string()),
})
export type Wording = z.output<typeof wording>

export const consent = z.object({
  id,
  purpose: z.enum(PURPOSES),
  /** What it was given for: the name of a group or an organisation; null for the person's own details. */
  about: z.nullable(z.string()),
  wording: z.string(),
  version: z.string(),
  language,
  givenAt: instant,
  withdrawnAt: z.nullable(instant),
  /** What taking it back would do, in the reader's language; null where it cannot be, or has been. */
  withdrawing: z.nullable(z.string()),
})
export type Consent = z.output<typeof consent>

/** One opening of something sealed: who, when, what kind; never what it says. */
export const look = z.object({
  at: instant,
  /** Null where the name is not known any more. */
  who: z.nullable(z.string()),
  /** The reader is the person themselves. */
  byMe: z.boolean(),
  roles: z.array(z.string()),
  /** The vault's name for it: 'codesign.needs'. */
  what: z.string(),
  /** The group or organisation it was said to. */
  about: z.nullable(z.string()),
})
export type Look = z.output<typeof look>

export const ledger = z.object({ consents: z.array(consent), looks: z.array(look) })
