import { recruitmentContract } from '@howcanwe/shared/recruitment'
import { suggestionsContract as contract } from '@howcanwe/shared/suggestions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { convene } from '../charters/charters.fixture.ts'
import { drawing, opening } from '../recruitment/recruitment.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('a group that was drawn reads among its figures how far the draw reached (M27)', async () => {
  const [area] = opening().categories
  const features = (area?.features ?? []).map((one) => ({ ...one, min: 6, max: 6 }))
  const question = { name: 'Where do you live?', special: false }
  const categories = [{ ...question, features }]
  const t = await drawing(world, { seats: 12, categories })
  await t.many({ Elmside: 8, Northgate: 8 })
  await t.drawTwice()
  const figures = () => t.yusuf(contract.influence, { params: t.params })
  expect((await figures()).reach).toBeNull()
  await t.ines(recruitmentContract.confirm, { params: t.params, body: {} })
  await convene(world, t.groupId)
  expect((await figures()).reach).toMatchObject({
    least: { feature: 'Elmside', inGroup: 6, of: 12, affected: 60, parity: { num: 600, den: 720 } },
    hidden: 0,
  })
  const outside = await refusal(world.anyone(contract.influence, { params: t.params }))
  expect(outside.code).toBe('suggestions.influence_inside')
  // A later draw takes nothing of it back while it runs.
  await world.db.execute(sql`update groups set places = 20 where id = ${t.groupId}`)
  const more = features.map((one) => ({ ...one, min: 0, max: 3 }))
  const later = { seats: 3, categories: [{ ...question, features: more }] }
  await t.yusuf(recruitmentContract.open, { params: t.params, body: opening(later) })
  expect((await figures()).reach?.least).toMatchObject({ inGroup: 6 })
})
