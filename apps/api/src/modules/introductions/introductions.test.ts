import { casesContract } from '@howcanwe/shared/cases'
import { introductionsContract as contract } from '@howcanwe/shared/introductions'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { forgetOld } from '../../retention/index.ts'
import {
  ABOUT_CARERS,
  ABOUT_HOMES,
  addressOf,
  asked,
  lettersTo,
  no,
  passDays,
  says,
  tokenTo,
  two,
  work,
  yes,
} from './introductions.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const at = (introductionId: string) => ({ params: { introductionId } })
const ownOf = async (person: string) => (await (await world.as(person))(contract.mine)).items
const listOf = async (person: string, placeId: string) =>
  (await (await world.as(person))(contract.list, { query: { placeId } })).items

describe('Ines introduces Amina and Bram (J-11)', () => {
  it('drafts, asks each, both say yes, contacts are shown, and two weeks later both say what came of it', async () => {
    const t = await two(world)
    expect(await ownOf(t.amina)).toEqual([])
    await asked(world, t)
    expect(await ownOf(t.bram)).toEqual([])
    const [first] = await ownOf(t.amina)
    expect(first).toMatchObject({
      state: 'asked',
      other: { name: 'Elm & Gate Homes' },
      otherAbout: ABOUT_HOMES,
      ownAbout: ABOUT_CARERS,
      canShare: ['email', 'phone', 'both'],
      contact: null,
    })
    const mine = await says(
      world,
      t,
      'amina',
      yes({ share: 'phone', about: 'Nine of us, and a kettle.' }),
    )
    expect(mine).toMatchObject({ state: 'waiting', contact: null })
    expect(await ownOf(t.bram)).toMatchObject([
      { state: 'asked', otherAbout: 'Nine of us, and a kettle.', canShare: ['email'] },
    ])
    const theirs = await says(world, t, 'bram', yes({ known: 'know-of' }))
    expect(theirs).toMatchObject({
      state: 'together',
      contact: { name: 'Amina Yusuf', email: null, phone: '020 7946 0101' },
    })
    expect(await ownOf(t.amina)).toMatchObject([
      {
        state: 'together',
        contact: { name: 'Bram de Wit', email: await addressOf(world, t.homes) },
      },
    ])
    await passDays(world, t, 14)
    const body = { outcome: 'keep-in-touch', onMap: false } as const
    await (await world.as(t.amina))(contract.say, { ...at(t.id), body })
    const ines = await world.as(t.ines)
    expect(await listOf(t.ines, t.place.id)).toMatchObject([
      {
        state: 'met',
        newToEachOther: true,
        sides: [{ outcome: 'keep-in-touch' }, { outcome: null }],
      },
    ])
    const done = await ines(contract.conclude, { ...at(t.id), body: { outcome: 'partnership' } })
    expect(done).toMatchObject({ state: 'done', outcome: 'partnership' })
  })

  it('writes to each in the same words, with two links, and tells both how to reach one another', async () => {
    const t = await two(world)
    await asked(world, t)
    await says(world, t, 'amina', yes())
    const [amina, bram] = [await addressOf(world, t.carers), await addressOf(world, t.homes)]
    const [toAmina] = await lettersTo(world, amina)
    const [toBram] = await lettersTo(world, bram)
    const plain = (body = '') =>
      body
        .replaceAll(/#[\w-]+/g, '#')
        .replaceAll('Carers of Elmside', 'A')
        .replaceAll('Elm & Gate Homes', 'B')
        .replaceAll(ABOUT_CARERS, 'a')
        .replaceAll(ABOUT_HOMES, 'b')
    const swapped = plain(toBram?.body)
      .replace('Hello Bram de Wit', 'Hello Amina Yusuf')
      .replaceAll(/\b([AB])\b/g, (x) => (x === 'A' ? 'B' : 'A'))
      .replaceAll(/^([ab])$/gm, (x) => (x === 'a' ? 'b' : 'a'))
    expect(swapped).toBe(plain(toAmina?.body))
    expect(toAmina?.body).toMatch(/#[\w-]{43}\.yes[\s\S]*#[\w-]{43}\.no/)
    await says(world, t, 'bram', yes())
    const [, together] = await lettersTo(world, amina)
    expect(together).toMatchObject({ template: 'introductions.together' })
    expect(together?.body).toContain(`Bram de Wit\n${bram}`)
  })

  it('is answered with the link of the letter, and no GET or reading uses it up', async () => {
    const t = await two(world)
    await asked(world, t)
    const token = await tokenTo(world, await addressOf(world, t.carers))
    for (const _ of [1, 2])
      expect(await world.anyone(contract.byLink, { body: { token } })).toMatchObject({
        state: 'asked',
      })
    const said = await world.anyone(contract.answerByLink, { body: { token, said: yes() } })
    expect(said).toMatchObject({ state: 'waiting' })
    const again = world.anyone(contract.answerByLink, { body: { token, said: no } })
    expect((await refusal(again)).code).toBe('introductions.answered')
    const unknown = world.anyone(contract.byLink, { body: { token: `${token}x` } })
    expect((await refusal(unknown)).code).toBe('introductions.link_unknown')
  })

  it('a yes pressed twice is one yes', async () => {
    const t = await two(world)
    await asked(world, t)
    await says(world, t, 'amina', yes())
    expect(await says(world, t, 'amina', yes())).toMatchObject({ state: 'waiting' })
    expect(await lettersTo(world, await addressOf(world, t.homes))).toHaveLength(1)
  })

  it('whoever rests is not asked until they are back (FR-12)', async () => {
    const t = await two(world)
    await asked(world, t)
    await world.db.execute(sql`update organisations set state = 'paused' where id = ${t.homes}`)
    await says(world, t, 'amina', yes())
    expect(await lettersTo(world, await addressOf(world, t.homes))).toEqual([])
    await world.db.execute(sql`update organisations set state = 'listed' where id = ${t.homes}`)
    await work(world)
    expect(await lettersTo(world, await addressOf(world, t.homes))).toHaveLength(1)
  })
})

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
    await says(world, t, 'amina', yes())
    await says(world, t, 'bram', yes())
    expect(await waiting()).toEqual([])
    await passDays(world, t, 15)
    expect(await waiting()).toMatchObject([{ title, late: true }])
  })
})

describe('how many were new to each other (M16)', () => {
  it('is published for everyone once it tells of nobody in particular', async () => {
    const t = await two(world)
    const ties = () => world.anyone(contract.newTies, { params: { placeId: t.place.id } })
    const more = async () => {
      const other = await two(world)
      await asked(world, other)
      await says(world, other, 'amina', yes())
      await says(world, other, 'bram', yes())
      await world.db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`)
        await tx.execute(
          sql`update introductions set place_id = ${t.place.id} where id = ${other.id}`,
        )
      })
    }
    for (const _ of [1, 2, 3, 4]) await more()
    expect(await ties()).toEqual({ introduced: null, newToEachOther: null })
    await more()
    expect(await ties()).toEqual({ introduced: 5, newToEachOther: 5 })
  })
})

describe('a year after it was over', () => {
  it('nobody remembers who was asked, and who said no', async () => {
    const t = await two(world)
    await asked(world, t)
    await says(world, t, 'amina', no)
    await passDays(world, t, 22)
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(
        sql`update introductions set ended_at = ended_at - interval '366 days' where id = ${t.id}`,
      )
    })
    await forgetOld(world.appDb)
    const { rows } = await world.db.execute(
      sql`select 1 from introduction_sides where introduction_id = ${t.id}`,
    )
    expect(rows).toEqual([])
  })
})
