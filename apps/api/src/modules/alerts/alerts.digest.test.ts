import { alertsContract as contract } from '@howcanwe/shared/alerts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'
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
  amina = await world.seed.person({ name: 'Amina Yusuf', email: `amina-d${++count}@example.org` })
  carers = await world.seed.organisation({
    place,
    name: `Tuesday Carers ${count}`,
    members: [amina],
  })
})

const deps = () => ({ db: world.appDb, config: world.config })
const found = async () => {
  while (await alertOfOpened(deps()));
}
const monday = async () => {
  await letAWeekGoBy(world)
  while (await sendDigests(deps()));
  return lettersOf(world, 'alerts.digest')
}
const open = (more: object = {}) => world.seed.openChallenge({ place, commissioner: ruth, ...more })
const change = async (body: object) =>
  (await world.as(amina))(contract.change, { params: { placeId: place.id }, body })

describe('the week in one letter', () => {
  it('greets Amina by name, says for which group, what opened, until when, how long it takes and the odds', async () => {
    await open({
      question: 'How can we make a break something you can plan on?',
      closesAt: inDays(40),
    })
    await found()
    const [letter, ...more] = await monday()
    expect(more).toEqual([])
    expect(letter?.subject).toBe('Northgate: 1 new challenge')
    expect(letter?.body).toContain('Hello Amina,')
    expect(letter?.body).toContain(`for Tuesday Carers ${count}`)
    expect(letter?.body).toContain('How can we make a break something you can plan on?')
    expect(letter?.body).toMatch(/About 10 minutes, until \w+ \d+ \w+ \d{4} at \d\d:\d\d\./)
    expect(letter?.body).toContain('About 20 answer, 5 form the team.')
    expect(letter?.body).toContain('http://localhost:3000/me/hearing')
  })

  it('is one letter to one address, naming both, for who reads for two groups that share it', async () => {
    const { rows } = await world.db.execute<{ email: string }>(
      sql`select email from people where id = ${amina}`,
    )
    const contactEmail = rows[0]?.email ?? ''
    await world.seed.organisation({ place, name: `Youth ${count}`, contactEmail, members: [amina] })
    await open({ closesAt: inDays(40) })
    await found()
    const letters = await monday()
    expect(letters.map(({ recipient }) => recipient)).toEqual([contactEmail])
    expect(letters[0]?.body).toContain(`for Tuesday Carers ${count}, Youth ${count}.`)
    expect(letters[0]?.subject).toBe('Northgate: 1 new challenge')
  })

  it('is in Dutch for who reads Dutch', async () => {
    await world.db.execute(sql`update people set language = 'nl' where id = ${amina}`)
    await open({ closesAt: inDays(40) })
    await found()
    const [letter] = await monday()
    expect(letter?.subject).toBe('Northgate: 1 nieuw vraagstuk')
    expect(letter?.body).toContain('Hallo Amina,')
  })

  it('is never empty: where nothing happened nobody is written to', async () => {
    expect(await monday()).toEqual([])
  })

  it('says what closes soon and is not answered yet, even what was told before', async () => {
    const id = await open({ closesAt: inDays(30) })
    await found()
    expect(await monday()).toHaveLength(1)
    await letTomorrowCome(world)
    await forgetLetters(world)
    expect(await monday()).toEqual([])
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`alter table challenges disable trigger user`)
      await tx.execute(
        sql`update challenges set closes_at = clock_timestamp() + interval '5 days' where id = ${id}`,
      )
      await tx.execute(sql`alter table challenges enable trigger user`)
    })
    await letTomorrowCome(world)
    const [letter] = await monday()
    expect(letter?.subject).toBe('Northgate: 1 closing soon')
  })

  it('lists a challenge once, under what closes soon, when it is both new and closing', async () => {
    await open({ closesAt: inDays(10) })
    await found()
    const [letter] = await monday()
    expect(letter?.subject).toBe('Northgate: 1 closing soon')
    await letTomorrowCome(world)
    await forgetLetters(world)
    await change({ wishes: [{ what: 'closing', how: 'never' }] })
    expect(await monday()).toEqual([])
  })

  it('is not a second letter on the same day, however many workers look at once', async () => {
    await open({ closesAt: inDays(40) })
    await found()
    await letAWeekGoBy(world)
    await Promise.all([1, 2, 3, 4].map(() => sendDigests(deps())))
    await open({ closesAt: inDays(40) })
    await found()
    expect(await monday()).toHaveLength(1)
    await expect(
      world.appDb.execute(sql`
        insert into digests (person_id, place_id, on_day) select person_id, place_id, on_day from digests`),
    ).rejects.toThrow()
  })

  it('comes on Mondays: what is due on another day holds only what somebody wants daily', async () => {
    await open({ closesAt: inDays(40) })
    await found()
    await world.db.execute(sql`update digest_turns set weekly_at = clock_timestamp()`)
    await letTurnsBeDue(world)
    while (await sendDigests(deps()));
    expect(await lettersOf(world, 'alerts.digest')).toEqual([])
    const { rows } = await world.db.execute<{ day: number; hour: number }>(sql`
      select extract(isodow from due_at at time zone 'Europe/London')::int as day,
        extract(hour from due_at at time zone 'Europe/London')::int as hour from digest_turns`)
    for (const row of rows) expect(row).toEqual({ day: 1, hour: 8 })
  })

  it('is the day in one letter for who wants it daily', async () => {
    await change({ wishes: [{ what: 'new', how: 'daily' }] })
    await open({ closesAt: inDays(40) })
    await found()
    await world.db.execute(sql`update digest_turns set weekly_at = clock_timestamp()`)
    await letTurnsBeDue(world)
    while (await sendDigests(deps()));
    const [letter] = await lettersOf(world, 'alerts.digest')
    expect(letter?.body).toContain('Here is your day in Northgate')
  })

  it('holds what came of questions here', async () => {
    const id = await open({ question: 'How can we keep the hall?' })
    await world.db.execute(sql`delete from alert_hits`)
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`alter table challenges disable trigger user`)
      await tx.execute(sql`update challenges set state = 'none-chosen', decided_at = clock_timestamp(),
        closes_at = clock_timestamp() - interval '1 day' where id = ${id}`)
      await tx.execute(sql`alter table challenges enable trigger user`)
    })
    const [letter] = await monday()
    expect(letter?.body).toContain('How can we keep the hall?\nNobody was chosen.')
  })
})

