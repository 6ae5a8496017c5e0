import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../../test/seed.ts'
import { startWorld, type World } from '../../../../test/support.ts'
import { interest } from '../../../personal/personal.fixture.ts'

let world: World
let place: SeededPlace
let ruth: string
let id: string
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  place = await world.seed.place({ name: 'North, East; "West"\\South' })
  ruth = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
  id = await world.seed.openChallenge({ place, commissioner: ruth })
})

const change = (what: ReturnType<typeof sql>) =>
  world.db.transaction(async (tx) => {
    await tx.execute(sql`alter table challenges disable trigger user`)
    await tx.execute(sql`update challenges set ${what}, version = version + 1 where id = ${id}`)
    await tx.execute(sql`alter table challenges enable trigger user`)
  })
const get = async (what: string) =>
  (await world.app.inject({ url: `/api/v1/places/${place.id}/${what}` })).body
const calendar = () => get('deadlines.ics')
const feed = () => get('challenges.atom')
/** Control characters but tabs and ends of lines, by their numbers. */
const controls = (document: string) =>
  Array.from(document, (c) => c.charCodeAt(0)).filter((n) => n < 32 && ![9, 10, 13].includes(n))
const NAUGHTY = [
  'a new line\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Pay here',
  'a line feed\nBEGIN:VALARM',
  'a bell \u0007, an escape \u001b[31m and a \u000b',
  'a comma, a semicolon; a back\\slash and a \\n',
  '</summary></entry><entry><title>Mine</title>',
  ']]> & &amp; <!-- -->',
  'turned around \u202Egnp.exe',
  'ends in a half \u2028line\u2029 and \u0085',
]

describe('whatever stands in a question', () => {
  it.each(NAUGHTY)('%j adds no entry to the calendar and breaks no line of it', async (words) => {
    const before = (await calendar()).match(/BEGIN:VEVENT/g)?.length
    await change(sql`question = ${words}`)
    const after = await calendar()
    const lines = after.split('\r\n')
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(before ?? -1)
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(before ?? -1)
    expect(lines.some((line) => /^(SUMMARY:Pay|BEGIN:VALARM)/.test(line))).toBe(false)
    expect(controls(after)).toEqual([])
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  it.each(NAUGHTY)('%j adds no entry to the feed', async (words) => {
    await change(sql`question = ${words}, summary = ${words}`)
    const after = await feed()
    expect(after.match(/<entry>/g)).toHaveLength(1)
    expect(after.match(/<title>/g)).toHaveLength(2)
    expect(controls(after)).toEqual([])
  })

  it('the name of the place is escaped once', async () => {
    expect((await calendar()).replaceAll('\r\n ', '')).toContain(
      'Days that matter in North\\, East\\; "West"\\\\South',
    )
  })
})

describe('what is sealed or not open is in neither', () => {
  const CANARY = 'canary7f3a'
  const both = async () => `${await calendar()}${await feed()}`.replaceAll('\r\n ', '')

  it('nothing anybody answered, nor that anybody did', async () => {
    const before = await both()
    const group = await world.seed.organisation({ place, name: CANARY })
    await interest(world, place.id, id, group, ruth)
    await world.db.execute(sql`update interests set why = ${CANARY} where challenge_id = ${id}`)
    const stamp = /DTSTAMP:[^\r\n]+/g
    expect((await both()).replaceAll(stamp, '')).toEqual(before.replaceAll(stamp, ''))
  })

  it('no draft, nor one that went back to being a draft', async () => {
    const draft = await world.seed.draft({ place, commissioner: ruth, question: CANARY })
    expect(await both()).not.toContain(CANARY)
    await world.seed.readThrough(draft)
    expect(await feed()).not.toContain(CANARY)
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`alter table challenges disable trigger user`)
      await tx.execute(sql`update challenges set state = 'draft' where id = ${draft}`)
      await tx.execute(sql`alter table challenges enable trigger user`)
    })
    expect(await both()).not.toContain(CANARY)
  })

  it('the words of one taken back before it opened: only that it is gone', async () => {
    await change(
      sql`question = ${CANARY}, state = 'withdrawn', slug = null, updated_at = clock_timestamp()`,
    )
    const after = await both()
    expect(after).not.toContain(CANARY)
    expect(after).toContain('STATUS:CANCELLED')
  })

  it('nor anything of another place', async () => {
    const elsewhere = await world.seed.place()
    await world.seed.openChallenge({ place: elsewhere, commissioner: ruth, question: CANARY })
    expect(await both()).not.toContain(CANARY)
  })
})
