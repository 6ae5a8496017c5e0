import { invitationsContract } from '@howcanwe/shared/invitations'
import { organisationsContract as contract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { matchesFor } from '../matching/index.ts'
import { liftDue, nudgeDue, reserve, takesAsks } from './index.ts'

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
    contactEmail: `amina-${here.id}@example.org`,
    capacity: { spareHoursPerMonth: 20, nudgeDueAt: new Date(Date.now() - 1000) },
  })
})

const today = (days = 0) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const params = () => ({ organisationId: carers })
const pause = async (until = today(60), person = amina) =>
  (await world.as(person))(contract.pause, { params: params(), body: { until } })
const resume = async () => (await world.as(amina))(contract.resume, { params: params(), body: {} })
const invite = async () =>
  (await world.as(ines))(invitationsContract.invite, {
    params: { challengeId },
    body: {
      candidates: [{ kind: 'organisation', id: carers, why: 'Carers come to you on Tuesdays.' }],
    },
  })
const letters = async () =>
  (
    await world.db.execute<{ template: string }>(
      sql`select template from outbox where recipient = ${`amina-${here.id}@example.org`} order by id`,
    )
  ).rows.map((r) => r.template)
const dayIsOver = () =>
  world.db.execute(sql`
    with off as (select set_config('session_replication_role', 'replica', true))
    update organisations set pause_ends_at = clock_timestamp() - interval '1 second'
    from off where id = ${carers}`)
const stateNow = async () =>
  (
    await world.db.execute<{ state: string; until: string | null; ends: Date | null }>(
      sql`select state, paused_until as until, pause_ends_at as ends from organisations where id = ${carers}`,
    )
  ).rows[0]

describe('Amina has too much on her plate (J-09)', () => {
  it('pauses until a day with one press and no reason, and is asked nothing', async () => {
    expect(await takesAsks(world.db, carers)).toBe(true)
    const shown = await pause()
    expect(shown).toMatchObject({ state: 'paused', pausedUntil: today(60) })
    expect(await takesAsks(world.db, carers)).toBe(false)
    expect((await refusal(invite())).code).toBe('invitations.paused')
    await world.db.execute(
      sql`update capacity_profiles set nudge_due_at = null where organisation_id <> ${carers}`,
    )
    expect(await nudgeDue(world.db, world.config)).toBe(false)
    expect(await letters()).toEqual([])
  })

  it('makes it longer, and ends it before its day', async () => {
    await pause()
    expect((await pause(today(90))).pausedUntil).toBe(today(90))
    expect(await resume()).toMatchObject({ state: 'listed', pausedUntil: null })
    await invite()
    expect(await letters()).toEqual(['invitations.invited'])
  })

  it('was checked before and is checked after, unless the name changed in between', async () => {
    await (await world.as(ines))(contract.check, { params: params(), body: {} })
    await pause()
    expect((await resume()).state).toBe('checked')
    const { version } = await pause()
    await (await world.as(amina))(
      contract.change,
      { params: params(), body: { name: `Carers together ${here.id}` } },
      { ifMatch: version },
    )
    expect((await resume()).state).toBe('listed')
  })

  it('gets the hours back that answers held; what is promised stays', async () => {
    const hours = {
      placeId: here.id,
      organisationId: carers,
      hoursPerMonth: 4,
      fromDay: null,
      untilDay: null,
    }
    await reserve(world.db, world, { ...hours, source: { kind: 'interest', id: challengeId } })
    await pause()
    const own = await (await world.as(amina))(contract.hours, { params: params() })
    expect(own).toMatchObject({ reserved: 0, committed: 0, items: [] })
  })

  it('is back by the clock when the last day is over, and is told; the worker does it once', async () => {
    await pause()
    expect(await liftDue(world.db, world.config)).toBe(false)
    await dayIsOver()
    expect(await liftDue(world.db, world.config)).toBe(true)
    expect(await liftDue(world.db, world.config)).toBe(false)
    expect(await stateNow()).toEqual({ state: 'listed', until: null, ends: null })
    expect(await letters()).toEqual(['organisations.back'])
  })

  it('pauses until the end of the last day in the place, not in London', async () => {
    await world.db.execute(
      sql`update places set time_zone = 'Pacific/Auckland' where id = ${here.id}`,
    )
    const day = today(20)
    await pause(day)
    const { rows } = await world.db.execute<{ midnight: string }>(
      sql`select to_json((${day}::date + 1)::timestamp at time zone 'Pacific/Auckland') #>> '{}' as midnight`,
    )
    const ends = new Date((await stateNow())?.ends ?? 0)
    expect(ends).toEqual(new Date(rows[0]?.midnight ?? ''))
  })

  it.each([
    ['yesterday', () => today(-2)],
    ['in two years', () => today(730)],
  ])('a pause does not end %s', async (_, day) => {
    expect((await refusal(pause(day()))).code).toBe('organisations.pause_day')
  })

  it('only her own people press it, and the broker sees who rests', async () => {
    expect((await refusal(pause(today(3), ines))).code).toBe('auth.forbidden')
    await pause()
    const seen = await (await world.as(ines))(contract.stretched, { query: { placeId: here.id } })
    expect(seen.paused).toEqual([{ id: carers, name: expect.any(String), until: today(60) }])
    const elsewhere = await world.seed.place()
    const call = (await world.as(ines))(contract.stretched, { query: { placeId: elsewhere.id } })
    expect((await refusal(call)).code).toBe('auth.forbidden')
  })
})

