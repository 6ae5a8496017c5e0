import { sessionsContract as contract } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { letters } from '../codesign/codesign.fixture.ts'
import { say, townWithSession, voice } from './sessions.fixture.ts'
import { keepSessionClocks } from './usecases/clocks.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const byEmail = (name: string) => ({
  firstName: name,
  contactBy: 'email' as const,
  contact: `${name.toLowerCase()}@example.org`,
})
const clocks = async () => {
  while (await keepSessionClocks(world));
}
type Town = Awaited<ReturnType<typeof townWithSession>>
const startsIn = (at: Town, hours: number) =>
  world.db.execute(sql`update group_sessions set starts_at = now() + make_interval(secs => ${hours * 3600}),
    ends_at = now() + make_interval(secs => ${(hours + 2) * 3600}), papers_due_at = null where id = ${at.sessionId}`)
const saidLongAgo = () =>
  world.db.execute(sql`update session_replies set said_at = now() - interval '20 days'`)
const reminders = async () =>
  (await letters(world, 'sessions.reminder')).map(({ recipient }) => recipient).sort()

describe('being reminded', () => {
  it('comes when each person chose, by default two days before, and once', async () => {
    const at = await townWithSession(world)
    const params = { groupId: at.groupId }
    const week = await voice(world, at, byEmail('Week'))
    const two = await voice(world, at, byEmail('Two'))
    const never = await voice(world, at, byEmail('Never'))
    const not = await voice(world, at, byEmail('No'))
    await week.phone(contract.remind, { params, body: { remind: 'week' } })
    await never.phone(contract.remind, { params, body: { remind: 'never' } })
    for (const { phone } of [week, two, never]) await say(phone, at.params, 'yes')
    await say(not.phone, at.params, 'no')
    await saidLongAgo()
    await clocks()
    expect(await reminders()).toEqual([])
    await startsIn(at, 6 * 24)
    await clocks()
    expect(await reminders()).toEqual(['week@example.org'])
    await world.db.execute(
      sql`update session_replies set reminded_at = now() where member_id = ${week.id}`,
    )
    await startsIn(at, 40)
    await world.db.execute(
      sql`update session_replies set reminded_at = now() where member_id = ${week.id}`,
    )
    await Promise.all([clocks(), clocks(), clocks()])
    expect(await reminders()).toEqual(['two@example.org', 'week@example.org'])
  })

  it.each([
    ['in the morning of the day, for who chose that', 'morning', 1],
    ['not in the days before, for who chose the morning', 'morning', 30],
    ['in the morning, for who said yes later than two days before', 'two-days', 1],
    ['in the morning, for who said yes later than a week before', 'week', 1],
  ] as const)('comes %s', async (_, remind, hours) => {
    const at = await townWithSession(world)
    const kayleigh = await voice(world, at, byEmail('Kayleigh'))
    await kayleigh.phone(contract.remind, { params: { groupId: at.groupId }, body: { remind } })
    await say(kayleigh.phone, at.params, 'yes')
    // An hour before is never too late: the morning begins at seven where the place is, or an hour before an early start.
    await startsIn(at, hours === 1 ? 0.9 : hours)
    await clocks()
    expect(await reminders()).toEqual(hours === 1 ? ['kayleigh@example.org'] : [])
    await clocks()
    expect(await reminders()).toHaveLength(hours === 1 ? 1 : 0)
  })

  it('comes at seven on the wall of the place, not of the server', async () => {
    const at = await townWithSession(world)
    const kayleigh = await voice(world, at, byEmail('Kayleigh'))
    const params = { groupId: at.groupId }
    await kayleigh.phone(contract.remind, { params, body: { remind: 'morning' } })
    await say(kayleigh.phone, at.params, 'yes')
    // A zone in which it is now half past six, or half past seven, in the morning of the session's day.
    const wallSays = (hour: number) =>
      world.db.execute(sql`update places set time_zone = (select name from pg_timezone_names
        where name like 'Etc/GMT%' and extract(hour from now() at time zone name) = ${hour}
        order by name limit 1) where id = ${at.place.id}`)
    await startsIn(at, 8)
    await wallSays(6)
    await clocks()
    expect(await reminders()).toEqual([])
    await wallSays(7)
    await clocks()
    expect(await reminders()).toEqual(['kayleigh@example.org'])
  })

  it('puts whom no letter reaches on the list to ring, once, until somebody has rung', async () => {
    const at = await townWithSession(world)
    const rosa = await voice(world, at, { firstName: 'Rosa' })
    const not = await voice(world, at, { firstName: 'Derek' })
    await say(rosa.phone, at.params, 'yes')
    await say(not.phone, at.params, 'no')
    await saidLongAgo()
    await startsIn(at, 40)
    await Promise.all([clocks(), clocks()])
    const about = 'reminder' as const
    const list = async () =>
      (await at.yusuf(contract.plan, { params: at.params })).rings
        .filter((ring) => ring.about === about)
        .map(({ firstName, rung }) => ({ firstName, rung }))
    expect(await list()).toEqual([{ firstName: 'Rosa', rung: false }])
    const body = { memberId: rosa.id, about }
    await at.yusuf(contract.rung, { params: at.params, body })
    await clocks()
    expect(await list()).toEqual([{ firstName: 'Rosa', rung: true }])
  })

  it('never comes for a session that was called off', async () => {
    const at = await townWithSession(world)
    const two = await voice(world, at, byEmail('Two'))
    await say(two.phone, at.params, 'yes')
    await saidLongAgo()
    await startsIn(at, 40)
    await at.yusuf(contract.cancel, { params: at.params, body: { why: 'The hall is flooded.' } })
    await clocks()
    expect(await reminders()).toEqual([])
  })
})
