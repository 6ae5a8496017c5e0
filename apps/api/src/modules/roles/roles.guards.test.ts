import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { startTown, type Town } from './roles.fixture.ts'

let world: World
let town: Town
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.db.execute(sql`update people set email = null where email like '%@town.example'`)
  town = await startTown(world)
})

/** As the application itself would: the SQLSTATE, or that it went through. */
const tried = (query: SQL) =>
  world.appDb.execute(query).then(
    () => 'went through',
    (error: unknown) => sqlState(error),
  )

interface Row {
  role?: string
  person?: string
  state?: string
  by?: string | null
  asked?: string | null
  kind?: string
  over?: string | null
}
const put = (id: string, row: Row = {}) => {
  const { role = 'funder', state = 'granted', kind = 'place', over = null } = row
  const { person, by = state === 'granted' ? town.joan : null, asked = null } = row
  return tried(sql`
    insert into role_grants (id, place_id, person_id, role, state, granted_by, requested_by, scope_kind, scope_id)
    values (${id}, ${town.place.id}, ${person}, ${role}, ${state}, ${by}, ${asked}, ${kind}, ${over})`)
}
const set = (id: string, change: SQL) =>
  tried(sql`update role_grants set ${change} where id = ${id}`)
const somebody = () => world.seed.person({ name: 'Noor' })
const held = async (row: Row = {}) => {
  const id = someId()
  expect(await put(id, { person: await somebody(), ...row })).toBe('went through')
  return id
}

describe('who holds what, by SQL as the application itself', () => {
  it.each([
    ['requested', 'granted', 'went through'],
    ['requested', 'ended', 'went through'],
    ['requested', 'suspended', 'HW073'],
    ['granted', 'suspended', 'went through'],
    ['granted', 'ended', 'went through'],
    ['granted', 'requested', 'HW073'],
    ['suspended', 'granted', 'went through'],
    ['suspended', 'ended', 'went through'],
    ['suspended', 'requested', 'HW073'],
    ['ended', 'granted', 'HW073'],
    ['ended', 'requested', 'HW073'],
    ['ended', 'suspended', 'HW073'],
  ])('from %s to %s: %s', async (from, to, outcome) => {
    const asked = await somebody()
    const id = await held(
      from === 'requested' ? { state: 'requested', asked, person: asked } : { person: asked },
    )
    if (from === 'suspended' || from === 'ended') await set(id, sql`state = ${from}`)
    const by = to === 'granted' && from === 'requested' ? sql`, granted_by = ${town.joan}` : sql``
    expect(await set(id, sql`state = ${to}${by}`)).toBe(outcome)
  })

  it.each<[string, SQL]>([
    ['person', sql`person_id = gen_random_uuid()`],
    ['role', sql`role = 'steward'`],
    ['place', sql`place_id = gen_random_uuid()`],
    ['scope', sql`scope_kind = 'challenge', scope_id = gen_random_uuid()`],
    ['giver', sql`granted_by = person_id`],
    ['beginning', sql`granted_at = now() - interval '1 year'`],
    ['last day', sql`until = now() + interval '9 years'`],
    ['asker', sql`requested_by = person_id`],
  ])('a grant gets no other %s', async (_, change) => {
    expect(await set(await held(), change)).toBe('HW073')
  })

  it('what has ended gets no new life, and nothing is deleted or emptied', async () => {
    const id = await held()
    expect(await set(id, sql`ended_at = now()`)).toBe('went through')
    const { rows } = await world.db.execute(sql`select state from role_grants where id = ${id}`)
    expect(rows).toEqual([{ state: 'ended' }])
    expect(await set(id, sql`ended_at = null`)).toBe('HW073')
    expect(await tried(sql`delete from role_grants where id = ${id}`)).toBe('HW073')
    expect(await tried(sql`truncate role_grants`)).not.toBe('went through')
  })

  it('is granted by a steward of the place as they are now, and never by oneself', async () => {
    const person = await somebody()
    const there = await world.seed.place()
    const femke = await world.seed.person({ roles: [{ placeId: there.id, role: 'steward' }] })
    const gone = await world.seed.person({ roles: [{ placeId: town.place.id, role: 'steward' }] })
    await world.db.execute(
      sql`update role_grants set state = 'suspended' where person_id = ${gone}`,
    )
    for (const by of [town.ines, femke, gone, person])
      expect(await put(someId(), { person, by })).toMatch(/HW074|23514/)
    expect(await put(someId(), { person: town.joan, by: town.joan, role: 'broker' })).toMatch(
      /HW074|23514/,
    )
    expect(await put(someId(), { person, by: town.joan })).toBe('went through')
  })

  it('without a steward only whoever sets the place up grants, and nobody but a steward proposes one', async () => {
    const person = await somebody()
    expect(await put(someId(), { person, by: null })).toBe('HW074')
    expect(await put(someId(), { person, by: null, role: 'steward' })).toBe('HW074')
    const proposed = { role: 'steward', state: 'requested' }
    expect(await put(someId(), { ...proposed, person, asked: person })).toBe('HW074')
    expect(await put(someId(), { ...proposed, person, asked: town.ines })).toBe('HW074')
    await world.seed.person({ roles: [{ placeId: town.place.id, role: 'funder' }] })
  })

  it('nobody says yes to what they asked for themselves', async () => {
    const id = await held({ person: town.joan, asked: town.joan, state: 'requested' })
    expect(await set(id, sql`state = 'granted', granted_by = ${town.joan}`)).toMatch(/HW074|23514/)
    expect(await set(id, sql`state = 'granted'`)).toBe('HW074')
    expect(await set(id, sql`state = 'granted', granted_by = ${town.peter}`)).toBe('went through')
  })

  it('a steward is granted by another one than proposed them (trust.md §4.5)', async () => {
    const steward = { role: 'steward', person: await somebody() }
    expect(await put(someId(), { ...steward, by: town.joan })).toBe('HW074')
    expect(await put(someId(), { ...steward, by: town.joan, asked: town.joan })).toBe('HW074')
    const id = await held({ ...steward, asked: town.joan, state: 'requested' })
    expect(await set(id, sql`state = 'granted', granted_by = ${town.joan}`)).toBe('HW074')
    expect(await set(id, sql`state = 'granted', granted_by = ${town.peter}`)).toBe('went through')
  })

  it('is held over something of its own place that fits the role', async () => {
    const person = await somebody()
    const here = await world.seed.openChallenge({ place: town.place, commissioner: town.ruth })
    const elsewhere = await world.seed.place()
    const there = await world.seed.openChallenge({ place: elsewhere, commissioner: town.ruth })
    const charity = await world.seed.organisation({ place: town.place })
    const over = (role: string, kind: string, id: string) =>
      put(someId(), { person, role, kind, over: id })
    expect(await over('broker', 'challenge', here)).toBe('went through')
    expect(await over('commissioner', 'challenge', here)).toBe('went through')
    expect(await over('commissioner', 'organisation', town.council)).toBe('went through')
    for (const [kind, id] of [
      ['challenge', there],
      ['challenge', someId()],
      ['organisation', charity],
      ['organisation', here],
    ] as const)
      expect(await over('commissioner', kind, id), kind).toBe('HW074')
    expect(await over('facilitator', 'group', here)).toBe('HW074')
    for (const role of ['steward', 'funder', 'elected-member', 'facilitator'])
      expect(await over(role, 'challenge', here), role).toMatch(/HW074|23514/)
    expect(await put(someId(), { person, kind: 'challenge' })).toMatch(/HW074|23514/)
  })

  it('an active place keeps one named broker and one steward; a suspended one does not count', async () => {
    await town.activate()
    const end = (who: string) =>
      tried(sql`update role_grants set state = 'ended' where person_id = ${who}`)
    const rest = (who: string) =>
      tried(sql`update role_grants set state = 'suspended' where person_id = ${who}`)
    expect(await end(town.ines)).toBe('HW075')
    expect(await rest(town.ines)).toBe('HW075')
    const nameless = await world.seed.person({
      displayName: null,
      roles: [{ placeId: town.place.id, role: 'broker' }],
    })
    expect(await end(town.ines)).toBe('HW075')
    await world.db.execute(sql`update people set display_name = 'Grace' where id = ${nameless}`)
    expect(await end(town.ines)).toBe('went through')
    expect(await rest(town.peter)).toBe('went through')
    expect(await end(town.joan)).toBe('HW075')
    await world.db.execute(sql`update places set state = 'paused' where id = ${town.place.id}`)
    expect(await end(town.joan)).toBe('went through')
  })
})

