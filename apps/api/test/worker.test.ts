import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../src/db/database.ts'
import { startWorker } from '../src/worker-loop.ts'
import { startWorld, type World } from './support.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('whoever runs the worker hears that a step of it fails, and it goes on with the others', async () => {
  const place = await world.seed.place()
  const commissioner = await world.seed.person({
    roles: [{ placeId: place.id, role: 'commissioner' }],
  })
  const challengeId = await world.seed.openChallenge({ place, commissioner })
  await world.seed.passDeadline(challengeId)
  await world.db.execute('alter table outbox rename to outbox_away')
  const heard: unknown[] = []
  const worker = await startWorker(world.config, (error) => heard.push(error))
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBeGreaterThan(0)
  await expect
    .poll(async () => (await world.db.execute(`select state from challenges`)).rows)
    .toEqual([{ state: 'choosing' }])
  await worker.close()
  await world.db.execute('alter table outbox_away rename to outbox')
})

it('a transaction that waits for a mail server may wait longer than one that waits for us', async () => {
  const idle = async (idleInTransaction?: number) => {
    const { pool, close } = openDatabase({
      url: world.config.databaseUrl,
      max: 1,
      idleInTransaction,
    })
    const { rows } = await pool.query('show idle_in_transaction_session_timeout')
    await close()
    return rows[0].idle_in_transaction_session_timeout
  }
  expect(await idle()).toBe('10s')
  expect(await idle(30_000)).toBe('30s')
})
