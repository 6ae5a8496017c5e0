import { challengesContract as contract } from '@howcanwe/shared/challenges'
import { cohortsContract } from '@howcanwe/shared/cohorts'
import { interestsContract } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'

let world: World
let town: SeededPlace
let ruth: string
let grace: string
beforeAll(async () => {
  world = await startWorld()
  town = await world.seed.place()
  const commissioner = (name: string) =>
    world.seed.person({ name, roles: [{ placeId: town.id, role: 'commissioner' }] })
  ruth = await commissioner('Ruth')
  grace = await commissioner('Grace')
})
afterAll(() => world.close())

let challengeId = ''
let slug = ''
beforeEach(async () => {
  slug = `handed-${someId()}`
  challengeId = await world.seed.openChallenge({ place: town, commissioner: ruth, slug })
})

const handOver = async (by: string, to: string) =>
  (await world.as(by))(contract.handOver, { params: { challengeId }, body: { to } })
const rows = async (query: ReturnType<typeof sql>) => (await world.db.execute(query)).rows

describe('handing a challenge over', () => {
  it('Ruth leaves: Grace runs it from then on, is told, and stands on its page; Ruth does not see it any more', async () => {
    const { items } = await (await world.as(ruth))(contract.colleagues, {
      query: { placeId: town.id },
    })
    expect(items).toEqual([{ id: grace, name: 'Grace' }])
    expect(await handOver(ruth, grace)).toEqual({ handedTo: 'Grace' })
    const asGrace = await world.as(grace)
    expect((await asGrace(contract.draft, { params: { challengeId } })).id).toBe(challengeId)
    expect((await asGrace(contract.read, { params: { slug } })).asker.person).toBe('Grace')
    const gone = (await world.as(ruth))(contract.draft, { params: { challengeId } })
    expect((await refusal(gone)).code).toBe('challenges.not_found')
    expect(
      await rows(sql`select actor_id, before, after from audit_events
        where subject_id = ${challengeId} and action = 'challenges.handed-over'`),
    ).toEqual([
      { actor_id: ruth, before: { commissionerId: ruth }, after: { commissionerId: grace } },
    ])
    expect(
      await rows(sql`select 1 from outbox where template = 'challenges.handed-over'`),
    ).toHaveLength(1)
  })

  it('goes only to a commissioner of the place, and only by whoever runs it', async () => {
    const there = await world.seed.place()
    const femke = await world.seed.person({ roles: [{ placeId: there.id, role: 'commissioner' }] })
    const ines = await world.seed.person({ roles: [{ placeId: town.id, role: 'broker' }] })
    for (const to of [femke, ines, ruth, someId()]) {
      expect((await refusal(handOver(ruth, to))).code).toBe('challenges.colleague_unknown')
    }
    expect((await refusal(handOver(grace, ruth))).code).toBe('challenges.not_found')
    expect((await refusal(handOver(femke, femke))).code).toBe('challenges.not_found')
  })

  it('not after somebody has been chosen, and nothing else of it moves by SQL', async () => {
    await expect(
      world.db.execute(
        sql`update challenges set question = 'How can we cheat?' where id = ${challengeId}`,
      ),
    ).rejects.toThrow()
    await (await world.as(ruth))(contract.withdraw, {
      params: { challengeId },
      body: { reason: 'It was asked elsewhere at the same time.' },
    })
    expect((await refusal(handOver(ruth, grace))).code).toBe('challenges.wrong_state')
  })
})

describe('a commissioner whose own group has answered (FR-09)', () => {
  it('can neither read the others nor decide on them, until a colleague takes over', async () => {
    const group = await world.seed.organisation({ place: town, members: [ruth] })
    const asRuth = await world.as(ruth)
    await asRuth(interestsContract.express, {
      params: { challengeId },
      body: {
        organisationId: group,
        why: 'We meet them every week.',
        bring: [],
        bringNote: '',
        hoursPerMonth: 4,
        fromWhen: null,
        need: [],
        needNote: '',
        together: 'alone',
        togetherWith: '',
        conflict: true,
        conflictNote: 'Ruth is one of us.',
      },
    })
    await world.seed.passDeadline(challengeId)
    const at = { params: { challengeId } }
    expect((await refusal(asRuth(interestsContract.forChallenge, at))).code).toBe(
      'interests.conflict',
    )
    const none = {
      ...at,
      body: { statement: 'Nobody fits, as far as I can see it myself.', notThisTime: [] },
    }
    expect((await refusal(asRuth(cohortsContract.chooseNone, none))).code).toBe(
      'interests.conflict',
    )
    await handOver(ruth, grace)
    expect((await (await world.as(grace))(interestsContract.forChallenge, at)).items).toHaveLength(
      1,
    )
  })
})
