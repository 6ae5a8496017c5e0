import { casesContract as contract } from '@howcanwe/shared/cases'
import { invitationsContract } from '@howcanwe/shared/invitations'
import { jointInterestsContract } from '@howcanwe/shared/joint-interests'
import { matchingContract } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { keepAnswerClocks } from '../cohorts/index.ts'
import { noteAction } from './front-door.ts'

let world: World
let here: SeededPlace
let ines = ''
let bea = ''
let ruth = ''
let council = ''
let challengeId = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  here = await seed.place()
  ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  bea = await seed.person({ name: 'Bea', roles: [{ placeId: here.id, role: 'broker' }] })
  ruth = await seed.person({ name: 'Ruth', roles: [{ placeId: here.id, role: 'commissioner' }] })
  council = await seed.organisation({
    place: here,
    name: `Council ${someId()}`,
    kind: 'council',
    sector: 'public',
    members: [ruth],
  })
  challengeId = await seed.openChallenge({ place: here, commissioner: ruth, council })
})

const start = async (more: Partial<Parameters<typeof body>[0]> = {}, person = ines) =>
  (await world.as(person))(contract.start, { params: { placeId: here.id }, body: body(more) })
const body = (more: {
  title?: string
  nextAction?: string
  dueOn?: string
  challengeId?: string
}) => ({
  subject: { kind: 'challenge' as const, challengeId: more.challengeId ?? challengeId },
  title: more.title ?? 'Who reaches men over 60?',
  nextAction: more.nextAction ?? 'Ring the lunch club',
  dueOn: more.dueOn ?? '2031-03-04',
})
const LINE = {
  kind: 'call' as const,
  whoAsked: 'Mr Okafor',
  consentReference: 'said yes on the phone',
  minutes: 25,
  outcome: 'The lunch club would like to hear more.',
}
const publishedQuestion = async () => {
  const { rows } = await world.db.execute<{ question: string }>(
    sql`select question from challenges where id = ${challengeId}`,
  )
  return { question: rows[0]?.question ?? '' }
}
const queueOf = async (person = ines) =>
  (await world.as(person))(contract.queue, { params: { placeId: here.id } })

const joins = (personId: string, organisationId: string) =>
  world.db.execute(sql`insert into memberships (place_id, organisation_id, person_id, lead)
    values (${here.id}, ${organisationId}, ${personId}, false)`)
const answers = (organisationId: string, by: string) =>
  world.db.execute(sql`
    insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
      together, together_with, conflict, conflict_note, submitted_by, received_at)
    values (${someId()}, ${here.id}, ${challengeId}, ${organisationId}, 'Nine of us look after someone.', '', 4, '',
      'alone', '', false, '', ${by}, clock_timestamp())`)

