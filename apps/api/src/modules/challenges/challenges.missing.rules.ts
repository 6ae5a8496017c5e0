import { askCost, OUR_PANEL } from '@howcanwe/shared/ask-cost'
import type { Draft } from '@howcanwe/shared/challenges'
import { MOST_OPEN_DAYS, offerOf } from './challenges.rules.ts'

/** One thing that stands between a draft and opening it, where the form can say it. */
export interface Missing {
  pointer: string
  code: string
}
/** A draft as far as opening it is concerned. */
export type Brief = Omit<
  Draft,
  | 'id'
  | 'placeId'
  | 'state'
  | 'slug'
  | 'asker'
  | 'missing'
  | 'checks'
  | 'askRates'
  | 'readFrom'
  | 'readUntil'
  | 'shortenedReason'
  | 'can'
  | 'version'
  | 'savedAt'
>

/** The clock of the database and the calendar of the place. */
export interface Now {
  at: Date
  /** The whole day of an instant in the place's zone. */
  dayOf: (at: Date) => string
  /** What an hour costs there; null where the place has not said. */
  rates: Draft['askRates']
}

const QUESTION_MIN = 20
const QUESTION_MAX = 160
const SUMMARY_WORDS = 90
const OPEN_DAYS = 10
const DAY_MS = 86_400_000
/** The unit of the work (CH1), in the two languages people write here. */
const LEAD_IN = /^(How can we|Hoe kunnen we)\s+\S/

const at = (name: string, code: string): Missing => ({ pointer: `#/body/${name}`, code })
const lengthOf = (s: string): number => [...s].length
const wordsIn = (s: string): number => s.match(/\S+/g)?.length ?? 0

function ofQuestion({ question }: Brief): Missing[] {
  if (question === '') return [at('question', 'required')]
  if (!LEAD_IN.test(question)) return [at('question', 'lead_in')]
  if (!question.endsWith('?')) return [at('question', 'question_mark')]
  if (lengthOf(question) < QUESTION_MIN) return [at('question', 'question_short')]
  if (lengthOf(question) > QUESTION_MAX) return [at('question', 'question_long')]
  return []
}

function ofSummary({ summary }: Brief): Missing[] {
  if (summary === '') return [at('summary', 'required')]
  return wordsIn(summary) > SUMMARY_WORDS ? [at('summary', 'too_many_words')] : []
}

const SAID = ['whyNow', 'whoIsAffected', 'leastServed', 'outcome', 'notAtRisk'] as const
const PICKED = ['themes', 'areaIds', 'constraints'] as const

const ofWords = (b: Brief): Missing[] =>
  SAID.filter((name) => b[name] === '').map((name) => at(name, 'required'))

const ofLists = (b: Brief): Missing[] =>
  PICKED.filter((name) => b[name].length === 0).map((name) => at(name, 'required'))

/** What kind of case it is (CH3); whoever wants something new says why the rest will not do. */
function ofInnovation({ innovation, inventReason }: Brief): Missing[] {
  if (innovation === null) return [at('innovation', 'required')]
  if (innovation === 'protect') return [at('innovation', 'protect_is_a_decision')]
  return innovation === 'invent' && inventReason === '' ? [at('inventReason', 'required')] : []
}

/** Somebody has looked: what was tried, or where nothing was found. */
const ofTried = (b: Brief): Missing[] =>
  b.tried.length === 0 && b.lookedWhere === '' ? [at('tried', 'required')] : []

const REASON_MIN = 30

/** Answering may cost more than 15 % of what is on offer only with a reason everybody can read (FR-01 [G]). */
function ofCost(b: Brief, { rates }: Now): Missing[] {
  if (!rates || b.expectedInterests === null) return []
  const { colour } = askCost({
    ...OUR_PANEL,
    ...rates,
    expectedAnswers: b.expectedInterests,
    offerPence: offerOf(b),
  })
  return colour === 'red' && lengthOf(b.askCostReason) < REASON_MIN
    ? [at('askCostReason', 'required')]
    : []
}

const ofEligibility = ({ eligibility }: Brief): Missing[] =>
  eligibility.flatMap((question, i) =>
    question === '' ? [at(`eligibility/${i}`, 'required')] : [],
  )

