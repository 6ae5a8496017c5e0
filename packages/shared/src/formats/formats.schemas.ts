import * as z from 'zod/mini'
import { id } from '../http/index.ts'

/**
 * How somebody likes to read and follow (`product-spec.md` §2.2). A closed list and no box to write in, so that nobody
 * is asked why and no diagnosis is ever kept.
 */
export const FORMATS = [
  'large-print',
  'easy-read',
  'audio',
  'sign-language',
  'translated',
  'paper',
] as const
export type Format = (typeof FORMATS)[number]

export const formats = z.array(z.enum(FORMATS)).check(z.maxLength(FORMATS.length))

export const myFormats = z.object({
  formats,
  /** Groups whose facilitator sees them beside the name just now. */
  seenIn: z.array(z.object({ id, name: z.string() })),
  /** Groups they took a place in since: shown there when they save it again. */
  notYetIn: z.array(z.object({ id, name: z.string() })),
  version: z.number(),
})
export type MyFormats = z.output<typeof myFormats>

export const chooseFormats = z.strictObject({
  formats,
  /** Version of the words that stood beside the list (`GET /consent-wordings`, purpose `formats`). */
  consentVersion: z.optional(z.string().check(z.maxLength(20))),
})
