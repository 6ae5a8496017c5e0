import * as z from 'zod/mini'
import { framingFinding } from '../framing/framing.schemas.ts'
import { id, instant } from '../http/index.ts'
import {
  PROPOSAL_STATES,
  proposal,
  REACHED_BY,
  RETURN_REASONS,
  SHOWN_AS,
} from './proposals.schemas.ts'

/** How many people; null while they are few. */
const people = z.nullable(z.number())

/** One that may be about the same. */
export const similar = z.object({
  id,
  question: z.string(),
  state: z.enum(PROPOSAL_STATES),
  people,
})
export type Similar = z.output<typeof similar>

export const comment = z.object({
  id,
  /** 1 for the first of a draft, then one more each. */
  number: z.number(),
  /** Null for "a resident". */
  by: z.nullable(z.string()),
  text: z.string(),
  /** Another wording of the question, where they give one. */
  wording: z.nullable(z.string()),
  at: instant,
  answer: z.nullable(
    z.object({ taken: z.boolean(), text: z.string(), by: z.string(), at: instant }),
  ),
})
export type CoAuthorComment = z.output<typeof comment>

/** The draft as its co-authors read it. */
const draft = z.object({
  challengeId: id,
  state: z.string(),
  slug: z.nullable(z.string()),
  question: z.string(),
  summary: z.string(),
  whyNow: z.string(),
  whoIsAffected: z.string(),
  outcome: z.string(),
  comments: z.array(comment),
})

/** Somebody's own question, whatever its state. */
export const ownProposal = z.object({
  id,
  reference: z.string(),
  state: z.enum(PROPOSAL_STATES),
  ...{ question: z.string(), story: z.string(), areaId: z.nullable(id) },
  ...{ whereAbouts: z.string(), affected: z.string() },
  firstName: z.string(),
  shownAs: z.enum(SHOWN_AS),
  /** Somebody of the place reads it by then. */
  readBy: instant,
  returned: z.nullable(z.object({ reason: z.enum(RETURN_REASONS), note: z.string() })),
  /** As everybody reads it, once they may. */
  shown: z.nullable(proposal),
  draft: z.nullable(draft),
})
export type OwnProposal = z.output<typeof ownProposal>

/** A question on the desk. Contacts are a broker's, so that they can ring. */
export const deskProposal = z.object({
  id,
  reference: z.string(),
  state: z.enum(PROPOSAL_STATES),
  ...{ question: z.string(), story: z.string(), areaId: z.nullable(id) },
  ...{ whereAbouts: z.string(), affected: z.string() },
  language: z.string(),
  askedAt: instant,
  asker: z.nullable(
    z.object({ firstName: z.string(), contactBy: z.enum(REACHED_BY), contact: z.string() }),
  ),
  typedBy: z.nullable(z.string()),
  readBy: instant,
  people: z.number(),
  needed: z.number(),
  onPaper: z.number(),
  sponsors: z.array(z.string()),
  answerBy: z.nullable(instant),
  late: z.boolean(),
  answeredBy: z.nullable(z.string()),
  challengeId: z.nullable(id),
  /** What the framing check notes of the question; advice, never a block. */
  notes: z.array(framingFinding),
  /** Others that may be about the same. */
  similar: z.array(similar),
  can: z.object({
    read: z.boolean(),
    join: z.boolean(),
    addSupport: z.boolean(),
    sponsor: z.boolean(),
    answer: z.boolean(),
  }),
})
export type DeskProposal = z.output<typeof deskProposal>
