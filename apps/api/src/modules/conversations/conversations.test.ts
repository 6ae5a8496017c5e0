import { conversationsContract as contract } from '@howcanwe/shared/conversations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDevice } from '../../../test/device.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { audited } from '../codesign/codesign.fixture.ts'
import {
  asAccount,
  aTown,
  begin,
  leaveGroup,
  type Phone,
  phoneOf,
  read,
  said,
  say,
  type Town,
} from './conversations.fixture.ts'

let world: World
let at: Town
let kayleigh: Phone
let okafor: Phone
beforeAll(async () => {
  world = await startWorld()
  at = await aTown(world)
  kayleigh = await phoneOf(world, at, { firstName: 'Kayleigh' })
  okafor = await phoneOf(world, at, { firstName: 'Mr Okafor' })
})
afterAll(() => world.close())

const group = () => ({ groupId: at.groupId })
const inThread = (threadId: string) => ({ groupId: at.groupId, threadId })

describe('a group talks to each other, without an account (CO5)', () => {
  it('Kayleigh begins, Mr Okafor answers in his language, Yusuf who runs it too', async () => {
    const { id } = await begin(kayleigh.call, at.groupId, { showBloc: true })
    await say(okafor.call, inThread(id), 'Ik kan op dinsdag.', { lang: 'nl' })
    const yusuf = await asAccount(world, at.people.yusuf)
    await say(yusuf, inThread(id), 'The hall is free on Tuesdays.')
    const items = await read(kayleigh.call, inThread(id))
    expect(items.map((m) => [m.writer.name, m.writer.bloc, m.lang, m.writer.mine])).toEqual([
      ['Kayleigh', 'residents', 'en', true],
      ['Mr Okafor', null, 'nl', false],
      ['Yusuf', null, 'en', false],
    ])
    expect(items[2]?.writer.runsGroup).toBe(true)
  })
  it('is closed to a stranger, to another facilitator, to a council and to a broker', async () => {
    const { id } = await begin(kayleigh.call, at.groupId)
    const { noor, ruth, ines, sam } = at.people
    const calls = await Promise.all([noor, ruth, ines, sam].map((who) => asAccount(world, who)))
    for (const call of [world.anyone, await aDevice(world), ...calls]) {
      for (const ask of [
        () => call(contract.me, { params: group() }),
        () => call(contract.threads, { params: group(), query: {} }),
        () => call(contract.messages, { params: inThread(id), query: {} }),
        () => call(contract.log, { params: group(), query: {} }),
        () => say(call, inThread(id), 'Hello?'),
      ])
        expect((await refusal(ask())).code).toBe('codesign.no_place_here')
    }
  })
  it('somebody of another group finds nothing by its numbers', async () => {
    const other = await aTown(world)
    const stranger = await phoneOf(world, other)
    const { id } = await begin(kayleigh.call, at.groupId)
    const [message] = await read(kayleigh.call, inThread(id))
    const theirs = { groupId: other.groupId, threadId: id }
    const asked = stranger.call(contract.messages, { params: theirs, query: {} })
    expect((await refusal(asked)).code).toBe('conversations.thread_not_found')
    const changed = stranger.call(contract.takeBack, {
      params: { groupId: other.groupId, messageId: message?.id ?? '' },
      body: {},
    })
    expect((await refusal(changed)).code).toBe('conversations.message_not_found')
  })
  it('sent twice, a message is there once', async () => {
    const { id } = await begin(kayleigh.call, at.groupId)
    const body = said('Once is enough.')
    const sent = () => kayleigh.call(contract.write, { params: inThread(id), body })
    const [one, two] = [await sent(), await sent()]
    expect(two.id).toBe(one.id)
    expect(await read(kayleigh.call, inThread(id))).toHaveLength(2)
  })
  it('a page goes on where the last one ended', async () => {
    const { id } = await begin(kayleigh.call, at.groupId)
    for (const n of [1, 2, 3, 4]) await say(kayleigh.call, inThread(id), `Number ${n}`)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const query = { limit: 2, ...(cursor ? { cursor } : {}) }
      const page = await kayleigh.call(contract.messages, { params: inThread(id), query })
      seen.push(...page.items.map((m) => m.words))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen.slice(1)).toEqual(['Number 1', 'Number 2', 'Number 3', 'Number 4'])
    const first = await kayleigh.call(contract.threads, { params: group(), query: { limit: 1 } })
    const second = await kayleigh.call(contract.threads, {
      params: group(),
      query: { limit: 1, cursor: first.nextCursor ?? '' },
    })
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id)
  })
  it('words stay words: markup is kept as it was typed, and the trail holds none of it', async () => {
    const words = '<script>alert(1)</script> **bold** [x](javascript:1)'
    const { id } = await begin(kayleigh.call, at.groupId, { words })
    expect((await read(okafor.call, inThread(id)))[0]?.words).toBe(words)
    expect(await audited(world, 'conversations.wrote', 'alert(1)')).toEqual([])
  })
})

