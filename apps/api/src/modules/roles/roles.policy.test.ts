import { describe, expect, it } from 'vitest'
import { asleep, held } from '../../../test/held.ts'
import { against, governs, isOpenTo, movesFor } from './roles.policy.ts'

describe('who does what in a place is for', () => {
  it.each([
    ['its steward', held('joan', ['steward', 'here']), true],
    ['no steward of the next place', held('femke', ['steward', 'there']), false],
    ['no steward whose role sleeps', asleep('joan', 'steward'), false],
    ['no broker', held('ines', ['broker', 'here']), false],
    ['nobody else', held('kayleigh'), false],
  ] as const)('%s', (_, actor, may) => {
    expect(governs(actor, 'here')).toBe(may)
  })
})

const grant = (
  personId: string,
  role: string,
  requestedBy: string | null,
  state: 'requested' | 'granted' | 'suspended' | 'ended' = 'requested',
) => ({ personId, role, requestedBy, state })

describe('two people stand behind a steward (trust.md §4.5)', () => {
  it.each([
    ['Joan says yes to Noor, who asked', grant('noor', 'facilitator', 'noor'), undefined],
    ['Joan says yes to Noor as steward', grant('noor', 'steward', 'peter'), undefined],
    ['not to one she proposed', grant('noor', 'steward', 'joan'), 'second_steward'],
    ['nor to herself', grant('joan', 'facilitator', 'joan'), 'not_by_yourself'],
    ['nor to herself, whom Peter proposed', grant('joan', 'steward', 'peter'), 'not_by_yourself'],
  ] as const)('%s', (_, asked, why) => {
    expect(against({ personId: 'joan' }, asked, 'grant')).toBe(why)
  })
})

it.each([
  ['requested', ['grant', 'end']],
  ['granted', ['suspend', 'end']],
  ['suspended', ['resume', 'end']],
  ['ended', []],
] as const)('from %s a role goes on by %j and by nothing else', (state, moves) => {
  const all = ['grant', 'suspend', 'resume', 'end'] as const
  expect(all.filter((move) => isOpenTo(state, move)).toSorted()).toEqual([...moves].toSorted())
  expect(movesFor({ personId: 'joan' }, grant('noor', 'broker', null, state))).toEqual(moves)
})

it('what two people gave, one may suspend and give back', () => {
  const noor = grant('noor', 'steward', 'joan', 'suspended')
  expect(movesFor({ personId: 'joan' }, noor)).toEqual(['resume', 'end'])
})

it('Joan gives her own suspended role back to nobody but herself, so not at all', () => {
  const own = grant('joan', 'facilitator', null, 'suspended')
  expect(movesFor({ personId: 'joan' }, own)).toEqual(['end'])
})
