import { actorsContract as contract } from '@howcanwe/shared/actors'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { supportExchangeContract } from '@howcanwe/shared/support-exchange'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { organisationIdentifiers } from '../organisations/organisations.table.ts'
import { services } from '../services/services.table.ts'
import { actors, mapEntries, tieSayings } from './actors.table.ts'

let world: World
let place: SeededPlace
let ines = ''
let amina = ''
let carers = ''
let homes = ''
let quiet = ''

const show = (organisationId: string, more: object = {}) =>
  world.db.insert(mapEntries).values({
    ...{ organisationId, placeId: place.id, shown: true, roleInIssue: '', saidBy: ines },
    ...more,
  })

/** A town of 120 on the map: two of them know each other, though 100 names lie between. */
beforeAll(async () => {
  world = await startWorld()
  const { seed } = world
  place = await seed.place()
  ines = await seed.person({ name: 'Ines', roles: [{ placeId: place.id, role: 'broker' }] })
  amina = await seed.person({ name: 'Amina' })
  carers = await seed.organisation({
    place,
    name: 'Aardvark Carers',
    members: [amina],
    capacity: { possibleWith: ['equipment'], skills: ['interpreting'] },
  })
  homes = await seed.organisation({ place, name: 'Zebra Homes', themes: ['housing-homelessness'] })
  quiet = await seed.organisation({ place, name: 'Quiet Club' })
  await show(carers, { offers: ['Tea on Tuesdays'] })
  await show(homes, { asks: ['Café at noon'] })
  await world.db.insert(actors).values(
    Array.from({ length: 118 }, (_, n) => ({
      placeId: place.id,
      name: `Surgery ${String(n).padStart(3, '0')}`,
      kind: 'gp-practice' as const,
      sector: 'public' as const,
      roleInIssue: '',
      themes: ['health' as const],
      addedBy: ines,
    })),
  )
  const said = { placeId: place.id, known: 'talked' as const }
  await world.db.insert(tieSayings).values([
    { ...said, organisationId: carers, otherId: homes },
    { ...said, organisationId: homes, otherId: carers },
  ])
  await world.db.insert(organisationIdentifiers).values({
    organisationId: homes,
    scheme: 'GB-CHC',
    value: '77',
    verified: 'pattern',
    raw: '77',
  })
  await world.db.insert(services).values({
    sourceId: 'ac148810-d857-441c-9679-408000000001',
    sourceFile: 'directory.json',
    name: 'Handyman on call',
    status: 'active',
    organisationName: 'Zebra Homes',
    organisationNameFolded: 'zebra homes',
    orgIds: ['GB-CHC-77'],
  })
  await (await world.as(amina))(supportExchangeContract.ask, {
    body: { organisationId: carers, kind: 'room', what: 'A warm room', until: soon },
  })
})
afterAll(() => world.close())

const soon = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
const at = () => ({ placeId: place.id })
type Query = NonNullable<Parameters<typeof ask>[0]>
const ask = async (query: { q?: string; [wish: string]: unknown } = {}, person?: string) => {
  const call = person ? await world.as(person) : world.anyone
  return call(contract.map, { params: at(), query })
}
const names = async (query: Query, person?: string) =>
  (await ask(query, person)).items.map((i) => i.name)

describe('a map with 120 on it (PL3)', () => {
  it('is read fifty at a time, each once and in order, also when somebody new comes in between', async () => {
    const first = await ask()
    expect(first.items).toHaveLength(50)
    await world.db.execute(
      sql`insert into actors (id, place_id, name, kind, sector, role_in_issue, added_by)
        values (gen_random_uuid(), ${place.id}, 'Abbey', 'faith-group', 'community', '', ${ines})`,
    )
    const second = await ask({ cursor: first.nextCursor ?? '' })
    const third = await ask({ cursor: second.nextCursor ?? '' })
    expect(third.nextCursor).toBeNull()
    const all = [...first.items, ...second.items, ...third.items].map((i) => i.name)
    expect(all).toHaveLength(120)
    expect(all).toEqual([...new Set(all)].sort((a, b) => a.localeCompare(b, 'en')))
    await world.db.execute(sql`delete from actors where name = 'Abbey'`)
  })

  it('says whom somebody knows by name, whichever page the other stands on', async () => {
    const [one] = (await ask({ limit: 1 })).items
    expect(one).toMatchObject({
      name: 'Aardvark Carers',
      knows: [{ id: homes, name: 'Zebra Homes', strength: 'talked' }],
    })
  })

  it.each([
    ['a name, with a typing of accents', { q: 'cafe' }, ['Zebra Homes']],
    ['a line somebody wrote', { q: 'tea on' }, ['Aardvark Carers']],
    ['a service', { q: 'handyman' }, ['Zebra Homes']],
    [
      'a word of ours in the reader’s language',
      { q: 'tolken', also: 'interpreting' },
      ['Aardvark Carers'],
    ],
    ['a theme', { theme: 'housing-homelessness' }, ['Zebra Homes']],
    ['what they run', { with: 'services' }, ['Zebra Homes']],
    ['what they ask', { with: 'asks' }, ['Aardvark Carers', 'Zebra Homes']],
    ['what they offer', { with: 'offers' }, ['Aardvark Carers']],
    ['two wishes at once', { with: 'asks', sector: 'public' }, []],
    ['a word with signs in it', { q: "'); drop table actors; --%" }, []],
  ] as const)('finds by %s', async (_, query, found) => {
    expect(await names(query)).toEqual(found)
  })

  it('counts by what they have under the other wishes; who needs and lends is not for strangers', async () => {
    expect((await ask()).counts).toEqual({
      ...{ all: 120, offers: 1, asks: 2, services: 1 },
      ...{ lends: null, needs: null },
    })
    expect((await ask({ theme: 'carers', with: 'services' }, amina)).counts).toMatchObject({
      ...{ all: 1, services: 0, lends: 0, needs: 1 },
    })
  })
})

