import { recruitmentContract as contract } from '@howcanwe/shared/recruitment'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { convene } from '../charters/charters.fixture.ts'
import { drawing, opening } from './recruitment.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** Twelve seats, so many of them from Elmside, where six of ten live whom it affects. */
async function drawn(elmside: number, applied = { Elmside: 12, Northgate: 12 }) {
  const [area] = opening().categories
  const features = (area?.features ?? []).map((one) => {
    const count = one.name === 'Elmside' ? elmside : 12 - elmside
    return { ...one, min: count, max: count }
  })
  const t = await drawing(world, {
    seats: 12,
    categories: [{ name: 'Where do you live?', special: false, features }],
  })
  await t.many(applied)
  await t.drawTwice()
  return t
}

describe('whether those came up whom it affects (M27, CD7)', () => {
  it('everybody reads with its counts, once the group that came of it has agreed its charter', async () => {
    const t = await drawn(5)
    const desk = await t.yusuf(contract.desk, { params: t.params })
    expect(desk.reach).toMatchObject({ feature: 'Elmside', inGroup: 5, of: 12, affected: 60 })
    expect(desk.recruitment.reach).toBeNull()
    await t.ines(contract.confirm, { params: t.params, body: {} })
    expect((await t.read()).reach).toBeNull()
    await convene(world, t.groupId)
    expect((await t.read()).reach).toEqual({
      least: {
        ...{ category: 'Where do you live?', feature: 'Elmside', inGroup: 5, of: 12, affected: 60 },
        parity: { num: 500, den: 720 },
      },
      hidden: 0,
    })
  })

  it('and of fewer than five people nobody reads it; the desk does (k = 5)', async () => {
    const t = await drawn(3)
    await t.ines(contract.confirm, { params: t.params, body: {} })
    await convene(world, t.groupId)
    const shown = await t.read()
    expect(shown.reach).toEqual({ least: null, hidden: 2 })
    expect(shown.categories[0]?.features.map((one) => one.drawn)).toEqual([null, null])
    const desk = await t.yusuf(contract.desk, { params: t.params })
    expect(desk.reach).toMatchObject({ feature: 'Elmside', inGroup: 3 })
  })
})
