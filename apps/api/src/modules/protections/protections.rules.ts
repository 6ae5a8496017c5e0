import {
  type ProtectionDraft,
  type ProtectionState,
  REVIEW_MONTHS,
} from '@howcanwe/shared/protections'

/** One thing that stands between a draft and publishing it, where the form can say it. */
export interface Missing {
  pointer: string
  code: string
}

export type Answers = Pick<
  ProtectionDraft,
  'title' | 'why' | 'evidence' | 'atRisk' | 'strengthen' | 'alternatives' | 'reviewOn' | 'page'
>

/** May go to a colleague: there is still something to write or to look at again. */
export const mayHandOver = (state: ProtectionState): boolean => state !== 'ended'

const DAY_MS = 86_400_000
const WEEKS_BEFORE = 4
/** Fewer decisions would tell whose fifteen minutes they were. */
const FEWEST_FOR_MEDIAN = 5

const asUtc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

/** A day so many months later; where that month is shorter, its last day, as PostgreSQL counts. */
export function monthsLater(day: string, months: number): string {
  const from = asUtc(day)
  const at = new Date(from)
  at.setUTCDate(1)
  at.setUTCMonth(at.getUTCMonth() + months)
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  at.setUTCDate(Math.min(from.getUTCDate(), last))
  return dayOf(at)
}

/** First and last day on which a decision of today may be looked at again (both YYYY-MM-DD). */
export const reviewWindow = (today: string): { from: string; until: string } => ({
  from: monthsLater(today, REVIEW_MONTHS.soonest),
  until: monthsLater(today, REVIEW_MONTHS.latest),
})

/** Whether this day may be set today. */
export function reviewFits(day: string, today: string): boolean {
  const { from, until } = reviewWindow(today)
  return day >= from && day <= until
}

/**
 * The day of the next reminder about a review: four weeks before it, so that there is time to gather what is known,
 * and then the day itself.
 *
 * @returns null when both are behind
 */
export function remindOn(reviewOn: string, today: string): string | null {
  const ahead = dayOf(new Date(asUtc(reviewOn).getTime() - WEEKS_BEFORE * 7 * DAY_MS))
  if (ahead > today) return ahead
  return reviewOn > today ? reviewOn : null
}

const at = (name: string, code: string): Missing => ({ pointer: `#/body/${name}`, code })

function ofReview(reviewOn: string | null, today: string): Missing[] {
  if (!reviewOn) return [at('reviewOn', 'required')]
  const { from, until } = reviewWindow(today)
  if (reviewOn < from) return [at('reviewOn', 'review_too_soon')]
  return reviewOn > until ? [at('reviewOn', 'review_too_late')] : []
}

const ofWords = (a: Answers, names: readonly (keyof Answers)[]): Missing[] =>
  names.filter((name) => a[name] === '').map((name) => at(name, 'required'))

function ofEvidence({ evidence }: Answers): Missing[] {
  if (evidence.length === 0) return [at('evidence', 'required')]
  return evidence.flatMap((one, i) =>
    one.statement === '' ? [at(`evidence/${i}/statement`, 'required')] : [],
  )
}

/**
 * Everything a draft still lacks before it can be published (J-03), in the order of the form.
 *
 * @param today whole day in the place, by the database's clock
 */
export const whatIsMissing = (a: Answers, today: string): Missing[] => [
  ...ofWords(a, ['title', 'why']),
  ...ofEvidence(a),
  ...ofWords(a, ['atRisk', 'strengthen', 'alternatives']),
  ...ofReview(a.reviewOn, today),
  ...ofWords(a, ['page']),
]

/** The middle of the times, in whole seconds; null below five, and zero counts as not measured. */
export function medianOf(seconds: readonly number[]): number | null {
  const sorted = seconds.filter((s) => s > 0).toSorted((a, b) => a - b)
  if (sorted.length < FEWEST_FOR_MEDIAN) return null
  const middle = sorted.length / 2
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return Math.round((low + high) / 2)
}
