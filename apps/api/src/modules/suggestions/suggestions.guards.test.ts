import { codesignContract as codesign } from '@howcanwe/shared/codesign'
import { sessionsContract as sessions } from '@howcanwe/shared/sessions'
import { suggestionsContract as contract } from '@howcanwe/shared/suggestions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { newSession } from '../codesign/codesign.fixture.ts'
import { isOverSince } from '../sessions/sessions.fixture.ts'
import {
  type At,
  aGroup,
  announceMeeting,
  aVoice,
  hear,
  moveOn,
  REASON,
  say,
} from './suggestions.fixture.ts'

let world: World
let at: At
let kay: Awaited<ReturnType<typeof aVoice>>
let id: string
beforeAll(async () => {
  world = await startWorld()
  at = await aGroup(world)
  kay = await aVoice(world, at)
  id = (await say(kay.phone, at)).id
  await hear(await world.as(at.people.yusuf), id)
})
afterAll(() => world.close())

/** What the database says to this, whoever writes it. */
async function stateOf(query: ReturnType<typeof sql>): Promise<string | undefined> {
  try {
    await world.db.transaction(async (tx) => {
      await tx.execute(query)
      throw new Error('nothing said no')
    })
    return undefined
  } catch (error) {
    return sqlState(error)
  }
}

