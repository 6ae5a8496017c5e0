import * as z from 'zod/mini'
import { id, instant, text, wholeDay } from '../http/index.ts'

/** What a case is about (`product-spec.md` §2.5). */
export const SUBJECTS = ['challenge', 'organisation', 'register', 'pair', 'group'] as const
export type SubjectKind = (typeof SUBJECTS)[number]

/** The partnering cycle; a case may move either way. */
export const STAGES = ['scoping', 'managing', 'reviewing', 'sustaining'] as const
export type Stage = (typeof STAGES)[number]

export const ACTIONS = [
  'call',
  'visit',
  'typed-for',
  'introduction',
  'invitation',
  'nudge',
  'joint-interest-seed',
  'mediation',
  'capacity-warning',
  'access-arranged',
  'barrier-raised',
] as const
export type ActionKind = (typeof ACTIONS)[number]

/** Minutes of one line of the log. */
export const MOST_MINUTES = 600
export const minutes = z.number().check(z.int(), z.gte(0), z.lte(MOST_MINUTES))

/** Whom or what a case is about, as it is begun. */
export const subjectIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('challenge'), challengeId: id }),
  z.strictObject({ kind: z.literal('organisation'), organisationId: id }),
  z.strictObject({ kind: z.literal('register'), registerEntryId: id }),
  z.strictObject({ kind: z.literal('pair'), organisationId: id, otherOrganisationId: id }),
  z.strictObject({ kind: z.literal('group'), groupId: id }),
])
export type SubjectIn = z.output<typeof subjectIn>

const nextAction = text({ min: 0, max: 300 })
const neutralityNote = text({ min: 0, max: 600 })

export const startCase = z.strictObject({
  subject: subjectIn,
  /** The challenge it is also about, where its subject is another. */
  challengeId: z.optional(z.nullable(id)),
  title: text({ min: 3, max: 160 }),
  nextAction: z.optional(nextAction),
  dueOn: z.optional(z.nullable(wholeDay)),
  /** Somebody of the place's own broker body, or hired from elsewhere. */
  brokerKind: z.optional(z.enum(['internal', 'external'])),
})

export const changeCase = z.strictObject({
  title: z.optional(text({ min: 3, max: 160 })),
  nextAction: z.optional(nextAction),
  dueOn: z.optional(z.nullable(wholeDay)),
  neutralityNote: z.optional(neutralityNote),
  brokerKind: z.optional(z.enum(['internal', 'external'])),
})

export const addAction = z.strictObject({
  kind: z.enum(ACTIONS),
  /** Who asked for it, in the broker's words. */
  whoAsked: text({ min: 0, max: 160 }),
  /** How they agreed: "said yes on the phone, 3 March". */
  consentReference: text({ min: 0, max: 300 }),
  minutes,
  outcome: text({ min: 0, max: 1000 }),
  /** Where it was another day than today. */
  happenedOn: z.optional(z.nullable(wholeDay)),
})

/** A call or visit to somebody who waits on the desk, whether or not there is a case about it. */
export const addNote = z.strictObject({
  /** What it is about; left out where it is about their hours. */
  challengeId: z.optional(z.nullable(id)),
  organisationId: z.optional(z.nullable(id)),
  registerEntryId: z.optional(z.nullable(id)),
  kind: z.enum(['call', 'visit']),
  minutes,
  outcome: text({ min: 0, max: 1000 }),
})

/** One side of a case, named for the reader. */
const named = z.object({ id, name: z.string() })

export const caseSummary = z.object({
  id,
  title: z.string(),
  subject: z.object({ kind: z.enum(SUBJECTS), about: z.array(named) }),
  challenge: z.nullable(z.object({ id, question: z.string(), slug: z.nullable(z.string()) })),
  stage: z.enum(STAGES),
  nextAction: z.string(),
  dueOn: z.nullable(z.string()),
  broker: z.object({ name: z.string(), me: z.boolean() }),
  state: z.enum(['open', 'closed']),
  /** All minutes of its log. */
  minutes: z.number(),
  changedAt: instant,
})
export type CaseSummary = z.output<typeof caseSummary>

export const actionLine = z.object({
  id,
  kind: z.enum(ACTIONS),
  by: z.string(),
  whoAsked: z.string(),
  consentReference: z.string(),
  minutes: z.number(),
  outcome: z.string(),
  /** The whole day it happened, where that was another than the one it was written down. */
  happenedOn: z.nullable(z.string()),
  at: instant,
})
export type ActionLine = z.output<typeof actionLine>

export const brokerCase = z.object({
  ...caseSummary.shape,
  brokerKind: z.enum(['internal', 'external']),
  neutralityNote: z.string(),
  outcome: z.string(),
  closedAt: z.nullable(instant),
  /** Newest first. */
  log: z.array(actionLine),
  moves: z.array(
    z.object({ from: z.nullable(z.enum(STAGES)), to: z.enum(STAGES), by: z.string(), at: instant }),
  ),
  version: z.number(),
})
export type BrokerCase = z.output<typeof brokerCase>

/** What may wait for a broker. */
export const QUEUE_KINDS = [
  'case',
  'answers',
  'question-back',
  'questions',
  'readers',
  'by-hand',
  'tell',
  'together-by-hand',
  'gap',
  'introduction',
  'introduction-by-hand',
  'capacity',
  'untold',
  'proposal-to-read',
  'proposal-late',
  'proposal-double',
] as const
export type QueueKind = (typeof QUEUE_KINDS)[number]

/** What one of these usually takes, in minutes: a guess to plan a day by, never a measure of anybody. */
export const QUEUE_MINUTES: Readonly<Record<QueueKind, number>> = {
  case: 20,
  answers: 10,
  'question-back': 10,
  questions: 5,
  readers: 30,
  'by-hand': 10,
  tell: 10,
  'together-by-hand': 10,
  gap: 20,
  introduction: 10,
  'introduction-by-hand': 10,
  capacity: 10,
  untold: 5,
  'proposal-to-read': 10,
  'proposal-late': 10,
  'proposal-double': 10,
}

export const queueItem = z.object({
  kind: z.enum(QUEUE_KINDS),
  /** Who or what waits. */
  title: z.string(),
  /** How many of the kind, where they wait as one; or what is missing, in a word of the place. */
  count: z.number(),
  note: z.string(),
  since: z.nullable(instant),
  /** The first moment it is late; null where nothing is promised. */
  dueAt: z.nullable(instant),
  late: z.boolean(),
  minutes: z.number(),
  caseId: z.nullable(id),
  challenge: z.nullable(z.object({ id, slug: z.nullable(z.string()) })),
  organisationId: z.nullable(id),
  registerEntryId: z.nullable(id),
})
export type QueueItem = z.output<typeof queueItem>

/** One month of a broker's own work. */
export const monthFigures = z.object({
  /** YYYY-MM on the calendar of the place. */
  month: z.string(),
  minutes: z.number(),
  actions: z.number(),
  introductions: z.number(),
  invitations: z.number(),
  typedFor: z.number(),
})
