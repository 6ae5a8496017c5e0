import { describe, expect, it } from 'vitest'
import { asleep, held } from '../../../test/held.ts'
import { deskAs, isParty } from './readings.policy.ts'

const challenge = {
  id: 'breaks',
  placeId: 'north',
  commissionerId: 'ruth',
  organisationId: 'council',
}
const breaks = { kind: 'challenge', id: 'breaks' } as const
const halls = { kind: 'challenge', id: 'halls' } as const
type Held = ['commissioner' | 'broker' | 'facilitator' | 'steward', string]
const who = (personId: string, roles: Held[] = [], organisations: string[] = []) => ({
  personId,
  roles: roles.map(([role, placeId]) => ({ role, placeId })),
  memberships: organisations.map((organisationId) => ({ organisationId })),
})

describe('a reader of a challenge before it opens (J-04 [G])', () => {
  it.each([
    ['Kayleigh, who lives here', who('kayleigh'), true],
    ['Amina, who runs a small group', who('amina', [], ['carers']), true],
    ['a commissioner of another body', who('sam', [['commissioner', 'north']], ['health']), true],
    ['the broker of the next place', who('pat', [['broker', 'south']]), true],
    ['a facilitator', who('yusuf', [['facilitator', 'north']]), true],
    ['Ruth, who asks', who('ruth', [['commissioner', 'north']], ['council']), false],
    ['Ruth, after she left the council', who('ruth'), false],
    ['her colleague', who('mo', [], ['council']), false],
    ['the broker of the place', who('ines', [['broker', 'north']]), false],
    ['whoever stands in for its broker', held('noor', ['broker', 'north', breaks]), false],
    ['whoever stands in elsewhere', held('noor', ['broker', 'north', halls]), true],
    ['the broker, for her choir', who('ines', [['broker', 'north']], ['choir']), false],
  ])('may be %s: %#', (_, actor, may) => {
    expect(!isParty(actor, challenge)).toBe(may)
  })
})

it.each([
  ['Ruth', who('ruth', [['commissioner', 'north']]), 'commissioner'],
  ['Ruth, no longer a commissioner', who('ruth'), undefined],
  ['another commissioner', who('sam', [['commissioner', 'north']]), undefined],
  ['the broker', who('ines', [['broker', 'north']]), 'broker'],
  ['the broker elsewhere', who('ines', [['broker', 'south']]), undefined],
  [
    'Ruth, who brokers too',
    who('ruth', [
      ['broker', 'north'],
      ['commissioner', 'north'],
    ]),
    'commissioner',
  ],
  ['Ruth, for this one alone', held('ruth', ['commissioner', 'north', breaks]), 'commissioner'],
  ['Ruth, for another alone', held('ruth', ['commissioner', 'north', halls]), undefined],
  ['Ruth, while her role sleeps', asleep('ruth', 'commissioner'), undefined],
  ['whoever stands in for the broker', held('noor', ['broker', 'north', breaks]), 'broker'],
  ['whoever stands in elsewhere', held('noor', ['broker', 'north', halls]), undefined],
  ['who asked, and is only a broker now', who('ruth', [['broker', 'north']]), undefined],
])('%s sees the desk of a read-through as: %s', (_, actor, as) => {
  expect(deskAs(actor, challenge)).toBe(as)
})
