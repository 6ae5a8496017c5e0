import { decisionsContract as contract } from '@howcanwe/shared/decisions'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { constraintOf, sqlState } from '../../db/database.ts'
import {
  answered,
  first,
  type Hall,
  hall,
  of,
  opened,
  past,
  type Sitting,
  say,
} from './decisions.fixture.ts'
import { keepDecisions } from './index.ts'

let world: World
let h: Hall
/** A resident who rings, and another who sends a ballot. */
let rings: Sitting
let writes: Sitting
beforeAll(async () => {
  world = await startWorld()
  h = await hall(world, [8, 2, 2])
  const [one, two] = of(h, 'residents').slice(-2)
  if (!one || !two) throw new Error('two residents')
  rings = one
  writes = two
})
afterAll(() => world.close())

const TEXT = 'People who work nights cannot ring by day.'
const objects = (decisionId: string, who: Sitting, by = h.yusuf) =>
  by(contract.typeInObjection, {
    params: { decisionId },
    body: {
      ...{ version: 1, kind: 'harm', text: TEXT, memberId: who.memberId },
      ...{ saidBy: 'paper', readBack: true },
    },
  })
const holds = (decisionId: string, who: Sitting, by = h.yusuf) =>
  by(contract.typeInHold, {
    params: { decisionId },
    body: {
      ...{ version: 1, reason: 'We have not seen what it costs.', memberId: who.memberId },
      ...{ saidBy: 'phone', readBack: true },
    },
  })
const typed = (decisionId: string, { memberId }: Sitting) =>
  h.yusuf(contract.typeIn, {
    params: { decisionId, memberId },
    body: { version: 1, answer: 'yes', saidBy: 'paper', readBack: true },
  })
const count = (decisionId: string, body: { nothingLeft?: true } = {}) =>
  h.yusuf(contract.close, { params: { decisionId }, body })
const everybody = (id: string, residents: number) =>
  answered(h, id, { residents: [residents, 0], organisations: [2, 0], 'public-bodies': [2, 0] })
const read = (decisionId: string, who = h.yusuf) => who(contract.read, { params: { decisionId } })
const over = (id: string, ago: string) =>
  past(
    world,
    sql`update decision_versions set closes_at = clock_timestamp() - ${ago}::interval where decision_id = ${id}`,
  )
const tick = async () => {
  const deps = { db: world.appDb, config: world.config }
  while (await keepDecisions(deps));
}
async function stopped(statement: SQL): Promise<string | undefined> {
  try {
    await world.appDb.execute(statement)
    return undefined
  } catch (error) {
    return constraintOf(error) ?? sqlState(error)
  }
}
const typedRow = (decisionId: string, memberId: string, typist: string) => sql`
  insert into decision_objections (id, place_id, version_id, member_id, kind, text, typed_by, said_by)
  select gen_random_uuid(), ${h.placeId}, v.id, ${memberId}, 'harm', ${TEXT}, ${typist}, 'paper'
  from decision_versions v where v.decision_id = ${decisionId}`

describe('an objection on paper (PE3, §4.2)', () => {
  it('stops what every voice could live with, as if they had pressed it; the record does not say whose', async () => {
    const id = await opened(h)
    await everybody(id, 7)
    await typed(id, writes)
    await objects(id, writes)
    const twice = objects(id, writes)
    expect((await refusal(twice)).code).toBe('decisions.they_objected')
    const said = await count(id, { nothingLeft: true })
    expect(said).toMatchObject({ state: 'objected', versions: [{ result: 'not-consented' }] })
    const { rows } = await world.db.execute<{ by: string; how: string }>(sql`
      select o.typed_by as by, o.said_by as how from decision_objections o
      join decision_versions v on v.id = o.version_id where v.decision_id = ${id}`)
    expect(rows).toEqual([{ by: h.people.yusuf, how: 'paper' }])
    const { rows: lines } = await world.db.execute<{ line: string }>(sql`
      select to_jsonb(e)::text as line from audit_events e
      where e.action = 'decisions.objection-typed-in' and to_jsonb(e)::text like ${`%${id}%`}`)
    expect(lines).toHaveLength(1)
    expect(lines[0]?.line).not.toMatch(new RegExp(`${writes.memberId}|work nights`))
  })

  it('is theirs: they read that it was typed in, and they alone take it back', async () => {
    const id = await opened(h)
    await objects(id, writes)
    const theirs = (await read(id, writes.phone)).versions[0]?.objections[0]
    expect(theirs).toMatchObject({ mine: true, typedIn: true })
    for (const who of [h.yusuf, rings.phone])
      expect((await read(id, who)).versions[0]?.objections[0]).toMatchObject({
        ...{ mine: false, typedIn: false },
      })
    const params = { decisionId: id, objectionId: theirs?.id ?? '' }
    const byYusuf = h.yusuf(contract.takeBack, { params, body: {} })
    expect((await refusal(byYusuf)).status).toBeGreaterThanOrEqual(400)
    const gone = await writes.phone(contract.takeBack, { params, body: {} })
    expect(gone.versions[0]?.objections[0]).toMatchObject({ takenBack: true })
  })

  it('nobody else types it in, and not for whose voice is not asked', async () => {
    const id = await opened(h, { kind: 'stories' })
    const officer = objects(id, first(h, 'organisations'))
    expect((await refusal(officer)).code).toBe('decisions.not_yours')
    for (const by of [h.ruth, rings.phone])
      expect([401, 403, 404]).toContain((await refusal(objects(id, writes, by))).status)
    expect(await stopped(typedRow(id, writes.memberId, h.people.ruth))).toBe('HW201')
    expect(await stopped(typedRow(id, writes.memberId, h.people.yusuf))).toBeUndefined()
  })
})

