import { cohortsContract as contract } from '@howcanwe/shared/cohorts'
import { dueAfter } from '@howcanwe/shared/places'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { closeDue } from '../challenges/index.ts'
import {
  answered,
  bySql,
  letPass,
  lettersTo,
  rowsOf,
  type Town,
  tellNone,
  told,
  townOf,
  work,
} from './answers.fixture.ts'
import { keepAnswerClocks } from './index.ts'

let world: World
let town: Town
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  town = await townOf(world)
})

/** The challenge has closed, the worker has seen it, and its clock runs. */
async function closed(howMany = 1) {
  const { challengeId, all } = await answered(town, howMany)
  while (await closeDue(world.db));
  await work(world)
  return { challengeId, all }
}
const clock = (challengeId: string) => world.anyone(contract.clock, { params: { challengeId } })
const ruths = () => lettersTo(world, `ruth-${town.place.id}@example.org`, 'cohorts.answers-%')
const brokers = () => lettersTo(world, `ines-${town.place.id}@example.org`, 'cohorts.answers-%')
/** Moves the clock so that this instant of it was a second ago. */
async function until(challengeId: string, column: 'soon_at' | 'day_at' | 'due_at') {
  const [row] = await rowsOf<{ s: number }>(
    world,
    sql`select ceil(extract(epoch from ${sql.raw(column)} - clock_timestamp()))::int as s
      from answer_clocks where challenge_id = ${challengeId}`,
  )
  await letPass(world, 'answer_clocks', challengeId, `${(row?.s ?? 0) + 1} seconds`)
}

