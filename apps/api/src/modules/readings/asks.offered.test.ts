import { challengesContract } from '@howcanwe/shared/challenges'
import { readingsContract as contract } from '@howcanwe/shared/readings'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { askTools, type Seeded } from './asks.fixture.ts'
import { type ReadingTown, readingTools, readingTown } from './readings.fixture.ts'

let world: World
let town: ReadingTown
let tools: ReturnType<typeof readingTools>
let asking: ReturnType<typeof askTools>
beforeAll(async () => {
  world = await startWorld()
  town = await readingTown(world)
  tools = readingTools(world, town)
  asking = askTools(world, town, tools)
})
afterAll(() => world.close())
beforeEach(async () => {
  await tools.begin()
  await tools.forgetLetters()
})

describe('who is offered', () => {
  it('near ones first, among them whoever was asked least in twelve months; nobody who is asked, has read or wants no asking', async () => {
    const place = await world.seed.place()
    const sam = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
    const make = (name: string, more: Partial<Seeded> = {}) =>
      world.seed.organisation({ place, name, ...more })
    const far = { place: { ...place, areaIds: place.areaIds.slice(1) } }
    const busy = await make('Busy')
    await make('Far', { ...far, themes: ['animals'] })
    await make('By theme', far)
    await make('By area', { themes: ['animals'] })
    const old = await make('Asked long ago')
    for (const [name, more] of [
      ['Paused', { state: 'paused' }],
      ['Left', { state: 'left' }],
      ['Large', { incomeBand: 'large' }],
      ['Sam’s own', { members: [sam] }],
    ] as [string, Partial<Seeded>][])
      await make(name, more)
    await make('By phone', { contactEmail: null, contactPhone: '020 7946 0001' })
    const reader = await world.seed.person()
    const reads = await make('Reads', { members: [reader] })
    const council = await make('Council', { sector: 'public', members: [sam] })
    const start = async () => {
      const id = await world.seed.draft({ place, commissioner: sam, council })
      await world.seed.readThrough(id)
      return id
    }
    const before = await start()
    await asking.ask([busy, old], sam, before)
    await world.db.execute(sql`alter table reading_asks disable trigger all`)
    await world.db.execute(sql`update reading_asks set asked_at = asked_at - interval '13 months'
      where organisation_id = ${old}`)
    await world.db.execute(sql`alter table reading_asks enable trigger all`)

    const challengeId = await start()
    await tools.say(reader, { readsAs: 'organisation', organisationId: reads }, challengeId)
    const desk = await asking.asks(sam, challengeId)
    const names = desk.suggested.map(({ name }) => name)
    expect(names.slice(0, 3).toSorted()).toEqual(['Asked long ago', 'By area', 'By theme'])
    expect(names.slice(3)).toEqual(['Busy', 'Far'])
    expect(desk.suggested.map(({ askedBefore }) => askedBefore)).toEqual([0, 0, 0, 1, 0])
    expect(desk).toMatchObject({ byPhone: 1, left: 12, asked: [], residentsOn: null })
    expect(JSON.stringify(desk), 'no address, no number').not.toMatch(/@|7946/)
    await asking.ask([busy], sam, challengeId)
    expect((await asking.asks(sam, challengeId)).suggested.map(({ name }) => name)).not.toContain(
      'Busy',
    )
  })
})

describe('residents are asked by the broker, whose addresses stay there', () => {
  it('one press writes to the brokers, with link and words; the second is one too many', async () => {
    const desk = await asking.askBrokers()
    expect(desk).toMatchObject({ left: 12, asked: [], can: { askBrokers: false } })
    expect(desk.residentsOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    const [letter, ...more] = await tools.lettersTo('ines')
    expect(more).toEqual([])
    expect(letter?.body).toContain(`http://localhost:3000/read/${tools.now.id}`)
    expect(letter?.body).toContain('Ruth Okafor, Northgate Council asks you')
    expect((await refusal(asking.askBrokers())).code).toBe('readings.already_asked')
    expect((await asking.asks(town.ines)).residentsOn).toBe(desk.residentsOn)
    expect(await asking.traces()).toEqual({ asks: 1, trail: 1, letters: 1 })
  })

  it('the broker does not hand them to herself', async () => {
    expect((await refusal(asking.askBrokers(town.ines))).code).toBe('auth.forbidden')
    expect((await asking.asks(town.ines)).can.askBrokers).toBe(false)
  })

  it('without a broker the place’s contact is written to; where there is none Ruth is told, and nothing is kept', async () => {
    for (const [contactEmail, code] of [
      ['desk@example.org', undefined],
      [null, 'readings.no_broker'],
    ] as const) {
      const place = await world.seed.place({ contactEmail })
      const sam = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
      const challengeId = await world.seed.draft({ place, commissioner: sam })
      await world.seed.readThrough(challengeId)
      const press = asking.askBrokers(sam, challengeId)
      if (code) expect((await refusal(press)).code).toBe(code)
      else await press
      expect((await asking.asks(sam, challengeId)).residentsOn === null).toBe(code !== undefined)
    }
    expect(await tools.lettersTo('desk')).toHaveLength(1)
  })
})

it('the list of what is being read says how long it takes, until when, and who is still needed', async () => {
  await tools.say(town.kayleigh)
  const { items } = await world.anyone(contract.list, { params: { placeId: town.place.id } })
  const one = items.find(({ id }) => id === tools.now.id)
  expect(one).toMatchObject({
    organisation: 'Northgate Council',
    minutes: 1,
    shortened: false,
    counts: { residents: 1, smallOrganisations: 0, needed: 2 },
  })
  expect(one?.readUntil).not.toBeNull()
  await (await world.as(town.ines))(challengesContract.shortenReadThrough, {
    params: { challengeId: tools.now.id },
    body: { reason: 'The grant for it ends on Friday, and eleven people have read it.' },
  })
  const again = await world.anyone(contract.list, { params: { placeId: town.place.id } })
  expect(again.items.find(({ id }) => id === tools.now.id)?.shortened).toBe(true)
})
