import {
  type Balance,
  balanceOf,
  COHORT_SIZE,
  CRITERIA_AT_LEAST,
  type DecisionDraft,
  type DraftDecision,
  NEXT_STEPS,
  type NextStep,
  NOTE_AT_LEAST,
  SENTENCE_AT_LEAST,
} from '@howcanwe/shared/cohorts'
import type { Interest } from '@howcanwe/shared/interests'
import * as z from 'zod/mini'
import { type Copied, copiesIn } from './copies.ts'

export type Outcome = 'chosen' | 'not-this-time'
export interface Choice {
  outcome: Outcome | null
  reason: string
  /** What was seen on each criterion, by its position. */
  criteria: Record<string, string>
  step: NextStep | null
  note: string
}
/** What the one who asks has put down so far. */
export interface Choices {
  decisions: Record<string, Choice>
  statement: string
  reservedPlacesReason: string
}

export const NOTHING_YET: Choices = { decisions: {}, statement: '', reservedPlacesReason: '' }

const UNDECIDED: Choice = { outcome: null, reason: '', criteria: {}, step: null, note: '' }
export const choiceOf = (choices: Choices, id: string): Choice => choices.decisions[id] ?? UNDECIDED

/** A next step that goes with the outcome: who is chosen starts with the team, nobody else does. */
const stepFor = (outcome: Outcome | null | undefined, step: NextStep | null): NextStep | null => {
  if (outcome === 'chosen') return step ?? 'start-with-team'
  return outcome === 'not-this-time' && step === 'start-with-team' ? null : step
}

export function withChoice(choices: Choices, id: string, change: Partial<Choice>): Choices {
  const next = { ...choiceOf(choices, id), ...change }
  const one = change.outcome ? { ...next, step: stepFor(change.outcome, next.step) } : next
  return { ...choices, decisions: { ...choices.decisions, [id]: one } }
}

export const isSaid = (text: string, atLeast: number = SENTENCE_AT_LEAST): boolean =>
  [...text.trim()].length >= atLeast

/** What an answer still lacks, in the order of its boxes. */
export type Part = 'undecided' | 'reason' | 'criteria' | 'step' | 'note'

export function partsMissing(choice: Choice): Part[] {
  const said = Object.values(choice.criteria).filter((s) => s.trim() !== '')
  const parts: [Part, boolean][] = [
    ['undecided', choice.outcome === null],
    ['reason', !isSaid(choice.reason)],
    ['criteria', said.length < CRITERIA_AT_LEAST || said.some((s) => !isSaid(s))],
    ['step', choice.step === null],
    ['note', !isSaid(choice.note, NOTE_AT_LEAST)],
  ]
  return parts.filter(([, lacks]) => lacks).map(([part]) => part)
}

export interface Check {
  /** Organisations that answered, and those whose answer is whole. */
  total: number
  ready: number
  chosen: number
  /** How many may be chosen: four to what was announced. */
  size: { min: number; max: number }
  balance: Balance
  undecided: string[]
  /** What is missing of the answers that are not whole. */
  missing: { id: string; parts: Part[] }[]
  /** Sentences that went to more than one organisation. */
  copied: Copied[]
  needsSearch: boolean
}

/** The running check beside the answers: pure, so that it can be counted on. */
export function checkOf(
  interests: readonly Interest[],
  choices: Choices,
  announced: number,
): Check {
  const all = interests.map((i) => ({ id: i.id, choice: choiceOf(choices, i.id) }))
  const chosen = interests
    .filter((i) => choiceOf(choices, i.id).outcome === 'chosen')
    .map((i) => i.organisation)
  const balance = balanceOf(chosen)
  const missing = all
    .map(({ id, choice }) => ({ id, parts: partsMissing(choice) }))
    .filter(({ parts }) => parts.length > 0)
  return {
    total: all.length,
    ready: all.length - missing.length,
    chosen: chosen.length,
    size: { min: COHORT_SIZE.min, max: announced },
    balance,
    undecided: all.filter(({ choice }) => !choice.outcome).map(({ id }) => id),
    missing,
    copied: copiesIn(all.map(({ choice }) => choice)),
    needsSearch: chosen.length >= COHORT_SIZE.min && !balance.reservedFilled,
  }
}

const criteriaOf = (choice: Choice) =>
  Object.entries(choice.criteria)
    .filter(([, sentence]) => sentence.trim() !== '')
    .map(([position, sentence]) => ({ position: Number(position), sentence }))

/** The contract's bodies; asked for only when nothing is missing. */
export function bodyOf(interests: readonly Interest[], choices: Choices) {
  const decided = (outcome: Outcome | 'any') =>
    interests.flatMap((i) => {
      const choice = choiceOf(choices, i.id)
      if (outcome !== 'any' && choice.outcome !== outcome) return []
      const step = outcome === 'any' ? stepFor('not-this-time', choice.step) : choice.step
      const nextStep = { kind: step ?? 'keep-in-touch', note: choice.note }
      return [{ interestId: i.id, reason: choice.reason, criteria: criteriaOf(choice), nextStep }]
    })
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

const toDraft = (interestId: string, choice: Choice): DraftDecision => ({
  interestId,
  outcome: choice.outcome,
  reason: choice.reason,
  criteria: criteriaOf(choice),
  nextStep: { kind: choice.step, note: choice.note },
})

/** What the service kept. */
export const fromServer = (draft: DecisionDraft): Choices => ({
  decisions: Object.fromEntries(
    draft.decisions.map((d) => [
      d.interestId,
      {
        outcome: d.outcome,
        reason: d.reason,
        criteria: Object.fromEntries(d.criteria.map((c) => [String(c.position), c.sentence])),
        step: d.nextStep.kind,
        note: d.nextStep.note,
      },
    ]),
  ),
  statement: draft.statement,
  reservedPlacesReason: draft.reservedPlacesReason,
})

/** What the service does not have yet; undefined when it has all of it. */
export function changedSince(before: Choices, after: Choices) {
  const decisions = Object.entries(after.decisions)
    .filter(([id, choice]) => JSON.stringify(choice) !== JSON.stringify(before.decisions[id]))
    .map(([id, choice]) => toDraft(id, choice))
  const body = {
    ...(decisions.length > 0 ? { decisions } : {}),
    ...(after.statement === before.statement ? {} : { statement: after.statement }),
    ...(after.reservedPlacesReason === before.reservedPlacesReason
      ? {}
      : { reservedPlacesReason: after.reservedPlacesReason }),
  }
  return Object.keys(body).length > 0 ? body : undefined
}

const kept = z.object({
  decisions: z.record(
    z.string(),
    z.object({
      outcome: z.nullable(z.enum(['chosen', 'not-this-time'])),
      reason: z.string(),
      criteria: z.record(z.string(), z.string()),
      step: z.nullable(z.enum(NEXT_STEPS)),
      note: z.string(),
    }),
  ),
  statement: z.string(),
  reservedPlacesReason: z.string(),
})

/** What a device kept, if it is still of that shape. */
export function fromDevice(value: unknown): Choices | null {
  const read = z.safeParse(kept, value)
  return read.success ? read.data : null
}
