import { type Balance, balanceOf, COHORT_SIZE, SECTORS_AT_LEAST } from '@howcanwe/shared/cohorts'
import type { Interest } from '@howcanwe/shared/interests'
import * as z from 'zod/mini'

export type Outcome = 'chosen' | 'not-this-time'
export interface Choice {
  outcome: Outcome | null
  reason: string
}
/** What the one who asks has put down so far. */
export interface Choices {
  decisions: Record<string, Choice>
  statement: string
  reservedPlacesReason: string
}

export const NOTHING_YET: Choices = { decisions: {}, statement: '', reservedPlacesReason: '' }
/** Characters a reason, and a statement, has at least. */
export const REASON_AT_LEAST = 30

const UNDECIDED: Choice = { outcome: null, reason: '' }
export const choiceOf = (choices: Choices, id: string): Choice => choices.decisions[id] ?? UNDECIDED

export const withChoice = (choices: Choices, id: string, change: Partial<Choice>): Choices => ({
  ...choices,
  decisions: { ...choices.decisions, [id]: { ...choiceOf(choices, id), ...change } },
})

const isSaid = (text: string): boolean => [...text.trim()].length >= REASON_AT_LEAST
const same = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').toLowerCase()

export interface Check {
  chosen: number
  /** How many may be chosen: four to what was announced. */
  size: { min: number; max: number }
  balance: Balance
  undecided: string[]
  withoutReason: string[]
  /** How many share a reason, word for word, with somebody else. */
  copied: number
  needsSearch: boolean
}

/** The running check beside the answers: pure, so that it can be counted on. */
export function checkOf(
  interests: readonly Interest[],
  choices: Choices,
  announced: number,
): Check {
  const of = (outcome: Outcome) =>
    interests.filter((i) => choiceOf(choices, i.id).outcome === outcome)
  const chosen = of('chosen').map((i) => i.organisation)
  const balance = balanceOf(chosen)
  const reasons = interests
    .map((i) => same(choiceOf(choices, i.id).reason))
    .filter((reason) => isSaid(reason))
  return {
    chosen: chosen.length,
    size: { min: COHORT_SIZE.min, max: announced },
    balance,
    undecided: interests.filter((i) => !choiceOf(choices, i.id).outcome).map((i) => i.id),
    withoutReason: interests
      .filter((i) => !isSaid(choiceOf(choices, i.id).reason))
      .map((i) => i.id),
    copied: reasons.filter((one) => reasons.indexOf(one) !== reasons.lastIndexOf(one)).length,
    needsSearch: chosen.length >= COHORT_SIZE.min && !balance.reservedFilled,
  }
}

export interface Fault {
  /** The field to go to; left out for the whole. */
  name?: string
  /** Key under `cohorts:faults`. */
  code:
    | 'undecided'
    | 'reason'
    | 'tooFew'
    | 'tooMany'
    | 'oneSector'
    | 'search'
    | 'statement'
    | 'chosen'
  /** Whose answer it is about. */
  id?: string
}

function faultsInAnswers(check: Check): Fault[] {
  const reason = check.withoutReason.filter((id) => !check.undecided.includes(id))
  return [
    ...check.undecided.map((id) => ({ id, code: 'undecided', name: `outcome-${id}` }) as const),
    ...reason.map((id) => ({ id, code: 'reason', name: `reason-${id}` }) as const),
  ]
}

const faultsInStatement = (choices: Choices): Fault[] =>
  isSaid(choices.statement) ? [] : [{ code: 'statement', name: 'statement' }]

/** What stands between these choices and telling everyone. */
export function faultsBefore(check: Check, choices: Choices): Fault[] {
  const faults = faultsInAnswers(check)
  if (check.chosen < check.size.min) faults.push({ code: 'tooFew' })
  if (check.chosen > check.size.max) faults.push({ code: 'tooMany' })
  if (check.chosen >= check.size.min && check.balance.sectors < SECTORS_AT_LEAST)
    faults.push({ code: 'oneSector' })
  if (check.needsSearch && !isSaid(choices.reservedPlacesReason))
    faults.push({ code: 'search', name: 'reservedPlacesReason' })
  return [...faults, ...faultsInStatement(choices)]
}

/** What stands between these choices and closing without a cohort: nobody may be marked as chosen. */
export const faultsBeforeNone = (check: Check, choices: Choices): Fault[] => [
  ...(check.chosen > 0 ? [{ code: 'chosen' } as const] : []),
  ...faultsInAnswers(check).filter((f) => f.code !== 'undecided'),
  ...check.undecided
    .filter((id) => check.withoutReason.includes(id))
    .map((id) => ({ id, code: 'reason', name: `reason-${id}` }) as const),
  ...faultsInStatement(choices),
]

/** The contract's body. */
export function bodyOf(interests: readonly Interest[], choices: Choices) {
  const decided = (outcome: Outcome | 'any') =>
    interests
      .filter((i) => outcome === 'any' || choiceOf(choices, i.id).outcome === outcome)
      .map((i) => ({ interestId: i.id, reason: choiceOf(choices, i.id).reason }))
  return {
    choose: {
      chosen: decided('chosen'),
      notThisTime: decided('not-this-time'),
      statement: choices.statement,
      ...(isSaid(choices.reservedPlacesReason)
        ? { reservedPlacesReason: choices.reservedPlacesReason }
        : {}),
    },
    none: { notThisTime: decided('any'), statement: choices.statement },
  }
}

const kept = z.object({
  decisions: z.record(
    z.string(),
    z.object({
      outcome: z.nullable(z.enum(['chosen', 'not-this-time'])),
      reason: z.string(),
    }),
  ),
  statement: z.string(),
  reservedPlacesReason: z.string(),
})

/** What a device kept, if it is still of that shape. */
export function fromDraft(value: unknown): Choices | null {
  const read = z.safeParse(kept, value)
  return read.success ? read.data : null
}
