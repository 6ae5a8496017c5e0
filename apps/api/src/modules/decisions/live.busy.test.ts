import { sql } from 'drizzle-orm'
import type { FastifyError, FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { buildApp } from '../../app.ts'
import { type Database, openDatabase } from '../../db/database.ts'
import { known } from '../../http/problems.ts'
import { town } from '../codesign/codesign.fixture.ts'

let world: World
/** A process with one connection to the database, and somebody to hold it. */
let small: FastifyInstance
let only: Database
let close: () => Promise<void>
let live = ''
let yusuf = ''

beforeAll(async () => {
  world = await startWorld()
  const t = await town(world)
  live = `/api/v1/groups/${t.groupId}/live`
  yusuf = `Bearer ${await world.tokenOf(t.people.yusuf)}`
  const database = openDatabase({ url: world.config.databaseUrl, max: 1 })
  const quiet = () => undefined
  only = database.db
  small = await buildApp({
    db: only,
    config: world.config,
    clock: () => new Date(),
    log: { info: quiet, warn: quiet, error: quiet },
  })
  close = () => small.close().then(() => database.close())
}, 60_000)
afterAll(async () => {
  await close()
  await world.close()
})

const looks = (authorization?: string) =>
  small.inject({ url: live, ...(authorization ? { headers: { authorization } } : {}) })

/** The code a phone would be told where this goes wrong. */
const looksOf = async (asked: PromiseLike<unknown>): Promise<string | undefined> => {
  try {
    await asked
    return undefined
  } catch (error) {
    return known(error as FastifyError)?.code
  }
}

const terminated = async (): Promise<number | null> =>
  (
    await world.db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity where query like '%pg_sleep%'
        and state = 'active' and pid <> pg_backend_pid() and datname = current_database()`,
    )
  ).rowCount

/** Begins at once, unlike a query nobody waits for. */
const holds = (seconds: number) => only.execute(sql`select pg_sleep(${seconds})`).then(() => true)

describe('a phone that opens a stream while the hall keeps every connection busy', () => {
  it.each<[string, () => string | undefined]>([
    ['Yusuf, signed in', () => yusuf],
    ['somebody on a phone without an account', () => undefined],
  ])(
    '%s is told to come back in two seconds, not that something broke',
    async (_, who) => {
      const held = holds(3)
      const answer = await looks(who())
      expect([answer.statusCode, answer.json().code]).toEqual([503, 'request.busy'])
      expect(answer.headers['retry-after']).toBe('2')
      await held
    },
    20_000,
  )

  it('nor where the database hangs up in the middle of its question, or is away', async () => {
    const cut = looksOf(holds(5))
    await expect.poll(terminated).toBe(1)
    expect(await cut).toBe('request.busy')
    const away = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/nothing', max: 1 })
    expect(await looksOf(away.db.execute(sql`select 1`))).toBe('request.busy')
    await away.close()
  }, 20_000)
})
