import { brokersChallenge, runsChallenge } from '../challenges/index.ts'

type Asking = Parameters<typeof runsChallenge>[0] & {
  memberships: readonly { organisationId: string }[]
}
type Asked = Parameters<typeof runsChallenge>[1]

export const belongsTo = (actor: Pick<Asking, 'memberships'>, organisationId: string): boolean =>
  actor.memberships.some((one) => one.organisationId === organisationId)

/** Has a part in the asking, and so is no reader of it: nobody marks their own work (J-04 [G]). */
export const isParty = (actor: Asking, challenge: Asked): boolean =>
  challenge.commissionerId === actor.personId ||
  belongsTo(actor, challenge.organisationId) ||
  brokersChallenge(actor, challenge)

/** As what somebody sees the desk of a read-through; undefined when it is not theirs. */
export function deskAs(actor: Asking, challenge: Asked): 'commissioner' | 'broker' | undefined {
  if (runsChallenge(actor, challenge)) return 'commissioner'
  const asks = challenge.commissionerId === actor.personId
  return brokersChallenge(actor, challenge) && !asks ? 'broker' : undefined
}
