import { introductionsContract as contract } from '@howcanwe/shared/introductions'
import { afterAll, beforeAll } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'

export let world: World

/** One world for all tests of a file. */
export function inTown(): void {
  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world.close())
}

export const at = (introductionId: string) => ({ params: { introductionId } })
export const ownOf = async (person: string) => (await (await world.as(person))(contract.mine)).items
export const listOf = async (person: string, placeId: string) =>
  (await (await world.as(person))(contract.list, { query: { placeId } })).items
