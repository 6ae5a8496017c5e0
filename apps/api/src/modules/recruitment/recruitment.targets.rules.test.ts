import { describe, expect, it } from 'vitest'
import { drawn, prepare } from './recruitment.lottery.rules.ts'
import type { Pool } from './recruitment.pool.rules.ts'
import { people, target } from './recruitment.pools.fixture.ts'
import { sha256 } from './recruitment.random.rules.ts'
import { fitted } from './recruitment.targets.rules.ts'

describe('a stratum with fewer applicants than its floor (T12)', () => {
  const pool: Pool = {
    seats: 6,
    targets: [target('tenure', 'no home of their own', 3, 6, true)],
    applicants: people([2, { tenure: 'no home of their own' }], [10, { tenure: 'tenant' }]),
  }

  it('has all of them in, shows what lacks, and leaves that seat free', async () => {
    const plan = await prepare(pool)
    if (plan.way !== 'lottery') throw new Error('expected a lottery')
    expect(plan.fitted.shortages).toEqual([
      { category: 'tenure', feature: 'no home of their own', floor: 3, applied: 2 },
    ])
    expect(plan.fitted).toMatchObject({ held: 1, drawn: 5, relaxed: [] })
    for (const sheet of plan.box.sheets) {
      expect(sheet).toEqual(expect.arrayContaining([1, 2]))
      expect(sheet).toHaveLength(5)
    }
  })

  it('fills that seat only where somebody decided so', async () => {
    const plan = await prepare(pool, { keepFree: false })
    if (plan.way !== 'lottery') throw new Error('expected a lottery')
    expect(plan.fitted).toMatchObject({ held: 0, drawn: 6 })
    expect(drawn(plan.box, sha256('x'))).toHaveLength(6)
    expect(plan.fitted.shortages).toHaveLength(1)
  })

  it('counts the seats that lack once where one person could fill two lacks', async () => {
    const two = {
      ...pool,
      targets: [...pool.targets, target('age', 'under 25', 2, 6), target('age', 'over 75', 1, 6)],
    }
    expect((await fitted(two)).held).toBe(3)
  })
})

describe('as many applicants as seats, or fewer', () => {
  it('means that all are in, without a draw, and the lack is shown', async () => {
    const plan = await prepare({
      seats: 4,
      targets: [target('area', 'Elmside', 2, 4)],
      applicants: people([1, { area: 'Elmside' }], [3, { area: 'Northgate' }]),
    })
    expect(plan).toEqual({
      way: 'all-in',
      numbers: [1, 2, 3, 4],
      shortages: [{ category: 'area', feature: 'Elmside', floor: 2, applied: 1 }],
    })
  })
})

describe('targets that contradict each other', () => {
  const applicants = people(
    [4, { area: 'north', age: 'young' }],
    [4, { area: 'south', age: 'old' }],
  )
  it('give way by as little as possible, ceilings before floors, and it is told', async () => {
    const fit = await fitted({
      seats: 4,
      targets: [target('area', 'north', 3, 4), target('age', 'young', 0, 2)],
      applicants,
    })
    expect(fit.relaxed).toEqual([
      { category: 'age', feature: 'young', edge: 'max', from: 2, to: 3 },
    ])
  })

  it('leave the floor of the least-served for last', async () => {
    const fit = await fitted({
      seats: 4,
      targets: [target('area', 'north', 3, 4), target('age', 'old', 3, 4, true)],
      applicants,
    })
    expect(fit.relaxed).toEqual([
      { category: 'area', feature: 'north', edge: 'min', from: 3, to: 1 },
    ])
  })
})
