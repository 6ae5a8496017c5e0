import * as z from 'zod/mini'
import { endpoint, id, instant } from '../http/index.ts'

const broker = ['broker'] as const

/** What a broker may do for one organisation, before they begin to ask and type (PE3). */
export const typingContract = {
  about: endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/typing',
    summary: 'What a broker may type for an organisation, and whether a slip can be made for it',
    access: broker,
    params: z.object({ organisationId: id }),
    response: z.object({
      name: z.string(),
      can: z.object({
        /** False for whoever belongs to it: they type on its own pages. Never says whether it has answered (S-02). */
        type: z.boolean(),
        /** False too while a challenge is open on whose side they stand and that shares a theme with it (§2.2). */
        capacity: z.boolean(),
        /** Typed in at the desk, taken over by nobody, and nobody of it signs in (decision 27). */
        slip: z.boolean(),
      }),
    }),
    errors: ['organisations.not_found'],
  }),
  challenges: endpoint({
    method: 'GET',
    path: '/places/:placeId/desk-challenges',
    summary: 'Challenges by name that a broker may work on: none where they stand on a side',
    access: broker,
    params: z.object({ placeId: id }),
    query: z.strictObject({
      q: z.optional(z.string().check(z.maxLength(200))),
      /** `open`: answers are still taken. `any` unless told. */
      which: z.optional(z.enum(['open', 'any'])),
    }),
    response: z.object({
      items: z.array(
        z.object({
          id,
          slug: z.string(),
          question: z.string(),
          closesAt: z.nullable(instant),
          /** This broker typed the answers of one organisation to it; another broker types the next. */
          typedByMe: z.boolean(),
        }),
      ),
      /** There are more than are shown: more of the name is needed. */
      more: z.boolean(),
    }),
    errors: ['cases.not_found'],
  }),
} as const
