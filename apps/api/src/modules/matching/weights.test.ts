import { matchingContract as contract, PARTS, type Part, WEIGHTS } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { letPass, signedIn } from '../../../test/sessions.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'

type Weights = Record<Part, number>
const LIVED: Weights = { ...WEIGHTS, livedExperience: 25, complement: 15, time: 5 }
const REASON = 'Our residents said: who lives with it should count for more.'

let world: World
let here: SeededPlace
let joan = ''
let peter = ''
let ines = ''
let ruth = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  here = await seed.place()
  const role = (name: 'steward' | 'broker' | 'commissioner') => [{ placeId: here.id, role: name }]
  joan = await seed.person({ name: 'Joan', roles: role('steward') })
  peter = await seed.person({ name: 'Peter', roles: role('steward') })
  ines = await seed.person({ name: 'Ines', roles: role('broker') })
  ruth = await seed.person({ roles: role('commissioner') })
})

const params = () => ({ placeId: here.id })
const read = () => world.anyone(contract.ofPlace, { params: params() })
async function set(
  weights: Weights,
  more: { by?: string; version?: number; reason?: string } = {},
) {
  const body = { weights, reason: more.reason ?? REASON }
  const seen = { ifMatch: more.version ?? (await read()).version }
  return (await world.as(more.by ?? joan))(contract.setOfPlace, { params: params(), body }, seen)
}
const asOne = (weights: { part: Part; weight: number }[]) =>
  Object.fromEntries(weights.map((w) => [w.part, w.weight]))
const opened = () => world.seed.openChallenge({ place: here, commissioner: ruth })
const lockedFor = async (challengeId: string) =>
  asOne((await world.anyone(contract.weightsOf, { params: { challengeId } })).weights)
const listFor = async (challengeId: string) =>
  (await world.as(ines))(contract.forChallenge, { params: { challengeId } })

describe('how matching works in a place, for anybody to read (§2.6)', () => {
  it('a place that changed nothing has those everybody starts with', async () => {
    const { weights, ...rest } = await read()
    expect(asOne(weights)).toEqual(WEIGHTS)
    expect(rest).toEqual({ version: 0, since: null, history: [] })
    expect(
      (await refusal(world.anyone(contract.ofPlace, { params: { placeId: someId() } }))).code,
    ).toBe('places.not_found')
  })

  it('every change stays readable with its day and its reason, and without a name', async () => {
    await set(LIVED)
    const second = { ...LIVED, livedExperience: 20, theme: 30 }
    await set(second, { by: peter, reason: 'Too few were found who know the subject.' })
    const now = await read()
    expect(asOne(now.weights)).toEqual(second)
    expect(now.since).toEqual(now.history[0]?.since)
    expect(now.history.map((h) => [asOne(h.weights), h.reason])).toEqual([
      [second, 'Too few were found who know the subject.'],
      [LIVED, REASON],
    ])
    expect(JSON.stringify(now)).not.toMatch(/Joan|Peter/)
    expect(JSON.stringify(now)).not.toContain(joan)
  })

  it('the record of what happened says who, from what and to what', async () => {
    await set(LIVED)
    const { rows } = await world.db.execute<{ actor_id: string; action: string }>(
      sql`select actor_id, action from audit_events where place_id = ${here.id} and action like 'matching.%'`,
    )
    expect(rows).toEqual([{ actor_id: joan, action: 'matching.weights-set' }])
  })
})

