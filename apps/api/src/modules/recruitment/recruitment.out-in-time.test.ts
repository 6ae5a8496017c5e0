import { codesignContract } from '@howcanwe/shared/codesign'
import { recruitmentContract as contract } from '@howcanwe/shared/recruitment'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { atOnce } from '../../../test/waiting.ts'
import { drawing } from './recruitment.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('whoever takes their name out while Ines confirms the draw has no place in the group behind their back (CD7)', async () => {
  const t = await drawing(world)
  const { token } = await t.put('Elmside', { firstName: 'Zanthe' })
  await t.put('Northgate')
  await t.close()
  const [out] = await atOnce<unknown>(
    world,
    sql`select from consents where subject_kind = 'draw-name' for update`,
    [
      () => world.anyone(contract.takeOut, { body: { token } }),
      () => t.ines(contract.confirm, { params: t.params, body: {} }),
    ],
  )
  expect(out).toMatchObject({ status: 'fulfilled', value: { out: true } })
  const { items } = await t.yusuf(codesignContract.members, { params: t.params })
  expect(items.map(({ firstName }) => firstName)).toEqual(['Kayleigh'])
})

it('once places were given the name is out no more: the place is left instead', async () => {
  const t = await drawing(world)
  const { token } = await t.put('Elmside')
  await t.close()
  await t.ines(contract.confirm, { params: t.params, body: {} })
  const late = world.anyone(contract.takeOut, { body: { token } })
  expect((await refusal(late)).code).toBe('recruitment.wrong_state')
})
