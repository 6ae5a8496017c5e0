import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import {
  audited,
  join,
  letters,
  newGroup,
  newSession,
  placesLeft,
  town,
} from './codesign.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const groupsCount = async (challengeId: string) =>
  (
    await world.db.execute<{ n: number }>(
      sql`select groups_count as n from challenges where id = ${challengeId}`,
    )
  ).rows[0]?.n

describe('anyone reads a group', () => {
  it('what it decides, shapes, cannot change, who runs it, and never who is in it', async () => {
    const { groupId, people } = await town(world)
    await join(world.anyone, groupId, { firstName: 'Zanthe', contact: '07700 123456' })
    await (await world.as(people.yusuf))(contract.startSession, {
      params: { groupId },
      body: newSession(),
    })
    const group = await world.anyone(contract.read, { params: { groupId } })
    expect(group).toMatchObject({
      decides: 'When and where respite is offered',
      fixed: 'The budget, set by full council',
      facilitator: { name: 'Yusuf' },
      places: 12,
      placesLeft: 11,
    })
    expect(group.sessions).toHaveLength(1)
    expect(JSON.stringify(group)).not.toMatch(/Zanthe|123456/)
  })

  it('finds the soonest first; sessions that are over are not shown, cancelled ones are', async () => {
    const { groupId, people, challengeId, place } = await town(world)
    const later = await world.seed.group({
      placeId: place.id,
      challengeId,
      facilitatorId: people.yusuf,
    })
    const none = await world.seed.group({
      placeId: place.id,
      challengeId,
      facilitatorId: people.yusuf,
    })
    const yusuf = await world.as(people.yusuf)
    const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString()
    await yusuf(contract.startSession, {
      params: { groupId: later },
      body: newSession({ startsAt: day(20) }),
    })
    await yusuf(contract.startSession, {
      params: { groupId },
      body: newSession({ startsAt: day(5) }),
    })
    const over = await yusuf(contract.startSession, {
      params: { groupId: none },
      body: newSession(),
    })
    const off = await yusuf(contract.startSession, {
      params: { groupId: none },
      body: newSession(),
    })
    await world.db.execute(sql`
      update group_sessions set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = ${over.id}`)
    await world.db.execute(sql`update group_sessions set state = 'cancelled' where id = ${off.id}`)
    const { items } = await world.anyone(contract.list, { query: { placeId: place.id } })
    expect(items.map((g) => g.id)).toEqual([groupId, later, none])
    expect(items[2]?.sessions.map((s) => [s.id, s.state])).toEqual([[off.id, 'cancelled']])
  })

  it('sees groups of one place or one question, and of no other', async () => {
    const [here, there] = [await town(world), await town(world)]
    const of = async (query: { placeId?: string; challengeId?: string }) =>
      (await world.anyone(contract.list, { query })).items.map((g) => g.id)
    expect(await of({ placeId: here.place.id })).toEqual([here.groupId])
    expect(await of({ challengeId: there.challengeId })).toEqual([there.groupId])
    expect(await of({ placeId: here.place.id, challengeId: there.challengeId })).toEqual([])
  })

  it('does not find one that never was, nor one whose question was withdrawn', async () => {
    const { groupId, challengeId, place } = await town(world)
    await world.db.execute(sql`
      update challenges set state = 'withdrawn', withdrawn_reason = 'The money went to another programme.' where id = ${challengeId}`)
    for (const id of [groupId, someId()])
      expect((await refusal(world.anyone(contract.read, { params: { groupId: id } }))).code).toBe(
        'codesign.group_not_found',
      )
    expect((await world.anyone(contract.list, { query: { placeId: place.id } })).items).toEqual([])
  })
})

