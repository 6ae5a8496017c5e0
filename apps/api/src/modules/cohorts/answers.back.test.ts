import { cohortsContract as contract } from '@howcanwe/shared/cohorts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import {
  allTold,
  answered,
  bySql,
  letPass,
  lettersTo,
  rowsOf,
  type Sent,
  type Town,
  told,
  townOf,
  work,
} from './answers.fixture.ts'

let world: World
let town: Town
beforeAll(async () => {
  world = await startWorld()
  town = await townOf(world)
})
afterAll(() => world.close())

const mine = async (sent: Sent, person = sent.member) =>
  (await world.as(person))(contract.mine, { params: { interestId: sent.id } })
const askBack = async (sent: Sent, question: string, person = sent.member) =>
  (await world.as(person))(contract.askBack, {
    params: { interestId: sent.id },
    body: { question },
  })
const answerBack = async (sent: Sent, answer: string, person = town.ruth) =>
  (await world.as(person))(contract.answerBack, {
    params: { interestId: sent.id },
    body: { answer },
  })
const given = async (challengeId: string, person = town.ruth) =>
  (await (await world.as(person))(contract.given, { params: { challengeId } })).items

describe('one question back (§2.7)', () => {
  const QUESTION = 'What would have made our start in May early enough?'
  const ANSWER = 'A start in April, with two of you instead of one. Please ask again in autumn.'

  it('Amina asks, Ruth answers, and both read it', async () => {
    const { challengeId, all } = await allTold(town, 2)
    const [amina, dele] = all as [Sent, Sent]
    const asked = await askBack(amina, QUESTION)
    expect(asked.questionBack).toMatchObject({ question: QUESTION, answer: null })
    const toRuth = (await lettersTo(world, `ruth-${town.place.id}@example.org`)).at(-1)
    expect(toRuth?.template).toBe('cohorts.asked-back')
    expect(toRuth?.body).toContain(QUESTION)
    const theirs = (await given(challengeId)).find((one) => one.interestId === amina.id)
    expect(theirs?.questionBack?.question).toBe(QUESTION)
    await answerBack(amina, ANSWER)
    expect((await mine(amina)).questionBack?.answer).toBe(ANSWER)
    const letter = (await lettersTo(world, amina.email)).at(-1)
    expect(letter?.template).toBe('cohorts.answered-back')
    expect(letter?.body).toContain(ANSWER)
    expect((await mine(dele)).questionBack).toBeNull()
    expect(await lettersTo(world, dele.email)).toHaveLength(1)
  })

  it('once: also when two members press at the same moment', async () => {
    const { all } = await allTold(town, 1)
    const [sent] = all as [Sent]
    const presses = await Promise.allSettled([askBack(sent, QUESTION), askBack(sent, QUESTION)])
    expect(presses.filter((p) => p.status === 'fulfilled')).toHaveLength(1)
    expect((await refusal(askBack(sent, 'And one more thing, please?'))).code).toBe(
      'cohorts.asked_already',
    )
    await answerBack(sent, ANSWER)
    expect((await refusal(answerBack(sent, `${ANSWER} Or not.`))).code).toBe(
      'cohorts.answered_already',
    )
  })

  it('only the two of them: no other group, commissioner or broker reads or answers it', async () => {
    const { challengeId, all } = await allTold(town, 2)
    const [amina, dele] = all as [Sent, Sent]
    await askBack(amina, QUESTION)
    const other = await world.seed.person({
      roles: [{ placeId: town.place.id, role: 'commissioner' }],
    })
    expect((await refusal(answerBack(amina, ANSWER, other))).code).toBe('challenges.not_found')
    expect((await refusal(answerBack(amina, ANSWER, town.ines))).status).toBe(403)
    expect((await refusal(askBack(amina, QUESTION, dele.member))).code).toBe('interests.not_found')
    expect((await refusal(answerBack(dele, ANSWER))).code).toBe('cohorts.nothing_asked')
    const watched = await world.app.inject({
      url: `/api/v1/desk/answer-clocks?placeId=${town.place.id}`,
      headers: { authorization: `Bearer ${await world.tokenOf(town.ines)}` },
    })
    const here = watched
      .json()
      .items.filter((i: { challenge: { id: string } }) => i.challenge.id === challengeId)
    expect(here.map((i: { kind: string; late: boolean }) => [i.kind, i.late])).toEqual([
      ['answers', false],
      ['question-back', false],
    ])
    for (const secret of [QUESTION, amina.name, amina.organisationId, amina.id, told(amina).reason])
      expect(watched.body).not.toContain(secret)
  })

  it('a broker watches her own place only', async () => {
    const elsewhere = await townOf(world)
    const call = (await world.as(town.ines))(contract.clocks, {
      query: { placeId: elsewhere.place.id },
    })
    expect((await refusal(call)).code).toBe('auth.forbidden')
  })

  it('Ruth is reminded on the day, and the broker hears when it is late, but not what was asked', async () => {
    const own = await townOf(world)
    const { all } = await allTold(own, 1)
    const [sent] = all as [Sent]
    await (await world.as(sent.member))(contract.askBack, {
      params: { interestId: sent.id },
      body: { question: QUESTION },
    })
    const ruth = `ruth-${own.place.id}@example.org`
    const ines = `ines-${own.place.id}@example.org`
    await work(world)
    expect(await lettersTo(world, ruth, 'cohorts.question-back-%')).toEqual([])
    const untilDay = sql`select ceil(extract(epoch from day_at - clock_timestamp()))::int as s
      from questions_back where interest_id = ${sent.id}`
    const [wait] = await rowsOf<{ s: number }>(world, untilDay)
    await letPass(world, 'questions_back', sent.id, `${(wait?.s ?? 0) + 1} seconds`)
    expect(await work(world)).toBe(1)
    expect(await work(world)).toBe(0)
    expect(
      (await lettersTo(world, ruth, 'cohorts.question-back-%')).map((l) => l.template),
    ).toEqual(['cohorts.question-back-day'])
    expect(await lettersTo(world, ines)).toEqual([])
    await letPass(world, 'questions_back', sent.id, '1 day')
    expect(await work(world)).toBe(1)
    expect(await work(world)).toBe(0)
    const [late] = await lettersTo(world, ines)
    expect(late?.template).toBe('cohorts.question-back-late')
    expect(late?.body).not.toContain(QUESTION)
    expect(late?.body).not.toContain(sent.name)
  })

  it('neither question nor answer is rewritten, also not by SQL', async () => {
    const { all } = await allTold(town, 2)
    const [amina, dele] = all as [Sent, Sent]
    await askBack(amina, QUESTION)
    const at = sql`where interest_id = ${amina.id}`
    expect(await bySql(world, sql`update questions_back set question = 'Nothing.' ${at}`)).toBe(
      'HW051',
    )
    expect(
      await bySql(world, sql`update questions_back set due_at = due_at + interval '9 days' ${at}`),
    ).toBe('HW051')
    await answerBack(amina, ANSWER)
    expect(await bySql(world, sql`update questions_back set answer = 'Never.' ${at}`)).toBe('HW051')
    expect(await bySql(world, sql`delete from questions_back ${at}`)).toBe('HW051')
    const waiting = (await answered(town, 1)).all[0] as Sent
    const put = (sent: Sent) => sql`
      insert into questions_back (interest_id, place_id, question, asked_by, asked_at, due_at, day_at)
      values (${sent.id}, ${town.place.id}, 'Why?', ${dele.member}, now(), now() + interval '1 day', now())`
    expect(await bySql(world, put(waiting))).toBe('HW051')
    expect(await bySql(world, put(amina))).toBe('23505')
  })
})
