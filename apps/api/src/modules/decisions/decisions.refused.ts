import { constraintOf, sqlState } from '../../db/database.ts'
import { refuse } from './decisions.errors.ts'

type Code = Parameters<typeof refuse>[0]

/** What a guard of the database says no with, and what people read. */
const BY_STATE: Record<string, Code> = {
  HW200: 'decisions.closed',
  HW201: 'decisions.not_yours',
  HW202: 'decisions.facilitator',
  HW203: 'decisions.voice_missing',
  HW204: 'decisions.wrong_state',
  HW205: 'decisions.wrong_state',
  HW206: 'decisions.dates',
  HW207: 'decisions.no_charter',
  HW208: 'decisions.objections_open',
  HW209: 'decisions.own_stands',
  HW246: 'decisions.session_called',
  HW247: 'decisions.session_late',
}

/** Where one SQLSTATE says no for several reasons, the guard names which. */
const BY_NAME: Record<string, Code> = {
  decisions_residents_alone: 'decisions.residents_alone',
  decision_paper_waits: 'decisions.paper_waits',
  decision_broker: 'decisions.broker',
  decision_words_in_time: 'decisions.too_soon',
}

/**
 * Runs work whose rules the database keeps, and turns its no into a refusal.
 *
 * @param other where a state means something else for this one
 */
export async function kept<T>(
  work: () => Promise<T>,
  other: Record<string, Code> = {},
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const state = sqlState(error) ?? ''
    const name = constraintOf(error) ?? ''
    const code = other[name] ?? BY_NAME[name] ?? other[state] ?? BY_STATE[state]
    if (code) throw refuse(code)
    throw error
  }
}
