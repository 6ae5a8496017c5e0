import { matchingContract as contract, WEIGHTS } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerEntry } from '../../../test/register-entry.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'

let world: World
let here: SeededPlace
let ines = ''
let ruth = ''
let amina = ''
let group = ''
let entry = ''
let challengeId = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
let districts = 500
beforeEach(async () => {
  const { seed } = world
  const lad = `E09000${++districts}`
  here = await seed.place({ ladCodes: [lad] })
  ines = await seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  ruth = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  amina = await seed.person({ name: 'Amina' })
  challengeId = await seed.openChallenge({ place: here, commissioner: ruth })
  group = await seed.organisation({ place: here, name: 'Night Carers', members: [amina] })
  entry = await registerEntry(world.db, { areas: [lad] })
})

type Said = Parameters<typeof say>[0]
async function say(
  said: { decision: 'kept' | 'dismissed' | 'taken-back'; reason?: string; id?: string },
  person = ines,
) {
  const kind = said.id === entry ? ('register' as const) : ('organisation' as const)
  return (await world.as(person))(contract.decide, {
    params: { challengeId },
    body: { kind, id: said.id ?? group, decision: said.decision, reason: said.reason ?? '' },
  })
}
const list = async (person = ines) =>
  (await world.as(person))(contract.forChallenge, { params: { challengeId } })
const standingOf = async (id = group) =>
  (await list()).items.find((m) => m.id === id)?.standing ?? null
const byHand = (decision: string, more: { by?: string; reason?: string } = {}) =>
  world.appDb
    .execute(
      sql`insert into match_decisions (id, place_id, challenge_id, organisation_id, decision, reason, decided_by)
        values (${someId()}, ${here.id}, ${challengeId}, ${group}, ${decision}, ${more.reason ?? ''}, ${more.by ?? ines})`,
    )
    .then(
      () => 'written',
      (error: unknown) => sqlState(error),
    )
const attempt = (statement: ReturnType<typeof sql>, db = world.appDb) =>
  db.execute(statement).then(
    () => 'written',
    (error: unknown) => sqlState(error),
  )
const invite = () =>
  world.db.execute(sql`
    insert into invitations (id, place_id, challenge_id, organisation_id, why, channel, invited_by)
    values (${someId()}, ${here.id}, ${challengeId}, ${group}, 'You know them', 'by-hand', ${ines})`)

