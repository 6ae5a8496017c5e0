import { suggestionsContract as contract } from '@howcanwe/shared/suggestions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { convene } from '../charters/charters.fixture.ts'
import { past } from '../decisions/decisions.fixture.ts'
import { aGroup, met, moveOn } from './suggestions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('whoever answers in a place reads how many meetings to mark the homework were held of those due (M22)', async () => {
  const at = await aGroup(world)
  const { yusuf: facilitatorId, ruth, ines } = at.people
  const yusuf = await world.as(facilitatorId)
  const readBy = async (person: string) => {
    const read = await world.as(person)
    return (await read(contract.owed, { params: { placeId: at.place.id } })).meetings
  }
  /** Another group of the place, whose meeting is due by then. */
  const dueIn = async (time: string) => {
    const { challengeId, place } = at
    const groupId = await world.seed.group({ placeId: place.id, challengeId, facilitatorId })
    await convene(world, groupId, 'reporting-back')
    await past(
      world,
      sql`insert into group_reports (group_id, place_id, due_at)
        values (${groupId}, ${place.id}, clock_timestamp() + ${time}::interval)`,
    )
  }
  expect(await readBy(ruth)).toEqual({ part: 0, of: 0, share: null })
  await dueIn('1 month')
  await dueIn('-13 months')
  expect(await readBy(ruth)).toMatchObject({ part: 0, of: 0 })
  await dueIn('-1 day')
  expect(await readBy(ruth)).toMatchObject({ part: 0, of: 1 })
  await moveOn(yusuf, at, 'reporting-back')
  expect(await readBy(ruth)).toMatchObject({ part: 0, of: 1 })
  await met(world, at, yusuf)
  const half = { part: 1, of: 2, share: { num: 1, den: 2 } }
  expect(await readBy(ruth)).toEqual(half)
  expect(await readBy(ines)).toEqual(half)
  const elsewhere = await aGroup(world)
  expect(await readBy(elsewhere.people.ruth)).toBeNull()
})
