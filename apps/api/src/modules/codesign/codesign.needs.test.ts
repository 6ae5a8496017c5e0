import { Writable } from 'node:stream'
import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { audited, join, letters, newSession, tablesHolding, town } from './codesign.fixture.ts'

const CANARY = 'lipreadingcanary'
const NEEDS = `A place in front, ${CANARY}, and somebody for the baby`

const logged: string[] = []
let world: World
beforeAll(async () => {
  const sink = new Writable({
    write: (chunk, _, done) => {
      logged.push(String(chunk))
      done()
    },
  })
  world = await startWorld({ LOG_LEVEL: 'debug' }, sink)
})
afterAll(() => world.close())

async function withNeeds() {
  const t = await town(world)
  await join(world.anyone, t.groupId, {
    contactBy: 'email',
    contact: `n${someId()}@example.org`,
    needs: NEEDS,
  })
  const yusuf = await world.as(t.people.yusuf)
  const { items } = await yusuf(contract.members, { params: { groupId: t.groupId } })
  const memberId = items[0]?.id ?? ''
  const params = { groupId: t.groupId, memberId }
  return { ...t, yusuf, items, memberId, read: { params, body: {} } }
}

describe('what Mr Okafor needs to take part', () => {
  it('Yusuf, who runs the group, reads it, and each reading is in the trail', async () => {
    const { yusuf, read, items, memberId, people } = await withNeeds()
    expect(items[0]?.hasNeeds).toBe(true)
    expect(await audited(world, 'vault.read', memberId)).toHaveLength(0)
    expect((await yusuf(contract.needs, read)).needs).toBe(NEEDS)
    await yusuf(contract.needs, read)
    const events = await audited(world, 'vault.read', memberId)
    expect(events.map((e) => e.actor_id)).toEqual([people.yusuf, people.yusuf])
  })

  it.each([
    ['the commissioner who asked', 'ruth', 'auth.forbidden'],
    ['the broker of the place', 'ines', 'auth.forbidden'],
    ['the steward', 'sam', 'auth.forbidden'],
    ['the facilitator of another group', 'noor', 'codesign.group_not_found'],
  ] as const)('%s cannot, and the attempt opens nothing', async (_, who, code) => {
    const { people, groupId, memberId, read } = await withNeeds()
    const call = await world.as(people[who])
    expect((await refusal(call(contract.needs, read))).code).toBe(code)
    expect((await refusal(call(contract.members, { params: { groupId } }))).code).toBe(code)
    expect((await refusal(call(contract.contacted, read))).code).toBe(code)
    expect(await audited(world, 'vault.read', memberId)).toHaveLength(0)
  })

  it('a stranger cannot', async () => {
    const { read } = await withNeeds()
    expect((await refusal(world.anyone(contract.needs, read))).code).toBe('auth.required')
  })

  it('nor Yusuf once he is no facilitator any more, nor the broker with a facilitator’s hat on', async () => {
    const { people, read, place } = await withNeeds()
    await world.db.execute(sql`
      insert into role_grants (id, place_id, person_id, role) values (${someId()}, ${place.id}, ${people.ines}, 'facilitator')`)
    expect((await refusal((await world.as(people.ines))(contract.needs, read))).code).toBe(
      'codesign.group_not_found',
    )
    await world.db.execute(
      sql`update role_grants set ended_at = now() where person_id = ${people.yusuf}`,
    )
    expect((await refusal((await world.as(people.yusuf))(contract.needs, read))).code).toBe(
      'auth.forbidden',
    )
  })

  it('Yusuf cannot reach a person of another group through his own', async () => {
    const mine = await withNeeds()
    const other = await withNeeds()
    const params = { groupId: mine.groupId, memberId: other.memberId }
    expect((await refusal(mine.yusuf(contract.needs, { params, body: {} }))).code).toBe(
      'codesign.no_needs',
    )
    expect((await refusal(mine.yusuf(contract.contacted, { params, body: {} }))).code).toBe(
      'codesign.member_not_found',
    )
  })

  it('who wrote nothing has nothing to open', async () => {
    const { groupId, people } = await town(world)
    await join(world.anyone, groupId, { needs: '   ' })
    const yusuf = await world.as(people.yusuf)
    const { items } = await yusuf(contract.members, { params: { groupId } })
    expect(items[0]?.hasNeeds).toBe(false)
    const params = { groupId, memberId: items[0]?.id ?? '' }
    expect((await refusal(yusuf(contract.needs, { params, body: {} }))).code).toBe(
      'codesign.no_needs',
    )
  })

  it('stands in no table, no letter, no log line and no other answer', async () => {
    const { groupId, yusuf, read, people, challengeId, place } = await withNeeds()
    await yusuf(contract.needs, read)
    const ines = await world.as(people.ines)
    const answers = [
      await world.anyone(contract.list, { query: { challengeId } }),
      await world.anyone(contract.read, { params: { groupId } }),
      await yusuf(contract.members, { params: { groupId } }),
      await yusuf(contract.contacted, read),
      await yusuf(contract.mine),
      await yusuf(contract.startSession, { params: { groupId }, body: newSession() }),
      await ines(contract.facilitators, { query: { placeId: place.id } }),
      (await world.app.inject(`/api/v1/groups/${groupId}/calendar.ics`)).body,
    ]
    expect(JSON.stringify(answers)).not.toContain(CANARY)
    expect(await tablesHolding(world, CANARY)).toEqual([])
    expect(logged.join('')).toContain(`/api/v1/groups/${groupId}/members`)
    expect(logged.join('')).not.toMatch(new RegExp(`${CANARY}|Kayleigh|@example`))
    expect(await letters(world, 'codesign.joined')).not.toHaveLength(0)
  })
})

describe('getting in touch', () => {
  it('Yusuf marks that he has, once; the trail has it without a name', async () => {
    const { yusuf, read, memberId, people } = await withNeeds()
    const [first, second] = [
      await yusuf(contract.contacted, read),
      await yusuf(contract.contacted, read),
    ]
    expect([first.state, second.state]).toEqual(['contacted', 'contacted'])
    const events = await audited(world, 'codesign.member-contacted', memberId)
    expect(events.map((e) => e.actor_id)).toEqual([people.yusuf])
    expect(events[0]?.all).not.toContain('Kayleigh')
  })

  it('the list shows first names, the way to reach each, and the reference they say on the phone', async () => {
    const { groupId, people } = await town(world)
    const slip = await join(world.anyone, groupId, {
      firstName: 'Kayleigh',
      contact: '07700 900555',
      ways: ['phone', 'phone'],
    })
    const { items } = await (await world.as(people.yusuf))(contract.members, {
      params: { groupId },
    })
    expect(items).toMatchObject([
      {
        firstName: 'Kayleigh',
        contact: '07700 900555',
        reference: slip.reference,
        ways: ['phone'],
        state: 'joined',
      },
    ])
  })
})
