import { type Draft, isBeforeOpening, type State } from '@howcanwe/shared/challenges'

/** Five questions in ten minutes, the promise (M4) until it has been measured. */
export const ANSWER_MINUTES = 10
/** People read a challenge for five working days before it opens (§2.4). */
export const READ_DAYS = 5
/** Questions are taken until three working days before it closes (§2.4). */
export const QUESTIONS_END_DAYS = 3
/**
 * A challenge is open for twelve months at most, pauses not counted, by the database too: what nobody decides on within
 * a year of asking was not a question but a waiting list, and budgets are made a year at a time.
 */
export const MOST_OPEN_DAYS = 366
const SLUG_MAX = 80

/** What an hour of answering and of reading answers costs: dated rates of the place, where it has set them (FR-01). */
export function askRatesOf(place: {
  applicantHourlyPence: number | null
  panelHourlyPence: number | null
  costSource: string | null
  costAsOf: string | null
}): Draft['askRates'] {
  const { applicantHourlyPence, panelHourlyPence, costSource: source, costAsOf: asOf } = place
  if (applicantHourlyPence === null || panelHourlyPence === null) return null
  return { minutesPerAnswer: ANSWER_MINUTES, applicantHourlyPence, panelHourlyPence, source, asOf }
}

/** All money on offer, in pence. */
export const offerOf = (c: {
  participationPence: number
  backfillPence: number
  testsPence: number
  accessPence: number
}): number => c.participationPence + c.backfillPence + c.testsPence + c.accessPence

/** The address of a question: ASCII, at most 80 characters, cut between words. */
export function slugOf(question: string): string {
  const ascii = question
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (ascii.length <= SLUG_MAX) return ascii || 'question'
  const cut = ascii.slice(0, SLUG_MAX + 1)
  const end = cut.lastIndexOf('-')
  return end > 0 ? cut.slice(0, end) : ascii.slice(0, SLUG_MAX)
}

/** `slug`, or the first of slug-2, slug-3 … that nobody has; still at most 80 characters. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : `-${n}`
    const one = slug.slice(0, SLUG_MAX - end.length).replace(/-$/, '') + end
    if (!taken.has(one)) return one
  }
}

/** What its commissioner may do with a challenge in this state, by the clock's state. */
export const mayDo = (state: State) => ({
  change: isBeforeOpening(state),
  read: state === 'draft',
  open: state === 'read-through',
  readInterests: state === 'choosing' || state === 'formed' || state === 'none-chosen',
  choose: state === 'choosing',
})

/** May still be taken back: nobody has been chosen or turned down yet (§2.4). */
export const mayWithdraw = (state: State): boolean =>
  isBeforeOpening(state) || state === 'open' || state === 'paused' || state === 'choosing'

/** May go to a colleague: there is still something to decide or to write. */
export const mayHandOver = mayWithdraw

/**
 * The words of a search that may be misspelt: four letters or more, at most six of them, so that "the" does not
 * match everything.
 */
export function nearWords(q: string): string[] {
  const words = q.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.filter((w) => [...w].length >= 4))].slice(0, 6)
}
