import type { Role } from '@howcanwe/shared/identity'
import { describe, expect, it } from 'vitest'
import { asleep, held } from '../../../test/held.ts'
import { mayAnnounce, mayChooseFacilitator, runs } from './codesign.policy.ts'

const here = 'here'
const group = { id: 'tuesday', placeId: here, challengeId: 'breaks', facilitatorId: 'yusuf' }
const who = (personId: string, ...roles: [string, Role][]) => ({
  personId,
  roles: roles.map(([placeId, role]) => ({ placeId, role })),
})

describe('who may see the people of a group, announce a session, choose who runs one', () => {
  it.each([
    ['its own facilitator', who('yusuf', [here, 'facilitator']), true, true, false],
    ['its facilitator, role ended', who('yusuf'), false, false, false],
    [
      'its facilitator, role elsewhere',
      who('yusuf', ['there', 'facilitator']),
      false,
      false,
      false,
    ],
    ['another facilitator', who('noor', [here, 'facilitator']), false, false, false],
    ['the broker', who('ines', [here, 'broker']), false, true, true],
    ['a broker of elsewhere', who('femke', ['there', 'broker']), false, false, false],
    ['a commissioner', who('ruth', [here, 'commissioner']), false, false, true],
    ['the steward', who('sam', [here, 'steward']), false, false, false],
    [
      'its facilitator, of this group alone',
      held('yusuf', ['facilitator', here, { kind: 'group', id: 'tuesday' }]),
      true,
      true,
      false,
    ],
    [
      'its facilitator, of another group alone',
      held('yusuf', ['facilitator', here, { kind: 'group', id: 'friday' }]),
      false,
      false,
      false,
    ],
    ['its facilitator, while the role sleeps', asleep('yusuf', 'facilitator'), false, false, false],
    [
      'somebody else who may run this group',
      held('noor', ['facilitator', here, { kind: 'group', id: 'tuesday' }]),
      false,
      false,
      false,
    ],
    [
      'whoever stands in as broker of its challenge',
      held('noor', ['broker', here, { kind: 'challenge', id: 'breaks' }]),
      false,
      true,
      false,
    ],
    [
      'whoever stands in as broker of another',
      held('noor', ['broker', here, { kind: 'challenge', id: 'halls' }]),
      false,
      false,
      false,
    ],
  ] as const)('%s', (_, actor, sees, announces, chooses) => {
    expect(runs(actor, group)).toBe(sees)
    expect(mayAnnounce(actor, group)).toBe(announces)
    expect(mayChooseFacilitator(actor, here)).toBe(chooses)
  })
})
