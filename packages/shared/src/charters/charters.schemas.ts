import * as z from 'zod/mini'
import { BLOCS, RUNGS } from '../codesign/codesign.board.ts'
import { id, instant, text } from '../http/index.ts'

/** What every group has by right, whatever else its charter says (§4.2); each has words in the catalogues. */
export const RIGHTS = [
  'agenda',
  'papers',
  'hold',
  'veto',
  'answer',
  'score',
  'leave',
  'mark',
] as const

/** SCIE's four principles of co-production: how each is kept here, in a sentence. */
export const CHECKS = ['equality', 'diversity', 'access', 'reciprocity'] as const

const said = text({ max: 600 })

/** A charter as it is written: the power statement, how the group works, and four checks (CD1). */
export const charterText = z.strictObject({
  rung: z.enum(RUNGS),
  decides: said,
  shapes: said,
  fixed: said,
  answersBy: text({ max: 200 }),
  /** Ground rules; the residents' alone to refuse. */
  rules: text({ max: 2000 }),
  /** How often, where, how long. */
  meeting: said,
  /** What to expect: hours, what is asked, what is never asked. */
  expect: said,
  equality: said,
  diversity: said,
  access: said,
  reciprocity: said,
})
export type CharterText = z.output<typeof charterText>

/** The same as it is shown. */
export const shownCharterText = z.object({
  rung: z.enum(RUNGS),
  decides: z.string(),
  shapes: z.string(),
  fixed: z.string(),
  answersBy: z.string(),
  rules: z.string(),
  meeting: z.string(),
  expect: z.string(),
  equality: z.string(),
  diversity: z.string(),
  access: z.string(),
  reciprocity: z.string(),
})

export const CHARTER_ANSWERS = ['agree', 'not-yet'] as const

/** How far one voice has come with it. */
const voice = z.object({
  bloc: z.enum(BLOCS),
  members: z.number(),
  agree: z.number(),
  notYet: z.number(),
  /** Enough of them have answered, and more than half of those can live with it. */
  agreed: z.boolean(),
})

export const charter = z.object({
  id,
  version: z.number(),
  state: z.enum(['drafting', 'asked', 'agreed', 'replaced']),
  text: shownCharterText,
  askedAt: z.nullable(instant),
  agreedAt: z.nullable(instant),
})
export type Charter = z.output<typeof charter>

/** One that is being answered, for those within. */
export const openCharter = z.object({
  charter,
  voices: z.array(voice),
  /** What must change before somebody can live with it: their words, not their name. */
  wishes: z.array(z.object({ bloc: z.enum(BLOCS), words: z.string() })),
  mine: z.nullable(z.object({ answer: z.enum(CHARTER_ANSWERS), words: z.string() })),
})
export type OpenCharter = z.output<typeof openCharter>
