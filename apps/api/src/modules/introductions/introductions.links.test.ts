import { introductionsContract as contract } from '@howcanwe/shared/introductions'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal } from '../../../test/support.ts'
import {
  addressOf,
  agrees,
  asked,
  no,
  passDays,
  says,
  tokenTo,
  two,
  yes,
} from './introductions.fixture.ts'
import { at, inTown, ownOf, world } from './introductions.town.fixture.ts'

inTown()

describe('Ines introduces Amina and Bram (J-11)', () => {
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
})
