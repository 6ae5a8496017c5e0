import { matchingContract as contract, isSmall } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { books, dress, looks, resize, rewrite, size } from './neutral.looks.fixture.ts'
import { past, relive } from './neutral.past.fixture.ts'
import { BANDS, GROUP_COUNT, type Neutral, neutralTown } from './neutral.town.fixture.ts'

let world: World
let town: Neutral

beforeAll(async () => {
  world = await startWorld()
  town = await neutralTown(world)
})
afterAll(() => world.close())
const ids = () => town.groups.map((g) => g.id)
beforeEach(() => resize(world, ids(), BANDS))

const each = <T>(what: fc.Arbitrary<T>, length = GROUP_COUNT) =>
  fc.array(what, { minLength: length, maxLength: length })
/** Everything that must not count, of everybody here. */
const lives = fc.record({ looks: each(looks), books: each(books, 3), past: each(past) })

async function live(as: typeof lives extends fc.Arbitrary<infer T> ? T : never) {
  for (const [i, id] of ids().entries()) if (as.looks[i]) await dress(world, id, as.looks[i])
  for (const [i, entry] of town.entries.entries())
    if (as.books[i]) await rewrite(world, entry, as.books[i])
  await relive(world, town, as.past)
}

/** As it is said, but for how a group writes whom it reaches: that is repeated as it wrote it. */
const said = <T>(parts: T): T =>
  JSON.parse(JSON.stringify(parts, (key, value) => (key === 'community' ? '' : value)))

/** Made anew each time: a list that was kept would prove nothing. */
const found = async () => {
  await world.db.execute(sql`update challenge_matches set changes = changes + 1`)
  const call = await world.as(town.broker)
  return call(contract.forChallenge, { params: { challengeId: town.challengeId } })
}
/** The list as it is shown: who, in which order, with what arithmetic. */
const shown = async () =>
  (await found()).items.map(
    ({ id, name, score, confidence, parts, wouldSettle, movedUp, incomeBand }) => ({
      ...{ id, name, score, confidence, wouldSettle, movedUp, incomeBand },
      parts: said(parts),
    }),
  )
/** Without what size, and only size, may move (FR-04). */
const scoresOf = (list: Awaited<ReturnType<typeof shown>>) =>
  list
    .map(({ movedUp: _, incomeBand: __, ...rest }) => rest)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Sizes of the register's entries; null: it has no accounts of them. */
async function refile(bands: readonly (string | null)[]) {
  for (const [i, { id }] of town.entries.entries())
    await world.db.execute(
      sql`update register_entries set income_band = ${bands[i] ?? null} where id = ${id}`,
    )
}

/** The questions shown to each group, in their order, with their arithmetic. */
async function fitting() {
  const call = await world.as(town.broker)
  const lists = []
  for (const organisationId of ids()) {
    const { items, considered } = await call(contract.forOrganisation, {
      params: { organisationId },
    })
    lists.push({ considered, items: said(items) })
  }
  return lists
}

describe('what must not count does not, in the whole product (§2.6 [G])', () => {
  it('the list has words, equals, somebody invited and somebody moved up, so that there is something to move', async () => {
    const { items } = await found()
    expect(items).toHaveLength(GROUP_COUNT + town.entries.length - 1)
    expect(items.some((m) => m.movedUp > 0)).toBe(true)
    expect(items.some((m) => m.invited)).toBe(true)
    const pairs = items.map((m) => `${m.score} ${m.confidence}`)
    expect(new Set(pairs).size).toBeLessThan(pairs.length)
    const codes = items.flatMap((m) => m.parts.flatMap((p) => p.reasons.map((r) => r.code)))
    expect(codes).toEqual(
      expect.arrayContaining(['words-shared', 'complement-reach', 'reach-members']),
    )
  })

  it('past contracts, speed of reply, staff, completeness, check and writing move nobody and no part, nor which questions an organisation is shown', async () => {
    const before = { organisations: await shown(), questions: await fitting() }
    expect(before.questions.every((of) => of.items.length > 1)).toBe(true)
    let pasts = 0
    const same = fc.asyncProperty(lives, async (as) => {
      await live(as)
      pasts += as.past.filter((p) => p.earlier.some(Boolean) && p.grants.length > 0).length
      expect({ organisations: await shown(), questions: await fitting() }).toEqual(before)
    })
    await fc.assert(same, { numRuns: 15 })
    expect(pasts).toBeGreaterThan(0)
  }, 120_000)

  it('size moves no score, no question, no small one past a small one and no large one past a large one (FR-04)', async () => {
    const before = { scores: scoresOf(await shown()), questions: await fitting() }
    const order = await ofOneSize()
    const same = fc.asyncProperty(each(size), each(fc.option(size), 3), async (bands, filed) => {
      await resize(world, ids(), bands)
      await refile(filed)
      const list = await shown()
      expect({ scores: scoresOf(list), questions: await fitting() }).toEqual(before)
      for (const small of [true, false]) {
        const alike = list.filter((m) => isSmall(m.incomeBand) === small).map((m) => m.id)
        expect(alike).toEqual(order.filter((id) => alike.includes(id)))
      }
    })
    await fc.assert(same, { numRuns: 10 })
  }, 120_000)

  it('with all of one size the order is that of the scores, however large they are', async () => {
    expect(await ofOneSize('major')).toEqual(await ofOneSize('micro'))
  })
})

/** The order before anybody is moved up. */
async function ofOneSize(band: 'micro' | 'major' = 'micro'): Promise<string[]> {
  await resize(world, ids(), Array(GROUP_COUNT).fill(band))
  await world.db.execute(sql`update register_entries set income_band = ${band}`)
  const { items } = await found()
  const pairs = items.map((m) => [m.score, m.confidence] as const)
  expect(pairs).toEqual(pairs.toSorted((a, b) => b[0] - a[0] || b[1] - a[1]))
  expect(items.every((m) => m.movedUp === 0)).toBe(true)
  return items.map((m) => m.id)
}

it('a fresh place that names no district has a list as any other', async () => {
  const { seed } = world
  const fresh = await seed.place({ ladCodes: [] })
  const broker = await seed.person({ roles: [{ placeId: fresh.id, role: 'broker' }] })
  const femke = await seed.person({ roles: [{ placeId: fresh.id, role: 'commissioner' }] })
  const asked = await seed.openChallenge({ place: fresh, commissioner: femke })
  const group = await seed.organisation({ place: fresh })
  const call = await world.as(broker)
  const { items } = await call(contract.forChallenge, { params: { challengeId: asked } })
  expect(items.map((m) => m.id)).toEqual([group])
  const gaps = await call(contract.gaps, { params: { challengeId: asked } })
  expect(gaps.pool).toBe(0)
})