describe('starting a group', () => {
  it.each(['ruth', 'ines'] as const)(
    '%s starts one; the question counts it and the trail has it',
    async (who) => {
      const { challengeId, people } = await town(world)
      const before = (await groupsCount(challengeId)) ?? 0
      const call = await world.as(people[who])
      const group = await call(contract.start, {
        params: { challengeId },
        body: newGroup(people.yusuf),
      })
      expect(group.placesLeft).toBe(12)
      expect(await groupsCount(challengeId)).toBe(before + 1)
      expect((await audited(world, 'codesign.group-started', group.id))[0]?.actor_id).toBe(
        people[who],
      )
      expect(await placesLeft(world.anyone, group.id)).toBe(12)
    },
  )

  it('another commissioner, or a broker of another place, finds no such question', async () => {
    const [here, there] = [await town(world), await town(world)]
    const stranger = await world.seed.person({
      roles: [{ placeId: here.place.id, role: 'commissioner' }],
    })
    for (const who of [stranger, there.people.ruth, there.people.ines]) {
      const call = await world.as(who)
      const body = newGroup(here.people.yusuf)
      const refused = await refusal(
        call(contract.start, { params: { challengeId: here.challengeId }, body }),
      )
      expect(refused.code).toBe('challenges.not_found')
    }
    expect(await audited(world, 'codesign.group-started', here.challengeId)).toHaveLength(0)
  })

  it.each(['yusuf', 'sam'] as const)('%s may not', async (who) => {
    const { challengeId, people } = await town(world)
    const call = await world.as(people[who])
    const refused = await refusal(
      call(contract.start, { params: { challengeId }, body: newGroup(people.yusuf) }),
    )
    expect(refused.code).toBe('auth.forbidden')
  })

  it('not for a draft, and to the broker the draft is not there', async () => {
    const { place, people } = await town(world)
    const challengeId = await world.seed.draft({ place, commissioner: people.ruth })
    const start = async (who: string) =>
      (
        await refusal(
          (
            await world.as(who)
          )(contract.start, { params: { challengeId }, body: newGroup(people.yusuf) }),
        )
      ).code
    expect(await start(people.ruth)).toBe('challenges.wrong_state')
    expect(await start(people.ines)).toBe('challenges.not_found')
  })

  it('only somebody who runs groups in this place can be named to run it', async () => {
    const [here, there] = [await town(world), await town(world)]
    const ruth = await world.as(here.people.ruth)
    const nameless = await world.seed.person({
      displayName: null,
      roles: [{ placeId: here.place.id, role: 'facilitator' }],
    })
    for (const facilitatorId of [there.people.yusuf, here.people.ines, nameless, someId()]) {
      const args = { params: { challengeId: here.challengeId }, body: newGroup(facilitatorId) }
      expect((await refusal(ruth(contract.start, args))).code).toBe('codesign.facilitator_unknown')
    }
    const { items } = await ruth(contract.facilitators, { query: { placeId: here.place.id } })
    expect(items.map((f) => f.name)).toEqual(['Noor', 'Yusuf'])
    expect(
      (await refusal(ruth(contract.facilitators, { query: { placeId: there.place.id } }))).code,
    ).toBe('auth.forbidden')
  })
})

describe('announcing a session', () => {
  it.each(['yusuf', 'ines'] as const)(
    '%s does; everyone with an address gets a letter, the trail has it',
    async (who) => {
      const { groupId, people } = await town(world)
      const contact = `told-${who}@example.org`
      await join(world.anyone, groupId, { contactBy: 'email', contact })
      await join(world.anyone, groupId)
      const body = newSession({ startsAt: '2027-03-30T17:00:00.000Z', minutes: 90 })
      const session = await (await world.as(people[who]))(contract.startSession, {
        params: { groupId },
        body,
      })
      expect(session.endsAt.toISOString()).toBe('2027-03-30T18:30:00.000Z')
      const [letter, ...more] = await letters(world, 'codesign.session-announced', contact)
      expect(more).toHaveLength(0)
      expect(letter?.subject).toContain('Tuesday 30 March 2027, 6pm to 7.30pm')
      expect((await audited(world, 'codesign.session-announced', session.id))[0]?.actor_id).toBe(
        people[who],
      )
    },
  )

  it.each([
    ['noor', 'codesign.group_not_found'],
    ['ruth', 'auth.forbidden'],
    ['sam', 'auth.forbidden'],
  ] as const)('%s may not', async (who, code) => {
    const { groupId, people } = await town(world)
    const call = await world.as(people[who])
    expect(
      (await refusal(call(contract.startSession, { params: { groupId }, body: newSession() })))
        .code,
    ).toBe(code)
  })

  it('a broker of another place finds no such group', async () => {
    const [here, there] = [await town(world), await town(world)]
    const call = await world.as(there.people.ines)
    const args = { params: { groupId: here.groupId }, body: newSession() }
    expect((await refusal(call(contract.startSession, args))).code).toBe('codesign.group_not_found')
  })

  it('not in the past, by the clock of the database', async () => {
    const { groupId, people } = await town(world)
    const yusuf = await world.as(people.yusuf)
    const body = newSession({ startsAt: new Date(Date.now() - 60_000).toISOString() })
    expect((await refusal(yusuf(contract.startSession, { params: { groupId }, body }))).code).toBe(
      'codesign.session_in_past',
    )
    expect(await audited(world, 'codesign.session-announced', groupId)).toHaveLength(0)
  })

  it('never longer than two hours, whoever asks and through whatever door', async () => {
    const { groupId, people } = await town(world)
    const yusuf = await world.as(people.yusuf)
    const refused = await refusal(
      yusuf(contract.startSession, { params: { groupId }, body: newSession({ minutes: 121 }) }),
    )
    expect(refused.errors).toMatchObject([
      { pointer: '#/body/minutes', code: 'too_big', limit: 120 },
    ])
    const session = await yusuf(contract.startSession, { params: { groupId }, body: newSession() })
    const longer = world.db.execute(
      sql`update group_sessions set ends_at = starts_at + interval '121 minutes' where id = ${session.id}`,
    )
    await expect(longer).rejects.toMatchObject({ cause: { constraint: 'sessions_two_hours' } })
  })
})

describe('groups I run', () => {
  it('are mine alone, in places where I still run groups', async () => {
    const { groupId, people } = await town(world)
    const mine = async (who: string) =>
      (await (await world.as(who))(contract.mine)).items.map((g) => g.id)
    expect(await mine(people.yusuf)).toEqual([groupId])
    expect(await mine(people.noor)).toEqual([])
    expect((await refusal((await world.as(people.ines))(contract.mine))).code).toBe(
      'auth.forbidden',
    )
  })
})
