import { paymentsContract as payments } from '@howcanwe/shared/payments'
import { sessionsContract as sessions } from '@howcanwe/shared/sessions'
import { suggestionsContract as contract } from '@howcanwe/shared/suggestions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { convene } from '../charters/charters.fixture.ts'
import { letters, newSession } from '../codesign/codesign.fixture.ts'
import { payTown, wereThere } from '../payments/payments.fixture.ts'
import { isOverSince } from '../sessions/sessions.fixture.ts'
import {
  aGroup,
  announceMeeting,
  answer,
  aVoice,
  hear,
  met,
  moveOn,
  say,
} from './suggestions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

describe('the homework meeting, the marks and the ladder (J-21, CD8)', () => {
  it('from reporting back to closed, step by step; marks are published once nobody marks any more', async () => {
    const own = await aGroup(world)
    const to = { params: { groupId: own.groupId } }
    const yusuf = await world.as(own.people.yusuf)
    const voices = []
    for (let i = 0; i < 6; i++) voices.push(await aVoice(world, own))
    const officer = await aVoice(world, own, { bloc: 'public-bodies', organisation: 'Council' })
    const [first] = voices
    if (!first) throw new Error('six voices')
    const suggestion = await say(first.phone, own)
    const mark = (phone: typeof first.phone, said: 'satisfied' | 'not' | 'unsure') =>
      phone(contract.mark, { params: { suggestionId: suggestion.id }, body: { mark: said } })

    expect((await refusal(moveOn(yusuf, own, 'reporting-back'))).code).toBe(
      'suggestions.step_too_early',
    )
    await hear(yusuf, suggestion.id)
    expect((await refusal(mark(first.phone, 'not'))).code).toBe('suggestions.marking_closed')
    expect(await moveOn(yusuf, own, 'reporting-back')).toMatchObject({
      group: { state: 'reporting-back' },
    })
    await answer(yusuf, suggestion.id)

    await Promise.all(voices.map(({ phone }, i) => mark(phone, i < 4 ? 'satisfied' : 'not')))
    await mark(officer.phone, 'satisfied')
    await mark(first.phone, 'unsure')
    expect((await world.anyone(contract.published, to)).items[0]?.marks).toBeNull()
    expect((await first.phone(contract.list, to)).items[0]).toMatchObject({
      myMark: 'unsure',
      marks: null,
    })
    expect((await refusal(moveOn(yusuf, own, 'homework-marked'))).code).toBe(
      'suggestions.step_too_early',
    )
    const rate = (phone: typeof first.phone, rung: 'consultation' | 'co-design') =>
      phone(contract.rate, { ...to, body: { rung } })
    expect((await refusal(rate(first.phone, 'consultation'))).code).toBe(
      'suggestions.ladder_closed',
    )

    expect(await met(world, own, yusuf)).toMatchObject({ ladderAsked: true, closedAt: null })
    await moveOn(yusuf, own, 'homework-marked')
    expect((await refusal(mark(first.phone, 'satisfied'))).code).toBe('suggestions.marking_closed')
    expect((await world.anyone(contract.published, to)).items[0]?.marks).toEqual({
      residents: { shown: 'figures', satisfied: 3, not: 2, unsure: 1 },
      others: { shown: 'few' },
    })

    await Promise.all(voices.map(({ phone }) => rate(phone, 'consultation')))
    expect((await world.anyone(contract.published, to)).ladder).toBeNull()
    await moveOn(yusuf, own, 'closed')
    expect((await refusal(rate(first.phone, 'co-design'))).code).toBe('suggestions.ladder_closed')
    expect((await world.anyone(contract.published, to)).ladder).toContainEqual({
      ...{ bloc: 'residents', median: 'consultation', gap: 2, people: 6 },
    })
    const figures = await world.anyone(contract.influence, to)
    expect(figures).toMatchObject({
      isPublic: true,
      satisfied: { part: 0, of: 1 },
      meetings: { due: 1, held: 1 },
      reasons: { part: 1, of: 1 },
    })
  })
  it('the meeting is a session: Kayleigh hears what it is for, says that she comes and what she needs, and is paid', async () => {
    const own = await payTown(world)
    await convene(world, own.groupId, 'active')
    const params = { groupId: own.groupId }
    const yusuf = await world.as(own.people.yusuf)
    const kay = await aVoice(world, own, { contactBy: 'email', contact: 'kay-marks@example.org' })
    const plan = () => yusuf(contract.announceHomework, { params, body: newSession() })
    expect((await refusal(plan())).code).toBe('suggestions.step_too_early')
    await moveOn(yusuf, own, 'reporting-back')
    const { meeting } = await plan()
    const at = { ...params, sessionId: meeting?.id ?? '' }
    const told = await letters(world, 'codesign.session-announced', 'kay-marks@example.org')
    expect(told[0]?.body).toContain('We mark what was done with what you all said.')
    expect(await kay.phone(contract.marksAt, { params: at })).toEqual({ isHomework: true })
    await kay.phone(sessions.reply, { params: at, body: { answer: 'yes', brings: false } })
    await kay.phone(sessions.say, { params, body: { kind: 'hearing', words: 'Captions, please.' } })
    const confirmed = yusuf(sessions.step, { params: at, body: { to: 'confirmed' } })
    expect((await refusal(confirmed)).code).toBe('sessions.needs_open')
    await isOverSince(world, at.sessionId, 1)
    await wereThere(world, own, at.sessionId, [kay.member.id])
    const { items } = await kay.phone(payments.mine, { params })
    expect(items).toMatchObject([{ kind: 'involvement', why: 'held', minutes: 120 }])
  })
  it('moved, it is where its session is; called off, another day is set; while one stands no second', async () => {
    const own = await aGroup(world)
    const params = { groupId: own.groupId }
    const yusuf = await world.as(own.people.yusuf)
    await moveOn(yusuf, own, 'reporting-back')
    const first = await announceMeeting(yusuf, own)
    const past = newSession({ startsAt: new Date(Date.now() - 3_600_000).toISOString() })
    expect((await refusal(yusuf(contract.announceHomework, { params, body: past }))).code).toBe(
      'codesign.session_in_past',
    )
    expect((await refusal(announceMeeting(yusuf, own))).code).toBe('suggestions.meeting_stands')
    await yusuf(sessions.cancel, {
      params: { ...params, sessionId: first },
      body: { why: 'The hall is flooded.' },
    })
    const shown = async () => (await world.anyone(contract.published, { params })).homework
    expect(await shown()).toMatchObject({ meeting: null, heldAt: null })
    const second = await announceMeeting(yusuf, own)
    expect(await shown()).toMatchObject({ meeting: { id: second, venue: 'Elmside Hall' } })
  })
  it('only the group reads how much its word counted before it is closed, or says so', async () => {
    const own = await aGroup(world)
    const to = { params: { groupId: own.groupId } }
    const kay = await aVoice(world, own)
    expect((await refusal(world.anyone(contract.influence, to))).code).toBe(
      'suggestions.influence_inside',
    )
    expect((await kay.phone(contract.influence, to)).isPublic).toBe(false)
    const yusuf = await world.as(own.people.yusuf)
    await moveOn(yusuf, own, 'reporting-back')
    await yusuf(contract.shareInfluence, { ...to, body: { groupAgreed: true } })
    expect((await world.anyone(contract.influence, to)).isPublic).toBe(true)
  })
  it('Yusuf types in what Mr Okafor marked on the sheet; what somebody marked themselves stands', async () => {
    const own = await aGroup(world)
    const yusuf = await world.as(own.people.yusuf)
    const kay = await aVoice(world, own)
    const { id } = await say(kay.phone, own)
    await hear(yusuf, id)
    await moveOn(yusuf, own, 'reporting-back')
    const typed = (mark: 'satisfied' | 'not') =>
      yusuf(contract.typeHomework, {
        params: { groupId: own.groupId },
        body: {
          ...{ memberId: kay.member.id, marks: [{ suggestionId: id, mark }], rung: null },
          ...{ saidBy: 'paper', readBack: true },
        },
      })
    expect(await typed('satisfied')).toEqual({ typed: 1, ownStand: 0 })
    expect(await typed('not')).toEqual({ typed: 1, ownStand: 0 })
    await kay.phone(contract.mark, { params: { suggestionId: id }, body: { mark: 'unsure' } })
    expect(await typed('not')).toEqual({ typed: 0, ownStand: 1 })
  })
})
