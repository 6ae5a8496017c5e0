import { decisionsContract as contract } from '@howcanwe/shared/decisions'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { entered } from '../codesign/codesign.fixture.ts'
import {
  answered,
  counted,
  dayIn,
  first,
  type Hall,
  hall,
  of,
  opened,
  past,
  say,
  soon,
  timeIsOver,
  WORDS,
  wordsStoodFor,
} from './decisions.fixture.ts'

let world: World
let h: Hall
beforeAll(async () => {
  world = await startWorld()
  h = await hall(world, [6, 2, 2])
})
afterAll(() => world.close())

/** What the database says to somebody with the application's login. */
async function told(statement: SQL): Promise<string> {
  try {
    await world.appDb.execute(statement)
    return 'done'
  } catch (error) {
    return sqlState(error) ?? 'another error'
  }
}

const versionOf = async (decisionId: string): Promise<string> => {
  const { rows } = await world.db.execute<{ id: string }>(
    sql`select id from decision_versions where decision_id = ${decisionId} order by number desc limit 1`,
  )
  return rows[0]?.id ?? ''
}
const ballot = (versionId: string, memberId: string, answer = 'yes') =>
  sql`insert into decision_ballots (place_id, version_id, member_id, answer)
      values (${h.placeId}, ${versionId}, ${memberId}, ${answer})`

describe('an answer, whoever writes the row (§4.2 [G])', () => {
  it('counts once a member and version', async () => {
    const version = await versionOf(await opened(h))
    const { memberId } = first(h, 'residents')
    expect(await told(ballot(version, memberId))).toBe('done')
    expect(await told(ballot(version, memberId, 'no'))).toBe('23505')
  })

  it('is refused when its time is over, by the database’s clock, also where nobody has counted yet', async () => {
    const id = await opened(h)
    await timeIsOver(world, id)
    expect(await told(ballot(await versionOf(id), first(h, 'residents').memberId))).toBe('HW200')
    const late = await refusal(say(first(h, 'residents'), id, 'yes'))
    expect(late.code).toBe('decisions.closed')
  })

  it('is refused of who rests, has left, is of another group, or whose voice is not asked', async () => {
    const id = await opened(h, { kind: 'pay' })
    const version = await versionOf(id)
    const [, , , resting] = of(h, 'residents')
    const other = await hall(world, [1, 1, 1])
    await past(
      world,
      sql`update group_members set state = 'resting' where id = ${resting?.memberId ?? ''}`,
    )
    for (const memberId of [
      resting?.memberId ?? '',
      first(other, 'residents').memberId,
      first(h, 'organisations').memberId,
    ])
      expect(await told(ballot(version, memberId))).toBe('HW201')
    await past(
      world,
      sql`update group_members set state = 'joined' where id = ${resting?.memberId ?? ''}`,
    )
  })

  it('whoever runs the group does not answer, under their account or under their contact', async () => {
    const id = await opened(h)
    await world.db.execute(
      sql`update people set email = 'yusuf@example.org' where id = ${h.people.yusuf}`,
    )
    await past(world, sql`update groups set state = 'recruiting' where id = ${h.groupId}`)
    const own = { contactBy: 'email', contact: 'yusuf@example.org', bloc: 'residents' } as const
    const { member } = await entered(world, h, own)
    await past(world, sql`update groups set state = 'active' where id = ${h.groupId}`)
    expect(await told(ballot(await versionOf(id), member.id))).toBe('HW202')
    const asYusuf = h.yusuf(contract.answer, {
      params: { decisionId: id },
      body: { version: 1, answer: 'yes' },
    })
    expect((await refusal(asYusuf)).code).toBe('decisions.facilitator')
  })

  it('nobody types over what somebody answered themselves, and they may correct what was typed', async () => {
    const id = await opened(h)
    const [one, two] = of(h, 'residents')
    if (!one || !two) throw new Error('two residents')
    await say(one, id, 'no')
    const typed = (memberId: string, answer: 'yes' | 'no') =>
      h.yusuf(contract.typeIn, {
        params: { decisionId: id, memberId },
        body: { version: 1, answer, saidBy: 'phone', readBack: true },
      })
    expect((await refusal(typed(one.memberId, 'yes'))).code).toBe('decisions.own_stands')
    await typed(two.memberId, 'yes')
    const read = await two.phone(contract.read, { params: { decisionId: id } })
    expect(read.mine).toEqual({ may: true, answer: 'yes', typedIn: true })
    expect(await say(two, id, 'aside')).toMatchObject({ answer: 'aside', typedIn: false })
  })

  it('a group without a charter decides nothing', async () => {
    const fresh = await hall(world, [1, 1, 1])
    await past(world, sql`update groups set state = 'recruiting' where id = ${fresh.groupId}`)
    const early = fresh.yusuf(contract.raise, { params: { groupId: fresh.groupId }, body: WORDS })
    expect((await refusal(early)).code).toBe('decisions.no_charter')
    const id = await opened(h)
    const version = await versionOf(id)
    await past(world, sql`update groups set state = 'recruiting' where id = ${h.groupId}`)
    expect(await told(ballot(version, first(h, 'residents').memberId))).toBe('HW207')
    await past(world, sql`update groups set state = 'active' where id = ${h.groupId}`)
  })

  it('nothing opens while one of three voices has nobody, except what residents decide alone', async () => {
    const two = await hall(world, [3, 2, 0])
    expect((await refusal(opened(two))).code).toBe('decisions.voice_missing')
    expect(await opened(two, { kind: 'ground-rules' })).toBeTruthy()
  })
})

