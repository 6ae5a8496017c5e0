import { casesContract, typedContract as contract } from '@howcanwe/shared/cases'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'

let world: World
let here: SeededPlace
let ines = ''
let bea = ''
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
  const ruth = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  challengeId = await seed.openChallenge({ place: here, commissioner: ruth })
})

const themesOfIt = async () =>
  (
    await world.db.execute<{ themes: string[] }>(
      sql`select themes from challenges where id = ${challengeId}`,
    )
  ).rows[0]?.themes ?? []
/** Works on what the challenge is about, or on something else. */
const group = async (onTheSame: boolean) => {
  const shared = await themesOfIt()
  const other = ['arts', 'sport', 'food'].filter((one) => !shared.includes(one))
  return world.seed.organisation({
    place: here,
    themes: (onTheSame ? shared.slice(0, 1) : other.slice(0, 1)) as never,
  })
}
const can = async (organisationId: string, person = ines) =>
  (await (await world.as(person))(contract.about, { params: { organisationId } })).can.capacity
const type = async (organisationId: string, person = ines) => {
  const call = await world.as(person)
  const params = { organisationId }
  const {
    version,
    organisationId: _,
    confirmedAt: __,
    ...capacity
  } = await call(organisationsContract.capacity, { params })
  const typed = { readBack: true as const, whoAsked: 'Joan', consentReference: '', minutes: 5 }
  return call(
    contract.capacity,
    { params, body: { capacity: { ...capacity, spareHoursPerMonth: 1 }, typed } },
    { ifMatch: version },
  )
}
const entry = (organisationId: string, by = ines) =>
  world.appDb.execute(sql`
    insert into typed_entries (id, place_id, organisation_id, what, typed_by, who_asked, told)
    values (${someId()}, ${here.id}, ${organisationId}, 'capacity', ${by}, 'Joan', 'slip')`)
const stateOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (e: { cause?: { code?: string } }) => e,
  )
  return error?.cause?.code ?? 'nothing'
}
const declares = async (person = ines) =>
  (await world.as(person))(casesContract.declareConflict, {
    params: { challengeId },
    body: { note: '' },
  })

describe('what somebody has is typed by nobody who stands on a side near it (§2.2 [G], HW155)', () => {
  it('not by Ines once she stands on one side, and by Bea still', async () => {
    const near = await group(true)
    expect(await can(near)).toBe(true)
    await declares()
    expect([await can(near), await can(near, bea)]).toEqual([false, true])
    expect((await refusal(type(near))).code).toBe('cases.stands_beside')
    expect(await stateOf(entry(near))).toBe('HW155')
    const { rows } = await world.db.execute(
      sql`select spare_hours_per_month is distinct from 1 as kept from capacity_profiles where organisation_id = ${near}`,
    )
    expect(rows).toEqual([{ kept: true }])
    expect((await type(near, bea)).capacity.spareHoursPerMonth).toBe(1)
  })

  it('nor while a group of hers has answered, until it took that back', async () => {
    const near = await group(true)
    const own = await world.seed.organisation({ place: here, members: [ines] })
    const id = someId()
    await world.db.execute(sql`
      insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
        together, together_with, conflict, conflict_note, submitted_by, received_at)
      values (${id}, ${here.id}, ${challengeId}, ${own}, 'Nine of us look after someone.', '', 4, '',
        'alone', '', false, '', ${ines}, clock_timestamp())`)
    expect(await can(near)).toBe(false)
    await world.db.execute(sql`update interests set state = 'withdrawn' where id = ${id}`)
    expect(await can(near)).toBe(true)
  })

  it('somebody who works on something else she types for all the same, and everybody once it is closed', async () => {
    const [near, far] = [await group(true), await group(false)]
    await declares()
    expect([await can(near), await can(far)]).toEqual([false, true])
    await world.seed.passDeadline(challengeId)
    expect(await can(near)).toBe(true)
  })
})
