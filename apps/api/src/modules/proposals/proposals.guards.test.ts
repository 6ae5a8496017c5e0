import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('begins with ten', async () => {
  const place = await world.seed.place()
  const { rows } = await world.appDb.execute(sql`select support_needed(${place.id}) as n`)
  expect(rows).toEqual([{ n: 10 }])
})
