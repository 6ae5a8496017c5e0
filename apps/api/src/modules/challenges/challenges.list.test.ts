import { challengesContract as contract } from '@howcanwe/shared/challenges'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'

let world: World
let place: SeededPlace
let ruth: string
let council: string
const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY)

const open = (slug: string, more: Partial<Parameters<World['seed']['openChallenge']>[0]> = {}) =>
  world.seed.openChallenge({ place, commissioner: ruth, council, slug, ...more })

beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place({ name: 'Northgate and Elmside' })
  ruth = await world.seed.person({
    name: 'Ruth',
    roles: [{ placeId: place.id, role: 'commissioner' }],
  })
  council = await world.seed.organisation({
    place,
    name: 'Northgate Council',
    kind: 'council',
    sector: 'public',
    members: [ruth],
    contactPhone: '020 7946 0001',
    contactEmail: 'ask@northgate.example',
  })
  const [, elmside = ''] = place.areaIds
  await open('lonely', {
    question: 'How can we end loneliness among people over 75?',
    summary: 'Many speak to nobody for days.',
    themes: ['older-people', 'mental-health'],
    closesAt: inDays(20),
  })
  await open('halls', {
    question: 'How can we keep halls open when people are free?',
    summary: 'Halls close at nine in the evening.',
    themes: ['community-spaces'],
    closesAt: inDays(12),
    place: { ...place, areaIds: [elmside] },
  })
  await open('respite', {
    question: 'How can we make a break from caring something you can plan on?',
    summary: 'Carers rarely know before Friday whether they have Saturday off.',
    themes: ['carers'],
    closesAt: inDays(40),
    backfillPence: 900_000,
  })
  await open('medicijnen', {
    question: 'Hoe kunnen we wachten op medicijnen korter maken?',
    summary: 'Een halve dag gaat verloren bij de apotheek.',
    themes: ['health'],
    closesAt: inDays(60),
  })
  await world.seed.draft({ place, commissioner: ruth, council, question: 'How can we hide?' })
})
afterAll(() => world.close())

type Query = Parameters<typeof world.anyone<typeof contract.list>>[1] extends infer A
  ? A extends { query: infer Q }
    ? Q
    : never
  : never
const list = (query: Query = {}) => world.anyone(contract.list, { query })
const slugs = async (query: Query = {}) => (await list(query)).items.map((c) => c.slug)

