import type { CallArgs } from '@howcanwe/shared/http'
import { identityContract } from '@howcanwe/shared/identity'
import { organisationsContract as contract } from '@howcanwe/shared/organisations'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { constraintOf } from '../../db/database.ts'
import { people } from '../identity/identity.table.ts'
import { gssAreas } from '../places/gss.table.ts'
import { registerEntries } from '../register/register.table.ts'
import { organisations } from './organisations.table.ts'

type Registration = CallArgs<typeof contract.register>['body']
const LAD = 'E09000001'

let world: World
let here: SeededPlace
let elsewhere: SeededPlace

beforeAll(async () => {
  world = await startWorld()
  here = await world.seed.place({ name: 'Northgate and Elmside' })
  elsewhere = await world.seed.place({ name: 'Farwater' })
  await world.seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
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

let count = 0
const form = (more: Partial<Registration> = {}): Registration => ({
  placeId: here.id,
  name: `Carers’ Circle ${++count}`,
  kind: 'unconstituted-group',
  incomeBand: 'none',
  areaIds: [here.areaIds[0] ?? ''],
  themes: ['carers'],
  contact: { name: 'Amina', email: `amina-${count}@example.org` },
  declared: true,
  ...more,
})

async function entry(more: Partial<typeof registerEntries.$inferInsert> = {}) {
  const identifier = String(1_100_000 + ++count)
  const [row] = await world.db
    .insert(registerEntries)
    .values({
      scheme: 'GB-CHC',
      identifier,
      source: 'ccew',
      licence: 'made up',
      nameRaw: 'NORTHGATE LUNCH CLUB',
      nameShown: 'Northgate Lunch Club',
      searchNames: 'northgate lunch club',
      status: 'registered',
      kind: 'cio',
      activities: 'A hot meal and company on Mondays',
      incomeBand: 'micro',
      ladCode: LAD,
      areas: [LAD],
      themes: ['food', 'older-people'],
      themeBasis: 'expressions',
      postcodeValid: true,
      postcodeRaw: 'NG1 1AA',
      website: 'https://lunch.example.org',
      raw: {},
      rowHash: identifier,
      ...more,
    })
    .returning()
  if (!row) throw new Error('insert returned no row')
  return row
}

const lettersTo = async (address: string) =>
  (
    await world.db.execute<{ template: string; subject: string; body: string }>(
      sql`select template, subject, body from outbox where recipient = ${address} order by id`,
    )
  ).rows
const trailOf = async (id: string) =>
  (
    await world.db.execute<{ action: string; actor_id: string; after: unknown }>(
      sql`select action, actor_id, after from audit_events where subject_id = ${id} order by id`,
    )
  ).rows
const howMany = async (table: 'audit_events' | 'outbox' | 'organisations') =>
  Number(
    (await world.db.execute<{ n: string }>(sql`select count(*) n from ${sql.identifier(table)}`))
      .rows[0]?.n,
  )

describe('a group of nine volunteers registers', () => {
  it('on a phone, without a number, and Amina is its lead', async () => {
    const amina = await world.seed.person({ displayName: null })
    const call = await world.as(amina)
    const ours = await call(contract.register, { body: form() })
    expect(ours).toMatchObject({
      state: 'listed',
      sector: 'community',
      identifiers: [],
      areas: [{ name: 'Northgate' }],
      contact: { name: 'Amina', phone: null },
      can: { change: true, check: false },
      version: 1,
    })
    const me = await call(identityContract.me)
    expect(me.organisations).toEqual([
      { id: ours.id, placeId: here.id, name: ours.name, lead: true },
    ])
    expect(await call(contract.capacity, { params: { organisationId: ours.id } })).toMatchObject({
      spareHoursPerMonth: null,
      skills: [],
      confirmedAt: null,
      version: 1,
    })
  })

  it('who had no name yet is now called what they wrote; a name somebody chose stays', async () => {
    const [nameless, named] = [
      await world.seed.person({ displayName: null }),
      await world.seed.person({ name: 'Dele' }),
    ]
    for (const person of [nameless, named])
      await (await world.as(person))(contract.register, { body: form() })
    const nameOf = async (id: string) =>
      (await world.db.select().from(people).where(eq(people.id, id)))[0]?.displayName
    expect([await nameOf(nameless), await nameOf(named)]).toEqual(['Amina', 'Dele'])
  })

  it('leaves a trail without words of theirs, and a letter in their language', async () => {
    const amina = await world.seed.person({ language: 'nl' })
    const body = form({ name: 'De Mantelzorgkring' })
    const ours = await (await world.as(amina))(contract.register, { body })
    const trail = await trailOf(ours.id)
    expect(trail).toMatchObject([{ action: 'organisations.registered', actor_id: amina }])
    expect(JSON.stringify(trail)).not.toMatch(/Mantelzorg|Amina|@/)
    const letters = await lettersTo(body.contact.email ?? '')
    expect(letters).toMatchObject([{ template: 'organisations.registered' }])
    expect(letters[0]?.subject).toBe('De Mantelzorgkring is aangemeld in Northgate and Elmside')
    expect(letters[0]?.body).toContain('020 7946 0000')
  })

  it('with a telephone number alone: whoever registered it gets the letter, nothing lost', async () => {
    const email = `amina-${someId()}@example.org`
    const call = await world.as(await world.seed.person({ email }))
    const contact = { name: 'Amina', phone: '020 7946 0001' }
    const ours = await call(contract.register, { body: form({ contact }) })
    expect(ours.contact).toEqual({ ...contact, email: null })
    expect(await lettersTo(email)).toMatchObject([{ template: 'organisations.registered' }])
    expect(await lettersTo('+442079460001')).toEqual([])
  })

  it.each([
    ['no way to be reached', { contact: { name: 'Amina' } }, 'organisations.no_contact'],
    ['an area of another place', 'foreign-area', 'organisations.area_unknown'],
    ['a place nobody knows', { placeId: someId() }, 'places.not_found'],
    ['an entry nobody knows', { registerEntryId: someId() }, 'organisations.entry_unknown'],
  ] as const)('not with %s, and then there is no trail and no letter', async (_, more, code) => {
    const call = await world.as(await world.seed.person({ displayName: null }))
    const before = [
      await howMany('organisations'),
      await howMany('audit_events'),
      await howMany('outbox'),
    ]
    const body =
      more === 'foreign-area'
        ? form({ areaIds: [...here.areaIds, ...elsewhere.areaIds] })
        : form(more)
    expect((await refusal(call(contract.register, { body }))).code).toBe(code)
    expect([
      await howMany('organisations'),
      await howMany('audit_events'),
      await howMany('outbox'),
    ]).toEqual(before)
  })

  it('not without the declaration, and every gap is named beside its field', async () => {
    const call = await world.as(await world.seed.person())
    const empty = { placeId: here.id, name: '', areaIds: [], themes: [], contact: { name: '' } }
    const { code, errors } = await refusal(
      call(contract.register, { body: empty as unknown as Registration }),
    )
    expect(code).toBe('request.invalid')
    expect(new Set(errors?.map((e) => e.pointer))).toEqual(
      new Set(
        ['name', 'kind', 'incomeBand', 'areaIds', 'themes', 'contact/name', 'declared'].map(
          (f) => `#/body/${f}`,
        ),
      ),
    )
  })

  it('a turnover, a policy or a second sector cannot be slipped in', async () => {
    const call = await world.as(await world.seed.person())
    for (const extra of [{ turnoverPence: 1 }, { sector: 'public' }, { state: 'checked' }]) {
      const body = { ...form(), ...extra } as Registration
      expect((await refusal(call(contract.register, { body }))).errors?.[0]?.code).toBe(
        'not_allowed',
      )
    }
  })
})

describe('the database itself refuses', () => {
  const refused = async (work: Promise<unknown>) => {
    try {
      await work
    } catch (error) {
      return constraintOf(error)
    }
    throw new Error('it was let through')
  }

  it('a second organisation on one entry, one without contact, one with an area of another place', async () => {
    const own = await entry()
    const first = await world.seed.organisation({ place: here, registerEntryId: own.id })
    expect(await refused(world.seed.organisation({ place: here, registerEntryId: own.id }))).toBe(
      'organisations_entry_once',
    )
    expect(await refused(world.seed.organisation({ place: here, contactEmail: null }))).toBe(
      'organisations_reachable',
    )
    expect(
      await refused(
        world.db.execute(
          sql`insert into organisation_areas (place_id, organisation_id, area_id) values (${here.id}, ${first}, ${elsewhere.areaIds[0]})`,
        ),
      ),
    ).toMatch(/area/)
    await world.db.update(organisations).set({ state: 'left' }).where(eq(organisations.id, first))
    expect(await world.seed.organisation({ place: here, registerEntryId: own.id })).toBeTruthy()
  })
})