describe('nobody is asked', () => {
  it.each([
    ['whose group pauses', sql`update organisations set state = 'paused'`],
    ['who works on something else', sql`update organisations set themes = '{sport}'`],
    ['who works in another part of the place', sql`update organisation_areas set area_id = `],
  ])('%s', async (_, change) => {
    const where = sql` where organisation_id = ${carers}`
    const statement = String(_).includes('another part')
      ? sql`${change} ${place.areaIds[1]} ${where}`
      : sql`${change} where id = ${carers}`
    await open({ closesAt: inDays(10) })
    await found()
    await world.db.execute(statement)
    expect(await monday()).toEqual([])
  })

  it('twice: a challenge is looked at once, though two workers see it open', async () => {
    await change({ wishes: [{ what: 'new', how: 'at-once' }] })
    await open()
    await Promise.all([alertOfOpened(deps()), alertOfOpened(deps())])
    expect(await lettersOf(world, 'alerts.new')).toHaveLength(1)
    const { rows } = await world.db.execute(sql`select from alert_hits where person_id = ${amina}`)
    expect(rows).toHaveLength(1)
  })
})

it('whoever wants to hear at once gets an email when it opens, and not again on Monday', async () => {
  await change({ wishes: [{ what: 'new', how: 'at-once' }] })
  await open({ closesAt: inDays(40), question: 'How can we hear sooner?' })
  await found()
  const [letter, ...more] = await lettersOf(world, 'alerts.new')
  expect(more).toEqual([])
  expect(letter).toMatchObject({
    subject: 'New in Northgate: How can we hear sooner?',
    kind: 'new',
  })
  await forgetLetters(world)
  expect(await monday()).toEqual([])
})

it('what was told cannot be untold in SQL (HW130)', async () => {
  await open({ closesAt: inDays(40) })
  await found()
  await monday()
  const untell = world.appDb.execute(
    sql`update alert_hits set told_at = null where told_at is not null`,
  )
  await expect(untell).rejects.toMatchObject({ cause: { code: 'HW130' } })
})

function inDays(days: number): Date {
  return new Date(Date.now() + days * 86_400_000)
}
