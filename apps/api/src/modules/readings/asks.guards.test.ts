import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { type ReadingTown, readingTools, readingTown } from './readings.fixture.ts'

let world: World
let town: ReadingTown
let tools: ReturnType<typeof readingTools>
beforeAll(async () => {
  world = await startWorld()
  town = await readingTown(world)
  tools = readingTools(world, town)
})
afterAll(() => world.close())
beforeEach(() => tools.begin())

type Seeded = Parameters<World['seed']['organisation']>[0]
const group = (more: Partial<Seeded> = {}) =>
  world.seed.organisation({ place: town.place, ...more })
const tried = (statement: SQL) =>
  world.appDb.execute(statement).then(
    () => 'went through',
    (error: unknown) => sqlState(error),
  )
const put = (organisationId: string | null, by = town.ruth, challengeId = tools.now.id) =>
  tried(sql`insert into reading_asks (id, place_id, challenge_id, organisation_id, asked_by, asked_at)
    values (${someId()}, ${town.place.id}, ${challengeId}, ${organisationId}::uuid, ${by}, '2020-01-01')`)

describe('somebody with the database open before them', () => {
  it('cannot ask a thirteenth group, not even from four sides at once', async () => {
    for (let n = 0; n < 10; n++) expect(await put(await group())).toBe('went through')
    const four = await Promise.all([group(), group(), group(), group()])
    const last = await Promise.all(four.map((id) => put(id)))
    expect(last.filter((one) => one === 'went through')).toHaveLength(2)
    expect(last.filter((one) => one === 'HW083')).toHaveLength(2)
    expect(await put(null), 'the broker is no group').toBe('went through')
  })

  it.each<[string, () => Promise<string>]>([
    ['a large one', () => group({ incomeBand: 'large' })],
    ['a public body', () => group({ sector: 'public' })],
    ['one that paused', () => group({ state: 'paused' })],
    ['one that left', () => group({ state: 'left' })],
    ['one without an address', () => group({ contactEmail: null, contactPhone: '1' })],
    ['the council that asks', async () => town.council],
    ['one that Ruth belongs to', () => group({ members: [town.ruth] })],
  ])('cannot ask %s', async (_, which) => {
    expect(await put(await which())).toBe('HW084')
  })

  it('cannot ask a group twice, nor one of another place, nor hand residents over for somebody else', async () => {
    const one = await group()
    expect(await put(one)).toBe('went through')
    expect(await put(one)).toBe('23505')
    const there = await world.seed.organisation({ place: await world.seed.place() })
    expect(await put(there)).toBe('23503')
    expect(await put(null, town.ines)).toBe('HW084')
    expect(await put(null)).toBe('went through')
    expect(await put(null)).toBe('23505')
  })

  it('cannot ask for a draft, nor after it was taken back', async () => {
    expect(await put(await group(), town.ruth, await tools.draft())).toBe('HW083')
    await tools.takeBack()
    expect(await put(await group())).toBe('HW083')
  })

  it('cannot say that it was another day, change it or take it away', async () => {
    const one = await group()
    await put(one)
    const { rows } = await world.db.execute<{ today: boolean }>(sql`select
      asked_at > clock_timestamp() - interval '1 hour' as today from reading_asks
      where organisation_id = ${one}`)
    expect(rows).toEqual([{ today: true }])
    expect(await tried(sql`update reading_asks set asked_at = '2020-01-01'`)).toBe('42501')
    expect(await tried(sql`delete from reading_asks`)).toBe('42501')
    const owner = world.db.execute(sql`delete from reading_asks`).catch(sqlState)
    expect(await owner).toBe('HW001')
  })
})
