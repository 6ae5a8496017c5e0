import { casesContract as contract } from '@howcanwe/shared/cases'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'

let world: World
let here: SeededPlace
let ines = ''
let challengeId = ''
let group = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  here = await seed.place()
  ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  const ruth = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  challengeId = await seed.openChallenge({ place: here, commissioner: ruth })
  group = await seed.organisation({
    place: here,
    contactEmail: null,
    contactPhone: '020 7946 0111',
  })
  await world.db.execute(sql`
    insert into invitations (id, place_id, challenge_id, organisation_id, why, channel, invited_by)
    values (${someId()}, ${here.id}, ${challengeId}, ${group}, 'They know night workers.', 'by-hand', ${ines})`)
})

const waits = async () =>
  (await (await world.as(ines))(contract.queue, { params: { placeId: here.id } })).items.filter(
    (i) => i.kind === 'by-hand',
  ).length
const CALL = { kind: 'call' as const, minutes: 12, outcome: 'They will think about it.' }
const note = async (more: object = {}) =>
  (await world.as(ines))(contract.note, {
    params: { placeId: here.id },
    body: { challengeId, organisationId: group, ...CALL, ...more },
  })

describe('somebody waits for a call, and Ines rang them (BR1)', () => {
  it('they wait no longer, and her minutes count, without a case about it', async () => {
    expect(await waits()).toBe(1)
    await note()
    expect(await waits()).toBe(0)
    const { items } = await (await world.as(ines))(contract.figures, {
      params: { placeId: here.id },
    })
    expect(items[0]).toMatchObject({ minutes: 12, actions: 1, invitations: 1 })
    const { rows } = await world.db.execute<{ after: object; subject_id: string }>(
      sql`select after, subject_id from audit_events where action = 'cases.noted' and actor_id = ${ines}`,
    )
    expect(rows).toEqual([{ after: { kind: 'call' }, subject_id: challengeId }])
  })

  it('a visit written down in a case about them does the same', async () => {
    const call = await world.as(ines)
    const { id } = await call(contract.start, {
      params: { placeId: here.id },
      body: {
        subject: { kind: 'organisation', organisationId: group },
        challengeId,
        title: 'Bring them in',
      },
    })
    const line = { whoAsked: '', consentReference: '', minutes: 30, outcome: '' }
    await call(contract.log, { params: { caseId: id }, body: { ...line, kind: 'nudge' } })
    expect(await waits()).toBe(1)
    await call(contract.log, { params: { caseId: id }, body: { ...line, kind: 'visit' } })
    expect(await waits()).toBe(0)
  })

  it('a line for a day still to come is not taken: nobody could change it, and it would lead her months', async () => {
    const call = await world.as(ines)
    const { id } = await call(contract.start, {
      params: { placeId: here.id },
      body: { subject: { kind: 'organisation', organisationId: group }, title: 'Bring them in' },
    })
    const on = (happenedOn: string) =>
      call(contract.log, {
        params: { caseId: id },
        body: { ...CALL, whoAsked: '', consentReference: '', happenedOn },
      })
    expect((await refusal(on('2099-03-04'))).code).toBe('cases.day_ahead')
    expect((await on('2024-03-04')).log).toHaveLength(1)
  })

  it('not about nobody, nor about somebody of another place', async () => {
    expect((await refusal(note({ organisationId: null }))).code).toBe('cases.subject_unknown')
    const stranger = await world.seed.organisation({ place: await world.seed.place() })
    expect((await refusal(note({ organisationId: stranger }))).code).toBe('cases.subject_unknown')
    expect(await waits()).toBe(1)
  })

  it('not about her own group, and not where she stands on a side (§2.2)', async () => {
    const own = await world.seed.organisation({ place: here, members: [ines] })
    expect((await refusal(note({ organisationId: own }))).code).toBe('cases.own_organisation')
    await (await world.as(ines))(contract.declareConflict, {
      params: { challengeId },
      body: { note: '' },
    })
    expect((await refusal(note())).code).toBe('matching.not_neutral')
  })

  it('whatever case of another broker there is about them: it goes in none she may not write in (§2.2)', async () => {
    const other = await world.seed.openChallenge({
      place: here,
      commissioner: await world.seed.person({
        roles: [{ placeId: here.id, role: 'commissioner' }],
      }),
    })
    const bea = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    const call = await world.as(bea)
    const subject = { kind: 'organisation' as const, organisationId: group }
    const { id: caseId } = await call(contract.start, {
      params: { placeId: here.id },
      body: { subject, challengeId: other, title: 'About something else' },
    })
    await (await world.as(ines))(contract.declareConflict, {
      params: { challengeId: other },
      body: { note: '' },
    })
    await note()
    expect(await waits()).toBe(0)
    expect((await call(contract.read, { params: { caseId } })).log).toEqual([])
  })

  it('nobody who stands on a side of the challenge reads it in a case that is about the group alone (§2.2)', async () => {
    const bea = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    const call = await world.as(bea)
    const { id: caseId } = await call(contract.start, {
      params: { placeId: here.id },
      body: { subject: { kind: 'organisation', organisationId: group }, title: 'Bring them in' },
    })
    await note()
    const outcomes = async () =>
      (await call(contract.read, { params: { caseId } })).log.map((line) => line.outcome)
    expect(await outcomes()).toEqual([CALL.outcome])
    await call(contract.declareConflict, { params: { challengeId }, body: { note: '' } })
    expect(await outcomes()).toEqual([])
  })

  it('and by nobody who brokers elsewhere', async () => {
    const there = await world.seed.place()
    const other = await world.seed.person({ roles: [{ placeId: there.id, role: 'broker' }] })
    const call = (await world.as(other))(contract.note, {
      params: { placeId: here.id },
      body: { challengeId, organisationId: group, ...CALL },
    })
    expect((await refusal(call)).code).toBe('cases.not_found')
  })
})

