import { COMMENT_LENGTH, giveComment, MOST_SECONDS, READ_FIELDS } from '@howcanwe/shared/readings'
import * as z from 'zod/mini'
import { readDraft } from '../../lib/drafts.ts'

/** What a comment is about: one sentence of a part, or the whole. */
export type About = { field: (typeof READ_FIELDS)[number]; quote: string } | 'whole'

const kept = z.object({
  about: z.union([
    z.literal('whole'),
    z.object({ field: z.enum(READ_FIELDS), quote: z.string().check(z.maxLength(3000)) }),
  ]),
  words: z.string().check(z.maxLength(COMMENT_LENGTH.max * 4)),
  seconds: z.number().check(z.gte(0), z.lte(MOST_SECONDS)),
})
export type Kept = z.output<typeof kept>

export const keyOf = (challengeId: string): string => `reading:${challengeId}`

/** What somebody wrote on this device and has not sent, before they went to sign in. In handlers and effects only. */
export function readKept(challengeId: string): Kept | null {
  const found = z.safeParse(kept, readDraft(keyOf(challengeId))?.value)
  return found.success && found.data.words.trim() !== '' ? found.data : null
}

/** The one box of the form. */
export const wordsOnly = z.strictObject({ words: giveComment.shape.words })
