import { matchingContract as contract } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { decidingTown } from './decisions.fixture.ts'

let world: World
let here: SeededPlace
let ines = ''
let amina = ''
let group = ''
let challengeId = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  ;({ here, ines, amina, challengeId, group } = await decidingTown(world))
})

const list = async () => (await world.as(ines))(contract.forChallenge, { params: { challengeId } })

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
