import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import {
  ACCOUNT,
  comingSession,
  heldSession,
  onPhone,
  type PayTown,
  payTown,
  takeFile,
} from './payments.fixture.ts'

let world: World
let at: PayTown
beforeAll(async () => {
  world = await startWorld()
  at = await payTown(world)
})
afterAll(() => world.close())

const ofGroup = () => ({ params: { groupId: at.groupId } })

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
      sessionId: coming,
      why: 'fares',
      pence: 460,
      words: 'Taxi',
      receipt: false,
      advance: true,
      saidBy: 'phone',
      readBack: true,
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
