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
  agrees,
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
    const mine = await agrees(world, t, yes({ share: 'phone', about: 'Nine of us, and a kettle.' }))
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
    await agrees(world, t)
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

  it('leads from a collected letter to the page with both answers, never straight to a yes', async () => {
    const t = await two(world)
    await asked(world, t)
    const { rows } = await world.db.execute<{ link: string }>(sql`
      select link from outbox where template = 'introductions.asked'
        and recipient = ${await addressOf(world, t.carers)}`)
    expect(rows).toMatchObject([{ link: expect.stringMatching(/\/introductions\/answer#[\w-]+$/) }])
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

  it('shows nobody’s contact behind a link, which may have been passed on', async () => {
    const t = await two(world)
    await asked(world, t)
    const token = await tokenTo(world, await addressOf(world, t.carers))
    await agrees(world, t)
    const bram = await tokenTo(world, await addressOf(world, t.homes))
    const said = { body: { token: bram, said: yes() } }
    expect(await world.anyone(contract.answerByLink, said)).toMatchObject({
      state: 'together',
      contact: null,
    })
    expect(await world.anyone(contract.byLink, { body: { token } })).toMatchObject({
      state: 'together',
      contact: null,
    })
    await passDays(world, t, 15)
    const came = await tokenTo(world, await addressOf(world, t.carers))
    const outcome = {
      body: { token: came, said: { outcome: 'keep-in-touch', onMap: false } },
    } as const
    expect(await world.anyone(contract.sayByLink, outcome)).toMatchObject({ contact: null })
    expect(await ownOf(t.amina)).toMatchObject([{ contact: { name: 'Bram de Wit' } }])
  })

  it('a link stops with the waiting, thirty days after what came of it was asked, and when it is over', async () => {
    const gone = async (token: string) =>
      (await refusal(world.anyone(contract.byLink, { body: { token } }))).code
    const kept = async (id: string) =>
      (
        await world.db.execute<{ n: number }>(
          sql`select count(token_hash)::int as n from introduction_sides where introduction_id = ${id}`,
        )
      ).rows[0]?.n
    const alone = await two(world)
    await asked(world, alone)
    const waits = await tokenTo(world, await addressOf(world, alone.carers))
    await says(world, alone, 'amina', yes())
    await passDays(world, alone, 22)
    expect(await gone(waits)).toBe('introductions.link_unknown')
    expect(await kept(alone.id)).toBe(0)

    const t = await two(world)
    await asked(world, t)
    await agrees(world, t)
    await says(world, t, 'bram', yes())
    await passDays(world, t, 15)
    const token = await tokenTo(world, await addressOf(world, t.carers))
    const look = () => world.anyone(contract.byLink, { body: { token } })
    const later = (days: number) =>
      world.db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`)
        await tx.execute(sql`update introductions
          set what_came_asked_at = clock_timestamp() - ${days}::int * interval '1 day' where id = ${t.id}`)
      })
    await later(29)
    expect(await look()).toMatchObject({ state: 'together' })
    await later(30)
    expect(await gone(token)).toBe('introductions.link_unknown')
    await later(1)
    expect(await look()).toMatchObject({ state: 'together' })
    const ines = await world.as(t.ines)
    await ines(contract.conclude, { ...at(t.id), body: { outcome: 'partnership' } })
    expect(await gone(token)).toBe('introductions.link_unknown')
    expect(await kept(t.id)).toBe(0)
  })

  it('a yes pressed twice is one yes', async () => {
    const t = await two(world)
    await asked(world, t)
    await says(world, t, 'amina', yes())
    expect(await agrees(world, t)).toMatchObject({ state: 'waiting' })
    expect(await lettersTo(world, await addressOf(world, t.homes))).toHaveLength(1)
  })

  it('whoever rests is not asked until they are back (FR-12)', async () => {
    const t = await two(world)
    await asked(world, t)
    await world.db.execute(sql`update organisations set state = 'paused' where id = ${t.homes}`)
    await agrees(world, t)
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

describe('how many were new to each other (M16)', () => {
  it('is published for everyone once it tells of nobody in particular', async () => {
    const t = await two(world)
    const ties = () => world.anyone(contract.newTies, { params: { placeId: t.place.id } })
    const more = async () => {
      const other = await two(world)
      await asked(world, other)
      await agrees(world, other)
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