describe('guards that ask for a role ask whether it is live', () => {
  const activate = () =>
    town.activate().then(
      () => 'went through',
      (error: unknown) => sqlState(error),
    )

  it('a place with a broker who is suspended is not active (PL1)', async () => {
    await world.db.execute(
      sql`update role_grants set state = 'suspended' where person_id = ${town.ines}`,
    )
    expect(await activate()).toBe('HW046')
    await world.db.execute(
      sql`update role_grants set state = 'granted' where person_id = ${town.ines}`,
    )
    expect(await activate()).toBe('went through')
  })

  it('whoever stands in as broker of a challenge is no reader of it, and of another is (J-04)', async () => {
    const draft = await world.seed.draft({ place: town.place, commissioner: town.ruth })
    const other = await world.seed.draft({ place: town.place, commissioner: town.ruth })
    await world.seed.readThrough(draft)
    await world.seed.readThrough(other)
    const noor = await world.seed.person({
      roles: [{ placeId: town.place.id, role: 'broker', scopeKind: 'challenge', scopeId: draft }],
    })
    const say = (challengeId: string) =>
      tried(sql`insert into reading_comments (id, place_id, challenge_id, person_id, reads_as, words, answer_due_at)
        values (${someId()}, ${town.place.id}, ${challengeId}, ${noor}, 'resident', 'What does a break mean here?', now() + interval '2 days')`)
    expect(await say(draft)).toBe('HW015')
    expect(await say(other)).toBe('went through')
  })
})
