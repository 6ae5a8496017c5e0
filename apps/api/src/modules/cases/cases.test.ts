import { casesContract as contract } from '@howcanwe/shared/cases'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import {
  bea,
  challengeId,
  council,
  here,
  ines,
  inTown,
  joins,
  LINE,
  ruth,
  start,
  world,
} from './cases.fixture.ts'

inTown()

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
