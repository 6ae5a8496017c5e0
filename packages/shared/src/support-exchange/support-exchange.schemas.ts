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
