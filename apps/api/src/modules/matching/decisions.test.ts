import { matchingContract as contract } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { decidingTown } from './decisions.fixture.ts'

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
beforeEach(async () => {
  ;({ here, ines, ruth, amina, challengeId, group, entry } = await decidingTown(world))
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
