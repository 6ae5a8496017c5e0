import * as z from 'zod/mini'
import { ROUTES } from '../challenges/index.ts'
import { id, instant, text } from '../http/index.ts'

/** Whose eyes they were (§2.4): both kinds have to have looked before a challenge opens. */
export const READS_AS = ['resident', 'organisation'] as const
export const readsAs = z.enum(READS_AS)

/** Residents, and organisations with less than £100,000 a year, who say something before it opens (J-04). */
export const READERS_NEEDED = 2
/** Working days within which whoever asks answers a reader by name (J-04). */
export const READER_ANSWER_DAYS = 5
/** Reading longer than this is work, and paid (J-04). */
export const UNPAID_SECONDS = 20 * 60
/** What one person may say of one challenge. */
export const MOST_COMMENTS = 20
export const COMMENT_LENGTH = { min: 3, max: 1000 } as const
export const READER_ANSWER_LENGTH = { min: 10, max: 2000 } as const
/** Nobody reads longer than this in one go; a page left open is not reading. */
export const MOST_SECONDS = 4 * 3600

/** The parts of a brief whose sentences can be marked, in the order they are read. */
export const READ_FIELDS = [
  'question',
  'summary',
  'whyNow',
  'whoIsAffected',
  'leastServed',
  'outcome',
  'organisationBenefit',
  'tried',
  'lookedWhere',
  'inventReason',
  'notAtRisk',
  'constraints',
  'otherOffer',
  'payWhen',
  'criteria',
  'eligibility',
  'askCostReason',
] as const
export type ReadField = (typeof READ_FIELDS)[number]
const readField = z.enum(READ_FIELDS)

/** A text in the pieces somebody can mark: its lines, cut after `.`, `!` or `?`. */
export const sentencesOf = (words: string): string[] =>
  (words.match(/\S.*?(?:[.!?…]["'”’)\]]*(?=\s|$)|$)/gm) ?? []).map((one) => one.trim())

/** What somebody says of a challenge before it opens: of one sentence, or of the whole of it. */
export const giveComment = z.strictObject({
  readsAs,
  /** The organisation it is read for; one they belong to. */
  organisationId: z.optional(id),
  field: z.optional(readField),
  /** One sentence of that part, as it stands there now. */
  quote: z.optional(text({ min: 1, max: 3000 })),
  words: text(COMMENT_LENGTH),
  /** Reading and writing, since the page was opened or the last comment was sent. */
  secondsTaken: z.optional(z.int().check(z.gte(0), z.lte(MOST_SECONDS))),
})
export type GiveComment = z.output<typeof giveComment>

/** What a reader said, and the answer by name; the same for everybody. Never more of a resident than a first name. */
export const readerComment = z.object({
  id,
  readsAs,
  /** A resident's first name, or the organisation's; null for a resident who gave none. */
  from: z.nullable(z.string()),
  field: z.nullable(readField),
  quote: z.nullable(z.string()),
  words: z.string(),
  /** Whole days in the place's zone. */
  saidOn: z.string(),
  answerBy: z.string(),
  answer: z.nullable(z.string()),
  answeredBy: z.nullable(z.string()),
  answeredOn: z.nullable(z.string()),
})
export type ReaderComment = z.output<typeof readerComment>

/** How far a read-through has got. */
export const readCounts = z.object({
  residents: z.number(),
  smallOrganisations: z.number(),
  unanswered: z.number(),
  needed: z.number(),
})

/** A challenge in the list of those that look for readers. */
export const beingRead = z.object({
  id,
  question: z.string(),
  organisation: z.string(),
  readUntil: z.nullable(instant),
  /** Its broker lets it open with fewer readers, or sooner. */
  shortened: z.boolean(),
  /** How long most people take to read it. */
  minutes: z.number(),
  counts: z.object({ residents: z.number(), smallOrganisations: z.number(), needed: z.number() }),
})
export type BeingRead = z.output<typeof beingRead>

const pence = z.number()

/** A challenge before it opens, for whoever has its link; afterwards what its readers said. */
export const reading = z.object({
  id,
  /** It can still be read and spoken about. */
  open: z.boolean(),
  /** Its public page, once it has one. */
  slug: z.nullable(z.string()),
  question: z.string(),
  asker: z.object({ organisation: z.string(), person: z.string() }),
  readUntil: z.nullable(instant),
  shortenedReason: z.nullable(z.string()),
  /** How long most people take to read it. */
  minutes: z.number(),
  parts: z.array(z.object({ field: readField, text: z.string() })),
  /** Who wrote the sentence in somebody's own voice. */
  outcomeBy: z.string(),
  facts: z.object({
    areas: z.array(z.string()),
    participationPence: pence,
    backfillPence: pence,
    testsPence: pence,
    accessPence: pence,
    payHourlyPence: z.nullable(pence),
    officerHours: z.nullable(z.number()),
    route: z.enum(ROUTES),
    hoursPerMonth: z.nullable(z.number()),
    cohortSize: z.number(),
    closesAt: z.nullable(instant),
    resultsBy: z.nullable(z.string()),
    startsOn: z.nullable(z.string()),
    endsOn: z.nullable(z.string()),
  }),
  counts: readCounts,
  /** Small groups that were asked by us to read it; everybody else came by themselves. */
  groupsAsked: z.number(),
  comments: z.array(readerComment),
})
export type Reading = z.output<typeof reading>
