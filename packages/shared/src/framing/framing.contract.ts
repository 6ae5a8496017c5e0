import * as z from 'zod/mini'
import { endpoint, text } from '../http/index.ts'
import { FRAMING_LANGUAGES, framingFinding } from './framing.schemas.ts'

export const framingContract = {
  check: endpoint({
    method: 'POST',
    path: '/framing-checks',
    summary:
      'Try a “How can we …?” question: what may close it, and another wording. Nothing is kept',
    access: 'anyone',
    // Longer than a challenge may be, so that an old text can be pasted as it is.
    body: z.strictObject({
      question: text({ max: 500 }),
      summary: z.optional(text({ min: 0, max: 3000 })),
      language: z.optional(z.enum(FRAMING_LANGUAGES)),
    }),
    response: z.object({
      language: z.enum(FRAMING_LANGUAGES),
      findings: z.array(framingFinding),
      /** Age in years at which most people can read the summary; null while it is too short to tell. */
      readingAge: z.nullable(z.int()),
    }),
    limit: { perMinute: 30 },
  }),
} as const