const ofRows = (b: Brief): Missing[] => [
  ...b.tried.flatMap((t, i) => [
    ...(t.what === '' ? [at(`tried/${i}/what`, 'required')] : []),
    ...(t.result === '' ? [at(`tried/${i}/result`, 'required')] : []),
  ]),
  ...b.constraints.flatMap((c, i) =>
    c.what === '' ? [at(`constraints/${i}/what`, 'required')] : [],
  ),
]

/** Something has to be on the table, and whoever asks residents for time pays for it. */
function ofOffer(b: Brief): Missing[] {
  const money = b.participationPence + b.backfillPence + b.testsPence + b.accessPence
  const nothing = money === 0 && (b.officerHours ?? 0) === 0
  const asksTime = b.participationPence > 0 || b.payHourlyPence !== null || b.payWhen !== ''
  return [
    ...(nothing ? [at('participationPence', 'nothing_on_offer')] : []),
    ...(asksTime && b.participationPence === 0 ? [at('participationPence', 'no_pay_budget')] : []),
    ...(asksTime && !b.payHourlyPence ? [at('payHourlyPence', 'no_pay_rate')] : []),
    ...(asksTime && b.payWhen === '' ? [at('payWhen', 'required')] : []),
  ]
}

function ofCriteria({ criteria }: Brief): Missing[] {
  if (criteria.length < 3 || criteria.length > 5) return [at('criteria', 'three_to_five')]
  const rows = criteria.flatMap((c, i) => [
    ...(c.name === '' ? [at(`criteria/${i}/name`, 'required')] : []),
    ...(c.goodLooksLike === '' ? [at(`criteria/${i}/goodLooksLike`, 'required')] : []),
    ...(c.weight < 1 ? [at(`criteria/${i}/weight`, 'weight_missing')] : []),
  ])
  const sum = criteria.reduce((total, c) => total + c.weight, 0)
  return sum === 100 ? rows : [...rows, at('criteria', 'weights_not_100')]
}

function ofEffort(b: Brief): Missing[] {
  return (['hoursPerMonth', 'expectedInterests'] as const)
    .filter((name) => b[name] === null)
    .map((name) => at(name, 'required'))
}

function ofClosing({ closesAt }: Brief, now: Now): Missing[] {
  if (!closesAt) return [at('closesAt', 'required')]
  const left = closesAt.getTime() - now.at.getTime()
  if (left <= 0) return [at('closesAt', 'in_the_past')]
  if (left > MOST_OPEN_DAYS * DAY_MS) return [at('closesAt', 'closes_too_late')]
  return left < OPEN_DAYS * DAY_MS ? [at('closesAt', 'closes_too_soon')] : []
}

/** Closing, answers, start and end, each after the one before. */
function ofDates(b: Brief, now: Now): Missing[] {
  const closesOn = b.closesAt ? now.dayOf(b.closesAt) : null
  const found = ofClosing(b, now)
  if (!b.resultsBy) found.push(at('resultsBy', 'required'))
  else if (closesOn && b.resultsBy <= closesOn) found.push(at('resultsBy', 'before_closing'))
  if (!b.startsOn) found.push(at('startsOn', 'required'))
  else if (b.resultsBy && b.startsOn < b.resultsBy) found.push(at('startsOn', 'before_results'))
  if (!b.endsOn) found.push(at('endsOn', 'required'))
  else if (b.startsOn && b.endsOn <= b.startsOn) found.push(at('endsOn', 'before_start'))
  return found
}

/** Everything a draft still lacks before anyone may be asked to read it (CH2), in the order of the form. */
export const whatIsMissing = (brief: Brief, now: Now): Missing[] => [
  ...ofQuestion(brief),
  ...ofSummary(brief),
  ...ofLists(brief),
  ...ofInnovation(brief),
  ...ofTried(brief),
  ...ofWords(brief),
  ...ofRows(brief),
  ...ofOffer(brief),
  ...ofCriteria(brief),
  ...ofEligibility(brief),
  ...ofEffort(brief),
  ...ofCost(brief, now),
  ...ofDates(brief, now),
]