describe('a visitor looking for a question', () => {
  it('reads the open ones without an account, the soonest to close first, and no draft', async () => {
    expect(await slugs()).toEqual(['halls', 'lonely', 'respite', 'medicijnen'])
  })

  it('sees who asks, where, how long an answer takes and all the money on offer', async () => {
    const [halls] = (await list()).items
    expect(halls).toMatchObject({
      asker: { organisation: 'Northgate Council' },
      areas: [{ name: 'Elmside' }],
      answerMinutes: 10,
      offerPence: 1_600_000,
      groups: 0,
      state: 'open',
    })
    expect(JSON.stringify(halls)).not.toContain('northgate.example')
  })

  it('narrows by theme, and two themes mean either', async () => {
    expect(await slugs({ theme: ['carers'] })).toEqual(['respite'])
    expect(await slugs({ theme: ['carers', 'community-spaces'] })).toEqual(['halls', 'respite'])
  })

  it('narrows by area and by closing date, together', async () => {
    const [northgate = '', elmside = ''] = place.areaIds
    expect(await slugs({ areaId: [elmside] })).toEqual(['halls'])
    expect(await slugs({ areaId: [elmside, northgate] })).toHaveLength(4)
    expect(await slugs({ closesWithin: 30 })).toEqual(['halls', 'lonely'])
    expect(await slugs({ closesWithin: 30, areaId: [northgate] })).toEqual(['lonely'])
  })

  it('finds words in any form, in English and in Dutch', async () => {
    expect(await slugs({ q: 'lonely people' })).toEqual(['lonely'])
    expect(await slugs({ q: 'hall' })).toEqual(['halls'])
    expect(await slugs({ q: 'medicijn' })).toEqual(['medicijnen'])
    expect((await list({ q: 'hall' })).nearest).toBe(false)
  })

  it.each([
    ['lonelyness', 'lonely'],
    ['carrers', 'respite'],
    ['saterday', 'respite'],
    ['medicinen', 'medicijnen'],
    ['the lonelyness of my neighbour', 'lonely'],
  ])('types %s and still finds it, told that it is the nearest', async (q, slug) => {
    const found = await list({ q })
    expect(found.items[0]?.slug).toBe(slug)
    expect(found.nearest).toBe(true)
  })

  it('finds nothing for a word that is nowhere near, whatever signs it holds', async () => {
    for (const q of ['xylophone', "'); drop table challenges; --", '%', '\\', '"unclosed', '-'])
      expect(await list({ q })).toEqual({ items: [], nextCursor: null, nearest: false })
  })

  it('keeps the filters while spellings are near', async () => {
    expect(await slugs({ q: 'lonelyness', theme: ['carers'] })).toEqual([])
  })

  it('turns pages without a gap or a repeat, also when two close at the same moment', async () => {
    const town = await world.seed.place()
    const asker = await world.seed.person({ roles: [{ placeId: town.id, role: 'commissioner' }] })
    const at = inDays(15)
    for (let n = 0; n < 7; n++)
      await world.seed.openChallenge({
        place: town,
        commissioner: asker,
        closesAt: n < 5 ? at : inDays(15 + n),
      })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await list({ placeId: town.id, limit: 2, cursor })
      seen.push(...page.items.map((c) => c.id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })

  it('is told plainly that a made-up cursor or filter will not do', async () => {
    const madeUp = (at: string) => Buffer.from(JSON.stringify([at, someId()])).toString('base64url')
    for (const cursor of ['x', madeUp('now()'), madeUp('2026-::'), madeUp('2026-99-99')])
      expect((await refusal(list({ cursor }))).code).toBe('request.invalid')
    expect((await refusal(list({ theme: ['no-such-theme'] }))).code).toBe('request.invalid')
    const answer = await world.app.inject('/api/v1/challenges?sort=commissioner_id')
    expect(answer.statusCode).toBe(400)
  })

  it('sees nothing of another place', async () => {
    expect(await slugs({ placeId: someId() })).toEqual([])
  })

  it('finds one that has closed among the past ones at once, though no worker has run', async () => {
    const town = await world.seed.place()
    const asker = await world.seed.person({ roles: [{ placeId: town.id, role: 'commissioner' }] })
    const id = await world.seed.openChallenge({ place: town, commissioner: asker })
    await world.seed.passDeadline(id)
    expect((await list({ placeId: town.id })).items).toEqual([])
    const [past] = (await list({ placeId: town.id, which: 'past' })).items
    expect(past).toMatchObject({ id, state: 'choosing' })
  })
})

describe('one question', () => {
  it('is read by its address or its id, with its thread and who to ring', async () => {
    const read = await world.anyone(contract.read, { params: { slug: 'lonely' } })
    expect(read.asker).toEqual({
      organisation: 'Northgate Council',
      person: 'Ruth',
      phone: '020 7946 0001',
      email: 'ask@northgate.example',
    })
    expect(read.thread.map((s) => s.status)).toEqual([
      'done',
      'now',
      'to-come',
      'to-come',
      'to-come',
      'to-come',
    ])
    expect(read.criteria.map((c) => c.weight)).toEqual([40, 30, 30])
    expect(await world.anyone(contract.read, { params: { slug: read.id } })).toEqual(read)
  })

  it('is not there when it is a draft, in the very words of one that never was', async () => {
    const draft = await world.seed.draft({ place, commissioner: ruth, council })
    const answers = await Promise.all(
      [draft, someId(), 'how-can-we-hide'].map(async (slug) => {
        const { instance: _, ...rest } = await refusal(
          world.anyone(contract.read, { params: { slug } }),
        )
        return rest
      }),
    )
    expect(answers[0]).toMatchObject({ code: 'challenges.not_found', status: 404 })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
  })

  it('is not shown to its own commissioner at the public address while it is a draft', async () => {
    const draft = await world.seed.draft({ place, commissioner: ruth, council })
    const call = await world.as(ruth)
    expect((await refusal(call(contract.read, { params: { slug: draft } }))).status).toBe(404)
  })

  it('may be kept by shared caches only for a stranger', async () => {
    const url = '/api/v1/challenges/lonely'
    const stranger = await world.app.inject(url)
    expect(stranger.headers['cache-control']).toContain('public')
    const authorization = `Bearer ${await world.tokenOf(ruth)}`
    const known = await world.app.inject({ url, headers: { authorization } })
    expect(known.headers['cache-control']).toContain('no-store')
  })
})

describe('looking things up in a big town', () => {
  it('walks indexes for the open list, the themes, the words and the near spellings', async () => {
    const plan = async (where: string) => {
      const rows = await world.db.transaction(async (tx) => {
        await tx.execute(sql`set local enable_seqscan = off`)
        return (
          await tx.execute<{ 'QUERY PLAN': string }>(
            sql.raw(`explain select id from challenges where ${where}`),
          )
        ).rows
      })
      return rows.map((r) => r['QUERY PLAN']).join('\n')
    }
    expect(
      await plan(
        `place_id = '${place.id}' and state <> 'draft' and state = 'open' and closes_at > now() order by closes_at, id limit 20`,
      ),
    ).toContain('challenges_open_list')
    expect(await plan(`themes && array['carers']`)).toContain('challenges_themes')
    expect(await plan(`search @@ websearch_to_tsquery('english', fold('hall'))`)).toContain(
      'challenges_search',
    )
    expect(await plan(`fold('hal') <% fold(question || ' ' || summary)`)).toContain(
      'challenges_near',
    )
  })
})
