import type { Role } from '@howcanwe/shared/identity'
import { describe, expect, it } from 'vitest'
import { held } from '../../../test/held.ts'
import { mayChange, mayCheck, mayRead } from './organisations.policy.ts'

const ours = { id: 'ours', placeId: 'here', state: 'listed' } as const
const role = (name: Role, placeId = 'here') => ({
  roles: [{ role: name, placeId }],
  memberships: [],
})
const member = { roles: [], memberships: [{ organisationId: 'ours' }] }
const otherMember = { roles: [], memberships: [{ organisationId: 'theirs' }] }
const brokerWithin = { ...role('broker'), memberships: [{ organisationId: 'ours' }] }

describe('who may look at an organisation, speak for it, and say they checked it', () => {
  it.each([
    ['one of its own people', member, true, true, false],
    ['somebody of another organisation', otherMember, false, false, false],
    ['a broker of its place', role('broker'), true, false, true],
    ['a broker of another place', role('broker', 'elsewhere'), false, false, false],
    [
      'whoever stands in as broker of one challenge',
      held('noor', ['broker', 'here', { kind: 'challenge', id: 'breaks' }]),
      false,
      false,
      false,
    ],
    ['a broker who belongs to it', brokerWithin, true, true, false],
    ['a commissioner', role('commissioner'), false, false, false],
    ['a facilitator', role('facilitator'), false, false, false],
    ['a steward', role('steward'), false, false, false],
    ['somebody with no role at all', { roles: [], memberships: [] }, false, false, false],
  ])('%s', (_, asker, read, change, check) => {
    expect([mayRead(asker, ours), mayChange(asker, ours), mayCheck(asker, ours)]).toEqual([
      read,
      change,
      check,
    ])
  })

  it('nobody speaks for an organisation that has left', () => {
    expect(mayChange(member, { ...ours, state: 'left' })).toBe(false)
  })
})