describe('the count', () => {
  it('is written by the database alone, and stands', async () => {
    const id = await opened(h)
    await answered(h, id, { residents: [6, 0], organisations: [2, 0], 'public-bodies': [2, 0] })
    const version = await versionOf(id)
    const forged = sql`insert into decision_counts (place_id, version_id, bloc, members, yes, no, aside)
      values (${h.placeId}, ${version}, 'residents', 9, 9, 0, 0)`
    expect(await told(forged)).toBe('HW206')
    await counted(world, h, id)
    for (const change of [
      sql`update decision_counts set yes = 0 where version_id = ${version}`,
      sql`delete from decision_counts where version_id = ${version}`,
    ])
      expect(await told(change)).toBe('42501')
    for (const change of [
      sql`update decision_versions set result = 'not-consented' where id = ${version}`,
      sql`update decision_versions set text = 'Something else altogether' where id = ${version}`,
    ])
      expect(await told(change)).toBe('HW205')
  })

  it('comes when everybody has answered or its time is over, not when it suits', async () => {
    const id = await opened(h)
    await answered(h, id, { residents: [2, 0] })
    const early = h.yusuf(contract.close, { params: { decisionId: id }, body: {} })
    expect((await refusal(early)).code).toBe('decisions.still_open')
    const again = sql`update decision_versions set closes_at = clock_timestamp() where decision_id = ${id}`
    expect(await told(again)).toBe('HW209')
  })

  it('nothing is consented without a day to look again', async () => {
    const { id } = await h.yusuf(contract.raise, { params: { groupId: h.groupId }, body: WORDS })
    const params = { decisionId: id }
    await h.yusuf(contract.clarify, { params, body: { ...WORDS, bodyDecides: false } })
    await wordsStoodFor(world, id)
    const today = h.yusuf(contract.open, { params, body: { closesAt: soon(), reviewOn: dayIn(0) } })
    expect((await refusal(today)).code).toBe('decisions.dates')
    const version = await versionOf(id)
    const without = sql`update decision_versions set opened_at = now(), closes_at = now() + interval '1 hour' where id = ${version}`
    expect(await told(without)).toBe('HW206')
  })

  it.each(['consented', 'decided', 'kept', 'held'])('nobody writes %s over it', async (state) => {
    const id = await opened(h)
    expect(await told(sql`update decisions set state = ${state} where id = ${id}`)).toMatch(
      /HW204|23514/,
    )
    expect(await told(sql`delete from decisions where id = ${id}`)).toBe('HW204')
  })

  it('one integrating round, not two', async () => {
    const id = await opened(h)
    const params = { decisionId: id }
    await answered(h, id, { residents: [2, 4], organisations: [2, 0], 'public-bodies': [2, 0] })
    await counted(world, h, id)
    const { kind: _, ...words } = WORDS
    await h.yusuf(contract.rewrite, { params, body: { ...words, text: 'By phone until noon.' } })
    await h.yusuf(contract.open, { params, body: { closesAt: soon(), reviewOn: dayIn(30) } })
    await answered(h, id, { residents: [2, 4], organisations: [2, 0], 'public-bodies': [2, 0] }, 2)
    await counted(world, h, id)
    const third = h.yusuf(contract.rewrite, { params, body: words })
    expect((await refusal(third)).code).toBe('decisions.wrong_state')
    const over = await h.yusuf(contract.conclude, { params, body: {} })
    expect(over).toMatchObject({ state: 'decided', review: null })
  })
})
