import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import {
  audited,
  counted,
  join,
  leave,
  letters,
  newSession,
  tablesHolding,
  town,
} from './codesign.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

describe('Kayleigh leaves, no reason asked', () => {
  it('and her name, her address, her needs and the letters to her are nowhere any more', async () => {
    const { groupId, people } = await town(world)
    const slip = await join(world.anyone, groupId, {
      firstName: 'Leavercanary',
      contactBy: 'email',
      contact: 'leaver-canary@example.org',
      needs: 'A chair with arms',
    })
    await (await world.as(people.yusuf))(contract.startSession, {
      params: { groupId },
      body: newSession(),
    })
    expect(await tablesHolding(world, 'leaver-canary')).toEqual(
      expect.arrayContaining(['group_members', 'outbox']),
    )
    expect(await leave(world.anyone, slip.manageToken)).toEqual({ left: true })
    expect(await tablesHolding(world, 'leaver-canary')).toEqual([])
    expect(await tablesHolding(world, 'Leavercanary')).toEqual([])
    const { rows } = await world.db.execute<{ boxes: number }>(sql`
      select count(*)::int as boxes from vault_boxes b join group_members m on m.id = b.subject_id
      where m.group_id = ${groupId}`)
    expect(rows[0]?.boxes).toBe(0)
  })

  it('and her place is free for the next person', async () => {
    const { groupId, people } = await town(world, { places: 3 })
    const slips = []
    for (let i = 0; i < 3; i++) slips.push(await join(world.anyone, groupId))
    expect((await refusal(join(world.anyone, groupId))).code).toBe('codesign.group_full')
    await leave(world.anyone, slips[1]?.manageToken ?? '')
    await join(world.anyone, groupId)
    expect(await counted(world, groupId)).toEqual({ taken: 3, members: 3 })
    const { items } = await (await world.as(people.yusuf))(contract.members, {
      params: { groupId },
    })
    expect(items).toHaveLength(3)
    expect(items.every((m) => m.firstName !== '')).toBe(true)
  })

  it('the trail and the facilitator’s letter say that somebody left, not who', async () => {
    const { groupId } = await town(world)
    const before = (await letters(world, 'codesign.somebody-left')).length
    const slip = await join(world.anyone, groupId, { firstName: 'Zanthe' })
    await leave(world.anyone, slip.manageToken)
    const [event] = await audited(world, 'codesign.left', groupId)
    expect(event?.all).not.toContain('Zanthe')
    const after = await letters(world, 'codesign.somebody-left')
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)?.body).not.toMatch(/Zanthe|07700/)
  })

  it('a second press finds nothing to leave, also when ten come at once', async () => {
    const { groupId } = await town(world)
    const { manageToken } = await join(world.anyone, groupId)
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => leave(world.anyone, manageToken)),
    )
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect((await refusal(leave(world.anyone, manageToken))).code).toBe('codesign.place_not_found')
    expect(await counted(world, groupId)).toEqual({ taken: 0, members: 0 })
    expect(await audited(world, 'codesign.left', groupId)).toHaveLength(1)
  })

  it('a guessed link frees nobody’s place', async () => {
    const guess = 'A'.repeat(43)
    expect((await refusal(leave(world.anyone, guess))).code).toBe('codesign.place_not_found')
  })

  it('the database refuses a member who left and still has a name', async () => {
    const { groupId } = await town(world)
    await join(world.anyone, groupId)
    const half = world.db.execute(
      sql`update group_members set state = 'left' where group_id = ${groupId}`,
    )
    await expect(half).rejects.toMatchObject({ cause: { constraint: 'members_left_are_blank' } })
  })
})
