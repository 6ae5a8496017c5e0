import { SECTORS_AT_LEAST } from '@howcanwe/shared/cohorts'
import { type Check, type Choices, isSaid, type Part } from './choices.ts'

export interface Fault {
  /** The field to go to; left out for the whole. */
  name?: string
  /** Key under `cohorts:faults`. */
  code: Part | 'tooFew' | 'tooMany' | 'oneSector' | 'search' | 'statement' | 'chosen' | 'copied'
  /** Whose answer it is about. */
  id?: string
}

const FIELDS: Record<Part, string> = {
  undecided: 'outcome',
  reason: 'reason',
  criteria: 'criteria',
  step: 'step',
  note: 'note',
}
/** The box an answer's missing part belongs in. */
export const fieldOf = (part: Part, id: string): string =>
  part === 'criteria' ? criterionField(id, 0) : `${FIELDS[part]}-${id}`

export const criterionField = (id: string, position: number): string =>
  `${FIELDS.criteria}-${id}-${position}`

/** An answer nobody has begun needs one line in the list, not five. */
const faultsInAnswers = (check: Check, without: readonly Part[] = []): Fault[] =>
  check.missing.flatMap(({ id, parts }) => {
    const asked = parts.filter((part) => !without.includes(part))
    const told = asked.includes('undecided') ? (['undecided'] as const) : asked
    return told.map((code) => ({ id, code, name: fieldOf(code, id) }))
  })

const faultsInWords = (check: Check, choices: Choices): Fault[] => [
  ...(check.copied.some((one) => one.tooOften) ? [{ code: 'copied' } as const] : []),
  ...(isSaid(choices.statement) ? [] : [{ code: 'statement', name: 'statement' } as const]),
]

/** What stands between these choices and telling everyone. */
export function faultsBefore(check: Check, choices: Choices): Fault[] {
  const faults = faultsInAnswers(check)
  if (check.chosen < check.size.min) faults.push({ code: 'tooFew' })
  if (check.chosen > check.size.max) faults.push({ code: 'tooMany' })
  if (check.chosen >= check.size.min && check.balance.sectors < SECTORS_AT_LEAST)
    faults.push({ code: 'oneSector' })
  if (check.needsSearch && !isSaid(choices.reservedPlacesReason))
    faults.push({ code: 'search', name: 'reservedPlacesReason' })
  return [...faults, ...faultsInWords(check, choices)]
}

/** What stands between these choices and closing without a cohort: nobody may be marked as chosen. */
export const faultsBeforeNone = (check: Check, choices: Choices): Fault[] => [
  ...(check.chosen > 0 ? [{ code: 'chosen' } as const] : []),
  ...faultsInAnswers(check, ['undecided']),
  ...faultsInWords(check, choices),
]
