import { challengesContract } from '@howcanwe/shared/challenges'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { startWorker } from '../../worker-loop.ts'
import { remindOfReadings } from './index.ts'
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

describe('the desk of a read-through', () => {
  beforeEach(() => tools.forgetLetters())

  it('is Ruth’s and the broker’s, and no other commissioner’s', async () => {
    const other = await world.seed.person({
      roles: [{ placeId: town.place.id, role: 'commissioner' }],
    })
    expect((await refusal(tools.desk(other))).code).toBe('challenges.not_found')
    expect((await tools.desk(town.ruth)).can).toEqual({ answer: true, shorten: false })
    expect((await tools.desk(town.ines)).can).toEqual({ answer: false, shorten: true })
    expect((await tools.desk(town.ruth)).daysOver).toBe(false)
  })

  it('only Ruth answers, once, in a sentence, and only what is said of her challenge', async () => {
    const { comment } = await tools.say(town.kayleigh)
    const other = await world.seed.person({
      roles: [{ placeId: town.place.id, role: 'commissioner' }],
    })
    expect((await refusal(tools.answer(comment.id, other))).code).toBe('challenges.not_found')
    expect((await refusal(tools.answer(comment.id, town.ines))).status).toBe(403)
    expect((await refusal(tools.answer(someId()))).code).toBe('readings.not_found')
    expect((await refusal(tools.answer(comment.id, town.ruth, 'Thanks.'))).status).toBe(400)
    await tools.answer(comment.id)
    expect((await refusal(tools.answer(comment.id))).code).toBe('readings.already_answered')
  })

  it('is found by the broker on the list of the place, drafts are not', async () => {
    const unread = await tools.draft()
    const { items } = await (await world.as(town.ines))(challengesContract.mine, {
      query: { placeId: town.place.id },
    })
    const ids = items.map(({ id }) => id)
    expect(ids).toContain(tools.now.id)
    expect(ids).not.toContain(unread)
  })

  it('an email says that somebody waits, and no second one while they do', async () => {
    const { comment } = await tools.say(town.kayleigh)
    await tools.say(town.amina)
    expect(await tools.lettersTo('ruth')).toHaveLength(1)
    await tools.answer(comment.id)
    await tools.say(town.kayleigh)
    expect(await tools.lettersTo('ruth'), 'Amina waits still').toHaveLength(1)
  })
})

describe('the promise of five working days', () => {
  beforeEach(async () => {
    await tools.takeBack(sql`state = 'read-through' and id <> ${tools.now.id}`)
    await tools.forgetLetters()
  })
  const work = async () => {
    while (await remindOfReadings({ db: world.appDb, config: world.config })) {}
  }
  /** Only a table's owner can turn the clock. */
  const dueIn = (hours: number) =>
    world.db.transaction(async (tx) => {
      await tx.execute(sql`alter table reading_comments disable trigger reading_comments_guard`)
      await tx.execute(sql`update reading_comments set answer_due_at =
        clock_timestamp() + ${hours} * interval '1 hour' where challenge_id = ${tools.now.id}`)
      await tx.execute(sql`alter table reading_comments enable trigger reading_comments_guard`)
    })
  const mailed = async () =>
    (await tools.lettersTo('ruth'))
      .map(({ template }) => template)
      .filter((one) => one !== 'readings.new')

  it('runs out at the end of the fifth', async () => {
    await tools.say(town.kayleigh)
    const { rows } = await world.db.execute<{ days: number }>(sql`select
      extract(epoch from answer_due_at - created_at) / 86400 as days from reading_comments
      where challenge_id = ${tools.now.id}`)
    expect(Number(rows[0]?.days)).toBeGreaterThan(5)
    expect(Number(rows[0]?.days)).toBeLessThan(12)
  })

  it('Ruth is reminded on the day, once, of all that wait, and not before', async () => {
    await tools.say(town.kayleigh)
    await tools.say(town.amina)
    await dueIn(17.1)
    await work()
    expect(await mailed()).toEqual([])
    await dueIn(16.9)
    await Promise.all([work(), work(), work()])
    await work()
    const due = (await tools.lettersTo('ruth')).filter(
      ({ template }) => template === 'readings.due',
    )
    const counted = due.map(({ body }) => Number(/^(\d+)/.exec(body)?.[1] ?? 1))
    expect(counted.reduce((sum, one) => sum + one, 0)).toBe(2)
  })

  it('nobody is reminded of what is answered, or of a challenge that was taken back', async () => {
    const { comment } = await tools.say(town.kayleigh)
    await tools.answer(comment.id)
    await dueIn(1)
    await work()
    expect(await mailed()).toEqual([])
    await tools.say(town.amina)
    await dueIn(1)
    await tools.takeBack()
    await work()
    expect(await mailed()).toEqual([])
  })

  it('the worker does it by itself', async () => {
    await tools.say(town.kayleigh)
    await dueIn(1)
    const worker = await startWorker(world.config)
    await expect.poll(mailed, { timeout: 10_000 }).toEqual(['readings.due'])
    await worker.close()
  })
})
