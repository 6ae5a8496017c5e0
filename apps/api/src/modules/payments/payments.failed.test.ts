import { codesignContract } from '@howcanwe/shared/codesign'
import { identityContract } from '@howcanwe/shared/identity'
import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { letters } from '../codesign/codesign.fixture.ts'
import {
  ACCOUNT,
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
type Kay = Awaited<ReturnType<typeof onPhone>>
const leave = ({ phone, memberId }: Kay) =>
  phone(codesignContract.leaveOpened, { params: { memberId }, body: {} })
const boxes = async (memberId: string) =>
  (
    await world.db.execute(sql`
      select 1 from vault_boxes where subject_id = ${memberId} and field = 'payments.way'`)
  ).rows.length
const daysPass = (memberId: string, days: number) =>
  world.db.execute(sql`
    with way as (update pay_ways set since = since - ${days}::int * interval '1 day' where member_id = ${memberId})
    update pay_items set failed_at = failed_at - ${days}::int * interval '1 day' where member_id = ${memberId}`)

/** Kayleigh's pay went to her account and came back; she may have left by then. */
async function cameBack(more: { contact?: string; leaves?: boolean } = {}) {
  const { contact } = more
  const kay = await onPhone(world, at, contact ? { contactBy: 'email', contact } : {})
  await wereThere(world, at, await heldSession(world, at), [kay.memberId])
  const [item] = (await kay.phone(contract.mine, ofGroup())).items
  const itemId = item?.id ?? ''
  const params = { groupId: at.groupId, itemId }
  await kay.phone(contract.choose, { params, body: { choice: 'all' } })
  await kay.phone(contract.setWay, { ...ofGroup(), body: { to: ACCOUNT } })
  if (more.leaves) await leave(kay)
  const clerk = await world.as(at.people.clerk)
  const body = { placeId: at.place.id, itemIds: [itemId] }
  const { id: batchId } = await clerk(contract.approve, { body })
  await takeFile(world, at, batchId)
  const failed = { outcome: 'failed', because: 'account-refused' } as const
  await clerk(contract.outcome, { params: { batchId }, body: failed })
  return { ...kay, itemId }
}
const ended = async (memberId: string) =>
  (
    await world.db.execute(sql`
      select 1 from audit_events where action = 'payments.way-ended' and subject_id = ${memberId}`)
  ).rows.length

describe('an account that money did not reach is not kept for good (CD4)', () => {
  it('she is told twice; after ninety days it goes, and she is asked anew: what is owed stays owed', async () => {
    const contact = 'kay-came-back@example.org'
    const kay = await cameBack({ contact })
    const told = () => letters(world, 'codesign.pay-failed', contact)
    await work()
    expect(await told()).toHaveLength(1)
    await daysPass(kay.memberId, 31)
    await work()
    await work()
    expect(await told()).toHaveLength(2)
    expect(await boxes(kay.memberId)).toBe(1)
    await daysPass(kay.memberId, 60)
    await work()
    expect(await boxes(kay.memberId)).toBe(0)
    expect(await ended(kay.memberId)).toBe(1)
    expect(await letters(world, 'codesign.pay-no-way', contact)).toHaveLength(1)
    expect(await kay.phone(contract.mine, ofGroup())).toMatchObject({
      way: null,
      items: [{ state: 'failed', amountPence: 3 * HOUR }],
    })
  })

  it('one that she looked at and gave again stays', async () => {
    const kay = await cameBack()
    await daysPass(kay.memberId, 91)
    await kay.phone(contract.setWay, { ...ofGroup(), body: { to: ACCOUNT } })
    await work()
    expect(await boxes(kay.memberId)).toBe(1)
  })

  it('of whoever has left too: their link to leave asks anew, and sends it again', async () => {
    const kay = await cameBack({ leaves: true })
    await daysPass(kay.memberId, 89)
    await work()
    expect(await boxes(kay.memberId)).toBe(1)
    await daysPass(kay.memberId, 2)
    await work()
    expect(await boxes(kay.memberId)).toBe(0)
    expect(await ended(kay.memberId)).toBe(1)
    const { rows } = await world.db.execute(sql`
      select state, chosen_pence as pence from pay_items where id = ${kay.itemId}`)
    expect(rows).toEqual([{ state: 'failed', pence: 3 * HOUR }])
  })
})

describe('what is held about somebody who leaves (issue line 10)', () => {
  it('says what they want done with their money, before they leave and until it has come', async () => {
    const kay = await onPhone(world, at)
    const amina = await world.seed.person({ name: 'Amina' })
    await world.db.execute(
      sql`update group_members set person_id = ${amina} where id = ${kay.memberId}`,
    )
    await wereThere(world, at, await heldSession(world, at), [kay.memberId])
    const body = { choice: 'charity', charity: 'Elmside Foodbank' } as const
    await kay.phone(contract.leaveOwnPaid, { ...ofGroup(), body })
    const said = async () => {
      const { sections } = await (await world.as(amina))(identityContract.everything)
      const rows = sections.find(({ section }) => section === 'places')?.rows ?? []
      return rows.filter(({ kind }) => kind === 'pay-leaving')
    }
    const row = { text: 'Elmside Foodbank', what: 'charity' }
    expect(await said()).toMatchObject([row])
    await leave(kay)
    expect(await said()).toMatchObject([row])
  })
})
