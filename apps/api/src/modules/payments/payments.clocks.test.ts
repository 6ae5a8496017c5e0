import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { letters } from '../codesign/codesign.fixture.ts'
import {
  ACCOUNT,
  comingSession,
  HOUR,
  heldSession,
  onPhone,
  type PayTown,
  payTown,
  takeFile,
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
/** As if so many days had passed: for what clocks look at, guards stay where they are. */
async function passed(itemId: string, what: 'choose_by' | 'approve_by' | 'pay_by') {
  await world.db.execute(
    sql`update pay_items set ${sql.identifier(what)} = now() - interval '1 minute' where id = ${itemId}`,
  )
}

describe('a session that is cancelled late is paid (§2.11)', () => {
  it('everybody who would have come is owed the whole paid time, by itself and once', async () => {
    const kay = await onPhone(world, at, { contactBy: 'email', contact: 'kay-late@example.org' })
    const no = await onPhone(world, at)
    const sessionId = await comingSession(world, at, 30)
    await world.db.execute(sql`insert into session_replies (place_id, session_id, member_id, answer)
      values (${at.place.id}, ${sessionId}, ${no.memberId}, 'no')`)
    await cancel(sessionId)
    await work()
    await work()
    const items = (await kay.phone(contract.mine, ofGroup())).items
    expect(items.filter((i) => i.session.id === sessionId)).toMatchObject([
      {
        why: 'cancelled-late',
        amountPence: 3 * HOUR,
        state: 'due',
        minutes: 120,
        preparationMinutes: 60,
      },
    ])
    expect((await no.phone(contract.mine, ofGroup())).items).toEqual([])
    const [letter] = await letters(world, 'codesign.pay-choice', 'kay-late@example.org')
    expect(letter?.body).toContain('cancelled late')
  })
  it('one that is cancelled in good time is not', async () => {
    const kay = await onPhone(world, at)
    await cancel(await comingSession(world, at, 72))
    await work()
    expect((await kay.phone(contract.mine, ofGroup())).items).toEqual([])
  })
})

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

describe('a session that was held is paid (CD4)', () => {
  it('by itself from the list of who was there, an hour after it was saved', async () => {
    const kay = await onPhone(world, at)
    const away = await onPhone(world, at)
    const sessionId = await heldSession(world, at, 5)
    for (const [memberId, came] of [
      [kay.memberId, true],
      [away.memberId, false],
    ] as const)
      await world.db.execute(sql`insert into session_attendance (place_id, session_id, member_id, came, entered_by)
        values (${at.place.id}, ${sessionId}, ${memberId}, ${came}, ${at.people.yusuf})`)
    await work()
    expect((await kay.phone(contract.mine, ofGroup())).items).toEqual([])
    await world.db.execute(sql`alter table session_attendance disable trigger user`)
    await world.db.execute(sql`update session_attendance set entered_at = now() - interval '2 hours'
      where member_id = ${kay.memberId}`)
    await world.db.execute(sql`alter table session_attendance enable trigger user`)
    await work()
    await work()
    expect((await kay.phone(contract.mine, ofGroup())).items).toMatchObject([
      { why: 'held', minutes: 120, preparationMinutes: 60, amountPence: 3 * HOUR },
    ])
    expect((await away.phone(contract.mine, ofGroup())).items).toEqual([])
  })
})

describe('clocks of the place’s working days', () => {
  async function owed(more: Parameters<typeof onPhone>[2] = {}) {
    const who = await onPhone(world, at, more)
    const sessionId = await heldSession(world, at)
    await wereThere(world, at, sessionId, [who.memberId])
    const item = (await who.phone(contract.mine, ofGroup())).items[0]
    return { ...who, sessionId, itemId: item?.id ?? '' }
  }
  it('she is reminded once that we need her choice', async () => {
    const { itemId } = await owed({ contactBy: 'email', contact: 'kay-mind@example.org' })
    await passed(itemId, 'choose_by')
    await work()
    await work()
    expect(await letters(world, 'codesign.pay-reminder', 'kay-mind@example.org')).toHaveLength(1)
  })
  it('whom nobody can write to is on the facilitator’s list to ring, and their spoken choice is written down', async () => {
    const { memberId, itemId } = await owed({ contactBy: 'someone', contact: 'Ask at the library' })
    const yusuf = await world.as(at.people.yusuf)
    const { ring } = await yusuf(contract.ofGroup, ofGroup())
    expect(ring.map((r) => r.memberId)).toContain(memberId)
    const params = { groupId: at.groupId, itemId }
    const body = { choice: 'charity', charity: 'Hospice', saidBy: 'phone', readBack: true } as const
    expect(await yusuf(contract.chooseFor, { params, body })).toMatchObject({
      choice: 'charity',
      saidBy: 'phone',
      state: 'chosen',
    })
  })
  it('a clerk hears of a yes that is late, and clerk and facilitator of money that is', async () => {
    const { phone, itemId } = await owed()
    const params = { groupId: at.groupId, itemId }
    await phone(contract.choose, { params, body: { choice: 'all' } })
    await phone(contract.setWay, { ...ofGroup(), body: { to: { kind: 'cash' } } })
    await passed(itemId, 'approve_by')
    await work()
    expect(await letters(world, 'codesign.pay-approve-late')).not.toEqual([])
    const clerk = await world.as(at.people.clerk)
    await clerk(contract.approve, { body: { placeId: at.place.id, itemIds: [itemId] } })
    await passed(itemId, 'pay_by')
    await work()
    expect(await letters(world, 'codesign.pay-late')).toHaveLength(2)
    expect((await phone(contract.mine, ofGroup())).items[0]?.late).toBe(true)
  })
  it('whoever runs the group is asked who was there, a working day after, once', async () => {
    await heldSession(world, at, 24 * 9)
    await work()
    await work()
    const asked = await letters(world, 'codesign.pay-confirm')
    expect(asked.filter((l) => l.subject.startsWith('Who was there?'))).toHaveLength(1)
  })
})

describe('fares beforehand, so that nobody lays money out', () => {
  it('is asked before the session, paid before it, and settled after: what it cost more is an item of its own', async () => {
    const { phone, memberId } = await onPhone(world, at)
    const sessionId = await comingSession(world, at, 30)
    const body = {
      sessionId,
      why: 'fares',
      pence: 400,
      words: 'Bus',
      receipt: false,
      advance: true,
    } as const
    const asked = await phone(contract.claim, { ...ofGroup(), body })
    expect(asked).toMatchObject({ advance: true, state: 'chosen' })
    const late = { ...body, advance: false }
    expect((await refusal(phone(contract.claim, { ...ofGroup(), body: late }))).code).toBe(
      'payments.beforehand',
    )
    await phone(contract.setWay, { ...ofGroup(), body: { to: ACCOUNT } })
    const yusuf = await world.as(at.people.yusuf)
    await yusuf(contract.confirm, { params: { groupId: at.groupId, itemId: asked.id }, body: {} })
    const clerk = await world.as(at.people.clerk)
    const batch = await clerk(contract.approve, {
      body: { placeId: at.place.id, itemIds: [asked.id] },
    })
    await takeFile(world, at, batch.id)
    await clerk(contract.outcome, { params: { batchId: batch.id }, body: { outcome: 'paid' } })
    expect((await yusuf(contract.ofGroup, ofGroup())).figures).toMatchObject({
      prepaid: 1,
      prepaidShare: 1,
    })
    await world.db.execute(
      sql`update group_sessions set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = ${sessionId}`,
    )
    const params = { groupId: at.groupId, itemId: asked.id }
    const settled = await phone(contract.settle, { params, body: { pence: 520, receipt: false } })
    expect(settled).toMatchObject({ state: 'settled', settledPence: 520 })
    const { items } = await phone(contract.mine, ofGroup())
    expect(items.filter((i) => !i.advance)).toMatchObject([{ kind: 'expense', amountPence: 120 }])
    expect(memberId).toBeTruthy()
  })
  it('whoever rings has it written down and read back: a fare beforehand, and what was spent, confirmed with that', async () => {
    const kay = await onPhone(world, at, { contactBy: 'someone', contact: 'Ask at the library' })
    const coming = await comingSession(world, at, 60)
    const yusuf = await world.as(at.people.yusuf)
    const params = { groupId: at.groupId, memberId: kay.memberId }
    const fare = {
      ...{ sessionId: coming, why: 'fares', pence: 460, words: 'Taxi', receipt: false },
      ...{ advance: true, saidBy: 'phone', readBack: true },
    } as const
    expect(await yusuf(contract.claimFor, { params, body: fare })).toMatchObject({
      advance: true,
      state: 'chosen',
      confirmed: true,
      saidBy: 'phone',
      member: { id: kay.memberId },
    })
    const { claims } = await yusuf(contract.ofGroup, ofGroup())
    expect(claims.people.map(({ id }) => id)).toContain(kay.memberId)
    expect(claims.sessions.find(({ id }) => id === coming)).toMatchObject({ begun: false })
    const spent = { ...fare, sessionId: await heldSession(world, at), advance: false, pence: 1_001 }
    const over = yusuf(contract.claimFor, { params, body: spent })
    expect((await refusal(over)).code).toBe('payments.receipt_needed')
    const mine = (await kay.phone(contract.mine, ofGroup())).items
    expect(mine).toMatchObject([{ amountPence: 460, saidBy: 'phone' }])
    const noor = await world.as(at.people.noor)
    expect((await refusal(noor(contract.claimFor, { params, body: fare }))).code).toBe(
      'codesign.group_not_found',
    )
  })
  it('above what the place said, a receipt is needed; twice the same is asked once', async () => {
    const { phone } = await onPhone(world, at)
    const sessionId = await heldSession(world, at)
    const body = {
      sessionId,
      why: 'care',
      pence: 1_001,
      words: 'Sitter',
      receipt: false,
      advance: false,
    } as const
    const claim = (more = {}) => phone(contract.claim, { ...ofGroup(), body: { ...body, ...more } })
    expect((await refusal(claim())).code).toBe('payments.receipt_needed')
    await claim({ receipt: true })
    expect((await refusal(claim({ pence: 500 }))).code).toBe('payments.claimed_already')
  })
})

describe('what was promised is never less (TR3)', () => {
  it('a lower rate set later does not lower what this group gets; a higher one counts from its day', async () => {
    const kay = await onPhone(world, at)
    const sam = await world.as(at.people.sam)
    const rate = (pence: number) =>
      sam(contract.setRate, {
        body: {
          placeId: at.place.id,
          what: 'hour',
          pence,
          fromDay: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
          source: 'Cabinet, this week',
        },
      })
    await world.db.execute(sql`alter table challenges disable trigger user`)
    await world.db.execute(
      sql`update challenges set opened_at = now() - interval '9 days' where id = ${at.challengeId}`,
    )
    await world.db.execute(sql`alter table challenges enable trigger user`)
    await rate(1_000)
    await wereThere(world, at, await heldSession(world, at), [kay.memberId])
    await rate(3_000)
    await wereThere(world, at, await heldSession(world, at), [kay.memberId])
    const { items } = await kay.phone(contract.mine, ofGroup())
    expect(items.map((i) => i.amountPence).sort()).toEqual([3 * HOUR, 9_000])
  })
  it('only a steward sets what a place pays, and nothing of it is rewritten', async () => {
    const ines = await world.as(at.people.ines)
    const body = {
      placeId: at.place.id,
      what: 'hour',
      pence: 1,
      fromDay: '2026-01-01',
      source: 'Mine',
    } as const
    expect(
      (await refusal(ines(contract.setRate, { body: { ...body, source: 'Nobody said' } }))).code,
    ).toBe('auth.forbidden')
    await expect(world.db.execute(sql`update pay_rates set pence = 1`)).rejects.toThrow()
  })
})
