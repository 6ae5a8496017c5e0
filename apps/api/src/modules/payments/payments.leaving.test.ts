import { codesignContract } from '@howcanwe/shared/codesign'
import { identityContract } from '@howcanwe/shared/identity'
import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { join, tablesHolding } from '../codesign/codesign.fixture.ts'
import {
  ACCOUNT,
  HOUR,
  heldSession,
  onPhone,
  type PayTown,
  payTown,
  takeFile,
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
const leave = ({ phone, memberId }: Awaited<ReturnType<typeof onPhone>>) =>
  phone(codesignContract.leaveOpened, { params: { memberId }, body: {} })
const boxes = async (memberId: string) =>
  (
    await world.db.execute(sql`
      select 1 from vault_boxes where subject_id = ${memberId} and field = 'payments.way'`)
  ).rows.length

/** Yusuf writes an hour down for them, without getting ready: £24. */
const anHour = async (sessionId: string, memberId: string) =>
  (await world.as(at.people.yusuf))(contract.attended, {
    params: { groupId: at.groupId, sessionId },
    body: { people: [{ memberId, minutes: 60, preparationMinutes: 0, payAs: 'minutes' }] },
  })

const waiting = async (reference: string) => {
  const clerk = await world.as(at.people.clerk)
  const { items } = await clerk(contract.desk, { query: { placeId: at.place.id } })
  return items.filter((i) => i.reference === reference)
}

/** Cleo approves, takes the file to the bank and says that it arrived. */
async function pay(itemIds: string[]): Promise<string> {
  const clerk = await world.as(at.people.clerk)
  const batch = await clerk(contract.approve, { body: { placeId: at.place.id, itemIds } })
  const { csv } = await takeFile(world, at, batch.id)
  await clerk(contract.outcome, { params: { batchId: batch.id }, body: { outcome: 'paid' } })
  return csv
}

/** Another clerk does what Cleo may not. */
async function paidByAnother(itemIds: string[]) {
  const roles = [{ placeId: at.place.id, role: 'finance-clerk' as const }]
  const call = await world.as(await world.seed.person({ name: 'Cara', roles }))
  const batch = await call(contract.approve, { body: { placeId: at.place.id, itemIds } })
  await takeFile(world, at, batch.id)
  await call(contract.outcome, { params: { batchId: batch.id }, body: { outcome: 'paid' } })
}
const formersOf = async (memberId: string) =>
  (await world.db.execute(sql`select 1 from pay_formers where member_id = ${memberId}`)).rows

describe('whoever leaves is paid for what was done (§4.2)', () => {
  it('Kayleigh leaves with £24 owed and is paid: her account goes when the money has come, not before', async () => {
    const kay = await onPhone(world, at, {
      contactBy: 'email',
      contact: 'kay-leaves-paid@example.org',
    })
    await anHour(await heldSession(world, at), kay.memberId)
    expect(await kay.phone(contract.leavingOwn, ofGroup())).toMatchObject({
      left: false,
      involvementPence: HOUR,
      expensePence: 0,
      way: null,
    })
    const said = { ...ofGroup(), body: { choice: 'all', to: ACCOUNT } } as const
    expect(await kay.phone(contract.leaveOwnPaid, said)).toMatchObject({ choice: 'all' })
    await leave(kay)
    // The warning that her account was changed still reaches her; nothing else holds her address.
    expect(await tablesHolding(world, 'kay-leaves-paid')).toEqual(['outbox'])
    await work()
    expect(await boxes(kay.memberId)).toBe(1)
    const items = await waiting(kay.reference)
    expect(items).toMatchObject([
      { name: '', left: true, pence: HOUR, way: 'bank', last4: '6819', stopped: null },
    ])
    const csv = await pay(items.map(({ id }) => id))
    expect(csv).toContain('"K Doyle","123456","31926819"')
    expect(csv).toContain('"24.00"')
    await work()
    expect(await boxes(kay.memberId)).toBe(0)
    const { rows } = await world.db.execute(sql`
      select 1 from pay_ways where member_id = ${kay.memberId}
      union all select 1 from pay_leavings where member_id = ${kay.memberId}`)
    expect(rows).toEqual([])
  })

  it('nobody who leaves without a word loses it: all of it goes the way they were paid before', async () => {
    const kay = await onPhone(world, at)
    await kay.phone(contract.setWay, { ...ofGroup(), body: { to: ACCOUNT } })
    await anHour(await heldSession(world, at), kay.memberId)
    await leave(kay)
    await work()
    expect(await waiting(kay.reference)).toMatchObject([{ pence: HOUR, way: 'bank' }])
  })

  it('who never said where to finds it in cash under their reference', async () => {
    const kay = await onPhone(world, at)
    await anHour(await heldSession(world, at), kay.memberId)
    await leave(kay)
    await work()
    const items = await waiting(kay.reference)
    expect(items).toMatchObject([{ pence: HOUR, way: 'cash', stopped: null }])
    expect(await pay(items.map(({ id }) => id))).toContain(`"Cash","${kay.reference}"`)
  })

  it('what is written down after they left is theirs too, the way they said: to the food bank', async () => {
    const kay = await onPhone(world, at)
    const sessionId = await heldSession(world, at)
    await world.db.execute(sql`
      update group_members set joined_at = now() - interval '9 days' where id = ${kay.memberId}`)
    expect(await kay.phone(contract.leavingOwn, ofGroup())).toMatchObject({
      involvementPence: 0,
      mayCome: true,
    })
    const body = { choice: 'charity', charity: 'Elmside Foodbank' } as const
    await kay.phone(contract.leaveOwnPaid, { ...ofGroup(), body })
    await leave(kay)
    const yusuf = await world.as(at.people.yusuf)
    const { sessions } = await yusuf(contract.ofGroup, ofGroup())
    const people = sessions.find(({ id }) => id === sessionId)?.people
    expect(people?.find((one) => one.memberId === kay.memberId)).toMatchObject({
      firstName: '',
      reference: kay.reference,
      left: true,
    })
    await anHour(sessionId, kay.memberId)
    await work()
    expect(await waiting(kay.reference)).toMatchObject([
      { pence: HOUR, way: 'charity', charityName: 'Elmside Foodbank', stopped: null },
    ])
  })

  it('the link to leave shows what is owed before and after, and changes where it goes until it is approved', async () => {
    const { manageToken, reference } = await join(world.anyone, at.groupId, {
      contactBy: 'email',
      contact: 'kay-by-link@example.org',
    })
    const { rows } = await world.db.execute<{ id: string }>(sql`
      select id from group_members where reference = ${reference} and place_id = ${at.place.id}`)
    await anHour(await heldSession(world, at), rows[0]?.id ?? '')
    const owed = () => world.anyone(contract.leavingBySlip, { body: { manageToken } })
    expect(await owed()).toMatchObject({ left: false, involvementPence: HOUR })
    await world.anyone(codesignContract.leave, { body: { manageToken } })
    expect(await owed()).toMatchObject({ left: true, involvementPence: HOUR })
    const nothing = { manageToken, choice: 'nothing' } as const
    expect(await world.anyone(contract.leavePaidBySlip, { body: nothing })).toMatchObject({
      involvementPence: 0,
      choice: 'nothing',
    })
    const guess = { manageToken: `${manageToken}x` }
    expect((await refusal(world.anyone(contract.leavingBySlip, { body: guess }))).code).toBe(
      'codesign.place_not_found',
    )
  })

  it('a clerk who leaves does not approve their own: not by the route, not by SQL, and sees that it is theirs', async () => {
    const kay = await onPhone(world, at)
    await anHour(await heldSession(world, at), kay.memberId)
    await world.db.execute(
      sql`update group_members set person_id = ${at.people.clerk} where id = ${kay.memberId}`,
    )
    await leave(kay)
    await work()
    const [item] = await waiting(kay.reference)
    expect(item).toMatchObject({ left: true, stopped: 'yours' })
    const refused = await refusal(pay([item?.id ?? '']))
    expect(refused.code).toBe('payments.own_item')
    const sneaked = world.appDb.execute(
      sql`update pay_items set state = 'approved', approved_by = ${at.people.clerk} where id = ${item?.id}`,
    )
    expect(sqlState(await sneaked.catch((error: unknown) => error))).toBe('HW217')
    const held = (await (await world.as(at.people.clerk))(identityContract.everything)).sections
    const rows = held.find(({ section }) => section === 'places')?.rows
    expect(rows?.map(({ kind }) => kind)).toContain('pay-former')
    await paidByAnother([item?.id ?? ''])
    await work()
    expect(await formersOf(kay.memberId)).toEqual([])
  })

  it('nor does a clerk whose account was made after they left, under the address they left with', async () => {
    const kay = await onPhone(world, at, {
      contactBy: 'email',
      contact: 'later-a-clerk@example.org',
    })
    await anHour(await heldSession(world, at), kay.memberId)
    await leave(kay)
    await work()
    const later = await world.seed.person({
      email: 'later-a-clerk@example.org',
      roles: [{ placeId: at.place.id, role: 'finance-clerk' }],
    })
    const [item] = await waiting(kay.reference)
    const call = await world.as(later)
    const body = { placeId: at.place.id, itemIds: [item?.id ?? ''] }
    expect((await refusal(call(contract.approve, { body }))).code).toBe('payments.own_item')
  })

  it('an earlier choice stands: less is not made all by leaving', async () => {
    const kay = await onPhone(world, at)
    await anHour(await heldSession(world, at), kay.memberId)
    const [item] = (await kay.phone(contract.mine, ofGroup())).items
    const params = { groupId: at.groupId, itemId: item?.id ?? '' }
    await kay.phone(contract.choose, { params, body: { choice: 'less', pence: 1_000 } })
    const body = { choice: 'all', to: { kind: 'cash' } } as const
    expect(await kay.phone(contract.leaveOwnPaid, { ...ofGroup(), body })).toMatchObject({
      involvementPence: 1_000,
    })
  })
})
