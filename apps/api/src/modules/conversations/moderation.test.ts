import { conversationsContract as contract } from '@howcanwe/shared/conversations'
import type { Call } from '@howcanwe/shared/http'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { audited, letters } from '../codesign/codesign.fixture.ts'
import {
  asAccount,
  aTown,
  begin,
  type Phone,
  phoneOf,
  read,
  type Town,
} from './conversations.fixture.ts'
import { keepConversations } from './index.ts'

let world: World
let at: Town
let yusuf: Call
let kayleigh: Phone
let dee: Phone
let okafor: Phone
beforeAll(async () => {
  world = await startWorld()
  at = await aTown(world)
  yusuf = await asAccount(world, at.people.yusuf)
  const email = { contactBy: 'email' as const, contact: 'kay-hidden@example.org' }
  kayleigh = await phoneOf(world, at, { firstName: 'Kayleigh', ...email })
  dee = await phoneOf(world, at, { firstName: 'Dee' })
  okafor = await phoneOf(world, at, { firstName: 'Mr Okafor' })
  await name(dee.memberId, true)
})
afterAll(() => world.close())

const SAY = 'It names her neighbour and the street.'
const name = (memberId: string, moderates: boolean) =>
  yusuf(contract.setModerator, {
    params: { groupId: at.groupId },
    body: { memberId, moderates, sentence: 'The group chose her on Tuesday.' },
  })
const hide = (call: Call, messageId: string) =>
  call(contract.hide, {
    params: { groupId: at.groupId, messageId },
    body: { reason: 'about-somebody', sentence: SAY },
  })

async function message(by = kayleigh) {
  const thread = await begin(by.call, at.groupId, { words: 'Mrs Abara at 14 shouts at him.' })
  const [first] = await read(by.call, { groupId: at.groupId, threadId: thread.id })
  return { id: first?.id ?? '', threadId: thread.id, groupId: at.groupId }
}
const log = async (call: Call) =>
  (await call(contract.log, { params: { groupId: at.groupId }, query: {} })).items

describe('Dee, whom the group named, hides a message (CO5)', () => {
  it('others read that it is hidden and why; who wrote it reads it still and is told', async () => {
    const { id, ...where } = await message()
    await hide(dee.call, id)
    const [others] = await read(okafor.call, where)
    expect(others).toMatchObject({ state: 'hidden', words: '', hidden: { sentence: SAY } })
    const [own] = await read(kayleigh.call, where)
    expect(own).toMatchObject({
      words: 'Mrs Abara at 14 shouts at him.',
      hidden: { mayAskBack: true },
    })
    const [letter] = await letters(world, 'conversations.hidden', 'kay-hidden@example.org')
    expect(letter?.body).toContain(SAY)
    expect(letter?.subject + (letter?.body ?? '')).not.toContain('Abara')
  })
  it('everybody in the group reads it in the log, and never what it said', async () => {
    const { id } = await message()
    await hide(dee.call, id)
    const [line] = await log(okafor.call)
    expect(line).toMatchObject({ act: 'hidden', by: { name: 'Dee' }, sentence: SAY })
    expect(JSON.stringify(await log(okafor.call))).not.toContain('Abara')
    expect(await audited(world, 'conversations.hidden', 'Abara')).toEqual([])
  })
  it('Kayleigh asks back once; Yusuf shows it again', async () => {
    const { id, ...where } = await message()
    await hide(dee.call, id)
    const params = { groupId: at.groupId, messageId: id }
    const ask = () =>
      kayleigh.call(contract.askBack, { params, body: { sentence: 'She asked me to write this.' } })
    await ask()
    expect((await refusal(ask())).code).toBe('conversations.as_it_is')
    expect(await letters(world, 'codesign.asked-back')).not.toEqual([])
    await yusuf(contract.decideAgain, {
      params,
      body: { show: true, sentence: 'She did ask for it.' },
    })
    expect((await read(okafor.call, where))[0]?.state).toBe('here')
    expect((await log(okafor.call)).slice(0, 3).map((l) => l.act)).toEqual([
      'shown-again',
      'asked-back',
      'hidden',
    ])
  })
  it('she does not show her own again, nor does somebody hide who was not named', async () => {
    const { id } = await message(dee)
    await hide(yusuf, id)
    const params = { groupId: at.groupId, messageId: id }
    const body = { show: true, sentence: 'I think it is fine.' }
    const own = dee.call(contract.decideAgain, { params, body })
    expect((await refusal(own)).code).toBe('conversations.own_message')
    const other = await message()
    expect((await refusal(hide(okafor.call, other.id))).code).toBe('conversations.not_moderator')
  })
  it('a conversation is closed with a sentence, and nobody writes in it', async () => {
    const { threadId } = await message()
    const params = { groupId: at.groupId, threadId }
    const body = { closed: true, sentence: 'We settled this on Tuesday.' }
    expect(await dee.call(contract.setClosed, { params, body })).toMatchObject({ closed: true })
    const { said } = await import('./conversations.fixture.ts')
    const late = okafor.call(contract.write, { params, body: said('One more thing.') })
    expect((await refusal(late)).code).toBe('conversations.thread_closed')
  })
  it('two are the most, and naming stands in the log', async () => {
    const second = await phoneOf(world, at, { firstName: 'Ana' })
    const third = await phoneOf(world, at, { firstName: 'Bo' })
    await name(second.memberId, true)
    expect((await refusal(name(third.memberId, true))).code).toBe('conversations.two_moderators')
    await name(second.memberId, false)
    const [ended, named] = await log(okafor.call)
    expect([ended?.act, named?.about.name]).toEqual(['moderator-ended', 'Ana'])
  })
})