describe('one’s own words', () => {
  const one = async () => {
    const { id } = await begin(kayleigh.call, at.groupId)
    return say(kayleigh.call, inThread(id), 'I can help on Thursday.')
  }
  const change = (phone: Phone, messageId: string, words: string) =>
    phone.call(contract.change, {
      params: { groupId: at.groupId, messageId },
      body: { words, lang: 'en' },
    })

  it('can be put better for fifteen minutes, and what they were can be read', async () => {
    const { id } = await one()
    const after = await change(kayleigh, id, 'I can help on Tuesday.')
    expect(after).toMatchObject({ words: 'I can help on Tuesday.', versions: 1 })
    const { items } = await okafor.call(contract.versions, {
      params: { ...group(), messageId: id },
    })
    expect(items[0]?.words).toBe('I can help on Thursday.')
  })
  it('not after that, whoever asks (HW232)', async () => {
    const { id } = await one()
    await world.db.execute(sql`alter table thread_messages disable trigger thread_messages_guard`)
    await world.db.execute(
      sql`update thread_messages set created_at = created_at - interval '16 minutes' where id = ${id}`,
    )
    await world.db.execute(sql`alter table thread_messages enable trigger thread_messages_guard`)
    expect((await refusal(change(kayleigh, id, 'Something else.'))).code).toBe(
      'conversations.too_late',
    )
  })
  it('can be taken back for good, by who wrote them alone', async () => {
    const { id } = await one()
    await change(kayleigh, id, 'I can help on Tuesday.')
    const params = { groupId: at.groupId, messageId: id }
    const theirs = okafor.call(contract.takeBack, { params, body: {} })
    expect((await refusal(theirs)).code).toBe('conversations.not_yours')
    const gone = await kayleigh.call(contract.takeBack, { params, body: {} })
    expect(gone).toMatchObject({ state: 'taken-back', words: '', versions: 0 })
    const { rows } = await world.db.execute(
      sql`select 1 from message_versions where message_id = ${id}`,
    )
    expect(rows).toEqual([])
  })
  it('nobody deletes or rewrites what others said, not even past the application (HW232)', async () => {
    const { id } = await one()
    await change(kayleigh, id, 'I can help on Tuesday.')
    for (const attempt of [
      sql`delete from thread_messages where id = ${id}`,
      sql`update thread_messages set member_id = ${okafor.memberId} where id = ${id}`,
      sql`update message_versions set words = 'x' where message_id = ${id}`,
      sql`insert into message_versions (message_id, number, words, lang, until) values (${id}, 9, 'x', 'en', now())`,
    ])
      expect(await world.appDb.execute(attempt).catch(sqlState)).toBe('HW232')
    const { rows } = await world.db.execute<{ words: string; member_id: string }>(
      sql`select words, member_id from thread_messages where id = ${id}`,
    )
    expect(rows[0]).toEqual({ words: 'I can help on Tuesday.', member_id: kayleigh.memberId })
  })
  it('stay when they leave, under nobody’s name', async () => {
    const dee = await phoneOf(world, at, { firstName: 'Dee' })
    const { id } = await begin(dee.call, at.groupId, { words: 'From Dee.', showBloc: true })
    await leaveGroup(dee, world, at)
    const [left] = await read(kayleigh.call, inThread(id))
    expect(left).toMatchObject({ words: 'From Dee.', writer: { name: null, bloc: null } })
  })
})

describe('people without internet are in the conversation (PE3)', () => {
  const typed = (threadId: string, readBack: boolean) => ({
    params: inThread(threadId),
    body: {
      ...said('On Tuesdays my sister comes.'),
      ...{ memberId: okafor.memberId, saidBy: 'phone' as const, readBack: readBack as true },
    },
  })
  const bodyOf = (threadId: string, readBack = true) => {
    const { body, params } = typed(threadId, readBack)
    const { showBloc: _bloc, files: _files, ...rest } = body
    return { params, body: rest }
  }
  it('Yusuf types what Mr Okafor said on the telephone, read back to him and marked', async () => {
    const { id } = await begin(kayleigh.call, at.groupId)
    const yusuf = await asAccount(world, at.people.yusuf)
    await yusuf(contract.typeFor, bodyOf(id))
    const message = (await read(okafor.call, inThread(id)))[1]
    expect(message).toMatchObject({ saidBy: 'phone', writer: { name: 'Mr Okafor', mine: true } })
  })
  it('not without reading it back, and not by another facilitator', async () => {
    const { id } = await begin(kayleigh.call, at.groupId)
    const yusuf = await asAccount(world, at.people.yusuf)
    expect((await refusal(yusuf(contract.typeFor, bodyOf(id, false)))).code).toBe('request.invalid')
    const noor = await asAccount(world, at.people.noor)
    expect((await refusal(noor(contract.typeFor, bodyOf(id)))).code).toBe('codesign.no_place_here')
  })
})
