import { matchingContract } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'

let world: World
let here: SeededPlace
let ines = ''
let ruth = ''
let challengeId = ''
let group = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  here = await seed.place()
  ines = await seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
  ruth = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  challengeId = await seed.openChallenge({ place: here, commissioner: ruth })
  group = await seed.organisation({ place: here, name: 'Night Carers Circle' })
})

type Decision = 'kept' | 'dismissed' | 'taken-back'
const say = async (decision: Decision, reason = '', id = group) =>
  (await world.as(ines))(matchingContract.decide, {
    params: { challengeId },
    body: { kind: 'organisation', id, decision, reason },
  })
const listed = async () => {
  const list = await (await world.as(ines))(matchingContract.forChallenge, {
    params: { challengeId },
  })
  const found = list.items.find((m) => m.id === group)
  if (!found) throw new Error('not suggested')
  return found
}
const bySql = (statement: ReturnType<typeof sql>) =>
  world.db.execute(statement).then(
    () => undefined,
    (error: unknown) => sqlState(error),
  )

describe('Ines keeps one and folds another away (§2.6, J-10)', () => {
  it('says why, sees it said, and takes it back; place and score stay', async () => {
    const { standing: nothing, ...before } = await listed()
    expect(nothing).toBeNull()
    await say('dismissed', 'They moved to the next town.')
    const { standing, ...after } = await listed()
    expect(standing).toMatchObject({
      decision: 'dismissed',
      reason: 'They moved to the next town.',
    })
    expect(after).toEqual(before)
    expect((await say('taken-back')).standing).toBeNull()
    expect((await say('kept')).standing).toMatchObject({ decision: 'kept', reason: '' })
    const { rows } = await world.db.execute(
      sql`select decision from match_decisions where challenge_id = ${challengeId} order by decided_at`,
    )
    expect(rows.map((r) => r.decision)).toEqual(['dismissed', 'taken-back', 'kept'])
  })

  it.each<[string, Decision, string, boolean, string]>([
    ['folds away without a word', 'dismissed', '', true, 'matching.reason_missing'],
    ['takes back what was never said', 'taken-back', '', true, 'matching.nothing_to_take_back'],
    ['keeps somebody of nowhere', 'kept', '', false, 'matching.candidate_unknown'],
  ])('is refused where she %s', async (_, decision, reason, known, code) => {
    const problem = await refusal(say(decision, reason, known ? group : someId()))
    expect(problem.code).toBe(code)
  })

  it('nobody who asks decides, by route or by hand, and what was said stays', async () => {
    await say('kept')
    const put = (by: string, decision: string, reason: string) =>
      bySql(sql`insert into match_decisions (id, place_id, challenge_id, organisation_id, decision, reason, decided_by)
        values (${someId()}, ${here.id}, ${challengeId}, ${group}, ${decision}, ${reason}, ${by})`)
    expect(await put(ruth, 'kept', '')).toBe('HW112')
    expect(await put(ines, 'dismissed', ' ')).toBe('23514')
    expect(await bySql(sql`update match_decisions set reason = 'x'`)).toBe('HW001')
    expect(await bySql(sql`delete from match_decisions`)).toBe('HW001')
    await world.db.execute(
      sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went elsewhere.' where id = ${challengeId}`,
    )
    expect(await put(ines, 'kept', '')).toBe('HW106')
  })
})

describe('the weights of a challenge (§4.5, TR3)', () => {
  it('are there for anybody from the moment it opens, and locked', async () => {
    const read = await world.anyone(matchingContract.weightsOf, { params: { challengeId } })
    expect(read.weights.map((w) => w.weight)).toEqual([25, 25, 15, 20, 10, 5])
    expect(await bySql(sql`update challenge_weights set theme = 20, sphere = 10`)).toBe('HW105')
    expect(await bySql(sql`delete from challenge_weights`)).toBe('HW105')
  })

  it('are nobody’s to write before it opens, and a draft has none to show', async () => {
    const draft = await world.seed.draft({ place: here, commissioner: ruth })
    expect(
      await bySql(sql`insert into challenge_weights (challenge_id, place_id, theme, reach, lived_experience, complement, "time", sphere)
        values (${draft}, ${here.id}, 50, 10, 10, 10, 10, 10)`),
    ).toBe('HW105')
    const problem = await refusal(
      world.anyone(matchingContract.weightsOf, { params: { challengeId: draft } }),
    )
    expect(problem.code).toBe('challenges.not_found')
  })
})

describe('questions that may suit an organisation (J-08)', () => {
  it('its own people and the broker see them with their reasons; nobody else does', async () => {
    const amina = await world.seed.person()
    const own = await world.seed.organisation({ place: here, members: [amina], state: 'paused' })
    const ask = async (person: string) =>
      (await world.as(person))(matchingContract.forOrganisation, {
        params: { organisationId: own },
      })
    const { items } = await ask(amina)
    expect(items.map((i) => [i.challengeId, i.minutes, i.parts.length])).toEqual([
      [challengeId, 10, 6],
    ])
    expect((await ask(ines)).items).toEqual(items)
    const elsewhere = await world.seed.person()
    await world.seed.organisation({ place: here, members: [elsewhere] })
    expect((await refusal(ask(elsewhere))).code).toBe('organisations.not_found')
  })
})
