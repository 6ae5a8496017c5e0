import { casesContract, typedContract as contract } from '@howcanwe/shared/cases'
import { interestsContract } from '@howcanwe/shared/interests'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'

let world: World
let here: SeededPlace
let ines = ''
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

const typed = (more: object = {}) => ({
  readBack: true as const,
  whoAsked: 'Mr Okafor',
  consentReference: 'said yes on the phone',
  minutes: 12,
  ...more,
})
const described = (more: object = {}) => ({
  placeId: here.id,
  name: `Okafor’s allotment ${someId().slice(-6)}`,
  kind: 'unconstituted-group' as const,
  incomeBand: 'none' as const,
  areaIds: here.areaIds.slice(0, 1),
  themes: ['older-people' as never],
  contact: { name: 'Mr Okafor', phone: '020 7946 0222' },
  declared: true as const,
  ...more,
})
const typeOrganisation = async (more: object = {}, person = ines, said = typed()) =>
  (await world.as(person))(contract.organisation, {
    body: { organisation: described(more) as never, typed: said },
  })
const answers = (organisationId: string) => ({
  organisationId,
  why: 'Nine of us look after somebody at night.',
  bring: [],
  bringNote: 'A warm hall',
  hoursPerMonth: 4,
  fromWhen: null,
  need: [],
  needNote: '',
  together: 'alone' as const,
  togetherWith: '',
  conflict: false,
  conflictNote: '',
})
const typeInterest = async (organisationId: string, person = ines) =>
  (await world.as(person))(contract.interest, {
    params: { challengeId },
    body: { interest: answers(organisationId), typed: typed() },
  })
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
    challengeId = await world.seed.openChallenge({ place: here, commissioner: ruth, council })
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

describe('a slip', () => {
  const claim = async (person: string, code: string) =>
    (await world.as(person))(contract.claim, { body: { code } })

  it('works however it is written, once, and makes whoever has it its lead', async () => {
    const { organisationId, slip } = await typeOrganisation()
    const okafor = await world.seed.person()
    const typedIn = ` ${slip.code.toLowerCase().replaceAll('-', ' ')} `
    expect(await claim(okafor, typedIn)).toMatchObject({ organisationId })
    const { rows } = await world.db.execute(sql`
      select person_id as id, lead from memberships where organisation_id = ${organisationId}`)
    expect(rows).toEqual([{ id: okafor, lead: true }])
    const second = claim(await world.seed.person(), slip.code)
    expect((await refusal(second)).code).toBe('cases.slip_unknown')
  })

  it('of two at once lets one through', async () => {
    const { organisationId, slip } = await typeOrganisation()
    const both = await Promise.allSettled([
      claim(await world.seed.person(), slip.code),
      claim(await world.seed.person(), slip.code),
    ])
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected'])
    const { rows } = await world.db.execute(
      sql`select 1 from memberships where organisation_id = ${organisationId}`,
    )
    expect(rows).toHaveLength(1)
  })

  it('never works for Ines, who printed it: the broker never becomes a party', async () => {
    const { organisationId, slip } = await typeOrganisation()
    expect((await refusal(claim(ines, slip.code))).code).toBe('cases.slip_unknown')
    await expect(
      world.appDb.execute(sql`update claim_slips set used_at = clock_timestamp(), used_by = ${ines}
        where organisation_id = ${organisationId}`),
    ).rejects.toThrow()
  })

  it('stops working when a newer one is printed, and where somebody signs in already there is none', async () => {
    const { organisationId, slip } = await typeOrganisation()
    const call = await world.as(ines)
    const newer = await call(contract.slip, { params: { organisationId }, body: {} })
    const okafor = await world.seed.person()
    expect((await refusal(claim(okafor, slip.code))).code).toBe('cases.slip_unknown')
    await claim(okafor, newer.code)
    const again = call(contract.slip, { params: { organisationId }, body: {} })
    expect((await refusal(again)).code).toBe('cases.has_people')
  })

  it('is guessed five times a day and no more, and guesses stay counted', async () => {
    const { slip } = await typeOrganisation()
    const guesser = await world.seed.person()
    for (let n = 0; n < 5; n++)
      expect((await refusal(claim(guesser, `PLUM-100${n}-OTTER`))).code).toBe('cases.slip_unknown')
    expect((await refusal(claim(guesser, slip.code))).code).toBe('cases.too_many_tries')
  })

  it('is over after ninety days, and the database lets none live longer', async () => {
    const { organisationId, slip } = await typeOrganisation()
    await world.db.execute(sql`alter table claim_slips disable trigger claim_slips_guard`)
    await world.db.execute(sql`update claim_slips set expires_at = clock_timestamp()
      where organisation_id = ${organisationId}`)
    await world.db.execute(sql`alter table claim_slips enable trigger claim_slips_guard`)
    const late = claim(await world.seed.person(), slip.code)
    expect((await refusal(late)).code).toBe('cases.slip_unknown')
    await expect(
      world.appDb.execute(sql`
        insert into claim_slips (id, place_id, organisation_id, code_hash, printed_by, expires_at)
        values (${someId()}, ${here.id}, ${organisationId}, 'x', ${ines}, clock_timestamp() + interval '91 days')`),
    ).rejects.toThrow()
  })

  it('lies in the database as a digest only', async () => {
    const { slip } = await typeOrganisation()
    const { rows } = await world.db.execute(
      sql`select 1 from claim_slips s where s::text ilike ${`%${slip.code}%`}`,
    )
    expect(rows).toEqual([])
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
