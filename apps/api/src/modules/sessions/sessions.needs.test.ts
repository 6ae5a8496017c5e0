import { sessionsContract as contract } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { letters, tablesHolding } from '../codesign/codesign.fixture.ts'
import { isOverSince, refusedBy, say, townWithSession, voice } from './sessions.fixture.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const SAID = 'Captions, and a seat near the speaker'

/** Mr Okafor comes and has said what he needs. */
async function withNeed() {
  const at = await townWithSession(world)
  const okafor = await voice(world, at, { contactBy: 'email', contact: 'okafor@example.org' })
  await say(okafor.phone, at.params, 'yes')
  const { id: needId } = await okafor.phone(contract.say, {
    params: { groupId: at.groupId },
    body: { kind: 'hearing', words: SAID },
  })
  const need = { ...at.params, needId }
  const step = (state: 'arranged' | 'confirmed' | 'explained' | 'met' | 'not-met', words = '') =>
    at.yusuf(contract.setNeed, { params: need, body: { state, words } })
  const confirm = () => at.yusuf(contract.step, { params: at.params, body: { to: 'confirmed' } })
  const fits = (is: boolean) =>
    okafor.phone(contract.answerNeed, { params: need, body: { fits: is } })
  return { ...at, okafor, need, needId, step, confirm, fits }
}

const stateOf = async (sessionId: string) =>
  (
    await world.db.execute<{ state: string }>(
      sql`select state from group_sessions where id = ${sessionId}`,
    )
  ).rows[0]?.state

describe('what Mr Okafor needs (J-18)', () => {
  it('is said once, arranged, confirmed by him, and then the session can be confirmed', async () => {
    const { confirm, step, fits, okafor, params, groupId } = await withNeed()
    expect((await refusal(confirm())).code).toBe('sessions.needs_open')
    await step('arranged', 'Live captions on the screen, first row kept')
    expect((await refusal(confirm())).code).toBe('sessions.needs_open')
    const [letter] = await letters(world, 'sessions.need', 'okafor@example.org')
    expect(letter?.body).not.toMatch(/captions/i)
    const own = await okafor.phone(contract.ownWords, {
      params: { groupId },
      body: { sessionId: params.sessionId },
    })
    expect(own.items).toMatchObject([
      { kind: 'hearing', words: SAID, arranged: 'Live captions on the screen, first row kept' },
    ])
    await fits(true)
    expect((await confirm()).state).toBe('confirmed')
  })

  it('may be explained to him where it cannot be, with words, and then the session can be confirmed', async () => {
    const { confirm, step } = await withNeed()
    expect((await refusal(step('explained'))).code).toBe('sessions.say_what')
    await step('explained', 'No captions this time; a friend takes notes on a tablet for you')
    expect((await confirm()).state).toBe('confirmed')
  })

  it('is read by nobody else: not in a table, a letter, the trail or another’s page', async () => {
    const at = await withNeed()
    const other = await voice(world, at)
    expect(await tablesHolding(world, 'near the speaker')).toEqual([])
    const seen = JSON.stringify(await other.phone(contract.read, { params: at.params }))
    expect(seen).not.toContain(at.needId)
    expect(JSON.stringify(await at.yusuf(contract.plan, { params: at.params }))).not.toContain(SAID)
  })

  it('is opened by Yusuf one by one, and each opening is in the trail', async () => {
    const { yusuf, need, okafor } = await withNeed()
    const opened = await yusuf(contract.openNeed, { params: need, body: {} })
    expect(opened).toMatchObject({ kind: 'hearing', words: SAID })
    const { rows } = await world.db.execute(
      sql`select 1 from audit_events where action = 'vault.read' and subject_id = ${okafor.id}`,
    )
    expect(rows).toHaveLength(1)
  })

  it('not met, it is said so after the session, with an apology', async () => {
    const { step, fits, params, need, yusuf } = await withNeed()
    await step('arranged', 'Captions')
    await fits(true)
    expect((await refusal(step('met'))).code).toBe('sessions.not_arranged_yet')
    await isOverSince(world, params.sessionId, 1)
    expect((await fits(false)).state).toBe('not-met')
    expect((await refusal(step('not-met'))).code).toBe('sessions.say_what')
    await step('not-met', 'Sorry: the screen failed. We test it the day before from now on.')
    expect((await yusuf(contract.openNeed, { params: need, body: {} })).arranged).toMatch(/^Sorry/)
  })

  it('is gone with its words when he takes it back', async () => {
    const { okafor, groupId, needId, confirm } = await withNeed()
    await okafor.phone(contract.takeBackNeed, { params: { groupId, needId } })
    const { rows } = await world.db.execute(
      sql`select 1 from vault_boxes where subject_id = ${okafor.id}`,
    )
    expect(rows).toEqual([])
    expect((await confirm()).state).toBe('confirmed')
  })
})

