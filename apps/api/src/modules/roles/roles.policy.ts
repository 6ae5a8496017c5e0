import type { GrantState } from '@howcanwe/shared/roles'
import { type Actor, holds } from '../../http/actor.ts'

type Steward = Parameters<typeof holds>[0] & Pick<Actor, 'personId'>
interface Held {
  personId: string
  role: string
  state: GrantState
  requestedBy: string | null
}

/** Sees and changes who does what in a place: its stewards (§2.2). */
export const governs = (actor: Steward, placeId: string): boolean =>
  holds(actor, 'steward', placeId)

export type Move = 'grant' | 'suspend' | 'resume' | 'end'

const MOVES: Record<GrantState, readonly Move[]> = {
  requested: ['grant', 'end'],
  granted: ['suspend', 'end'],
  suspended: ['resume', 'end'],
  ended: [],
}

/** Whether a role may go this way from where it is (§2.2: requested → granted → suspended → ended). */
export const isOpenTo = (state: GrantState, move: Move): boolean => MOVES[state].includes(move)

/** Why this steward may not: nobody gives to themselves, and a steward's second yes is somebody else's (`trust.md` §4.5). */
export function against(
  { personId }: Pick<Actor, 'personId'>,
  grant: Pick<Held, 'personId' | 'role' | 'requestedBy'>,
  move: Move,
): 'not_by_yourself' | 'second_steward' | undefined {
  if (move !== 'grant' && move !== 'resume') return undefined
  if (grant.personId === personId) return 'not_by_yourself'
  const isSecond = grant.requestedBy !== personId
  return move === 'grant' && grant.role === 'steward' && !isSecond ? 'second_steward' : undefined
}

/** What this steward may do with a role just now. */
export const movesFor = (actor: Pick<Actor, 'personId'>, grant: Held): Move[] =>
  MOVES[grant.state].filter((move) => !against(actor, grant, move))
