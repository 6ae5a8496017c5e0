import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { inTransaction, sqlState } from '../../db/database.ts'
import { type QuestionTown, questionTools, questionTown } from './questions.fixture.ts'

let world: World
let town: QuestionTown
let tools: ReturnType<typeof questionTools>
beforeAll(async () => {
  world = await startWorld()
  town = await questionTown(world)
  tools = questionTools(world)
})
afterAll(() => world.close())

let challengeId: string
beforeEach(async () => {
  const { place, ruth, council } = town
  challengeId = await world.seed.openChallenge({ place, commissioner: ruth, council })
})

const insert = (more: { id?: SQL; state?: string } = {}) => sql`
  insert into questions (id, place_id, challenge_id, words, state, asked_on, tell_at, remind_at, due_at)
  values (${more.id ?? sql`gen_random_uuid()`}, ${town.place.id}, ${challengeId}, 'Can we start in May instead?',
    ${more.state ?? 'asked'}, '2026-11-23', now(), now(), now())`
/** As the application itself, and as the owner of the tables: neither gets past. */
async function refused(statement: SQL): Promise<string | undefined> {
  const states = []
  for (const db of [world.appDb, world.db])
    states.push(
      sqlState(await inTransaction(db, (tx) => tx.execute(statement)).catch((e: unknown) => e)),
    )
  const [asApplication, asOwner] = states
  // The application may not even be allowed to try.
  return asApplication === '42501' ? asOwner : [...new Set(states)].join()
}
const id = async () =>
  (
    await tools.rows<{ id: string }>(
      sql`select id from questions where challenge_id = ${challengeId}`,
    )
  )[0]?.id
const set = async (change: SQL) =>
  refused(sql`update questions set ${change} where id = ${await id()}`)
const closing = (more: SQL) => sql`closed_by = ${town.ruth}, closed_at = now(), ${more}`

describe('not even by SQL', () => {
  it('is a question asked when the time for it is over (§2.4)', async () => {
    await tools.endQuestions(challengeId)
    expect(await refused(insert())).toBe('HW060')
  })

  it('is one asked on a challenge that closed, or is a draft', async () => {
    await world.seed.passDeadline(challengeId)
    await tools.endQuestions(challengeId, 60_000)
    await world.db.execute(sql`update challenges set state = 'choosing' where id = ${challengeId}`)
    expect(await refused(insert())).toBe('HW060')
    challengeId = await world.seed.draft({ place: town.place, commissioner: town.ruth })
    expect(await refused(insert())).toBe('HW060')
  })

  it('is one born answered, or with an id that tells when', async () => {
    expect(await refused(insert({ state: 'answered' }))).toBe('HW061')
    expect(await refused(insert({ id: sql`'019a0000-0000-7000-8000-000000000001'` }))).toBe('23514')
  })

  it('does a question change, move or go', async () => {
    await tools.ask(challengeId)
    for (const change of [
      sql`words = 'What a wonderful challenge this is!'`,
      sql`asked_on = '2026-01-01'`,
      sql`due_at = now() + interval '1 year'`,
      sql`id = gen_random_uuid()`,
    ])
      expect(await set(change)).toBe('HW061')
    expect(await refused(sql`delete from questions where challenge_id = ${challengeId}`)).toBe(
      'HW061',
    )
    expect(await refused(sql`truncate questions cascade`)).toBe('HW061')
  })

  it('are words taken out of sight by anybody but a broker who says why', async () => {
    await tools.ask(challengeId)
    const hide = (state: string, as: string) =>
      set(closing(sql`words = '', state = ${state}, closed_as = ${as}, reply = ${'x'.repeat(30)}`))
    expect(await hide('declined', 'commissioner')).toBe('HW061')
    expect(await hide('answered', 'broker')).toBe('HW061')
    expect(await set(sql`words = ''`)).toBe('HW061')
  })

  it('is one closed by halves', async () => {
    await tools.ask(challengeId)
    for (const half of [
      sql`state = 'answered', closed_as = 'broker'`,
      sql`state = 'declined', closed_as = 'broker', reply = 'No.'`,
      sql`state = 'asked', closed_as = 'broker', reply = 'Perhaps.'`,
    ])
      expect(await set(closing(half))).toBe('23514')
  })

  it('does an answer change once it is given', async () => {
    await tools.ask(challengeId)
    const reply = closing(sql`state = 'answered', closed_as = 'broker', reply = 'Yes.'`)
    await world.appDb.execute(sql`update questions set ${reply} where id = ${await id()}`)
    for (const change of [sql`reply = 'No.'`, sql`state = 'asked'`, sql`told_at = now()`])
      expect(await set(change)).toBe('HW061')
  })

  it('is one put together with itself', async () => {
    await tools.ask(challengeId)
    expect(
      await set(closing(sql`state = 'merged', closed_as = 'broker', merged_into = ${await id()}`)),
    ).toBe('HW062')
  })
})
