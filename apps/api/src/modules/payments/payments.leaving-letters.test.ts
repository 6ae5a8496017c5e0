import { chartersContract } from '@howcanwe/shared/charters'
import { codesignContract } from '@howcanwe/shared/codesign'
import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { charterText } from '../charters/charters.fixture.ts'
import { join, leave, letters, tablesHolding, town } from '../codesign/codesign.fixture.ts'
import { ACCOUNT, heldSession, onPhone, payTown, wereThere } from './payments.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

describe('what becomes of letters when somebody leaves', () => {
  it('those of the charter go as well, not only those of the group itself (§2.11)', async () => {
    const at = await town(world)
    const contact = 'charter-leaver@example.org'
    const { manageToken } = await join(world.anyone, at.groupId, { contactBy: 'email', contact })
    const yusuf = await world.as(at.people.yusuf)
    const params = { groupId: at.groupId }
    await yusuf(chartersContract.write, { params, body: charterText() })
    await yusuf(chartersContract.ask, { params, body: {} })
    expect(await letters(world, 'charters.asked', contact)).toHaveLength(1)
    await leave(world.anyone, manageToken)
    expect(await tablesHolding(world, 'charter-leaver')).toEqual([])
  })

  it('one that says where the money goes now is still sent: whoever had the slip may have left in their name (A7)', async () => {
    const at = await payTown(world)
    const contact = 'kay-is-paid@example.org'
    const kay = await onPhone(world, at, { contactBy: 'email', contact })
    await wereThere(world, at, await heldSession(world, at), [kay.memberId])
    const { groupId } = at
    await kay.phone(contract.setWay, { params: { groupId }, body: { to: ACCOUNT } })
    await kay.phone(codesignContract.leaveOpened, { params: { memberId: kay.memberId }, body: {} })
    const told = await letters(world, 'codesign.pay-way-changed', contact)
    expect(told).toHaveLength(1)
    const { rows } = await world.db.execute<{ template: string }>(
      sql`select template from outbox where recipient = ${contact}`,
    )
    expect(rows.map(({ template }) => template)).toEqual(['codesign.pay-way-changed'])
  })
})
