import type { Known } from '@howcanwe/shared/actors'
import type { Outcome, Share, SideState, Turn } from '@howcanwe/shared/introductions'

/** Days in which nobody asks the same two again. */
export const ASKED_AGAIN_AFTER_DAYS = 180
/** The second is not asked with less time than this to think, in days. */
export const TIME_TO_THINK_DAYS = 7
/** A yes is taken back within this, and the second is asked after it, in milliseconds; the database says so too (HW147). */
export const TAKEN_BACK_WITHIN_MS = 86_400_000
/** A link works so long after what came of it was asked, in days. */
export const LINK_AFTER_DAYS = 30
/** Fewer than this are not published (M16). */
export const FEWEST_SHOWN = 5

interface Side {
  turn: Turn
  answer: 'yes' | 'no' | 'taken-back' | null
  answerBy: Date | null
  toldAt: Date | null
}

/**
 * How it stands for one side, read from its own row and from whether both said yes: what the other answered is not
 * among what goes in, so it cannot come out (BR3 [G]).
 *
 * @param now by the database's clock
 */
export function sideState(side: Side, isBothYes: boolean, now: Date): SideState {
  if (isBothYes) return 'together'
  if (side.answer === 'yes') return side.toldAt ? 'not-come-about' : 'waiting'
  if (side.answer) return 'said-no'
  return side.answerBy && now < side.answerBy ? 'asked' : 'too-late'
}

/** A yes is its own for a day. Then it stands, so that whoever is asked after it and says yes is never left to guess. */
export const canTakeBack = (
  { turn, answer, answeredAt }: Pick<Side, 'turn' | 'answer'> & { answeredAt: Date | null },
  now: Date,
): boolean =>
  turn === 'first' &&
  answer === 'yes' &&
  answeredAt !== null &&
  now.getTime() < answeredAt.getTime() + TAKEN_BACK_WITHIN_MS

/**
 * What one side reads of the other: the other's own words only where these were there before this side was asked, or
 * once both have said yes. A rewording that came with a no reaches nobody.
 */
export const aboutFor = (
  reader: Pick<Side, 'turn'>,
  other: { about: string; ownAbout: string | null },
  isBothYes: boolean,
): string => (reader.turn === 'second' || isBothYes ? (other.ownAbout ?? other.about) : other.about)

/** Asked, and no letter holds a link of theirs: only a voice tells them. What was answered or is over needs nobody. */
export const isByHand = (side: {
  askedAt: Date | null
  answer: string | null
  tokenHash: Buffer | null
}): boolean => side.askedAt !== null && side.answer === null && side.tokenHash === null

const NEW: readonly (Known | null)[] = ['never-met', 'know-of']

/** Neither had talked with the other before, as both say (M16). */
export const wereNew = (one: Known | null, other: Known | null): boolean =>
  NEW.includes(one) && NEW.includes(other)

/** M16 as it is published: nothing that would tell of fewer than five. */
export function publishedTies(introduced: number, fresh: number) {
  if (introduced < FEWEST_SHOWN) return { introduced: null, newToEachOther: null }
  const isFew = [fresh, introduced - fresh].some((n) => n > 0 && n < FEWEST_SHOWN)
  return { introduced, newToEachOther: isFew ? null : fresh }
}

interface Reach {
  email: string | null
  phone: string | null
}

/** What an organisation can share of itself. */
export function sharesOf({ email, phone }: Reach): Share[] {
  if (email && phone) return ['email', 'phone', 'both']
  return email ? ['email'] : phone ? ['phone'] : []
}

/** What was chosen to be shared, as it stands today. */
export const shared = ({ email, phone }: Reach, share: Share | null): Reach => ({
  email: share === 'email' || share === 'both' ? email : null,
  phone: share === 'phone' || share === 'both' ? phone : null,
})

/** How well two know each other after meeting, from what one of them says came of it. */
export const knownAfter = (outcome: Outcome): Known =>
  outcome === 'joint-interest' || outcome === 'partnership' ? 'worked-together' : 'talked'