describe('what somebody wrote when they joined', () => {
  it('is an open need of every session they have not said no to', async () => {
    const at = await townWithSession(world)
    const rosa = await voice(world, at, { needs: 'A chair with arms' })
    const confirm = () => at.yusuf(contract.step, { params: at.params, body: { to: 'confirmed' } })
    expect((await refusal(confirm())).code).toBe('sessions.needs_open')
    await say(rosa.phone, at.params, 'maybe')
    const plan = await at.yusuf(contract.plan, { params: at.params })
    expect(plan.needs).toMatchObject([{ fromJoining: true, state: 'stated', open: true }])
    expect((await refusal(confirm())).code).toBe('sessions.needs_open')
    await say(rosa.phone, at.params, 'no')
    expect((await confirm()).state).toBe('confirmed')
  })
})

describe('a session that is confirmed', () => {
  it('is checked again when somebody says what they need, and Yusuf is told', async () => {
    const at = await townWithSession(world)
    const okafor = await voice(world, at)
    await say(okafor.phone, at.params, 'yes')
    await at.yusuf(contract.step, { params: at.params, body: { to: 'confirmed' } })
    await okafor.phone(contract.say, {
      params: { groupId: at.groupId },
      body: { kind: 'moving', words: 'A ramp' },
    })
    expect(await stateOf(at.sessionId)).toBe('access-check')
    expect(await letters(world, 'sessions.open-again')).toHaveLength(1)
  })

  it('is checked again when somebody with an open need says they come after all', async () => {
    const { confirm, okafor, params } = await withNeed()
    await say(okafor.phone, params, 'no')
    await confirm()
    await say(okafor.phone, params, 'maybe')
    expect(await stateOf(params.sessionId)).toBe('access-check')
    expect(await letters(world, 'sessions.open-again')).toHaveLength(1)
  })

  it('never is while a need is open, whoever writes into the tables [G]', async () => {
    const { step, fits, confirm, params, needId, place, okafor } = await withNeed()
    const set = () =>
      world.db.execute(
        sql`update group_sessions set state = 'confirmed' where id = ${params.sessionId}`,
      )
    expect(await refusedBy(set)).toBe('HW194')
    const skip = () =>
      world.db.execute(sql`insert into session_needs (place_id, session_id, need_id, state)
        values (${place.id}, ${params.sessionId}, ${needId}, 'confirmed')`)
    expect(await refusedBy(skip)).toBe('HW192')
    await step('arranged', 'Captions')
    await fits(true)
    await confirm()
    await world.db.execute(sql`update session_needs set state = 'stated' where need_id = ${needId}`)
    expect(await stateOf(params.sessionId)).toBe('access-check')
    await world.db.execute(sql`delete from session_needs where need_id = ${needId}`)
    expect(await refusedBy(set)).toBe('HW194')
    await world.db.execute(sql`insert into vault_boxes (id, place_id, subject_id, field, sealed)
      values (gen_random_uuid(), ${place.id}, ${okafor.id}, 'sessions.need-99', 'x')`)
    expect(await refusedBy(set)).toBe('HW194')
  })

  it.each(['read committed', 'repeatable read', 'serializable'])(
    'nor when a need and the confirmation race, at %s [G]',
    async (level) => {
      const at = await townWithSession(world)
      const people = await Promise.all(Array.from({ length: 6 }, () => voice(world, at)))
      for (const { phone } of people) await say(phone, at.params, 'yes')
      const inOne = (statement: ReturnType<typeof sql>) =>
        world.db
          .transaction(async (tx) => {
            await tx.execute(sql.raw(`set transaction isolation level ${level}`))
            await tx.execute(sql`select state from group_sessions where id = ${at.sessionId}`)
            await new Promise((done) => setTimeout(done, 30))
            await tx.execute(statement)
            await new Promise((done) => setTimeout(done, 30))
          })
          .catch(() => undefined)
      const confirms = Array.from({ length: 3 }, () =>
        inOne(
          sql`update group_sessions set state = 'confirmed' where id = ${at.sessionId} and state <> 'confirmed'`,
        ),
      )
      const needs = people.map(({ id }) =>
        inOne(sql`insert into vault_boxes (id, place_id, subject_id, field, sealed)
          values (gen_random_uuid(), ${at.place.id}, ${id}, 'sessions.need-1', 'x')`),
      )
      await Promise.all([...confirms, ...needs])
      const { rows } = await world.db.execute<{ state: string; open: number }>(sql`
        select state, session_open_needs(id) as open from group_sessions where id = ${at.sessionId}`)
      expect(rows[0]?.state === 'confirmed' && (rows[0]?.open ?? 0) > 0).toBe(false)
    },
  )
})
