import * as z from 'zod/mini'
import { BLOCS, GROUP_STATES, RUNGS } from '../codesign/codesign.board.ts'
import { LADDER } from '../codesign/codesign.ladder.ts'
import { SAID_BY } from '../codesign/codesign.schemas.ts'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { language } from '../identity/identity.schemas.ts'
import { MARKS, NAMED_AS, OUTCOMES_OF_SUGGESTIONS, SUGGESTION_STATES } from './suggestions.words.ts'

const whole = z.number()
/** What was said, in their own words. */
const words = text({ min: 5, max: 600 })

export const saySuggestion = z.strictObject({
  text: words,
  language,
  namedAs: z.enum(NAMED_AS),
})

/** Written down by whoever runs the group: for a member, read back to them; or out of the notes of a session. */
export const typeSuggestion = z.strictObject({
  text: words,
  language,
  from: z.union([
    z.strictObject({
      memberId: id,
      saidBy: z.enum(SAID_BY),
      namedAs: z.enum(NAMED_AS),
      readBack: z.literal(true),
    }),
    z.strictObject({ sessionId: id, bloc: z.enum(BLOCS) }),
  ]),
})

export const acknowledgeSuggestion = z.strictObject({
  /** What happens with it now, in a sentence to whoever said it. */
  words: text({ min: 5, max: 400 }),
  /** When it is decided; the answer is due 20 working days after. */
  decidedOn: wholeDay,
})

export const answerSuggestion = z.strictObject({
  to: z.enum(OUTCOMES_OF_SUGGESTIONS),
  /** What happens or happened; the reason where it is partly or not done. */
  words: text({ min: 10, max: 800 }),
  /** Who answers for it: a name and what they do. */
  named: text({ min: 2, max: 120 }),
  /** By when, where it is being done. */
  doneBy: z.nullable(wholeDay),
})

export const GROUP_STEPS = ['active', 'reporting-back', 'homework-marked', 'closed'] as const
export type GroupStep = (typeof GROUP_STEPS)[number]

export const typeHomework = z.strictObject({
  memberId: id,
  marks: z.array(z.strictObject({ suggestionId: id, mark: z.enum(MARKS) })).check(z.maxLength(200)),
  rung: z.nullable(z.enum(LADDER)),
  saidBy: z.enum(SAID_BY),
  readBack: z.literal(true),
})

const move = z.object({
  to: z.enum(SUGGESTION_STATES),
  words: z.string(),
  named: z.string(),
  doneBy: z.nullable(wholeDay),
  at: instant,
})

/** Marks of one side of the table: figures, only what most said, or nothing (k = 5). */
export const marked = z.union([
  z.object({ shown: z.literal('figures'), satisfied: whole, not: whole, unsure: whole }),
  z.object({ shown: z.literal('most'), mark: z.enum(MARKS) }),
  z.object({ shown: z.literal('few') }),
])
export type Marked = z.output<typeof marked>

/** One suggestion as everybody may read it. */
export const suggestion = z.object({
  id,
  number: whole,
  text: z.string(),
  language: z.string(),
  bloc: z.enum(BLOCS),
  /** Their first name, where they wished it. */
  name: z.nullable(z.string()),
  state: z.enum(SUGGESTION_STATES),
  /** Our own promise is broken: nobody answered, or the day it was promised for is over. */
  late: z.boolean(),
  /** By when the next thing is owed; null once it is closed. */
  dueAt: z.nullable(instant),
  saidAt: instant,
  closedAt: z.nullable(instant),
  moves: z.array(move),
  /** Once the meeting is closed. */
  marks: z.nullable(z.object({ residents: marked, others: marked })),
})
export type Suggestion = z.output<typeof suggestion>

/** The same from within. */
export const insideSuggestion = z.object({
  ...suggestion.shape,
  /** Mine, and what I said of how it was done. */
  mine: z.boolean(),
  namedAs: z.enum(NAMED_AS),
  myMark: z.nullable(z.enum(MARKS)),
  /** For whoever runs the group: whom to ring about it, because no letter reaches them. */
  ring: z.nullable(z.string()),
})
export type InsideSuggestion = z.output<typeof insideSuggestion>

export const suggestionCounts = z.object({
  all: whole,
  open: whole,
  doing: whole,
  done: whole,
  partly: whole,
  'not-doing': whole,
  late: whole,
})
export type SuggestionCounts = z.output<typeof suggestionCounts>

export const homework = z.object({
  dueAt: instant,
  /** The session at which it is marked; null until it is announced, and where it was called off. */
  meeting: z.nullable(z.object({ id, startsAt: instant, venue: z.string() })),
  heldAt: z.nullable(instant),
  /** Nobody marks any more. */
  closedAt: z.nullable(instant),
  /** People have been asked how much say they had. */
  ladderAsked: z.boolean(),
  late: z.boolean(),
})
export type Homework = z.output<typeof homework>

/** Where the members say the group stood on the ladder, once it is closed. */
export const experienced = z.object({
  bloc: z.nullable(z.enum(BLOCS)),
  median: z.nullable(z.enum(LADDER)),
  /** Rungs between what was promised and what was lived; in halves. */
  gap: z.nullable(z.number()),
  /** Null where fewer than five said so. */
  people: z.nullable(whole),
})

export const saidGroup = z.object({
  id,
  name: z.string(),
  state: z.enum(GROUP_STATES),
  declared: z.enum(RUNGS),
  /** What a page shows: the declared rung, unless the body overrode twice. */
  shown: z.enum(LADDER),
  overrides: whole,
  question: z.string(),
  slug: z.string(),
})

export const youSaid = z.object({
  group: saidGroup,
  counts: suggestionCounts,
  homework: z.nullable(homework),
  ladder: z.nullable(z.array(experienced)),
  items: z.array(suggestion),
})
export type YouSaid = z.output<typeof youSaid>

export const inside = z.object({
  group: saidGroup,
  runs: z.boolean(),
  counts: suggestionCounts,
  homework: z.nullable(homework),
  ladder: z.nullable(z.array(experienced)),
  /** Where I put the group. */
  myRung: z.nullable(z.enum(LADDER)),
  /** Everybody may read how much each voice counted. */
  influencePublic: z.boolean(),
  items: z.array(insideSuggestion),
})
export type Inside = z.output<typeof inside>

/** One answer that residents wait for. */
export const owed = z.object({
  id,
  group: z.object({ id, name: z.string() }),
  number: whole,
  text: z.string(),
  language: z.string(),
  bloc: z.enum(BLOCS),
  state: z.enum(SUGGESTION_STATES),
  named: z.string(),
  dueAt: instant,
  late: z.boolean(),
  /** Working days left; below nought when it is over. */
  daysLeft: whole,
  /** The reader may answer it themselves. */
  mine: z.boolean(),
})
export type Owed = z.output<typeof owed>