describe('Ines keeps a case (BR1, §2.5)', () => {
  it('through the four stages, either way, each move with its day', async () => {
    const one = await start()
    expect(one).toMatchObject({
      stage: 'scoping',
      state: 'open',
      subject: { kind: 'challenge', about: [{ id: challengeId }] },
      broker: { name: 'Ines', me: true },
      moves: [{ from: null, to: 'scoping', by: 'Ines' }],
    })
    const call = await world.as(ines)
    const params = { caseId: one.id }
    await call(contract.move, { params, body: { stage: 'managing' } })
    await call(contract.move, { params, body: { stage: 'sustaining' } })
    const back = await call(contract.move, { params, body: { stage: 'reviewing' } })
    expect(back.stage).toBe('reviewing')
    expect(back.moves.map((m) => [m.from, m.to])).toEqual([
      ['sustaining', 'reviewing'],
      ['managing', 'sustaining'],
      ['scoping', 'managing'],
      [null, 'scoping'],
    ])
  })

  it('with a log of who asked, what came of it and how many minutes, added up', async () => {
    const { id } = await start()
    const call = await world.as(ines)
    await call(contract.log, { params: { caseId: id }, body: LINE })
    const two = await call(contract.log, {
      params: { caseId: id },
      body: { ...LINE, kind: 'visit', minutes: 60, happenedOn: '2026-11-02' },
    })
    expect(two.minutes).toBe(85)
    expect(two.log).toMatchObject([
      { kind: 'visit', minutes: 60, happenedOn: '2026-11-02', by: 'Ines' },
      { kind: 'call', whoAsked: 'Mr Okafor', consentReference: 'said yes on the phone' },
    ])
  })

  it('about two organisations, a register entry’s challenge or a group, and never about nobody here', async () => {
    const call = await world.as(ines)
    const [one, two] = [
      await world.seed.organisation({ place: here }),
      await world.seed.organisation({ place: here }),
    ]
    const groupId = await world.seed.group({ placeId: here.id, challengeId, facilitatorId: ruth })
    const begin = (subject: Parameters<typeof start>[0] | object) =>
      call(contract.start, {
        params: { placeId: here.id },
        body: { subject: subject as never, title: 'Worth a cup of tea' },
      })
    const pair = { kind: 'pair', organisationId: one, otherOrganisationId: two }
    expect((await begin(pair)).subject.about.map((s) => s.id)).toEqual([one, two])
    expect((await begin({ kind: 'group', groupId })).subject.kind).toBe('group')
    const there = await world.seed.place()
    const stranger = await world.seed.organisation({ place: there })
    for (const nobody of [
      { kind: 'organisation', organisationId: stranger },
      { kind: 'organisation', organisationId: someId() },
      { kind: 'register', registerEntryId: someId() },
      { kind: 'group', groupId: someId() },
      {
        kind: 'challenge',
        challengeId: await world.seed.draft({ place: here, commissioner: ruth }),
      },
    ])
      expect((await refusal(begin(nobody))).code).toBe('cases.subject_unknown')
  })

  it('until it is closed with what came of it; a closed one is opened again before anything is added', async () => {
    const { id } = await start()
    const call = await world.as(ines)
    const params = { caseId: id }
    const closed = await call(contract.close, {
      params,
      body: { outcome: 'They meet on Fridays.' },
    })
    expect(closed).toMatchObject({ state: 'closed', outcome: 'They meet on Fridays.' })
    expect((await refusal(call(contract.log, { params, body: LINE }))).code).toBe('cases.closed')
    expect((await call(contract.reopen, { params, body: {} })).state).toBe('open')
    expect((await call(contract.log, { params, body: LINE })).log).toHaveLength(1)
  })

  it('and is told when Bea changed it meanwhile', async () => {
    const { id, version } = await start()
    const params = { caseId: id }
    const bodyOf = (nextAction: string) => ({ params, body: { nextAction } })
    await (await world.as(bea))(contract.change, bodyOf('Bea rings'), { ifMatch: version })
    const late = (await world.as(ines))(contract.change, bodyOf('Ines rings'), { ifMatch: version })
    expect((await refusal(late)).code).toBe('request.stale')
  })

  it('and sees her own minutes and introductions of each month, and nobody else’s', async () => {
    const { id } = await start()
    const call = await world.as(ines)
    const log = (more: object) =>
      call(contract.log, { params: { caseId: id }, body: { ...LINE, ...more } })
    await log({ happenedOn: '2026-09-30', kind: 'introduction' })
    await log({ happenedOn: '2026-09-01', minutes: 5 })
    await (await world.as(bea))(contract.log, { params: { caseId: id }, body: LINE })
    const { items } = await call(contract.figures, { params: { placeId: here.id } })
    expect(items).toEqual([
      { month: '2026-09', minutes: 30, actions: 2, introductions: 1, invitations: 0, typedFor: 0 },
    ])
  })
})

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

describe('whose side one stands on (§2.2 [G])', () => {
  const sides: [string, () => Promise<unknown>][] = [
    ['belongs to the body that asks', () => joins(ines, council)],
    [
      'belongs to a group that has answered',
      async () => {
        const own = await world.seed.organisation({ place: here, members: [ines] })
        await answers(own, ines)
      },
    ],
    [
      'answers together with others',
      async () => {
        const own = await world.seed.organisation({ place: here, members: [ines] })
        const other = await world.seed.organisation({ place: here })
        await (await world.as(ines))(jointInterestsContract.start, {
          params: { challengeId },
          body: {
            organisationId: own,
            purpose: 'Carers and elders look after each other’s free hours.',
            invited: [{ organisationId: other, why: 'They know everybody on the estate.' }],
          },
        })
      },
    ],
    [
      'said so herself',
      async () =>
        (await world.as(ines))(contract.declareConflict, {
          params: { challengeId },
          body: { note: 'My brother runs one of the clubs.' },
        }),
    ],
  ]
  it.each(sides)('a broker who %s loses the desk for that challenge', async (_, happens) => {
    const { id } = await start()
    await start({ title: 'Bea’s own' }, bea)
    await happens()
    const call = await world.as(ines)
    const refused = [
      () => call(contract.read, { params: { caseId: id } }),
      () => call(contract.log, { params: { caseId: id }, body: LINE }),
      () => start(),
      () => call(matchingContract.forChallenge, { params: { challengeId } }),
      () => call(invitationsContract.list, { params: { challengeId } }),
    ]
    for (const one of refused) {
      const problem = await refusal(one())
      expect(problem.code).toBe('matching.not_neutral')
      expect(problem.detail).toMatch(/^Ask the contact of the place who does: .+\.$/)
      expect(problem.detail).not.toContain('Bea')
    }
    expect((await queueOf()).items).toEqual([])
    expect((await call(contract.list, { params: { placeId: here.id }, query: {} })).items).toEqual(
      [],
    )
    const seen = await (await world.as(bea))(contract.list, {
      params: { placeId: here.id },
      query: {},
    })
    expect(seen.items).toHaveLength(2)
  })

  it('a broker does not read what others noted about her own group', async () => {
    const own = await world.seed.organisation({ place: here })
    const call = await world.as(bea)
    const { id } = await call(contract.start, {
      params: { placeId: here.id },
      body: { subject: { kind: 'organisation', organisationId: own }, title: 'Needs a hand' },
    })
    await joins(ines, own)
    const read = (await world.as(ines))(contract.read, { params: { caseId: id } })
    expect((await refusal(read)).code).toBe('matching.not_neutral')
  })

  it('a stand-in for one challenge has the cases of that one alone', async () => {
    const { id } = await start()
    const other = await world.seed.openChallenge({ place: here, commissioner: ruth, council })
    const second = await start({ challengeId: other })
    const standIn = await world.seed.person({
      roles: [{ placeId: here.id, role: 'broker', scopeKind: 'challenge', scopeId: challengeId }],
    })
    const call = await world.as(standIn)
    expect((await call(contract.read, { params: { caseId: id } })).id).toBe(id)
    const read = call(contract.read, { params: { caseId: second.id } })
    expect((await refusal(read)).code).toBe('cases.not_found')
    const { items } = await call(contract.list, { params: { placeId: here.id }, query: {} })
    expect(items.map((one) => one.id)).toEqual([id])
  })
})