describe('the database itself', () => {
  it('names the moment a pause began, ends it within a year, and leaves nothing of it behind', async () => {
    const set = (what: ReturnType<typeof sql>) =>
      world.appDb
        .execute(sql`update organisations set ${what} where id = ${carers}`)
        .then(() => 'went', sqlState)
    expect(
      await set(sql`state = 'paused', pause_ends_at = clock_timestamp() + interval '400 days'`),
    ).toBe('HW126')
    expect(
      await set(sql`state = 'paused', pause_ends_at = clock_timestamp() - interval '1 hour'`),
    ).toBe('HW126')
    expect(await set(sql`state = 'paused', paused_at = '2001-01-01'`)).toBe('went')
    const { rows } = await world.db.execute<{ now: boolean }>(
      sql`select paused_at > clock_timestamp() - interval '1 minute' as now from organisations where id = ${carers}`,
    )
    expect(rows).toEqual([{ now: true }])
    expect(await set(sql`state = 'left'`)).toBe('went')
    expect(await stateNow()).toEqual({ state: 'left', until: null, ends: null })
    expect(await set(sql`state = 'paused'`)).toBe('HW126')
  })
})

const NOBODY = {
  ...{ sessionId: '', displayName: null, language: 'en', scoped: [], asleep: [], memberships: [] },
  ...{ provenAt: new Date(), supporter: null },
}
describe('resting costs nothing (FR-12)', () => {
  it('before and after a pause every score and the order are the same', async () => {
    for (const spare of [4, 10, 30])
      await world.seed.organisation({ place: here, capacity: { spareHoursPerMonth: spare } })
    const others = {
      interestedOf: async () => [],
      invitedOf: async () => ({ organisationIds: [], entryIds: [] }),
    }
    const roles = [{ placeId: here.id, role: 'broker' as const }]
    const actor = { ...NOBODY, personId: ines, roles }
    const deps = { db: world.db, config: world.config, clock: () => new Date() }
    const listed = async () => {
      const { items } = await matchesFor(deps, others, { actor, challengeId })
      return items.map(({ id, score, confidence, parts }) => ({ id, score, confidence, parts }))
    }
    const before = await listed()
    expect(before.map((one) => one.id)).toContain(carers)
    await pause()
    expect((await listed()).map((one) => one.id)).not.toContain(carers)
    await resume()
    expect(await listed()).toEqual(before)
  })
})
