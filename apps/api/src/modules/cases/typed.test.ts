import { casesContract, typedContract as contract } from '@howcanwe/shared/cases'
import { interestsContract } from '@howcanwe/shared/interests'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import { challengeId, council, here, ines, inTown, ruth, turnTo, world } from './cases.fixture.ts'
import { described, typed, typeInterest, typeOrganisation } from './typed.fixture.ts'

inTown()

const lettersTo = async (to: string) =>
  (
    await world.db.execute<{ template: string; body: string }>(
      sql`select template, body from outbox where recipient = ${to} order by created_at`,
    )
  ).rows

describe('Ines types for somebody on the telephone (PE3, J-05)', () => {
  it('registers their group: on the list, belonging to nobody, with a slip to take along', async () => {
    const made = await typeOrganisation()
    expect(made.told).toBe('slip')
    expect(made.slip.code).toMatch(/^[A-Z]+-\d{4}-[A-Z]+$/)
    expect(made.slip.address).toBe('http://localhost:3000/slip')
    const { rows } = await world.db.execute(sql`
      select (select count(*)::int from memberships where organisation_id = ${made.organisationId}) as people,
        (select count(*)::int from broker_actions where organisation_id = ${made.organisationId}
          and kind = 'typed-for' and minutes = 12 and who_asked = 'Mr Okafor') as lines,
        (select count(*)::int from audit_events where subject_id = ${made.organisationId}
          and action = 'organisations.registered' and after->>'typedFor' = 'true') as trail`)
    expect(rows).toEqual([{ people: 0, lines: 1, trail: 1 }])
    const own = (await world.as(ines))(
      organisationsContract.change,
      {
        params: { organisationId: made.organisationId },
        body: { name: 'Mine now' },
      },
      { ifMatch: 1 },
    )
    expect((await refusal(own)).status).toBe(403)
  })

  it('tells the contact at once, without a word of what was typed', async () => {
    const email = `okafor-${someId()}@example.org`
    const made = await typeOrganisation({ contact: { name: 'Mr Okafor', email } })
    expect(made.told).toBe('sent')
    expect((await typeInterest(made.organisationId)).told).toBe('sent')
    const letters = await lettersTo(email)
    expect(letters.map((l) => l.template)).toEqual([
      'cases.typed-for',
      'cases.typed-for',
      'interests.received',
    ])
    expect(letters[1]?.body).toContain('Ines sent the answers of')
    expect(letters[1]?.body).toContain('If it is not right')
    expect(letters.map((l) => l.body).join()).not.toContain('Nine of us')
  })

  it('types their answers: they count, and Ines cannot read, change or take them back', async () => {
    const { organisationId } = await typeOrganisation()
    const { interestId } = await typeInterest(organisationId)
    const { rows } = await world.db.execute(sql`
      select state, submitted_by = ${ines} as by_ines from interests where id = ${interestId}`)
    expect(rows).toEqual([{ state: 'submitted', by_ines: true }])
    const call = await world.as(ines)
    const params = { interestId }
    expect((await refusal(call(interestsContract.withdraw, { params, body: {} }))).code).toBe(
      'auth.forbidden',
    )
    expect((await refusal(typeInterest(organisationId))).code).toBe('cases.one_a_challenge')
    const trail = await world.db.execute(sql`
      select 1 from audit_events where subject_id = ${interestId} and action = 'interests.typed-for'`)
    expect(trail.rows).toHaveLength(1)
  })

  it('types what they can spare, over the version she saw', async () => {
    const { organisationId } = await typeOrganisation()
    const call = await world.as(ines)
    const { premises, reach, version, ...rest } = await call(organisationsContract.capacity, {
      params: { organisationId },
    })
    const capacity = {
      ...{ premises, reach, spareHoursPerMonth: 6, staffHoursPerMonth: null },
      volunteerHoursPerMonth: null,
      ...{ notBefore: rest.notBefore, availability: rest.availability, skills: rest.skills },
      ...{ otherSkills: '', livedExperience: null, possibleWith: rest.possibleWith },
    }
    const ask = { params: { organisationId }, body: { capacity, typed: typed() } }
    const done = await call(contract.capacity, ask, { ifMatch: version })
    expect(done.capacity.spareHoursPerMonth).toBe(6)
    expect((await refusal(call(contract.capacity, ask, { ifMatch: version }))).code).toBe(
      'request.stale',
    )
  })

  it.each([
    ['it was not read back', { readBack: false }, 'request.invalid'],
    ['nobody is named who asked', { whoAsked: '' }, 'request.invalid'],
  ])('not where %s', async (_, wrong, code) => {
    expect((await refusal(typeOrganisation({}, ines, typed(wrong) as never))).code).toBe(code)
  })

  it('not for her own group, not where she stands on a side, not for another place', async () => {
    const own = await world.seed.organisation({ place: here, members: [ines] })
    expect((await refusal(typeInterest(own))).code).toBe('cases.own_organisation')
    const guest = await world.seed.organisation({ place: here })
    const there = await world.seed.place()
    const stranger = await world.seed.organisation({ place: there })
    expect((await refusal(typeInterest(stranger))).code).toBe('organisations.not_found')
    expect((await refusal(typeInterest(council))).code).toBe('cases.ring_them')
    await world.seed.passDeadline(challengeId)
    expect((await refusal(typeInterest(guest))).code).toBe('challenges.closed')
    turnTo(await world.seed.openChallenge({ place: here, commissioner: ruth, council }))
    await (await world.as(ines))(casesContract.declareConflict, {
      params: { challengeId },
      body: { note: '' },
    })
    expect((await refusal(typeInterest(guest))).code).toBe('matching.not_neutral')
    const elsewhere = described({ placeId: there.id, areaIds: there.areaIds })
    expect((await refusal(typeOrganisation(elsewhere))).code).toBe('cases.not_found')
    const { rows } = await world.db.execute(sql`
      select 1 from typed_entries where organisation_id in (${own}, ${guest}, ${stranger}, ${council})`)
    expect(rows).toEqual([])
  })

  it('and whoever takes the group over sees what was typed for it, and by whom', async () => {
    const made = await typeOrganisation()
    await typeInterest(made.organisationId)
    const okafor = await world.seed.person({ name: 'Mr Okafor' })
    const call = await world.as(okafor)
    await call(contract.claim, { body: { code: made.slip.code } })
    const { items } = await call(contract.list, { params: { organisationId: made.organisationId } })
    expect(items.map((i) => [i.what, i.by])).toEqual([
      ['interest', 'Ines'],
      ['organisation', 'Ines'],
    ])
    const { items: sent } = await call(interestsContract.mine, {})
    expect(sent).toMatchObject([{ why: 'Nine of us look after somebody at night.' }])
  })
})

describe('the database itself', () => {
  const entry = (by: string, organisationId: string, about: string | null = null) =>
    world.appDb.execute(sql`
      insert into typed_entries (id, place_id, organisation_id, challenge_id, what, typed_by, who_asked, told)
      values (${someId()}, ${here.id}, ${organisationId}, ${about}, ${about ? 'interest' : 'capacity'}, ${by}, 'Joan', 'slip')`)

  it('takes nothing typed by whoever brokers nothing, belongs to it, or stands on a side', async () => {
    const guest = await world.seed.organisation({ place: here })
    const own = await world.seed.organisation({ place: here, members: [ines] })
    await entry(ines, guest, challengeId)
    await expect(entry(ruth, guest)).rejects.toThrow()
    await expect(entry(ines, own)).rejects.toThrow()
    await world.db.execute(sql`insert into memberships (place_id, organisation_id, person_id, lead)
      values (${here.id}, ${council}, ${ines}, false)`)
    await expect(entry(ines, guest, challengeId)).rejects.toThrow()
  })
})
