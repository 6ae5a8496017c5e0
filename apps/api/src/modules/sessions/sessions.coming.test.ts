import { codesignContract } from '@howcanwe/shared/codesign'
import { sessionsContract as contract } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { letters } from '../codesign/codesign.fixture.ts'
import { isOverSince, refusedBy, say, townWithSession, voice } from './sessions.fixture.ts'

let world: World
beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

const countOf = async (sessionId: string) =>
  (
    await world.db.execute<{ yes: number; waiting: number; seats: number }>(sql`
      select count(*) filter (where answer = 'yes')::int as yes, count(*) filter (where answer = 'waiting')::int as waiting,
        session_seats_taken(${sessionId}, null) as seats from session_replies where session_id = ${sessionId}`)
  ).rows[0]

describe('whether somebody comes (CD3)', () => {
  it('is said from one’s own place, without an account, and can be changed', async () => {
    const at = await townWithSession(world)
    const okafor = await voice(world, at)
    expect((await say(okafor.phone, at.params, 'maybe')).me?.reply).toBe('maybe')
    const seen = await say(okafor.phone, at.params, 'yes', true)
    expect(seen.me).toMatchObject({ reply: 'yes', brings: true })
    expect(seen.coming.residents).toBe(1)
    const plan = await at.yusuf(contract.plan, { params: at.params })
    expect(plan.people).toMatchObject([{ firstName: 'Mr Okafor', reply: 'yes', brings: true }])
  })

  it('is nobody’s to say who has no place in the group', async () => {
    const at = await townWithSession(world)
    const other = await townWithSession(world)
    const stranger = await voice(world, other)
    expect((await refusal(say(stranger.phone, at.params, 'yes'))).code).toBe(
      'codesign.no_place_here',
    )
    const insert = () =>
      world.db.execute(sql`insert into session_replies (place_id, session_id, member_id, answer)
        values (${at.place.id}, ${at.sessionId}, ${stranger.id}, 'yes')`)
    expect(await refusedBy(insert)).toBeDefined()
  })

  it('is too late once the session is over', async () => {
    const at = await townWithSession(world)
    const okafor = await voice(world, at)
    await isOverSince(world, at.sessionId, 1)
    expect((await refusal(say(okafor.phone, at.params, 'yes'))).code).toBe('sessions.over')
  })

  it('is written down by whoever runs the group, for who rang', async () => {
    const at = await townWithSession(world)
    const { id: memberId } = await voice(world, at)
    const plan = await at.yusuf(contract.replyFor, {
      params: { ...at.params, memberId },
      body: { answer: 'yes', brings: false },
    })
    expect(plan.people[0]?.reply).toBe('yes')
  })
})

