import { organisationsContract as contract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { grants } from '../grants/grants.table.ts'
import { services } from '../services/services.table.ts'
import { organisationIdentifiers } from './organisations.table.ts'

let world: World
let here: SeededPlace
let amina = ''
let carers = ''

beforeAll(async () => {
  world = await startWorld()
  here = await world.seed.place()
  amina = await world.seed.person({ name: 'Amina' })
  carers = await world.seed.organisation({ place: here, members: [amina] })
  await world.db.insert(organisationIdentifiers).values([
    {
      organisationId: carers,
      scheme: 'GB-CHC',
      value: '1164883',
      verified: 'register',
      raw: '1164883',
    },
    { organisationId: carers, scheme: 'GB-CHC', value: '7', verified: 'none', raw: '7' },
  ])
  const given = {
    sourceFile: 'elm.json',
    funderRawId: 'GB-CHC-1999990',
    funderName: 'Elm Foundation',
    recipientRawId: 'GB-CHC-1164883',
    recipientName: 'Elmside Carers',
    title: 'A kitchen for carers',
    currency: 'GBP',
    awardedOn: '2014-06-10',
  }
  await world.db.insert(grants).values([
    { ...given, rawId: 'g-1', amountPence: 500_000, recipientOrgId: 'GB-CHC-1164883' },
    { ...given, rawId: 'g-2', amountPence: 1, recipientOrgId: 'GB-CHC-1164884' },
    { ...given, rawId: 'g-3', amountPence: 1, recipientOrgId: 'GB-CHC-7' },
    { ...given, rawId: 'g-4', amountPence: 1 },
  ])
  const service = (n: number, more: object = {}) => ({
    sourceId: `ac148810-d857-441c-9679-4080000000${String(n).padStart(2, '0')}`,
    sourceFile: 'directory.json',
    licence: 'OGL 3.0',
    name: `Service ${n}`,
    status: 'active' as const,
    phone: '020 7946 0001',
    organisationName: 'Elmside Carers',
    organisationNameFolded: 'elmside carers',
    orgIds: ['GB-CHC-1164883'],
    ...more,
  })
  await world.db.insert(services).values([
    service(1, { name: 'Tuesday lunch', changedOn: '2025-03-15' }),
    service(2, { status: 'defunct' as const }),
    service(3, { orgIds: ['GB-CHC-7'] }),
    // The same name without a number says nothing of whose it is.
    service(4, { orgIds: [] }),
  ])
})
afterAll(() => world.close())

const funding = async (person: string) =>
  (await world.as(person))(contract.funding, { params: { organisationId: carers } })

it('Amina and the broker of her place read what funders say they gave, found by the number alone', async () => {
  const ines = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
  for (const person of [amina, ines])
    expect((await funding(person)).items).toMatchObject([
      {
        funder: 'Elm Foundation',
        says: 'Elm Foundation',
        amountPence: 500_000,
        currency: 'GBP',
        awardedOn: '2014-06-10',
      },
    ])
})

it('nobody else reads it: not another group, not a commissioner, not a broker of another place', async () => {
  const { seed } = world
  const elsewhere = await seed.place()
  const dele = await seed.person({ name: 'Dele' })
  await seed.organisation({ place: here, members: [dele] })
  const ruth = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  const far = await seed.person({ roles: [{ placeId: elsewhere.id, role: 'broker' }] })
  expect(await refusal(funding(dele))).toMatchObject({ code: 'organisations.not_found' })
  expect(await refusal(funding(far))).toMatchObject({ code: 'organisations.not_found' })
  expect((await refusal(funding(ruth))).code).toMatch(/auth.forbidden|organisations.not_found/)
})

const runs = async (person: string) =>
  (await world.as(person))(contract.services, { params: { organisationId: carers } })
const one = async () => {
  const [found] = (await runs(amina)).items
  if (!found) throw new Error('there was a lunch')
  return found.service.id
}
const say = async (person: string, serviceId: string, ours: boolean, organisationId = carers) =>
  (await world.as(person))(contract.sayOfService, {
    params: { organisationId, serviceId },
    body: { ours },
  })

describe('what open directories say Elmside Carers run', () => {
  it('is found by the number, with its source and its day; what is over is not shown', async () => {
    const { items, can } = await runs(amina)
    expect(items).toMatchObject([
      {
        service: {
          name: 'Tuesday lunch',
          phone: '020 7946 0001',
          source: { file: 'directory.json', licence: 'OGL 3.0', changedOn: '2025-03-15' },
        },
        notOurs: false,
      },
    ])
    expect(can.say).toBe(true)
    const ines = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    expect((await runs(ines)).can.say).toBe(false)
  })

  it('Amina says "this is not us", twice, and that it is after all', async () => {
    const id = await one()
    await say(amina, id, false)
    expect((await say(amina, id, false)).items).toMatchObject([{ notOurs: true }])
    expect((await say(amina, id, true)).items).toMatchObject([{ notOurs: false }])
  })

  it('nobody else says it for them, and nobody of what was never said of them', async () => {
    const id = await one()
    const ines = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    expect((await refusal(say(ines, id, false))).code).toBe('auth.forbidden')
    const dele = await world.seed.person()
    const youth = await world.seed.organisation({ place: here, members: [dele] })
    expect((await refusal(say(dele, id, false))).code).toBe('organisations.not_found')
    expect((await refusal(say(dele, id, false, youth))).code).toBe('organisations.not_found')
    expect((await refusal(runs(dele))).code).toBe('organisations.not_found')
  })

  it('a grant that was never theirs is marked for their broker, and the grant of the funder stays', async () => {
    const [grant] = (await funding(amina)).items
    const { items } = await (await world.as(amina))(contract.sayOfFunding, {
      params: { organisationId: carers, grantId: grant?.id ?? '' },
      body: { ours: false },
    })
    expect(items).toMatchObject([{ funder: 'Elm Foundation', notOurs: true }])
    const kept = await world.db.execute(sql`select 1 from grants where raw_id = 'g-1'`)
    expect(kept.rows).toHaveLength(1)
  })

  it('the database takes one thing at a time, once, and in one place', async () => {
    const id = await one()
    const insert = (place: string, service: string | null) =>
      world.appDb
        .execute(
          sql`insert into open_data_not_ours (id, place_id, organisation_id, service_id, said_by)
            values (gen_random_uuid(), ${place}, ${carers}, ${service}, ${amina})`,
        )
        .then(
          () => 'done',
          (error: unknown) => sqlState(error),
        )
    expect(await insert(here.id, null)).toBe('23514')
    expect(await insert((await world.seed.place()).id, id)).toBe('23503')
    expect(await insert(here.id, id)).toBe('done')
    expect(await insert(here.id, id)).toBe('23505')
  })
})