describe('no count overtakes what lies on paper (CD5)', () => {
  it('its time is over: the clock waits a working day, the ballot is typed in, and it does not pass', async () => {
    const id = await opened(h)
    await everybody(id, 7)
    await over(id, '1 second')
    await tick()
    expect((await read(id)).state).toBe('open')
    expect((await refusal(count(id))).code).toBe('decisions.paper_waits')
    expect((await refusal(say(rings, id, 'yes'))).code).toBe('decisions.closed')
    await typed(id, writes)
    await objects(id, writes)
    expect(await count(id, { nothingLeft: true })).toMatchObject({ state: 'objected' })
    expect((await refusal(objects(id, rings))).code).toBe('decisions.closed')
  })

  it('everybody has answered, some by hand: not before Yusuf says that nothing is left, also by SQL', async () => {
    const id = await opened(h)
    await everybody(id, 7)
    await typed(id, writes)
    const early = sql`update decision_versions set closed_at = clock_timestamp() where decision_id = ${id}`
    expect(await stopped(early)).toBe('decision_paper_waits')
    const forged = sql`update decision_versions set closed_at = clock_timestamp(), checked_by = ${h.people.ruth}
      where decision_id = ${id}`
    expect(await stopped(forged)).toBe('decision_paper_waits')
    expect(await count(id, { nothingLeft: true })).toMatchObject({ state: 'decided' })
  })

  it('everybody answered on their own phone: nothing can lie on paper', async () => {
    const id = await opened(h)
    await everybody(id, 8)
    expect(await count(id)).toMatchObject({ state: 'decided' })
  })

  it('nobody typed anything for more than a working day: it is counted by itself', async () => {
    const id = await opened(h)
    await everybody(id, 7)
    await over(id, '7 days')
    await tick()
    expect((await read(id)).state).toBe('decided')
  })
})

describe('a hold asked by telephone (§4.2, Hold)', () => {
  it('counts beside one who pressed it, within the same limits', async () => {
    const id = await opened(h)
    expect(await holds(id, rings)).toMatchObject({
      state: 'open',
      versions: [{ hold: { calls: 1, needed: 2, mine: false } }],
    })
    expect((await refusal(holds(id, rings))).code).toBe('decisions.they_held')
    expect((await refusal(holds(id, first(h, 'public-bodies')))).code).toBe('decisions.not_yours')
    const second = await writes.phone(contract.hold, {
      params: { decisionId: id },
      body: { version: 1, reason: 'The paper came yesterday.' },
    })
    expect(second.state).toBe('held')
    expect((await refusal(holds(id, first(h, 'residents')))).code).toBe('decisions.they_held')
  })

  it('asked in time and typed in after: the clock stops, and a day is left to answer', async () => {
    const id = await opened(h)
    await holds(id, rings)
    await over(id, '1 minute')
    const held = await holds(id, writes)
    const version = held.versions[0]
    expect(held.state).toBe('held')
    const left = (version?.closesAt?.getTime() ?? 0) - (version?.hold.until?.getTime() ?? 0)
    expect(left).toBe(86_400_000)
  })
})
