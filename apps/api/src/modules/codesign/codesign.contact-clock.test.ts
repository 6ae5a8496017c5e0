import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { entered, join, letters, town } from './codesign.fixture.ts'
import { keepContactClock } from './index.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const tick = async () => {
  while (await keepContactClock({ db: world.appDb, config: world.config }));
}
const moveDue = (groupId: string, hours: number) =>
  world.db.execute(
    sql`update group_members set contact_due_at = clock_timestamp() + ${hours}::int * interval '1 hour' where group_id = ${groupId}`,
  )
const bodies = async (template: string, groupId: string) =>
  (await letters(world, template)).filter(({ body }) => body.includes(groupId)).length

describe('a person answers within three working days, and a clock sees to it (J-17)', () => {
  it('on the last day Yusuf is reminded once, of all who wait', async () => {
    const at = await town(world)
    await join(world.anyone, at.groupId)
    await entered(world, at)
    await moveDue(at.groupId, 8)
    const before = (await letters(world, 'codesign.ring-due')).length
    await tick()
    await tick()
    const after = await letters(world, 'codesign.ring-due')
    expect(after.length - before).toBe(1)
    expect(after.at(-1)?.body).toContain('2 people')
  })
  it('when the day is over the broker is told as well, once', async () => {
    const at = await town(world)
    await join(world.anyone, at.groupId)
    await moveDue(at.groupId, -1)
    await tick()
    await tick()
    expect(await bodies('codesign.ring-late', at.groupId)).toBe(1)
  })
  it('nobody is reminded of whom he has rung, or who has left', async () => {
    const at = await town(world)
    const { member } = await entered(world, at)
    const yusuf = await world.as(at.people.yusuf)
    await yusuf(contract.contacted, {
      params: { groupId: at.groupId, memberId: member.id },
      body: {},
    })
    await moveDue(at.groupId, -1)
    const before = (await letters(world, 'codesign.ring-late')).length
    await tick()
    expect((await letters(world, 'codesign.ring-late')).length).toBe(before)
  })
  it('the day that is promised is counted from the clock that rings, not from that of the machine that answers', async () => {
    const at = await town(world)
    const { contactBy } = await join(world.anyone, at.groupId)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 9 * 86_400_000 })
    try {
      expect((await join(world.anyone, at.groupId)).contactBy).toBe(contactBy)
    } finally {
      vi.useRealTimers()
    }
  })
  it('the day that is promised leaves out weekends and the place’s own holidays', async () => {
    const at = await town(world)
    const promised = await join(world.anyone, at.groupId)
    const holiday = promised.contactBy
    await world.db.execute(
      sql`insert into place_holidays (place_id, day, name, source) values (${at.place.id}, ${holiday}, 'Fair day', 'the council')`,
    )
    expect((await join(world.anyone, at.groupId)).contactBy > holiday).toBe(true)
  })
})
