import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { sessionsContract } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { letters } from '../codesign/codesign.fixture.ts'
import {
  comingSession,
  HOUR,
  heldSession,
  onPhone,
  type PayTown,
  payTown,
  wereThere,
} from './payments.fixture.ts'
import { keepPay } from './usecases/clocks.ts'

let world: World
let at: PayTown
beforeAll(async () => {
  world = await startWorld()
  at = await payTown(world)
})
afterAll(() => world.close())

const ofGroup = () => ({ params: { groupId: at.groupId } })
const work = async () => {
  while (await keepPay({ db: world.db, config: world.config }));
}
const cancel = (sessionId: string) =>
  world.db.execute(sql`update group_sessions set state = 'cancelled' where id = ${sessionId}`)

describe('moving a session late is no way round it (§2.11)', () => {
  const move = (sessionId: string, hours: number) =>
    world.db.execute(sql`update group_sessions set starts_at = now() + ${hours}::float8 * interval '1 hour',
      ends_at = now() + (${hours}::float8 + 2) * interval '1 hour' where id = ${sessionId}`)
  const itemsFor = async (call: Awaited<ReturnType<typeof onPhone>>['phone'], sessionId: string) =>
    (await call(contract.mine, ofGroup())).items.filter((i) => i.session.id === sessionId)

  it('to another day within 48 hours: who kept the evening free is paid for it, once; who had said no is not', async () => {
    const kay = await onPhone(world, at, { contactBy: 'email', contact: 'kay-moved@example.org' })
    const no = await onPhone(world, at)
    const sessionId = await comingSession(world, at, 30)
    await world.db.execute(sql`insert into session_replies (place_id, session_id, member_id, answer)
      values (${at.place.id}, ${sessionId}, ${no.memberId}, 'no')`)
    await move(sessionId, 24 * 20)
    await work()
    await work()
    expect(await itemsFor(kay.phone, sessionId)).toMatchObject([
      { why: 'cancelled-late', moved: true, amountPence: 3 * HOUR, state: 'due' },
    ])
    expect(await itemsFor(no.phone, sessionId)).toEqual([])
    const [letter] = await letters(world, 'codesign.pay-choice', 'kay-moved@example.org')
    expect(letter?.body).toContain('was moved late')
    await cancel(sessionId)
    await work()
    expect(await itemsFor(kay.phone, sessionId)).toHaveLength(1)
  })
  it('by an hour, then cancelled “in good time”: the first announced start counts, and it is paid', async () => {
    const kay = await onPhone(world, at)
    const sessionId = await comingSession(world, at, 47.5)
    await move(sessionId, 48.2)
    await cancel(sessionId)
    const { rows } = await world.db.execute(
      sql`select cancelled_late as late from group_sessions where id = ${sessionId}`,
    )
    // Over midnight it is another day, and paid as moved: either way she is paid once.
    expect(rows).toHaveLength(1)
    await work()
    expect(await itemsFor(kay.phone, sessionId)).toMatchObject([
      { why: 'cancelled-late', amountPence: 3 * HOUR },
    ])
  })
  it('in good time it is free, and so is an hour later on the same evening', async () => {
    const kay = await onPhone(world, at)
    const early = await comingSession(world, at, 72)
    await move(early, 24 * 20)
    await work()
    expect(await itemsFor(kay.phone, early)).toEqual([])
    const { rows } = await world.db.execute<{ lost: boolean }>(sql`
      select pay_start_is_lost(s, s.starts_at - interval '1 minute') as lost from group_sessions s
      where id = ${early}`)
    expect(rows[0]?.lost).toBe(false)
  })
  it('whoever comes to the new day is paid for that too: it is another evening', async () => {
    const kay = await onPhone(world, at)
    const sessionId = await comingSession(world, at, 20)
    await move(sessionId, 24 * 9)
    await work()
    await world.db.execute(sql`alter table group_sessions disable trigger user`)
    await world.db.execute(sql`update group_sessions set state = 'held', starts_at = now() - interval '3 hours',
      ends_at = now() - interval '1 hour' where id = ${sessionId}`)
    await world.db.execute(sql`alter table group_sessions enable trigger user`)
    await wereThere(world, at, sessionId, [kay.memberId])
    expect((await itemsFor(kay.phone, sessionId)).map(({ why }) => why).sort()).toEqual([
      'cancelled-late',
      'held',
    ])
  })
})

describe('what people were promised for their time stands as the start does (§2.11, decision 0041)', () => {
  const lower = (sessionId: string, minutes: number) =>
    world.db
      .execute(sql`update group_sessions set paid_minutes = ${minutes} where id = ${sessionId}`)
      .then(
        () => 'done',
        (error: unknown) => sqlState(error),
      )
  const plan = async (sessionId: string, hours: number, paidMinutes: number) => {
    const startsAt = new Date(Date.now() + hours * 3_600_000).toISOString()
    const yusuf = await world.as(at.people.yusuf)
    return yusuf(sessionsContract.change, {
      params: { groupId: at.groupId, sessionId },
      body: {
        ...{ startsAt, minutes: 120, venue: 'Elmside Hall', address: null, gettingThere: '' },
        ...{ stepFree: true, link: null, breaks: '', capacity: null, paidMinutes },
      },
    })
  }
  it('less than 48 hours before it is not lowered, with a sentence that says so, nor after it began', async () => {
    const sessionId = await comingSession(world, at, 30)
    expect((await refusal(plan(sessionId, 30, 60))).code).toBe('sessions.pay_promised')
    expect(await lower(sessionId, 0)).toBe('HW274')
    expect(await lower(await heldSession(world, at), 60)).toBe('HW274')
    await plan(sessionId, 30, 240)
    expect(await lower(sessionId, 180)).toBe('HW274')
  })
  it('nor by moving it back over 48 hours in the same breath; called off late, all of it is paid', async () => {
    const kay = await onPhone(world, at)
    const sessionId = await comingSession(world, at, 30)
    expect((await refusal(plan(sessionId, 24 * 9, 60))).code).toBe('sessions.pay_promised')
    await cancel(sessionId)
    expect(await lower(sessionId, 60)).toBe('HW274')
    await work()
    const { items } = await kay.phone(contract.mine, ofGroup())
    expect(items.filter((i) => i.session.id === sessionId)).toMatchObject([
      { why: 'cancelled-late', amountPence: 3 * HOUR },
    ])
  })
  it('in good time it is a plan like any other', async () => {
    expect(await lower(await comingSession(world, at, 72), 120)).toBe('done')
  })
})
