import type { CallArgs } from '@howcanwe/shared/http'
import { organisationsContract as contract } from '@howcanwe/shared/organisations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { gssAreas } from '../places/gss.table.ts'
import { registerEntries } from '../register/register.table.ts'

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

describe('an organisation finds itself in the charity register', () => {
  it('by a name with a typo, with nothing that leads to a home', async () => {
    const club = await entry()
    const call = await world.as(await world.seed.person())
    const { items } = await call(contract.candidates, {
      query: { placeId: here.id, q: 'Northgate lunsh club' },
    })
    expect(items.find((i) => i.id === club.id)).toEqual({
      id: club.id,
      orgId: club.orgId,
      name: 'Northgate Lunch Club',
      activities: 'A hot meal and company on Mondays',
      district: 'Northgate',
      kind: 'cio',
      incomeBand: 'micro',
      themes: ['food', 'older-people'],
      removed: false,
      claimed: false,
    })
    expect(JSON.stringify(items)).not.toMatch(/NG1|lunch\.example|@/)
  })

  it('by its number, typed as people write it, also when its office is elsewhere', async () => {
    const far = await entry({ ladCode: 'E06000099', areas: [], searchNames: 'farwater mission' })
    const call = await world.as(await world.seed.person())
    const { items } = await call(contract.candidates, {
      query: { placeId: here.id, q: `Registered charity no. ${far.identifier}` },
    })
    expect(items.map((i) => i.id)).toEqual([far.id])
  })

  it('and sees those of its own town before namesakes of another', async () => {
    const names = { nameShown: 'Quilters Guild', searchNames: 'quilters guild' }
    const far = await entry({ ...names, ladCode: 'E06000099', areas: [] })
    const near = await entry(names)
    const call = await world.as(await world.seed.person())
    const { items } = await call(contract.candidates, {
      query: { placeId: here.id, q: 'Quilters Gild' },
    })
    expect(items.map((i) => [i.id, i.district])).toEqual([
      [near.id, 'Northgate'],
      [far.id, null],
    ])
  })

  it('claims its entry, and its number is known to be right', async () => {
    const own = await entry()
    const call = await world.as(await world.seed.person())
    const body = form({ registerEntryId: own.id, registerNumber: `Charity no. ${own.identifier}` })
    const ours = await call(contract.register, { body })
    expect(ours.identifiers).toEqual([{ orgId: own.orgId, verified: 'register' }])
    const query = { placeId: here.id, q: own.identifier }
    const { items } = await call(contract.candidates, { query })
    expect(items).toMatchObject([{ id: own.id, claimed: true }])
    expect(
      (await call(contract.candidates, { query: { ...query, placeId: elsewhere.id } })).items,
    ).toMatchObject([{ id: own.id, claimed: false }])
  })

  it('ten claim the same entry at once, and one has it', async () => {
    const own = await entry()
    const calls = await Promise.all(
      Array.from({ length: 10 }, async () => world.as(await world.seed.person())),
    )
    const all = await Promise.allSettled(
      calls.map((call) => call(contract.register, { body: form({ registerEntryId: own.id }) })),
    )
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(
      new Set(all.flatMap((r) => (r.status === 'rejected' ? [r.reason.problem.code] : []))),
    ).toEqual(new Set(['organisations.entry_claimed']))
  })

  it.each([
    ['a number found in the register', 'registered', 'register'],
    ['a number of a charity that was removed from it', 'removed', 'pattern'],
  ] as const)(
    '%s is kept as %s → %s, and claims nothing by itself',
    async (_, status, verified) => {
      const other = await entry({ status })
      const call = await world.as(await world.seed.person())
      const body = form({ kind: 'charity', registerNumber: other.identifier })
      const ours = await call(contract.register, { body })
      expect(ours.identifiers).toEqual([{ orgId: other.orgId, verified }])
      const { items } = await call(contract.candidates, {
        query: { placeId: here.id, q: other.identifier },
      })
      expect(items).toMatchObject([{ id: other.id, claimed: false, removed: status === 'removed' }])
    },
  )

  it('a number that fits no list is kept as typed and hinders nothing', async () => {
    const call = await world.as(await world.seed.person())
    const body = form({ registerNumber: 'waiting for the Commission' })
    expect((await call(contract.register, { body })).identifiers).toEqual([
      { orgId: 'waiting for the Commission', verified: 'none' },
    ])
  })

  it('a search full of wildcards and quotes is only a search', async () => {
    const call = await world.as(await world.seed.person())
    for (const q of ['%%', "'; drop table people; --", '\\_', '((('])
      await call(contract.candidates, { query: { placeId: here.id, q } })
    expect(
      (await refusal(call(contract.candidates, { query: { placeId: someId(), q: 'lunch' } }))).code,
    ).toBe('places.not_found')
  })
})
