import { exportsContract as contract, type ListName } from '@howcanwe/shared/exports'
import { urlOf } from '@howcanwe/shared/http'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'

let world: World
let place: SeededPlace
let ines = ''
let ruth = ''
/** A broker of the same place who belongs to one of its organisations. */
let bea = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  place = await seed.place()
  ines = await seed.person({ name: 'Ines', roles: [{ placeId: place.id, role: 'broker' }] })
  ruth = await seed.person({ name: 'Ruth', roles: [{ placeId: place.id, role: 'commissioner' }] })
  bea = await seed.person({ name: 'Bea', roles: [{ placeId: place.id, role: 'broker' }] })
  await seed.organisation({
    place,
    name: '=Carers',
    capacity: { skills: ['caring-support'], possibleWith: ['equipment'] },
  })
  await seed.organisation({
    place,
    members: [bea],
    name: '@Homes',
    capacity: { skills: ['building-and-repair'] },
  })
})

async function take(personId: string, list: ListName, language = 'en') {
  return world.app.inject({
    method: 'POST',
    url: urlOf(contract.ofPlace, { params: { placeId: place.id } }),
    headers: {
      authorization: `Bearer ${await world.tokenOf(personId)}`,
      'accept-language': language,
    },
    payload: { list, format: 'csv' },
  })
}
async function rows(list: ListName, personId = ines): Promise<Record<string, string>[]> {
  const answer = await take(personId, list)
  expect(answer.statusCode, answer.body).toBe(200)
  return parse(answer.body, { columns: true, bom: true })
}

describe('a broker takes along who has not met (PL3, line 9)', () => {
  it('each pair with what one could give the other, and no name runs as a formula', async () => {
    expect(await rows('unmet')).toEqual([
      {
        One: "'=Carers",
        'The other': "'@Homes",
        'Who could help with what':
          "'=Carers asks for: Equipment, such as a laptop. @Homes could help.",
        'Both are about': 'Carers',
      },
    ])
    expect((await take(ines, 'unmet', 'nl')).body).toContain('kan misschien helpen')
  })

  it('not a pair with an organisation of hers in it (§2.2)', async () => {
    expect(await rows('unmet', bea)).toEqual([])
  })
})

describe('none of it is for a council', () => {
  it.each(['unmet'] as const)('%s', async (list) => {
    expect((await take(ruth, list)).json().code).toBe('auth.forbidden')
  })
})
