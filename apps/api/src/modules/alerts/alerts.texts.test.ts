import { alertsContract as contract } from '@howcanwe/shared/alerts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'
import { forTexting, type Letter, sendNext, septetsOf, wordsIn } from '../notifications/index.ts'
import { forgetLetters, letAWeekGoBy } from './alerts.fixture.ts'
import { type DigestFacts, digestLetter, type Line } from './alerts.words.ts'
import { alertOfOpened, sendDigests } from './index.ts'

const NUMBER = '+447700900654'
const LONG =
  'How can we give unpaid carers in Northgate and the villages around it one free evening a week that they can count on, whatever the season?'

let world: World
let place: SeededPlace
let ruth: string
let amina: string
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.db.execute(sql`delete from digest_turns`)
  await world.db.execute(sql`update people set phone = null, preferred_channel = 'email', phone_verified_at = null
    where phone = ${NUMBER}`)
  await forgetLetters(world)
  place = await world.seed.place({ name: 'Northgate' })
  ruth = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
  amina = await world.seed.person({ name: 'Amina Yusuf' })
  await world.seed.organisation({ place, members: [amina] })
  await world.db.execute(sql`
    update people set phone = ${NUMBER}, phone_verified_at = clock_timestamp(), preferred_channel = 'sms'
    where id = ${amina}`)
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const deps = () => ({ db: world.appDb, config: world.config })
const readsDutch = () =>
  world.db.execute(sql`update people set language = 'nl' where id = ${amina}`)
const open = async (slug: string, closesAt: Date, question = LONG) => {
  await world.seed.openChallenge({
    ...{ place, commissioner: ruth, slug, question, closesAt, themes: ['carers'] },
  })
  while (await alertOfOpened(deps()));
}
/** What her phone shows, the morning after; without how to stop such texts. */
const texts = async () => {
  await world.db.execute(sql`update outbox set available_at = clock_timestamp()`)
  const got: string[] = []
  const send = async ({ to, text }: { to: string; text: string }) => {
    if (to === NUMBER) got.push(text)
  }
  while (await sendNext(world.appDb, send));
  return got.map((text) => text.split(/ (?:No more of these|Niet meer):/)[0] ?? '')
}
const monday = async () => {
  await letAWeekGoBy(world)
  while (await sendDigests(deps()));
  return texts()
}
const atOnce = async () =>
  (await world.as(amina))(contract.change, {
    params: { placeId: place.id },
    body: { wishes: [{ what: 'new', how: 'at-once' }] },
  })

describe('somebody without email', () => {
  it('reads in one text how many close soon and how long the first takes', async () => {
    await open('soon-a', inDays(3))
    await open('soon-b', inDays(4))
    expect(await monday()).toEqual([
      'Northgate: 2 closing soon. The first takes about 10 minutes. http://localhost:3000/challenges',
    ])
  })

  it('reads the same in Dutch', async () => {
    await readsDutch()
    await open('soon-c', inDays(3))
    expect(await monday()).toEqual([
      "Northgate: 1 sluit binnenkort. De eerste kost zo'n 10 minuten. http://localhost:3000/challenges",
    ])
  })

  it('reads at once what is asked, as far as it goes, and how long it takes', async () => {
    await atOnce()
    await open('new-a', inDays(40))
    const [text = ''] = await texts()
    expect(text).toMatch(
      /^New in Northgate: How can we give unpaid carers .*\.\.\. About 10 minutes: http:\/\/localhost:3000\/challenges\/new-a$/,
    )
    expect(septetsOf(text)).toBeLessThanOrEqual(160)
  })

  it('reads a short question whole, in Dutch', async () => {
    await readsDutch()
    await atOnce()
    await open('new-b', inDays(40), 'Hoe plannen we een vrije dag?')
    expect(await texts()).toEqual([
      "Nieuw in Northgate: Hoe plannen we een vrije dag? Zo'n 10 minuten: http://localhost:3000/challenges/new-b",
    ])
  })
})

const line: Line = {
  ...{ question: LONG, link: 'https://howcanwe.example/challenges/x', closes: 'Friday' },
  ...{ minutes: 10, odds: null, why: null, searches: [] },
}
const many = <T>(one: T) => Array.from({ length: 10 }, () => one)
const FULL: DigestFacts = {
  ...{ name: '', organisations: '', place: 'Northgate', isWeekly: true, contact: '', hearing: '' },
  ...{ kept: many({ subject: 'x', link: null }), fresh: many(line), closing: many(line) },
  ...{ news: many({ question: 'x', link: 'x', isFormed: true }) },
  all: 'https://how-can-we.northgate.example/challenges',
}
const textIn = (language: string, facts: Partial<DigestFacts> = {}) =>
  (wordsIn(digestLetter, language, { ...FULL, ...facts }) as Letter).text ?? ''

describe('a week with much in it', () => {
  it.each([
    ['en', '10 closing soon. The first takes about 10 minutes.'],
    ['nl', "10 sluiten binnenkort. De eerste kost zo'n 10 minuten."],
  ])('is one text all the same, with what closes soon (%s)', (language, says) => {
    const place = 'Northgate and the villages by the river'
    const text = forTexting(textIn(language, { place }))
    expect(text).toBe(`${place}: ${says} ${FULL.all}`)
    expect(septetsOf(text)).toBeLessThanOrEqual(160)
  })

  it('says nothing of minutes where there is nothing to answer', () => {
    expect(textIn('en', { fresh: [], closing: [], kept: [] })).toBe(
      `Northgate: 10 decided. ${FULL.all}`,
    )
  })
})
