import { BLOCS, type Bloc } from '../codesign/codesign.board.ts'
import type { Rung } from '../codesign/codesign.ladder.ts'

/** What one bloc said of one version; `members`: who could answer when it closed. All whole numbers. */
export interface BlocCount {
  bloc: Bloc
  members: number
  yes: number
  no: number
  /** Stood aside: neither carries nor stops anything. */
  aside: number
}

/** Kinds of decision; all but the first are the residents' alone (§4.2, residents-only veto). */
export const KINDS = [
  'ordinary',
  'stories',
  'lived-experience',
  'ground-rules',
  'pay',
  'facilitator',
] as const
export type Kind = (typeof KINDS)[number]

export const RESULTS = ['consented', 'not-consented', 'no-quorum'] as const
export type DecisionResult = (typeof RESULTS)[number]

/** Which voices answer a decision of this kind. */
export const blocsOf = (kind: Kind): readonly Bloc[] =>
  kind === 'ordinary' ? BLOCS : ['residents']

/** A fraction of whole numbers, shortened as far as it goes. */
export interface Fraction {
  num: number
  den: number
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

export function fraction(num: number, den: number): Fraction {
  const by = divisor(num, den) || 1
  return { num: num / by, den: den / by }
}

const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.num * b.den + b.num * a.den, a.den * b.den)

/** Two people, or half of the bloc rounded up, whichever is smaller (§4.2). */
export const quorumOf = (members: number): number => Math.min(2, Math.ceil(members / 2))

/** Said yes or no; who stands aside is left out. */
export const answering = ({ yes, no }: Pick<BlocCount, 'yes' | 'no'>): number => yes + no

export const hasQuorum = (count: Pick<BlocCount, 'yes' | 'no' | 'members'>): boolean =>
  answering(count) > 0 && answering(count) >= quorumOf(count.members)

/** More than half of those answering can live with it. */
export const lives = ({ yes, no }: Pick<BlocCount, 'yes' | 'no'>): boolean => yes > no

/** One voice's share of yes; undefined where nobody said yes or no. */
export const shareOf = (count: Pick<BlocCount, 'yes' | 'no'>): Fraction | undefined =>
  answering(count) === 0 ? undefined : fraction(count.yes, answering(count))

/**
 * Support: the mean of the voices' shares, each weighing the same however many sit in it. Exact.
 *
 * @returns undefined while a voice is silent
 */
export function supportOf(counts: readonly Pick<BlocCount, 'yes' | 'no'>[]): Fraction | undefined {
  const shares = counts.map(shareOf)
  if (shares.length === 0) return undefined
  let sum: Fraction = { num: 0, den: 1 }
  for (const share of shares) {
    if (!share) return undefined
    sum = plus(sum, share)
  }
  return fraction(sum.num, sum.den * shares.length)
}

/**
 * What the counts come to (§4.2). The database works it out the same way when a version closes; anybody can do it again
 * with what is published.
 */
export function resultOf(
  kind: Kind,
  counts: readonly BlocCount[],
  openObjections: number,
): DecisionResult {
  const asked = blocsOf(kind).map((bloc) => counts.find((count) => count.bloc === bloc))
  if (asked.some((count) => !count || !hasQuorum(count))) return 'no-quorum'
  const carried = asked.every((count) => count && lives(count))
  return carried && openObjections === 0 ? 'consented' : 'not-consented'
}

/** Residents who can stop the clock: two, or a fifth of their bloc rounded up, whichever is fewer (§4.2). */
export const holdNeeds = (residents: number): number =>
  Math.max(1, Math.min(2, Math.ceil(residents / 5)))

export const HOLD_WORKING_DAYS = 10
export const ANSWER_WORKING_DAYS = 20
/** Fewer than five answers of one voice, or all the same: they would give somebody's away (T-13). */
export const SMALL = 5

/**
 * What may be read of one voice, within the group and outside: its figures, or only on which side it came out; `null` where
 * too few answered for either.
 */
export type PublicCount =
  | { bloc: Bloc; members: number; shown: 'figures'; yes: number; no: number; aside: number }
  | { bloc: Bloc; members: number; shown: 'side'; moreThanHalf: boolean | null }

