import { describe, expect, it } from 'vitest'
import { asleep, held } from '../../../test/held.ts'
import { owns } from './protections.policy.ts'

const commissioner = {
  personId: 'ruth',
  roles: [{ placeId: 'here', role: 'commissioner' }],
} as const
const people = {
  'a commissioner of the place': commissioner,
  'a commissioner of another place': {
    personId: 'ruth',
    roles: [{ placeId: 'there', role: 'commissioner' }],
  },
  'the broker': { personId: 'ruth', roles: [{ placeId: 'here', role: 'broker' }] },
  'a facilitator and steward': {
    personId: 'ruth',
    roles: [
      { placeId: 'here', role: 'facilitator' },
      { placeId: 'here', role: 'steward' },
    ],
  },
  'somebody without a role': { personId: 'ruth', roles: [] },
} as const

const decision = { placeId: 'here', organisationId: 'council', commissionerId: 'ruth' }

describe('who may decide to keep something, and whose decision it is', () => {
  it.each<[keyof typeof people, boolean]>([
    ['a commissioner of the place', true],
    ['a commissioner of another place', false],
    ['the broker', false],
    ['a facilitator and steward', false],
    ['somebody without a role', false],
  ])('%s: %s', (who, may) => {
    expect(owns(people[who], decision)).toBe(may)
  })

  it('a colleague who is a commissioner too does not write in it', () => {
    expect(owns(commissioner, { ...decision, commissionerId: 'tom' })).toBe(false)
  })

  it.each([
    ['for the body that decided', { kind: 'organisation', id: 'council' }, true],
    ['for another body', { kind: 'organisation', id: 'health' }, false],
    ['for one challenge', { kind: 'challenge', id: 'council' }, false],
  ] as const)('Ruth, a commissioner %s alone: %s', (_, over, may) => {
    expect(owns(held('ruth', ['commissioner', 'here', over]), decision)).toBe(may)
  })

  it('Ruth, while her role sleeps, does not', () => {
    expect(owns(asleep('ruth', 'commissioner'), decision)).toBe(false)
  })
})