describe('the clock of answers (FR-10)', () => {
  it('runs from closing, ten working days, for everyone to see', async () => {
    const open = await answered(town, 1, { open: true })
    expect(await clock(open.challengeId)).toEqual({ state: 'not-yet', dueAt: null })
    const { challengeId } = await closed()
    const running = await clock(challengeId)
    expect(running.state).toBe('running')
    const [row] = await rowsOf<{ closes_at: string }>(
      world,
      sql`select closes_at from challenges where id = ${challengeId}`,
    )
    const calendar = { timeZone: 'Europe/London', weekend: [6, 7], holidays: [] }
    expect(running.dueAt).toEqual(dueAfter(calendar, new Date(row?.closes_at ?? ''), 10))
  })

  it('reminds Ruth three working days before and on the day, each once, and then tells the broker', async () => {
    const { challengeId } = await closed()
    expect(await ruths()).toEqual([])
    await until(challengeId, 'soon_at')
    expect([await work(world), await work(world)]).toEqual([1, 0])
    await until(challengeId, 'day_at')
    expect([await work(world), await work(world)]).toEqual([1, 0])
    expect((await ruths()).map((l) => l.template)).toEqual([
      'cohorts.answers-soon',
      'cohorts.answers-day',
    ])
    expect((await ruths())[0]?.body).toContain(`/desk/challenges/${challengeId}/responses`)
    expect(await brokers()).toEqual([])
    await until(challengeId, 'due_at')
    expect([await work(world), await work(world)]).toEqual([1, 0])
    expect((await brokers()).map((l) => l.template)).toEqual(['cohorts.answers-late'])
    expect((await brokers())[0]?.body).toContain('Ruth')
    expect((await clock(challengeId)).state).toBe('late')
  })

  it('nobody looked for weeks: one letter, to the broker, and none of yesterday’s', async () => {
    const { challengeId } = await closed()
    await letPass(world, 'answer_clocks', challengeId, '60 days')
    expect(await work(world)).toBe(1)
    expect(await ruths()).toEqual([])
    expect(await brokers()).toHaveLength(1)
  })

  it('where there is no broker the contact of the place hears', async () => {
    await world.db.execute(
      sql`update role_grants set ended_at = now() where role = 'broker' and person_id = ${town.ines}`,
    )
    const email = `place-${town.place.id}@example.org`
    await world.db.execute(
      sql`update places set contact_email = ${email} where id = ${town.place.id}`,
    )
    const { challengeId } = await closed()
    await letPass(world, 'answer_clocks', challengeId, '60 days')
    await work(world)
    expect(await brokers()).toEqual([])
    expect(await lettersTo(world, email)).toHaveLength(1)
  })

  it('two workers at once send one letter', async () => {
    const { challengeId } = await closed()
    await until(challengeId, 'day_at')
    const origin = 'http://localhost:3000'
    await Promise.all([1, 2, 3].map(() => keepAnswerClocks(world.db, origin)))
    await work(world)
    expect(await ruths()).toHaveLength(1)
  })

  it('once everybody has been told it stands, kept or kept late, and nobody is written to', async () => {
    const inTime = await closed()
    const tooLate = await closed()
    await until(tooLate.challengeId, 'due_at')
    for (const { challengeId, all } of [inTime, tooLate])
      await tellNone(
        town,
        challengeId,
        all.map((sent) => told(sent)),
      )
    await work(world)
    expect([
      (await clock(inTime.challengeId)).state,
      (await clock(tooLate.challengeId)).state,
    ]).toEqual(['kept', 'kept-late'])
    expect([...(await ruths()), ...(await brokers())]).toEqual([])
  })

  it('a challenge that was taken back owes nobody a decision', async () => {
    const { challengeId } = await closed()
    await letPass(world, 'answer_clocks', challengeId, '60 days')
    await world.db.execute(
      sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went to the hospital instead.' where id = ${challengeId}`,
    )
    expect(await work(world)).toBe(0)
    expect(await clock(challengeId)).toEqual({ state: 'not-yet', dueAt: null })
  })

  it('told before the worker came by, the clock is wound all the same', async () => {
    const { challengeId, all } = await answered(town, 1)
    await tellNone(
      town,
      challengeId,
      all.map((sent) => told(sent)),
    )
    expect((await clock(challengeId)).state).toBe('kept')
  })

  it('nobody moves or stops it, also not by SQL', async () => {
    const { challengeId } = await closed()
    const at = sql`where challenge_id = ${challengeId}`
    expect(
      await Promise.all([
        bySql(world, sql`update answer_clocks set due_at = due_at + interval '5 days' ${at}`),
        bySql(
          world,
          sql`update answer_clocks set ten_days_at = ten_days_at + interval '5 days' ${at}`,
        ),
        bySql(world, sql`delete from answer_clocks ${at}`),
        bySql(world, sql`update answer_clocks set soon_told = now() ${at}`),
      ]),
    ).toEqual(['HW052', 'HW052', 'HW052', 'done'])
  })

  it('nor begins one before closing, on another day, or as if somebody had been reminded', async () => {
    const byLogin = (statement: SQL) =>
      world.appDb.execute(statement).then(
        () => 'done',
        (error: unknown) => sqlState(error),
      )
    const open = await world.seed.openChallenge({
      place: town.place,
      commissioner: town.ruth,
      council: town.council,
    })
    const begin = (id: string, more: SQL) => sql`
      insert into answer_clocks (challenge_id, place_id, due_at, ten_days_at, soon_at, day_at, late_told)
      select c.id, c.place_id, ${more} from challenges c, lateral (
        select (working_day_after(c.place_id, (c.closes_at at time zone 'Europe/London')::date, 10) + 1)::timestamp
          at time zone 'Europe/London' as ten) t where c.id = ${id}`
    const right = sql`t.ten, t.ten, t.ten, t.ten, null`
    expect(await byLogin(begin(open, right))).toBe('HW088')
    await world.seed.passDeadline(open)
    expect(
      await Promise.all([
        byLogin(
          begin(
            open,
            sql`t.ten + interval '9 days', t.ten + interval '9 days', t.ten, t.ten, null`,
          ),
        ),
        byLogin(begin(open, sql`t.ten - interval '9 days', t.ten, c.closes_at, c.closes_at, null`)),
        byLogin(begin(open, sql`t.ten, t.ten, t.ten, t.ten, clock_timestamp()`)),
      ]),
    ).toEqual(['HW088', 'HW088', 'HW088'])
    expect(await byLogin(begin(open, right))).toBe('done')
  })

  it('there is none for a draft or for nothing', async () => {
    const draft = await world.seed.draft({
      place: town.place,
      commissioner: town.ruth,
      council: town.council,
    })
    for (const id of [draft, someId()])
      expect((await refusal(clock(id))).code).toBe('challenges.not_found')
  })
})
