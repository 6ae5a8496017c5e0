import * as z from 'zod/mini'
import { cursorPage, endpoint, id, instant } from '../http/index.ts'
import { theme } from '../places/index.ts'

/**
 * States of a challenge (`product-spec.md` §2.4), as far as they exist. The check that §2.4 calls `checked` is the
 * step from `draft` to `read-through`. `open` ends by the clock: after `closesAt` it counts as `choosing` whatever
 * the row says.
 */
export const STATES = [
  'draft',
  'read-through',
  'open',
  'paused',
  'choosing',
  'formed',
  'none-chosen',
  'withdrawn',
] as const
export type State = (typeof STATES)[number]

/** Nobody but its commissioner and its readers sees it yet, and all of it may still change. */
export const isBeforeOpening = (state: State): boolean =>
  state === 'draft' || state === 'read-through'

export const challengeSummary = z.object({
  id,
  slug: z.string(),
  state: z.enum(STATES),
  question: z.string(),
  summary: z.string(),
  themes: z.array(theme),
  areas: z.array(z.object({ id, name: z.string() })),
  asker: z.object({ organisation: z.string() }),
  closesAt: instant,
  /** Minutes an answer takes: five questions, the ten-minute promise (M4) until we have measured better. */
  answerMinutes: z.number(),
  /** All money on offer. */
  offerPence: z.number(),
  groups: z.number(),
})
export type ChallengeSummary = z.output<typeof challengeSummary>

/** One value or many: ?theme=food&theme=carers */
const manyOf = <T extends z.ZodMiniType<string, string>>(one: T) =>
  z.pipe(
    z.union([z.array(z.string()), z.string()]),
    z.pipe(
      z.transform((v: string | string[]) => (Array.isArray(v) ? v : [v])),
      z.array(one).check(z.maxLength(20)),
    ),
  )

/** What the first page of a place reads: apart from the rest, so that a phone loads nothing it does not show. */
export const challengesBoard = {
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
} as const
