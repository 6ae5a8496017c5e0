import { typedContract } from '@howcanwe/shared/cases'
import { exportsContract as contract, type ListName } from '@howcanwe/shared/exports'
import { urlOf } from '@howcanwe/shared/http'
import { parse } from 'csv-parse/sync'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { commit } from '../organisations/index.ts'

/** Who asked for something to be typed: known to whoever typed it, and in no file. */
const CANARY = 'kanariegroen'

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
  ines = await seed.person({ name: '=Ines', roles: [{ placeId: place.id, role: 'broker' }] })
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

async function take(personId: string, list: ListName, language = 'en', organisationId = '') {
  return world.app.inject({
    method: 'POST',
    url: organisationId
      ? urlOf(contract.ofOrganisation, { params: { organisationId } })
      : urlOf(contract.ofPlace, { params: { placeId: place.id } }),
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

describe('a broker takes along who has a lot on their plate, and who rests (OR3, line 9)', () => {
  it('as her screen shows it, and no name runs as a formula', async () => {
    const { seed } = world
    const pausedUntil = '2031-03-01'
    await seed.organisation({ place, name: '+Rest', state: 'paused', pausedUntil })
    const organisationId = await seed.organisation({
      ...{ place, name: '-Night shift', capacity: { spareHoursPerMonth: 10 } },
    })
    await commit(world.db, world, {
      ...{ placeId: place.id, organisationId, hoursPerMonth: 9, fromDay: null, untilDay: null },
      source: { kind: 'agreement', id: someId() },
    })
    const numbers = { 'Hours a month to spare': '10', 'Hours a month promised': '9', Until: '' }
    const none = { 'Hours a month to spare': '', 'Hours a month promised': '' }
    expect(await rows('hours')).toEqual([
      { Name: "'-Night shift", State: 'Promised a lot', ...numbers },
      { Name: "'+Rest", State: 'Resting', ...none, Until: '2031-03-01' },
    ])
  })
})

const okafor = async () =>
  (await world.as(ines))(typedContract.organisation, {
    body: {
      organisation: {
        ...{ placeId: place.id, name: 'Okafor’s allotment', kind: 'unconstituted-group' },
        ...{ incomeBand: 'none', areaIds: place.areaIds.slice(0, 1), themes: ['older-people'] },
        ...{ contact: { name: 'Mr Okafor', phone: '020 7946 0222' }, declared: true },
      },
      typed: { readBack: true, whoAsked: CANARY, consentReference: CANARY, minutes: 12 },
    },
  })

describe('a broker takes along what was typed for somebody (PE3, line 9)', () => {
  it('what, by whom and when; never who asked', async () => {
    const { organisationId } = await okafor()
    const { statusCode, body } = await take(ines, 'typed', 'en', organisationId)
    expect(statusCode, body).toBe(200)
    expect(parse(body, { columns: true, bom: true })).toEqual([
      {
        ...{ 'What it is about': 'Put on the list', Question: '', 'Typed by': "'=Ines" },
        'Read back at (UTC)': expect.stringMatching(/^20.*Z$/),
      },
    ])
    expect(body).not.toContain(CANARY)
  })

  it('an answer typed while it is sealed is in no file (S-02)', async () => {
    const { organisationId } = await okafor()
    const challengeId = await world.seed.openChallenge({ place, commissioner: ruth })
    await world.db.execute(sql`insert into typed_entries
      (id, place_id, what, organisation_id, challenge_id, typed_by, who_asked, told)
      values (${someId()}, ${place.id}, 'interest', ${organisationId}, ${challengeId}, ${ines}, 'Amina', 'slip')`)
    const { body } = await take(ines, 'typed', 'en', organisationId)
    expect(body.trim().split('\r\n')).toHaveLength(2)
  })

  it('not for a broker of another place, nor for a council', async () => {
    const { organisationId } = await okafor()
    const other = await world.seed.place()
    const away = await world.seed.person({ roles: [{ placeId: other.id, role: 'broker' }] })
    const of = async (who: string) => (await take(who, 'typed', 'en', organisationId)).json().code
    expect(await of(away)).toBe('organisations.not_found')
    expect(await of(ruth)).toBe('auth.forbidden')
  })
})

describe('none of it is for a council', () => {
  it.each(['unmet', 'hours', 'months'] as const)('%s', async (list) => {
    expect((await take(ruth, list)).json().code).toBe('auth.forbidden')
  })
})
