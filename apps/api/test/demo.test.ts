import { challengesContract } from '@howcanwe/shared/challenges'
import { codesignContract } from '@howcanwe/shared/codesign'
import { placesContract } from '@howcanwe/shared/places'
import { questionsContract } from '@howcanwe/shared/questions'
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

it('a visitor reads what others asked and were answered, and Ruth finds one question waiting for her', async () => {
  const { items } = await world.anyone(challengesContract.list, { query: {} })
  const idOf = (slug: string) => items.find((c) => c.slug === slug)?.id ?? ''
  const [halls, buses] = [
    idOf('keep-halls-open-when-people-are-free'),
    idOf('get-home-after-the-late-shift'),
  ]
  const board = (challengeId: string) =>
    world.anyone(questionsContract.board, { params: { challengeId } })
  const asked = await board(halls)
  expect(asked).toMatchObject({ open: true, waiting: { count: 1, late: false } })
  expect(asked.items.map(({ state, closedAs }) => [state, closedAs])).toEqual(
    Array.from({ length: 3 }, () => ['answered', 'commissioner']),
  )
  for (const { askedOn, closedOn } of asked.items) expect(closedOn > askedOn).toBe(true)
  expect(asked.medianWorkingDays).toBe(1)
  const late = await board(buses)
  expect(late.items.map(({ closedAs }) => closedAs)).toEqual(
    expect.arrayContaining(['commissioner', 'broker']),
  )
  const { rows } = await world.db.execute<{ id: string }>(
    `select id from people where email = 'ruth@council.example'`,
  )
  const call = await world.as(rows[0]?.id ?? '')
  const desk = await call(questionsContract.desk, { params: { challengeId: halls } })
  expect(desk.waiting.map(({ words }) => words)).toEqual([expect.stringContaining('fire plan')])
})

it.each(DEMO_PEOPLE.map((p) => [p.email]))('no letter to %s can reach a real mailbox', (email) => {
  expect(mayLeave(email)).toBe(false)
})
