import { challengesContract } from '@howcanwe/shared/challenges'
import { placesContract } from '@howcanwe/shared/places'
import { placePageContract } from '@howcanwe/shared/places/page'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { inTransaction, sqlState } from '../../db/database.ts'
import { roleGrants } from '../identity/identity.table.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const tried = (query: SQL) =>
  world.db.execute(query).then(
    () => 'went through',
    (error: unknown) => sqlState(error),
  )
const set = (id: string, what: SQL) => tried(sql`update places set ${what} where id = ${id}`)
const activate = (id: string) => set(id, sql`state = 'active'`)

/** A place with everything it needs, still a draft, its commissioner and its council. */
async function whole() {
  const place: SeededPlace = await world.seed.place({
    payHourlyPence: 2_500,
    paySource: 'Policy of the council',
    payAsOf: '2026-04-01',
    complaintsName: 'Joan',
    complaintsEmail: 'joan@example.org',
  })
  const ines = await world.seed.person({
    name: 'Ines',
    roles: [{ placeId: place.id, role: 'broker' }],
  })
  const ruth = await world.seed.person({
    name: 'Ruth',
    roles: [{ placeId: place.id, role: 'commissioner' }],
  })
  const council = await world.seed.organisation({ place, sector: 'public', members: [ruth] })
  return { place, id: place.id, ines, ruth, council }
}

describe('a place is active with everything it needs, and not otherwise (PL1 [G])', () => {
  let town: Awaited<ReturnType<typeof whole>>
  /** As a broker's time may run out: whoever owns the tables lifts the guard that keeps the last one. */
  const withoutItsBroker = () =>
    inTransaction(world.db, async (tx) => {
      await tx.execute(sql`alter table role_grants disable trigger role_grants_guard`)
      await tx.execute(
        sql`update role_grants set state = 'ended', ended_at = now() where person_id = ${town.ines}`,
      )
      await tx.execute(sql`alter table role_grants enable trigger role_grants_guard`)
    })
  beforeEach(async () => {
    town = await whole()
  })

  it('with all of it', async () => {
    expect(await activate(town.id)).toBe('went through')
  })

  it.each<[string, (t: Awaited<ReturnType<typeof whole>>) => SQL]>([
    ['a public body', (t) => sql`update organisations set state = 'left' where id = ${t.council}`],
    ['a broker', (t) => sql`update role_grants set ended_at = now() where person_id = ${t.ines}`],
    ['a broker with a name', (t) => sql`update people set display_name = ' ' where id = ${t.ines}`],
    [
      'a way to reach the contact',
      (t) => sql`update places set contact_phone = null where id = ${t.id}`,
    ],
    ['a pay policy', (t) => sql`update places set pay_hourly_pence = null where id = ${t.id}`],
    ['pay above nought', (t) => sql`update places set pay_hourly_pence = 0 where id = ${t.id}`],
    ['a date of its pay policy', (t) => sql`update places set pay_as_of = null where id = ${t.id}`],
    [
      'somebody to complain to',
      (t) => sql`update places set complaints_name = null where id = ${t.id}`,
    ],
    ['a way to complain', (t) => sql`update places set complaints_email = null where id = ${t.id}`],
  ])('not without %s, whoever asks', async (_, without) => {
    await world.db.execute(without(town))
    expect(await activate(town.id)).toBe('HW046')
  })

  it('not with the public body or the broker of another town', async () => {
    const bare = await world.seed.place({
      payHourlyPence: 2_500,
      paySource: 'x',
      payAsOf: '2026-04-01',
      complaintsName: 'Joan',
      complaintsPhone: '1',
    })
    expect(await activate(bare.id)).toBe('HW046')
    await world.db
      .insert(roleGrants)
      .values({ placeId: bare.id, personId: town.ines, role: 'broker' })
    expect(await activate(bare.id)).toBe('HW046')
  })

  it('nor by beginning as one', async () => {
    expect(
      await tried(sql`insert into places (id, slug, name, time_zone, currency, languages, introduction,
        contact_name, contact_role, lad_codes, state) values (gen_random_uuid(), 'new', 'New', 'Europe/London',
        'GBP', '{en}', '', 'Ines', 'Broker', '{}', 'active')`),
    ).toBe('HW045')
  })

  it('and while it is, keeps its pay and its complaints; a new telephone number is always welcome', async () => {
    await activate(town.id)
    expect(await set(town.id, sql`pay_source = null`)).toBe('HW046')
    expect(await set(town.id, sql`complaints_name = ''`)).toBe('HW046')
    await withoutItsBroker()
    expect(await set(town.id, sql`contact_phone = '020 7946 0999'`)).toBe('went through')
    await set(town.id, sql`state = 'paused'`)
    expect(await activate(town.id)).toBe('HW046')
  })

  it.each([
    ['draft', 'paused', 'HW045'],
    ['active', 'draft', 'HW045'],
    ['active', 'paused', 'went through'],
    ['paused', 'active', 'went through'],
    ['paused', 'draft', 'HW045'],
    ['paused', 'archived', 'went through'],
    ['archived', 'active', 'HW045'],
    ['archived', 'draft', 'HW045'],
  ])('from %s to %s: %s', async (from, to, outcome) => {
    if (from !== 'draft') await activate(town.id)
    if (from === 'paused' || from === 'archived') await set(town.id, sql`state = ${from}`)
    expect(await set(town.id, sql`state = ${to}`)).toBe(outcome)
  })
})

