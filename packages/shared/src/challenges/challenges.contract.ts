import * as z from 'zod/mini'
import { cursorPage, endpoint, id, instant, text } from '../http/index.ts'
import { theme } from '../places/index.ts'
import { challenge, challengeSummary, changeDraft, draft, STATES } from './challenges.schemas.ts'

const challengeId = z.object({ challengeId: id })

/** One value or many: ?theme=food&theme=carers */
const manyOf = <T extends z.ZodMiniType<string, string>>(one: T) =>
  z.pipe(
    z.union([z.array(z.string()), z.string()]),
    z.pipe(
      z.transform((v: string | string[]) => (Array.isArray(v) ? v : [v])),
      z.array(one).check(z.maxLength(20)),
    ),
  )

export const challengesContract = {
  list: endpoint({
    method: 'GET',
    path: '/challenges',
    summary: 'Open challenges, to anyone; words are found with typing errors too',
    access: 'anyone',
    query: z.strictObject({
      placeId: z.optional(id),
      q: z.optional(z.string().check(z.trim(), z.maxLength(200))),
      theme: z.optional(manyOf(theme)),
      areaId: z.optional(manyOf(id)),
      /** Closing within so many days. */
      closesWithin: z.optional(z.coerce.number().check(z.int(), z.gte(1), z.lte(366))),
      /** `open` unless told: `past` are those that closed. */
      which: z.optional(z.enum(['open', 'past'])),
      ...cursorPage,
    }),
    response: z.object({
      items: z.array(challengeSummary),
      nextCursor: z.nullable(z.string()),
      /** True when nothing matched to the letter and near spellings are shown instead. */
      nearest: z.boolean(),
    }),
    errors: ['places.none_yet'],
    cache: 'public',
  }),
  read: endpoint({
    method: 'GET',
    path: '/challenges/:slug',
    summary: 'One published challenge, by its slug or id',
    access: 'anyone',
    params: z.object({ slug: z.string().check(z.maxLength(140), z.regex(/^[a-z0-9-]+$/)) }),
    response: challenge,
    errors: ['challenges.not_found'],
    cache: 'public',
  }),
  mine: endpoint({
    method: 'GET',
    path: '/desk/challenges',
    summary: 'Challenges I run or broker, drafts included for those who run them',
    access: ['commissioner', 'broker'],
    query: z.strictObject({ placeId: id }),
    response: z.object({
      items: z.array(
        z.object({
          id,
          slug: z.nullable(z.string()),
          state: z.enum(STATES),
          question: z.string(),
          closesAt: z.nullable(instant),
          resultsBy: z.nullable(z.string()),
          mine: z.boolean(),
          savedAt: instant,
        }),
      ),
    }),
  }),
  start: endpoint({
    method: 'POST',
    path: '/desk/challenges',
    summary: 'Start a draft',
    access: ['commissioner'],
    body: z.strictObject({ placeId: id, question: changeDraft.shape.question }),
    status: 201,
    response: draft,
    errors: ['places.not_found', 'challenges.no_public_body'],
  }),
  draft: endpoint({
    method: 'GET',
    path: '/desk/challenges/:challengeId',
    summary: 'A challenge as its commissioner sees it, with what is missing',
    access: ['commissioner'],
    params: challengeId,
    response: draft,
    errors: ['challenges.not_found'],
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/desk/challenges/:challengeId',
    summary: 'Autosave part of a draft; nothing of it changes once it is open',
    access: ['commissioner'],
    params: challengeId,
    ifMatch: true,
    body: changeDraft,
    response: draft,
    errors: ['challenges.not_found', 'challenges.already_open', 'challenges.area_unknown'],
  }),
  startReadThrough: endpoint({
    method: 'POST',
    path: '/desk/challenges/:challengeId/read-through',
    summary: 'Run the check and ask residents and small groups to read it before it opens (J-04)',
    access: ['commissioner'],
    params: challengeId,
    ifMatch: true,
    body: z.strictObject({}),
    response: draft,
    errors: [
      'challenges.not_found',
      'challenges.already_open',
      'challenges.incomplete',
      'challenges.squeezes_out',
      'places.resting',
    ],
  }),
  shortenReadThrough: endpoint({
    method: 'POST',
    path: '/desk/challenges/:challengeId/read-through/shorten',
    summary: 'The broker lets it open sooner or with fewer readers, with a public reason',
    access: ['broker'],
    params: challengeId,
    body: z.strictObject({ reason: text({ min: 30, max: 1000 }) }),
    response: z.object({ shortenedReason: z.string() }),
    errors: ['challenges.not_found', 'challenges.wrong_state'],
  }),
  open: endpoint({
    method: 'POST',
    path: '/desk/challenges/:challengeId/open',
    summary: 'Open it to everyone; question, criteria, weights and money are frozen from here',
    access: ['commissioner'],
    params: challengeId,
    ifMatch: true,
    body: z.strictObject({}),
    response: draft,
    errors: [
      'challenges.not_found',
      'challenges.already_open',
      'challenges.incomplete',
      'challenges.squeezes_out',
      'challenges.not_read_yet',
      'challenges.read_too_short',
      'challenges.comments_unanswered',
      'places.resting',
    ],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/desk/challenges/:challengeId/withdraw',
    summary: 'Take it back before a cohort is formed, with a public reason',
    access: ['commissioner'],
    params: challengeId,
    body: z.strictObject({
      reason: z.string().check(z.trim(), z.minLength(20), z.maxLength(1000)),
    }),
    response: draft,
    errors: ['challenges.not_found', 'challenges.wrong_state'],
  }),
  colleagues: endpoint({
    method: 'GET',
    path: '/desk/colleagues',
    summary: 'Other commissioners of this place, to hand a challenge over to',
    access: ['commissioner'],
    query: z.strictObject({ placeId: id }),
    response: z.object({ items: z.array(z.object({ id, name: z.string() })) }),
  }),
  handOver: endpoint({
    method: 'POST',
    path: '/desk/challenges/:challengeId/hand-over',
    summary:
      'Give a challenge to a colleague: on leaving, or when your own organisation has answered',
    access: ['commissioner'],
    params: challengeId,
    body: z.strictObject({ to: id }),
    response: z.object({ handedTo: z.string() }),
    errors: ['challenges.not_found', 'challenges.wrong_state', 'challenges.colleague_unknown'],
  }),
} as const
