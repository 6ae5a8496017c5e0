import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { agrees, asked, no, passDays, says, type Two, two, yes } from './introductions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const told = (statement: SQL) =>
  world.appDb.execute(statement).then(
    () => 'done',
    (error: unknown) => sqlState(error),
  )

const to = (id: string, state: string) =>
  sql`update introductions set state = ${state}, both_yes_at = case when ${state} in ('both-yes', 'met', 'done') then now() end,
    ended_at = case when ${state} in ('done', 'ended') then now() end,
    outcome = case when ${state} = 'done' then 'partnership' end where id = ${id}`
const side = (id: string, turn: string, set: SQL) =>
  sql`update introduction_sides set ${set} where introduction_id = ${id} and turn = ${turn}`
const YES = sql`answer = 'yes', answered_at = now(), known = 'never-met', share = 'email', tell_at = now()`

describe('whoever writes past the product (BR3 [G])', () => {
  it.each(['both-yes', 'met', 'done', 'asked-second', 'ended'])(
    'brings a draft no further than the first question: not %s',
    async (state) => {
      const t = await two(world)
      expect(await told(to(t.id, state))).toBe('HW115')
    },
  )

  it('introduces nobody on one yes, nor on a yes and a no', async () => {
    const t = await two(world)
    await asked(world, t)
    await agrees(world, t)
    expect(await told(to(t.id, 'both-yes'))).toBe('HW115')
    await says(world, t, 'bram', no)
    expect(await told(to(t.id, 'both-yes'))).toBe('HW115')
    expect(await told(to(t.id, 'met'))).toBe('HW115')
  })

  it.each<[string, (t: Two) => SQL, string]>([
    [
      'ask the second before the first has said yes',
      (t) => side(t.id, 'second', sql`asked_at = now(), answer_by = now()`),
      'HW116',
    ],
    ['answer for the second, who was not asked', (t) => side(t.id, 'second', YES), 'HW116'],
    [
      'change who is introduced',
      (t) => side(t.id, 'first', sql`organisation_id = ${t.homes}`),
      'HW116',
    ],
    ['change what was said of them', (t) => side(t.id, 'first', sql`about = 'x'`), 'HW116'],
    [
      'give them more time',
      (t) => side(t.id, 'first', sql`answer_by = answer_by + interval '1 day'`),
      'HW116',
    ],
    ['tell the first before their time', (t) => side(t.id, 'first', sql`told_at = now()`), 'HW116'],
    ['end it before its time', (t) => to(t.id, 'ended'), 'HW115'],
    [
      'take one side out',
      (t) => sql`delete from introduction_sides where introduction_id = ${t.id} and turn = 'first'`,
      'HW116',
    ],
    ['take all of it away', (t) => sql`delete from introductions where id = ${t.id}`, 'HW115'],
    ['say what came of it', (t) => side(t.id, 'first', sql`outcome = 'partnership'`), '23514'],
  ])('cannot %s', async (_, statement, state) => {
    const t = await two(world)
    await asked(world, t)
    const answer = await told(statement(t))
    // The first of several guards to look says no; each of them does.
    expect([state, 'HW116']).toContain(answer)
  })

  it('an answer stands, and none is given when the time is over', async () => {
    const t = await two(world)
    await asked(world, t)
    await says(world, t, 'amina', no)
    expect(await told(side(t.id, 'first', YES))).toBe('HW116')
    expect(await told(side(t.id, 'first', sql`answer = null, answered_at = null`))).toBe('HW116')
    const late = await two(world)
    await asked(world, late)
    await passDays(world, late, 22)
    expect(await told(side(late.id, 'first', YES))).toBe('HW116')
  })

  it('a yes is not taken back once both have said it', async () => {
    const t = await two(world)
    await asked(world, t)
    await agrees(world, t)
    await says(world, t, 'bram', yes())
    expect(await told(side(t.id, 'first', sql`answer = 'taken-back'`))).toBe('HW116')
  })

  it('a yes stands after a day, and nobody else is asked before it does (HW147)', async () => {
    const t = await two(world)
    await asked(world, t)
    await says(world, t, 'amina', yes())
    const askBram = side(t.id, 'second', sql`asked_at = now(), answer_by = now()`)
    expect(await told(askBram)).toBe('HW147')
    await agrees(world, t)
    expect(await told(side(t.id, 'first', sql`answer = 'taken-back'`))).toBe('HW147')
    const resting = await two(world)
    await asked(world, resting)
    await world.db.execute(
      sql`update organisations set state = 'paused' where id = ${resting.homes}`,
    )
    await agrees(world, resting)
    expect(await told(side(resting.id, 'first', sql`answer = 'taken-back'`))).toBe('HW147')
  })

  it('whoever rests is not asked (FR-12)', async () => {
    const t = await two(world)
    await world.db.execute(sql`update organisations set state = 'paused' where id = ${t.carers}`)
    const ask = side(t.id, 'first', sql`asked_at = now(), answer_by = now()`)
    expect(await told(ask)).toBe('HW117')
  })
})
