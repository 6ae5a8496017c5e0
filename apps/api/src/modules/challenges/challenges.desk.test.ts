import { challengesContract as contract, type Draft } from '@howcanwe/shared/challenges'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { closeDue } from './index.ts'

let world: World
let place: SeededPlace
let ruth: string
let council: string
let elsewhere: SeededPlace

beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place({ name: 'Northgate and Elmside' })
  elsewhere = await world.seed.place()
  ruth = await world.seed.person({
    name: 'Ruth',
    roles: [{ placeId: place.id, role: 'commissioner' }],
  })
  council = await world.seed.organisation({
    place,
    name: 'Northgate Council',
    kind: 'council',
    sector: 'public',
    members: [ruth],
  })
})
afterAll(() => world.close())

const asRuth = () => world.as(ruth)
const wholeDraft = (more: Partial<Parameters<World['seed']['draft']>[0]> = {}) =>
  world.seed.draft({ place, commissioner: ruth, council, ...more })
const at = (challengeId: string) => ({ params: { challengeId } })
const change = async (
  id: string,
  version: number,
  body: Parameters<typeof world.anyone<typeof contract.change>>[1] extends { body: infer B }
    ? B
    : never,
  who = ruth,
): Promise<Draft> =>
  (await world.as(who))(contract.change, { ...at(id), body }, { ifMatch: version })
const open = async (id: string, version = 1, who = ruth): Promise<Draft> =>
  (await world.as(who))(contract.open, { ...at(id), body: {} }, { ifMatch: version })
const reason = 'The grant behind it was cut in the spring budget.'
const withdraw = async (id: string, who = ruth): Promise<Draft> =>
  (await world.as(who))(contract.withdraw, { ...at(id), body: { reason } })
const events = async (id: string) =>
  (
    await world.db.execute<{ action: string; actor_id: string | null; after: unknown }>(
      sql`select action, actor_id, after from audit_events where subject_id = ${id} order by id`,
    )
  ).rows

describe('Ruth writing a question', () => {
  it('starts with half a sentence and is told everything that is still missing', async () => {
    const call = await asRuth()
    const draft = await call(contract.start, {
      body: { placeId: place.id, question: 'How can we' },
    })
    expect(draft).toMatchObject({ state: 'draft', slug: null, version: 1, cohortSize: 5 })
    expect(draft.asker).toMatchObject({ organisation: 'Northgate Council', person: 'Ruth' })
    expect(draft.can).toEqual({
      change: true,
      read: true,
      open: false,
      readInterests: false,
      choose: false,
    })
    expect(draft.missing).toContainEqual({ pointer: '#/body/question', code: 'lead_in' })
    expect(await events(draft.id)).toEqual([
      { action: 'challenges.started', actor_id: ruth, after: { state: 'draft' } },
    ])
  })

  it('saves as she goes, lists whole, and the trail keeps which fields but none of her words', async () => {
    const id = await wholeDraft()
    const saved = await change(id, 1, {
      whyNow: 'A secret reason',
      areaIds: place.areaIds,
      criteria: [{ name: 'Only one yet', goodLooksLike: '', weight: 100 }],
    })
    expect(saved).toMatchObject({ version: 2, whyNow: 'A secret reason', themes: ['carers'] })
    expect(saved.areaIds.toSorted()).toEqual(place.areaIds.toSorted())
    expect(saved.criteria).toEqual([{ name: 'Only one yet', goodLooksLike: '', weight: 100 }])
    const trail = await events(id)
    expect(trail.map((e) => e.after)).toEqual([{ fields: ['areaIds', 'criteria', 'whyNow'] }])
    expect(JSON.stringify(trail)).not.toContain('secret')
  })

  it('with the same draft in two windows keeps the first save and is told of the second', async () => {
    const id = await wholeDraft()
    const both = await Promise.allSettled([
      change(id, 1, { whyNow: 'From the left window' }),
      change(id, 1, { whyNow: 'From the right window' }),
    ])
    expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    const stale = await refusal(change(id, 1, { whyNow: 'Again' }))
    expect(stale).toMatchObject({ status: 412, code: 'request.stale', currentVersion: 2 })
    expect(await events(id)).toHaveLength(1)
  })

  it('must say which version she saw', async () => {
    const call = await asRuth()
    const id = await wholeDraft()
    const blind = await refusal(call(contract.change, { ...at(id), body: { whyNow: 'x' } }))
    expect(blind.status).toBe(428)
  })

  it('cannot put an area of another town, or a made-up one, on her question', async () => {
    const id = await wholeDraft()
    for (const area of [elsewhere.areaIds[0] ?? '', someId()]) {
      const refused = await refusal(change(id, 1, { areaIds: [area], whyNow: 'Changed' }))
      expect(refused).toMatchObject({
        code: 'challenges.area_unknown',
        errors: [{ pointer: '#/body/areaIds' }],
      })
    }
    const call = await asRuth()
    expect((await call(contract.draft, at(id))).whyNow).toBe('The waiting list doubled.')
    expect(await events(id)).toEqual([])
  })

  it('has too much, too little and foreign fields pointed out and none of it stored', async () => {
    const id = await wholeDraft()
    const wrong = await refusal(
      change(id, 1, { cohortSize: 7, closesAt: 'soon', question: 'x'.repeat(161) } as never),
    )
    expect(wrong.errors?.map((e) => e.pointer).toSorted()).toEqual([
      '#/body/closesAt',
      '#/body/cohortSize',
      '#/body/question',
    ])
    for (const body of [{ state: 'open' }, { slug: 'mine' }, { placeId: elsewhere.id }])
      expect((await refusal(change(id, 1, body as never))).status).toBe(400)
  })
})

