import { introductionsContract as contract } from '@howcanwe/shared/introductions'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
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
  two,
  work,
  yes,
} from './introductions.fixture.ts'
import { at, inTown, listOf, ownOf, world } from './introductions.town.fixture.ts'

inTown()

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