describe('Ines goes through the suggestions (BR2)', () => {
  it('nothing stands until she says something', async () => {
    expect((await list()).items.map((m) => m.standing)).toEqual([null, null])
  })

  it('keeps a group, folds an entry of the register away with a reason, and both are on record', async () => {
    expect((await say({ decision: 'kept' })).standing).toMatchObject({
      decision: 'kept',
      reason: '',
    })
    await say({ decision: 'dismissed', reason: 'They stopped last summer.', id: entry })
    expect(await standingOf()).toMatchObject({ decision: 'kept' })
    expect(await standingOf(entry)).toMatchObject({
      decision: 'dismissed',
      reason: 'They stopped last summer.',
    })
    const { rows } = await world.db.execute<{ action: string }>(
      sql`select action from audit_events where place_id = ${here.id} and action like 'matching.%' order by id`,
    )
    expect(rows.map((r) => r.action)).toEqual(['matching.kept', 'matching.dismissed'])
  })

  it('folding away moves nobody: score and order stay, and they can still be kept or invited', async () => {
    const bare = async () => (await list()).items.map(({ standing: _, ...rest }) => rest)
    const before = await bare()
    await say({ decision: 'dismissed', reason: 'Too busy this year, they say.' })
    expect(await bare()).toEqual(before)
    await say({ decision: 'kept' })
    expect(await standingOf()).toMatchObject({ decision: 'kept', reason: '' })
  })

  it('takes back what she said; all of it stays readable, in its order', async () => {
    await say({ decision: 'dismissed', reason: 'I thought they had moved.' })
    expect((await say({ decision: 'taken-back' })).standing).toBeNull()
    expect(await standingOf()).toBeNull()
    const { rows } = await world.db.execute<{ decision: string }>(
      sql`select decision from match_decisions where organisation_id = ${group} order by decided_at`,
    )
    expect(rows.map((r) => r.decision)).toEqual(['dismissed', 'taken-back'])
  })

  it.each<[string, () => Said | Promise<Said>, string]>([
    ['anybody away without a reason', () => ({ decision: 'dismissed' }), 'matching.reason_missing'],
    [
      'whoever belongs to another place',
      async () => {
        const there = await world.seed.place()
        const id = await world.seed.organisation({ place: there })
        return { decision: 'kept', id }
      },
      'matching.candidate_unknown',
    ],
    [
      'somebody of nowhere',
      () => ({ decision: 'kept', id: someId() }),
      'matching.candidate_unknown',
    ],
    ['what nobody said', () => ({ decision: 'taken-back' }), 'matching.nothing_to_take_back'],
    [
      'away who has been invited',
      async () => {
        await invite()
        return { decision: 'dismissed', reason: 'They said no on the telephone.' }
      },
      'matching.already_in',
    ],
  ])('cannot keep, fold away or take back %s', async (_, said, code) => {
    expect((await refusal(say(await said()))).code).toBe(code)
  })

  it.each<[string, () => Promise<string>, string]>([
    ['the commissioner', async () => ruth, 'auth.forbidden'],
    ['a member of the group', async () => amina, 'auth.forbidden'],
    [
      'a broker who belongs to the body that asks',
      async () => {
        const both = await world.seed.person({
          roles: [
            { placeId: here.id, role: 'broker' },
            { placeId: here.id, role: 'commissioner' },
          ],
        })
        challengeId = await world.seed.openChallenge({ place: here, commissioner: both })
        return both
      },
      'matching.not_neutral',
    ],
  ])('%s decides nothing', async (_, who, code) => {
    const person = await who()
    expect((await refusal(say({ decision: 'kept' }, person))).code).toBe(code)
  })

  it('by SQL too: no word without a reason, none from a party, none taken back twice, none changed or emptied [G]', async () => {
    expect(await byHand('dismissed')).toBe('23514')
    expect(await byHand('dismissed', { reason: ' ' })).toBe('23514')
    expect(await byHand('taken-back')).toBe('HW107')
    expect(await byHand('kept')).toBe('written')
    expect(await byHand('kept', { by: ruth })).toBe('HW112')
    const own = await world.seed.person({
      roles: [
        { placeId: here.id, role: 'broker' },
        { placeId: here.id, role: 'commissioner' },
      ],
    })
    challengeId = await world.seed.openChallenge({ place: here, commissioner: own })
    expect(await byHand('kept', { by: own })).toBe('HW111')
    const all = sql`match_decisions`
    for (const db of [world.appDb, world.db]) {
      expect(await attempt(sql`update ${all} set reason = 'x'`, db)).not.toBe('written')
      expect(await attempt(sql`delete from ${all}`, db)).not.toBe('written')
      expect(await attempt(sql`truncate ${all}`, db)).not.toBe('written')
    }
    expect(await attempt(sql`update ${all} set reason = 'x'`, world.db)).toBe('HW001')
    expect(await attempt(sql`delete from ${all}`, world.db)).toBe('HW001')
  })

  it('nobody is looked for once the question is withdrawn, by route or by SQL', async () => {
    await world.db.execute(
      sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went elsewhere.' where id = ${challengeId}`,
    )
    expect((await refusal(say({ decision: 'kept' }))).code).toBe('challenges.wrong_state')
    expect(await byHand('kept')).toBe('HW106')
  })
})

describe('how organisations are found is published and locked when a question opens (§4.5, TR3 [G])', () => {
  const published = (id = challengeId) =>
    world.anyone(contract.weightsOf, { params: { challengeId: id } })

  it('anybody reads the weights, and they are those of the list', async () => {
    const { weights, seed, lockedAt } = await published()
    expect(Object.fromEntries(weights.map((w) => [w.part, w.weight]))).toEqual(WEIGHTS)
    const found = await list()
    expect([found.weights, found.seed]).toEqual([weights, seed])
    expect(Math.abs(Date.now() - lockedAt.getTime())).toBeLessThan(60_000)
  })

  it('a draft has none: it looks as if it never was', async () => {
    const draft = await world.seed.draft({ place: here, commissioner: ruth })
    expect((await refusal(published(draft))).code).toBe('challenges.not_found')
    expect(
      await attempt(sql`
        insert into challenge_weights (challenge_id, place_id, theme, reach, lived_experience, complement, "time", sphere)
        values (${draft}, ${here.id}, 100, 0, 0, 0, 0, 0)`),
    ).toBe('HW105')
  })

  it('nobody changes them afterwards, not even whoever owns the tables', async () => {
    const weights = sql`challenge_weights`
    const change = sql`update ${weights} set theme = 30, reach = 20 where challenge_id = ${challengeId}`
    expect(await attempt(change, world.db)).toBe('HW105')
    expect(await attempt(change)).not.toBe('written')
    const end = sql`delete from ${weights} where challenge_id = ${challengeId}`
    expect(await attempt(end, world.db)).toBe('HW105')
    expect(await attempt(end)).not.toBe('written')
    expect(await attempt(sql`truncate ${weights}`, world.db)).not.toBe('written')
    expect((await published()).weights[0]).toEqual({ part: 'theme', weight: 25 })
  })

  it('matching reads those of the challenge and no others', async () => {
    const before = await list()
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`alter table challenge_weights disable trigger user`)
      await tx.execute(
        sql`update challenge_weights set theme = 5, sphere = 25 where challenge_id = ${challengeId}`,
      )
      await tx.execute(sql`update challenge_matches set changes = changes + 1`)
      await tx.execute(sql`alter table challenge_weights enable trigger user`)
    })
    const after = await list()
    expect(after.weights.map((w) => w.weight)).toEqual([5, 25, 15, 20, 10, 25])
    expect(after.items[0]?.parts[0]?.weight).toBe(5)
    expect(before.items[0]?.parts[0]?.weight).toBe(25)
  })
})

