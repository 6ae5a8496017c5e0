import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { startWorker } from '../../worker-loop.ts'
import { keepReaderClocks } from './index.ts'
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
beforeEach(async () => {
  await tools.takeBack(sql`state = 'read-through'`)
  await tools.begin()
  await work()
  await tools.forgetLetters()
})

const work = async () => {
  while (await keepReaderClocks({ db: world.appDb, config: world.config })) {}
}
const dueIn = (hours: number) =>
  world.db.execute(sql`update reading_clocks set few_due_at =
    clock_timestamp() + ${hours} * interval '1 hour' where challenge_id = ${tools.now.id}`)
const few = async (name: string) =>
  (await tools.lettersTo(name)).filter(({ template }) => template === 'readings.few')

describe('two working days before the last day of a read-through (CH5, J-04)', () => {
  it('Ruth and the broker hear once who is missing, and what to do', async () => {
    await tools.say(town.kayleigh)
    await dueIn(-0.1)
    await Promise.all([work(), work(), work()])
    await work()
    const [ruth, ...more] = await few('ruth')
    expect(more).toEqual([])
    expect(ruth?.body).toContain('one resident and 2 small groups')
    expect(ruth?.body).toMatch(/can be read until \w+day \d{1,2} \w+ \d{4}\./)
    expect(ruth?.body).toContain(`http://localhost:3000/desk/challenges/${tools.now.id}/edit`)
    const ines = await few('ines')
    expect(ines).toHaveLength(1)
    expect(ines[0]?.body).toContain(`/desk/challenges/${tools.now.id}/read-through`)
  })

  it('nobody hears before, and the clock is wound for the morning of a working day', async () => {
    await work()
    expect(await few('ruth')).toEqual([])
    const { rows } = await world.db.execute<{ at: string; day: number; before: boolean }>(sql`
      select to_char(k.few_due_at at time zone 'Europe/London', 'HH24:MI') as at,
        extract(isodow from k.few_due_at at time zone 'Europe/London')::int as day,
        k.few_due_at < c.read_until - interval '1 day' as before
      from reading_clocks k join challenges c on c.id = k.challenge_id
      where k.challenge_id = ${tools.now.id}`)
    expect(rows).toEqual([expect.objectContaining({ at: '07:00', before: true })])
    expect(rows[0]?.day).toBeLessThanOrEqual(5)
  })

  it('nobody hears where all have read, where it was taken back, or where the broker lets it open with fewer', async () => {
    const both = await Promise.all([1, 2].map(() => world.seed.person()))
    for (const who of [town.kayleigh, town.amina]) await tools.say(who)
    for (const who of both) {
      const organisationId = await world.seed.organisation({ place: town.place, members: [who] })
      await tools.say(who, { readsAs: 'organisation', organisationId })
    }
    await dueIn(-1)
    await work()
    await tools.begin()
    await work()
    await dueIn(-1)
    await tools.takeBack()
    await work()
    await tools.begin()
    await work()
    await dueIn(-1)
    await world.db.execute(sql`update challenges set shortened_reason =
      'The grant for it ends on Friday, and eleven people read it.' where id = ${tools.now.id}`)
    await work()
    for (const who of ['ruth', 'ines']) expect(await few(who)).toEqual([])
  })

  it('the worker does it by itself', async () => {
    await dueIn(-1)
    const worker = await startWorker(world.config)
    await expect.poll(async () => (await few('ruth')).length, { timeout: 10_000 }).toBe(1)
    await worker.close()
  })
})
