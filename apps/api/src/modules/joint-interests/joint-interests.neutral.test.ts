import { casesContract } from '@howcanwe/shared/cases'
import { jointInterestsContract as contract } from '@howcanwe/shared/joint-interests'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { refusal } from '../../../test/support.ts'
import { answerAlone, lettersTo, WHY } from './joint-interests.fixture.ts'
import { inTown, town, world } from './joint-interests.town.fixture.ts'

inTown()

let bea = ''
beforeEach(async () => {
  bea = await world.seed.person({
    name: 'Bea',
    roles: [{ placeId: town.place.id, role: 'broker' }],
  })
})

const params = () => ({ challengeId: town.challengeId })
const seed = async (by = bea) =>
  (await world.as(by))(contract.seed, {
    params: params(),
    body: {
      invited: [town.elders, town.lunch].map(({ id }) => ({ organisationId: id, why: WHY })),
    },
  })
const seeds = async () => (await world.as(bea))(contract.seeds, { params: params() })
const joins = (organisationId: string) =>
  world.db.execute(sql`
    insert into memberships (place_id, organisation_id, person_id, lead)
    values (${town.place.id}, ${organisationId}, ${bea}, false)`)

const SIDES: [string, () => Promise<unknown>][] = [
  ['the council that asks', () => joins(town.council)],
  [
    'a group that has answered',
    async () => {
      await answerAlone(town, town.amina)
      await joins(town.amina.id)
    },
  ],
  [
    'a side, as she has said herself',
    async () =>
      (await world.as(bea))(casesContract.declareConflict, {
        params: params(),
        body: { note: '' },
      }),
  ],
]

describe('a broker who stands for a party brings nobody together (BR4, §2.2)', () => {
  it.each(SIDES)('Bea, who stands for %s, asks nobody, and nobody hears of it', async (_, side) => {
    await side()
    const problem = await refusal(seed())
    expect(problem.code).toBe('matching.not_neutral')
    expect(problem.detail).toMatch(/020 7946 0000/)
    const { rows } = await world.db.execute(
      sql`select 1 from joint_interests where challenge_id = ${town.challengeId}`,
    )
    expect(rows).toEqual([])
    expect(await lettersTo(world, town.elders.email)).toEqual([])
  })

  it.each(SIDES)(
    'nor does she read whom she had asked before she stood for %s',
    async (_, side) => {
      await seed()
      expect((await seeds()).items).toHaveLength(1)
      await side()
      expect((await refusal(seeds())).code).toBe('matching.not_neutral')
    },
  )

  it('Ines, who stands for nobody, goes on', async () => {
    await joins(town.council)
    expect((await seed(town.ines)).invited).toHaveLength(2)
  })
})
