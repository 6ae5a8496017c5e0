import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
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
  it('nobody is left without a way to be paid: cash is written down for whom no letter reaches, once', async () => {
    const { memberId, itemId } = await owed({
      contactBy: 'someone',
      contact: 'Ask at the church hall',
    })
    const yusuf = await world.as(at.people.yusuf)
    const body = { choice: 'all', saidBy: 'phone', readBack: true } as const
    await yusuf(contract.chooseFor, { params: { groupId: at.groupId, itemId }, body })
    const inRing = async () =>
      (await yusuf(contract.ofGroup, ofGroup())).ring.find((one) => one.memberId === memberId)
    expect(await inRing()).toMatchObject({ choice: false, way: true })
    const cash = {
      ...{ params: { groupId: at.groupId, memberId } },
      body: { saidBy: 'phone', readBack: true },
    } as const
    await yusuf(contract.cashFor, cash)
    expect(await inRing()).toBeUndefined()
    expect((await refusal(yusuf(contract.cashFor, cash))).code).toBe('payments.way_said')
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
