import { identityContract } from '@howcanwe/shared/identity'
import { interestsContract } from '@howcanwe/shared/interests'
import { supportersContract as contract } from '@howcanwe/shared/supporters'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { askJoy, helped, pair } from './supporters.fixture.ts'

let world: World
let place: SeededPlace
beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place()
})
afterAll(() => world.close())

/** Mr Okafor and Joy; he belongs to a walking group. */
async function walker() {
  const two = await pair(world)
  const walkers = await world.seed.organisation({ place, members: [two.okafor.id] })
  return { ...two, walkers }
}
const yes = (supportId: string) => ({ params: { supportId }, body: {} })
const byHand = (id: string, joy: string) =>
  world.appDb
    .execute(
      sql`update supports set state = 'active', supporter_id = ${joy}, contact = '', called_name = '' where id = ${id}`,
    )
    .then(() => 'done', sqlState)
const belongs = (organisationId: string, personId: string) =>
  world.db.execute(sql`insert into memberships (place_id, organisation_id, person_id, lead)
    values (${place.id}, ${organisationId}, ${personId}, false)`)

describe('answers are not lent to a rival', () => {
  it('Joy, who belongs to another organisation of the place, cannot say yes, by route and by SQL', async () => {
    const two = await walker()
    await world.seed.organisation({ place, members: [two.joy.id] })
    const { id } = await askJoy(two, ['groups', 'answers'])
    expect((await refusal(two.joy.call(contract.accept, yes(id)))).code).toBe(
      'supporters.other_organisation',
    )
    expect(await byHand(id, two.joy.id)).toBe('HW090')
  })

  it('for groups alone she can, whatever she belongs to', async () => {
    const two = await walker()
    await world.seed.organisation({ place, members: [two.joy.id] })
    await helped(two, ['groups'])
    expect((await two.forHim(identityContract.me)).id).toBe(two.okafor.id)
  })

  it('nor does a shared organisation help her while she belongs to another as well', async () => {
    const two = await walker()
    await belongs(two.walkers, two.joy.id)
    await helped(two, ['answers'])
    expect((await two.forHim(interestsContract.mine)).items).toEqual([])
    await world.seed.organisation({ place, members: [two.joy.id] })
    expect((await refusal(two.forHim(interestsContract.mine))).code).toBe('auth.not_supporting')
  })

  it('an organisation in another place is no rival', async () => {
    const two = await walker()
    await world.seed.organisation({ place: await world.seed.place(), members: [two.joy.id] })
    await helped(two, ['answers'])
    expect((await two.forHim(interestsContract.mine)).items).toEqual([])
  })

  it('joined later, it puts the answers to sleep, and only them; left again, they wake', async () => {
    const two = await walker()
    await helped(two, ['groups', 'answers'])
    const rival = await world.seed.organisation({ place, members: [two.joy.id] })
    expect((await refusal(two.forHim(interestsContract.mine))).code).toBe('auth.not_for_supporters')
    expect((await two.forHim(identityContract.me)).organisations).toEqual([])
    await world.db.execute(
      sql`delete from memberships where organisation_id = ${rival} and person_id = ${two.joy.id}`,
    )
    expect((await two.forHim(interestsContract.mine)).items).toEqual([])
  })
})
