import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { heldSession, onPhone, payTown, wereThere } from './payments.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

describe('what few people chose about their pay is not told by a sum (M30, §4.6)', () => {
  it('Kayleigh, at five sessions, is still one person: who runs the group cannot see that she takes nothing', async () => {
    const at = await payTown(world)
    const kay = await onPhone(world, at)
    for (const hours of [10, 8, 6, 5, 3]) {
      const sessionId = await heldSession(world, at, hours)
      await wereThere(world, at, sessionId, [kay.memberId])
    }
    const { items } = await kay.phone(contract.mine, { params: { groupId: at.groupId } })
    for (const { id } of items)
      await kay.phone(contract.choose, {
        params: { groupId: at.groupId, itemId: id },
        body: { choice: 'nothing' },
      })
    const yusuf = await world.as(at.people.yusuf)
    const { figures } = await yusuf(contract.ofGroup, { params: { groupId: at.groupId } })
    expect(figures.hours).toEqual([
      { bloc: 'residents', minutes: 900, unpaidMinutes: 0, byChoiceMinutes: 0 },
    ])
  })
})
