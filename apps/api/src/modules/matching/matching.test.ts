import { matchingContract } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { registerEntry } from '../../../test/register-entry.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'
import { gssAreas } from '../places/gss.table.ts'
import { askingTown } from './matching.town.fixture.ts'

let world: World
let here: SeededPlace
let ines = ''
let challengeId = ''
let lad = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  ;({ lad, here, ines, challengeId } = await askingTown(world))
})

const found = async (person = ines) =>
  (await world.as(person))(matchingContract.forChallenge, { params: { challengeId } })
const nameIn = async (name: string) => {
  const { items } = await found()
  const match = items.find((m) => m.name === name)
  if (!match) throw new Error(`${name} is not suggested`)
  return match
}
const reasonsOf = (match: Awaited<ReturnType<typeof nameIn>>) =>
  match.parts.flatMap((p) => p.reasons.map((r) => r.code))

describe('Ines looks who fits a question', () => {
  it('finds organisations of the place and entries of its register, each with reasons and their arithmetic', async () => {
    const group = await world.seed.organisation({
      place: here,
      name: 'Night Carers Circle',
      capacity: {
        livedExperience: 'led-by',
        spareHoursPerMonth: 12,
        skills: ['listening-groups'],
        reach: [{ community: 'Somali carers', people: 30, how: 'trusted-contact' }],
      },
    })
    const entry = await registerEntry(world.db, {
      nameShown: 'Weekend Respite Trust',
      areas: [lad],
      activities: 'We arrange respite at weekends for families.',
    })
    const { items, weights, seed, considered, eligible } = await found()
    expect(items.map((m) => [m.kind, m.id])).toEqual([
      ['organisation', group],
      ['register', entry],
    ])
    expect(considered).toBe(2)
    expect(eligible).toEqual({ all: 2, small: 2 })
    expect(weights.reduce((sum, w) => sum + w.weight, 0)).toBe(100)
    expect(seed).toMatch(/^[0-9a-f]{64}$/)
    const [circle, trust] = items
    expect(circle).toMatchObject({ score: 90, confidence: 1, wouldSettle: null, movedUp: 0 })
    expect(circle?.parts.find((p) => p.part === 'reach')).toEqual({
      part: 'reach',
      weight: 25,
      value: 1,
      points: 25,
      reasons: [
        { code: 'reach-trusted', facts: { community: 'Somali carers', people: 30 } },
        { code: 'areas-covered', facts: { areas: ['Northgate'], of: 1 } },
      ],
    })
    expect(trust).toMatchObject({ confidence: 0.55, wouldSettle: 'complement' })
    expect(trust?.parts.find((p) => p.part === 'theme')?.reasons).toEqual([
      { code: 'themes-shared', facts: { themes: ['carers'], of: 1 } },
      { code: 'words-shared', facts: { words: expect.arrayContaining(['respite', 'weekends']) } },
    ])
  })

  it('a group that has said nothing for half a year is marked with the day, and scores the same (FR-12)', async () => {
    const id = await world.seed.organisation({
      place: here,
      name: 'Quiet Club',
      capacity: { spareHoursPerMonth: 12 },
    })
    const before = await nameIn('Quiet Club')
    expect(before.quietSince).toBeNull()
    const ago = (days: number) => sql`clock_timestamp() - ${days}::int * interval '1 day'`
    const [said, declared] = [ago(190), ago(400)]
    await world.db.execute(
      sql`update organisations set declared_at = ${declared}, checked_at = null where id = ${id}`,
    )
    await world.db.execute(
      sql`update capacity_profiles set confirmed_at = ${said} where organisation_id = ${id}`,
    )
    const { quietSince, ...after } = await nameIn('Quiet Club')
    expect(Math.round((Date.now() - Number(quietSince)) / 86_400_000)).toBe(190)
    expect({ ...after, quietSince: null }).toEqual(before)
  })

  it.each<[string, Parameters<typeof world.seed.organisation>[0]['state']]>([
    ['has paused', 'paused'],
    ['has left', 'left'],
  ])('an organisation that %s is not suggested', async (_, state) => {
    await world.seed.organisation({ place: here, state })
    expect((await found()).items).toEqual([])
  })

  it('neither the body that asks, nor who is about something else, nor another town is suggested', async () => {
    const { seed } = world
    await seed.organisation({ place: here, themes: ['animals'] })
    const there = await seed.place({ ladCodes: ['E09000099'] })
    await seed.organisation({ place: there })
    await registerEntry(world.db, { areas: ['E09000099'] })
    await registerEntry(world.db, { areas: [lad], status: 'removed' })
    await registerEntry(world.db, { areas: [lad], themes: ['animals'] })
    expect((await found()).items).toEqual([])
  })

  it('somebody about something else who reaches the very people is suggested', async () => {
    await world.seed.organisation({
      place: here,
      name: 'Somali Football',
      themes: ['sport-play'],
      capacity: { reach: [{ community: 'Somali families', people: 80, how: 'weekly-contact' }] },
    })
    expect(reasonsOf(await nameIn('Somali Football'))).toContain('reach-weekly')
  })

  it('an entry that an organisation here has claimed appears once, as that organisation', async () => {
    const registerEntryId = await registerEntry(world.db, {
      areas: [lad],
      activities: 'Respite for carers, at weekends.',
    })
    const id = await world.seed.organisation({ place: here, name: 'Claimed', registerEntryId })
    expect((await found()).items.map((m) => m.id)).toEqual([id])
    expect(reasonsOf(await nameIn('Claimed'))).toContain('words-shared')
  })

  it('an entry claimed in another town may still be suggested here', async () => {
    const registerEntryId = await registerEntry(world.db, { areas: [lad, 'E09000098'] })
    const there = await world.seed.place({ ladCodes: ['E09000098'] })
    await world.seed.organisation({ place: there, registerEntryId })
    expect((await found()).items.map((m) => m.id)).toEqual([registerEntryId])
  })

  it('who sits in the town counts as of it, unless it says it works elsewhere', async () => {
    const area = { kind: 'lad' as const, activeCode: '', current: true, source: 'test' }
    await world.db.insert(gssAreas).values([
      { ...area, code: lad, name: 'Here', regionCode: 'E12000077', countryCode: 'E92000001' },
      { ...area, kind: 'nations' as const, code: `K0${lad.slice(2)}`, name: 'Both' },
    ])
    const sits = (areas: string[], areasUnmapped: string[] = []) =>
      registerEntry(world.db, { ladCode: lad, ladBasis: 'postcode', areas, areasUnmapped })
    const silent = await sits([])
    const regional = await sits(['E12000077'])
    await sits(['E09000099'])
    await sits([], ['Kenya'])
    const { items } = await found()
    expect(items.map((m) => m.id).toSorted()).toEqual([silent, regional].toSorted())
  })

  it('who sits elsewhere and works in what holds the town comes after those of the town, and is not counted (FR-05)', async () => {
    const county = `E10${lad.slice(3)}`
    const area = { kind: 'lad' as const, activeCode: '', current: true, source: 'test' }
    await world.db.insert(gssAreas).values({
      ...area,
      code: lad,
      name: 'Here',
      countyCode: county,
      regionCode: 'E12000055',
      countryCode: 'E92000055',
    })
    const inCountry = await registerEntry(world.db, { areas: ['E92000055'] })
    const inRegion = await registerEntry(world.db, { areas: ['E12000055', 'E92000055'] })
    const inCounty = await registerEntry(world.db, { areas: [county] })
    const here = await registerEntry(world.db, { areas: [lad] })
    await registerEntry(world.db, { areas: ['E12000056'] })
    const { items, eligible } = await found()
    expect(items.map((m) => m.id)).toEqual([here, inCounty, inRegion, inCountry])
    expect(items.map((m) => m.parts[1]?.value)).toEqual([0.45, 0.35, 0.3, 0.2])
    expect(eligible).toEqual({ all: 1, small: 1 })
  })

  it('a large charity and a small one swap places in the list when sizes are uneven, and it says so', async () => {
    const { seed } = world
    const strong = { livedExperience: 'led-by' as const, spareHoursPerMonth: 20 }
    for (const n of [1, 2])
      await seed.organisation({
        place: here,
        name: `Large ${n}`,
        incomeBand: 'large',
        capacity: strong,
      })
    for (const n of [1, 2])
      await seed.organisation({
        place: here,
        name: `Small ${n}`,
        capacity: { ...strong, spareHoursPerMonth: 2 },
      })
    const { items, eligible } = await found()
    expect(items.map((m) => [m.name.split(' ')[0], m.movedUp])).toEqual([
      ['Large', 0],
      ['Small', 1],
      ['Large', 0],
      ['Small', 0],
    ])
    expect(eligible).toEqual({ all: 4, small: 2 })
  })

  it('shows twenty at most, and how many there were', async () => {
    for (let i = 0; i < 23; i++) await world.seed.organisation({ place: here })
    const { items, considered, eligible } = await found()
    expect([items.length, considered, eligible.all]).toEqual([20, 23, 23])
  })

  it('gives the same answer to the same question', async () => {
    for (let i = 0; i < 8; i++) await world.seed.organisation({ place: here })
    const { computedAt: _, ...first } = await found()
    const { computedAt: __, ...second } = await found()
    expect(second).toEqual(first)
  })
})
