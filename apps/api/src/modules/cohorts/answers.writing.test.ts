import { challengesContract } from '@howcanwe/shared/challenges'
import { cohortsContract as contract, type Decision } from '@howcanwe/shared/cohorts'
import { interestsContract } from '@howcanwe/shared/interests'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import {
  allTold,
  answered,
  bySql,
  rowsOf,
  type Sent,
  type Town,
  tellNone,
  told,
  townOf,
} from './answers.fixture.ts'

let world: World
let town: Town
beforeAll(async () => {
  world = await startWorld()
  town = await townOf(world)
})
afterAll(() => world.close())

const statesOf = async (challengeId: string) => [
  ...new Set(
    (
      await rowsOf<{ state: string }>(
        world,
        sql`select state from interests where challenge_id = ${challengeId}`,
      )
    ).map((row) => row.state),
  ),
]

describe('nobody is told half an answer (FR-10, M7)', () => {
  const SAME = 'There were many good answers, and we could only take a few.'
  const other = { position: 2, sentence: 'They wrote down how it began, and others could copy it.' }
  it.each<[string, string, string, (all: Sent[]) => Decision[]]>([
    [
      'one criterion only',
      'request.invalid',
      '#/body/notThisTime/1/criteria',
      (all) => all.map((s, i) => told(s, i === 1 ? { criteria: [other] } : {})),
    ],
    [
      'a sentence that is a word',
      'request.invalid',
      '#/body/notThisTime/0/criteria/1/sentence',
      (all) =>
        all.map((s, i) =>
          told(s, i === 0 ? { criteria: [other, { position: 0, sentence: 'Weak.' }] } : {}),
        ),
    ],
    [
      'a next step without a word about it',
      'request.invalid',
      '#/body/notThisTime/0/nextStep/note',
      (all) =>
        all.map((s, i) => told(s, i === 0 ? { nextStep: { kind: 'join-group', note: '' } } : {})),
    ],
    [
      'the same criterion twice',
      'cohorts.criterion_twice',
      '#/body/notThisTime/2/criteria/1/position',
      (all) => all.map((s, i) => told(s, i === 2 ? { criteria: [other, other] } : {})),
    ],
    [
      'a criterion the challenge does not have',
      'cohorts.criterion_unknown',
      '#/body/notThisTime/0/criteria/0/position',
      (all) =>
        all.map((s, i) => told(s, i === 0 ? { criteria: [{ ...other, position: 3 }, other] } : {})),
    ],
    [
      'a start with a team that was not formed',
      'cohorts.step_does_not_fit',
      '#/body/notThisTime/3/nextStep/kind',
      (all) =>
        all.map((s, i) =>
          told(
            s,
            i === 3 ? { nextStep: { kind: 'start-with-team', note: 'On Monday at ten.' } } : {},
          ),
        ),
    ],
    [
      'the same sentence for three of four',
      'cohorts.same_answer',
      '#/body/notThisTime/0/reason',
      (all) => all.map((s, i) => told(s, i < 3 ? { reason: SAME } : {})),
    ],
  ])('%s', async (_, code, pointer, body) => {
    const { challengeId, all } = await answered(town, 4)
    const refused = await refusal(tellNone(town, challengeId, body(all)))
    expect(refused.code).toBe(code)
    expect(refused.errors?.map((e) => e.pointer)).toContain(pointer)
    expect(await statesOf(challengeId)).toEqual(['submitted'])
  })

  it('the same sentence for two of four is let through', async () => {
    const { challengeId, all } = await answered(town, 4)
    const body = all.map((s, i) => told(s, i < 2 ? { reason: SAME } : {}))
    expect(await tellNone(town, challengeId, body)).toEqual({ challengeId })
  })
})

