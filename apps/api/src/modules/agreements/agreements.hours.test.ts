import { agreementsContract as contract } from '@howcanwe/shared/agreements'
import { goesBeyond, organisationsContract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../../test/support.ts'
import {
  type Group,
  lettersTo,
  ready,
  type Town,
  townOf,
} from '../joint-interests/joint-interests.fixture.ts'
import { commit } from '../organisations/index.ts'
import { begin, box, confirm, on, WORDS, write } from './agreements.fixture.ts'

let world: World
let town: Town
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  town = await townOf(world)
})

/** 20 hours a month to spare, of which 12 are promised for something else. */
async function promised12of20({ id }: Group): Promise<void> {
  await world.db.execute(sql`
    insert into capacity_profiles (place_id, organisation_id, spare_hours_per_month)
    values (${town.place.id}, ${id}, 20)
    on conflict (organisation_id) do update set spare_hours_per_month = 20`)
  await commit(world.db, world, {
    placeId: town.place.id,
    organisationId: id,
    source: { kind: 'interest', id: someId() },
    hoursPerMonth: 12,
    fromDay: null,
    untilDay: null,
  })
}
const hoursOf = async ({ id, member }: Group) =>
  (await world.as(member))(organisationsContract.hours, { params: { organisationId: id } })
const warned = async (one: Group) =>
  (await lettersTo(world, one.email)).filter((l) => l.template === 'organisations.beyond').length

/** Amina's carers promise so many hours a month, the elders none; both confirm. */
async function promising(hoursPerMonth: number): Promise<string> {
  const { amina, elders } = town
  const { id } = await begin(town, amina, [elders])
  await write(town, amina, id)
  await box(town, amina, id, { hoursPerMonth })
  await box(town, elders, id, { hoursPerMonth: 0 })
  for (const one of [amina, elders]) await confirm(town, one, id)
  return id
}
const review = async (id: string, outcome: 'renewed' | 'changed' | 'ended') =>
  (await world.as(town.elders.member))(contract.review, { ...on(id), body: { outcome } })

describe('hours promised in an agreement count for the 80 % guard (T7, OR3)', () => {
  it('spare 20, promised 12: 5 hours more warn the carers once it is lived, not before', async () => {
    const { amina, elders } = town
    await promised12of20(amina)
    const { id } = await begin(town, amina, [elders])
    await write(town, amina, id)
    await box(town, amina, id, { hoursPerMonth: 5 })
    await box(town, elders, id, { hoursPerMonth: 0 })
    await confirm(town, amina, id)
    expect([(await hoursOf(amina)).committed, await warned(amina)]).toEqual([12, 0])
    expect((await confirm(town, elders, id)).state).toBe('live')
    expect([(await hoursOf(amina)).committed, await warned(amina)]).toEqual([17, 1])
    expect(await warned(elders)).toBe(0)
  })

  it('4 hours more are 80 % and warn nobody', async () => {
    await promised12of20(town.amina)
    await promising(4)
    expect([(await hoursOf(town.amina)).committed, await warned(town.amina)]).toEqual([16, 0])
  })

  it('the broker reads who has promised too much, and no longer once it ends', async () => {
    const { amina, place, ines } = town
    await promised12of20(amina)
    const id = await promising(5)
    const over = async () =>
      (
        await (
          await world.as(ines)
        )(organisationsContract.stretched, {
          query: { placeId: place.id },
        })
      ).over.map((one) => [one.id, one.spare, one.committed])
    expect(await over()).toEqual([[amina.id, 20, 17]])
    await review(id, 'ended')
    expect(await over()).toEqual([])
  })

  it('kept for three months more they stay promised; ended they are free again', async () => {
    const { amina } = town
    await promised12of20(amina)
    const id = await promising(5)
    await review(id, 'renewed')
    expect((await hoursOf(amina)).committed).toBe(17)
    await review(id, 'ended')
    expect((await hoursOf(amina)).committed).toBe(12)
    expect(goesBeyond({ spare: 20, committed: 12, adding: 4 })).toBe(false)
  })

  it('drafted again they are free, and what is written then is promised when all have confirmed it', async () => {
    const { amina, elders } = town
    await promised12of20(amina)
    const id = await promising(3)
    expect((await hoursOf(amina)).committed).toBe(15)
    await review(id, 'changed')
    expect((await hoursOf(amina)).committed).toBe(12)
    await box(town, amina, id, { hoursPerMonth: 6 })
    for (const one of [amina, elders]) await confirm(town, one, id)
    expect([(await hoursOf(amina)).committed, await warned(amina)]).toEqual([18, 1])
  })

  it('out of an answer together, whose hours are held by that answer, nothing is counted twice', async () => {
    const { amina, elders } = town
    await promised12of20(amina)
    const fromId = await ready(town, amina, [elders])
    const { id } = await (await world.as(amina.member))(contract.begin, {
      body: {
        organisationId: amina.id,
        title: WORDS.title,
        from: 'joint-interest',
        fromId,
        partyIds: [],
      },
    })
    await write(town, amina, id)
    for (const one of [amina, elders]) await box(town, one, id, { hoursPerMonth: 5 })
    for (const one of [amina, elders]) await confirm(town, one, id)
    const kept = await world.db.execute(
      sql`select 1 from capacity_commitments where source_kind = 'agreement' and source_id = ${id}`,
    )
    expect([kept.rows.length, (await hoursOf(amina)).committed]).toEqual([0, 12])
  })
})
