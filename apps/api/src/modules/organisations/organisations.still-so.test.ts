import { organisationsContract as contract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { nudgeDue } from './index.ts'

let world: World
let here: SeededPlace
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

let dele: string
let hall: string
beforeEach(async () => {
  here = await world.seed.place()
  await world.db.execute(sql`update capacity_profiles set nudge_due_at = null`)
  dele = await world.seed.person({ name: 'Dele' })
  hall = await world.seed.organisation({
    place: here,
    name: 'Elmside Hall',
    members: [dele],
    capacity: {
      spareHoursPerMonth: 20,
      premises: [
        { name: 'the hall on Tuesdays', seats: 40, stepFree: true, kitchen: true, costPence: 0 },
      ],
      nudgeDueAt: new Date(Date.now() - 1000),
    },
  })
})

const params = () => ({ organisationId: hall })
const confirm = async (version = 1) =>
  (await world.as(dele))(
    contract.confirmCapacity,
    { params: params(), body: {} },
    { ifMatch: version },
  )
const lettersToHall = async () =>
  (
    await world.db.execute<{ subject: string; body: string }>(
      sql`select subject, body from outbox where template = 'organisations.still-so' and recipient =
        (select contact_email from organisations where id = ${hall}) order by id`,
    )
  ).rows
const profile = async () =>
  (
    await world.db.execute<{ nudges: number; days: number | null }>(sql`
      select nudges, round(extract(epoch from nudge_due_at - clock_timestamp()) / 86400)::int as days
      from capacity_profiles where organisation_id = ${hall}`)
  ).rows[0]
const aQuarterPasses = () =>
  world.db.execute(sql`update capacity_profiles
    set nudge_due_at = nudge_due_at - interval '92 days' where organisation_id = ${hall}`)
const ages = (days: number) =>
  world.db.execute(sql`
    with a as (update capacity_profiles set confirmed_at = confirmed_at - ${days}::int * interval '1 day'
      where organisation_id = ${hall})
    update organisations set declared_at = declared_at - ${days}::int * interval '1 day' where id = ${hall}`)
const isStale = async () =>
  (await (await world.as(dele))(contract.read, { params: params() })).stale

describe('capacity said once, kept fresh in seconds (J-08, FR-12)', () => {
  it('Dele is asked once a quarter, in his own words, with one link that answers it', async () => {
    expect(await nudgeDue(world.db, world.config)).toBe(true)
    expect(await nudgeDue(world.db, world.config)).toBe(false)
    const [letter, ...more] = await lettersToHall()
    expect(more).toEqual([])
    expect(letter?.body).toContain('Still 20 hours a month to spare? Still the hall on Tuesdays?')
    expect(letter?.body).toContain(`/organisations/${hall}/capacity/refresh`)
    expect(await profile()).toEqual({ nudges: 1, days: 92 })
  })

  it('one tap says yes to everything, nothing else changes, and the next question is a quarter away', async () => {
    await nudgeDue(world.db, world.config)
    const before = await (await world.as(dele))(contract.capacity, { params: params() })
    const after = await confirm(before.version)
    expect(after).toEqual({ ...before, confirmedAt: after.confirmedAt, version: 2 })
    expect(after.confirmedAt).not.toBeNull()
    expect(await profile()).toEqual({ nudges: 0, days: 92 })
    expect((await refusal(confirm(1))).code).toBe('request.stale')
  })

  it('changing an answer counts as saying so too', async () => {
    const call = await world.as(dele)
    const {
      organisationId: _,
      confirmedAt: __,
      version,
      ...said
    } = await call(contract.capacity, {
      params: params(),
    })
    const body = { ...said, spareHoursPerMonth: 8 }
    await call(contract.changeCapacity, { params: params(), body }, { ifMatch: version })
    expect(await profile()).toEqual({ nudges: 0, days: 92 })
  })

  it('a year of silence is four letters, and then none', async () => {
    for (let quarter = 1; quarter <= 6; quarter++) {
      await nudgeDue(world.db, world.config)
      await aQuarterPasses()
    }
    expect(await lettersToHall()).toHaveLength(4)
    expect(await profile()).toEqual({ nudges: 4, days: null })
  })

  it('two workers at once send one letter', async () => {
    const both = await Promise.all([1, 2, 3, 4].map(() => nudgeDue(world.db, world.config)))
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await lettersToHall()).toHaveLength(1)
  })

  it.each(['paused', 'left'])('an organisation that has %s is not asked', async (state) => {
    await world.db.execute(sql`update organisations set state = ${state} where id = ${hall}`)
    expect(await nudgeDue(world.db, world.config)).toBe(false)
  })

  it('a group with a telephone and no address gets no letter and holds nobody else up', async () => {
    await world.db.execute(
      sql`update organisations set contact_email = null, contact_phone = '020 7946 0123' where id = ${hall}`,
    )
    expect(await nudgeDue(world.db, world.config)).toBe(true)
    expect(await nudgeDue(world.db, world.config)).toBe(false)
  })

  it('whoever has just registered is first asked after a quarter', async () => {
    const call = await world.as(dele)
    const registered = await call(contract.register, {
      body: {
        placeId: here.id,
        name: 'Elmside Shed',
        kind: 'unconstituted-group',
        incomeBand: 'none',
        areaIds: here.areaIds,
        themes: ['older-people'],
        contact: { name: 'Dele', phone: '020 7946 0111' },
        declared: true,
      },
    })
    hall = registered.id
    expect([await profile(), registered.stale]).toEqual([{ nudges: 0, days: 92 }, false])
  })

  it('somebody of another organisation cannot say it for them', async () => {
    const other = await world.seed.person()
    await world.seed.organisation({ place: here, members: [other] })
    const refused = await refusal(
      (await world.as(other))(
        contract.confirmCapacity,
        { params: params(), body: {} },
        { ifMatch: 1 },
      ),
    )
    expect(refused.code).toBe('organisations.not_found')
  })
})

describe('180 days without a word (§2.3)', () => {
  it('it is marked, stays to be seen, may still answer, and one tap takes the mark away', async () => {
    await confirm()
    await ages(179)
    expect(await isStale()).toBe(false)
    await ages(2)
    expect(await isStale()).toBe(true)
    const ines = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    const list = await (await world.as(ines))(contract.list, {
      query: { placeId: here.id, q: 'Elmside Hall' },
    })
    expect(list.items.find((o) => o.id === hall)).toMatchObject({ stale: true, state: 'listed' })
    await confirm(2)
    expect(await isStale()).toBe(false)
  })

  it('a broker who has checked them has heard from them too', async () => {
    await ages(200)
    expect(await isStale()).toBe(true)
    const ines = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    await (await world.as(ines))(contract.check, { params: params(), body: {} })
    expect(await isStale()).toBe(false)
  })
})
