import type { State } from '@howcanwe/shared/challenges'

interface Member {
  memberships: readonly { organisationId: string; placeId: string }[]
}

/** May answer for an organisation: belongs to it, and it is of the challenge's place. */
export const mayAnswerFor = (actor: Member, organisationId: string, placeId: string): boolean =>
  actor.memberships.some((m) => m.organisationId === organisationId && m.placeId === placeId)

/** May change or take back an interest: any member of the organisation that sent it. */
export const mayChange = (actor: Member, organisationId: string): boolean =>
  actor.memberships.some((m) => m.organisationId === organisationId)

/**
 * Belongs to one of those who answered, or acts or acted for somebody who does: may neither read the others nor decide
 * on them (§2.2, FR-09).
 *
 * @param helped organisations of people whose answers the actor could write since the challenge opened
 */
export const isConflicted = (
  actor: { memberships: readonly { organisationId: string }[] },
  answered: readonly string[],
  helped: readonly string[],
): boolean =>
  [...actor.memberships.map((m) => m.organisationId), ...helped].some((id) => answered.includes(id))

/** States in which answers are read. A challenge that was taken back needs none; one that pauses will go on. */
const READ_IN: readonly State[] = ['choosing', 'formed', 'none-chosen']

/** Whether the one who asks may read what came in. `past` is the database's word. */
export const isUnsealed = (challenge: { state: State; past: boolean }): boolean =>
  challenge.past && (challenge.state === 'open' || READ_IN.includes(challenge.state))
