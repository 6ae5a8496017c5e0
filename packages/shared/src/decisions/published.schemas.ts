import * as z from 'zod/mini'
import { BLOCS } from '../codesign/codesign.board.ts'
import { LADDER } from '../codesign/codesign.ladder.ts'
import { id, instant } from '../http/index.ts'
import { KINDS, RESULTS } from './decisions.rules.ts'
import { DECISION_STATES, decision, HARMS, publicCount, whole } from './decisions.schemas.ts'

const fraction = z.object({ num: whole, den: whole })

/** One version as it was asked, and what came of it: enough to do the sum again. */
const publishedVersion = z.object({
  number: whole,
  why: z.enum(['first', 'again', 'integrated']),
  wording: z.object({
    text: z.string(),
    why: z.string(),
    options: z.string(),
    affects: z.string(),
  }),
  closesAt: z.nullable(instant),
  closedAt: z.nullable(instant),
  result: z.nullable(z.enum(RESULTS)),
  blocs: z.array(publicCount),
  support: z.nullable(fraction),
  /** Objections nobody took back before the count, whether answered by now or not; null until it is counted. */
  objectionsStanding: z.nullable(whole),
})
export type PublishedVersion = z.output<typeof publishedVersion>

/** A decision as everybody may read it: nobody's answer can be worked out from it (T-13). */
export const publishedDecision = z.object({
  id,
  number: whole,
  kind: z.enum(KINDS),
  origin: z.enum(BLOCS),
  state: z.enum(DECISION_STATES),
  /** Every version that was opened, the newest first: none goes when the next one comes. */
  versions: z.array(publishedVersion),
  objections: z.array(
    z.object({
      version: whole,
      kind: z.enum(HARMS),
      text: z.string(),
      answer: z.string(),
      by: z.string(),
    }),
  ),
  body: decision.shape.body,
  decidedAt: z.nullable(instant),
  review: decision.shape.review,
})
export type PublishedDecision = z.output<typeof publishedDecision>

/** All decisions of a group with what they say of equal influence (M19–M21). */
export const publishedDecisions = z.object({
  group: z.object({ id, name: z.string(), declared: z.enum(LADDER), experienced: z.enum(LADDER) }),
  overrides: whole,
  influence: z.object({
    voices: z.array(z.object({ bloc: z.enum(BLOCS), closed: whole, share: z.nullable(fraction) })),
    parity: z.nullable(fraction),
    reasoned: z.nullable(fraction),
  }),
  items: z.array(publishedDecision),
})
export type PublishedDecisions = z.output<typeof publishedDecisions>

/** What waits for a named person's answer. */
export const toAnswer = z.object({
  id,
  group: z.object({ id, name: z.string() }),
  number: whole,
  text: z.string(),
  result: z.enum(RESULTS),
  dueAt: instant,
  late: z.boolean(),
  objections: z.array(z.object({ id, kind: z.enum(HARMS), text: z.string(), answer: z.string() })),
})
export type ToAnswer = z.output<typeof toAnswer>
