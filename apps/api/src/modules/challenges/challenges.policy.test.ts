import { describe, expect, it } from 'vitest'
import { asleep, held } from '../../../test/held.ts'
import { brokers, hasDesk, runs, startsFor, watches } from './challenges.policy.ts'

const challenge = {
  id: 'breaks',
  placeId: 'here',
  organisationId: 'council',
  commissionerId: 'ruth',
}
const breaks = { kind: 'challenge', id: 'breaks' } as const
const halls = { kind: 'challenge', id: 'halls' } as const
const council = { kind: 'organisation', id: 'council' } as const
const health = { kind: 'organisation', id: 'health' } as const

describe('the challenge about breaks is run by Ruth, who asks it (PE2)', () => {
  it.each([
    ['with her role over the place', held('ruth', ['commissioner', 'here']), true],
    ['with a role over this challenge', held('ruth', ['commissioner', 'here', breaks]), true],
    ['with a role over the body that asks', held('ruth', ['commissioner', 'here', council]), true],
    ['not with one over another challenge', held('ruth', ['commissioner', 'here', halls]), false],
    ['not with one over another body', held('ruth', ['commissioner', 'here', health]), false],
    ['not with one over another place', held('ruth', ['commissioner', 'there']), false],
    ['not with another role over it', held('ruth', ['broker', 'here', breaks]), false],
    ['not once it has ended, is suspended or over', held('ruth'), false],
    ['not while it sleeps', asleep('ruth', 'commissioner'), false],
    ['and not by Tom, who may run others here', held('tom', ['commissioner', 'here']), false],
    ['nor by Tom, who may run this one', held('tom', ['commissioner', 'here', breaks]), false],
  ] as const)('%s', (_, actor, may) => {
    expect(runs(actor, challenge)).toBe(may)
  })
})

describe('it is brokered by', () => {
  it.each([
    ['the broker of the place', held('ines', ['broker', 'here']), true],
    ['whoever stands in for this one', held('noor', ['broker', 'here', breaks]), true],
    ['nobody who stands in for another', held('noor', ['broker', 'here', halls]), false],
    ['no broker of the next place', held('femke', ['broker', 'there']), false],
    ['nobody whose role sleeps', asleep('ines', 'broker'), false],
  ] as const)('%s', (_, actor, may) => {
    expect(brokers(actor, challenge)).toBe(may)
  })
})

it.each([
  ['a commissioner of the place', held('ruth', ['commissioner', 'here']), true, 'all', []],
  ['one of the council', held('ruth', ['commissioner', 'here', council]), true, ['council'], []],
  ['one of this challenge alone', held('ruth', ['commissioner', 'here', breaks]), true, [], []],
  ['the broker', held('ines', ['broker', 'here']), true, [], 'all'],
  ['a stand-in', held('noor', ['broker', 'here', breaks]), true, [], ['breaks']],
  ['one of the next place', held('sam', ['commissioner', 'there']), false, [], []],
  ['an elected member', held('maya', ['elected-member', 'here']), false, [], []],
  ['a role that sleeps', asleep('ruth', 'commissioner'), false, [], []],
] as const)(
  '%s has a desk: %s, starts for %j and watches %j',
  (_, actor, desk, starts, watched) => {
    expect(hasDesk(actor, 'here')).toBe(desk)
    expect(startsFor(actor, 'here')).toEqual(starts)
    expect(watches(actor, 'here')).toEqual(watched)
  },
)
