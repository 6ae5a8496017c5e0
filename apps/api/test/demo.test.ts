import { challengesContract } from '@howcanwe/shared/challenges'
import { codesignContract } from '@howcanwe/shared/codesign'
import { placesContract } from '@howcanwe/shared/places'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEMO_PEOPLE, seedDemo } from '../src/demo/index.ts'
import { mayLeave } from '../src/modules/notifications/notifications.rules.ts'
import { startWorld, type World } from './support.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('the demo town is loaded once, and a second start leaves it as it is', async () => {
  expect(await seedDemo(world.ownerUrl)).toBe('loaded')
  expect(await seedDemo(world.ownerUrl)).toBe('already there')
})

it('a visitor finds three open questions, one that found its cohort, and two groups to join', async () => {
  const place = await world.anyone(placesContract.here)
  expect(place.demo).toBe(true)
  const open = await world.anyone(challengesContract.list, { query: {} })
  expect(open.items).toHaveLength(3)
  expect(open.items.every((c) => c.question.startsWith('How can we'))).toBe(true)
  const past = await world.anyone(challengesContract.list, { query: { which: 'past' } })
  expect(past.items.map((c) => c.state)).toEqual(['formed'])
  expect((await world.anyone(codesignContract.list, { query: {} })).items).toHaveLength(2)
})

it.each(DEMO_PEOPLE.map((p) => [p.email]))('no letter to %s can reach a real mailbox', (email) => {
  expect(mayLeave(email)).toBe(false)
})
