import { casesContract } from '@howcanwe/shared/cases'
import { introductionsContract as contract } from '@howcanwe/shared/introductions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import {
  addressOf,
  agrees,
  asked,
  lettersTo,
  no,
  passDays,
  says,
  type Two,
  two,
  yes,
} from './introductions.fixture.ts'

let world: World
let t: Two
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  t = await two(world)
})

/** Emails about what waits no longer go to the address of an organisation: somebody pressed the link at their foot. */
const stops = async (organisationId: string) =>
  world.db.execute(sql`
    insert into letter_stops (id, address_hash, kind, organisation_id)
    values (gen_random_uuid(), sha256(convert_to(${await addressOf(world, organisationId)}, 'UTF8')), 'waiting', ${organisationId})`)
const waits = async () =>
  (
    await (
      await world.as(t.ines)
    )(casesContract.queue, { params: { placeId: t.place.id } })
  ).items.filter(({ kind }) => kind === 'introduction-by-hand')
const sides = async () => {
  const { items } = await (await world.as(t.ines))(contract.list, {
    query: { placeId: t.place.id },
  })
  return items.find(({ id }) => id === t.id)?.sides.map(({ byHand }) => byHand)
}
const noLetter = (organisationId: string) =>
  world.db.execute(sql`
    update organisations set contact_email = null where id = ${organisationId}`)

describe('somebody is asked whom no email reaches (BR3)', () => {
  it('Ines reads on her desk to ring or visit them, and not why', async () => {
    await stops(t.carers)
    await asked(world, t)
    expect(await lettersTo(world, await addressOf(world, t.carers))).toEqual([])
    expect(await waits()).toMatchObject([
      { title: 'Carers of Elmside', organisationId: t.carers, minutes: 10, late: false },
    ])
    expect(JSON.stringify(await waits())).not.toMatch(/stop|@|020/)
    expect(await sides()).toEqual([true, false])
  })

  it('nothing waits where an email went, or where it is kept for a weekly one', async () => {
    await asked(world, t)
    expect(await waits()).toEqual([])
    expect(await sides()).toEqual([false, false])
  })

  it('the second too, once the first has said yes', async () => {
    await stops(t.homes)
    await asked(world, t)
    expect(await waits()).toEqual([])
    await agrees(world, t)
    expect(await waits()).toMatchObject([{ title: 'Elm & Gate Homes' }])
  })

  it.each([yes(), no])('answered with %o, it waits no longer', async (said) => {
    await stops(t.carers)
    await asked(world, t)
    await says(world, t, 'amina', said)
    expect(await waits()).toEqual([])
    expect(await sides()).toEqual([false, false])
  })

  it('nor once its time is over', async () => {
    await stops(t.carers)
    await asked(world, t)
    await passDays(world, t, 22)
    expect(await waits()).toEqual([])
    expect(await sides()).toEqual([false, false])
  })

  it('nor once somebody of the desk has written down that they rang', async () => {
    await stops(t.carers)
    await asked(world, t)
    await world.db.execute(sql`
      insert into broker_actions (id, place_id, organisation_id, broker_id, kind)
      values (gen_random_uuid(), ${t.place.id}, ${t.carers}, ${t.ines}, 'call')`)
    expect(await waits()).toEqual([])
  })

  it('a link that is in no letter opens nothing', async () => {
    await noLetter(t.carers)
    await world.db.execute(sql`delete from memberships where organisation_id = ${t.carers}`)
    await asked(world, t)
    expect(await waits()).toHaveLength(1)
    const { rows } = await world.db.execute(
      sql`select from introduction_sides where introduction_id = ${t.id} and token_hash is not null`,
    )
    expect(rows).toEqual([])
  })

  it('the other side reads nothing of it, and no other broker’s own group does', async () => {
    await stops(t.carers)
    await asked(world, t)
    const { items } = await (await world.as(t.bram))(contract.mine, {})
    expect(items).toEqual([])
    const bea = await world.seed.person({ roles: [{ placeId: t.place.id, role: 'broker' }] })
    await world.db.execute(sql`
      insert into memberships (place_id, organisation_id, person_id, lead) values (${t.place.id}, ${t.homes}, ${bea}, false)`)
    const queue = await (await world.as(bea))(casesContract.queue, {
      params: { placeId: t.place.id },
    })
    expect(queue.items.filter(({ kind }) => kind === 'introduction-by-hand')).toEqual([])
  })
})

it('in a shared mailbox, stopping one group’s emails leaves the other’s introduction coming', async () => {
  const office = `office-${t.id}@example.org`
  await world.db.execute(
    sql`update organisations set contact_email = ${office} where id in (${t.carers}, ${t.homes})`,
  )
  await stops(t.homes)
  await asked(world, t)
  expect((await lettersTo(world, office)).map((l) => l.template)).toEqual(['introductions.asked'])
  expect(await sides()).toEqual([false, false])
})
