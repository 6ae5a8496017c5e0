import { BLOCS, type Bloc, LADDER, RUNGS, type Rung } from '@howcanwe/shared/codesign'
import {
  type Closed,
  experiencedRung,
  fraction,
  influenceOf,
  isEven,
  parityOf,
} from '@howcanwe/shared/decisions'
import {
  LEAST_SHOWN,
  type Mark,
  type Marked,
  type Ratio,
  type SuggestionCounts,
  type SuggestionState,
} from '@howcanwe/shared/suggestions'

export type Declared = Exclude<Rung, 'coercion'>

/** The rung a group was promised, as it is kept. */
export const declaredIn = (kept: string): Declared =>
  RUNGS.find((rung) => rung === kept) ?? 'engagement'

/** What a suggestion's clocks look at. */
export interface Clocked {
  state: SuggestionState
  acknowledgeBy: Date
  answerBy: Date | null
  doneBy: Date | null
}

/** When the next thing is owed to whoever said it; null once it is closed. */
export function dueOf({ state, acknowledgeBy, answerBy, doneBy }: Clocked): Date | null {
  if (state === 'said') return acknowledgeBy
  if (state === 'acknowledged') return answerBy
  return state === 'doing' ? doneBy : null
}

export function isLate(row: Clocked, now: Date): boolean {
  const due = dueOf(row)
  return due !== null && due <= now
}

export function countsOf(rows: readonly Clocked[], now: Date): SuggestionCounts {
  const of = (...states: SuggestionState[]) =>
    rows.filter(({ state }) => states.includes(state)).length
  return {
    all: rows.length,
    open: of('said', 'acknowledged'),
    doing: of('doing'),
    done: of('done'),
    partly: of('partly'),
    'not-doing': of('not-doing'),
    late: rows.filter((row) => isLate(row, now)).length,
  }
}

const MARKS_IN_ORDER = ['satisfied', 'not', 'unsure'] as const
const tally = (marks: readonly Mark[]) => ({
  satisfied: marks.filter((mark) => mark === 'satisfied').length,
  not: marks.filter((mark) => mark === 'not').length,
  unsure: marks.filter((mark) => mark === 'unsure').length,
})

/**
 * What everybody may read of the marks one side gave (k = 5, T-13). Fewer than five: nothing. All alike, or all but one:
 * only which mark most gave, because figures would say what each of them pressed; whoever reads it cannot tell the two
 * apart. No sum stands beside it from which a hidden row could be worked out.
 */
export function publicMarks(marks: readonly Mark[]): Marked {
  if (marks.length < LEAST_SHOWN) return { shown: 'few' }
  const counts = tally(marks)
  const alike = MARKS_IN_ORDER.find((mark) => counts[mark] >= marks.length - 1)
  return alike ? { shown: 'most', mark: alike } : { shown: 'figures', ...counts }
}

const isSatisfied = (marked: Marked): boolean =>
  marked.shown === 'figures'
    ? 2 * marked.satisfied > marked.satisfied + marked.not + marked.unsure
    : marked.shown === 'most' && marked.mark === 'satisfied'

export const ratioOf = (part: number, of: number): Ratio => ({
  part,
  of,
  share: of === 0 ? null : fraction(part, of),
})

/** Suggestions most residents were satisfied with ÷ suggestions marked by five of them or more (M22). */
export function satisfiedOf(residents: readonly Marked[]): Ratio {
  const shown = residents.filter(({ shown }) => shown !== 'few')
  return ratioOf(shown.filter(isSatisfied).length, shown.length)
}

/** The middle rung; of two in the middle the lower one, so that nobody is told of more say than they had. */
export function medianRung(rungs: readonly Rung[]): Rung | undefined {
  const places = rungs.map((rung) => LADDER.indexOf(rung)).sort((a, b) => a - b)
  const middle = places[Math.floor((places.length - 1) / 2)]
  return middle === undefined ? undefined : LADDER[middle]
}

export interface Rated {
  bloc: Bloc
  rung: Rung
}
export interface Experienced {
  bloc: Bloc | null
  median: Rung | null
  gap: number | null
  people: number | null
}

/** Declared rung − experienced rung: above nought, more was promised than was lived (M24). */
export const gapBetween = (declared: Rung, experienced: Rung): number =>
  LADDER.indexOf(declared) - LADDER.indexOf(experienced)

function experiencedBy(bloc: Bloc | null, declared: Rung, ratings: readonly Rated[]): Experienced {
  const median = medianRung(ratings.map(({ rung }) => rung))
  if (!median || ratings.length < LEAST_SHOWN)
    return { bloc, median: null, gap: null, people: null }
  return { bloc, median, gap: gapBetween(declared, median), people: ratings.length }
}

/**
 * Where each voice says the group stood (CD8). A voice of fewer than five is left out, also from the line of all together,
 * so that the difference of the two tells nothing about them.
 */
export function experiencedOf(declared: Rung, ratings: readonly Rated[]): Experienced[] {
  const voices = BLOCS.map((bloc) =>
    experiencedBy(
      bloc,
      declared,
      ratings.filter((rating) => rating.bloc === bloc),
    ),
  )
  const shown = voices.filter(({ people }) => people !== null)
  if (shown.length < 2) return voices
  const together = ratings.filter(({ bloc }) => shown.some((voice) => voice.bloc === bloc))
  return [experiencedBy(null, declared, together), ...voices]
}

/** The rung a page shows (§4.2, honest limit): told that it decides and overridden twice, the lived one instead. */
export function rungShown(
  declared: Declared,
  overrides: number,
  experienced: readonly Experienced[] | null,
): Rung {
  const fallback = experiencedRung(declared, overrides)
  if (fallback === declared) return declared
  const lived = experienced?.find(({ bloc }) => bloc === 'residents')?.median
  return lived && LADDER.indexOf(lived) < LADDER.indexOf(declared) ? lived : fallback
}

/** How closed things of each voice came out, as exact fractions with their counts (M19, M20). */
export function tableOf(closed: readonly Closed[]) {
  const voices = BLOCS.map((bloc) => {
    const own = closed.filter(({ origin }) => origin === bloc)
    const of = (became: Closed['became']) => own.filter((one) => one.became === became).length
    return {
      ...{ bloc, closed: own.length, whole: of('adopted'), half: of('adapted') },
      share: influenceOf(own) ?? null,
    }
  })
  const parity = parityOf(closed) ?? null
  return { voices, parity, even: parity && isEven(parity) }
}

const BECAME: Partial<Record<SuggestionState, Closed['became']>> = {
  done: 'adopted',
  partly: 'adapted',
  'not-doing': 'not',
}

/** Suggestions that are closed, as influence counts them. */
export const closedAmong = (
  rows: readonly { state: SuggestionState; bloc: Bloc; reasoned: boolean }[],
): Closed[] =>
  rows.flatMap(({ state, bloc, reasoned }) => {
    const became = BECAME[state]
    return became ? [{ origin: bloc, became, reasoned }] : []
  })

/** The last two sessions led to nothing: stop, change or test (CD9). */
export const needsNudge = (outcomes: readonly number[]): boolean =>
  outcomes.length >= 2 && outcomes.slice(-2).every((count) => count === 0)
