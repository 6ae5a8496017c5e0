import { protectionsContract as contract } from '@howcanwe/shared/protections'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { ANSWERS, type DecidingTown, daysAhead, decidingTown } from './protections.fixture.ts'

let world: World
let town: DecidingTown
beforeAll(async () => {
  world = await startWorld()
  town = await decidingTown(world)
})
afterAll(() => world.close())

const events = async (id: string) =>
  (
    await world.db.execute<{ action: string; before: unknown; after: unknown }>(
      sql`select action, before, after from audit_events where subject_id = ${id} order by id`,
    )
  ).rows
const letters = async (template: string) =>
  (
    await world.db.execute<{ recipient: string; subject: string; body: string }>(
      sql`select recipient, subject, body from outbox where template = ${template} order by id`,
    )
  ).rows
const read = (slug: string) => world.anyone(contract.read, { params: { slug } })
const list = () => world.anyone(contract.list, { query: { placeId: town.place.id } })

describe('Ruth deciding not to innovate (J-03)', () => {
  it('begins with what she typed elsewhere, and is told what is still missing', async () => {
    const draft = await town.call(contract.start, {
      body: {
        placeId: town.place.id,
        title: 'The Saturday club',
        atRisk: 'Children',
        language: 'nl',
      },
    })
    expect(draft).toMatchObject({
      state: 'draft',
      slug: null,
      title: 'The Saturday club',
      atRisk: 'Children',
      language: 'nl',
      version: 1,
      decidedBy: { organisation: 'Northgate Council', person: 'Ruth' },
    })
    expect(draft.missing.map((m) => m.pointer)).toEqual([
      '#/body/why',
      '#/body/evidence',
      '#/body/strengthen',
      '#/body/alternatives',
      '#/body/reviewOn',
      '#/body/page',
    ])
  })

  it('saves as she goes; the trail keeps which fields but none of her words', async () => {
    const { id } = await town.start()
    const saved = await town.change(id, 1, { why: 'A secret reason', secondsMore: 40 })
    expect(saved).toMatchObject({ version: 2, why: 'A secret reason' })
    const trail = await events(id)
    expect(trail.at(-1)).toMatchObject({
      action: 'protections.changed',
      after: { fields: ['why'] },
    })
    expect(JSON.stringify(trail)).not.toContain('secret')
  })

  it('in two windows keeps the first save and is told of the second', async () => {
    const { id } = await town.start()
    await town.change(id, 1, { why: 'From the left window' })
    expect(await refusal(town.change(id, 1, { why: 'From the right' }))).toMatchObject({
      status: 412,
      currentVersion: 2,
    })
  })

  it('cannot name an area of another town, nor link to what is not https', async () => {
    const elsewhere = await world.seed.place()
    const { id } = await town.start()
    for (const areaId of [elsewhere.areaIds[0], someId()])
      expect((await refusal(town.change(id, 1, { areaIds: [areaId] }))).code).toBe(
        'protections.area_unknown',
      )
    for (const link of ['http://example.org', 'javascript:alert(1)', 'https://u:p@example.org'])
      expect(
        await refusal(
          town.change(id, 1, { evidence: [{ kind: 'feedback', statement: 'x', link }] }),
        ),
      ).toMatchObject({
        status: 400,
        errors: [{ pointer: '#/body/evidence/0/link', code: 'invalid' }],
      })
  })

  it('publishes it whole: an address, a day, a trail, and an email to the broker in her language', async () => {
    const draft = await town.whole()
    expect(draft.missing).toEqual([])
    const out = await town.publish(draft.id, draft.version, 30)
    expect(out).toMatchObject({
      state: 'published',
      slug: 'thursday-befriending-calls',
      nextReviewOn: ANSWERS.reviewOn,
      missing: [],
    })
    expect((await events(draft.id)).at(-1)).toMatchObject({
      action: 'protections.published',
      before: { state: 'draft' },
      after: { state: 'published', reviewOn: ANSWERS.reviewOn },
    })
    const [letter] = await letters('protections.published')
    expect(letter).toMatchObject({
      recipient: 'ines@example.org',
      subject: 'Dit blijft: Thursday befriending calls',
    })
    expect(letter?.body).toContain('/protected/thursday-befriending-calls')
  })

  it('cannot publish what lacks evidence or a review day, and is shown where', async () => {
    const draft = await town.whole({ evidence: [], reviewOn: daysAhead(60) })
    const refused = await refusal(town.publish(draft.id, draft.version))
    expect(refused).toMatchObject({
      status: 422,
      code: 'protections.incomplete',
      errors: [
        { pointer: '#/body/evidence', code: 'required' },
        { pointer: '#/body/reviewOn', code: 'review_too_soon' },
      ],
    })
  })

  it('cannot change a word once it is out', async () => {
    const out = await town.published()
    const refused = await refusal(town.change(out.id, out.version, { why: 'Otherwise' }))
    expect(refused.code).toBe('protections.frozen')
    expect((await refusal(town.publish(out.id, out.version))).code).toBe('protections.frozen')
  })

  it('two of the same name get two addresses', async () => {
    const [one, two] = [
      await town.published({ title: 'Lunch club' }),
      await town.published({ title: 'Lunch club' }),
    ]
    expect([one.slug, two.slug]).toEqual(['lunch-club', 'lunch-club-2'])
  })
})

