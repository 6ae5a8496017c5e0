import * as z from 'zod/mini'
import { endpoint, id, instant, text, wholeDay } from '../http/index.ts'
import {
  changeProtection,
  PROTECTION_STATES,
  protection,
  protectionDraft,
  protectionSummary,
} from './protections.schemas.ts'

const protectionId = z.object({ protectionId: id })
const said = text({ min: 20, max: 1000 })

export const protectionsContract = {
  list: endpoint({
    method: 'GET',
    path: '/protections',
    summary: 'What a place decided to keep, newest first, and what came of its questions',
    access: 'anyone',
    query: z.strictObject({ placeId: z.optional(id) }),
    response: z.object({
      items: z.array(protectionSummary),
      /** Successes of equal standing: what is kept, and questions that found a team. */
      kept: z.number(),
      teamed: z.number(),
      /** Half took less in front of the form; null below five decisions. */
      medianSeconds: z.nullable(z.number()),
    }),
    errors: ['places.none_yet'],
    cache: 'public',
  }),
  read: endpoint({
    method: 'GET',
    path: '/protections/:slug',
    summary: 'One decision to keep something, with its evidence, notes and reviews',
    access: 'anyone',
    params: z.object({ slug: z.string().check(z.maxLength(140), z.regex(/^[a-z0-9-]+$/)) }),
    response: protection,
    errors: ['protections.not_found'],
    cache: 'public',
  }),
  mine: endpoint({
    method: 'GET',
    path: '/desk/protections',
    summary: 'Decisions I write or have published',
    access: ['commissioner'],
    query: z.strictObject({ placeId: id }),
    response: z.object({
      items: z.array(
        z.object({
          id,
          slug: z.nullable(z.string()),
          state: z.enum(PROTECTION_STATES),
          title: z.string(),
          nextReviewOn: z.nullable(z.string()),
          savedAt: instant,
        }),
      ),
    }),
  }),
  start: endpoint({
    method: 'POST',
    path: '/desk/protections',
    summary: 'Start writing why something should stay, with what was typed elsewhere carried along',
    access: ['commissioner'],
    body: z.strictObject({
      placeId: id,
      title: changeProtection.shape.title,
      atRisk: changeProtection.shape.atRisk,
      language: changeProtection.shape.language,
      secondsMore: changeProtection.shape.secondsMore,
    }),
    status: 201,
    response: protectionDraft,
    errors: ['places.not_found', 'challenges.no_public_body'],
  }),
  draft: endpoint({
    method: 'GET',
    path: '/desk/protections/:protectionId',
    summary: 'A decision as its commissioner sees it, with what is missing',
    access: ['commissioner'],
    params: protectionId,
    response: protectionDraft,
    errors: ['protections.not_found'],
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/desk/protections/:protectionId',
    summary: 'Autosave part of a draft; nothing of it changes once it is out',
    access: ['commissioner'],
    params: protectionId,
    ifMatch: true,
    body: changeProtection,
    response: protectionDraft,
    errors: ['protections.not_found', 'protections.frozen', 'protections.area_unknown'],
  }),
  publish: endpoint({
    method: 'POST',
    path: '/desk/protections/:protectionId/publish',
    summary: 'Publish it: the words are frozen, and the day it is looked at again is set',
    access: ['commissioner'],
    params: protectionId,
    ifMatch: true,
    body: z.strictObject({ secondsMore: changeProtection.shape.secondsMore }),
    response: protectionDraft,
    errors: ['protections.not_found', 'protections.frozen', 'protections.incomplete'],
  }),
  addNote: endpoint({
    method: 'POST',
    path: '/desk/protections/:protectionId/notes',
    summary: 'Correct or add to a published decision, with a date; what stood there stays',
    access: ['commissioner'],
    params: protectionId,
    body: z.strictObject({ text: text({ min: 10, max: 1000 }) }),
    status: 201,
    response: protectionDraft,
    errors: ['protections.not_found', 'protections.wrong_state'],
  }),
  review: endpoint({
    method: 'POST',
    path: '/desk/protections/:protectionId/reviews',
    summary: 'Look at it again: keep it until a new day, or end it, with a public reason',
    access: ['commissioner'],
    params: protectionId,
    body: z.strictObject({
      outcome: z.enum(['kept', 'ended']),
      said,
      /** Needed for `kept`, not taken for `ended`. */
      reviewOn: z.optional(z.nullable(wholeDay)),
    }),
    status: 201,
    response: protectionDraft,
    errors: ['protections.not_found', 'protections.wrong_state', 'protections.review_date'],
  }),
  handOver: endpoint({
    method: 'POST',
    path: '/desk/protections/:protectionId/hand-over',
    summary: 'Give a decision to a colleague, who looks at it again from then on',
    access: ['commissioner'],
    params: protectionId,
    body: z.strictObject({ to: id }),
    response: z.object({ handedTo: z.string() }),
    errors: ['protections.not_found', 'protections.wrong_state', 'protections.colleague_unknown'],
  }),
} as const
