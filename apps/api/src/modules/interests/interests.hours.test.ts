import { interestsContract } from '@howcanwe/shared/interests'
import { goesBeyond, organisationsContract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { inTransaction, sqlState } from '../../db/database.ts'
import { commit, expireDue, type Hours, release } from '../organisations/index.ts'
import { settleHours, tellOfStretched } from './index.ts'

let world: World
let here: SeededPlace
let amina = ''
let ines = ''
let carers = ''
let challengeId = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  here = await seed.place()
  amina = await seed.person({ name: 'Amina' })
  ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  const ruth = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  challengeId = await seed.openChallenge({ place: here, commissioner: ruth })
  carers = await seed.organisation({
    place: here,
    members: [amina],
    contactEmail: `carers-${here.id}@example.org`,
    capacity: { spareHoursPerMonth: 20 },
  })
})

const hours = (hoursPerMonth: number, source = someId()): Hours => ({
  placeId: here.id,
  organisationId: carers,
  hoursPerMonth,
  source: { kind: 'agreement', id: source },
  fromDay: null,
  untilDay: null,
})
const send = async (hoursPerMonth: number) =>
  (await world.as(amina))(interestsContract.express, {
    params: { challengeId },
    body: {
      organisationId: carers,
      why: 'Nine of us look after someone.',
      bring: [],
      bringNote: 'Forty carers who trust us.',
      hoursPerMonth,
      fromWhen: null,
      need: [],
      needNote: '',
      together: 'alone',
      togetherWith: '',
      conflict: false,
      conflictNote: '',
    },
  })
const own = async () =>
  (await world.as(amina))(organisationsContract.hours, { params: { organisationId: carers } })
const lettersFor = async (template: string) =>
  (
    await world.db.execute<{ recipient: string; subject: string; body: string }>(
      sql`select recipient, subject, body from outbox where place_id = ${here.id} and template = ${template} order by id`,
    )
  ).rows
const told = async () => {
  while (await tellOfStretched(world.db, world.config));
  return (await lettersFor('organisations.stretched')).length
}