describe('what the invited and kept do not bring yet (BR1)', () => {
  const gaps = async (person = ines) =>
    (await world.as(person))(contract.gaps, { params: { challengeId } })
  const reaching = (community: string) =>
    world.seed.organisation({
      place: here,
      capacity: { reach: [{ community, people: 30, how: 'trusted-contact' }] },
    })

  it('with nobody in: all of it', async () => {
    expect(await gaps()).toMatchObject({
      pool: 0,
      silent: 0,
      areas: ['Northgate'],
      people: ['About 900 unpaid carers.', 'Carers who work nights'],
      rooms: 'none',
      hours: { asked: 10, there: 0 },
    })
  })

  it('shrinks with whom she keeps, and grows again when that is taken back or folded away', async () => {
    const id = await reaching('Unpaid carers')
    await say({ decision: 'kept', id })
    await say({ decision: 'kept', id: entry })
    expect(await gaps()).toMatchObject({
      pool: 1,
      silent: 1,
      areas: [],
      people: ['Carers who work nights'],
    })
    await say({ decision: 'dismissed', reason: 'They rang: not this year.', id })
    await say({ decision: 'taken-back', id: entry })
    expect(await gaps()).toMatchObject({ pool: 0, silent: 0, areas: ['Northgate'] })
  })

  it('is not told by whoever answers while answers are sealed (S-02)', async () => {
    const before = await gaps()
    await world.db.execute(sql`
      insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
        together, together_with, conflict, conflict_note, submitted_by, received_at)
      values (${someId()}, ${here.id}, ${challengeId}, ${group}, 'Because we know them', '', 4, '',
        'alone', '', false, '', ${amina}, clock_timestamp())`)
    expect(await gaps()).toEqual(before)
  })

  it('is for the neutral broker alone', async () => {
    expect((await refusal(gaps(ruth))).code).toBe('auth.forbidden')
    expect((await refusal(gaps(amina))).code).toBe('auth.forbidden')
    const there = await world.seed.place()
    const stranger = await world.seed.person({ roles: [{ placeId: there.id, role: 'broker' }] })
    expect((await refusal(gaps(stranger))).code).toBe('challenges.not_found')
  })
})

describe('Amina looks which questions may suit her group (J-08, J-10)', () => {
  const fitting = async (person = amina, organisationId = group) =>
    (await world.as(person))(contract.forOrganisation, { params: { organisationId } })

  it('sees the open question with its minutes, its closing day and the same arithmetic', async () => {
    const { items, considered } = await fitting()
    expect(considered).toBe(1)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ challengeId, minutes: expect.any(Number) })
    const theirs = (await list()).items.find((m) => m.id === group)
    expect(items[0]?.parts).toEqual(theirs?.parts)
    expect(items[0]?.score).toBe(theirs?.score)
  })

  it('a group that rests still sees them (FR-12)', async () => {
    await world.db.execute(sql`update organisations set state = 'paused' where id = ${group}`)
    expect((await fitting()).items).toHaveLength(1)
  })

  it('the broker of their place may look with them; nobody else', async () => {
    expect((await fitting(ines)).items).toHaveLength(1)
    const bea = await world.seed.person()
    await world.seed.organisation({ place: here, members: [bea] })
    expect((await refusal(fitting(bea))).code).toBe('organisations.not_found')
    expect((await refusal(fitting(amina, someId()))).code).toBe('organisations.not_found')
  })
})
