import { PLAUSIBLE_SECONDS, WORD_LIMIT, wordsOf } from '@howcanwe/shared/interests'

interface Written {
  why: string
  bringNote: string
  needNote: string
  togetherWith: string
  conflictNote: string
}

/** Words of all answers together, as a person counts them. */
export const wordsIn = (a: Written): number =>
  wordsOf(a.why, a.bringNote, a.needNote, a.togetherWith, a.conflictNote)

export const isTooLong = (a: Written): boolean => wordsIn(a) > WORD_LIMIT

type InterestState = 'submitted' | 'withdrawn' | 'chosen' | 'not-this-time'

/** Only what is still with the one who asks can be changed or taken back. */
export const isOpenToChange = (state: InterestState): boolean => state === 'submitted'

/** Seconds that say something about answering; null for a slip of the clock or a page left open overnight (M4). */
export const believable = (seconds: number | undefined): number | null =>
  seconds !== undefined && seconds >= PLAUSIBLE_SECONDS.least && seconds <= PLAUSIBLE_SECONDS.most
    ? seconds
    : null
