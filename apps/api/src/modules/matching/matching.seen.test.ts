import { interestsContract } from '@howcanwe/shared/interests'
import { matchingContract } from '@howcanwe/shared/matching'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerEntry } from '../../../test/register-entry.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import {
  capacityProfiles,
  organisationAreas,
  organisations,
} from '../organisations/organisations.table.ts'
import { askingTown } from './matching.town.fixture.ts'

let world: World
let here: SeededPlace
let ines = ''
let ruth = ''
let challengeId = ''
let lad = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  ;({ lad, here, ines, ruth, challengeId } = await askingTown(world))
})

const found = async (person = ines) =>
  (await world.as(person))(matchingContract.forChallenge, { params: { challengeId } })
const nameIn = async (name: string) => {
  const { items } = await found()
  const match = items.find((m) => m.name === name)
  if (!match) throw new Error(`${name} is not suggested`)
  return match
}

describe('what must not count does not (§2.6 [G])', () => {
  it('a score stays when income, staff, website, contact and check change', async () => {
    const id = await world.seed.organisation({
      place: here,
      name: 'The same',
      capacity: { spareHoursPerMonth: 5, skills: ['advice'] },
    })
    const registerEntryId = await registerEntry(world.db, { areas: [lad], incomeBand: 'micro' })
    const before = await found()
    await world.db
      .update(organisations)
      .set({
        incomeBand: 'major',
        website: 'https://example.org',
        state: 'checked',
        checkedAt: new Date(),
      })
      .where(eq(organisations.id, id))
    await world.db
      .update(capacityProfiles)
      .set({ staffHoursPerMonth: 1900, volunteerHoursPerMonth: 900, confirmedAt: new Date() })
      .where(eq(capacityProfiles.organisationId, id))
    await world.db.execute(
      sql`update register_entries set income_pounds = 9000000, income_band = 'large', website = 'https://example.org', fin_year_end = '2025-03-31' where id = ${registerEntryId}`,
    )
    const after = await found()
    const scores = (list: typeof before) =>
      list.items.map((m) => [m.id, m.score, m.confidence, m.parts])
    expect(scores(after)).toEqual(scores(before))
    expect(after.eligible).toEqual({ all: 2, small: 0 })
  })
})

describe('those already in', () => {
  const answered = async (organisationId: string) => {
    await world.db.execute(sql`
      insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
        together, together_with, conflict, conflict_note, submitted_by, received_at)
      values (${someId()}, ${here.id}, ${challengeId}, ${organisationId}, 'Because we know them', '', 4, '',
        'alone', '', false, '', ${ruth}, clock_timestamp())`)
  }

  it('while the question is open nothing tells Ines who has answered: not a mark, not a reason, not a score', async () => {
    const cooks = await world.seed.organisation({ place: here, capacity: { skills: ['cooking'] } })
    await world.seed.organisation({ place: here, capacity: { skills: ['cooking'] } })
    const { computedAt: _, ...before } = await found()
    await answered(cooks)
    const { computedAt: __, ...after } = await found()
    expect(after).toEqual(before)
  })

  it('after the closing time she sees who answered, and what the others would add', async () => {
    const cooks = await world.seed.organisation({
      place: here,
      name: 'Cooks',
      capacity: { skills: ['cooking'] },
    })
    await world.seed.organisation({
      place: here,
      name: 'Also cooks',
      capacity: { skills: ['cooking'] },
    })
    await answered(cooks)
    await world.seed.passDeadline(challengeId)
    expect(await nameIn('Cooks')).toMatchObject({ interested: true })
    const also = await nameIn('Also cooks')
    expect(also.interested).toBe(false)
    expect(also.parts.find((p) => p.part === 'complement')).toMatchObject({
      value: 0,
      reasons: [{ code: 'complement-none', facts: { pool: 1 } }],
    })
    expect((await nameIn('Cooks')).parts.find((p) => p.part === 'complement')?.value).toBe(0.2)
  })
})

