import { alertsContract as contract } from '@howcanwe/shared/alerts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'
import { interest } from '../../personal/personal.fixture.ts'
import {
  forgetLetters,
  letAWeekGoBy,
  letTomorrowCome,
  letTurnsBeDue,
  lettersOf,
} from './alerts.fixture.ts'
import { alertOfOpened, sendDigests } from './index.ts'

let world: World
let place: SeededPlace
let ruth: string
let amina: string
let carers: string
let count = 0
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.db.execute(sql`delete from digest_turns`)
  await forgetLetters(world)
  place = await world.seed.place({ name: 'Northgate' })
  ruth = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
  amina = await world.seed.person({ name: 'Amina Yusuf', email: `amina-f${++count}@example.org` })
  carers = await world.seed.organisation({
    place,
    name: `Tuesday Carers ${count}`,
    members: [amina],
  })
})

const deps = () => ({ db: world.appDb, config: world.config })
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const open = async (question: string, more: object = {}) => {
  const wide = { closesAt: inDays(40), commissioner: ruth }
  const id = await world.seed.openChallenge({ place, question, ...wide, ...more })
  while (await alertOfOpened(deps()));
  return id
}
const send = async () => {
  while (await sendDigests(deps()));
  return (await lettersOf(world, 'alerts.digest')).at(-1)?.body ?? ''
}
const monday = async () => {
  await letAWeekGoBy(world)
  return send()
}
const change = async (body: object) =>
  (await world.as(amina))(contract.change, { params: { placeId: place.id }, body })

describe('what fits Amina’s group, in her email', () => {
  it('goes by matching: why first, then how long it takes, best first', async () => {
    await open('How can we cook together?', { themes: ['food', 'carers'] })
    await open('How can we plan a day off?', { themes: ['carers'] })
    const body = await monday()
    expect(body).toMatch(
      /How can we plan a day off\?\nAbout 10 minutes, until .*\nYour work is about carers\./,
    )
    expect(body.indexOf('plan a day off')).toBeLessThan(body.indexOf('cook together'))
  })

  it('says why in Dutch to who reads Dutch', async () => {
    await world.db.execute(sql`update people set language = 'nl' where id = ${amina}`)
    await open('Hoe plannen we een vrije dag?', { themes: ['carers'] })
    expect(await monday()).toContain('Jullie houden je bezig met mantelzorgers.')
  })

  it('also goes to whoever knows the very people, though no theme is theirs', async () => {
    await world.db.execute(
      sql`update organisations set themes = '{sport-play}' where id = ${carers}`,
    )
    await open('How can we rest?')
    expect(await monday()).toBe('')
    await world.seed.organisation({
      place,
      name: `Night shift ${count}`,
      themes: ['sport-play'],
      members: [amina],
      capacity: { reach: [{ community: 'Unpaid carers', people: 40, how: 'trusted-contact' }] },
    })
    await letTomorrowCome(world)
    expect(await monday()).toContain(
      'people who trust you and come to you: Unpaid carers, about 40.',
    )
  })

  it('names the group it fits where she reads for two, and lists it once', async () => {
    const youth = { place, name: `Youth ${count}`, members: [amina] }
    await world.seed.organisation({ ...youth, themes: ['food'] })
    await open('How can we cook together?', { themes: ['food'] })
    const body = await monday()
    expect(body).toContain(`For Youth ${count}: your work is about food.`)
    expect(body.match(/How can we cook together/g)).toHaveLength(1)
  })

  it('leaves out what the group has answered, alone or with others', async () => {
    const alone = await open('How can we answer alone?')
    await interest(world, place.id, alone, carers, amina)
    await open('How can we answer later?')
    const body = await monday()
    expect(body).toContain('answer later')
    expect(body).not.toContain('answer alone')
  })

  it('is not asked of a group that rests, and comes again when it is back (FR-12)', async () => {
    await open('How can we rest?')
    await world.db.execute(sql`
      update organisations set state = 'paused', pause_ends_at = clock_timestamp() + interval '9 days'
      where id = ${carers}`)
    expect(await monday()).toBe('')
    await world.db.execute(sql`update organisations set state = 'listed' where id = ${carers}`)
    await letTomorrowCome(world)
    expect(await monday()).toContain('How can we rest?')
  })

  it('is one line with the search that found it too', async () => {
    const body = { name: 'Breaks', q: '', themes: ['carers' as const], areaIds: [] }
    const params = { placeId: place.id }
    const me = await world.as(amina)
    await me(contract.saveSearch, { params, body: { ...body, how: 'weekly' } })
    await open('How can we rest?')
    const letter = await monday()
    expect(letter.match(/How can we rest\?/g)).toHaveLength(1)
    expect(letter).toContain('Found by your search: Breaks')
  })

  it('holds ten at most, those that fit best; the next stands in the next', async () => {
    for (let i = 0; i < 11; i++) await open(`How can we ask question ${i}?`)
    expect((await monday()).match(/How can we ask question/g)).toHaveLength(10)
    await letTomorrowCome(world)
    expect((await monday()).match(/How can we ask question/g)).toHaveLength(1)
  })

  it('at once says why as well', async () => {
    await change({ wishes: [{ what: 'new', how: 'at-once' }] })
    await open('How can we hear sooner?')
    const [letter] = await lettersOf(world, 'alerts.new')
    expect(letter?.body).toContain('Your work is about carers.')
  })

  it('at once is not about another neighbourhood', async () => {
    await change({ wishes: [{ what: 'new', how: 'at-once' }] })
    await world.db.execute(
      sql`update organisation_areas set area_id = ${place.areaIds[1]} where organisation_id = ${carers}`,
    )
    await open('How can we hear of elsewhere?')
    expect(await lettersOf(world, 'alerts.new')).toEqual([])
  })
})

