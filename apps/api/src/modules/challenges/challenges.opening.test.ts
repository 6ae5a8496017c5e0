import { challengesContract as contract, type Draft } from '@howcanwe/shared/challenges'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'

let world: World
let place: SeededPlace
let ruth: string
let council: string

beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place({ name: 'Northgate and Elmside' })
  await world.seed.place()
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
/** A draft that has been read, so that she may open it. */
const readDraft = async (more: Parameters<typeof wholeDraft>[0] = {}) => {
  const id = await wholeDraft(more)
  await world.seed.readThrough(id, true)
  return id
}
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

describe('opening a question to everyone', () => {
  it('is refused with each missing part named, and nothing happens', async () => {
    const id = await wholeDraft({ question: 'We want an app', summary: '', closesAt: new Date() })
    const refused = await refusal(open(id))
    expect(refused).toMatchObject({ status: 422, code: 'challenges.incomplete' })
    expect(refused.errors).toEqual([
      { pointer: '#/body/question', code: 'lead_in' },
      { pointer: '#/body/summary', code: 'required' },
      { pointer: '#/body/closesAt', code: 'in_the_past' },
    ])
    expect(await events(id)).toEqual([])
  })

  it('puts it on the public list at an address made of its words', async () => {
    const id = await readDraft({ question: 'How can we keep the café open on Sundays?' })
    const opened = await open(id)
    expect(opened).toMatchObject({
      state: 'open',
      slug: 'how-can-we-keep-the-cafe-open-on-sundays',
      missing: [],
      version: 2,
      can: { change: false, open: false },
    })
    const read = await world.anyone(contract.read, { params: { slug: opened.slug ?? '' } })
    expect(read.question).toBe('How can we keep the café open on Sundays?')
    const { items } = await world.anyone(contract.list, { query: { placeId: place.id } })
    expect(items.map((c) => c.id)).toContain(id)
    expect((await events(id)).map((e) => e.action)).toEqual(['challenges.opened'])
  })

  it('gives two people who ask the same at the same moment an address each', async () => {
    const question = 'How can we share one question between two towns?'
    const ids = await Promise.all([1, 2, 3].map(() => readDraft({ question })))
    const opened = await Promise.all(ids.map((id) => open(id)))
    expect(opened.map((c) => c.slug).toSorted()).toEqual([
      'how-can-we-share-one-question-between-two-towns',
      'how-can-we-share-one-question-between-two-towns-2',
      'how-can-we-share-one-question-between-two-towns-3',
    ])
  })

  it('happens once, however often the button is pressed', async () => {
    const id = await readDraft()
    const presses = await Promise.allSettled([open(id), open(id), open(id)])
    expect(presses.filter((p) => p.status === 'fulfilled')).toHaveLength(1)
    expect((await refusal(open(id, 2))).code).toBe('challenges.already_open')
    expect(await events(id)).toHaveLength(1)
  })

  it('freezes it: no field changes afterwards', async () => {
    const id = await readDraft()
    await open(id)
    const refused = await refusal(change(id, 2, { backfillPence: 1 }))
    expect(refused).toMatchObject({ status: 409, code: 'challenges.already_open' })
  })

  it('and saving at the same moment never leave an opened question with other weights', async () => {
    for (let n = 0; n < 5; n++) {
      const id = await readDraft()
      await Promise.allSettled([
        open(id),
        change(id, 1, { criteria: [{ name: 'Cheap', goodLooksLike: 'Costs least', weight: 60 }] }),
      ])
      const { rows } = await world.db.execute<{ state: string; total: string }>(
        sql`select state, (select sum(weight) from challenge_criteria k where k.challenge_id = c.id) total
            from challenges c where id = ${id}`,
      )
      expect([
        { state: 'open', total: '100' },
        { state: 'read-through', total: '60' },
      ]).toContainEqual(rows[0])
    }
  })
})

describe('taking a question back', () => {
  it('tells everybody why, and takes it off the open list', async () => {
    const id = await readDraft()
    const { slug } = await open(id)
    expect((await withdraw(id)).state).toBe('withdrawn')
    const read = await world.anyone(contract.read, { params: { slug: slug ?? '' } })
    expect(read).toMatchObject({ state: 'withdrawn', withdrawnReason: reason })
    const { items } = await world.anyone(contract.list, { query: { placeId: place.id } })
    expect(items.map((c) => c.id)).not.toContain(id)
    expect(JSON.stringify(await events(id))).not.toContain('grant')
  })

  it('cannot be done twice, nor once a cohort was formed', async () => {
    const id = await readDraft()
    await open(id)
    await withdraw(id)
    expect((await refusal(withdraw(id))).code).toBe('challenges.wrong_state')
    const formed = await world.seed.openChallenge({ place, commissioner: ruth, council })
    await world.seed.passDeadline(formed)
    await world.db.execute(sql`update challenges set state = 'formed' where id = ${formed}`)
    expect((await refusal(withdraw(formed))).code).toBe('challenges.wrong_state')
  })

  it('needs a reason of more than a word', async () => {
    const call = await asRuth()
    const id = await wholeDraft()
    const short = await refusal(call(contract.withdraw, { ...at(id), body: { reason: 'Cut.' } }))
    expect(short.errors?.[0]?.pointer).toBe('#/body/reason')
  })

  it('never shows a draft that was thrown away', async () => {
    const id = await readDraft()
    await withdraw(id)
    expect((await refusal(world.anyone(contract.read, { params: { slug: id } }))).status).toBe(404)
  })
})

describe('the desk', () => {
  it('shows Ruth her drafts and her open questions, a broker the opened ones, nobody else’s drafts', async () => {
    const town = await world.seed.place()
    const asker = await world.seed.person({ roles: [{ placeId: town.id, role: 'commissioner' }] })
    const other = await world.seed.person({ roles: [{ placeId: town.id, role: 'commissioner' }] })
    const broker = await world.seed.person({ roles: [{ placeId: town.id, role: 'broker' }] })
    const draft = await world.seed.draft({ place: town, commissioner: asker })
    const opened = await world.seed.openChallenge({ place: town, commissioner: asker })
    const theirs = await world.seed.openChallenge({ place: town, commissioner: other })
    const deskOf = async (who: string) =>
      (await (await world.as(who))(contract.mine, { query: { placeId: town.id } })).items
    const mine = await deskOf(asker)
    expect(mine.map((c) => c.id).toSorted()).toEqual([draft, opened].toSorted())
    expect(mine.every((c) => c.mine)).toBe(true)
    const brokered = await deskOf(broker)
    expect(brokered.map((c) => c.id).toSorted()).toEqual([opened, theirs].toSorted())
    expect(brokered.some((c) => c.mine)).toBe(false)
    expect((await refusal(deskOf(ruth))).code).toBe('auth.forbidden')
  })
})