describe('anyone in town', () => {
  it('reads what is kept, why, on what evidence, and by whom; never how long it took', async () => {
    const { slug } = await town.published({ title: 'Allotment mornings' })
    const page = await read(slug)
    expect(page).toMatchObject({
      title: 'Allotment mornings',
      page: ANSWERS.page,
      evidence: ANSWERS.evidence,
      moneyPence: 1_200_000,
      decidedBy: {
        organisation: 'Northgate Council',
        person: 'Ruth',
        phone: '020 7946 0001',
      },
      areas: [{ name: 'Northgate' }],
      reviewOn: ANSWERS.reviewOn,
      overdue: false,
    })
    expect(JSON.stringify(page)).not.toMatch(/seconds|ruth@example/i)
  })

  it('does not find a draft, by address or by id', async () => {
    const draft = await town.whole()
    for (const slug of [draft.id, 'no-such-thing'])
      expect(await refusal(read(slug))).toMatchObject({
        status: 404,
        code: 'protections.not_found',
      })
  })

  it('sees them counted beside questions that found a team, and the median only from five on', async () => {
    const place = await world.seed.place()
    const empty = await world.anyone(contract.list, { query: { placeId: place.id } })
    expect(empty).toEqual({ items: [], kept: 0, teamed: 0, medianSeconds: null })
    const before = await list()
    expect(before.kept).toBe(before.items.filter((i) => i.state === 'published').length)
    for (const seconds of [500, 300, 400, 200, 600]) {
      const draft = await town.whole({ secondsMore: seconds })
      await town.publish(draft.id, draft.version, 10)
    }
    const after = await list()
    expect(after.kept).toBe(before.kept + 5)
    expect(after.medianSeconds).toBeGreaterThan(0)
    expect(after.items[0]).toMatchObject({ organisation: 'Northgate Council' })
  })
})

describe('somebody else', () => {
  it('who is a commissioner too finds nothing of Ruth’s on her desk, and cannot touch it', async () => {
    const tom = await world.seed.person({
      roles: [{ placeId: town.place.id, role: 'commissioner' }],
    })
    const call = await world.as(tom)
    const out = await town.published()
    const body = { text: 'This is not so any more.' }
    const asks = [
      () => call(contract.draft, town.at(out.id)),
      () => call(contract.addNote, { ...town.at(out.id), body }),
      () => call(contract.change, { ...town.at(out.id), body: { why: 'x' } }, { ifMatch: 1 }),
    ]
    for (const ask of asks) expect((await refusal(ask())).code).toBe('protections.not_found')
    expect((await call(contract.mine, { query: { placeId: town.place.id } })).items).toEqual([])
  })

  it('without a public body cannot begin, nor in a place where she is no commissioner', async () => {
    const tom = await world.seed.person({
      roles: [{ placeId: town.place.id, role: 'commissioner' }],
    })
    const begin = (await world.as(tom))(contract.start, { body: { placeId: town.place.id } })
    expect((await refusal(begin)).code).toBe('challenges.no_public_body')
    const elsewhere = await world.seed.place()
    const foreign = town.call(contract.start, { body: { placeId: elsewhere.id } })
    expect((await refusal(foreign)).code).toBe('auth.forbidden')
  })
})
