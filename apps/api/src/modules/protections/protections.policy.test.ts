import { describe, expect, it } from 'vitest'
import { mayDecide, owns } from './protections.policy.ts'

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

describe('who may decide to keep something, and whose decision it is', () => {
  it.each<[keyof typeof people, boolean]>([
    ['a commissioner of the place', true],
    ['a commissioner of another place', false],
    ['the broker', false],
    ['a facilitator and steward', false],
    ['somebody without a role', false],
  ])('%s: %s', (who, may) => {
    expect(mayDecide(people[who], 'here')).toBe(may)
    expect(owns(people[who], { placeId: 'here', commissionerId: 'ruth' })).toBe(may)
  })

  it('a colleague who is a commissioner too does not write in it', () => {
    expect(owns(commissioner, { placeId: 'here', commissionerId: 'tom' })).toBe(false)
  })
})
