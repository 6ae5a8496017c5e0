import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { forgetOld } from '../../retention/index.ts'
import { startWorker } from '../../worker-loop.ts'
import { remindOfQuestions } from './index.ts'
import { type QuestionTown, questionTools, questionTown } from './questions.fixture.ts'

let world: World
let tools: ReturnType<typeof questionTools>
beforeAll(async () => {
  world = await startWorld()
  tools = questionTools(world)
})
afterAll(() => world.close())

let town: QuestionTown
let challengeId: string
beforeEach(async () => {
  town = await questionTown(world)
  const { place, ruth, council } = town
  challengeId = await world.seed.openChallenge({ place, commissioner: ruth, council })
})

const work = async () => {
  while (await remindOfQuestions({ db: world.appDb, config: world.config })) {}
}
const mailTo = async (who: 'ruth' | 'ines') =>
  (await tools.lettersTo(`${who}-${town.place.id}@example.org`)).map((one) => one.template)
const DAYS = ['new', 'due', 'late'] as const
/** Turns the clock to just before or after each email is due. */
const turnTo = async (stage: (typeof DAYS)[number], seconds: number) => {
  const column = sql.identifier({ new: 'tell_at', due: 'remind_at', late: 'due_at' }[stage])
  const [row] = await tools.rows<{ days: number }>(sql`
    select extract(epoch from ${column} - clock_timestamp()) / 86400 as days from questions
    where challenge_id = ${challengeId} limit 1`)
  await tools.daysLater(challengeId, Number(row?.days) + seconds / 86_400)
}

describe('a question that waits', () => {
  it('is not announced at the hour it was asked, but on the next working morning, once', async () => {
    await tools.ask(challengeId)
    await turnTo('new', -60)
    await work()
    expect(await mailTo('ruth')).toEqual([])
    await turnTo('new', 60)
    await work()
    await work()
    expect(await mailTo('ruth')).toEqual(['questions.new'])
    const [letter] = await tools.lettersTo(`ruth-${town.place.id}@example.org`)
    expect(letter?.body).toContain(`/desk/challenges/${challengeId}/questions`)
    expect(letter?.body, 'no word of it').not.toContain('minibus')
  })

  it('of three asked on one day Ruth hears in one email', async () => {
    for (const words of ['Who drives the bus?', 'Who pays the fuel?', 'Who washes the bus?'])
      await tools.ask(challengeId, words)
    await turnTo('new', 60)
    await work()
    const letters = await tools.lettersTo(`ruth-${town.place.id}@example.org`)
    expect(letters.map((one) => one.subject)).toEqual([expect.stringMatching(/^3 questions wait/)])
  })

  it('is said again on the day it is due, and late to the broker, not to Ruth’s shame in between', async () => {
    await tools.ask(challengeId)
    await turnTo('due', 60)
    await work()
    expect(await mailTo('ruth')).toEqual(['questions.new', 'questions.due'])
    expect(await mailTo('ines')).toEqual([])
    expect((await tools.board(challengeId)).waiting.late).toBe(false)
    await turnTo('late', 60)
    await work()
    await work()
    expect(await mailTo('ruth')).toEqual(['questions.new', 'questions.due'])
    expect(await mailTo('ines')).toEqual(['questions.late'])
    expect((await tools.board(challengeId)).waiting).toMatchObject({ count: 1, late: true })
  })

  it('calls for nothing once it is answered, or the challenge was taken back', async () => {
    await tools.ask(challengeId)
    await world.db.execute(sql`update challenges set state = 'withdrawn',
      withdrawn_reason = 'The money went to the hospital instead.' where id = ${challengeId}`)
    await turnTo('late', 60)
    await work()
    expect([...(await mailTo('ruth')), ...(await mailTo('ines'))]).toEqual([])
  })

  it('four workers at once write each email once', async () => {
    for (const words of ['Who drives the bus?', 'Who pays the fuel?', 'Who washes the bus?'])
      await tools.ask(challengeId, words)
    await turnTo('late', 60)
    await Promise.all([work(), work(), work(), work()])
    const told = await tools.rows(sql`select 1 from questions where challenge_id = ${challengeId}
      and told_at is not null and reminded_at is not null and late_told_at is not null`)
    expect(told).toHaveLength(3)
    const late = await tools.lettersTo(`ines-${town.place.id}@example.org`)
    const counted = late.reduce((sum, one) => sum + (Number(/^(\d+) /.exec(one.body)?.[1]) || 1), 0)
    expect(counted).toBe(3)
  })

  it('the worker does it by itself', async () => {
    await tools.ask(challengeId)
    await turnTo('new', 60)
    const worker = await startWorker(world.config)
    await expect.poll(() => mailTo('ruth'), { timeout: 10_000 }).toEqual(['questions.new'])
    await worker.close()
  })
})

describe('who followed a challenge', () => {
  const follow = async (ago: string) => {
    const person = await world.seed.person()
    await world.db.execute(sql`insert into challenge_followers (place_id, challenge_id, person_id)
      values (${town.place.id}, ${challengeId}, ${person})`)
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`alter table challenges disable trigger user`)
      await tx.execute(sql`update challenges set closes_at = clock_timestamp() - ${ago}::interval,
        questions_until = null where id = ${challengeId}`)
      await tx.execute(sql`alter table challenges enable trigger user`)
    })
    await forgetOld(world.appDb)
    return tools.rows(sql`select 1 from challenge_followers where person_id = ${person}`)
  }

  it('is forgotten ninety days after it closed, and not before', async () => {
    expect(await follow('89 days')).toHaveLength(1)
    expect(await follow('90 days 1 minute')).toHaveLength(0)
  })
})
