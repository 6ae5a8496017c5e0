import { casesContract } from '@howcanwe/shared/cases'
import { matchingContract as contract } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
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

const say = async (said: {
  decision: 'kept' | 'dismissed' | 'taken-back'
  reason?: string
  id: string
}) =>
  (await world.as(ines))(contract.decide, {
    params: { challengeId },
    body: {
      kind: said.id === entry ? 'register' : 'organisation',
      id: said.id,
      decision: said.decision,
      reason: said.reason ?? '',
    },
  })

describe('what the invited and kept do not bring yet (BR1)', () => {
  const gaps = async (person = ines) =>
    (await world.as(person))(contract.gaps, { params: { challengeId } })
  const reaching = (community: string) =>
    world.seed.organisation({
      place: here,
      capacity: { reach: [{ community, people: 30, how: 'trusted-contact' }] },
    })
  const answers = () =>
    world.db.execute(sql`
      insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
        together, together_with, conflict, conflict_note, submitted_by, received_at)
      values (${someId()}, ${here.id}, ${challengeId}, ${group}, 'Because we know them', '', 4, '',
        'alone', '', false, '', ${amina}, clock_timestamp())`)
  const joins = (personId: string) =>
    world.db.execute(sql`
      insert into memberships (place_id, organisation_id, person_id, lead)
      values (${here.id}, ${group}, ${personId}, false)`)

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
    await answers()
    expect(await gaps()).toEqual(before)
  })

  it('is for the neutral broker alone', async () => {
    expect((await refusal(gaps(ruth))).code).toBe('auth.forbidden')
    expect((await refusal(gaps(amina))).code).toBe('auth.forbidden')
    const there = await world.seed.place()
    const stranger = await world.seed.person({ roles: [{ placeId: there.id, role: 'broker' }] })
    expect((await refusal(gaps(stranger))).code).toBe('challenges.not_found')
  })

  it.each<[string, (bea: string) => Promise<void>]>([
    [
      'the body that asks',
      async (bea) => {
        await world.db.execute(sql`
          insert into memberships (place_id, organisation_id, person_id, lead)
          select place_id, organisation_id, ${bea}, false from challenges where id = ${challengeId}`)
      },
    ],
    [
      'a group that has answered, still under seal',
      async (bea) => {
        await answers()
        await joins(bea)
      },
    ],
    [
      'a side, as she has said herself',
      async (bea) => {
        await (await world.as(bea))(casesContract.declareConflict, {
          params: { challengeId },
          body: { note: '' },
        })
      },
    ],
  ])('is closed to Bea, a broker here, once she stands for %s (§2.2)', async (_, side) => {
    const bea = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    expect(await gaps(bea)).toEqual(await gaps())
    await side(bea)
    expect((await refusal(gaps(bea))).code).toBe('matching.not_neutral')
  })
})
