import * as z from 'zod/mini'
import { id, instant, text } from '../http/index.ts'
import { emailAddress, phoneNumber } from '../identity/index.ts'
import { theme } from '../places/index.ts'

/** Rows of one file at most; more is split by whoever brings it in. */
export const MOST_ROWS = 2_000
/** Bytes of one file at most. */
export const MOST_BYTES = 1024 * 1024

const said = {
  organisationName: text({ max: 160 }),
  contactName: text({ min: 0, max: 120 }),
  email: z.nullable(emailAddress),
  /** As people write it; kept as E.164. */
  phone: z.nullable(phoneNumber),
  themes: z.array(theme).check(z.maxLength(24)),
  areas: text({ min: 0, max: 200 }),
  notes: text({ min: 0, max: 1000 }),
}

/** Where we have them from, in a few words; whoever asks is told (UK GDPR art. 14). */
const source = text({ min: 2, max: 160 })

/** One person to ring at an organisation: an email address or a number is enough. */
export const contactInput = z.strictObject(said)
export type ContactInput = z.output<typeof contactInput>

export const newContact = z.strictObject({
  ...said,
  source,
  /** They know that we keep this. */
  theyKnow: z.boolean(),
})
export type NewContact = z.output<typeof newContact>

export const contact = z.object({
  id,
  organisationName: z.string(),
  contactName: z.string(),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  themes: z.array(theme),
  areas: z.string(),
  notes: z.string(),
  source: z.string(),
  addedBy: z.string(),
  addedAt: instant,
  /** When a broker said that they know; null until then. */
  toldAt: z.nullable(instant),
  /** The latest moment to tell them. */
  tellBy: instant,
  /** Goes by itself 24 months after. */
  lastUsedAt: instant,
  version: z.number(),
})
export type Contact = z.output<typeof contact>

export const contactFile = z.strictObject({
  /** The file as it is, in base64: how it is written is found out here. */
  content: z.string().check(z.minLength(1), z.maxLength(MOST_BYTES * 2)),
})

/** What a column of a file can be. */
export const CONTACT_COLUMNS = [
  'organisationName',
  'contactName',
  'email',
  'phone',
  'themes',
  'areas',
  'notes',
] as const
export type ContactColumn = (typeof CONTACT_COLUMNS)[number]

/** Why a value cannot be brought in. `unknown_theme` alone does not keep the line out. */
export const LINE_PROBLEMS = [
  'missing',
  'not_reachable',
  'not_email',
  'not_phone',
  'too_long',
  'too_many_cells',
  'twice',
  'kept_out',
  'unknown_theme',
] as const
export type LineProblem = (typeof LINE_PROBLEMS)[number]

export const LINE_STATES = ['new', 'change', 'same', 'refused'] as const
export type LineState = (typeof LINE_STATES)[number]

const column = z.enum(CONTACT_COLUMNS)

/** What would become of one row of a file. */
export const importLine = z.object({
  /** Where the row begins, as an editor counts: the first line of the file is 1. */
  line: z.number(),
  is: z.enum(LINE_STATES),
  /** As it would be kept; where it is refused, as it is written. */
  organisationName: z.string(),
  contactName: z.string(),
  email: z.nullable(z.string()),
  phone: z.nullable(z.string()),
  changes: z.array(z.object({ column, from: z.string(), to: z.string() })),
  problems: z.array(
    z.object({
      column: z.nullable(column),
      why: z.enum(LINE_PROBLEMS),
      /** Where the same stands already. */
      otherLine: z.nullable(z.number()),
    }),
  ),
})
export type ImportLine = z.output<typeof importLine>

const counts = z.object({
  new: z.number(),
  change: z.number(),
  same: z.number(),
  refused: z.number(),
})

export const importPreview = z.object({
  /** The first row, and what each of its names was taken for; null is left alone. */
  columns: z.array(z.object({ head: z.string(), column: z.nullable(column) })),
  counts,
  lines: z.array(importLine),
  /** Of this file and of what it meets in the book: whoever brings it in gives it back. */
  fingerprint: z.string(),
})
export type ImportPreview = z.output<typeof importPreview>

export const importContacts = z.strictObject({
  ...contactFile.shape,
  fingerprint: z.string().check(z.minLength(10), z.maxLength(120)),
  source,
  /** All of them know that we keep this. */
  theyKnow: z.boolean(),
})

export const imported = z.object({ counts })
