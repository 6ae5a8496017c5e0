import { isSmall } from '@howcanwe/shared/matching'
import { THEMES } from '@howcanwe/shared/places'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerEntry } from '../../../test/register-entry.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'
import { capacityProfiles, organisations } from '../organisations/organisations.table.ts'
import { gssAreas } from '../places/gss.table.ts'
import { registerEntries } from '../register/register.table.ts'
import { balanced } from './matching.balance.rules.ts'
import { evidenceOf, evidenceOfEntry } from './matching.evidence.ts'
import { aCountry, type Country, WIDE } from './matching.exact.fixture.ts'
import { tellingOf } from './matching.list.ts'
import { listsFor } from './matching.making.ts'
import { inOrder, seedOf } from './matching.order.rules.ts'
import type { Works } from './matching.parts.rules.ts'
import { askingRows } from './matching.queries.ts'
import { questionsOf } from './matching.reading.ts'
import { fits, poolOf, scoreOf } from './matching.rules.ts'
import { entriesById, organisationsById } from './matching.search.queries.ts'
import { findingAmong, widerLists } from './night/night.usecases.ts'
import { matchWeights } from './weights.table.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

async function build(lad: string, country: Country) {
  const { seed, db } = world
  const here: SeededPlace = await seed.place({ ladCodes: [lad] })
  const ruth = await seed.person({ roles: [{ placeId: here.id, role: 'commissioner' }] })
  const entryIds: string[] = []
  for (const entry of country.entries) entryIds.push(await registerEntry(db, entry))
  const ids: string[] = []
  for (const [i, { claims, capacity, ...said }] of country.organisations.entries()) {
    const registerEntryId = claims ? entryIds[i] : undefined
    const id = await seed.organisation({
      place: here,
      ...said,
      ...(registerEntryId ? { registerEntryId } : {}),
      capacity: {},
    })
    await db.update(capacityProfiles).set(capacity).where(eq(capacityProfiles.organisationId, id))
    ids.push(id)
  }
  if (country.weights) {
    const joan = await seed.person({ roles: [{ placeId: here.id, role: 'steward' }] })
    await db
      .insert(matchWeights)
      .values({ ...country.weights, placeId: here.id, number: 1, reason: 'x', setBy: joan })
  }
  const challengeId = await seed.openChallenge({
    place: here,
    commissioner: ruth,
    themes: country.asked.themes,
    summary: country.asked.summary,
    whoIsAffected: country.asked.who,
  } as Parameters<typeof seed.openChallenge>[0])
  return { here, challengeId, invited: ids.slice(0, country.invited), entryIds }
}

/** How wide an entry works here; undefined where it does not. */
function worksHere(
  lad: string,
  e: { areas: string[]; areasUnmapped: string[]; ladCode: string | null },
): Exclude<Works, 'areas'> | undefined {
  const says = e.areas.length + e.areasUnmapped.length === 0
  const holding = Object.values(WIDE).some((code) => e.areas.includes(code))
  if (e.areas.includes(lad) || (e.ladCode === lad && (says || holding))) return 'district'
  if (e.areas.includes(WIDE.county)) return 'county'
  if (e.areas.includes(WIDE.region)) return 'region'
  return holding ? 'country' : undefined
}

