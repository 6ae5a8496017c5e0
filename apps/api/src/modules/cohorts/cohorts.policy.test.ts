import { expect, it } from 'vitest'
import { mayReadAnswer, mayWatchClocks } from './cohorts.policy.ts'

it.each([
  ['the broker of the place', [{ placeId: 'here', role: 'broker' }], true],
  ['a broker elsewhere', [{ placeId: 'there', role: 'broker' }], false],
  ['the commissioner of the place', [{ placeId: 'here', role: 'commissioner' }], false],
  ['nobody in particular', [], false],
])('whether answers come in time is seen by %s: %#', (_, roles, may) => {
  expect(mayWatchClocks({ roles }, 'here')).toBe(may)
})

it('an answer is read by those who belong to the organisation, and by no other', () => {
  expect(mayReadAnswer({ memberships: [{ organisationId: 'ours' }] }, 'ours')).toBe(true)
  expect(mayReadAnswer({ memberships: [{ organisationId: 'theirs' }] }, 'ours')).toBe(false)
  expect(mayReadAnswer({ memberships: [] }, 'ours')).toBe(false)
})
