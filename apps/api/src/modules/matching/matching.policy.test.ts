import { describe, expect, it } from 'vitest'
import { hasMatches, isParty, mayKnowWhoAnswered } from './matching.policy.ts'

const challenge = {
  placeId: 'here',
  commissionerId: 'ruth',
  organisationId: 'council',
  state: 'open',
}
const person = (
  personId: string,
  role?: 'broker' | 'commissioner',
  placeId = 'here',
  of: string[] = [],
) => ({
  personId,
  roles: role ? [{ placeId, role }] : [],
  memberships: of.map((organisationId) => ({ organisationId })),
})

describe('who may look for matches', () => {
  it.each([
    ['the broker', person('ines', 'broker'), false],
    ['a broker who asks the question', person('ruth', 'broker'), true],
    [
      'a broker who works for the council that asks',
      person('tom', 'broker', 'here', ['council']),
      true,
    ],
    ['a broker of another organisation', person('tom', 'broker', 'here', ['pantry']), false],
  ])('%s is a party: %j', (_, actor, yes) => {
    expect(isParty(actor, challenge)).toBe(yes)
  })

  it('a broker whose own organisation has answered is a party; one whose neighbour has is not', () => {
    const tom = person('tom', 'broker', 'here', ['pantry'])
    expect(isParty(tom, challenge, ['pantry', 'youth'])).toBe(true)
    expect(isParty(tom, challenge, ['youth'])).toBe(false)
  })
})

describe('a challenge that is', () => {
  it.each([
    ['open', true, false],
    ['choosing', true, true],
    ['formed', false, false],
    ['none-chosen', false, false],
    ['withdrawn', false, false],
  ])('%s has matches: %j, and says who answered: %j', (state, matches, answered) => {
    expect(hasMatches({ state })).toBe(matches)
    expect(mayKnowWhoAnswered({ state })).toBe(answered)
  })
})
