import type { CallArgs } from '@howcanwe/shared/http'
import { organisationsContract as contract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { constraintOf } from '../../db/database.ts'

type Registration = CallArgs<typeof contract.register>['body']

let world: World
let here: SeededPlace
beforeAll(async () => {
  world = await startWorld()
  here = await world.seed.place()
})
afterAll(() => world.close())

let count = 0
const register = async (more: Partial<Registration>) => {
  const call = await world.as(await world.seed.person({ name: 'Lou' }))
  const organisation = await call(contract.register, {
    body: {
      placeId: here.id,
      name: `Elmside branch ${++count}`,
      kind: 'charity',
      incomeBand: 'micro',
      areaIds: here.areaIds,
      themes: ['carers'],
      contact: { name: 'Lou', email: `lou-${count}@example.org` },
      declared: true,
      ...more,
    },
  })
  return { call, organisation }
}
const shared = { name: 'National Carers', incomeBand: 'major', ownAccountsAndBoard: false } as const
const own = { name: 'National Carers', incomeBand: null, ownAccountsAndBoard: true } as const

describe('a local branch carries the band of its parent (§2.3 [G])', () => {
  it('a branch that shares accounts counts as large as its parent, whatever it says of itself', async () => {
    const { organisation } = await register({ parent: shared })
    expect([organisation.incomeBand, organisation.parent]).toEqual(['major', shared])
  })

  it('a branch with its own accounts and board counts as itself', async () => {
    const { organisation } = await register({ parent: own })
    expect([organisation.incomeBand, organisation.parent]).toEqual(['micro', own])
  })

  it('whoever stands alone says nothing about it', async () => {
    const { organisation } = await register({})
    expect([organisation.incomeBand, organisation.parent]).toEqual(['micro', null])
  })

  it('a branch that does not say what its parent takes in is asked, beside the field', async () => {
    const refused = await refusal(register({ parent: { ...shared, incomeBand: null } }))
    expect(refused.errors).toEqual([{ pointer: '#/body/parent/incomeBand', code: 'required' }])
  })

  it('a branch cannot talk itself small afterwards, and becomes itself when it leaves', async () => {
    const { call, organisation } = await register({ parent: shared })
    const params = { organisationId: organisation.id }
    const said = await call(
      contract.change,
      { params, body: { incomeBand: 'micro' } },
      { ifMatch: organisation.version },
    )
    expect(said.incomeBand).toBe('major')
    const alone = await call(
      contract.change,
      { params, body: { incomeBand: 'micro', parent: null } },
      { ifMatch: said.version },
    )
    expect([alone.incomeBand, alone.parent]).toEqual(['micro', null])
    const joined = await call(
      contract.change,
      { params, body: { parent: shared } },
      { ifMatch: alone.version },
    )
    expect(joined.incomeBand).toBe('major')
  })

  it.each([
    ['another band', sql`income_band = 'micro'`],
    ['a parent of another band', sql`parent_income_band = 'large'`],
    ['a parent of no band', sql`parent_income_band = null`],
  ])('%s cannot be written by SQL either', async (_, change) => {
    const { organisation } = await register({ parent: shared })
    const error = await world.db
      .execute(sql`update organisations set ${change} where id = ${organisation.id}`)
      .catch((e: unknown) => e)
    expect(constraintOf(error)).toBe('organisations_branch_band')
  })
})

it('a fire service registers as a public body, and a group without a constitution needs no number (OR6)', async () => {
  const fire = await register({ kind: 'public-body', incomeBand: 'not-a-charity' })
  expect(fire.organisation.sector).toBe('public')
  const friends = await register({ kind: 'unconstituted-group', incomeBand: 'none' })
  expect([friends.organisation.sector, friends.organisation.identifiers]).toEqual(['community', []])
})
