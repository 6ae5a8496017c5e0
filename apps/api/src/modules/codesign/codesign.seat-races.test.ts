import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { atOnce } from '../../../test/waiting.ts'
import { counted, entered, leave, town, wish } from './codesign.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const groupRow = (groupId: string) => sql`select from groups where id = ${groupId} for update`

describe('a seat is given back once, whoever presses when (T-07)', () => {
  it('Yusuf presses twice that Mr Okafor sits with the organisations', async () => {
    const at = await town(world, { places: 3 })
    const { member } = await entered(world, at)
    await entered(world, at)
    const yusuf = await world.as(at.people.yusuf)
    const move = () =>
      yusuf(contract.seat, {
        params: { groupId: at.groupId, memberId: member.id },
        body: { bloc: 'organisations', organisation: 'Lunch club' },
      })
    await atOnce(world, groupRow(at.groupId), [move, move])
    expect(await counted(world, at.groupId)).toEqual({ taken: 1, members: 2 })
  })

  it('somebody leaves while Yusuf moves them to another voice', async () => {
    const at = await town(world, { places: 3 })
    await entered(world, at)
    const { manageToken } = await world.anyone(contract.join, {
      params: { groupId: at.groupId },
      body: wish({ firstName: 'Amina' }),
    })
    const yusuf = await world.as(at.people.yusuf)
    const { items } = await yusuf(contract.members, { params: { groupId: at.groupId } })
    const memberId = items.find(({ firstName }) => firstName === 'Amina')?.id ?? ''
    await atOnce<unknown>(world, groupRow(at.groupId), [
      () =>
        yusuf(contract.seat, {
          params: { groupId: at.groupId, memberId },
          body: { bloc: 'organisations', organisation: 'Lunch club' },
        }),
      () => leave(world.anyone, manageToken),
    ])
    expect(await counted(world, at.groupId)).toEqual({ taken: 1, members: 1 })
  })

  it('nobody is moved onto a seat that another has taken meanwhile', async () => {
    const at = await town(world, { places: 1 })
    const { member } = await entered(world, at, { bloc: 'organisations', organisation: 'Library' })
    await entered(world, at)
    const yusuf = await world.as(at.people.yusuf)
    const back = yusuf(contract.seat, {
      params: { groupId: at.groupId, memberId: member.id },
      body: { bloc: 'residents', organisation: '' },
    })
    expect((await refusal(back)).code).toBe('codesign.group_full')
    expect(await counted(world, at.groupId)).toEqual({ taken: 1, members: 2 })
  })

  it('nor by raw SQL, which frees a seat as well', async () => {
    const at = await town(world, { places: 2 })
    const { member } = await entered(world, at)
    await world.appDb.execute(
      sql`update group_members set state = 'resting' where id = ${member.id}`,
    )
    expect(await counted(world, at.groupId)).toEqual({ taken: 1, members: 1 })
    await world.appDb.execute(
      sql`update group_members set bloc = 'public-bodies' where id = ${member.id}`,
    )
    expect(await counted(world, at.groupId)).toEqual({ taken: 0, members: 1 })
  })
})