const tells = ({ yes, no }: BlocCount): boolean => yes + no < SMALL || yes === 0 || no === 0

/**
 * Figures for everybody. Where one voice is too small for its figures, no sum or mean stands beside the others from which
 * they could be worked out; on which side of a half it came out is enough to check the result.
 */
export function publicCounts(kind: Kind, counts: readonly BlocCount[]) {
  const asked = counts.filter(({ bloc }) => blocsOf(kind).includes(bloc))
  const blocs = asked.map((count): PublicCount => {
    const { bloc, members, yes, no, aside } = count
    return tells(count)
      ? { bloc, members, shown: 'side', moreThanHalf: hasQuorum(count) ? lives(count) : null }
      : { bloc, members, shown: 'figures', yes, no, aside }
  })
  const support = asked.some(tells) ? null : (supportOf(asked) ?? null)
  return { blocs, support }
}

/** Who may come to know what somebody answered. */
export type Seen = 'everybody' | 'the-other' | 'somebody' | 'nobody'

/**
 * To whom what is published of a voice of this many people may give one's answer away. Alone, to everybody: the side is the
 * answer. Of two, to the other one; everybody learns now and then that neither said no. Of three or four only to one of them
 * who answered otherwise. Of five or more it is not to be told from the figures.
 */
export function seenBy(members: number): Seen {
  if (members <= 1) return 'everybody'
  if (members === 2) return 'the-other'
  return members < SMALL ? 'somebody' : 'nobody'
}

/** On which side a voice came out, from what may be read of it; `null` without a quorum. */
export const sideOf = (count: PublicCount): boolean | null =>
  count.shown === 'side' ? count.moreThanHalf : hasQuorum(count) ? lives(count) : null

/** The result once more, from nothing but what everybody may read: each voice's side, and how many objections stood. */
export function publishedResultOf(
  kind: Kind,
  blocs: readonly PublicCount[],
  objectionsStanding: number,
): DecisionResult {
  const sides = blocsOf(kind).map((bloc) => {
    const count = blocs.find((one) => one.bloc === bloc)
    return count ? sideOf(count) : null
  })
  if (sides.includes(null)) return 'no-quorum'
  return sides.every(Boolean) && objectionsStanding === 0 ? 'consented' : 'not-consented'
}

/**
 * The rung a page shows: a group that is told it decides and is overridden twice advises (§4.2, honest limit).
 *
 * @param overrides times the body said no to a yes of the group, or went on over its no
 */
export const experiencedRung = (declared: Rung, overrides: number): Rung =>
  declared === 'co-production' && overrides >= 2 ? 'engagement' : declared

/** How a closed proposal came out, by the voice it came from (M19–M21). */
export interface Closed {
  origin: Bloc
  became: 'adopted' | 'adapted' | 'not'
  /** A named person gave the reason within 20 working days. */
  reasoned: boolean
}

/** (adopted + ½ · adapted) ÷ closed; undefined where none is closed (M19). */
export function influenceOf(closed: readonly Pick<Closed, 'became'>[]): Fraction | undefined {
  if (closed.length === 0) return undefined
  const halves = closed.map(({ became }) => ({ adopted: 2, adapted: 1, not: 0 })[became])
  return fraction(
    halves.reduce((sum: number, n) => sum + n, 0),
    2 * closed.length,
  )
}

/** The residents' influence ÷ the public bodies' (M20); undefined where either has none to compare. */
export function parityOf(closed: readonly Closed[]): Fraction | undefined {
  const [ours, theirs] = (['residents', 'public-bodies'] as const).map((bloc) =>
    influenceOf(closed.filter(({ origin }) => origin === bloc)),
  )
  if (!ours || !theirs || theirs.num === 0) return undefined
  return fraction(ours.num * theirs.den, ours.den * theirs.num)
}

/** Between four fifths and five quarters (M20). */
export const isEven = ({ num, den }: Fraction): boolean => 5 * num >= 4 * den && 4 * num <= 5 * den

/** Closed with a named reason in time ÷ closed (M21). */
export const reasonRateOf = (closed: readonly Closed[]): Fraction | undefined =>
  closed.length === 0
    ? undefined
    : fraction(closed.filter(({ reasoned }) => reasoned).length, closed.length)
