import { challengesContract } from '@howcanwe/shared/challenges'
import { cohortsContract as contract } from '@howcanwe/shared/cohorts'
import { interestsContract } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../test/support.ts'
import {
  amina,
  answered,
  because,
  challengeId,
  challengeState,
  choiceOf,
  expectNothingHappened,
  inTown,
  lettersTo,
  press,
  pressNone,
  rowsOf,
  ruth,
  type Sent,
  sixAnswered,
  statement,
  world,
} from './cohorts.fixture.ts'

inTown()

describe('Ruth chooses, and everyone hears', () => {
  it('four of six are welcomed, the two others get their own reason, one door and a person to ring (J-15)', async () => {
    const all = await sixAnswered()
    const [group, carers, housing, firm, youth, big] = all as [Sent, Sent, Sent, Sent, Sent, Sent]
    const cohort = await press(choiceOf([group, carers, housing, firm], [youth, big]))
    expect(cohort.organisations.map((o) => o.name).sort()).toEqual(
      [group, carers, housing, firm].map((o) => o.name).sort(),
    )
    expect(cohort.interested).toBe(6)
    expect(await challengeState()).toBe('formed')
    for (const sent of [group, carers, housing, firm]) {
      const letters = await lettersTo(sent)
      expect(letters.map((l) => l.template)).toEqual(['cohorts.chosen'])
      expect(letters[0]?.body).toContain(because(sent).reason)
      expect(letters[0]?.body).toContain('from Wednesday 1 April 2099 to Thursday 31 December 2099')
    }
    expect((await lettersTo(group))[0]?.body).toMatch(
      new RegExp(`together with .*${firm.name}.*\\.`),
    )
    for (const sent of [youth, big]) {
      const letters = await lettersTo(sent)
      expect(letters.map((l) => l.template)).toEqual(['cohorts.not-this-time'])
      expect(letters[0]?.body).toContain(because(sent).reason)
      expect(letters[0]?.body).toContain('6 organisations answered and 4 were chosen')
      expect(letters[0]?.body).toMatch(/other challenges are open:\n\S+\/challenges/)
      expect(letters[0]?.body).toContain('ring Ines, 020 7946 0000')
      expect(letters[0]?.body).toContain(`Knows the people: ${because(sent).criteria[0]?.sentence}`)
      expect(letters[0]?.body).toContain(
        `Your next step: Meet the broker. ${because(sent).nextStep.note}`,
      )
      expect(letters[0]?.body).not.toContain(because(sent === youth ? big : youth).reason)
    }
    const mine = (await (await world.as(amina))(interestsContract.mine)).items
    const decisionOn = (sent: Sent) => mine.find((i) => i.id === sent.id)?.decision
    expect(decisionOn(group)).toMatchObject({ outcome: 'chosen', reason: because(group).reason })
    expect(decisionOn(big)).toMatchObject({
      outcome: 'not-this-time',
      reason: because(big).reason,
    })
  })

  it('the trail has each decision, the cohort and the challenge, once', async () => {
    const all = await sixAnswered()
    const cohort = await press(choiceOf(all.slice(0, 4), all.slice(4)))
    const trail = async (id: string) =>
      rowsOf<{ action: string; actor_id: string }>(
        sql`select action, actor_id from audit_events where subject_id = ${id} order by id desc limit 1`,
      )
    for (const sent of all)
      expect(await trail(sent.id)).toEqual([{ action: 'interests.decided', actor_id: ruth }])
    expect(await trail(cohort.id)).toEqual([{ action: 'cohorts.formed', actor_id: ruth }])
    expect(await trail(challengeId)).toEqual([{ action: 'challenges.formed', actor_id: ruth }])
  })

  it('where people meet in a group about it, that group is the door', async () => {
    await world.db.execute(sql`update challenges set groups_count = 1 where id = ${challengeId}`)
    const all = await sixAnswered()
    await press(choiceOf(all.slice(0, 4), all.slice(4)))
    expect((await lettersTo(all[4] as Sent))[0]?.body).toMatch(
      /people meet in a group about this question. See whether there is a place:\n\S+\/challenges\/\S+/,
    )
  })

  it('anyone reads who works on it now and how they were chosen, never who was not', async () => {
    const all = await sixAnswered()
    const [youth, big] = all.slice(4) as [Sent, Sent]
    await press(choiceOf(all.slice(0, 4), [youth, big]))
    const answer = await world.app.inject({
      method: 'GET',
      url: `/api/v1/challenges/${challengeId}/cohort`,
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toContain('public')
    const read = answer.json()
    expect(read.statement).toBe(statement)
    expect(read.interested).toBe(6)
    expect(new Set(read.organisations.map((o: { sector: string }) => o.sector))).toEqual(
      new Set(['community', 'private']),
    )
    for (const secret of [youth.name, big.name, youth.organisationId, 'knows the people'])
      expect(answer.body).not.toContain(secret)
  })

  it('who took its answer back is not decided on and not written to', async () => {
    const gone = await answered('charity', 'small')
    await (await world.as(amina))(interestsContract.withdraw, {
      params: { interestId: gone.id },
      body: {},
    })
    const all = await sixAnswered()
    const refused = await refusal(press(choiceOf(all.slice(0, 4), [...all.slice(4), gone])))
    expect(refused.code).toBe('cohorts.interest_unknown')
    const cohort = await press(choiceOf(all.slice(0, 4), all.slice(4)))
    expect(cohort.interested).toBe(6)
    expect(await lettersTo(gone)).toEqual([])
  })

  it('no small place filled: a search told in public opens the way, and is shown', async () => {
    const all = await sixAnswered([
      ['charity', 'medium'],
      ['charity', 'large'],
      ['company', 'not-a-charity'],
      ['health-body', 'not-a-charity'],
    ])
    expect((await refusal(press(choiceOf(all, [])))).code).toBe('cohorts.reserved_places')
    await expectNothingHappened(all)
    const reservedPlacesReason =
      'Ines rang eleven small groups in May and June; none had hours before autumn.'
    const cohort = await press(choiceOf(all, [], { reservedPlacesReason }))
    expect(cohort.reservedPlacesReason).toBe(reservedPlacesReason)
  })

  it('a search told where small places are filled is not published', async () => {
    const all = await sixAnswered()
    const reservedPlacesReason = 'Ines rang eleven small groups in May and June, all were busy.'
    const cohort = await press(choiceOf(all.slice(0, 4), all.slice(4), { reservedPlacesReason }))
    expect(cohort.reservedPlacesReason).toBeNull()
  })
})

describe('closing without a cohort', () => {
  it('everyone gets a reason, and anyone reads why nobody was chosen', async () => {
    const all = await sixAnswered()
    expect(await pressNone(all)).toEqual({ challengeId })
    expect(await challengeState()).toBe('none-chosen')
    for (const sent of all) {
      const [letter] = await lettersTo(sent)
      expect(letter?.template).toBe('cohorts.not-this-time')
      expect(letter?.body).toContain('Nobody was chosen: no team was formed.')
      expect(letter?.body).toContain(because(sent).reason)
    }
    const read = await world.anyone(contract.read, { params: { challengeId } })
    expect([read.organisations, read.statement, read.interested]).toEqual([[], statement, 6])
    expect((await refusal(press(choiceOf(all.slice(0, 4), all.slice(4))))).code).toBe(
      'challenges.wrong_state',
    )
  })

  it('also where nobody answered', async () => {
    await world.seed.passDeadline(challengeId)
    await pressNone([])
    expect(await challengeState()).toBe('none-chosen')
  })

  it('not while one is without a reason', async () => {
    const all = await sixAnswered()
    expect((await refusal(pressNone(all.slice(1)))).code).toBe('cohorts.decision_missing')
    await expectNothingHappened(all)
  })
})

it('the challenge’s own page says it has teamed up', async () => {
  const all = await sixAnswered()
  await press(choiceOf(all.slice(0, 4), all.slice(4)))
  const read = await world.anyone(challengesContract.read, { params: { slug: challengeId } })
  expect(read.state).toBe('formed')
})
