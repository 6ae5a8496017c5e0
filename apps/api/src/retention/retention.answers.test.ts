import { suggestionsContract as contract } from '@howcanwe/shared/suggestions'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../test/support.ts'
import { sqlState } from '../db/database.ts'
import { groupSessions } from '../modules/codesign/codesign.table.ts'
import {
  type At,
  aGroup,
  answer,
  aVoice,
  hear,
  met,
  moveOn,
  say,
} from '../modules/suggestions/suggestions.fixture.ts'
import { forgetOld } from './index.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const DAY_MS = 86_400_000

/** Past every guard, as time would have done it. */
const asIfTimeWentBy = (...statements: SQL[]) =>
  world.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    for (const one of statements) await tx.execute(one)
  })

const reportDays = (at: At, days: number) =>
  asIfTimeWentBy(sql`update group_reports set
    marked_at = clock_timestamp() - ${`${days} days`}::interval,
    closed_at = case when closed_at is null then null else clock_timestamp() - ${`${days} days`}::interval end
    where group_id = ${at.groupId}`)

/** Two sessions long over, and how each of these people found them. */
async function feltBy(at: At, members: readonly string[], daysAgo: number) {
  for (const more of [0, 7]) {
    const endsAt = new Date(Date.now() - (daysAgo + more) * DAY_MS)
    const [row] = await world.db
      .insert(groupSessions)
      .values({
        ...{ placeId: at.place.id, groupId: at.groupId, venue: 'Hall', gettingThere: 'Bus 4' },
        ...{ stepFree: true, startsAt: new Date(endsAt.getTime() - 7_200_000), endsAt },
      })
      .returning({ id: groupSessions.id })
    const sessionId = row?.id ?? ''
    await asIfTimeWentBy(
      sql`update group_sessions set state = 'closed' where id = ${sessionId}`,
      ...members.map(
        (id, i) => sql`insert into session_felt (place_id, session_id, member_id, heard, changed)
          values (${at.place.id}, ${sessionId}, ${id}, ${1 + (i % 5)}, 2)`,
      ),
    )
  }
}

/** A group that went all the way: residents marked, said where it stood, and how two sessions felt. */
async function finished(people: number) {
  const at = await aGroup(world)
  const to = { params: { groupId: at.groupId } }
  const yusuf = await world.as(at.people.yusuf)
  const voices: Awaited<ReturnType<typeof aVoice>>[] = []
  for (let i = 0; i < people; i++) voices.push(await aVoice(world, at))
  const [kay] = voices
  if (!kay) throw new Error('nobody came')
  const { id } = await say(kay.phone, at)
  await hear(yusuf, id)
  await moveOn(yusuf, at, 'reporting-back')
  await answer(yusuf, id)
  for (const [i, { phone }] of voices.entries())
    await phone(contract.mark, {
      params: { suggestionId: id },
      body: { mark: i < 4 ? 'satisfied' : 'not' },
    })
  await met(world, at, yusuf)
  await moveOn(yusuf, at, 'homework-marked')
  for (const { phone } of voices)
    await phone(contract.rate, { ...to, body: { rung: 'engagement' } })
  await moveOn(yusuf, at, 'closed')
  const members = voices.map(({ member }) => member.id)
  await feltBy(at, members, 40)
  const shown = async () => {
    const { items, ladder } = await world.anyone(contract.published, to)
    return { items, ladder, influence: await world.anyone(contract.influence, to) }
  }
  return { at, members, shown }
}

const TABLES = ['homework_marks', 'ladder_ratings', 'session_felt'] as const
const ofSomebody = async (members: readonly string[]) =>
  Promise.all(
    TABLES.map(async (table) => {
      const { rows } = await world.db.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(table)} where member_id in ${members}`,
      )
      return rows[0]?.n
    }),
  )

describe('whose mark, rung and answer it was is forgotten; what they add up to stays (CD8)', () => {
  it('thirty days after the group has finished, and not a day sooner', async () => {
    const { at, members, shown } = await finished(6)
    await reportDays(at, 29)
    const before = await shown()
    expect(before.items[0]?.marks).toMatchObject({
      residents: { shown: 'figures', satisfied: 4, not: 2, unsure: 0 },
    })
    expect(before.ladder).toContainEqual(expect.objectContaining({ people: 6 }))
    expect(before.influence.felt.residents).toMatchObject({ answers: 12 })
    await forgetOld(world.appDb)
    expect(await ofSomebody(members)).toEqual([6, 6, 12])

    await reportDays(at, 31)
    const met = { homeworkMarks: 6, ladderRatings: 6, feltAnswers: 12 }
    expect(await forgetOld(world.appDb)).toMatchObject(met)
    expect(await ofSomebody(members)).toEqual([0, 0, 0])
    expect(await shown()).toEqual(before)
    expect(await forgetOld(world.appDb)).toMatchObject({ homeworkMarks: 0, feltAnswers: 0 })
  }, 90_000)

  it('how sessions felt also goes in a group that never says it has finished, after a year', async () => {
    const at = await aGroup(world)
    const { member } = await aVoice(world, at)
    await feltBy(at, [member.id], 364)
    await forgetOld(world.appDb)
    expect(await ofSomebody([member.id])).toEqual([0, 0, 2])
    await asIfTimeWentBy(sql`update group_sessions set starts_at = starts_at - interval '2 days',
      ends_at = ends_at - interval '2 days' where group_id = ${at.groupId}`)
    await forgetOld(world.appDb)
    expect(await ofSomebody([member.id])).toEqual([0, 0, 0])
  })

  it('[G] nobody can do it sooner, change the answer with it, or put it on another voice', async () => {
    const { at, members } = await finished(1)
    const state = (statement: SQL) =>
      world.db.execute(statement).then(
        () => 'done',
        (error: unknown) => sqlState(error),
      )
    const marks = (set: SQL) =>
      state(sql`update homework_marks set member_id = null, entered_by = null, ${set}
        where member_id in ${members}`)
    await reportDays(at, 29)
    expect(await marks(sql`bloc = 'residents'`)).toBe('HW225')
    expect(
      await state(sql`update ladder_ratings set member_id = null, bloc = 'residents'
        where member_id in ${members}`),
    ).toBe('HW226')
    expect(
      await state(sql`update session_felt set member_id = null, bloc = 'residents',
        teller = gen_random_uuid() where member_id in ${members}`),
    ).toBe('HW198')
    await reportDays(at, 31)
    expect(await marks(sql`bloc = 'residents', mark = 'unsure'`)).toBe('HW225')
    expect(await marks(sql`bloc = 'public-bodies'`)).toBe('HW225')
    expect(await marks(sql`bloc = 'residents'`)).toBe('done')
    expect(await state(sql`update homework_marks set mark = 'not' where member_id is null`)).toBe(
      'HW225',
    )
    expect(await state(sql`delete from homework_marks where member_id is null`)).toBe('HW225')
  })
})
