import type { State } from '@howcanwe/shared/challenges'
import type { CLOSED_AS } from '@howcanwe/shared/questions'
import { brokersChallenge, runsChallenge } from '../challenges/index.ts'

type Asking = Parameters<typeof runsChallenge>[0]
type Asked = Parameters<typeof runsChallenge>[1]

export type ClosedAs = (typeof CLOSED_AS)[number]

/** As what somebody answers here: the commissioner whose challenge it is, a broker of it, or nobody. */
export function answersAs(actor: Asking, challenge: Asked): ClosedAs | undefined {
  if (runsChallenge(actor, challenge)) return 'commissioner'
  return brokersChallenge(actor, challenge) ? 'broker' : undefined
}

/**
 * Takes words out of sight that name somebody. Never whoever asks the challenge: an unwelcome question would be gone
 * from the page too easily.
 */
export const mayHideWords = (as: ClosedAs): boolean => as === 'broker'

const ANSWERED_IN: readonly State[] = ['open', 'paused', 'choosing']
/** Questions are answered while it can still help somebody, or at least be read, before the choice. */
export const mayClose = (state: State): boolean => ANSWERED_IN.includes(state)
