import { casesContract } from '@howcanwe/shared/cases'
import { proposalsContract as contract, PROPOSAL_WORDING } from '@howcanwe/shared/proposals'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { lettersOf, published, supported, supporter, tokenTo, town } from './proposals.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

describe('how a supporter is counted', () => {
  it('the same answer whether known or not, and one person once (decision 10)', async () => {
    const t = await town(world)
    const { id } = await published(world, t)
    const params = { proposalId: id }
    const body = supporter(50)
    const first = await world.anyone(contract.support, { params, body })
    expect(await world.anyone(contract.support, { params, body })).toEqual(first)
    await world.anyone(contract.confirm, {
      body: { token: await tokenTo(world, body.contact, 'proposals.confirm') },
    })
    expect(
      await world.anyone(contract.support, {
        params,
        body: { ...body, contact: 'NEIGHBOUR-50@example.org' },
      }),
    ).toEqual(first)
    const { items } = await (await world.as(t.ines))(contract.desk, {
      params: { placeId: t.place.id },
    })
    expect(items[0]?.people).toBe(2)
    expect(
      (await lettersOf(world, 'proposals.already')).filter((to) => to === body.contact),
    ).toHaveLength(1)
  })

  it('said to a broker by telephone it counts once too, and paper counts apart', async () => {
    const t = await town(world)
    const { id } = await published(world, t)
    const params = { proposalId: id }
    const ines = await world.as(t.ines)
    const body = {
      firstName: 'Grace',
      contactBy: 'phone' as const,
      contact: '07700 900111',
      language: 'en' as const,
    }
    await ines(contract.typeSupport, { params, body })
    const twice = await ines(contract.typeSupport, {
      params,
      body: { ...body, contact: '+44 7700 900111' },
    })
    expect(twice).toMatchObject({ people: 2, onPaper: 0, state: 'gathering' })
    const sheet = await ines(contract.addSheet, {
      params,
      body: { people: 8, heldBy: 'Elmside library' },
    })
    expect(sheet).toMatchObject({ people: 2, onPaper: 8, state: 'answering' })
    expect((await world.anyone(contract.read, { params })).support).toEqual({
      ...{ people: null, needed: 10 },
      sheets: [{ people: 8, heldBy: 'Elmside library' }],
    })
  })

  it('whoever takes it back is gone', async () => {
    const t = await town(world)
    const { id } = await published(world, t)
    await supported(world, id, 60, 60)
    const token = await tokenTo(world, 'neighbour-60@example.org', 'proposals.confirm')
    await world.anyone(contract.stopSupporting, { body: { token } })
    const { rows } = await world.db.execute(
      sql`select from proposal_supports where proposal_id = ${id}`,
    )
    expect(rows).toEqual([])
    expect((await refusal(world.anyone(contract.confirm, { body: { token } }))).code).toBe(
      'proposals.link_unknown',
    )
  })
})

describe('two about the same', () => {
  it('are found while typing and at the desk, joined with both told, and count each person once', async () => {
    const t = await town(world)
    const one = await published(world, t, { contactBy: 'email', contact: 'one@example.org' })
    const similar = 'How can we wait at the pharmacy for medicine without losing the morning?'
    const near = await world.anyone(contract.similar, {
      params: { placeId: t.place.id },
      query: { q: similar },
    })
    expect(near.items).toMatchObject([{ id: one.id }])
    const other = await published(world, t, {
      question: similar,
      contactBy: 'email',
      contact: 'two@example.org',
      firstName: 'Kayleigh',
    })
    const far = { placeId: t.place.id }
    expect(
      (
        await world.anyone(contract.similar, {
          params: far,
          query: { q: 'Where do teenagers go on Sunday nights?' },
        })
      ).items,
    ).toEqual([])
    const queue = await (await world.as(t.ines))(casesContract.queue, {
      params: { placeId: t.place.id },
    })
    expect(queue.items.map((item) => item.kind)).toEqual(['proposal-double'])
    await supported(world, one.id, 70, 74)
    await supported(world, other.id, 72, 76)
    const ines = await world.as(t.ines)
    const joined = await ines(contract.join, {
      params: { proposalId: other.id },
      body: { into: one.id },
    })
    expect(joined).toMatchObject({ id: one.id, people: 9 })
    expect(await world.anyone(contract.read, { params: { proposalId: one.id } })).toMatchObject({
      askedBy: ['Samuel', 'Kayleigh'],
    })
    expect(await world.anyone(contract.read, { params: { proposalId: other.id } })).toMatchObject({
      state: 'joined',
      joinedInto: { id: one.id },
    })
    expect((await lettersOf(world, 'proposals.joined')).sort()).toEqual([
      'one@example.org',
      'two@example.org',
    ])
    await supported(world, other.id, 77, 77)
    expect(await world.anyone(contract.read, { params: { proposalId: one.id } })).toMatchObject({
      state: 'answering',
      support: { people: 10 },
    })
    const { challengeId } = await (await world.as(t.ruth))(contract.adopt, {
      params: { proposalId: one.id },
      body: {},
    })
    const { items } = await world.anyone(contract.coAuthors, { params: { challengeId } })
    expect(items.map((i) => i.name)).toEqual(['Samuel', 'Kayleigh'])
  })
})

describe('the number of people is a dated setting of the place', () => {
  it('a steward sets it with where it comes from, and everybody reads it', async () => {
    const t = await town(world)
    const params = { placeId: t.place.id }
    expect(await world.anyone(contract.settings, { params })).toMatchObject({
      supportNeeded: 10,
      source: null,
    })
    const body = { supportNeeded: 6, source: 'Agreed by the town forum on 3 March 2027' }
    await (await world.as(t.rosa))(contract.setSettings, { params, body })
    expect(await world.anyone(contract.settings, { params })).toMatchObject({
      ...body,
      setBy: 'Rosa',
    })
    const again = (await world.as(t.rosa))(contract.setSettings, { params, body })
    expect((await refusal(again)).code).toBe('proposals.same_number')
    expect(PROPOSAL_WORDING).toBe('2026-11')
  })
})
