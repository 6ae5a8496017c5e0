import { amendmentsContract } from '@howcanwe/shared/amendments'
import { type SQL, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import {
  amend,
  answer,
  at,
  CLOSES,
  inTown,
  log,
  open,
  place,
  read,
  reason,
  ruth,
  world,
} from './amendments.fixture.ts'
import { resumeDue } from './index.ts'

inTown()

describe('somebody with the database open before them', () => {
  const line = (id: string, more: { kind?: string; columns?: string } = {}) => sql`
    insert into amendments (id, place_id, challenge_id, kind, changes, columns, reason, made_by)
    values (${someId()}, ${place.id}, ${id}, ${more.kind ?? 'substance'}, '[]', ${more.columns ?? '{}'}, 'A reason of some length', ${ruth})`
  const together = (...statements: SQL[]) =>
    world.db
      .transaction(async (tx) => {
        for (const one of statements) await tx.execute(one)
      })
      .then(
        () => 'went through',
        (error: unknown) => sqlState(error),
      )
  const set = (id: string, what: SQL) => sql`update challenges set ${what} where id = ${id}`
  const longer = sql`closes_at = closes_at + interval '7 days'`

  it('cannot change anything silently (M14 = 0)', async () => {
    const id = await open()
    expect(await together(set(id, sql`starts_on = '2099-05-04'`))).toBe('HW003')
    await world.db.execute(line(id, { columns: '{starts_on,closes_at}' }))
    expect(await together(set(id, sql`starts_on = '2099-05-04', ${longer}`))).toBe('HW003')
  })

  it('cannot change what the line does not name, nor criteria and weights whatever it names', async () => {
    const id = await open()
    const named = line(id, {
      columns: '{starts_on,question,cohort_size,eligibility,criteria,weight}',
    })
    for (const what of [
      sql`summary = 'Another'`,
      sql`question = 'How can we do something else?'`,
      sql`cohort_size = 6`,
      sql`eligibility = '["Are you big?"]'`,
    ])
      expect(await together(named, set(id, what))).toBe('HW003')
    expect(
      await together(
        named,
        sql`update challenge_criteria set weight = 50 where challenge_id = ${id} and position < 2`,
      ),
    ).toBe('HW003')
  })

  it('cannot change substance without giving time, nor take money or time, nor call figures a typing error', async () => {
    const id = await open()
    const columns = '{starts_on,closes_at,backfill_pence,hours_per_month}'
    const named = line(id, { columns })
    expect(await together(named, set(id, sql`starts_on = '2099-05-04'`))).toBe('HW012')
    expect(await together(named, set(id, sql`backfill_pence = 1, ${longer}`))).toBe('HW012')
    expect(await together(named, set(id, sql`closes_at = closes_at - interval '1 minute'`))).toBe(
      'HW012',
    )
    const typo = line(id, { kind: 'typo', columns })
    expect(await together(typo, set(id, sql`hours_per_month = 99`))).toBe('HW012')
  })

  it('cannot reword or lose a line of the log', async () => {
    const id = await open()
    await world.db.execute(line(id))
    expect(
      await together(sql`update amendments set reason = 'Another' where challenge_id = ${id}`),
    ).toBe('HW001')
    expect(await together(sql`delete from amendments where challenge_id = ${id}`)).toBe('HW001')
    expect(await together(sql`truncate amendments`)).toBe('HW001')
  })
})

describe('a pause (§2.4)', () => {
  const dayFromNow = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const pause = async (id: string, days = 7) =>
    (await world.as(ruth))(amendmentsContract.pause, {
      ...at(id),
      body: { reason, until: dayFromNow(days) },
    })
  /** As if days had passed: past the guard, which lets nobody move it. */
  const pausedSince = (id: string, days: number) =>
    world.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(
        sql`update challenges set paused_at = paused_at - make_interval(days => ${days}), paused_until = ${dayFromNow(-2)} where id = ${id}`,
      )
    })

  it('stops the clock for everybody and says why; going on, nobody has lost a minute', async () => {
    const id = await open()
    expect(await pause(id)).toMatchObject({ state: 'paused', closesAt: CLOSES })
    expect((await read(id)).pausedReason).toBe(reason)
    expect((await refusal(answer(id))).code).toBe('challenges.paused')
    expect((await refusal(amend(id, 'typo', { whyNow: 'x' }, { version: 2 }))).code).toBe(
      'challenges.wrong_state',
    )
    await pausedSince(id, 3)
    const again = await (await world.as(ruth))(amendmentsContract.resume, { ...at(id), body: {} })
    const gained = (again.closesAt.getTime() - CLOSES.getTime()) / 86_400_000
    expect(gained).toBeGreaterThanOrEqual(3)
    expect(gained).toBeLessThan(3.1)
    await answer(id)
    expect((await log(id)).map((entry) => entry.kind)).toEqual(['resume', 'pause'])
  })

  it('ends by itself after its last day', async () => {
    const id = await open()
    await pause(id)
    expect(await resumeDue(world)).toBe(false)
    await pausedSince(id, 9)
    expect(await resumeDue(world)).toBe(true)
    expect((await read(id)).state).toBe('open')
  })

  it('has an end within sixty days', async () => {
    const id = await open()
    for (const days of [0, 62])
      expect((await refusal(pause(id, days))).code).toBe('amendments.pause_too_long')
  })

  it('comes three times at most, and for ninety days in all', async () => {
    const id = await open()
    const goOn = async () =>
      (await world.as(ruth))(amendmentsContract.resume, { ...at(id), body: {} })
    await pause(id, 50)
    await pausedSince(id, 50)
    await goOn()
    expect((await refusal(pause(id, 45))).code).toBe('amendments.paused_enough')
    await pause(id, 35)
    await goOn()
    await pause(id, 1)
    await goOn()
    expect((await refusal(pause(id, 1))).code).toBe('amendments.paused_enough')
  })

  it('cannot be used by the application’s own login to take time, nor begin after closing', async () => {
    const told = (what: SQL, id: string) =>
      world.appDb.execute(sql`update challenges set ${what} where id = ${id}`).then(
        () => 'went through',
        (error: unknown) => sqlState(error),
      )
    const id = await open()
    const ahead = sql`state = 'paused', paused_at = now() + interval '20 days', paused_reason = ${reason}, paused_until = ${dayFromNow(20)}`
    expect(await told(ahead, id)).toBe('went through')
    const sooner = sql`state = 'open', closes_at = closes_at - interval '10 days'`
    expect(await told(sooner, id)).toBe('HW012')
    for (const at of [sql`null`, sql`now() + interval '20 days'`])
      expect(await told(sql`paused_at = ${at}`, id)).toBe('HW012')
    expect(await told(sql`paused_until = '2099-01-01'`, id)).toBe('HW012')
    expect(await told(sql`paused_reason = 'Another reason, said later on.'`, id)).toBe('HW012')
    await pausedSince(id, 2)
    expect(await told(sql`state = 'open'`, id)).toBe('HW012')
    const fewerQuestions = sql`state = 'open', closes_at = closes_at + interval '2 days'`
    expect(await told(fewerQuestions, id)).toBe('HW012')

    const closed = await open()
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(
        sql`update challenges set closes_at = now() - interval '1 hour' where id = ${closed}`,
      )
    })
    expect(await told(ahead, closed)).toBe('HW012')
  })
})
