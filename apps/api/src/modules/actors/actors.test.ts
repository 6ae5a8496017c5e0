import { actorsContract as contract } from '@howcanwe/shared/actors'
import type { CallArgs } from '@howcanwe/shared/http'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'

let world: World
let place: SeededPlace
let ines = ''
let amina = ''
let bram = ''
let carers = ''
let homes = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  place = await seed.place()
  ines = await seed.person({ name: 'Ines', roles: [{ placeId: place.id, role: 'broker' }] })
  amina = await seed.person({ name: 'Amina' })
  bram = await seed.person({ name: 'Bram' })
  carers = await seed.organisation({
    place,
    name: 'Carers of Elmside',
    members: [amina],
    contactName: 'Amina Yusuf',
    contactEmail: 'amina@carers.example',
    contactPhone: '020 7946 0101',
    capacity: {
      skills: ['caring-support'],
      possibleWith: ['equipment'],
      premises: [
        { name: '3 Mill Lane', seats: 20, stepFree: true, kitchen: false, costPence: 1000 },
      ],
    },
  })
  homes = await seed.organisation({
    place,
    name: 'Elm & Gate Homes',
    members: [bram],
    capacity: { skills: ['building-and-repair'] },
  })
})

const mapOf = () => world.anyone(contract.map, { params: { placeId: place.id }, query: {} })
const tiesOf = async () =>
  (await world.anyone(contract.picture, { params: { placeId: place.id }, query: {} })).ties
const show = async (person: string, organisationId: string, more: object = {}) =>
  (await world.as(person))(
    contract.changeEntry,
    {
      params: { organisationId },
      body: { shown: true, roleInIssue: '', offers: [], asks: [], ...more },
    },
    { ifMatch: 0 },
  )
type Body = CallArgs<typeof contract.add>['body']
const surgery: Body = {
  name: 'Mill Lane Surgery',
  kind: 'gp-practice',
  sector: 'public',
  roleInIssue: 'Sees who is worn out first.',
  offers: ['A room on Thursdays'],
  asks: [],
  themes: ['health'],
  areaIds: [],
}
const putOn = async (more: Partial<Body> = {}) =>
  (await world.as(ines))(contract.add, {
    params: { placeId: place.id },
    body: { ...surgery, ...more },
  })

describe('the map of who is here (PL3)', () => {
  it('shows public bodies, and nobody else who has not said so', async () => {
    await world.seed.organisation({ place, name: 'Council', sector: 'public', kind: 'council' })
    expect((await mapOf()).items.map((i) => i.name)).toEqual(['Council'])
    await show(amina, carers, { offers: ['Company on Tuesdays'] })
    const { items } = await mapOf()
    expect(items.map((i) => i.name)).toEqual(['Carers of Elmside', 'Council'])
    expect(items[0]).toMatchObject({
      offers: [
        { line: 'Company on Tuesdays' },
        { skill: 'caring-support' },
        { room: { seats: 20, stepFree: true, kitchen: false } },
      ],
      asks: [{ possibleWith: 'equipment' }],
    })
  })

  it('never tells whom to reach, what somebody earns or where a room is', async () => {
    await show(amina, carers)
    const seen = JSON.stringify(await mapOf())
    for (const hidden of [
      'Amina Yusuf',
      'carers.example',
      '7946',
      'Mill Lane',
      'micro',
      'incomeBand',
    ])
      expect(seen).not.toContain(hidden)
  })

  it('takes off whoever says so, and whoever left', async () => {
    await show(amina, carers)
    await show(bram, homes)
    await world.db.execute(sql`update organisations set state = 'left' where id = ${homes}`)
    await (await world.as(amina))(
      contract.changeEntry,
      {
        params: { organisationId: carers },
        body: { shown: false, roleInIssue: '', offers: [], asks: [] },
      },
      { ifMatch: 1 },
    )
    expect((await mapOf()).items).toEqual([])
  })

  it('shows a tie when both have said it and both are on the map', async () => {
    await show(amina, carers)
    const say = async (
      person: string,
      organisationId: string,
      otherId: string,
      known: 'talked' | 'worked-together',
    ) =>
      (await world.as(person))(contract.sayTie, {
        params: { organisationId, otherId },
        body: { known },
      })
    await show(bram, homes)
    await say(amina, carers, homes, 'worked-together')
    expect(await tiesOf()).toEqual([])
    const entry = await say(bram, homes, carers, 'talked')
    expect(entry.ties).toMatchObject([{ mine: 'talked', theirs: 'worked-together' }])
    expect(await tiesOf()).toMatchObject([{ strength: 'talked' }])
    expect((await mapOf()).items[0]?.knows).toEqual([
      { id: homes, name: 'Elm & Gate Homes', strength: 'talked' },
    ])
  })

  it.each([
    ['an address', { offers: ['write to amina@carers.example'] }],
    ['a number', { roleInIssue: 'Ring 020 7946 0101' }],
  ])('takes no %s that everybody could read', async (_, more) => {
    expect((await refusal(show(amina, carers, more))).code).toBe('actors.personal_contact')
    expect((await refusal(putOn(more))).code).toBe('actors.personal_contact')
  })

  it('is kept by its own people: nobody else reads or changes an entry', async () => {
    expect((await refusal(show(bram, carers))).code).toBe('actors.not_found')
    const read = (await world.as(bram))(contract.entry, { params: { organisationId: carers } })
    expect((await refusal(read)).code).toBe('actors.not_found')
  })

  it('somebody else’s newer words are not run over', async () => {
    await show(amina, carers)
    expect((await refusal(show(amina, carers))).code).toBe('request.stale')
  })
})