describe('80 % of the spare hours (T7)', () => {
  it.each([
    [20, 12, 5, true],
    [20, 12, 4, false],
    [20, 16, 0, false],
    [20, 16, 1, true],
    [10, 0, 8, false],
    [10, 0, 9, true],
    [0, 0, 0, false],
    [0, 0, 1, true],
    [null, 50, 50, false],
  ])('spare %s, promised %i, adding %i: beyond is %s', (spare, committed, adding, beyond) => {
    expect(goesBeyond({ spare, committed, adding })).toBe(beyond)
  })

  it('spare 20, promised 12: an answer of 5 hours warns the organisation at once, and stops nothing', async () => {
    await commit(world.db, world, hours(12))
    await send(5)
    const [letter, ...more] = await lettersFor('organisations.beyond')
    expect(more).toEqual([])
    expect(letter?.recipient).toBe(`carers-${here.id}@example.org`)
    for (const part of ['20 hours a month', '12 are promised', '5 more', 'Nothing is stopped'])
      expect(letter?.body).toContain(part)
    expect(await own()).toMatchObject({ spare: 20, committed: 12, reserved: 5 })
  })

  it('an answer of 4 hours warns nobody', async () => {
    await commit(world.db, world, hours(12))
    await send(4)
    await world.seed.passDeadline(challengeId)
    expect(await lettersFor('organisations.beyond')).toEqual([])
    expect(await told()).toBe(0)
  })

  it('its brokers are told once, and not before answers are unsealed (S-02)', async () => {
    await commit(world.db, world, hours(12))
    await send(5)
    expect(await told()).toBe(0)
    const seen = async () =>
      (await world.as(ines))(organisationsContract.stretched, { query: { placeId: here.id } })
    expect((await seen()).over).toEqual([])
    await world.seed.passDeadline(challengeId)
    expect(await told()).toBe(1)
    expect(await told()).toBe(1)
    const [letter] = await lettersFor('organisations.stretched')
    expect(letter?.subject).toContain('17 of 20 hours')
  })

  it('an answer that was taken back is never told', async () => {
    await commit(world.db, world, hours(12))
    const { id } = await send(5)
    await (await world.as(amina))(interestsContract.withdraw, {
      params: { interestId: id },
      body: {},
    })
    expect(await own()).toMatchObject({ committed: 12, reserved: 0 })
    await world.seed.passDeadline(challengeId)
    expect(await told()).toBe(0)
  })

  it('what is promised outright warns both, and the desk shows who and how many (M15)', async () => {
    await commit(world.db, world, hours(12))
    await commit(world.db, world, hours(5))
    expect(await lettersFor('organisations.beyond')).toHaveLength(1)
    expect(await told()).toBe(1)
    const other = await world.seed.organisation({
      place: here,
      capacity: { spareHoursPerMonth: 20 },
    })
    await commit(world.db, world, { ...hours(16), organisationId: other })
    const call = await world.as(ines)
    const desk = await call(organisationsContract.stretched, { query: { placeId: here.id } })
    expect(desk.over).toEqual([{ id: carers, name: expect.any(String), spare: 20, committed: 17 }])
    expect(desk.figure).toEqual({ over: 1, committed: 2 })
  })

  it('being chosen promises the hours that were held, and warns no second time; not being chosen frees them', async () => {
    await commit(world.db, world, hours(12))
    const { id } = await send(5)
    await settleHours(world.db, world, { id, outcome: 'chosen' })
    expect(await own()).toMatchObject({ committed: 17, reserved: 0 })
    expect(await lettersFor('organisations.beyond')).toHaveLength(1)
    await settleHours(world.db, world, { id, outcome: 'not-this-time' })
    expect(await own()).toMatchObject({ committed: 12, reserved: 0 })
  })

  it('two promises at once are counted one after the other', async () => {
    await Promise.all(
      [9, 9].map((n) => inTransaction(world.db, (tx) => commit(tx, world, hours(n)))),
    )
    expect(await lettersFor('organisations.beyond')).toHaveLength(1)
  })

  it('hours are free again when their last day is over', async () => {
    await commit(world.db, world, { ...hours(6), untilDay: '2020-01-01' })
    expect(await expireDue(world.db)).toBe(true)
    expect(await expireDue(world.db)).toBe(false)
    expect((await own()).committed).toBe(0)
  })

  it('the broker does not see what an organisation has set aside for answers', async () => {
    await send(5)
    const call = await world.as(ines)
    const read = call(organisationsContract.hours, { params: { organisationId: carers } })
    await expect(read).rejects.toMatchObject({ code: 'auth.forbidden' })
  })
})

describe('the database itself (HW128)', () => {
  it('puts no promise back to a maybe, begins nothing at its end, and revives nothing that is over', async () => {
    const source = someId()
    await commit(world.db, world, hours(6, source))
    const set = (what: ReturnType<typeof sql>) =>
      world.appDb
        .execute(sql`update capacity_commitments set ${what} where source_id = ${source}`)
        .then(() => 'went', sqlState)
    expect(await set(sql`state = 'reserved'`)).toBe('HW128')
    expect(await set(sql`source_id = ${someId()}`)).toBe('HW128')
    await release(world.db, { kind: 'agreement', id: source })
    expect(await set(sql`state = 'expired'`)).toBe('HW128')
    expect(await set(sql`state = 'committed'`)).toBe('went')
    expect(await set(sql`state = 'expired'`)).toBe('went')
    expect(await set(sql`state = 'committed'`)).toBe('HW128')
    const begin = world.appDb.execute(sql`
      insert into capacity_commitments (id, place_id, organisation_id, source_kind, source_id, hours_per_month, state)
      values (${someId()}, ${here.id}, ${carers}, 'agreement', ${someId()}, 3, 'released')`)
    expect(await begin.then(() => 'went', sqlState)).toBe('HW128')
  })
})