describe('nothing is hidden, closed or handed out past the log [G]', () => {
  const tried = (statement: ReturnType<typeof sql>) =>
    world.appDb.execute(statement).then(() => 'done', sqlState)
  it('HW230: a message, a conversation and a moderator follow a line alone', async () => {
    const { id, threadId } = await message()
    const [line] = await log(yusuf)
    for (const statement of [
      sql`update thread_messages set hidden_act = ${line?.id} where id = ${id}`,
      sql`update group_threads set closed = true where id = ${threadId}`,
      sql`insert into group_moderators (member_id, group_id, act) values (${okafor.memberId}, ${at.groupId}, ${line?.id})`,
      sql`delete from group_moderators where group_id = ${at.groupId}`,
    ])
      expect(await tried(statement)).toBe('HW230')
  })
  it('HW231: no line is changed or goes', async () => {
    const { id } = await message()
    await hide(yusuf, id)
    expect(await tried(sql`update moderation_acts set sentence = 'Because I say so.'`)).toBe(
      'HW231',
    )
    expect(await tried(sql`delete from moderation_acts`)).toBe('HW231')
  })
  it('HW234: no line by who was not named, nor without a sentence', async () => {
    const { id } = await message()
    const line = (memberId: string, sentence: string) => sql`
      insert into moderation_acts (id, place_id, group_id, act, message_id, member_id, reason, sentence)
      values (gen_random_uuid(), ${at.place.id}, ${at.groupId}, 'hidden', ${id}, ${memberId}, 'advert', ${sentence})`
    expect(await tried(line(okafor.memberId, SAY))).toBe('HW234')
    expect(await tried(line(dee.memberId, 'no'))).toBe('23514')
  })
})

describe('a report goes to who looks after the group (peers.md §5)', () => {
  const report = (by: Phone, messageId: string) =>
    by.call(contract.report, {
      params: { groupId: at.groupId, messageId },
      body: { reason: 'not-kind', said: 'This hurts him.' },
    })
  const reports = (call: Call) => call(contract.reports, { params: { groupId: at.groupId } })

  it('Yusuf sees who reported it, Dee only what; Mr Okafor is answered', async () => {
    const { id } = await message()
    const { answerBy } = await report(okafor, id)
    expect(answerBy).toMatch(/^\d{4}-\d\d-\d\d$/)
    const his = (await reports(yusuf)).items.find((r) => r.messageId === id)
    const hers = (await reports(dee.call)).items.find((r) => r.messageId === id)
    expect([his?.reporter, hers?.reporter]).toEqual(['Mr Okafor', null])
    const answered = await dee.call(contract.answerReport, {
      params: { groupId: at.groupId, reportId: his?.id ?? '' },
      body: { outcome: 'spoken', words: 'I spoke with her about it.' },
    })
    expect(answered.answer?.outcome).toBe('spoken')
    expect((await refusal(report(okafor, id))).code).toBe('conversations.reported_already')
  })
  it('whoever moderates sees and answers nothing about their own words (HW236)', async () => {
    const { id } = await message(dee)
    await report(okafor, id)
    const his = (await reports(yusuf)).items.find((r) => r.messageId === id)
    expect((await reports(dee.call)).items.map((r) => r.messageId)).not.toContain(id)
    const past = sql`update content_reports set outcome = 'stays', answer = 'It is fine.', answered_at = now(),
      answered_by_member = ${dee.memberId} where id = ${his?.id}`
    expect(await world.appDb.execute(past).catch(sqlState)).toBe('HW236')
  })
  it('is closed to members, to the council, the broker and the steward', async () => {
    const { ruth, ines, sam } = at.people
    expect((await refusal(reports(kayleigh.call))).code).toBe('conversations.not_moderator')
    for (const who of [ruth, ines, sam])
      expect((await refusal(reports(await asAccount(world, who)))).code).toBe(
        'codesign.no_place_here',
      )
  })
  it('when its day comes Yusuf is told, once', async () => {
    const { id } = await message()
    await report(okafor, id)
    const before = (await letters(world, 'codesign.reported')).length
    await world.db.execute(sql`alter table content_reports disable trigger content_reports_guard`)
    await world.db.execute(
      sql`update content_reports set answer_by = clock_timestamp() where message_id = ${id}`,
    )
    await world.db.execute(sql`alter table content_reports enable trigger content_reports_guard`)
    while (await keepConversations({ db: world.db, config: world.config }));
    expect((await letters(world, 'codesign.reported')).length).toBe(before + 1)
  })
})

describe('once a day somebody hears that there is something new', () => {
  it('by email unless they say no, with a link in and no word of it', async () => {
    await message(okafor)
    await world.db.execute(sql`update group_members set joined_at = joined_at - interval '2 days'`)
    await world.db.execute(sql`delete from thread_hearing`)
    while (await keepConversations({ db: world.db, config: world.config }));
    const [letter, ...more] = await letters(world, 'conversations.new', 'kay-hidden@example.org')
    expect(more).toEqual([])
    expect(letter?.body).toContain('/my-place#')
    expect(`${letter?.subject}${letter?.body}`).not.toContain('Abara')
    const { hearing } = await kayleigh.call(contract.me, { params: { groupId: at.groupId } })
    expect(hearing).toEqual({ by: 'email', daily: true })
    const params = { groupId: at.groupId }
    const off = await kayleigh.call(contract.hear, { params, body: { daily: false } })
    expect(off.hearing?.daily).toBe(false)
  })
})
