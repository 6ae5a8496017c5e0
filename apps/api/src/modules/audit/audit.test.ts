import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { record } from './index.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const event = () =>
  ({
    placeId: null,
    actorId: null,
    action: 'places.set-up',
    subject: { kind: 'thing', id: someId() },
  }) as const
const count = async () =>
  Number(
    (await world.db.execute<{ n: string }>(sql`select count(*) n from audit_events`)).rows[0]?.n,
  )

it('a change that fails leaves no trail, and a trail that fails leaves no change (TR2)', async () => {
  const before = await count()
  await expect(
    world.db.transaction(async (tx) => {
      await record(tx, event())
      throw new Error('the change went wrong')
    }),
  ).rejects.toThrow('the change went wrong')
  expect(await count()).toBe(before)
})

it.each([
  ['changed', sql`update audit_events set action = 'nothing.happened'`],
  ['deleted', sql`delete from audit_events`],
  ['emptied', sql`truncate audit_events`],
])('what happened cannot be %s, not even by SQL', async (_, statement) => {
  await record(world.db, event())
  const error = await world.db.execute(statement).catch((e: unknown) => e)
  expect(sqlState(error)).toBe('HW001')
})
