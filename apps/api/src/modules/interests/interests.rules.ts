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

/** Emails about one organisation's answers in a day, of each kind; and to one address, about whatever answers. */
const LETTERS_A_DAY = { ofAKind: 3, toAnAddress: 30 }

/**
 * Whether an email about answers goes out. Sending, changing and taking back are never refused for it: what is kept does
 * not depend on a letter, and nobody's inbox is filled from here.
 *
 * @param today.ofThisKind emails of this kind about these answers in the last 24 hours, this one included
 * @param today.toThisAddress emails about any answers to this address in that time, this one not yet
 * @returns `last`: it goes, and says that it is the last of its kind for today
 */
export function letterOf(today: {
  ofThisKind: number
  toThisAddress: number
}): 'goes' | 'last' | 'stays' {
  const { ofAKind, toAnAddress } = LETTERS_A_DAY
  if (today.ofThisKind > ofAKind || today.toThisAddress >= toAnAddress) return 'stays'
  return today.ofThisKind === ofAKind ? 'last' : 'goes'
}

type InterestState = 'submitted' | 'withdrawn' | 'chosen' | 'not-this-time'

/** Only what is still with the one who asks can be changed or taken back. */
export const isOpenToChange = (state: InterestState): boolean => state === 'submitted'

/** Seconds that say something about answering; null for a slip of the clock or a page left open overnight (M4). */
export const believable = (seconds: number | undefined): number | null =>
  seconds !== undefined && seconds >= PLAUSIBLE_SECONDS.least && seconds <= PLAUSIBLE_SECONDS.most
    ? seconds
    : null