describe('Ines puts on the map who has not registered', () => {
  it('adds, changes and takes off a surgery', async () => {
    const made = await putOn()
    expect((await mapOf()).items).toMatchObject([
      { name: 'Mill Lane Surgery', listed: 'actor', offers: [{ line: 'A room on Thursdays' }] },
    ])
    const call = await world.as(ines)
    const changed = await call(
      contract.change,
      { params: { actorId: made.id }, body: { ...surgery, offers: [] } },
      { ifMatch: 1 },
    )
    expect(changed.offers).toEqual([])
    expect((await refusal(putOn())).code).toBe('actors.name_taken')
    await call(contract.remove, { params: { actorId: made.id } })
    expect((await mapOf()).items).toEqual([])
  })

  it('not a broker of another place, and in no area of another place', async () => {
    const made = await putOn()
    const other = await world.seed.place()
    const away = await world.seed.person({ roles: [{ placeId: other.id, role: 'broker' }] })
    const remove = (await world.as(away))(contract.remove, { params: { actorId: made.id } })
    expect((await refusal(remove)).code).toBe('actors.not_found')
    const far = putOn({ name: 'Far away', areaIds: other.areaIds })
    expect((await refusal(far)).code).toBe('actors.area_unknown')
  })

  it('sees who has not met and what one could give the other, until they have talked', async () => {
    const call = await world.as(ines)
    const unmet = async () => (await call(contract.unmet, { params: { placeId: place.id } })).items
    expect(await unmet()).toMatchObject([
      {
        a: { name: 'Carers of Elmside' },
        b: { name: 'Elm & Gate Homes' },
        fits: [{ give: 'b', what: 'equipment' }],
        themes: ['carers'],
      },
    ])
    await show(bram, homes)
    await (await world.as(amina))(contract.sayTie, {
      params: { organisationId: carers, otherId: homes },
      body: { known: 'talked' },
    })
    expect(await unmet()).toEqual([])
  })
})

describe('whoever writes past the product', () => {
  const told = (statement: ReturnType<typeof sql>) =>
    world.appDb.execute(statement).then(
      () => 'done',
      (error: unknown) => sqlState(error),
    )

  it('ties nobody to itself, nor across places', async () => {
    const tie = (one: string, other: string, at = place.id) =>
      sql`insert into tie_sayings (place_id, organisation_id, other_id, known) values (${at}, ${one}, ${other}, 'talked')`
    expect(await told(tie(carers, carers))).toBe('23514')
    const away = await world.seed.place()
    const far = await world.seed.organisation({ place: away })
    expect(await told(tie(carers, far))).toBe('23503')
    expect(await told(tie(carers, far, away.id))).toBe('23503')
  })
})