describe('the database itself', () => {
  const line = (person: string, caseId: string | null, about: string | null = null) =>
    world.appDb.execute(sql`insert into broker_actions (id, place_id, case_id, challenge_id, broker_id, kind)
      values (${someId()}, ${here.id}, ${caseId}, ${about}, ${person}, 'call')`)

  it('lets a line neither be changed nor taken away, by the application least of all (HW110)', async () => {
    const { id } = await start()
    await (await world.as(ines))(contract.log, { params: { caseId: id }, body: LINE })
    for (const table of [
      'broker_actions',
      'broker_case_moves',
      'typed_entries',
      'broker_conflicts',
    ])
      for (const db of [world.appDb, world.db]) {
        await expect(db.execute(sql`truncate ${sql.raw(table)}`)).rejects.toThrow()
        if (table === 'typed_entries' || table === 'broker_conflicts') continue
        await expect(db.execute(sql`delete from ${sql.raw(table)}`)).rejects.toThrow()
        const set = table === 'broker_actions' ? 'minutes = 1' : "to_stage = 'managing'"
        await expect(db.execute(sql`update ${sql.raw(`${table} set ${set}`)}`)).rejects.toThrow()
      }
    await expect(world.appDb.execute(sql`delete from broker_cases`)).rejects.toThrow()
    await expect(
      world.appDb.execute(sql`update broker_cases set stage = 'managing' where id = ${id}`),
    ).rejects.toThrow()
    await expect(
      world.appDb.execute(sql`update broker_cases set challenge_id = null where id = ${id}`),
    ).rejects.toThrow()
  })

  it('takes no line from whoever brokers nothing here, nor from whoever stands on one side', async () => {
    const { id } = await start()
    await expect(line(ruth, id)).rejects.toThrow()
    await expect(line(ruth, null)).rejects.toThrow()
    await line(bea, id)
    await joins(bea, council)
    await expect(line(bea, id)).rejects.toThrow()
    await expect(line(bea, null, challengeId)).rejects.toThrow()
    await line(bea, null)
    await expect(
      world.appDb.execute(sql`insert into broker_cases (id, place_id, title, subject_kind, challenge_id, broker_id)
        values (${someId()}, ${here.id}, 'Ours', 'challenge', ${challengeId}, ${bea})`),
    ).rejects.toThrow()
    const guest = await world.seed.organisation({ place: here })
    await expect(
      world.appDb.execute(sql`insert into invitations (id, place_id, challenge_id, organisation_id, why, channel, invited_by)
        values (${someId()}, ${here.id}, ${challengeId}, ${guest}, 'because', 'by-hand', ${bea})`),
    ).rejects.toThrow()
  })

  it('keeps minutes between none and ten hours, and a case about one thing', async () => {
    const { id } = await start()
    await expect(
      world.db.execute(sql`insert into broker_actions (id, place_id, case_id, broker_id, kind, minutes)
        values (${someId()}, ${here.id}, ${id}, ${ines}, 'call', 601)`),
    ).rejects.toThrow()
    await expect(
      world.db.execute(sql`insert into broker_cases (id, place_id, title, subject_kind, broker_id)
        values (${someId()}, ${here.id}, 'About nothing', 'organisation', ${ines})`),
    ).rejects.toThrow()
  })
})