describe('a place that rests', () => {
  it.each(['paused', 'archived'])('%s, asks nothing new, by route or by SQL', async (state) => {
    const { place, id, ruth, council } = await whole()
    const draft = await world.seed.draft({ place, commissioner: ruth, council })
    await activate(id)
    await set(id, sql`state = ${state}`)
    const call = await world.as(ruth)
    const at = { params: { challengeId: draft }, body: {} }
    for (const ask of [challengesContract.startReadThrough, challengesContract.open])
      expect((await refusal(call(ask, at, { ifMatch: 1 }))).code).toBe('places.resting')
    expect(
      await tried(sql`update challenges set state = 'read-through', checked_at = clock_timestamp(),
        read_from = clock_timestamp(), read_until = clock_timestamp() + interval '8 days' where id = ${draft}`),
    ).toBe('HW047')
  })
})

it.each([
  ['all seven days', '{1,2,3,4,5,6,7}', '23514'],
  ['a day no week has', '{6,8}', '23514'],
  ['nothing where a day should be', '{6,NULL}', '23514'],
  ['six days', '{1,2,3,4,5,6}', 'went through'],
  ['none', '{}', 'went through'],
])(
  'a place that takes %s off keeps a working day, so that its clocks move on',
  async (_, days, what) => {
    const { id } = await world.seed.place()
    expect(await set(id, sql`weekend = ${days}::int[]`)).toBe(what)
  },
)

describe('anyone who asks what this place is', () => {
  it('reads who asks, who helps, who hears complaints, and what was pledged; late pledges say so', async () => {
    const { id } = await whole()
    await world.db.execute(
      sql`update places set host = 'localhost', kind = 'borough' where id = ${id}`,
    )
    await world.db.execute(sql`insert into place_pledges values
      (gen_random_uuid(), ${id}, 'own', 'Second', 'Ruth', '2099-01-01', 1),
      (gen_random_uuid(), ${id}, 'keep-it-local', 'First', 'Ines', '2020-01-01', 0)`)
    const page = await world.anyone(placePageContract.page)
    expect(page).toMatchObject({
      id,
      kind: 'borough',
      state: 'draft',
      languages: ['en', 'nl'],
      areas: ['Northgate', 'Elmside'],
      contact: { name: 'Ines' },
      complaints: { name: 'Joan', phone: null, email: 'joan@example.org' },
      pay: { hourlyPence: 2_500 },
      publicBodies: [{ contactName: 'Amina' }],
      pledges: [
        { statement: 'First', owner: 'Ines', due: true },
        { statement: 'Second', due: false },
      ],
    })
    expect((await world.anyone(placesContract.here)).id).toBe(id)
  })
})
