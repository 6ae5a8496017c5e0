import { interestsContract as contract } from '@howcanwe/shared/interests'
import { supportersContract } from '@howcanwe/shared/supporters'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { helped, pair } from '../supporters/supporters.fixture.ts'
import { isConflicted } from './interests.policy.ts'

it.each([
  ['belongs to nobody who answered', ['b'], [], false],
  ['belongs to one who answered', ['a'], [], true],
  ['helps one who answered', ['b'], ['a'], true],
  ['helps one who did not', [], ['c'], false],
])('whoever %s: conflicted %s', (_, own, theirs, conflicted) => {
  const actor = { memberships: own.map((organisationId) => ({ organisationId })) }
  expect(isConflicted(actor, ['a', 'x'], theirs)).toBe(conflicted)
})

describe('Joy, who came to decide, has answered for Mr Okafor', () => {
  let world: World
  let place: SeededPlace
  beforeAll(async () => {
    world = await startWorld()
    place = await world.seed.place()
  })
  afterAll(() => world.close())

  /** She helps him, is given a role later, asks a question, and his group answers it. */
  async function asked(scope: 'groups' | 'answers', ends: 'before' | 'after' | 'never') {
    const two = await pair(world)
    const organisationId = await world.seed.organisation({ place, members: [two.okafor.id] })
    const supportId = await helped(two, [scope])
    const stop = () => two.joy.call(supportersContract.stop, { params: { supportId }, body: {} })
    if (ends === 'before') await stop()
    await world.db.execute(sql`insert into role_grants (id, place_id, person_id, role)
      values (gen_random_uuid(), ${place.id}, ${two.joy.id}, 'commissioner')`)
    const challengeId = await world.seed.openChallenge({ place, commissioner: two.joy.id })
    if (ends === 'after') await stop()
    await two.okafor.call(contract.express, {
      params: { challengeId },
      body: {
        organisationId,
        why: 'Twelve of us walk every Sunday, whatever the weather.',
        bring: ['outreach'],
        bringNote: '',
        hoursPerMonth: 6,
        fromWhen: null,
        need: [],
        needNote: '',
        together: 'alone',
        togetherWith: '',
        conflict: false,
        conflictNote: '',
      },
    })
    await world.seed.passDeadline(challengeId)
    return two.joy.call(contract.forChallenge, { params: { challengeId } })
  }

  it.each(['never', 'after'] as const)(
    'help with answers that ended %s opening keeps the answers closed to her',
    async (ends) => {
      expect((await refusal(asked('answers', ends))).code).toBe('interests.conflict')
    },
  )

  it.each([
    ['groups', 'never'],
    ['answers', 'before'],
  ] as const)('help with %s, over %s opening, does not', async (scope, ends) => {
    expect((await asked(scope, ends)).items).toHaveLength(1)
  })
})
