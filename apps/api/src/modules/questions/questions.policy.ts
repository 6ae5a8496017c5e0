import type { State } from '@howcanwe/shared/challenges'
import type { Role } from '@howcanwe/shared/identity'
import type { CLOSED_AS } from '@howcanwe/shared/questions'

interface Asking {
  personId: string
  roles: readonly { placeId: string; role: Role }[]
}
interface Asked {
  placeId: string
  commissionerId: string
}

export type ClosedAs = (typeof CLOSED_AS)[number]

const holds = (actor: Asking, role: Role, placeId: string): boolean =>
  actor.roles.some((r) => r.role === role && r.placeId === placeId)

/** As what somebody answers here: the commissioner whose challenge it is, a broker of its place, or nobody. */
export function answersAs(actor: Asking, challenge: Asked): ClosedAs | undefined {
  const { placeId, commissionerId } = challenge
  if (commissionerId === actor.personId && holds(actor, 'commissioner', placeId))
    return 'commissioner'
  return holds(actor, 'broker', placeId) ? 'broker' : undefined
}

/**
 * Takes words out of sight that name somebody. Never whoever asks the challenge: an unwelcome question would be gone
 * from the page too easily.
 */
export const mayHideWords = (as: ClosedAs): boolean => as === 'broker'

const ANSWERED_IN: readonly State[] = ['open', 'paused', 'choosing']
/** Questions are answered while it can still help somebody, or at least be read, before the choice. */
export const mayClose = (state: State): boolean => ANSWERED_IN.includes(state)
