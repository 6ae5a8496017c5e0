import { cohortsContract as contract } from '@howcanwe/shared/cohorts'
import { interestsContract } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { closeDue } from '../challenges/index.ts'
import {
  allTold,
  answered,
  bySql,
  letPass,
  lettersTo,
  rowsOf,
  type Sent,
  type Town,
  tellNone,
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
const rate = async (sent: Sent, rating: number, person = sent.member) =>
  (await world.as(person))(contract.rate, {
    params: { interestId: sent.id },
    body: { rating },
  })
const askBack = async (sent: Sent, question: string, person = sent.member) =>
  (await world.as(person))(contract.askBack, {
    params: { interestId: sent.id },
    body: { question },
  })
const given = async (challengeId: string, person = town.ruth) =>
  (await (await world.as(person))(contract.given, { params: { challengeId } })).items
const happened = (challengeId: string) => world.anyone(contract.read, { params: { challengeId } })

describe('everyone gets an answer worth having (J-15)', () => {
  it('Amina reads the reason, what was seen on each point, her next step and whom to ring', async () => {
    const { all } = await allTold(town, 2)
    const [amina] = all as [Sent, Sent]
    const answer = told(amina)
    expect(await mine(amina)).toMatchObject({
      outcome: 'not-this-time',
      reason: answer.reason,
      criteria: [
        { position: 0, name: 'Knows the people', sentence: answer.criteria[0]?.sentence },
        { position: 1, name: 'Could start soon', sentence: answer.criteria[1]?.sentence },
      ],
      nextStep: answer.nextStep,
      questionBack: null,
      from: 'Ruth, Northgate Council',
      contact: { name: 'Ines', phone: '020 7946 0000' },
      usefulness: { rating: null, mayRate: true },
    })
    const [letter] = await lettersTo(world, amina.email)
    for (const words of [
      answer.reason,
      `Knows the people: ${answer.criteria[0]?.sentence}`,
      `Could start soon: ${answer.criteria[1]?.sentence}`,
      `Your next step: Meet the broker. ${answer.nextStep.note}`,
      'ring Ines, 020 7946 0000',
      '/interest',
    ])
      expect(letter?.body).toContain(words)
  })

  it('only her own organisation and the one who decided read it', async () => {
    const { challengeId, all } = await allTold(town, 2)
    const [amina, dele] = all as [Sent, Sent]
    expect((await refusal(mine(amina, dele.member))).code).toBe('interests.not_found')
    expect((await refusal(mine(amina, town.ines))).status).toBe(403)
    expect((await given(challengeId)).map((one) => one.interestId).sort()).toEqual(
      all.map((one) => one.id).sort(),
    )
    const other = await world.seed.person({
      roles: [{ placeId: town.place.id, role: 'commissioner' }],
    })
    expect((await refusal(given(challengeId, other))).code).toBe('challenges.not_found')
    const open = await answered(town, 1, { open: true })
    expect((await refusal(given(open.challengeId))).code).toBe('interests.sealed')
  })

  it('before there is an answer the page says so', async () => {
    const { all } = await answered(town, 1)
    const [sent] = all as [Sent]
    for (const early of [
      () => mine(sent),
      () => rate(sent, 5),
      () => askBack(sent, 'When do we hear from you?'),
    ])
      expect((await refusal(early())).code).toBe('cohorts.not_decided')
  })

  it('of those not chosen, as many as heard in time and in full are counted in public (M7)', async () => {
    const { challengeId } = await allTold(town, 3)
    expect((await happened(challengeId)).answers).toEqual({
      answered: 3,
      notChosen: 3,
      notChosenCovered: 3,
      usefulness: null,
    })
  })

  it('an answer on the eleventh working day is not counted as in time', async () => {
    const { challengeId, all } = await answered(town, 2)
    while (await closeDue(world.db));
    await work(world)
    await letPass(world, 'answer_clocks', challengeId, '30 days')
    await tellNone(
      town,
      challengeId,
      all.map((sent) => told(sent)),
    )
    expect((await happened(challengeId)).answers).toMatchObject({
      notChosen: 2,
      notChosenCovered: 0,
    })
  })
})

describe('how useful it was (M8)', () => {
  it('is public as a median from five voices on, and nobody’s own before or after', async () => {
    const place = await townOf(world)
    const { challengeId, all } = await allTold(place, 6)
    const five = all.slice(0, 5)
    for (const [i, sent] of five.slice(0, 4).entries()) await rate(sent, [5, 4, 2, 1][i] ?? 0)
    expect((await happened(challengeId)).answers.usefulness).toBeNull()
    await rate(five[4] as Sent, 4)
    expect((await happened(challengeId)).answers.usefulness).toEqual({ count: 5, median: 4 })
    await rate(all[5] as Sent, 5)
    expect((await happened(challengeId)).answers.usefulness).toEqual({ count: 6, median: 4 })
    const here = await world.anyone(contract.ofPlace, { params: { placeId: place.place.id } })
    expect(here).toEqual({
      answered: 6,
      notChosen: 6,
      notChosenCovered: 6,
      usefulness: { count: 6, median: 4 },
    })
    const header = { authorization: `Bearer ${await world.tokenOf(place.ruth)}` }
    for (const path of ['answers', 'interests', 'cohort']) {
      const url = `/api/v1/challenges/${challengeId}/${path}`
      const answer = await world.app.inject({ url, headers: header })
      expect(answer.statusCode).toBe(200)
      expect(answer.body).not.toMatch(/"rating"|mayRate|ratedBy/)
    }
    const trail = await rowsOf<{ after: unknown; before: unknown }>(
      world,
      sql`select after, before from audit_events where action = 'cohorts.rated'
        and place_id = ${place.place.id}`,
    )
    expect(trail).toEqual(Array(6).fill({ after: null, before: null }))
  })

  it('another number may take its place for thirty days, and no longer', async () => {
    const { all } = await allTold(town, 1)
    const [sent] = all as [Sent]
    expect((await rate(sent, 2)).usefulness).toMatchObject({ rating: 2, mayRate: true })
    expect((await rate(sent, 4)).usefulness.rating).toBe(4)
    await letPass(world, 'feedback_ratings', sent.id, '30 days')
    expect((await refusal(rate(sent, 5))).code).toBe('cohorts.rating_closed')
    expect((await mine(sent)).usefulness).toMatchObject({ rating: 4, mayRate: false })
    const at = sql`where interest_id = ${sent.id}`
    expect(await bySql(world, sql`update feedback_ratings set rating = 5 ${at}`)).toBe('HW052')
    expect(await bySql(world, sql`delete from feedback_ratings ${at}`)).toBe('HW051')
    const later = sql`update feedback_ratings set changeable_until = now() + interval '9 days' ${at}`
    expect(await bySql(world, later)).toBe('HW051')
  })

  it.each([0, 6, 2.5])('%d is no number from 1 to 5', async (rating) => {
    const { all } = await allTold(town, 1)
    const [sent] = all as [Sent]
    expect((await refusal(rate(sent, rating))).code).toBe('request.invalid')
  })

  it('nobody rates for another, nor by SQL what was never answered', async () => {
    const { all } = await allTold(town, 2)
    const [amina, dele] = all as [Sent, Sent]
    expect((await refusal(rate(amina, 1, dele.member))).code).toBe('interests.not_found')
    expect((await refusal(rate(amina, 1, town.ruth))).code).toBe('interests.not_found')
    const waiting = (await answered(town, 1)).all[0] as Sent
    const put = (sent: Sent, rating: number, until = '30 days') => sql`
      insert into feedback_ratings (interest_id, place_id, rating, rated_by, changeable_until)
      values (${sent.id}, ${town.place.id}, ${rating}, ${sent.member}, now() + ${until}::interval)`
    expect(await bySql(world, put(waiting, 3))).toBe('HW051')
    expect(await bySql(world, put(amina, 6))).toBe('23514')
    expect(await bySql(world, put(amina, 5, '90 days'))).toBe('HW052')
  })
})

it('an organisation’s list of what it sent is as it was: the decision with its reason', async () => {
  const { all } = await allTold(town, 1)
  const [sent] = all as [Sent]
  const { items } = await (await world.as(sent.member))(interestsContract.mine)
  expect(items[0]?.decision).toMatchObject({ outcome: 'not-this-time', reason: told(sent).reason })
})
