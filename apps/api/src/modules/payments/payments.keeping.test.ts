import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { forgetOld } from '../../retention/index.ts'
import {
  ACCOUNT,
  heldSession,
  onPhone,
  type PayTown,
  payTown,
  wereThere,
} from './payments.fixture.ts'

let world: World
let at: PayTown
beforeAll(async () => {
  world = await startWorld()
  at = await payTown(world)
})
afterAll(() => world.close())

const ofGroup = () => ({ params: { groupId: at.groupId } })

describe('what is no longer needed', () => {
  it('goes by itself: bank details 90 days after the last money, not while something is owed', async () => {
    const idle = await onPhone(world, at)
    const owed = await onPhone(world, at)
    await wereThere(world, at, await heldSession(world, at), [owed.memberId])
    for (const { phone, memberId } of [idle, owed]) {
      await phone(contract.setWay, { ...ofGroup(), body: { to: ACCOUNT } })
      await world.db.execute(
        sql`update pay_ways set since = now() - interval '91 days' where member_id = ${memberId}`,
      )
    }
    await forgetOld(world.db)
    expect((await idle.phone(contract.mine, ofGroup())).way).toBeNull()
    expect((await owed.phone(contract.mine, ofGroup())).way).toMatchObject({ last4: '6819' })
    const { rows } = await world.db.execute(sql`
      select 1 from vault_boxes where subject_id = ${idle.memberId} and field = 'payments.way'`)
    expect(rows).toEqual([])
  })
})

describe('when somebody leaves', () => {
  it('their bank details go with the rest', async () => {
    const kay = await onPhone(world, at, { contactBy: 'email', contact: 'kay-leaves@example.org' })
    await kay.phone(contract.setWay, { ...ofGroup(), body: { to: ACCOUNT } })
    await world.db.execute(sql`update group_members set state = 'left', first_name = '', contact = '', contact_hash = '',
      organisation = '', person_id = null, words_hash = null where id = ${kay.memberId}`)
    const { rows } = await world.db.execute(sql`
      select 1 from vault_boxes where subject_id = ${kay.memberId} union all select 1 from pay_ways where member_id = ${kay.memberId}`)
    expect(rows).toEqual([])
  })
})
