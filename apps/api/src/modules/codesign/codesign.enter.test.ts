import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { convene } from '../charters/charters.fixture.ts'
import { counted, entered, entry, letters, placesLeft, town } from './codesign.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

describe('Yusuf writes down who rang (PE3, CD2)', () => {
  it('the person is told by their own channel that they have a place', async () => {
    const at = await town(world)
    await entered(world, at, { contactBy: 'email', contact: 'okafor@example.org' })
    const [letter] = await letters(world, 'codesign.joined', 'okafor@example.org')
    expect(letter?.body).toContain('/my-place#')
  })
  it('what they need is locked away, and the trail says who wrote it down and how it was said', async () => {
    const at = await town(world)
    const { member } = await entered(world, at, { needs: 'a seat near the speaker' })
    expect(member.hasNeeds).toBe(true)
    const { rows } = await world.db.execute<{ after: Record<string, string>; actor_id: string }>(
      sql`select after, actor_id from audit_events where action = 'codesign.entered' and subject_id = ${member.id}`,
    )
    expect(rows[0]).toMatchObject({ actor_id: at.people.yusuf, after: { saidBy: 'phone' } })
  })
  it.each([
    ['a facilitator of another group', 'noor'],
    ['the broker', 'ines'],
    ['the commissioner', 'ruth'],
  ] as const)('%s writes nobody down', async (_, who) => {
    const at = await town(world)
    const caller = await world.as(at.people[who])
    const refused = await refusal(
      caller(contract.enter, { params: { groupId: at.groupId }, body: entry() }),
    )
    expect(refused.status).toBeGreaterThanOrEqual(403)
    expect(refused.status).toBeLessThanOrEqual(404)
  })
  it('a contact that has a place is said to have one: he sees the list anyway', async () => {
    const at = await town(world)
    const twice = { contactBy: 'email', contact: 'twice@example.org' } as const
    await entered(world, at, twice)
    const refused = await refusal(entered(world, at, twice))
    expect(refused.code).toBe('codesign.contact_has_place')
  })
})

describe('three voices, and places for residents (§4.2)', () => {
  it('an officer sits with the public bodies and takes no resident’s place', async () => {
    const at = await town(world, { places: 3 })
    const before = await placesLeft(world.anyone, at.groupId)
    await entered(world, at, { bloc: 'public-bodies', organisation: 'Northgate Council' })
    expect(await placesLeft(world.anyone, at.groupId)).toBe(before)
    expect((await counted(world, at.groupId))?.taken).toBe(0)
  })
  it('seated with another voice, the place is free again, and taken again', async () => {
    const at = await town(world, { places: 3 })
    const { member } = await entered(world, at)
    const yusuf = await world.as(at.people.yusuf)
    const params = { groupId: at.groupId, memberId: member.id }
    const seat = (bloc: 'residents' | 'organisations') =>
      yusuf(contract.seat, { params, body: { bloc, organisation: 'Lunch club' } })
    expect((await seat('organisations')).bloc).toBe('organisations')
    expect((await counted(world, at.groupId))?.taken).toBe(0)
    await seat('residents')
    expect((await counted(world, at.groupId))?.taken).toBe(1)
  })
  it('once the charter is agreed nobody is moved, not even past the product [G]', async () => {
    const at = await town(world)
    const { member } = await entered(world, at)
    await convene(world, at.groupId)
    const yusuf = await world.as(at.people.yusuf)
    const refused = await refusal(
      yusuf(contract.seat, {
        params: { groupId: at.groupId, memberId: member.id },
        body: { bloc: 'public-bodies', organisation: '' },
      }),
    )
    expect(refused.code).toBe('codesign.blocs_agreed')
    const direct = world.appDb.execute(
      sql`update group_members set bloc = 'public-bodies' where id = ${member.id}`,
    )
    await expect(direct.catch((error: unknown) => sqlState(error))).resolves.toBe('HW167')
  })
})
