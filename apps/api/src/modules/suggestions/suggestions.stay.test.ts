import { sessionsContract } from '@howcanwe/shared/sessions'
import { suggestionsContract } from '@howcanwe/shared/suggestions'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { isOverSince, townWithSession, voice } from '../sessions/sessions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('those who ring in were there less often than those in the room, and the group reads it (M28)', async () => {
  const at = await townWithSession(world)
  const enter = async (way: 'phone' | 'in-the-room', n: number) =>
    (await voice(world, at, { firstName: `${way} ${n}`, ways: [way] })).id
  const came: string[] = []
  for (let n = 0; n < 5; n++) {
    came.push(await enter('in-the-room', n))
    const rings = await enter('phone', n)
    if (n < 2) came.push(rings)
  }
  await isOverSince(world, at.sessionId, 1)
  const { groupId } = at
  const figures = () => at.yusuf(suggestionsContract.influence, { params: { groupId } })
  expect((await figures()).stay).toBeNull()
  await at.yusuf(sessionsContract.step, { params: at.params, body: { to: 'held' } })
  await at.yusuf(sessionsContract.attend, { params: at.params, body: { came } })
  expect((await figures()).stay).toEqual({
    ...{ way: 'phone', came: 2, asked: 5, allCame: 7, allAsked: 10 },
    parity: { num: 20, den: 35 },
  })
})
