import { matchingContract as contract } from '@howcanwe/shared/matching'
import { INCOME_BANDS } from '@howcanwe/shared/organisations'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerEntry } from '../../../test/register-entry.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'
import { capacityProfiles, organisations } from '../organisations/organisations.table.ts'
import { registerEntries } from '../register/register.table.ts'

const LAD = 'E09000601'
const GROUPS = 6
/** What the first entry of the register says it does; only these words can meet the question. */
const SAYS = ['respite', 'weekends', 'carers', 'booking']
/** Words that no question here uses. */
const FILLER = ['the', 'THE', 'and', 'marvellous', 'Marvelous', 'wonderfull', 'very', 'indeed']

let world: World
let here: SeededPlace
let ines = ''
let challengeId = ''
const groups: string[] = []
let entries: string[] = []

beforeAll(async () => {
  world = await startWorld()
  const { seed } = world
  here = await seed.place({ ladCodes: [LAD] })
  ines = await seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
  const ruth = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  challengeId = await seed.openChallenge({
    place: here,
    commissioner: ruth,
    summary: 'Respite is offered late; booking it for weekends rarely works.',
  })
  const told = ['led-by', 'majority', 'some', 'not', null, null] as const
  for (let i = 0; i < GROUPS; i++)
    groups.push(
      await seed.organisation({
        place: here,
        name: `Group number ${i}`,
        capacity: { livedExperience: told[i] ?? null, spareHoursPerMonth: i * 2 },
      }),
    )
  entries = await Promise.all(
    [SAYS.join(' '), 'Soup on Sundays'].map((activities) =>
      registerEntry(world.db, { areas: [LAD], activities }),
    ),
  )
})
afterAll(() => world.close())

/** Made anew each time: a list that was kept would prove nothing. */
const found = async () => {
  await world.db.execute(sql`update challenge_matches set changes = changes + 1`)
  return (await world.as(ines))(contract.forChallenge, { params: { challengeId } })
}

/** Scores with their arithmetic, and the order by them: what size, and only size, may move afterwards (FR-04). */
async function scored() {
  const { items } = await found()
  const rows = items.map(({ id, score, confidence, parts, wouldSettle }) => ({
    id,
    score,
    confidence,
    parts,
    wouldSettle,
  }))
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}
/** The order before anybody is moved up: by score, then by how sure we are. */
async function order() {
  const { items } = await found()
  return items.map((m) => [m.score, m.confidence] as const)
}

const looks = fc.record({
  incomeBand: fc.constantFrom(...INCOME_BANDS),
  staffHoursPerMonth: fc.option(fc.integer({ min: 0, max: 2000 })),
  volunteerHoursPerMonth: fc.option(fc.integer({ min: 0, max: 2000 })),
  confirmedDaysAgo: fc.integer({ min: 0, max: 170 }),
  website: fc.constantFrom(null, 'https://example.org'),
  checked: fc.boolean(),
  otherSkills: fc.constantFrom('', 'We also sing.'),
})
const books = fc.record({
  incomePounds: fc.option(fc.integer({ min: 0, max: 1_000_000_000 })),
  incomeBand: fc.constantFrom(...INCOME_BANDS),
  website: fc.constantFrom(null, 'https://example.org'),
  finYearEnd: fc.constantFrom(null, '2025-03-31'),
  loud: fc.boolean(),
  filler: fc.array(fc.constantFrom(...FILLER), { maxLength: 12 }),
})

async function dress(id: string, as: typeof looks extends fc.Arbitrary<infer T> ? T : never) {
  await world.db
    .update(organisations)
    .set({
      incomeBand: as.incomeBand,
      website: as.website,
      state: as.checked ? 'checked' : 'listed',
      checkedAt: as.checked ? new Date() : null,
    })
    .where(eq(organisations.id, id))
  await world.db
    .update(capacityProfiles)
    .set({
      staffHoursPerMonth: as.staffHoursPerMonth,
      volunteerHoursPerMonth: as.volunteerHoursPerMonth,
      otherSkills: as.otherSkills,
      confirmedAt: sql`clock_timestamp() - ${as.confirmedDaysAgo}::int * interval '1 day'`,
    })
    .where(eq(capacityProfiles.organisationId, id))
}

async function rewrite(id: string, as: typeof books extends fc.Arbitrary<infer T> ? T : never) {
  const said = (as.loud ? SAYS.map((w) => w.toUpperCase()) : SAYS).join(' ')
  await world.db
    .update(registerEntries)
    .set({
      incomePounds: as.incomePounds,
      incomeBand: as.incomeBand,
      website: as.website,
      finYearEnd: as.finYearEnd,
      activities: `${as.filler.join(' ')} ${said}!`,
    })
    .where(eq(registerEntries.id, id))
}

describe('what must not count does not, in the whole product (§2.6 [G])', () => {
  it('income, staff, website, check, day of confirming and style of writing move no score and no part of it', async () => {
    const before = await scored()
    expect(before).toHaveLength(GROUPS + entries.length)
    const reasons = before.find((m) => m.id === entries[0])?.parts[0]?.reasons
    expect(reasons?.map((r) => r.code)).toContain('words-shared')
    await fc.assert(
      fc.asyncProperty(
        fc.array(looks, { minLength: GROUPS, maxLength: GROUPS }),
        books,
        async (dressed, written) => {
          for (const [i, as] of dressed.entries()) await dress(groups[i] ?? '', as)
          await rewrite(entries[0] ?? '', written)
          expect(await scored()).toEqual(before)
        },
      ),
      { numRuns: 25 },
    )
  }, 120_000)

  it('size moves places only (FR-04): with all of one size the order is that of the scores, however large they are', async () => {
    const orders = []
    for (const incomeBand of ['micro', 'major'] as const) {
      await world.db.update(organisations).set({ incomeBand })
      await world.db.update(registerEntries).set({ incomeBand })
      const pairs = await order()
      expect(pairs).toEqual(pairs.toSorted((a, b) => b[0] - a[0] || b[1] - a[1]))
      const { items } = await found()
      expect(items.every((m) => m.movedUp === 0)).toBe(true)
      orders.push(items.map((m) => m.id))
    }
    expect(orders[0]).toEqual(orders[1])
  })
})

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