describe('the database forbids it, whoever asks', () => {
  const sentence = (challengeId: string, sent: Sent, position: number) => sql`
    insert into interest_feedback (place_id, challenge_id, interest_id, position, sentence)
    values (${town.place.id}, ${challengeId}, ${sent.id}, ${position}, repeat('because ', 5))`
  const step = (challengeId: string, sent: Sent) => sql`
    insert into interest_next_steps (place_id, challenge_id, interest_id, kind, note)
    values (${town.place.id}, ${challengeId}, ${sent.id}, 'practical-tip', 'Ring Ines on Monday.')`
  const decided = (sent: Sent) => sql`
    update interests set state = 'not-this-time', decision_reason = repeat('because ', 5),
      decided_at = clock_timestamp() where id = ${sent.id}`
  const concluded = (challengeId: string, state: string) =>
    sql`update challenges set state = ${state}, decided_at = clock_timestamp() where id = ${challengeId}`

  it('no decision without two criteria and a next step', async () => {
    const { challengeId: c, all } = await answered(town, 1)
    const [sent] = all as [Sent]
    expect(await bySql(world, decided(sent))).toBe('HW050')
    expect(await bySql(world, sentence(c, sent, 0), step(c, sent), decided(sent))).toBe('HW050')
    expect(await bySql(world, sentence(c, sent, 0), sentence(c, sent, 1), decided(sent))).toBe(
      'HW050',
    )
    expect(
      await bySql(world, sentence(c, sent, 0), sentence(c, sent, 2), step(c, sent), decided(sent)),
    ).toBe('done')
  })

  it.each(['none-chosen', 'formed'])('no challenge %s while somebody waits', async (state) => {
    const { challengeId: c, all } = await answered(town, 2)
    const [one] = all as [Sent, Sent]
    const whole = [sentence(c, one, 0), sentence(c, one, 1), step(c, one), decided(one)]
    expect(await bySql(world, concluded(c, state))).toBe('HW050')
    expect(await bySql(world, ...whole, concluded(c, state))).toBe('HW050')
    expect(await statesOf(c)).toEqual(['submitted'])
  })

  it('nothing is said before the deadline, about another challenge, or about no criterion', async () => {
    const open = await answered(town, 1, { open: true })
    const closed = await answered(town, 1)
    const [early] = open.all as [Sent]
    const [sent] = closed.all as [Sent]
    expect(await bySql(world, sentence(open.challengeId, early, 0))).toBe('HW051')
    expect(await bySql(world, sentence(closed.challengeId, early, 0))).toBe('HW051')
    expect(await bySql(world, step(open.challengeId, sent))).toBe('HW051')
    expect(await bySql(world, sentence(closed.challengeId, sent, 7))).toBe('23503')
    const short = sql`insert into interest_feedback (place_id, challenge_id, interest_id, position, sentence)
      values (${town.place.id}, ${closed.challengeId}, ${sent.id}, 0, 'Weak.' || repeat(' ', 40))`
    expect(await bySql(world, short)).toBe('23514')
  })

  it('what was said stays as it was, and nothing is added', async () => {
    const { challengeId: c, all } = await allTold(town, 1)
    const [sent] = all as [Sent]
    const at = sql`where interest_id = ${sent.id}`
    expect(
      await Promise.all([
        bySql(world, sql`update interest_feedback set sentence = repeat('nicer ', 9) ${at}`),
        bySql(world, sql`delete from interest_feedback ${at}`),
        bySql(world, sql`update interest_next_steps set note = 'Something nicer.' ${at}`),
        bySql(world, sql`delete from interest_next_steps ${at}`),
        bySql(world, sentence(c, sent, 2)),
      ]),
    ).toEqual(Array(5).fill('HW051'))
  })
})

