import * as z from 'zod/mini'
import { endpoint } from '../http/index.ts'
import { LANGUAGES_CHECKED, squeezeOutBrief, squeezeOutFinding } from './squeeze-outs.schemas.ts'

/** UTF-16 units of one text; more than the longest notice we know, and still read in a blink. */
export const TEXT_MAX = 60_000

export const squeezeOutsContract = {
  check: endpoint({
    method: 'POST',
    path: '/squeeze-out-checks',
    summary: 'What in this text or brief keeps small organisations out; nothing sent is kept',
    access: 'anyone',
    limit: { perMinute: 20 },
    body: z
      .strictObject({
        /** A notice, a specification, a set of questions: whatever somebody pastes. */
        text: z.optional(z.string().check(z.minLength(1), z.maxLength(TEXT_MAX))),
        brief: z.optional(squeezeOutBrief),
        /** Found out from the words where it is not said. */
        language: z.optional(z.enum(LANGUAGES_CHECKED)),
      })
      .check(
        z.refine((b) => (b.text === undefined) !== (b.brief === undefined), {
          path: ['text'],
        }),
      ),
    response: z.object({
      findings: z.array(squeezeOutFinding),
      counts: z.object({ red: z.number(), amber: z.number() }),
      language: z.enum(LANGUAGES_CHECKED),
      /** A whole day, in the place. */
      checkedOn: z.string(),
      /** Of the rules: the same text may read differently under the next ones. */
      rulesVersion: z.string(),
    }),
    errors: ['places.none_yet'],
  }),
} as const
