import { casesContract as contract } from '@howcanwe/shared/cases'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { someId } from '../../../test/support.ts'
import { keepAnswerClocks } from '../cohorts/index.ts'
import {
  bea,
  challengeId,
  council,
  here,
  ines,
  inTown,
  LINE,
  queueOf,
  ruth,
  start,
  world,
} from './cases.fixture.ts'
import { noteAction } from './front-door.ts'

inTown()

const publishedQuestion = async () => {
  const { rows } = await world.db.execute<{ question: string }>(
    sql`select question from challenges where id = ${challengeId}`,
  )
  return { question: rows[0]?.question ?? '' }
}

describe('her queue', () => {
  it('has her own cases by the day they are due, with what waits anyway, and about how many minutes', async () => {
    await start({ title: 'Later', dueOn: '2031-05-01' })
    await start({ title: 'Overdue', dueOn: '2026-01-05' })
    await start({ title: 'Bea’s own' }, bea)
    const phoneOnly = await world.seed.organisation({
      place: here,
      name: 'Only by telephone',
      contactEmail: null,
      contactPhone: '020 7946 0111',
    })
    await world.db.execute(sql`
      insert into invitations (id, place_id, challenge_id, organisation_id, why, channel, invited_by)
      values (${someId()}, ${here.id}, ${challengeId}, ${phoneOnly}, 'They know night workers.', 'by-hand', ${ines})`)
    const { items, minutes } = await queueOf()
    const { question } = await publishedQuestion()
    expect(items.map((i) => [i.kind, i.title, i.late])).toEqual([
      ['case', 'Overdue', true],
      ['gap', question, false],
      ['by-hand', 'Only by telephone', false],
      ['case', 'Later', false],
    ])
    expect(minutes).toBe(70)
    await (await world.as(ines))(contract.log, {
      params: { caseId: items[0]?.caseId ?? '' },
      body: LINE,
    })
    await noteAction(world.db, {
      placeId: here.id,
      brokerId: ines,
      kind: 'call',
      challengeId,
      organisationId: phoneOnly,
    })
    expect((await queueOf()).items.map((i) => i.kind)).toEqual(['case', 'gap', 'case'])
  })

  it('has answers that were promised, questions that wait, and readers who are missing', async () => {
    const second = await world.seed.openChallenge({ place: here, commissioner: ruth, council })
    await world.db.execute(sql`
      insert into questions (place_id, challenge_id, words, asked_on, tell_at, remind_at, due_at)
      values (${here.id}, ${second}, 'Is there a lift?', '2026-11-20', clock_timestamp(), clock_timestamp(),
        clock_timestamp() + interval '3 days')`)
    const draft = await world.seed.draft({ place: here, commissioner: ruth, council })
    await world.seed.readThrough(draft)
    await world.seed.passDeadline(challengeId)
    await world.db.execute(sql`update challenges set state = 'choosing' where id = ${challengeId}`)
    while (await keepAnswerClocks(world.db, 'http://localhost:3000'));
    const { items } = await queueOf()
    expect(items.map((i) => [i.kind, i.count])).toEqual([
      ['questions', 1],
      ['readers', 4],
      ['answers', 1],
      ['gap', 3],
    ])
  })

  it('names whom nobody of the invited reaches, until somebody does (BR1)', async () => {
    const gap = async () => (await queueOf()).items.find((i) => i.kind === 'gap')
    expect(await gap()).toMatchObject({
      note: 'About 900 unpaid carers. · Carers who work nights · Northgate',
      challenge: { id: challengeId },
      minutes: 20,
    })
    const group = await world.seed.organisation({
      place: here,
      capacity: {
        reach: [{ community: 'Carers who work nights', people: 9, how: 'trusted-contact' }],
      },
    })
    await world.db.execute(sql`
      insert into invitations (id, place_id, challenge_id, organisation_id, why, channel, invited_by)
      values (${someId()}, ${here.id}, ${challengeId}, ${group}, 'They know night workers.', 'by-hand', ${ines})`)
    expect(await gap()).toBeUndefined()
  })

  it('has whoever promised more than four fifths of what they can spare (OR3, T7)', async () => {
    const busy = await world.seed.organisation({
      place: here,
      name: 'Night Carers Circle',
      capacity: { spareHoursPerMonth: 10 },
    })
    await world.db.execute(sql`
      insert into capacity_commitments (id, place_id, organisation_id, source_kind, source_id, hours_per_month, state)
      values (${someId()}, ${here.id}, ${busy}, 'agreement', ${someId()}, 9, 'committed')`)
    const { items } = await queueOf()
    expect(items.find((i) => i.kind === 'capacity')).toMatchObject({
      title: 'Night Carers Circle',
      note: '9 / 10',
      organisationId: busy,
      dueAt: null,
    })
  })
})