describe('who may see matches', () => {
  it.each([
    ['a stranger', async () => world.anyone, 'auth.required'],
    ['a resident', async () => world.as(await world.seed.person()), 'auth.forbidden'],
    ['the commissioner who asks', async () => world.as(ruth), 'auth.forbidden'],
    [
      'a member of a charity',
      async () => {
        const amina = await world.seed.person()
        await world.seed.organisation({ place: here, members: [amina] })
        return world.as(amina)
      },
      'auth.forbidden',
    ],
    [
      'a broker of another place',
      async () => {
        const there = await world.seed.place()
        return world.as(await world.seed.person({ roles: [{ placeId: there.id, role: 'broker' }] }))
      },
      'challenges.not_found',
    ],
    [
      'a broker who works for the body that asks',
      async () => {
        const both = await world.seed.person({
          roles: [
            { placeId: here.id, role: 'broker' },
            { placeId: here.id, role: 'commissioner' },
          ],
        })
        challengeId = await world.seed.openChallenge({ place: here, commissioner: both })
        return world.as(both)
      },
      'matching.not_neutral',
    ],
    [
      'a broker whose own group has answered',
      async () => {
        const both = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
        const organisationId = await world.seed.organisation({ place: here, members: [both] })
        const call = await world.as(both)
        await call(interestsContract.express, {
          params: { challengeId },
          body: {
            organisationId,
            why: 'We meet them every week.',
            bring: [],
            bringNote: '',
            hoursPerMonth: 4,
            fromWhen: null,
            need: [],
            needNote: '',
            together: 'alone',
            togetherWith: '',
            conflict: false,
            conflictNote: '',
          },
        })
        return call
      },
      'matching.not_neutral',
    ],
  ])('%s may not', async (_, client, code) => {
    const call = await client()
    const problem = await refusal(call(matchingContract.forChallenge, { params: { challengeId } }))
    expect(problem.code).toBe(code)
  })

  it('a draft, a challenge that never was, and one elsewhere look alike', async () => {
    const call = await world.as(ines)
    const draft = await world.seed.draft({ place: here, commissioner: ruth })
    const there = await world.seed.place()
    const femke = await world.seed.person({ roles: [{ placeId: there.id, role: 'commissioner' }] })
    const elsewhere = await world.seed.openChallenge({ place: there, commissioner: femke })
    const answers = await Promise.all(
      [draft, someId(), elsewhere].map(async (id) => {
        const { instance: _, ...rest } = await refusal(
          call(matchingContract.forChallenge, { params: { challengeId: id } }),
        )
        return rest
      }),
    )
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
    expect(answers[0]?.code).toBe('challenges.not_found')
  })

  it('a withdrawn challenge has none', async () => {
    await world.db.execute(
      sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went elsewhere.' where id = ${challengeId}`,
    )
    const call = await world.as(ines)
    const problem = await refusal(call(matchingContract.forChallenge, { params: { challengeId } }))
    expect(problem.code).toBe('challenges.wrong_state')
  })
})

it('a question about no area in particular is about every area of the place', async () => {
  await world.seed.organisation({ place: here, name: 'Half' })
  const both = await world.seed.organisation({ place: here, name: 'Both' })
  await world.db
    .insert(organisationAreas)
    .values({ placeId: here.id, organisationId: both, areaId: here.areaIds[1] ?? '' })
  const draft = await world.seed.draft({ place: here, commissioner: ruth })
  await world.db.execute(sql`delete from challenge_areas where challenge_id = ${draft}`)
  await world.seed.readThrough(draft, true)
  await world.db.execute(
    sql`update challenges set state = 'open', slug = ${`all-${draft}`}, opened_at = now() where id = ${draft}`,
  )
  challengeId = draft
  expect((await nameIn('Both')).parts[1]?.value).toBe(0.7)
  expect((await nameIn('Half')).parts[1]?.value).toBe(0.35)
})
