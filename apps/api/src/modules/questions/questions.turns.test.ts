import { randomBytes } from 'node:crypto'
import { TURNS_A_DAY } from '@howcanwe/shared/questions'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { forgetTurns } from './index.ts'
import { type QuestionTown, questionTools, questionTown } from './questions.fixture.ts'
import { ask } from './usecases/asking.ts'

let world: World
let town: QuestionTown
let challengeId: string
const open = () =>
  world.seed.openChallenge({ place: town.place, commissioner: town.ruth, council: town.council })
beforeAll(async () => {
  world = await startWorld()
  town = await questionTown(world)
})
afterAll(() => world.close())
beforeEach(async () => {
  challengeId = await open()
})

const rows = <T extends Record<string, unknown>>(query: SQL) => questionTools(world).rows<T>(query)
/** Addresses from which nobody else here asks; a collision of numbers would make a test lie once in a thousand. */
let net = 0
const somewhere = () => {
  net += 1
  return `192.0.2.${net}`
}
const askFrom = async (remoteAddress: string, words: string, of = challengeId) => {
  const answer = await world.app.inject({
    method: 'POST',
    url: `/api/v1/challenges/${of}/questions`,
    remoteAddress,
    payload: { words },
  })
  return answer.statusCode === 201 ? 'asked' : answer.json().code
}
const askOften = async (from: string, times: number) => {
  const said: unknown[] = []
  for (let n = 1; n <= times; n++)
    said.push(await askFrom(from, `What about question number ${n}?`))
  return said
}

describe('somebody who asks and asks (T-20)', () => {
  it('is heard five times a day about one challenge, and then told to come back tomorrow', async () => {
    const home = somewhere()
    expect(await askOften(home, TURNS_A_DAY)).toEqual(Array(TURNS_A_DAY).fill('asked'))
    expect(await askFrom(home, 'And what about this one?')).toBe('questions.asked_enough')
    expect(await askFrom(home, 'And what about this one?', await open())).toBe('asked')
  })

  it('is not counted for pressing twice, for a question that is refused, nor once the time is over', async () => {
    const home = somewhere()
    for (let n = 0; n < 9; n++)
      expect(await askFrom(home, 'May we bring our own chairs?')).toBe('asked')
    for (let n = 0; n < 9; n++)
      expect(await askFrom(home, 'Will you ring me on 020 7946 0123?')).toBe(
        'questions.holds_contact',
      )
    expect(
      await rows(sql`select asked from question_turns where challenge_id = ${challengeId}`),
    ).toEqual([{ asked: 1 }])
  })

  it('gets no further by asking two processes at once', async () => {
    const home = somewhere()
    const asks = Array.from({ length: 12 }, (_, n) =>
      ask(
        { db: n % 2 === 0 ? world.appDb : world.db, config: world.config },
        { challengeId, words: `Is this question number ${n}?` },
        home,
      ).then(
        () => 'asked',
        (error: { code?: string }) => error.code,
      ),
    )
    const said = await Promise.all(asks)
    expect(said.filter((one) => one === 'asked')).toHaveLength(TURNS_A_DAY)
    expect(new Set(said)).toEqual(new Set(['asked', 'questions.asked_enough']))
  })

  it('cannot be counted higher by SQL, nor twice', async () => {
    const told = (statement: SQL) =>
      world.appDb.execute(statement).then(
        () => 'done',
        (error: unknown) => sqlState(error),
      )
    await askFrom(somewhere(), 'Is there a lift in the hall?')
    const of = sql`where challenge_id = ${challengeId}`
    expect(await told(sql`update question_turns set asked = 6 ${of}`)).toBe('23514')
    expect(await told(sql`update question_turns set number = 1024 ${of}`)).toBe('23514')
    expect(await told(sql`insert into question_turns select * from question_turns ${of}`)).toBe(
      '23505',
    )
  })
})

describe('what is kept of it (FR-11)', () => {
  it('is in no backup: neither the day’s key nor what was counted is ever written to the log of the database', async () => {
    const kinds = await rows(
      sql`select relname, relpersistence from pg_class where relname in ('question_turns', 'question_turn_keys') order by 1`,
    )
    expect(kinds).toEqual([
      { relname: 'question_turn_keys', relpersistence: 'u' },
      { relname: 'question_turns', relpersistence: 'u' },
    ])
  })

  it('holds no address, no words, no moment and no question', async () => {
    await askFrom('192.0.2.254', 'Is there a lift in the hall?')
    const [row] = await rows(sql`select * from question_turns where challenge_id = ${challengeId}`)
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['asked', 'challenge_id', 'day', 'number'])
    expect(row?.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('was written in another transaction than the question', async () => {
    await askFrom(somewhere(), 'Is there a lift in the hall?')
    const [row] = await rows<{ apart: boolean }>(sql`
      select t.xmin::text <> q.xmin::text as apart from question_turns t, questions q
      where t.challenge_id = ${challengeId} and q.challenge_id = ${challengeId}`)
    expect(row).toEqual({ apart: true })
  })

  it('goes with its day, key and all, by the clock or by the first question of another day', async () => {
    const yesterday = async () => {
      await rows(
        sql`insert into question_turn_keys (day, key) values ('2001-01-01', ${randomBytes(32)})`,
      )
      await rows(sql`insert into question_turns values ('2001-01-01', ${challengeId}, 1, 5)`)
    }
    const days = () =>
      rows(sql`select day from question_turns union select day from question_turn_keys`)
    await rows(sql`delete from question_turn_keys`)
    await yesterday()
    await askFrom(somewhere(), 'Is there a lift in the hall?')
    expect(await days()).not.toContainEqual({ day: '2001-01-01' })
    expect(await days()).toHaveLength(1)
    await yesterday()
    expect(await forgetTurns(world.appDb)).toBe(1)
    expect(await days()).toHaveLength(1)
  })
})