describe('asks and offers of support on the map (OR5)', () => {
  it('are read by organisations of the place and its broker, and by nobody else', async () => {
    for (const person of [amina, ines]) {
      const { items } = await ask({ with: 'needs' }, person)
      expect(items).toMatchObject([
        { id: carers, support: { asks: [{ kind: 'room', what: 'A warm room' }], offers: [] } },
      ])
    }
    const away = await world.seed.person()
    await world.seed.organisation({ place: await world.seed.place(), members: [away] })
    for (const person of [undefined, away]) {
      expect(JSON.stringify(await ask({ q: 'aardvark' }, person))).not.toContain('warm room')
      const told = await refusal(ask({ with: 'needs' }, person))
      expect(told.code).toBe(person ? 'auth.forbidden' : 'auth.required')
    }
  })

  it('that nobody on the map made are on no page of it', async () => {
    const zora = await world.seed.person()
    const hidden = await world.seed.organisation({ place, name: 'Hidden', members: [zora] })
    const body = { organisationId: hidden, kind: 'room', what: 'A den', until: soon } as const
    await (await world.as(zora))(supportExchangeContract.ask, { body })
    expect(JSON.stringify(await ask({ with: 'needs' }, ines))).not.toContain('A den')
  })
})

describe('who is new to whom', () => {
  it('Amina sees those her group has not met; whom she talked with and whom she was introduced to are not', async () => {
    const bram = await world.seed.organisation({ place, name: 'Bram Builders' })
    await show(bram)
    expect(await names({ newTo: carers }, amina)).toEqual(['Bram Builders'])
    const said = { placeId: place.id, known: 'worked-together' as const }
    await world.db.insert(tieSayings).values({ ...said, organisationId: bram, otherId: carers })
    expect(await names({ newTo: carers }, amina)).toEqual([])
    await world.db.execute(sql`delete from map_entries where organisation_id = ${bram}`)
  })

  it('is told to nobody about somebody else’s group', async () => {
    expect((await refusal(ask({ newTo: homes }, amina))).code).toBe('auth.forbidden')
    expect((await refusal(ask({ newTo: homes }))).code).toBe('auth.required')
  })
})

describe('one of the map', () => {
  const one = async (actorId: string, person?: string) =>
    (person ? await world.as(person) : world.anyone)(contract.one, {
      params: { ...at(), actorId },
    })

  it('shows what it runs, until its own people say that it is not them', async () => {
    const bram = await world.seed.person()
    await world.db.execute(
      sql`insert into memberships (place_id, organisation_id, person_id, lead)
        values (${place.id}, ${homes}, ${bram}, true)`,
    )
    const { services: runs, shown } = await one(homes)
    expect([runs.map((r) => r.name), shown]).toEqual([['Handyman on call'], true])
    await (await world.as(bram))(organisationsContract.sayOfService, {
      params: { organisationId: homes, serviceId: runs[0]?.id ?? '' },
      body: { ours: false },
    })
    expect((await one(homes)).services).toEqual([])
    expect(await names({ with: 'services' })).toEqual([])
  })

  it('that is not on the map is read by its own people and the broker alone', async () => {
    expect(await one(quiet, ines)).toMatchObject({ shown: false, actor: { name: 'Quiet Club' } })
    for (const person of [undefined, amina])
      expect((await refusal(one(quiet, person))).code).toBe('actors.not_found')
    const other = await world.seed.place()
    const away = world.anyone(contract.one, { params: { placeId: other.id, actorId: homes } })
    expect((await refusal(away)).code).toBe('actors.not_found')
  })
})

it('the picture holds everybody who fits, and only ties among them', async () => {
  const picture = (query: object) => world.anyone(contract.picture, { params: at(), query })
  const { nodes, ties } = await picture({})
  expect([nodes.length, ties.length]).toEqual([120, 1])
  expect((await picture({ theme: 'housing-homelessness' })).ties).toEqual([])
})