describe('Joan, a steward, changes what counts for how much', () => {
  it('a question that is open keeps its own; one that opens afterwards has the new ones (§4.5, TR3 [G])', async () => {
    const before = await opened()
    await world.seed.organisation({ place: here, name: 'Night Carers' })
    const list = await listFor(before)
    await set(LIVED)
    expect(await lockedFor(before)).toEqual(WEIGHTS)
    const { computedAt: _, ...same } = await listFor(before)
    const { computedAt: __, ...was } = list
    expect(same).toEqual(was)
    const after = await opened()
    expect(await lockedFor(after)).toEqual(LIVED)
    const theirs = await listFor(after)
    expect(asOne(theirs.weights)).toEqual(LIVED)
    expect(theirs.items[0]?.parts.map((p) => p.weight)).toEqual(PARTS.map((p) => LIVED[p]))
  })

  it('another place keeps its own', async () => {
    await set(LIVED)
    const there = await world.seed.place()
    const theirs = await world.anyone(contract.ofPlace, { params: { placeId: there.id } })
    expect(asOne(theirs.weights)).toEqual(WEIGHTS)
    const challengeId = await world.seed.openChallenge({
      place: there,
      commissioner: await world.seed.person({
        roles: [{ placeId: there.id, role: 'commissioner' }],
      }),
    })
    expect(await lockedFor(challengeId)).toEqual(WEIGHTS)
  })

  it('what shuts small groups out is not taken, nor what does not come to a hundred (FR-04)', async () => {
    const wrong: Weights[] = [
      { ...WEIGHTS, theme: 30 },
      { ...WEIGHTS, livedExperience: 0, complement: 30, sphere: 10 },
      { ...WEIGHTS, time: 25, theme: 15, reach: 20 },
      { ...WEIGHTS, theme: 41, reach: 15, sphere: 5, complement: 14 },
      { ...WEIGHTS, theme: 25.5, reach: 24.5 },
    ]
    for (const weights of wrong) expect((await refusal(set(weights))).code).toBe('request.invalid')
    expect((await refusal(set(LIVED, { reason: 'Because.' }))).code).toBe('request.invalid')
    expect((await refusal(set(WEIGHTS))).code).toBe('matching.same_weights')
    expect((await read()).version).toBe(0)
  })

  it('of two stewards who press at once one reads again what stands', async () => {
    const both = await Promise.allSettled([
      set(LIVED, { version: 0 }),
      set({ ...WEIGHTS, theme: 30, reach: 20 }, { by: peter, version: 0 }),
    ])
    expect(both.map((b) => b.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await read()).version).toBe(1)
    expect((await refusal(set(WEIGHTS, { version: 0 }))).code).toBe('request.stale')
    expect((await set(WEIGHTS, { version: 1 })).version).toBe(2)
  })

  it('nobody else may: broker, commissioner, steward of another place, or a proof from this morning', async () => {
    const there = await world.seed.place()
    const omar = await world.seed.person({ roles: [{ placeId: there.id, role: 'steward' }] })
    for (const by of [ines, ruth, omar])
      expect((await refusal(set(LIVED, { by }))).code).toBe('auth.forbidden')
    const { call, id } = await signedIn(world, joan)
    await letPass(world, id, 6)
    const late = call(
      contract.setOfPlace,
      { params: params(), body: { weights: LIVED, reason: REASON } },
      { ifMatch: 0 },
    )
    expect((await refusal(late)).code).toBe('auth.prove_again')
  })
})

describe('by SQL too [G]', () => {
  const attempt = (statement: ReturnType<typeof sql>, db = world.appDb) =>
    db.execute(statement).then(
      () => 'written',
      (error: unknown) => sqlState(error),
    )
  const write = (more: Partial<Weights & { number: number; by: string; reason: string }> = {}) => {
    const { number, by, reason, ...rest } = { number: 1, by: joan, reason: REASON, ...more }
    const w = { ...LIVED, ...rest }
    return attempt(sql`
      insert into match_weights (id, place_id, number, theme, reach, lived_experience, complement, "time", sphere, reason,
        set_by, since)
      values (${someId()}, ${here.id}, ${number}, ${w.theme}, ${w.reach}, ${w.livedExperience}, ${w.complement}, ${w.time},
        ${w.sphere}, ${reason}, ${by}, '2020-01-01')`)
  }

  it('only a steward of the place writes them', async () => {
    expect(await write({ by: ines })).toBe('HW163')
    await world.db.execute(
      sql`update role_grants set state = 'suspended' where person_id = ${peter} and state = 'granted'`,
    )
    expect(await write({ by: peter })).toBe('HW163')
  })

  it('one after the other, each another than before, fair and with a reason', async () => {
    expect(await write({ number: 2 })).toBe('HW164')
    expect(await write({ ...WEIGHTS })).toBe('HW165')
    expect(await write({ time: 20, theme: 15, reach: 20 })).toBe('23514')
    expect(await write({ theme: 26 })).toBe('23514')
    expect(await write({ reason: '  ' })).toBe('23514')
    expect(await write()).toBe('written')
    expect(await write()).toBe('HW164')
    expect(await write({ number: 2 })).toBe('HW165')
  })

  it('their day is the database’s, and none is changed or emptied, not even by whoever owns the tables', async () => {
    await write()
    expect((await read()).since?.getTime()).toBeGreaterThan(Date.now() - 60_000)
    const mine = sql`where place_id = ${here.id}`
    for (const db of [world.db, world.appDb]) {
      expect(await attempt(sql`update match_weights set reason = 'x' ${mine}`, db)).not.toBe(
        'written',
      )
      expect(await attempt(sql`delete from match_weights ${mine}`, db)).not.toBe('written')
      expect(await attempt(sql`truncate match_weights`, db)).not.toBe('written')
    }
    expect((await read()).history).toHaveLength(1)
  })

  it('a change that is being written holds up whoever opens a question, so that it gets what is published', async () => {
    let opening: Promise<unknown> = Promise.resolve()
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`
        insert into match_weights (id, place_id, number, theme, reach, lived_experience, complement, "time", sphere, reason, set_by)
        values (${someId()}, ${here.id}, 1, 25, 25, 25, 15, 5, 5, ${REASON}, ${joan})`)
      opening = opened()
      await expect
        .poll(async () => {
          const { rows } = await world.db.execute(
            sql`select from pg_locks where locktype = 'advisory' and not granted`,
          )
          return rows.length
        })
        .toBeGreaterThan(0)
    })
    expect(await lockedFor((await opening) as string)).toEqual(LIVED)
  })
})