describe('somebody promised more than four fifths of their hours, and Ines rang them (J-09, T7)', () => {
  const promise = (organisationId: string, hours: number) =>
    world.db.execute(sql`
      insert into capacity_commitments (id, place_id, organisation_id, source_kind, source_id, hours_per_month, state)
      values (${someId()}, ${here.id}, ${organisationId}, 'agreement', ${someId()}, ${hours}, 'committed')`)
  const stretched = async () =>
    (await (await world.as(ines))(contract.queue, { params: { placeId: here.id } })).items.filter(
      (i) => i.kind === 'capacity',
    ).length
  const busy = async () => {
    const id = await world.seed.organisation({ place: here, capacity: { spareHoursPerMonth: 10 } })
    await promise(id, 9)
    return id
  }

  it('they wait no longer once it is written down, and wait again when they promise more', async () => {
    const id = await busy()
    expect(await stretched()).toBe(1)
    await note({ challengeId: null, organisationId: id })
    expect(await stretched()).toBe(0)
    await promise(id, 3)
    expect(await stretched()).toBe(1)
  })

  it('a call to another group, or one from before, changes nothing', async () => {
    await note({ challengeId: null })
    const id = await world.seed.organisation({ place: here, capacity: { spareHoursPerMonth: 10 } })
    await note({ challengeId: null, organisationId: id })
    await promise(id, 9)
    expect(await stretched()).toBe(1)
  })

  it('the record says whom it was about; nobody notes a call to their own group or to nobody', async () => {
    const id = await busy()
    await note({ challengeId: null, organisationId: id })
    const { rows } = await world.db.execute(
      sql`select subject_kind, subject_id from audit_events where action = 'cases.noted' and actor_id = ${ines}`,
    )
    expect(rows).toEqual([{ subject_kind: 'organisation', subject_id: id }])
    expect((await refusal(note({ challengeId: null, organisationId: null }))).code).toBe(
      'cases.subject_unknown',
    )
    await world.db.execute(sql`insert into memberships (place_id, organisation_id, person_id, lead)
      values (${here.id}, ${id}, ${ines}, false)`)
    expect((await refusal(note({ challengeId: null, organisationId: id }))).code).toBe(
      'cases.own_organisation',
    )
  })

  it('whoever brokers nothing here notes nothing about a group’s hours', async () => {
    const id = await busy()
    const noor = await world.seed.person()
    const call = await world.as(noor)
    const body = { organisationId: id, ...CALL }
    expect(
      (await refusal(call(contract.note, { params: { placeId: here.id }, body }))).status,
    ).toBe(403)
  })
})
