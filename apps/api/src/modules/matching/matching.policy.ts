interface Person {
  personId: string
  memberships: readonly { organisationId: string }[]
}
interface Challenge {
  placeId: string
  commissionerId: string
  organisationId: string
  state: string
}

/**
 * Belongs to who asks, or to an organisation that has answered: a broker may not stand for a party in the same
 * challenge (§2.2).
 *
 * @param standing organisations with a standing interest; only whether the broker's own is among them is told
 */
export const isParty = (
  actor: Person,
  challenge: Challenge,
  standing: readonly string[] = [],
): boolean =>
  challenge.commissionerId === actor.personId ||
  actor.memberships.some(
    ({ organisationId }) =>
      organisationId === challenge.organisationId || standing.includes(organisationId),
  )

/** Matches are looked for from opening until somebody is chosen. */
export const hasMatches = (challenge: Pick<Challenge, 'state'>): boolean =>
  challenge.state === 'open' || challenge.state === 'choosing'

/** Who has answered is sealed from everyone until the closing time (S-02), also by what a list would let one guess. */
export const mayKnowWhoAnswered = (challenge: Pick<Challenge, 'state'>): boolean =>
  challenge.state === 'choosing'
