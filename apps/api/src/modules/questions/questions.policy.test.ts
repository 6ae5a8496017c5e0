import { STATES } from '@howcanwe/shared/challenges'
import { expect, it } from 'vitest'
import { asleep, held } from '../../../test/held.ts'
import { answersAs, mayClose, mayHideWords } from './questions.policy.ts'

const challenge = {
  id: 'breaks',
  placeId: 'north',
  organisationId: 'council',
  commissionerId: 'ruth',
}
const breaks = { kind: 'challenge', id: 'breaks' } as const
const halls = { kind: 'challenge', id: 'halls' } as const
const who = (personId: string, ...roles: ['commissioner' | 'broker' | 'steward', string][]) => ({
  personId,
  roles: roles.map(([role, placeId]) => ({ role, placeId })),
})

it.each([
  ['Ruth, whose challenge it is', who('ruth', ['commissioner', 'north']), 'commissioner'],
  ['Ruth, after she left the council', who('ruth'), undefined],
  ['another commissioner', who('sam', ['commissioner', 'north']), undefined],
  ['the broker of the place', who('ines', ['broker', 'north']), 'broker'],
  ['the broker of the next place', who('ines', ['broker', 'south']), undefined],
  ['a steward', who('pat', ['steward', 'north']), undefined],
  ['Ruth, for this one alone', held('ruth', ['commissioner', 'north', breaks]), 'commissioner'],
  ['Ruth, for another alone', held('ruth', ['commissioner', 'north', halls]), undefined],
  ['Ruth, while her role sleeps', asleep('ruth', 'commissioner'), undefined],
  ['whoever stands in for the broker', held('noor', ['broker', 'north', breaks]), 'broker'],
  ['whoever stands in elsewhere', held('noor', ['broker', 'north', halls]), undefined],
  [
    'Ruth, who is a broker as well',
    who('ruth', ['broker', 'north'], ['commissioner', 'north']),
    'commissioner',
  ],
] as const)('%s answers as: %s', (_, actor, as) => {
  expect(answersAs(actor, challenge)).toBe(as)
})

it('only a broker takes words out of sight', () => {
  expect([mayHideWords('broker'), mayHideWords('commissioner')]).toEqual([true, false])
})

it('a question is answered until the choice is made', () => {
  expect(new Set(STATES.filter(mayClose))).toEqual(new Set(['open', 'paused', 'choosing']))
})
