import { casesContract } from '@howcanwe/shared/cases'
import { introductionsContract as contract } from '@howcanwe/shared/introductions'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import {
  ABOUT_CARERS,
  ABOUT_HOMES,
  agrees,
  asked,
  passDays,
  says,
  two,
  yes,
} from './introductions.fixture.ts'
import { at, inTown, listOf, world } from './introductions.town.fixture.ts'

inTown()

describe('what a broker may not', () => {
  it('introduce where they belong to one of the two, nor see it', async () => {
    const t = await two(world)
    await world.db.execute(sql`insert into memberships (place_id, organisation_id, person_id, lead)
      values (${t.place.id}, ${t.carers}, ${t.ines}, false)`)
    expect(await listOf(t.ines, t.place.id)).toEqual([])
    const ask = (await world.as(t.ines))(contract.ask, { ...at(t.id), body: {} })
    expect((await refusal(ask)).code).toBe('introductions.not_found')
  })

  it.each([
    [
      'the same two again',
      'introductions.lately',
      (t: { carers: string; homes: string }) => [t.homes, t.carers],
    ],
    [
      'one with itself',
      'introductions.organisation_unknown',
      (t: { carers: string }) => [t.carers, t.carers],
    ],
    [
      'one of somewhere else',
      'introductions.organisation_unknown',
      (t: { carers: string }) => [t.carers, someId()],
    ],
  ])('%s', async (_, code, pick) => {
    const t = await two(world)
    const [first = '', second = ''] = pick(t)
    const draft = (await world.as(t.ines))(contract.draft, {
      body: {
        placeId: t.place.id,
        first: { organisationId: first, about: ABOUT_CARERS },
        second: { organisationId: second, about: ABOUT_HOMES },
        guess: 'never-met',
      },
    })
    expect((await refusal(draft)).code).toBe(code)
  })

  it('introduce for a challenge that their own organisation asks', async () => {
    const t = await two(world)
    const council = await world.seed.organisation({
      place: t.place,
      sector: 'public',
      members: [t.ines],
    })
    const ruth = await world.seed.person({ roles: [{ placeId: t.place.id, role: 'commissioner' }] })
    const challengeId = await world.seed.openChallenge({
      place: t.place,
      commissioner: ruth,
      council,
    })
    const other = await world.seed.organisation({ place: t.place })
    const draft = (await world.as(t.ines))(contract.draft, {
      body: {
        placeId: t.place.id,
        challengeId,
        first: { organisationId: t.carers, about: ABOUT_CARERS },
        second: { organisationId: other, about: ABOUT_HOMES },
        guess: 'never-met',
      },
    })
    expect((await refusal(draft)).code).toBe('matching.not_neutral')
  })

  it('a draft can be thrown away, and nothing once somebody was asked', async () => {
    const [t, other] = [await two(world), await two(world)]
    const ines = await world.as(t.ines)
    expect(await ines(contract.discard, at(t.id))).toEqual({ discarded: true })
    await asked(world, other)
    const late = (await world.as(other.ines))(contract.discard, at(other.id))
    expect((await refusal(late)).code).toBe('introductions.wrong_state')
  })
})

describe('what the other brokers read of it (§2.2)', () => {
  it('names nobody before both said yes, and Bea, who belongs to the second, never reads the line', async () => {
    const t = await two(world)
    const broker = (name: string) =>
      world.seed.person({ name, roles: [{ placeId: t.place.id, role: 'broker' }] })
    const [bea, cas] = [await broker('Bea'), await broker('Cas')]
    await world.db.execute(sql`insert into memberships (place_id, organisation_id, person_id, lead)
      values (${t.place.id}, ${t.homes}, ${bea}, false)`)
    const { id: caseId } = await (await world.as(t.ines))(casesContract.start, {
      params: { placeId: t.place.id },
      body: { subject: { kind: 'organisation', organisationId: t.carers }, title: 'A room' },
    })
    const logOf = async (person: string) =>
      (await (await world.as(person))(casesContract.read, { params: { caseId } })).log
    const before = JSON.stringify(
      await (await world.as(bea))(casesContract.read, { params: { caseId } }),
    )
    await asked(world, t)
    for (const person of [t.ines, bea, cas]) expect(await logOf(person)).toEqual([])
    const mine = await (await world.as(t.ines))(casesContract.figures, {
      params: { placeId: t.place.id },
    })
    expect(mine.items).toMatchObject([{ introductions: 1 }])
    await agrees(world, t)
    await says(world, t, 'bram', yes())
    const ines = await world.as(t.ines)
    await ines(contract.conclude, { ...at(t.id), body: { outcome: 'partnership' } })
    for (const person of [t.ines, cas])
      expect(await logOf(person)).toMatchObject([
        { outcome: 'Carers of Elmside · Elm & Gate Homes · partnership' },
      ])
    const after = await (await world.as(bea))(casesContract.read, { params: { caseId } })
    expect(JSON.stringify(after)).toBe(before)
  })

  it('lines from before both parties were kept are read by whoever wrote them', async () => {
    const t = await two(world)
    const cas = await world.seed.person({ roles: [{ placeId: t.place.id, role: 'broker' }] })
    const { id: caseId } = await (await world.as(t.ines))(casesContract.start, {
      params: { placeId: t.place.id },
      body: { subject: { kind: 'organisation', organisationId: t.carers }, title: 'A room' },
    })
    await world.db.execute(sql`
      insert into broker_actions (id, place_id, case_id, organisation_id, broker_id, kind, outcome)
      values (${someId()}, ${t.place.id}, ${caseId}, ${t.carers}, ${t.ines}, 'introduction', 'The two')`)
    const logOf = async (person: string) =>
      (await (await world.as(person))(casesContract.read, { params: { caseId } })).log
    expect(await logOf(t.ines)).toHaveLength(1)
    expect(await logOf(cas)).toEqual([])
  })
})

describe('what waits for Ines on Monday', () => {
  it('is a draft she has not sent, and two who met two weeks ago', async () => {
    const t = await two(world)
    const waiting = async () => {
      const queue = (await world.as(t.ines))(casesContract.queue, {
        params: { placeId: t.place.id },
      })
      return (await queue).items.filter((i) => i.kind === 'introduction')
    }
    const title = 'Carers of Elmside · Elm & Gate Homes'
    expect(await waiting()).toMatchObject([{ title, late: false, dueAt: null }])
    await asked(world, t)
    await agrees(world, t)
    await says(world, t, 'bram', yes())
    expect(await waiting()).toEqual([])
    await passDays(world, t, 15)
    expect(await waiting()).toMatchObject([{ title, late: true }])
  })
})
