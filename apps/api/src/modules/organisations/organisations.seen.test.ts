import type { CallArgs } from '@howcanwe/shared/http'
import { organisationsContract as contract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { gssAreas } from '../places/gss.table.ts'

const LAD = 'E09000001'

let world: World
let here: SeededPlace
let elsewhere: SeededPlace
let ines: string
let ruth: string

beforeAll(async () => {
  world = await startWorld()
  here = await world.seed.place({ name: 'Northgate and Elmside' })
  elsewhere = await world.seed.place({ name: 'Farwater' })
  ines = await world.seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  ruth = await world.seed.person({
    name: 'Ruth',
    roles: [{ placeId: here.id, role: 'commissioner' }],
  })
  await world.db.insert(gssAreas).values({
    ...{
      code: LAD,
      activeCode: LAD,
      name: 'Northgate',
      kind: 'lad',
      current: true,
      source: 'ours',
    },
  })
})
afterAll(() => world.close())
const trailOf = async (id: string) =>
  (
    await world.db.execute<{ action: string; actor_id: string; after: unknown }>(
      sql`select action, actor_id, after from audit_events where subject_id = ${id} order by id`,
    )
  ).rows

describe('who sees an organisation', () => {
  it('its own people and the broker, contact included; for everybody else it is not there', async () => {
    const [lead, member, stranger] = [
      await world.seed.person(),
      await world.seed.person(),
      await world.seed.person(),
    ]
    const ours = await world.seed.organisation({ place: here, members: [lead, member] })
    await world.seed.organisation({ place: here, members: [stranger] })
    const brokerElsewhere = await world.seed.person({
      roles: [{ placeId: elsewhere.id, role: 'broker' }],
    })
    const params = { organisationId: ours }
    for (const person of [lead, member, ines]) {
      const seen = await (await world.as(person))(contract.read, { params })
      expect(seen.contact?.email).toMatch(/@example\.org$/)
      expect(seen.can).toEqual({ change: person !== ines, check: person === ines })
    }
    for (const person of [stranger, brokerElsewhere]) {
      const call = await world.as(person)
      for (const route of [contract.read, contract.capacity])
        expect((await refusal(call(route, { params }))).code).toBe('organisations.not_found')
    }
    const commissioner = await world.as(ruth)
    expect((await refusal(commissioner(contract.read, { params }))).code).toBe('auth.forbidden')
  })

  it('a commissioner who also belongs to the council still does not see a group’s contact', async () => {
    await world.seed.organisation({ place: here, kind: 'council', members: [ruth] })
    const ours = await world.seed.organisation({ place: here })
    const call = await world.as(ruth)
    expect((await refusal(call(contract.read, { params: { organisationId: ours } }))).code).toBe(
      'organisations.not_found',
    )
  })
})

describe('the broker’s list', () => {
  it('goes through a place by name, page by page, each organisation once', async () => {
    const place = await world.seed.place()
    const broker = await world.seed.person({ roles: [{ placeId: place.id, role: 'broker' }] })
    const names = ['Zebra Club', 'aardvark friends', 'Élan Dance', 'Beacon', 'beacon hill']
    for (const name of names) await world.seed.organisation({ place, name })
    await world.seed.organisation({ place, name: 'Gone', state: 'left' })
    await world.seed.organisation({ place: here, name: 'Not of this place' })
    const call = await world.as(broker)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: CallArgs<typeof contract.list>['query'] = {
        placeId: place.id,
        limit: 2,
        ...(cursor ? { cursor } : {}),
      }
      const page: Awaited<ReturnType<typeof call<typeof contract.list>>> = await call(
        contract.list,
        { query },
      )
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items.map((o) => o.name))
      cursor = page.nextCursor
    } while (cursor)
    expect([...seen].sort()).toEqual([...names].sort())
    const found = await call(contract.list, { query: { placeId: place.id, q: 'elan danse' } })
    expect(found.items.map((o) => o.name)).toEqual(['Élan Dance'])
    expect(found.items[0]?.contact?.name).toBe('Amina')
  })

  it('finds a part of a name as it is typed, and one that comes close, by an index (PE3)', async () => {
    const place = await world.seed.place()
    const broker = await world.seed.person({ roles: [{ placeId: place.id, role: 'broker' }] })
    for (const name of ['50% Extra', '500 Extras', 'Aunt_Rosa', 'Back\\Slash', 'Élan Dance'])
      await world.seed.organisation({ place, name })
    const call = await world.as(broker)
    const found = async (q: string) =>
      (await call(contract.list, { query: { placeId: place.id, q } })).items.map((o) => o.name)
    expect(await found('0%')).toEqual(['50% Extra'])
    expect(await found('T_R')).toEqual(['Aunt_Rosa'])
    expect(await found('k\\s')).toEqual(['Back\\Slash'])
    expect(await found('\\')).toEqual(['Back\\Slash'])
    expect(await found('elan danse')).toEqual(['Élan Dance'])
    expect((await found('  ')).length).toBe(5)
    const { rows } = await world.db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`)
      return tx.execute(sql`explain select id from organisations
        where fold(lower(name)) like '%elan%' or fold('elan') <% fold(lower(name))`)
    })
    expect(JSON.stringify(rows)).toContain('organisations_name_near')
  })

  it('is not for the broker of another place', async () => {
    const call = await world.as(ines)
    expect((await refusal(call(contract.list, { query: { placeId: elsewhere.id } }))).code).toBe(
      'auth.forbidden',
    )
  })
})

describe('a broker checks that somebody is who they say', () => {
  it('once, however often it is pressed', async () => {
    const ours = await world.seed.organisation({ place: here })
    const call = await world.as(ines)
    const params = { organisationId: ours }
    const all = await Promise.all(
      Array.from({ length: 5 }, () => call(contract.check, { params, body: {} })),
    )
    expect(new Set(all.map((o) => `${o.state} ${o.version} ${o.can.check}`))).toEqual(
      new Set(['checked 2 false']),
    )
    expect(await trailOf(ours)).toMatchObject([{ action: 'organisations.checked', actor_id: ines }])
  })

  it('a paused organisation stays paused', async () => {
    const ours = await world.seed.organisation({ place: here, state: 'paused' })
    const call = await world.as(ines)
    const args = { params: { organisationId: ours }, body: {} }
    expect((await call(contract.check, args)).state).toBe('paused')
    expect(await trailOf(ours)).toEqual([])
  })

  it('not one they belong to themselves, and not one of another place', async () => {
    const both = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    const own = await world.seed.organisation({ place: here, members: [both] })
    const far = await world.seed.organisation({ place: elsewhere })
    const call = await world.as(both)
    const check = (organisationId: string) =>
      refusal(call(contract.check, { params: { organisationId }, body: {} }))
    expect((await check(own)).code).toBe('auth.forbidden')
    expect((await check(far)).code).toBe('organisations.not_found')
  })
})
