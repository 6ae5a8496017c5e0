import * as z from 'zod/mini'
import { BLOCS, groupSession } from '../codesign/codesign.board.ts'
import { SAID_BY, startSession } from '../codesign/codesign.schemas.ts'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { KINDS, RESULTS } from './decisions.rules.ts'

/** How far a decision has come (§2.11). `objected`: not consented, whatever the reason but too few answers. */
export const DECISION_STATES = [
  'raised',
  'clarified',
  'open',
  'held',
  'consented',
  'objected',
  'integrating',
  'decided',
  'kept',
  'revised',
] as const
export type DecisionState = (typeof DECISION_STATES)[number]

/** I can live with this, I cannot, I stand aside. */
export const ANSWERS = ['yes', 'no', 'aside'] as const
export type Answer = (typeof ANSWERS)[number]

/** What an objection must name (§4.2). */
export const HARMS = ['harm', 'missing-person', 'broken-promise'] as const
export type Harm = (typeof HARMS)[number]

/** What the body that has to decide says to what the group said. */
export const BODY_ANSWERS = ['accept', 'in-part', 'not'] as const
export type BodyAnswer = (typeof BODY_ANSWERS)[number]

/** The words people answer on. */
export const wording = z.strictObject({
  text: text({ min: 10, max: 600 }),
  why: text({ min: 10, max: 600 }),
  /** What else there was, and why not that. */
  options: text({ min: 0, max: 600 }),
  affects: text({ min: 3, max: 300 }),
})

export const raiseDecision = z.strictObject({
  ...wording.shape,
  kind: z.enum(KINDS),
  /** From whom it came, where the facilitator writes it down; a member's own voice otherwise. */
  origin: z.optional(z.enum(BLOCS)),
})

export const clarifyDecision = z.strictObject({
  ...wording.shape,
  kind: z.enum(KINDS),
  /** A body has the last word by law; its named person answers within 20 working days. */
  bodyDecides: z.boolean(),
})

export const openDecision = z.strictObject({
  closesAt: instant,
  /** When the group looks again whether it works: nothing is consented without. */
  reviewOn: wholeDay,
})

const version = z.int().check(z.gte(1), z.lte(9))
export const answerDecision = z.strictObject({ version, answer: z.enum(ANSWERS) })

export const typeInAnswer = z.strictObject({
  version,
  answer: z.enum(ANSWERS),
  saidBy: z.enum(SAID_BY),
  /** Their answer was read back to them, or stands on their ballot. */
  readBack: z.literal(true),
})

export const objectTo = z.strictObject({
  version,
  kind: z.enum(HARMS),
  /** One sentence. */
  text: text({ min: 10, max: 300 }),
})

export const holdDecision = z.strictObject({ version, reason: text({ min: 10, max: 200 }) })
/** The one extra session: announced like any other, and always paid for. */
export const callSession = z.strictObject({
  ...startSession.shape,
  paidMinutes: z.optional(z.int().check(z.gte(15), z.lte(960))),
})
/** As somebody said it on the telephone or wrote it on paper, and it was read back to them. */
const typedFor = { memberId: id, saidBy: z.enum(SAID_BY), readBack: z.literal(true) }
export const typeInObjection = z.strictObject({ ...objectTo.shape, ...typedFor })
export const typeInHold = z.strictObject({ ...holdDecision.shape, ...typedFor })
export const closeDecision = z.strictObject({
  /** Nothing said on paper or by telephone waits to be typed in; needed unless everybody answered by themselves. */
  nothingLeft: z.optional(z.literal(true)),
})
export const answerObjection = z.strictObject({ answer: text({ min: 20, max: 600 }) })
export const bodyAnswers = z.strictObject({
  answer: z.enum(BODY_ANSWERS),
  reasons: text({ min: 20, max: 1000 }),
  objections: z
    .array(z.strictObject({ id, answer: text({ min: 20, max: 600 }) }))
    .check(z.maxLength(60)),
})
export const reviewDecision = z.strictObject({
  outcome: z.enum(['kept', 'revised']),
  note: text({ min: 10, max: 600 }),
})

export const whole = z.number()
const ofBloc = { bloc: z.enum(BLOCS), members: whole }
/** Figures where they give nobody's answer away, the side otherwise; the same within the group and outside. */
export const publicCount = z.union([
  z.object({
    ...ofBloc,
    shown: z.literal('figures'),
    yes: whole,
    no: whole,
    aside: whole,
  }),
  z.object({ ...ofBloc, shown: z.literal('side'), moreThanHalf: z.nullable(z.boolean()) }),
])

const objection = z.object({
  id,
  kind: z.enum(HARMS),
  text: z.string(),
  mine: z.boolean(),
  /** Typed in for me by whoever runs the group; of others nobody is told. */
  typedIn: z.boolean(),
  takenBack: z.boolean(),
  answer: z.nullable(z.object({ text: z.string(), by: z.string() })),
})

const decisionVersion = z.object({
  number: whole,
  why: z.enum(['first', 'again', 'integrated']),
  wording: z.object({
    text: z.string(),
    why: z.string(),
    options: z.string(),
    affects: z.string(),
  }),
  reviewOn: z.nullable(z.string()),
  openedAt: z.nullable(instant),
  closesAt: z.nullable(instant),
  closedAt: z.nullable(instant),
  result: z.nullable(z.enum(RESULTS)),
  /** Once it is closed. */
  counts: z.array(publicCount),
  objections: z.array(objection),
  hold: z.object({
    calls: whole,
    needed: whole,
    reasons: z.array(z.string()),
    at: z.nullable(instant),
    until: z.nullable(instant),
    mine: z.boolean(),
    /** The extra session residents are owed, once it is called. */
    session: z.nullable(
      z.pick(groupSession, { id: true, startsAt: true, endsAt: true, state: true }),
    ),
  }),
})

/** A decision as people in the group and whoever runs it see it. */
export const decision = z.object({
  id,
  number: whole,
  kind: z.enum(KINDS),
  origin: z.enum(BLOCS),
  state: z.enum(DECISION_STATES),
  bodyDecides: z.boolean(),
  /** The first is the newest. */
  versions: z.array(decisionVersion),
  /** Nothing is decided on these words before then: people have had them for five working days. Null once that is so. */
  notBefore: z.nullable(instant),
  /** While it is open, all that is told of the count: how many have answered, of how many. */
  answered: z.object({ answered: whole, of: whole }),
  /** What stands in my name; never anybody else's. */
  mine: z.nullable(
    z.object({
      may: z.boolean(),
      answer: z.nullable(z.enum(ANSWERS)),
      typedIn: z.boolean(),
    }),
  ),
  /** For which voice I answer, and how many people do with me; null where I am not asked, or nothing is open. */
  voice: z.nullable(z.object({ bloc: z.enum(BLOCS), members: whole })),
  runs: z.boolean(),
  /** A body's last word: by when, and what it was. */
  body: z.nullable(
    z.object({
      name: z.string(),
      dueAt: z.nullable(instant),
      late: z.boolean(),
      answer: z.nullable(z.enum(BODY_ANSWERS)),
      reasons: z.string(),
      answeredAt: z.nullable(instant),
    }),
  ),
  decidedAt: z.nullable(instant),
  review: z.nullable(
    z.object({
      on: z.string(),
      outcome: z.nullable(z.enum(['kept', 'revised'])),
      note: z.string(),
    }),
  ),
  /** For whoever runs the group, where it is read alone: whom no letter about the result reaches, and how to ring them. */
  ring: z.optional(z.array(z.object({ name: z.string(), reference: z.string(), how: z.string() }))),
})
export type Decision = z.output<typeof decision>
