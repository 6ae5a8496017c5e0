import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../../test/seed.ts'
import { startWorld, type World } from '../../../../test/support.ts'

let world: World
let place: SeededPlace
let ruth: string
let open: string
beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place({ name: 'Ashby & Elm', ladCodes: ['E09000028'] })
  ruth = await world.seed.person({
    name: 'Ruth Marsh',
    roles: [{ placeId: place.id, role: 'commissioner' }],
  })
  open = await world.seed.openChallenge({
    place,
    commissioner: ruth,
    question:
      'How can we keep <all> halls & "rooms" open, even in the coldest weeks of a long winter \u{1F600}?',
    slug: 'keep-halls-open',
    themes: ['carers', 'food'],
  })
  await world.seed.draft({
    place,
    commissioner: ruth,
    question: 'How can we keep this to ourselves?',
  })
})
afterAll(() => world.close())

const get = (what: string, headers: Record<string, string> = {}) =>
  world.app.inject({ url: `/api/v1/places/${place.id}/${what}`, headers })
const asOwner = (statement: ReturnType<typeof sql>) =>
  world.db.transaction(async (tx) => {
    await tx.execute(sql`alter table challenges disable trigger user`)
    await tx.execute(statement)
    await tx.execute(sql`alter table challenges enable trigger user`)
  })

/** Every element is closed by its own name, every attribute is quoted, every & begins an entity. */
function wellFormed(document: string): boolean {
  const stack: string[] = []
  const tags = document.replace(/^<\?xml[^?]*\?>\n/, '').split(/(<[^<>]*>)/)
  for (const part of tags) {
    if (!part.startsWith('<')) {
      if (/[<>]|&(?!(amp|lt|gt|quot|#39);)/.test(part)) return false
      continue
    }
    const [, end, name, attributes = '', alone] =
      /^<(\/?)([\w:]+)((?:\s+[\w:]+="(?:[^"&<]|&(?:amp|lt|gt|quot|#39);)*")*)\s*(\/?)>$/.exec(
        part,
      ) ?? []
    if (!name) return false
    if (end && (attributes !== '' || stack.pop() !== name)) return false
    if (!end && !alone) stack.push(name)
  }
  return stack.length === 0
}

describe('the feed of a place', () => {
  it('is whole XML with all that RFC 4287 wants, and words with & and < survive', async () => {
    const answer = await get('challenges.atom')
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
    const feed = answer.body
    expect(wellFormed(feed)).toBe(true)
    expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">')
    expect(feed).toContain(`<id>tag:localhost,2026:place:${place.id}</id>`)
    expect(feed).toContain('<title>Challenges in Ashby &amp; Elm</title>')
    expect(feed).toContain(
      `<link rel="self" type="application/atom+xml" href="http://localhost:3000/api/v1/places/${place.id}/challenges.atom"/>`,
    )
    expect(feed).toContain(`<id>tag:localhost,2026:challenge:${open}</id>`)
    expect(feed).toContain('halls &amp; &quot;rooms&quot; open')
    expect(feed).toContain('href="http://localhost:3000/challenges/keep-halls-open"')
    expect(feed).toMatch(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/)
    expect(feed.match(/<category /g)).toHaveLength(3)
    expect(feed).toContain(
      '<category term="E09000028" scheme="http://statistics.data.gov.uk/id/statistical-geography"/>',
    )
  })

  it('names no person and nothing that is not open', async () => {
    const feed = (await get('challenges.atom')).body
    expect(feed).not.toContain('Ruth')
    expect(feed).not.toContain('to ourselves')
  })

  it('keeps its ids when words change, and says when', async () => {
    const idsIn = (feed: string) => feed.match(/<id>[^<]+<\/id>/g)
    const before = await get('challenges.atom')
    await asOwner(
      sql`update challenges set summary = 'Said more plainly.', updated_at = clock_timestamp() where id = ${open}`,
    )
    const after = await get('challenges.atom')
    expect(idsIn(after.body)).toEqual(idsIn(before.body))
    expect(after.headers.etag).not.toBe(before.headers.etag)
    expect(after.body).toContain('Said more plainly.')
  })

  it('is not sent again to whoever has it', async () => {
    const { etag } = (await get('challenges.atom')).headers
    const again = await get('challenges.atom', { 'if-none-match': `W/"other", ${etag}` })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
    expect(again.headers['cache-control']).toContain('public')
  })

  it('has a Dutch title for who reads Dutch', async () => {
    const { body } = await get('challenges.atom', { 'accept-language': 'nl-NL' })
    expect(body).toContain('xml:lang="nl"')
    expect(body).toContain('<title>Vraagstukken in Ashby &amp; Elm</title>')
  })

  it('of a place that is not there is not there', async () => {
    const url = `/api/v1/places/${open}/challenges.atom`
    expect((await world.app.inject({ url })).statusCode).toBe(404)
  })
})

describe('the days of a place in a calendar', () => {
  const lines = async () => (await get('deadlines.ics')).body.replaceAll('\r\n ', '').split('\r\n')
  const events = async () =>
    (await lines())
      .join('\n')
      .split('BEGIN:VEVENT\n')
      .slice(1)
      .map((one) => new Map(one.split('\n').map((line) => [line.split(/[:;]/)[0] ?? '', line])))
  const event = async (what: string) =>
    (await events()).find((one) => one.get('UID') === `UID:${open}-${what}@localhost:3000`)

  it('is a file every calendar reads: folded lines, a refresh of twelve hours, UTC', async () => {
    const answer = await get('deadlines.ics')
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    for (const line of answer.body.split('\r\n'))
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(answer.body).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/)
    expect(answer.body).toMatch(/END:VCALENDAR\r\n$/)
    expect(await lines()).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT12H')
    expect((await event('closes'))?.get('DTSTART')).toMatch(/^DTSTART:\d{8}T\d{6}Z$/)
    expect((await event('questions'))?.get('DTSTART')).toMatch(/^DTSTART:\d{8}T\d{6}Z$/)
    expect((await event('results'))?.get('DTSTART')).toBe('DTSTART;VALUE=DATE:20990302')
    expect((await event('results'))?.get('DTEND')).toBe('DTEND;VALUE=DATE:20990303')
    expect((await event('read'))?.get('DTEND')).toMatch(/Z$/)
  })

  it('keeps the UID when a day moves, and raises SEQUENCE', async () => {
    const before = await event('closes')
    await asOwner(
      sql`update challenges set closes_at = closes_at + interval '3 days', version = version + 1 where id = ${open}`,
    )
    const after = await event('closes')
    const sequence = (one: typeof before) => Number(one?.get('SEQUENCE')?.split(':')[1])
    expect(sequence(after)).toBe(sequence(before) + 1)
    expect(after?.get('DTSTART')).not.toBe(before?.get('DTSTART'))
  })

  it('leaves in what was taken back, as cancelled', async () => {
    await asOwner(
      sql`update challenges set state = 'withdrawn', version = version + 1, updated_at = clock_timestamp() where id = ${open}`,
    )
    expect((await event('closes'))?.get('STATUS')).toBe('STATUS:CANCELLED')
  })

  it('names nobody who takes part or asks', async () => {
    const { body } = await get('deadlines.ics')
    for (const word of ['ATTENDEE', 'ORGANIZER', 'Ruth', 'ourselves'])
      expect(body).not.toContain(word)
  })
})