describe('a room that is full', () => {
  it('lets people wait in turn, and the next moves up by itself when somebody cannot come', async () => {
    const at = await townWithSession(world, { capacity: 1 })
    const first = await voice(world, at, { firstName: 'Kayleigh' })
    const next = await voice(world, at, {
      firstName: 'Derek',
      contactBy: 'email',
      contact: 'derek@example.org',
    })
    const last = await voice(world, at, { firstName: 'Rosa' })
    await say(first.phone, at.params, 'yes')
    expect((await say(next.phone, at.params, 'yes')).me).toMatchObject({
      reply: 'waiting',
      place: 1,
    })
    expect((await say(last.phone, at.params, 'yes')).me).toMatchObject({
      reply: 'waiting',
      place: 2,
    })
    await say(first.phone, at.params, 'no')
    expect((await next.phone(contract.read, { params: at.params })).me?.reply).toBe('yes')
    expect((await last.phone(contract.read, { params: at.params })).me).toMatchObject({ place: 1 })
    const [letter] = await letters(world, 'sessions.moved-up', 'derek@example.org')
    expect(letter?.subject).toMatch(/^There is a seat for you/)
  })

  it('lists whom to ring when a letter does not reach them', async () => {
    const at = await townWithSession(world, { capacity: 1 })
    const first = await voice(world, at, { firstName: 'Kayleigh' })
    const next = await voice(world, at, { firstName: 'Rosa' })
    await say(first.phone, at.params, 'yes')
    await say(next.phone, at.params, 'yes')
    await say(first.phone, at.params, 'no')
    const about = 'moved-up' as const
    const plan = await at.yusuf(contract.plan, { params: at.params })
    expect(plan.rings).toContainEqual(
      expect.objectContaining({ firstName: 'Rosa', about, rung: false }),
    )
    const after = await at.yusuf(contract.rung, {
      params: at.params,
      body: { memberId: next.id, about },
    })
    expect(after.rings).toContainEqual(expect.objectContaining({ about, rung: true }))
  })

  it('gives the seat of whoever leaves the group to the next, whoever runs what', async () => {
    const at = await townWithSession(world, { capacity: 1 })
    const first = await voice(world, at)
    const next = await voice(world, at)
    await say(first.phone, at.params, 'yes')
    await say(next.phone, at.params, 'yes')
    await world.db.execute(sql`update group_members set state = 'left', left_at = now(), first_name = '', contact = '',
      contact_hash = ''::bytea, ways = '{}', words_hash = null where id = ${first.id}`)
    expect((await next.phone(contract.read, { params: at.params })).me?.reply).toBe('yes')
    expect(await countOf(at.sessionId)).toEqual({ yes: 1, waiting: 0, seats: 1 })
  })

  it('keeps everybody behind somebody who brings one where only one seat is free', async () => {
    const at = await townWithSession(world, { capacity: 2 })
    const people = [await voice(world, at), await voice(world, at), await voice(world, at)]
    const [first, pair, last] = people
    if (!first || !pair || !last) throw new Error('three people')
    await say(first.phone, at.params, 'yes')
    expect((await say(pair.phone, at.params, 'yes', true)).me?.reply).toBe('waiting')
    expect((await say(last.phone, at.params, 'yes')).me).toMatchObject({
      reply: 'waiting',
      place: 2,
    })
    await say(first.phone, at.params, 'no')
    expect((await pair.phone(contract.read, { params: at.params })).me?.reply).toBe('yes')
    expect(await countOf(at.sessionId)).toEqual({ yes: 1, waiting: 1, seats: 2 })
  })

  it('is never overfilled when twenty say yes at once and some go again, and nobody is lost', async () => {
    const at = await townWithSession(world, { capacity: 5 })
    const people = await Promise.all(Array.from({ length: 20 }, () => voice(world, at)))
    await Promise.all(people.map(({ phone }) => say(phone, at.params, 'yes')))
    expect(await countOf(at.sessionId)).toEqual({ yes: 5, waiting: 15, seats: 5 })
    await Promise.all(people.slice(0, 8).map(({ phone }) => say(phone, at.params, 'no')))
    expect(await countOf(at.sessionId)).toEqual({ yes: 5, waiting: 7, seats: 5 })
  })

  it('cannot be overfilled by writing past the product, nor made smaller than who comes', async () => {
    const at = await townWithSession(world, { capacity: 1 })
    const first = await voice(world, at)
    const next = await voice(world, at)
    await say(first.phone, at.params, 'yes')
    await say(next.phone, at.params, 'yes')
    const push = () =>
      world.db.execute(
        sql`update session_replies set answer = 'yes' where session_id = ${at.sessionId}`,
      )
    expect(await refusedBy(push)).toBe('HW193')
    await world.db.execute(sql`update group_sessions set capacity = 2 where id = ${at.sessionId}`)
    expect(await countOf(at.sessionId)).toMatchObject({ yes: 2, waiting: 0 })
    const shrink = () =>
      world.db.execute(sql`update group_sessions set capacity = 1 where id = ${at.sessionId}`)
    expect(await refusedBy(shrink)).toBe('HW193')
  })
})

it('whoever left has said nothing about any session any more', async () => {
  const at = await townWithSession(world)
  const okafor = await voice(world, at)
  await say(okafor.phone, at.params, 'yes')
  await okafor.phone(contract.say, {
    params: { groupId: at.groupId },
    body: { kind: 'hearing', words: 'Captions' },
  })
  await okafor.phone(contract.remind, {
    params: { groupId: at.groupId },
    body: { remind: 'week' },
  })
  await world.db.execute(sql`update group_members set state = 'left', left_at = now(), first_name = '', contact = '',
    contact_hash = ''::bytea, ways = '{}', words_hash = null where id = ${okafor.id}`)
  const { rows } = await world.db.execute(sql`
    select 1 from session_replies where member_id = ${okafor.id}
    union all select 1 from session_wishes where member_id = ${okafor.id}
    union all select 1 from access_needs where member_id = ${okafor.id}`)
  expect(rows).toEqual([])
})

it('announcing a session writes to who can be reached and lists who must be rung', async () => {
  const at = await townWithSession(world)
  await voice(world, at, { contactBy: 'email', contact: 'kayleigh@example.org' })
  await voice(world, at, { firstName: 'Rosa' })
  const { id } = await at.yusuf(codesignContract.startSession, {
    params: { groupId: at.groupId },
    body: {
      startsAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
      minutes: 90,
      venue: 'Library',
      address: null,
      gettingThere: '',
      stepFree: true,
    },
  })
  const [letter] = await letters(world, 'codesign.session-announced', 'kayleigh@example.org')
  expect(letter?.body).toContain(`/groups/${at.groupId}/sessions/${id}#`)
  const plan = await at.yusuf(contract.plan, { params: { groupId: at.groupId, sessionId: id } })
  expect(plan.rings).toMatchObject([{ firstName: 'Rosa', about: 'announced', rung: false }])
})
