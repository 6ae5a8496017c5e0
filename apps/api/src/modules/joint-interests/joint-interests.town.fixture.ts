import { interestsContract } from '@howcanwe/shared/interests'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { type Town, townOf } from './joint-interests.fixture.ts'

export let world: World
export let town: Town

/** A town of its own for every test of a file, with an open challenge and three small groups. */
export function inTown(): void {
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    town = await townOf(world)
  })
}

/** What Ruth reads of the answers to her challenge. */
export const forRuth = async () =>
  (await world.as(town.ruth))(interestsContract.forChallenge, {
    params: { challengeId: town.challengeId },
  })
