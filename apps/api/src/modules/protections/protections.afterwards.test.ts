import { protectionsContract as contract } from '@howcanwe/shared/protections'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { startWorker } from '../../worker-loop.ts'
import { remindReview } from './index.ts'
import { type DecidingTown, daysAhead, decidingTown, setBack } from './protections.fixture.ts'

let world: World
let town: DecidingTown
beforeAll(async () => {
  world = await startWorld()
  town = await decidingTown(world)
})
afterAll(() => world.close())

const read = (slug: string) => world.anyone(contract.read, { params: { slug } })
const said = 'Nine of ten said the call is what keeps them going.'
const review = (id: string, outcome: 'kept' | 'ended', reviewOn?: string | null) =>
  town.call(contract.review, { ...town.at(id), body: { outcome, said, reviewOn } })
const note = (id: string, text: string) =>
  town.call(contract.addNote, { ...town.at(id), body: { text } })
const remindAt = async (id: string) =>
  (
    await world.db.execute<{ day: string; hour: number }>(
      sql`select (remind_at at time zone 'Europe/London')::date::text as day,
        extract(hour from remind_at at time zone 'Europe/London')::int as hour
        from protections where id = ${id}`,
    )
  ).rows[0]
const reminders = async () =>
  (
    await world.db.execute<{ recipient: string; subject: string; body: string }>(
      sql`select recipient, subject, body from outbox where template = 'protections.review' order by id`,
    )
  ).rows

describe('after it is out', () => {
  it('a correction stands beside the words with its date, and the words stay', async () => {
    const out = await town.published()
    const after = await note(out.id, 'Fifty people, not forty: we counted again.')
    expect(after).toMatchObject({ page: out.page, version: out.version + 1 })
    const page = await read(out.slug)
    expect(page.page).toBe(out.page)
    expect(page.notes).toMatchObject([{ text: 'Fifty people, not forty: we counted again.' }])
    expect(page.notes[0]?.at).toBeInstanceOf(Date)
  })

  it('a draft is changed, not corrected, and not reviewed', async () => {
    const draft = await town.whole()
    const asks = [
      () => note(draft.id, 'Something about it.'),
      () => review(draft.id, 'kept', daysAhead(200)),
    ]
    for (const ask of asks) expect((await refusal(ask())).code).toBe('protections.wrong_state')
  })

  it('Ruth keeps it again until a new day, for everyone to read why', async () => {
    const out = await town.published()
    const again = await review(out.id, 'kept', daysAhead(400))
    expect(again).toMatchObject({ state: 'published', nextReviewOn: daysAhead(400) })
    expect(await read(out.slug)).toMatchObject({
      reviewOn: daysAhead(400),
      reviews: [{ outcome: 'kept', said, reviewOn: daysAhead(400) }],
    })
    expect(await remindAt(out.id)).toEqual({ day: daysAhead(372), hour: 9 })
  })

  it('or ends it with a reason; it stays readable, no longer counts, and is not reviewed again', async () => {
    const out = await town.published()
    const list = () => world.anyone(contract.list, { query: { placeId: town.place.id } })
    const before = await list()
    expect(await review(out.id, 'ended')).toMatchObject({ state: 'ended' })
    expect(await read(out.slug)).toMatchObject({
      state: 'ended',
      overdue: false,
      reviews: [{ outcome: 'ended', said, reviewOn: null }],
    })
    const after = await list()
    expect(after.kept).toBe(before.kept - 1)
    expect(after.items.at(-1)?.state).toBe('ended')
    const twice = await refusal(review(out.id, 'kept', daysAhead(200)))
    expect(twice.code).toBe('protections.wrong_state')
    expect((await note(out.id, 'The line closed in May.')).notes).toHaveLength(1)
  })

  it.each([
    ['kept without a day', 'kept', null, 'required'],
    ['kept for two months', 'kept', daysAhead(60), 'not_allowed'],
    ['kept for three years', 'kept', daysAhead(1_100), 'not_allowed'],
    ['ended with a day', 'ended', daysAhead(300), 'not_allowed'],
  ] as const)('it cannot be %s', async (_, outcome, day, code) => {
    const out = await town.published()
    expect(await refusal(review(out.id, outcome, day))).toMatchObject({
      code: 'protections.review_date',
      errors: [{ pointer: '#/body/reviewOn', code }],
    })
  })

  it('who asks for the list of her own finds the next to be looked at first', async () => {
    const { items } = await town.call(contract.mine, { query: { placeId: town.place.id } })
    const states = items.map((i) => i.state)
    expect(states).toEqual([
      ...states.filter((s) => s === 'draft'),
      ...states.filter((s) => s === 'published'),
      ...states.filter((s) => s === 'ended'),
    ])
  })
})

describe('the clock', () => {
  it('writes to Ruth four weeks ahead at nine in the morning, then on the day, then leaves her alone', async () => {
    const out = await town.published()
    expect(await remindAt(out.id)).toEqual({ day: daysAhead(365 - 28), hour: 9 })
    expect(await remindReview(world.db, 'https://town.example')).toBe(false)

    const due = sql`clock_timestamp() - interval '1 second'`
    await setBack(world, out.id, sql`next_review_on = ${daysAhead(28)}, remind_at = ${due}`)
    expect(await remindReview(world.db, 'https://town.example')).toBe(true)
    expect(await remindAt(out.id)).toEqual({ day: daysAhead(28), hour: 9 })

    await setBack(world, out.id, sql`next_review_on = ${daysAhead(0)}, remind_at = ${due}`)
    expect(await remindReview(world.db, 'https://town.example')).toBe(true)
    expect(await remindReview(world.db, 'https://town.example')).toBe(false)
    expect(await reminders()).toMatchObject([
      { recipient: 'ruth@example.org', subject: `In four weeks: “${out.title}”` },
      { recipient: 'ruth@example.org', subject: `Today: look again at “${out.title}”` },
    ])
    expect((await reminders())[0]?.body).toContain(
      `https://town.example/desk/protections/${out.id}`,
    )
    expect((await read(out.slug)).overdue).toBe(false)
    await setBack(world, out.id, sql`next_review_on = ${daysAhead(-1)}`)
    expect((await read(out.slug)).overdue).toBe(true)
  })

  it('ten workers at once write one email', async () => {
    const before = (await reminders()).length
    const out = await town.published()
    await setBack(world, out.id, sql`remind_at = clock_timestamp() - interval '1 second'`)
    const took = await Promise.all(Array.from({ length: 10 }, () => remindReview(world.db, 'x')))
    expect(took.filter(Boolean)).toHaveLength(1)
    expect(await reminders()).toHaveLength(before + 1)
  })

  it('leaves what has ended alone, and the worker does the rest by itself', async () => {
    const due = sql`remind_at = clock_timestamp() - interval '1 second'`
    const [ended, stands] = [await town.published(), await town.published()]
    await review(ended.id, 'ended')
    await setBack(world, ended.id, due)
    await setBack(world, stands.id, due)
    const before = (await reminders()).length
    const worker = await startWorker(world.config)
    await expect.poll(async () => (await reminders()).length, { timeout: 10_000 }).toBe(before + 1)
    await worker.close()
  })
})
