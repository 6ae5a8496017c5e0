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

beforeAll(async () => {
  world = await startWorld()
  here = await world.seed.place({ name: 'Northgate and Elmside' })
  elsewhere = await world.seed.place({ name: 'Farwater' })
  ines = await world.seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  await world.seed.person({
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

describe('an organisation changes what it said of itself', () => {
  async function ours(more: Parameters<typeof world.seed.organisation>[0] = { place: here }) {
    const [lead, member] = [await world.seed.person(), await world.seed.person()]
    const id = await world.seed.organisation({ ...more, members: [lead, member] })
    return { id, params: { organisationId: id }, lead, member, as: await world.as(member) }
  }

  it('any of its people may, and the change and its trail are one', async () => {
    const o = await ours()
    const changed = await o.as(
      contract.change,
      {
        params: o.params,
        body: {
          areaIds: [...here.areaIds, ...here.areaIds],
          themes: ['food', 'food'],
          website: 'https://circle.example.org',
        },
      },
      { ifMatch: 1 },
    )
    expect(changed).toMatchObject({
      areas: [{ name: 'Northgate' }, { name: 'Elmside' }],
      themes: ['food'],
      website: 'https://circle.example.org',
      version: 2,
    })
    expect(await trailOf(o.id)).toMatchObject([
      { action: 'organisations.changed', after: { fields: ['areaIds', 'themes', 'website'] } },
    ])
  })

  it('two colleagues at once: the second sees that somebody was first, and nothing is lost', async () => {
    const o = await ours()
    const both = await Promise.allSettled(
      [o.lead, o.member].map(async (person, i) =>
        (await world.as(person))(
          contract.change,
          { params: o.params, body: { themes: i ? ['food'] : ['health'] } },
          { ifMatch: 1 },
        ),
      ),
    )
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    const { code, currentVersion } = await refusal(
      o.as(contract.change, { params: o.params, body: { themes: ['food'] } }, { ifMatch: 1 }),
    )
    expect([code, currentVersion]).toEqual(['request.stale', 2])
    expect(await trailOf(o.id)).toHaveLength(1)
  })

  it('the broker may read but not write, and another organisation finds nothing to write to', async () => {
    const o = await ours()
    const args = { params: o.params, body: { themes: ['food' as const] } }
    const broker = await world.as(ines)
    await world.seed.organisation({ place: here, members: [ines] })
    expect((await refusal(broker(contract.change, args, { ifMatch: 1 }))).code).toBe(
      'auth.forbidden',
    )
    const stranger = (await ours()).as
    expect((await refusal(stranger(contract.change, args, { ifMatch: 1 }))).code).toBe(
      'organisations.not_found',
    )
  })

  it.each([
    ['no contact', { contact: { name: 'Amina', email: null } }, 'organisations.no_contact'],
    ['an area of another place', 'foreign-area', 'organisations.area_unknown'],
    ['a name that is taken', { name: 'ALREADY HERE' }, 'organisations.name_taken'],
    ['a script for a website', { website: 'javascript:alert(1)' }, 'request.invalid'],
    ['a kind of its own choosing', { kind: 'council' }, 'request.invalid'],
  ] as const)('not to %s', async (what, more, code) => {
    if (what === 'a name that is taken')
      await world.seed.organisation({ place: here, name: 'Already Here' })
    const o = await ours()
    const body = more === 'foreign-area' ? { areaIds: elsewhere.areaIds } : more
    const asked = o.as(
      contract.change,
      { params: o.params, body: body as CallArgs<typeof contract.change>['body'] },
      { ifMatch: 1 },
    )
    expect((await refusal(asked)).code).toBe(code)
    expect(await trailOf(o.id)).toEqual([])
  })

  it('under a new name it asks for a new check', async () => {
    const o = await ours({ place: here, state: 'checked', checkedAt: new Date() })
    const args = { params: o.params, body: { name: 'Quite Another Circle' } }
    expect((await o.as(contract.change, args, { ifMatch: 1 })).state).toBe('listed')
  })
})

describe('an organisation says what it can spare (J-08)', () => {
  const said = {
    staffHoursPerMonth: null,
    volunteerHoursPerMonth: 40,
    spareHoursPerMonth: 20,
    notBefore: '2027-01-04',
    availability: ['weekday-evenings' as const],
    skills: ['outreach' as const, 'outreach' as const],
    otherSkills: 'Somali and Arabic',
    premises: [{ name: 'Hall', seats: 40, stepFree: true, kitchen: true, costPence: 0 }],
    reach: [{ community: 'Somali carers', people: 60, how: 'trusted-contact' as const }],
    livedExperience: 'led-by' as const,
    possibleWith: ['childcare' as const],
  }

  it('all at once or nothing of it, and the day it was said is kept', async () => {
    const dele = await world.seed.person()
    const ours = await world.seed.organisation({ place: here, members: [dele] })
    const call = await world.as(dele)
    const args = { params: { organisationId: ours }, body: said }
    const now = await call(contract.changeCapacity, args, { ifMatch: 1 })
    expect(now).toMatchObject({ ...said, skills: ['outreach'], version: 2 })
    expect(Date.now() - (now.confirmedAt?.getTime() ?? 0)).toBeLessThan(60_000)
    expect(await (await world.as(ines))(contract.capacity, args)).toEqual(now)
    const nothing = {
      ...said,
      ...{ volunteerHoursPerMonth: null, spareHoursPerMonth: null, notBefore: null },
      ...{ availability: [], skills: [], otherSkills: '', premises: [], reach: [] },
      ...{ livedExperience: null, possibleWith: [] },
    }
    const empty = await call(contract.changeCapacity, { ...args, body: nothing }, { ifMatch: 2 })
    expect(empty).toMatchObject({ ...nothing, version: 3 })
    expect((await trailOf(ours)).map((e) => e.action)).toEqual([
      'organisations.capacity-changed',
      'organisations.capacity-changed',
    ])
  })

  it('two tabs never overwrite each other silently', async () => {
    const dele = await world.seed.person()
    const ours = await world.seed.organisation({ place: here, members: [dele] })
    const call = await world.as(dele)
    const args = { params: { organisationId: ours }, body: said }
    const tabs = await Promise.allSettled(
      [1, 2, 3].map(() => call(contract.changeCapacity, args, { ifMatch: 1 })),
    )
    expect(tabs.filter((t) => t.status === 'fulfilled')).toHaveLength(1)
    const stale = await refusal(call(contract.changeCapacity, args, { ifMatch: 1 }))
    expect([stale.status, stale.currentVersion]).toEqual([412, 2])
    expect((await refusal(call(contract.changeCapacity, args))).status).toBe(428)
  })

  it('only its own people: not the broker, not another organisation', async () => {
    const dele = await world.seed.person()
    const other = await world.seed.person()
    const ours = await world.seed.organisation({ place: here, members: [dele] })
    await world.seed.organisation({ place: here, members: [other] })
    const args = { params: { organisationId: ours }, body: said }
    const code = async (person: string) =>
      (await refusal((await world.as(person))(contract.changeCapacity, args, { ifMatch: 1 }))).code
    expect(await code(ines)).toBe('auth.forbidden')
    expect(await code(other)).toBe('organisations.not_found')
  })
})
