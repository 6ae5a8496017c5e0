import { matchingContract as contract, WEIGHTS } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { decidingTown } from './decisions.fixture.ts'

let world: World
let here: SeededPlace
let ines = ''
let ruth = ''
let challengeId = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  ;({ here, ines, ruth, challengeId } = await decidingTown(world))
})

const list = async () => (await world.as(ines))(contract.forChallenge, { params: { challengeId } })
const attempt = (statement: ReturnType<typeof sql>, db = world.appDb) =>
  db.execute(statement).then(
    () => 'written',
    (error: unknown) => sqlState(error),
  )

describe('how organisations are found is published and locked when a question opens (§4.5, TR3 [G])', () => {
  const published = (id = challengeId) =>
    world.anyone(contract.weightsOf, { params: { challengeId: id } })

  it('anybody reads the weights, and they are those of the list', async () => {
    const { weights, seed, lockedAt } = await published()
    expect(Object.fromEntries(weights.map((w) => [w.part, w.weight]))).toEqual(WEIGHTS)
    const found = await list()
    expect([found.weights, found.seed]).toEqual([weights, seed])
    expect(Math.abs(Date.now() - lockedAt.getTime())).toBeLessThan(60_000)
  })

  it('a draft has none: it looks as if it never was', async () => {
    const draft = await world.seed.draft({ place: here, commissioner: ruth })
    expect((await refusal(published(draft))).code).toBe('challenges.not_found')
    expect(
      await attempt(sql`
        insert into challenge_weights (challenge_id, place_id, theme, reach, lived_experience, complement, "time", sphere)
        values (${draft}, ${here.id}, 100, 0, 0, 0, 0, 0)`),
    ).toBe('HW105')
  })

  it('nobody changes them afterwards, not even whoever owns the tables', async () => {
    const weights = sql`challenge_weights`
    const change = sql`update ${weights} set theme = 30, reach = 20 where challenge_id = ${challengeId}`
    expect(await attempt(change, world.db)).toBe('HW105')
    expect(await attempt(change)).not.toBe('written')
    const end = sql`delete from ${weights} where challenge_id = ${challengeId}`
    expect(await attempt(end, world.db)).toBe('HW105')
    expect(await attempt(end)).not.toBe('written')
    expect(await attempt(sql`truncate ${weights}`, world.db)).not.toBe('written')
    expect((await published()).weights[0]).toEqual({ part: 'theme', weight: 25 })
  })

  it('matching reads those of the challenge and no others', async () => {
    const before = await list()
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`alter table challenge_weights disable trigger user`)
      await tx.execute(
        sql`update challenge_weights set theme = 5, sphere = 25 where challenge_id = ${challengeId}`,
      )
      await tx.execute(sql`update challenge_matches set changes = changes + 1`)
      await tx.execute(sql`alter table challenge_weights enable trigger user`)
    })
    const after = await list()
    expect(after.weights.map((w) => w.weight)).toEqual([5, 25, 15, 20, 10, 25])
    expect(after.items[0]?.parts[0]?.weight).toBe(5)
    expect(before.items[0]?.parts[0]?.weight).toBe(25)
  })
})