/** Everybody scored by the rules, with no list, no index and no shortcut. */
async function exhaustively(lad: string, town: Awaited<ReturnType<typeof build>>) {
  const { db } = world
  const [question] = await questionsOf(db, await askingRows(db, [town.challengeId]))
  if (!question) throw new Error('no question')
  const telling = tellingOf(question)
  const ours = await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.placeId, town.here.id))
  const rows = await organisationsById(
    db,
    ours.map((o) => o.id),
  )
  const members = new Map(
    rows.filter((r) => town.invited.includes(r.id)).map((r) => [r.id, evidenceOf(r, telling)]),
  )
  const claimed = rows.map((r) => r.registerEntryId)
  const entries = await db.select().from(registerEntries)
  const read = new Map(
    (
      await entriesById(
        db,
        entries.map((e) => e.id),
        question.wordIds,
      )
    ).map((e) => [e.id, e]),
  )
  const fromRegister = entries.flatMap((e) => {
    const works = worksHere(lad, e)
    const row = read.get(e.id)
    if (!works || !row || e.status !== 'registered' || claimed.includes(e.id)) return []
    if (!e.themes.some((t) => question.asked.themes.includes(t))) return []
    const small = isSmall(e.incomeBand ?? 'none')
    return [
      {
        id: e.id,
        small,
        here: works === 'district',
        evidence: evidenceOfEntry(row, works, telling),
      },
    ]
  })
  const fromPlace = rows
    .filter((r) => r.id !== question.row.organisationId && ['listed', 'checked'].includes(r.state))
    .map((r) => ({
      id: r.id,
      small: isSmall(r.incomeBand),
      here: true,
      evidence: evidenceOf(r, telling),
    }))
  const scored = [...fromPlace, ...fromRegister]
    .filter((c) => fits(question.asked, c.evidence))
    .map((c) => {
      const pool = [...members].filter(([id]) => id !== c.id).map(([, e]) => e)
      return { ...c, ...scoreOf(question.asked, c.evidence, poolOf(pool)) }
    })
  const local = scored.filter((c) => c.here)
  const eligible = { all: local.length, small: local.filter((c) => c.small).length }
  const order = balanced(inOrder(scored, seedOf(town.challengeId)), eligible, 20)
  return { eligible, items: order.map(({ id, score, parts }) => ({ id, score, parts })) }
}

describe('what the database finds', () => {
  let district = 0
  it('is whom scoring everybody by the published rules would find, in the same order, by day and by night (BR2, FR-04)', async () => {
    await world.db.insert(gssAreas).values({
      code: WIDE.both,
      name: 'Both',
      kind: 'nations',
      activeCode: WIDE.both,
      current: true,
      source: 'test',
    })
    const countries = fc.sample(fc.nat(), { numRuns: 14, seed: 20_261_122 })
    for (const run of countries) {
      const lad = `E07${String(++district).padStart(6, '0')}`
      await world.db.execute(sql`delete from match_organisations`)
      await world.db.execute(sql`update organisations set register_entry_id = null`)
      await world.db.execute(sql`delete from register_entries`)
      await world.db.insert(gssAreas).values({
        code: lad,
        name: 'Here',
        kind: 'lad',
        countyCode: WIDE.county,
        regionCode: WIDE.region,
        countryCode: WIDE.country,
        activeCode: lad,
        current: true,
        source: 'test',
      })
      const [country] = fc.sample(aCountry(lad), { numRuns: 1, seed: run })
      if (!country) throw new Error('no country')
      const town = await build(lad, country)
      const others = {
        interestedOf: async () => [],
        invitedOf: async () => ({ organisationIds: town.invited, entryIds: [] }),
      }
      const made = await listsFor(world.db, others, [{ id: town.challengeId, knowsAnswers: false }])
      const list = made.get(town.challengeId)?.list
      const find = findingAmong(await widerLists(world.db))
      const wanted = [{ id: town.challengeId, knowsAnswers: false }]
      const again = (await listsFor(world.db, others, wanted, { find })).get(town.challengeId)
      expect({ run, list: again?.list }).toEqual({ run, list })
      const kept = new Map([[town.challengeId, again?.fingerprint ?? '']])
      const same = await listsFor(world.db, others, wanted, { find, kept })
      expect(same.get(town.challengeId)).toEqual({ ...again, list: null })
      const { items, eligible } = await exhaustively(lad, town)
      const brief = (all: { id: string; score: number }[] = []) =>
        all.map(({ id, score }) => `${score} ${id}`)
      expect({ run, order: brief(list?.items), eligible: list?.eligible }).toEqual({
        run,
        order: brief(items),
        eligible,
      })
      expect(list?.items.map(({ id, score, parts }) => ({ id, score, parts }))).toEqual(items)
    }
  }, 120_000)

  it('reads themes by their published order', async () => {
    const { rows } = await world.db.execute<{ mask: string }>(
      sql`select match_mask(array[theme])::text as mask from unnest(${sql.param([...THEMES])}::text[]) theme`,
    )
    expect(rows.map((r) => Number(r.mask))).toEqual(THEMES.map((_, bit) => 2 ** bit))
  })
})
