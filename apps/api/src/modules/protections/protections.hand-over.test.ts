import { challengesContract } from '@howcanwe/shared/challenges'
import { identityContract } from '@howcanwe/shared/identity'
import { protectionsContract as contract } from '@howcanwe/shared/protections'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { remindReview } from './index.ts'
import { type DecidingTown, daysAhead, decidingTown, setBack } from './protections.fixture.ts'

let world: World
let town: DecidingTown
let grace: string
beforeAll(async () => {
  world = await startWorld()
  town = await decidingTown(world)
  grace = await world.seed.person({
    name: 'Grace',
    email: 'grace@example.org',
    roles: [{ placeId: town.place.id, role: 'commissioner' }],
  })
})
afterAll(() => world.close())

const handOver = async (id: string, to: string, by = town.ruth) =>
  (await world.as(by))(contract.handOver, { ...town.at(id), body: { to } })
const rows = async (query: ReturnType<typeof sql>) => (await world.db.execute(query)).rows
const lettersTo = (email: string) =>
  rows(sql`select template, body from outbox where recipient = ${email} order by id`)

describe('handing a decision to keep something over (CH3, J-03)', () => {
  it('Ruth leaves: Grace answers for it from then on, is told, and is the one to ask on its page', async () => {
    const out = await town.published()
    expect(await handOver(out.id, grace)).toEqual({ handedTo: 'Grace' })
    const asGrace = await world.as(grace)
    expect(await asGrace(contract.draft, town.at(out.id))).toMatchObject({
      id: out.id,
      version: out.version + 1,
    })
    expect(await world.anyone(contract.read, { params: { slug: out.slug } })).toMatchObject({
      page: out.page,
      decidedBy: { organisation: 'Northgate Council', person: 'Grace' },
    })
    expect((await refusal(town.call(contract.draft, town.at(out.id)))).code).toBe(
      'protections.not_found',
    )
    const [letter] = await lettersTo('grace@example.org')
    expect(letter).toMatchObject({ template: 'protections.handed-over' })
    expect(letter?.body).toContain(`/desk/protections/${out.id}`)
    expect(
      await rows(sql`select actor_id, before, after from audit_events
        where subject_id = ${out.id} and action = 'protections.handed-over'`),
    ).toEqual([
      {
        actor_id: town.ruth,
        before: { commissionerId: town.ruth },
        after: { commissionerId: grace },
      },
    ])
  })

  it('the reminder to look at it again goes to Grace', async () => {
    const out = await town.published()
    await handOver(out.id, grace)
    await setBack(
      world,
      out.id,
      sql`next_review_on = ${daysAhead(28)}, remind_at = clock_timestamp() - interval '1 second'`,
    )
    expect(await remindReview(world.db, 'https://town.example')).toBe(true)
    expect((await lettersTo('grace@example.org')).at(-1)).toMatchObject({
      template: 'protections.review',
    })
  })

  it('a draft can be handed over too, words and all', async () => {
    const draft = await town.whole()
    await handOver(draft.id, grace)
    const asGrace = await world.as(grace)
    const { version, why } = await asGrace(contract.draft, town.at(draft.id))
    expect(why).toBe(draft.why)
    const out = await asGrace(
      contract.publish,
      { ...town.at(draft.id), body: {} },
      { ifMatch: version },
    )
    expect(out.state).toBe('published')
  })

  it('goes only to a commissioner of the place, only by whoever answers for it, and not when it has ended', async () => {
    const out = await town.published()
    const there = await world.seed.place()
    const femke = await world.seed.person({ roles: [{ placeId: there.id, role: 'commissioner' }] })
    for (const to of [femke, town.ines, town.ruth, someId()])
      expect((await refusal(handOver(out.id, to))).code).toBe('protections.colleague_unknown')
    for (const by of [grace, femke])
      expect((await refusal(handOver(out.id, grace, by))).code).toBe('protections.not_found')
    await town.call(contract.review, {
      ...town.at(out.id),
      body: { outcome: 'ended', said: 'The line is quiet since the spring.' },
    })
    expect((await refusal(handOver(out.id, grace))).code).toBe('protections.wrong_state')
  })
})

describe('leaving the product (PE5)', () => {
  it('whoever answers for something that is kept hands it over first, and may leave drafts and what has ended', async () => {
    const tom = await world.seed.person({
      name: 'Tom',
      email: 'tom@example.org',
      roles: [{ placeId: town.place.id, role: 'commissioner' }],
    })
    await rows(sql`insert into memberships (place_id, organisation_id, person_id, lead)
      values (${town.place.id}, ${town.council}, ${tom}, false)`)
    const asTom = await world.as(tom)
    await asTom(contract.start, { body: { placeId: town.place.id, title: 'A draft' } })
    const out = await town.published()
    await handOver(out.id, tom)
    expect((await asTom(identityContract.erasure)).blockers).toEqual([
      { kind: 'protection', id: out.id, label: out.title },
    ])
    const erase = () => asTom(identityContract.erase, { body: { word: 'erase' } })
    expect((await refusal(erase())).code).toBe('identity.still_keeper')
    const { items } = await asTom(challengesContract.colleagues, {
      query: { placeId: town.place.id },
    })
    expect(items.map(({ id }) => id)).toContain(grace)
    await handOver(out.id, grace, tom)
    await erase()
  })
})