describe('nothing is lost and nobody waits', () => {
  it('what opens after a letter of the same day is still new on the next', async () => {
    await open('How can we begin?')
    expect(await monday()).toContain('How can we begin?')
    await open('How can we go on?')
    await letTurnsBeDue(world)
    expect(await send()).not.toContain('How can we go on?')
    await letTomorrowCome(world)
    const body = await monday()
    expect(body).toContain('How can we go on?')
    expect(body).not.toContain('How can we begin?')
  })

  it('told once a day, it is not new again for who changes to once a week', async () => {
    await change({ wishes: [{ what: 'new', how: 'daily' }] })
    await open('How can we be told once?')
    await world.db.execute(sql`update digest_turns set weekly_at = clock_timestamp()`)
    await letTurnsBeDue(world)
    expect(await send()).toContain('How can we be told once?')
    await change({ wishes: [{ what: 'new', how: 'weekly' }] })
    await forgetLetters(world)
    await letTomorrowCome(world)
    expect(await monday()).toBe('')
  })

  it('a letter that cannot be made holds up nobody else’s, and is tried again', async () => {
    const dele = await world.seed.person({ name: 'Dele', email: `dele-f${count}@example.org` })
    await world.seed.organisation({ place, name: `Youth ${count}`, members: [dele] })
    await open('How can we all hear?')
    await letAWeekGoBy(world)
    await world.db.execute(
      sql`update digest_turns set due_at = due_at - interval '1 hour' where person_id = ${amina}`,
    )
    await world.db.execute(
      sql`alter table outbox add constraint broken check (recipient not like 'amina-f%')`,
    )
    await expect(sendDigests(deps())).rejects.toThrow()
    await send()
    expect((await lettersOf(world, 'alerts.digest')).map((l) => l.recipient)).toEqual([
      `dele-f${count}@example.org`,
    ])
    await world.db.execute(sql`alter table outbox drop constraint broken`)
    await letTurnsBeDue(world)
    await send()
    expect(await lettersOf(world, 'alerts.digest')).toHaveLength(2)
  })

  it('of two letters of one morning each is sent once, whichever of four workers makes them', async () => {
    const bram = await world.seed.person({ name: 'Bram', email: `bram-f${count}@example.org` })
    await world.seed.organisation({ place, name: `Homes ${count}`, members: [bram] })
    await open('How can we hear once?')
    await letAWeekGoBy(world)
    await Promise.all([1, 2, 3, 4].map(() => sendDigests(deps())))
    const to = (await lettersOf(world, 'alerts.digest')).map((l) => l.recipient).toSorted()
    expect(to).toEqual([`amina-f${count}@example.org`, `bram-f${count}@example.org`])
  })

  it('whoever is left in peace until later has a letter that is made, and waits', async () => {
    const { rows } = await world.db.execute<{ hour: number }>(
      sql`select extract(hour from clock_timestamp() at time zone 'Europe/London')::int as hour`,
    )
    const hour = rows[0]?.hour ?? 0
    const quiet = { channel: 'email', from: (hour + 13) % 24, until: (hour + 12) % 24 }
    await change({ quiet: [quiet] })
    await open('How can we wait?')
    expect(await monday()).toContain('How can we wait?')
    const waiting = await world.db.execute<{ waits: boolean; at: number }>(sql`
      select available_at > clock_timestamp() as waits,
        extract(hour from available_at at time zone 'Europe/London')::int as at from outbox where template = 'alerts.digest'`)
    expect(waiting.rows).toEqual([{ waits: true, at: quiet.until }])
  })
})
