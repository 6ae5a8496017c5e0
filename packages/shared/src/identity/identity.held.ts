import * as z from 'zod/mini'
import { id, instant } from '../http/index.ts'

/** What somebody takes with them, by the kind of thing it is, in the order they read it. */
export const HELD_SECTIONS = [
  'person',
  'roles',
  'organisations',
  'groups',
  'places',
  'needs',
  'interests',
  'drafts',
  'voice',
  'challenges',
  'protections',
  'readings',
  'questions',
  'hearing',
  'groupsRun',
  'handled',
  'emails',
  'devices',
  'passkeys',
  'signIns',
  'consents',
  'supporters',
  'looks',
  'trail',
] as const
export type HeldSection = (typeof HELD_SECTIONS)[number]

/** Every name a held row may carry: each has words in both languages. */
export const HELD_FIELDS = [
  'name',
  'email',
  'phone',
  'language',
  'channel',
  'formats',
  'seen',
  'since',
  'role',
  'place',
  'until',
  'lead',
  'organisation',
  'group',
  'reference',
  'contact',
  'ways',
  'state',
  'text',
  'challenge',
  'why',
  'bring',
  'need',
  'with',
  'conflict',
  'hours',
  'at',
  'device',
  'shared',
  'subject',
  'purpose',
  'wording',
  'version',
  'withdrawn',
  'who',
  'what',
  'seconds',
  'kind',
  'how',
  'amount',
  'chosen',
  'heard',
  'changed',
] as const
export type HeldField = (typeof HELD_FIELDS)[number]

const value = z.nullable(z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
const heldRow = z.partialRecord(z.enum(HELD_FIELDS), value)
export type HeldRow = z.output<typeof heldRow>

/** Everything held about a person: as it stands, in full. */
export const everything = z.object({
  madeAt: instant,
  sections: z.array(z.object({ section: z.enum(HELD_SECTIONS), rows: z.array(heldRow) })),
})
export type Everything = z.output<typeof everything>

/** What stands in the way of leaving, and who could take it over. */
export const BLOCKERS = ['challenge', 'protection', 'organisation', 'group', 'role'] as const

export const erasure = z.object({
  blockers: z.array(z.object({ kind: z.enum(BLOCKERS), id, label: z.string() })),
  /** Organisations with nobody left after this: they end. */
  organisationsThatEnd: z.array(z.string()),
  /** Groups in which the person's place is given back. */
  groupsLeft: z.array(z.string()),
})
export type Erasure = z.output<typeof erasure>

/** Typed by hand, so that nobody is erased by a slip of the thumb. */
export const ERASE_WORDS = { en: 'erase', nl: 'wissen' } as const
export const eraseInput = z.strictObject({
  word: z
    .string()
    .check(
      z.trim(),
      z.toLowerCase(),
      z.regex(new RegExp(`^(${Object.values(ERASE_WORDS).join('|')})$`)),
    ),
})