describe('[G] nobody gets round it with SQL either', () => {
  it.each([
    [
      'a no without a reason',
      () =>
        sql`update suggestions set state = 'not-doing', words = 'no', named = 'Ruth' where id = ${id}`,
      'HW223',
    ],
    [
      'a part without a name',
      () =>
        sql`update suggestions set state = 'partly', words = ${REASON}, named = ' ' where id = ${id}`,
      'HW223',
    ],
    [
      'back to being said',
      () => sql`update suggestions set state = 'said' where id = ${id}`,
      'HW222',
    ],
    [
      'other words in somebody’s mouth',
      () => sql`update suggestions set text = 'All is well as it is.' where id = ${id}`,
      'HW221',
    ],
    [
      'another voice',
      () => sql`update suggestions set bloc = 'public-bodies' where id = ${id}`,
      'HW221',
    ],
    [
      'a later day',
      () => sql`update suggestions set answer_by = answer_by + interval '1 day' where id = ${id}`,
      'HW224',
    ],
    ['taking it away', () => sql`delete from suggestions where id = ${id}`, 'HW221'],
    [
      'a step that was not taken',
      () => sql`insert into suggestion_moves (place_id, suggestion_id, from_state, to_state, words, named)
      values (${at.place.id}, ${id}, 'acknowledged', 'done', 'Done.', 'Ruth')`,
      'HW221',
    ],
    [
      'other words of a step',
      () => sql`update suggestion_moves set words = 'Something kinder' where suggestion_id = ${id}`,
      'HW221',
    ],
    [
      'a mark before the group reports back',
      () => sql`insert into homework_marks (place_id, suggestion_id, member_id, mark)
      values (${at.place.id}, ${id}, ${kay.member.id}, 'satisfied')`,
      'HW225',
    ],
    [
      'a rung before it is asked',
      () => sql`insert into ladder_ratings (place_id, group_id, member_id, rung)
      values (${at.place.id}, ${at.groupId}, ${kay.member.id}, 'co-production')`,
      'HW226',
    ],
    [
      'a report without its step',
      () =>
        sql`insert into group_reports (group_id, place_id, due_at) values (${at.groupId}, ${at.place.id}, now())`,
      'HW227',
    ],
    [
      'marked without a meeting',
      () => sql`update groups set state = 'homework-marked' where id = ${at.groupId}`,
      'HW228',
    ],
    [
      'closed in one go',
      () => sql`update groups set state = 'closed' where id = ${at.groupId}`,
      'HW228',
    ],
    [
      'a suggestion in another voice',
      () => sql`insert into suggestions (id, place_id, group_id, member_id, bloc, text, language, via, acknowledge_by)
      values (gen_random_uuid(), ${at.place.id}, ${at.groupId}, ${kay.member.id}, 'public-bodies', 'x', 'en', 'own-place', now())`,
      'HW220',
    ],
  ])('%s', async (_, query, state) => {
    expect(await stateOf(query())).toBe(state)
  })
  it('homework is marked at one session of the group itself, held when that is said of the session', async () => {
    const own = await aGroup(world)
    const yusuf = await world.as(own.people.yusuf)
    await moveOn(yusuf, own, 'reporting-back')
    const sessionOf = async (group: typeof own) => {
      const params = { groupId: group.groupId }
      const call = await world.as(group.people.yusuf)
      return (await call(codesign.startSession, { params, body: newSession() })).id
    }
    const linked = (id: string) =>
      stateOf(sql`update group_reports set session_id = ${id} where group_id = ${own.groupId}`)
    expect(await linked(await sessionOf(await aGroup(world)))).toMatch(/HW227|23503/)
    expect(await linked(await sessionOf(at))).toMatch(/HW227|23503/)
    const meetingId = await announceMeeting(yusuf, own)
    expect(await linked(await sessionOf(own))).toBe('HW248')
    expect(
      await stateOf(sql`update group_reports set held_at = now() where group_id = ${own.groupId}`),
    ).toBe('HW227')
    await isOverSince(world, meetingId, 1)
    const params = { groupId: own.groupId, sessionId: meetingId }
    await yusuf(sessions.step, { params, body: { to: 'held' } })
    const { homework } = await yusuf(contract.list, { params })
    expect(homework?.heldAt).toBeInstanceOf(Date)
    expect(
      await stateOf(
        sql`update group_reports set session_id = null where group_id = ${own.groupId}`,
      ),
    ).toMatch(/HW227|23514/)
  })
  it('a group with something unheard does not report back; with a clock on everything it does, and not back again', async () => {
    const own = await aGroup(world)
    const voice = await aVoice(world, own)
    const unheard = await say(voice.phone, own)
    const report = sql`update groups set state = 'reporting-back' where id = ${own.groupId}`
    expect(await stateOf(report)).toBe('HW228')
    await hear(await world.as(own.people.yusuf), unheard.id)
    await world.db.execute(report)
    expect(await stateOf(sql`update groups set state = 'active' where id = ${own.groupId}`)).toBe(
      'HW228',
    )
    expect(
      await stateOf(
        sql`update group_reports set marked_at = now() where group_id = ${own.groupId}`,
      ),
    ).toBe('HW227')
    expect(
      await stateOf(sql`update group_reports set due_at = now() where group_id = ${own.groupId}`),
    ).toBe('HW227')
    for (const held of ['held_at', 'ladder_asked_at', 'closed_at'])
      expect(
        await stateOf(
          sql`update group_reports set ${sql.identifier(held)} = now() where group_id = ${own.groupId}`,
        ),
      ).toMatch(/HW227|23514/)
    const other = await aVoice(world, at)
    expect(
      await stateOf(sql`insert into homework_marks (place_id, suggestion_id, member_id, mark)
        values (${own.place.id}, ${unheard.id}, ${other.member.id}, 'not')`),
    ).toMatch(/HW220|23503/)
  })

  it('an answer is promised within twenty working days of the place (CD6)', async () => {
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql`update suggestions set state = 'said', acknowledged_at = null, decided_on = null,
        answer_by = null where id = ${id}`)
    })
    const promise = (
      days: number,
    ) => sql`update suggestions set state = 'acknowledged', words = ${REASON},
      decided_on = current_date, answer_by = now() + make_interval(days => ${days}) where id = ${id}`
    expect(await stateOf(promise(40))).toBe('HW224')
    expect(await stateOf(promise(14))).toBeUndefined()
  })
})
