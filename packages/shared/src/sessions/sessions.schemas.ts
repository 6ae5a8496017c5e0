import * as z from 'zod/mini'
import { BLOCS, SESSION_STATES } from '../codesign/index.ts'
import { id, instant, text } from '../http/index.ts'
import { NEED_KINDS, NEED_STATES, OUTCOMES, PURPOSES, REMIND, REPLIES } from './sessions.words.ts'

export const agendaItem = z.object({
  id,
  title: z.string(),
  minutes: z.number(),
  purpose: z.enum(PURPOSES),
  /** Whose it is; null: whoever runs the group. */
  bloc: z.nullable(z.enum(BLOCS)),
  mine: z.boolean(),
  /** Was to be decided; its paper was not out in time. Of residents, so it is talked about. */
  fellOff: z.boolean(),
  /** Came off the agenda of the session that began then; null: always stood here. */
  movedFrom: z.nullable(instant),
  /** People could read about it in time, so it may be decided. */
  mayDecide: z.boolean(),
})
export type AgendaItem = z.output<typeof agendaItem>

export const paper = z.object({
  id,
  itemId: id,
  title: z.string(),
  summary: z.string(),
  body: z.string(),
  link: z.nullable(z.string()),
  publishedAt: z.nullable(instant),
  /** Out five working days before. */
  inTime: z.boolean(),
  /** Age in years at which most people can read it; null while it is too short to tell. */
  readingAge: z.nullable(z.number()),
})
export type Paper = z.output<typeof paper>

/** One's own need, without a word of what it is. */
export const ownNeed = z.object({
  id,
  state: z.enum(NEED_STATES),
  /** Said when joining. */
  fromJoining: z.boolean(),
})
export type OwnNeed = z.output<typeof ownNeed>

export const outcome = z.object({
  id,
  kind: z.enum(OUTCOMES),
  text: z.string(),
  who: z.string(),
})

const mean = z.object({ people: z.number(), heard: z.number(), changed: z.number() })
export type FeltMean = z.output<typeof mean>

export const felt = z.object({
  mine: z.nullable(z.object({ heard: z.number(), changed: z.number() })),
  /** Two taps are taken from the end of the session for a week. */
  open: z.boolean(),
  until: instant,
  /** Once the week is over, of blocs in which five or more answered; residents first. */
  shown: z.nullable(
    z.object({
      all: z.nullable(mean),
      blocs: z.array(z.object({ bloc: z.enum(BLOCS), mean: z.nullable(mean) })),
    }),
  ),
})
export type Felt = z.output<typeof felt>

/** A session as somebody within the group sees it. */
export const sessionInside = z.object({
  id,
  groupId: id,
  groupName: z.string(),
  state: z.enum(SESSION_STATES),
  startsAt: instant,
  endsAt: instant,
  venue: z.string(),
  address: z.nullable(z.string()),
  gettingThere: z.string(),
  stepFree: z.boolean(),
  link: z.nullable(z.string()),
  breaks: z.string(),
  paidMinutes: z.number(),
  capacity: z.nullable(z.number()),
  seatsLeft: z.nullable(z.number()),
  coming: z.object({
    residents: z.number(),
    organisations: z.number(),
    'public-bodies': z.number(),
    maybe: z.number(),
    waiting: z.number(),
  }),
  cancelledLate: z.boolean(),
  cancelledWhy: z.string(),
  facilitator: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
  runs: z.boolean(),
  me: z.nullable(
    z.object({
      bloc: z.enum(BLOCS),
      reply: z.nullable(z.enum(REPLIES)),
      brings: z.boolean(),
      /** Place in the queue from 1, for who waits. */
      place: z.nullable(z.number()),
      remind: z.enum(REMIND),
      needs: z.array(ownNeed),
    }),
  ),
  agenda: z.object({
    items: z.array(agendaItem),
    /** Had no paper in time and came off; when the session begins that has it now, null while there is none. */
    off: z.array(z.object({ id, title: z.string(), next: z.nullable(instant) })),
    publishedAt: z.nullable(instant),
    /** Minutes of the first third that no resident has filled or given back. */
    missing: z.number(),
    third: z.number(),
    returned: z.number(),
    returnedByMe: z.boolean(),
  }),
  papersDueAt: z.nullable(instant),
  papers: z.array(paper),
  notes: z.nullable(z.string()),
  notesDueAt: z.nullable(instant),
  notesSharedAt: z.nullable(instant),
  notesLate: z.boolean(),
  outcomes: z.array(outcome),
  felt,
})
export type SessionInside = z.output<typeof sessionInside>

export const sessionBrief = z.object({
  id,
  state: z.enum(SESSION_STATES),
  startsAt: instant,
  endsAt: instant,
  venue: z.string(),
  reply: z.nullable(z.enum(REPLIES)),
  outcomes: z.number(),
  isOver: z.boolean(),
})
export type SessionBrief = z.output<typeof sessionBrief>

export const sessionsOfGroup = z.object({
  groupName: z.string(),
  runs: z.boolean(),
  remind: z.nullable(z.enum(REMIND)),
  items: z.array(sessionBrief),
  ledger: z.object({
    held: z.number(),
    /** Held ones that led to an action, a test or a decision (M38). */
    doing: z.number(),
    /** Two in a row led to nothing: stop, change or test. */
    talkingShop: z.boolean(),
    /** Points on agendas of held sessions, and how many residents raised (M18). */
    items: z.number(),
    residentsItems: z.number(),
    /** Stated before held sessions, and met: not what was only explained (M25). */
    needs: z.number(),
    needsKept: z.number(),
  }),
})
export type SessionsOfGroup = z.output<typeof sessionsOfGroup>

export const replyBody = z.strictObject({
  answer: z.enum(['yes', 'no', 'maybe']),
  brings: z.boolean(),
})
export const raiseBody = z.strictObject({
  title: text({ max: 140 }),
  minutes: z.int().check(z.gte(1), z.lte(60)),
  purpose: z.enum(PURPOSES),
})
export const needBody = z.strictObject({
  kind: z.enum(NEED_KINDS),
  words: text({ max: 400 }),
})
export const feltBody = z.strictObject({
  heard: z.int().check(z.gte(1), z.lte(5)),
  changed: z.int().check(z.gte(1), z.lte(5)),
})