describe('hours of writing are not lost', () => {
  const draftFor = (sent: Sent, reason: string) => ({
    interestId: sent.id,
    outcome: null,
    reason,
    criteria: [{ position: 1, sentence: 'Begins in May' }],
    nextStep: { kind: null, note: '' },
  })
  const save = async (
    challengeId: string,
    body: { decisions?: ReturnType<typeof draftFor>[]; statement?: string },
    person = town.ruth,
  ) => (await world.as(person))(contract.saveDraft, { params: { challengeId }, body })
  const read = async (challengeId: string, person = town.ruth) =>
    (await world.as(person))(contract.draft, { params: { challengeId } })

  it('answer by answer, the newest words of each', async () => {
    const { challengeId, all } = await answered(town, 2)
    const [a, b] = all as [Sent, Sent]
    expect(await read(challengeId)).toMatchObject({ decisions: [], savedAt: null })
    await save(challengeId, { decisions: [draftFor(a, 'Strong'), draftFor(b, 'Thin')] })
    await save(challengeId, { statement: 'We read' })
    const { savedAt } = await save(challengeId, { decisions: [draftFor(b, 'Thin on time')] })
    const draft = await read(challengeId)
    expect(draft.decisions.map((d) => d.reason).sort()).toEqual(['Strong', 'Thin on time'])
    expect(draft).toMatchObject({ statement: 'We read', savedAt })
    const trail = await rowsOf(
      world,
      sql`select 1 from audit_events where subject_id = ${challengeId} and action = 'cohorts.answering'`,
    )
    expect(trail).toHaveLength(1)
  })

  it('two devices at once lose no answer', async () => {
    const { challengeId, all } = await answered(town, 4)
    await Promise.all(
      all.map((sent) => save(challengeId, { decisions: [draftFor(sent, sent.name)] })),
    )
    expect((await read(challengeId)).decisions.map((d) => d.reason).sort()).toEqual(
      all.map((sent) => sent.name).sort(),
    )
  })

  it('nobody but the one who asked reads them, and they go along when the challenge does', async () => {
    const { challengeId, all } = await answered(town, 1)
    const [sent] = all as [Sent]
    await save(challengeId, { decisions: [draftFor(sent, 'Not for their eyes yet')] })
    const colleague = await world.seed.person({
      name: 'Owen',
      roles: [{ placeId: town.place.id, role: 'commissioner' }],
    })
    for (const person of [town.ines, sent.member])
      expect((await refusal(read(challengeId, person))).status).toBe(403)
    expect((await refusal(read(challengeId, colleague))).code).toBe('challenges.not_found')
    expect((await refusal(save(challengeId, {}, colleague))).code).toBe('challenges.not_found')
    const mine = await world.app.inject({
      url: '/api/v1/interests',
      headers: { authorization: `Bearer ${await world.tokenOf(sent.member)}` },
    })
    expect(mine.statusCode).toBe(200)
    expect(mine.body).not.toContain('Not for their eyes')
    await (await world.as(town.ruth))(challengesContract.handOver, {
      params: { challengeId },
      body: { to: colleague },
    })
    expect((await refusal(read(challengeId))).code).toBe('challenges.not_found')
    expect((await read(challengeId, colleague)).decisions).toHaveLength(1)
  })

  it('before the deadline there is nobody to write to, and after the telling nothing to keep', async () => {
    const open = await answered(town, 1, { open: true })
    expect((await refusal(read(open.challengeId))).code).toBe('interests.sealed')
    expect((await refusal(save(open.challengeId, {}))).code).toBe('interests.sealed')
    const { challengeId, all } = await answered(town, 1)
    const [sent] = all as [Sent]
    await save(challengeId, { decisions: [draftFor(sent, 'Strong')] })
    const unknown = draftFor({ ...sent, id: someId() }, 'Who is this?')
    expect((await refusal(save(challengeId, { decisions: [unknown] }))).code).toBe(
      'cohorts.interest_unknown',
    )
    await tellNone(town, challengeId, [told(sent)])
    expect((await refusal(save(challengeId, { statement: 'x' }))).code).toBe(
      'challenges.wrong_state',
    )
    expect(await read(challengeId)).toMatchObject({ decisions: [], savedAt: null })
  })

  it('whoever belongs to a group that answered neither reads nor writes (FR-09)', async () => {
    const { challengeId, all } = await answered(town, 1, { open: true })
    const group = await world.seed.organisation({ place: town.place, members: [town.ruth] })
    await (await world.as(town.ruth))(interestsContract.express, {
      params: { challengeId },
      body: {
        organisationId: group,
        why: 'We meet them every week.',
        bring: [],
        bringNote: '',
        hoursPerMonth: 4,
        fromWhen: null,
        need: [],
        needNote: '',
        together: 'alone',
        togetherWith: '',
        conflict: true,
        conflictNote: 'Ruth is one of us.',
      },
    })
    await world.seed.passDeadline(challengeId)
    expect((await refusal(read(challengeId))).code).toBe('interests.conflict')
    const one = all.map((sent) => draftFor(sent, 'Strong'))
    expect((await refusal(save(challengeId, { decisions: one }))).code).toBe('interests.conflict')
    await world.db.execute(sql`delete from memberships where organisation_id = ${group}`)
  })

  it('a statement that is as long as it may be, and every box full, still fits', async () => {
    const { challengeId, all } = await answered(town, 3)
    const long = (n: number) => 'é'.repeat(n)
    const decisions = all.map((sent) => ({
      ...draftFor(sent, long(3000)),
      criteria: [0, 1, 2].map((position) => ({ position, sentence: long(3000) })),
    }))
    await save(challengeId, { decisions, statement: long(3000) })
    expect((await read(challengeId)).decisions).toHaveLength(3)
  })
})