describe('who may not', () => {
  const roleless = () => world.seed.person({ name: 'Kayleigh' })
  const colleague = () =>
    world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })

  it('a colleague, a commissioner of another town and a former one find nothing there', async () => {
    const id = await wholeDraft()
    const former = await colleague()
    await world.db.execute(sql`update challenges set commissioner_id = ${former} where id = ${id}`)
    await world.db.execute(sql`update role_grants set ended_at = now() where person_id = ${former}`)
    await world.db.execute(
      sql`insert into role_grants (id, place_id, person_id, role) values (${someId()}, ${elsewhere.id}, ${former}, 'commissioner')`,
    )
    for (const who of [await colleague(), former]) {
      const call = await world.as(who)
      expect((await refusal(call(contract.draft, at(id)))).code).toBe('challenges.not_found')
      expect((await refusal(change(id, 1, { whyNow: 'x' }, who))).status).toBe(404)
      expect((await refusal(open(id, 1, who))).status).toBe(404)
      expect((await refusal(withdraw(id, who))).status).toBe(404)
    }
    expect(await events(id)).toEqual([])
  })

  it('a stranger is asked to sign in; a resident, a broker and a member are told no', async () => {
    const id = await wholeDraft()
    expect((await refusal(world.anyone(contract.draft, at(id)))).status).toBe(401)
    const member = await world.seed.person()
    await world.seed.organisation({ place, members: [member] })
    const broker = await world.seed.person({ roles: [{ placeId: place.id, role: 'broker' }] })
    for (const who of [await roleless(), member, broker]) {
      const call = await world.as(who)
      expect((await refusal(call(contract.draft, at(id)))).status).toBe(403)
      expect(
        (await refusal(call(contract.start, { body: { placeId: place.id, question: '' } }))).status,
      ).toBe(403)
    }
  })

  it('a commissioner who belongs to no public body here cannot start, nor one in a charity only', async () => {
    const lone = await colleague()
    const start = async () =>
      (await world.as(lone))(contract.start, { body: { placeId: place.id } })
    expect((await refusal(start())).code).toBe('challenges.no_public_body')
    await world.seed.organisation({ place, members: [lone] })
    expect((await refusal(start())).code).toBe('challenges.no_public_body')
  })

  it('Ruth cannot start in another town, nor in none', async () => {
    const call = await asRuth()
    expect((await refusal(call(contract.start, { body: { placeId: elsewhere.id } }))).code).toBe(
      'auth.forbidden',
    )
    expect((await refusal(call(contract.start, { body: { placeId: someId() } }))).code).toBe(
      'places.not_found',
    )
  })
})

describe('the clock', () => {
  it('moves a question whose time is over to choosing, once, and nobody is named for it', async () => {
    const id = await world.seed.openChallenge({ place, commissioner: ruth, council })
    const still = await world.seed.openChallenge({ place, commissioner: ruth, council })
    await world.seed.passDeadline(id)
    const rounds = await Promise.all([closeDue(world.db), closeDue(world.db)])
    expect(rounds.toSorted()).toEqual([false, true])
    expect(await closeDue(world.db)).toBe(false)
    expect(await events(id)).toEqual([
      { action: 'challenges.closed', actor_id: null, after: { state: 'choosing' } },
    ])
    expect(await events(still)).toEqual([])
    const call = await asRuth()
    expect((await call(contract.draft, at(id))).can).toMatchObject({
      readInterests: true,
      choose: true,
    })
  })
})
