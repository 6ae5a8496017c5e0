import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { newGroup, town } from './codesign.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('two words on a poster lead to the group, however somebody types them (CD2)', async () => {
  const { people, challengeId } = await town(world)
  const ruth = await world.as(people.ruth)
  const started = await ruth(contract.start, {
    params: { challengeId },
    body: newGroup(people.yusuf),
  })
  expect(started.joinCode).toMatch(/^[a-z]+-[a-z]+$/)
  for (const typed of [started.joinCode, started.joinCode.toUpperCase().replace('-', ' ')])
    expect(await world.anyone(contract.behind, { params: { code: typed } })).toEqual({
      groupId: started.id,
    })
})

it('words nobody gave out say so', async () => {
  const refused = await refusal(world.anyone(contract.behind, { params: { code: 'no-such' } }))
  expect(refused.code).toBe('codesign.code_unknown')
})
