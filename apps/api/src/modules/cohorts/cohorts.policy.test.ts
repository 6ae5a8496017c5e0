import { expect, it } from 'vitest'
import { asleep, held } from '../../../test/held.ts'
import { mayReadAnswer, mayWatchClocks } from './cohorts.policy.ts'

it.each([
  ['the broker of the place', held('ines', ['broker', 'here']), true],
  ['a broker elsewhere', held('femke', ['broker', 'there']), false],
  [
    'whoever stands in for one challenge',
    held('noor', ['broker', 'here', { kind: 'challenge', id: 'breaks' }]),
    false,
  ],
  ['a broker whose role sleeps', asleep('ines', 'broker'), false],
  ['the commissioner of the place', held('ruth', ['commissioner', 'here']), false],
  ['nobody in particular', held('kayleigh'), false],
] as const)('whether answers come in time is seen by %s: %#', (_, actor, may) => {
  expect(mayWatchClocks(actor, 'here')).toBe(may)
})

it('an answer is read by those who belong to the organisation, and by no other', () => {
  expect(mayReadAnswer({ memberships: [{ organisationId: 'ours' }] }, 'ours')).toBe(true)
  expect(mayReadAnswer({ memberships: [{ organisationId: 'theirs' }] }, 'ours')).toBe(false)
  expect(mayReadAnswer({ memberships: [] }, 'ours')).toBe(false)
})
