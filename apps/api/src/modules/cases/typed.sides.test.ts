import { casesContract, typedContract as contract } from '@howcanwe/shared/cases'
import { interestsContract } from '@howcanwe/shared/interests'
import { matchingContract } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { recipientOf } from '../interests/index.ts'

let world: World
let here: SeededPlace
let ines = ''
let bea = ''
let joan = ''
let joanAt = ''
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
  joan = await seed.person({ name: 'Joan', roles: [{ placeId: here.id, role: 'steward' }] })
  joanAt = await addressOf(joan)
  const ruth = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  challengeId = await seed.openChallenge({ place: here, commissioner: ruth })
})

const addressOf = async (person: string) =>
  (await world.db.execute<{ email: string }>(sql`select email from people where id = ${person}`))
    .rows[0]?.email ?? ''
const typed = {
  readBack: true as const,
  whoAsked: 'Mr Okafor',
  consentReference: '',
  minutes: 5,
}
const typeOrganisation = async (person = ines, contact: object = { phone: '020 7946 0222' }) =>
  (await world.as(person))(contract.organisation, {
    body: {
      organisation: {
        placeId: here.id,
        name: `Allotment ${someId().slice(-6)}`,
        kind: 'unconstituted-group',
        incomeBand: 'none',
        areaIds: here.areaIds.slice(0, 1),
        themes: ['older-people' as never],
        contact: { name: 'Mr Okafor', ...contact },
        declared: true,
      },
      typed,
    },
  })
const ANSWERS = {
  why: 'Nine of us look after somebody at night.',
  bring: [],
  bringNote: '',
  hoursPerMonth: 4,
  fromWhen: null,
  need: [],
  needNote: '',
  together: 'alone' as const,
  togetherWith: '',
  conflict: false,
  conflictNote: '',
}
const typeInterest = async (organisationId: string, person = ines) =>
  (await world.as(person))(contract.interest, {
    params: { challengeId },
    body: { interest: { organisationId, ...ANSWERS }, typed },
  })
const entry = (organisationId: string, by = ines) =>
  world.appDb.execute(sql`
    insert into typed_entries (id, place_id, organisation_id, challenge_id, what, typed_by, who_asked, told)
    values (${someId()}, ${here.id}, ${organisationId}, ${challengeId}, 'interest', ${by}, 'Joan', 'slip')`)
const stateOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (e: { cause?: { code?: string } }) => e,
  )
  return error?.cause?.code ?? 'nothing'
}
const draftFor = (organisationId: string) =>
  world.db.execute(sql`
    insert into interest_drafts (id, place_id, challenge_id, organisation_id, updated_by, content)
    values (${someId()}, ${here.id}, ${challengeId}, ${organisationId}, ${joan}, '{"why":"ours"}')`)
const lettersTo = async (to: string, template: string) =>
  (
    await world.db.execute<{ body: string; kind: string }>(
      sql`select body, kind from outbox where recipient = ${to} and template = ${template}`,
    )
  ).rows

