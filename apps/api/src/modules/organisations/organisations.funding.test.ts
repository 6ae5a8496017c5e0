import { organisationsContract as contract } from '@howcanwe/shared/organisations'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { grants } from '../grants/grants.table.ts'
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
