import { actorsContract } from '@howcanwe/shared/actors'
import { casesContract } from '@howcanwe/shared/cases'
import { contactsContract } from '@howcanwe/shared/contacts'
import {
  CHALLENGE_LISTS,
  exportsContract as contract,
  type ListName,
  PLACE_LISTS,
} from '@howcanwe/shared/exports'
import { urlOf } from '@howcanwe/shared/http'
import { introductionsContract } from '@howcanwe/shared/introductions'
import { supportExchangeContract } from '@howcanwe/shared/support-exchange'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { asked, no, type Two, two, work } from '../introductions/introductions.fixture.ts'

/** Written into the log of a case, and nowhere else (trust T-02). */
const CANARY = 'kanariegroen'

let world: World
let town: Two
let ruth = ''
let challengeId = ''

async function plantCase(organisationId: string) {
  const call = await world.as(town.ines)
  const made = await call(casesContract.start, {
    params: { placeId: town.place.id },
    body: {
      subject: { kind: 'organisation', organisationId },
      challengeId,
      ...{ title: '=A room', nextAction: 'Ring on Monday', dueOn: '2031-01-06' },
    },
  })
  await call(casesContract.log, {
    params: { caseId: made.id },
    body: {
      ...{ kind: 'call', whoAsked: CANARY, consentReference: CANARY, minutes: 25, outcome: CANARY },
    },
  })
}

beforeAll(async () => {
  world = await startWorld()
  town = await two(world)
  const { place } = town
  ruth = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
  challengeId = await world.seed.openChallenge({ place, commissioner: ruth })
  await plantCase(town.carers)
  const broker = await world.as(town.ines)
  await broker(contactsContract.add, {
    params: { placeId: place.id },
    body: {
      ...{ organisationName: '=Carers', contactName: 'Amina', email: 'amina@carers.example' },
      ...{ phone: '020 7946 0101', themes: ['carers'], areas: 'Nunhead', notes: '-rings back' },
      ...{ source: 'Typed', theyKnow: false },
    },
  })
  await broker(actorsContract.add, {
    params: { placeId: place.id },
    body: {
      ...{ name: '@Mill Lane', kind: 'gp-practice', sector: 'public', roleInIssue: '' },
      ...{
        offers: ['A quiet room'],
        asks: [],
        themes: ['health'],
        areaIds: place.areaIds.slice(0, 1),
      },
    },
  })
  await (await world.as(town.amina))(supportExchangeContract.ask, {
    body: {
      ...{ organisationId: town.carers, kind: 'room', what: '+ a room on Tuesdays' },
      until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    },
  })
})
afterAll(() => world.close())

async function take(personId: string, list: ListName, language = 'en', placeId = town.place.id) {
  const ofPlace = PLACE_LISTS.some((name) => name === list)
  return world.app.inject({
    method: 'POST',
    url: ofPlace
      ? urlOf(contract.ofPlace, { params: { placeId } })
      : urlOf(contract.ofChallenge, { params: { challengeId } }),
    headers: {
      authorization: `Bearer ${await world.tokenOf(personId)}`,
      'accept-language': language,
    },
    payload: { list, format: 'csv' },
  })
}
async function rows(list: ListName): Promise<Record<string, string>[]> {
  const answer = await take(town.ines, list)
  expect(answer.statusCode, answer.body).toBe(200)
  return parse(answer.body, { columns: true, bom: true })
}

describe('a broker takes the lists of her desk along (line 9)', () => {
  it.each([
    ['cases', { Title: "'=A room", About: 'Carers of Elmside', 'Next step': 'Ring on Monday' }],
    ['queue', { 'What it is about': 'Your case', Title: "'=A room", Minutes: '20' }],
    ['contacts', { Organisation: "'=Carers", Telephone: "'+442079460101", Notes: "'-rings back" }],
    ['actors', { Name: "'@Mill Lane", 'What it is': 'GP practice', Offers: 'A quiet room' }],
    ['support', { 'Asks or offers': 'Asks', 'In their words': "'+ a room on Tuesdays" }],
  ] as const)('%s, and nothing in it runs as a formula', async (list, row) => {
    expect(await rows(list)).toContainEqual(expect.objectContaining(row))
  })

  it('the address book comes in again as it left, in either language', async () => {
    for (const language of ['en', 'nl']) {
      const { body } = await take(town.ines, 'contacts', language)
      const seen = await (await world.as(town.ines))(contactsContract.look, {
        params: { placeId: town.place.id },
        body: { content: Buffer.from(body).toString('base64') },
      })
      expect(seen.counts).toEqual({ new: 0, change: 0, same: 1, refused: 0 })
    }
  })

  it('introductions as they stand; who said no is in no file (BR3)', async () => {
    await asked(world, town)
    await (await world.as(town.amina))(introductionsContract.answer, {
      params: { introductionId: town.id },
      body: { said: no },
    })
    await work(world)
    const [row] = await rows('introductions')
    expect(row).toMatchObject({
      'Asked first': 'Carers of Elmside',
      'Asked next': 'Elm & Gate Homes',
    })
    expect(Object.values(row ?? {}).join(' ')).not.toMatch(/\bno\b/i)
  })

  it('areas by their names, also of a place that another address belongs to', async () => {
    const place = await world.seed.place()
    const bea = await world.seed.person({ roles: [{ placeId: place.id, role: 'broker' }] })
    await (await world.as(bea))(actorsContract.add, {
      params: { placeId: place.id },
      body: {
        ...{ name: 'Far carers', kind: 'families-group', sector: 'community', roleInIssue: '' },
        ...{ offers: [], asks: [], themes: [], areaIds: place.areaIds.slice(0, 1) },
      },
    })
    const answer = await take(bea, 'actors', 'en', place.id)
    const [row] = parse(answer.body, { columns: true, bom: true }) as Record<string, string>[]
    expect(row).toMatchObject({ Name: 'Far carers', Areas: expect.stringMatching(/./) })
  })

  it('not what she notes in a case: the log stays where it is', async () => {
    for (const list of PLACE_LISTS) expect((await take(town.ines, list)).body).not.toContain(CANARY)
  })
})

describe('whose lists they are', () => {
  it.each([
    ['queue', 'auth.forbidden'],
    ['cases', 'auth.forbidden'],
    ['introductions', 'auth.forbidden'],
    ['contacts', 'auth.forbidden'],
  ] as const)('a council that asks for %s hears %s', async (list, code) => {
    expect((await take(ruth, list)).json().code).toBe(code)
  })

  it('nothing a council can take along holds a word of a broker’s log (T-02)', async () => {
    const given: string[] = []
    for (const list of [...PLACE_LISTS, ...CHALLENGE_LISTS]) {
      const { statusCode, body } = await take(ruth, list)
      expect(body, list).not.toContain(CANARY)
      if (statusCode === 200 && parse(body, { columns: true, bom: true }).length > 0)
        given.push(list)
    }
    // Some of them she does get, with rows: a council that is refused everything would prove nothing.
    expect(given).toContain('challenges')
  })

  it('a broker who stands on one side of a challenge loses its case in the file too (§2.5)', async () => {
    const roles = [{ placeId: town.place.id, role: 'broker' as const }]
    const bea = await world.seed.person({ roles })
    expect((await take(bea, 'cases')).body).toContain('A room')
    await (await world.as(bea))(casesContract.declareConflict, {
      params: { challengeId },
      body: { note: '' },
    })
    for (const list of ['cases', 'queue'] as const) {
      const answer = await take(bea, list)
      expect(answer.statusCode, answer.body).toBe(200)
      expect(answer.body).not.toContain('A room')
    }
  })
})
