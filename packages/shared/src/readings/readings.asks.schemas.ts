import * as z from 'zod/mini'
import { id } from '../http/index.ts'

/** Small groups one challenge is sent to before it opens: asking costs everybody minutes (J-04). */
export const MOST_ASKS = 12
/** How far back we look for who has been asked to read something. */
export const ASKED_WITHIN_MONTHS = 12
/** What we ask of a reader at most; whoever stops there has done enough. */
export const ASK_MINUTES = 15

/** A small group that could be asked, without anything by which to reach it. */
const suggestedGroup = z.object({
  id,
  name: z.string(),
  /** Works where the challenge plays or on what it is about. */
  near: z.boolean(),
  /** Times it was asked to read something here in the last twelve months. */
  askedBefore: z.number(),
})
export type SuggestedGroup = z.output<typeof suggestedGroup>

/** Who could be asked to read a challenge, and who has been. */
export const readingAsks = z.object({
  /** It is being read, so people can be asked. */
  open: z.boolean(),
  /** How many more groups may be asked. */
  left: z.number(),
  /** What we say it takes, in minutes. */
  minutes: z.number(),
  /** Those who work near it first; among them whoever was asked least in the last twelve months. */
  suggested: z.array(suggestedGroup),
  /** Groups that gave a telephone number only, so no email can reach them. */
  byPhone: z.number(),
  /** In the order they were asked; whole days in the place's zone. */
  asked: z.array(z.object({ name: z.string(), on: z.string() })),
  /** The day the broker was asked to ask residents; null where nobody did. */
  residentsOn: z.nullable(z.string()),
  /** Whoever asks the challenge may hand residents to the broker. */
  can: z.object({ askBrokers: z.boolean() }),
})
export type ReadingAsks = z.output<typeof readingAsks>

export const askGroups = z.strictObject({
  organisationIds: z.array(id).check(z.minLength(1), z.maxLength(MOST_ASKS)),
})