describe('answers are typed for nobody who can answer themselves (PE3, decision 27)', () => {
  const answered = async (andTakenBack = false) => {
    const amina = await world.seed.person()
    const organisation = await world.seed.organisation({ place: here, members: [amina] })
    const call = await world.as(amina)
    const body = { organisationId: organisation, ...ANSWERS }
    const { id } = await call(interestsContract.express, { params: { challengeId }, body })
    if (andTakenBack)
      await call(interestsContract.withdraw, { params: { interestId: id }, body: {} })
    await world.db.execute(sql`delete from memberships where organisation_id = ${organisation}`)
    return organisation
  }
  const begun = async () => {
    const organisation = await world.seed.organisation({ place: here })
    await draftFor(organisation)
    return organisation
  }
  const peopled = async () =>
    world.seed.organisation({ place: here, members: [await world.seed.person()] })

  it.each([
    ['has people who sign in', peopled],
    ['answered', () => answered()],
    ['answered and took it back', () => answered(true)],
    ['has a draft', begun],
  ])('one that %s: the same sentence, and nothing changes', async (_, made) => {
    const organisation = await made()
    const problem = await refusal(typeInterest(organisation))
    expect([problem.code, problem.status]).toEqual(['cases.ring_them', 409])
    expect(await stateOf(entry(organisation))).toBe('HW145')
    const { rows } = await world.db.execute(sql`
      select (select count(*)::int from interests where organisation_id = ${organisation} and submitted_by = ${ines}) as sent,
        (select count(*)::int from typed_entries where organisation_id = ${organisation}) as typed`)
    expect(rows).toEqual([{ sent: 0, typed: 0 }])
  })

  it('one organisation a challenge and a broker, so never two rivals; also of two at once', async () => {
    const [one, two] = [await typeOrganisation(), await typeOrganisation()]
    await typeInterest(one.organisationId)
    expect((await refusal(typeInterest(two.organisationId))).code).toBe('cases.one_a_challenge')
    expect(await stateOf(entry(two.organisationId))).toBe('HW144')
    const third = await typeOrganisation(bea)
    const both = await Promise.allSettled([
      typeInterest(two.organisationId, bea),
      typeInterest(third.organisationId, bea),
    ])
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('that somebody answered is known to no broker before the deadline (S-02)', () => {
  const seenBy = async (person: string, organisationId: string) =>
    (await (await world.as(person))(contract.list, { params: { organisationId } })).items.map(
      (i) => i.what,
    )

  it('the list of what was typed holds answers after it only, and never for a rival', async () => {
    const { organisationId } = await typeOrganisation()
    await typeInterest(organisationId)
    expect(await seenBy(bea, organisationId)).toEqual(['organisation'])
    await world.seed.passDeadline(challengeId)
    expect(await seenBy(bea, organisationId)).toEqual(['interest', 'organisation'])
    await (await world.as(bea))(casesContract.declareConflict, {
      params: { challengeId },
      body: { note: '' },
    })
    expect(await seenBy(bea, organisationId)).toEqual(['organisation'])
  })

  it('whose desk is closed reads the same, whichever other broker’s group has answered', async () => {
    await (await world.as(ines))(casesContract.declareConflict, {
      params: { challengeId },
      body: { note: '' },
    })
    const closed = async () =>
      (
        await refusal(
          (
            await world.as(ines)
          )(matchingContract.forChallenge, { params: { challengeId } }),
        )
      ).detail
    const before = await closed()
    const own = await world.seed.organisation({ place: here, members: [bea] })
    await (await world.as(bea))(interestsContract.express, {
      params: { challengeId },
      body: { organisationId: own, ...ANSWERS },
    })
    expect(await closed()).toBe(before)
    expect(before).not.toContain('Bea')
  })
})

describe('a slip is for what was typed in and has no past (PE3)', () => {
  const slip = async (organisationId: string) =>
    (await world.as(ines))(contract.slip, { params: { organisationId }, body: {} })
  const claim = async (person: string, code: string) =>
    (await world.as(person))(contract.claim, { body: { code } })
  const bySql = (organisationId: string) =>
    world.appDb.execute(sql`
      insert into claim_slips (id, place_id, organisation_id, code_hash, printed_by, expires_at)
      values (${someId()}, ${here.id}, ${organisationId}, ${someId()}, ${ines}, clock_timestamp() + interval '1 day')`)
  const gone = (organisationId: string) =>
    world.db.execute(sql`update organisations set state = 'left' where id = ${organisationId}`)

  it('not for one that came another way', async () => {
    const organisation = await world.seed.organisation({ place: here })
    expect((await refusal(slip(organisation))).code).toBe('cases.no_slip')
    expect(await stateOf(bySql(organisation))).toBe('HW146')
  })

  it('not for one that was taken over and whose people went, even when the used slip is forgotten', async () => {
    const made = await typeOrganisation()
    await claim(await world.seed.person(), made.slip.code)
    await world.db.execute(
      sql`delete from memberships where organisation_id = ${made.organisationId}`,
    )
    await world.db.execute(
      sql`delete from claim_slips where organisation_id = ${made.organisationId}`,
    )
    expect((await refusal(slip(made.organisationId))).code).toBe('cases.no_slip')
    expect(await stateOf(bySql(made.organisationId))).toBe('HW146')
  })

  it('not for one that left, neither printed nor used', async () => {
    const made = await typeOrganisation()
    await gone(made.organisationId)
    expect((await refusal(slip(made.organisationId))).code).toBe('cases.no_slip')
    const used = claim(await world.seed.person(), made.slip.code)
    expect((await refusal(used)).code).toBe('cases.slip_unknown')
    const bySqlToo = world.appDb.execute(sql`
      update claim_slips set used_at = clock_timestamp(), used_by = ${joan}
      where organisation_id = ${made.organisationId}`)
    expect(await stateOf(bySqlToo)).toBe('HW146')
  })

  it('the steward hears at once of printing and of using it, where nobody of theirs can be written to', async () => {
    const made = await typeOrganisation()
    await claim(await world.seed.person({ name: 'Sam' }), made.slip.code)
    const [printed, ...more] = await lettersTo(joanAt, 'cases.slip-printed')
    expect(more).toEqual([])
    expect(printed?.kind).toBe('now')
    expect(printed?.body).not.toContain(made.slip.code)
    expect((await lettersTo(joanAt, 'cases.slip-used'))[0]?.body).toContain('Sam typed in the code')
  })

  it('else the contact does, and not whoever takes it over', async () => {
    const email = `okafor-${someId()}@example.org`
    const made = await typeOrganisation(ines, { email })
    const again = await slip(made.organisationId)
    await claim(await world.seed.person(), again.code)
    expect(await lettersTo(email, 'cases.slip-printed')).toHaveLength(1)
    expect(await lettersTo(email, 'cases.slip-used')).toHaveLength(1)
    expect(await lettersTo(joanAt, 'cases.slip-used')).toEqual([])
  })
})

describe('what is decided about typed answers is not the broker’s to read (PE3)', () => {
  it('no letter goes to her; a call waits on the desk once there is something to tell', async () => {
    const { organisationId } = await typeOrganisation()
    const { interestId } = await typeInterest(organisationId)
    expect(await recipientOf(world.appDb, { organisationId, submittedBy: ines })).toBeUndefined()
    const { rows } = await world.db.execute(sql`
      select 1 from outbox where recipient = ${await addressOf(ines)} and template like 'interests.%'`)
    expect(rows).toEqual([])
    const calls = async (person: string) =>
      (
        await (
          await world.as(person)
        )(casesContract.queue, { params: { placeId: here.id } })
      ).items.filter((i) => i.kind === 'tell')
    expect(await calls(bea)).toEqual([])
    await world.seed.passDeadline(challengeId)
    expect(await calls(bea)).toEqual([])
    await world.db.execute(sql`alter table interests disable trigger user`)
    await world.db.execute(sql`
      update interests set state = 'chosen', decided_at = clock_timestamp(), decided_by = ${joan},
        decision_reason = 'They know the nights, and have a hall all year.' where id = ${interestId}`)
    await world.db.execute(sql`alter table interests enable trigger user`)
    expect(await calls(bea)).toMatchObject([
      { organisationId, note: expect.stringContaining('Mr Okafor, ') },
    ])
    await world.db.execute(sql`
      insert into broker_actions (id, place_id, challenge_id, organisation_id, broker_id, kind, minutes, outcome)
      values (${someId()}, ${here.id}, ${challengeId}, ${organisationId}, ${bea}, 'call', 5, 'Told them.')`)
    expect(await calls(bea)).toEqual([])
  })
})
