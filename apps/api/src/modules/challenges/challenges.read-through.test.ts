import { challengesContract as contract, type Draft } from '@howcanwe/shared/challenges'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'

let world: World
let place: SeededPlace
let ruth: string
let ines: string
let council: string

beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place()
  ruth = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
  ines = await world.seed.person({ roles: [{ placeId: place.id, role: 'broker' }] })
  council = await world.seed.organisation({ place, sector: 'public', members: [ruth] })
})
afterAll(() => world.close())

const draft = (more: Partial<Parameters<World['seed']['draft']>[0]> = {}) =>
  world.seed.draft({ place, commissioner: ruth, council, ...more })
const at = (challengeId: string) => ({ params: { challengeId } })
const read = async (id: string, version = 1): Promise<Draft> =>
  (await world.as(ruth))(contract.startReadThrough, { ...at(id), body: {} }, { ifMatch: version })
const open = async (id: string, version = 2): Promise<Draft> =>
  (await world.as(ruth))(contract.open, { ...at(id), body: {} }, { ifMatch: version })
const shorten = async (id: string, who = ines) =>
  (await world.as(who))(contract.shortenReadThrough, {
    ...at(id),
    body: { reason: 'The grant for it ends on Friday, and eleven people have read it.' },
  })
const ASKS_TOO_MUCH = {
  eligibility: ['Do you have an annual turnover of at least £500,000?'],
}

/** Residents and small organisations who said something, each with an answer unless told. */
async function readers(id: string, residents: number, small: number, answered = true) {
  for (let n = 0; n < residents + small; n++) {
    const personId = await world.seed.person()
    const organisationId =
      n < residents
        ? null
        : await world.seed.organisation({ place, incomeBand: 'small', members: [personId] })
    const answer = answered ? 'Thank you, mended.' : null
    await world.db.execute(sql`
      insert into reading_comments (id, place_id, challenge_id, person_id, reads_as, organisation_id,
        words, answer_due_at, answer, answered_by, answered_at)
      values (${someId()}, ${place.id}, ${id}, ${personId}, ${organisationId ? 'organisation' : 'resident'},
        ${organisationId}, 'The bus stops at six.', now(), ${answer}::text,
        case when ${answer}::text is null then null else ${ruth}::uuid end,
        case when ${answer}::text is null then null else now() end)`)
  }
}
/** Only a table's owner can let the days pass. */
const fiveDaysLater = (id: string) =>
  world.db.transaction(async (tx) => {
    await tx.execute(sql`alter table challenges disable trigger challenges_guard`)
    await tx.execute(sql`update challenges set read_until = clock_timestamp() where id = ${id}`)
    await tx.execute(sql`alter table challenges enable trigger challenges_guard`)
  })

describe('before a challenge opens (§2.4, J-04)', () => {
  it('it is checked, then read for five working days, and may change meanwhile', async () => {
    const id = await draft()
    const sent = await read(id)
    expect(sent).toMatchObject({ state: 'read-through', can: { change: true, open: true } })
    const days = (Number(sent.readUntil) - Number(sent.readFrom)) / 86_400_000
    expect(days).toBeGreaterThan(5)
    expect(days).toBeLessThanOrEqual(9)
    const call = await world.as(ruth)
    const mended = await call(
      contract.change,
      { ...at(id), body: { whyNow: 'The bus stops at six.' } },
      { ifMatch: 2 },
    )
    expect(mended.state).toBe('read-through')
  })

  it('it does not open unread, nor too soon, nor with too few readers, nor with a comment unanswered', async () => {
    const id = await draft()
    expect((await refusal(open(id, 1))).code).toBe('challenges.not_read_yet')
    await read(id)
    await readers(id, 2, 2)
    expect((await refusal(open(id))).code).toBe('challenges.read_too_short')
    await fiveDaysLater(id)
    expect((await open(id)).state).toBe('open')

    const few = await draft()
    await read(few)
    await readers(few, 3, 1)
    await fiveDaysLater(few)
    expect((await refusal(open(few))).code).toBe('challenges.read_too_short')
    await readers(few, 0, 1, false)
    expect((await refusal(open(few))).code).toBe('challenges.comments_unanswered')
  })

  it('questions are taken until three working days before it closes', async () => {
    const id = await draft()
    await read(id)
    await shorten(id)
    await open(id, 3)
    const { rows } = await world.db.execute<{ gap: number }>(
      sql`select extract(epoch from closes_at - questions_until) / 86400 as gap from challenges where id = ${id}`,
    )
    expect(Number(rows[0]?.gap)).toBeGreaterThan(2)
    expect(Number(rows[0]?.gap)).toBeLessThan(6)
  })

  it('the broker may let it open sooner, in public; whoever asks may not, nor a broker elsewhere', async () => {
    const id = await draft()
    expect((await refusal(shorten(id))).code).toBe('challenges.wrong_state')
    await read(id)
    expect((await refusal(shorten(id, ruth))).status).toBe(403)
    const other = await world.seed.place()
    const stranger = await world.seed.person({ roles: [{ placeId: other.id, role: 'broker' }] })
    expect((await refusal(shorten(id, stranger))).code).toBe('challenges.not_found')
    const both = await world.seed.person({
      roles: [
        { placeId: place.id, role: 'commissioner' },
        { placeId: place.id, role: 'broker' },
      ],
    })
    const own = await draft({ commissioner: both })
    await world.seed.readThrough(own)
    expect((await refusal(shorten(own, both))).code).toBe('challenges.not_found')
    await shorten(id)
    const opened = await open(id, 3)
    const page = await world.anyone(contract.read, { params: { slug: opened.slug ?? '' } })
    expect(page.shortenedReason).toContain('eleven people')
  })
})

describe('a red finding of the squeeze-out check (CH4 [G])', () => {
  it('keeps a challenge from its readers until it is changed or answered in public', async () => {
    const id = await draft(ASKS_TOO_MUCH)
    const refused = await refusal(read(id))
    expect(refused).toMatchObject({ status: 422, code: 'challenges.squeezes_out' })
    expect(refused.errors).toContainEqual({ pointer: '#/body/eligibility/0', code: 'turnover' })
    const call = await world.as(ruth)
    const answer =
      'The law asks this of whoever keeps the building; small groups may lead with them.'
    const short = await call(
      contract.change,
      { ...at(id), body: { findingAnswers: [{ code: 'turnover', answer: 'Because.' }] } },
      { ifMatch: 1 },
    )
    expect(short.checks.unanswered).toEqual(['turnover'])
    const answered = await call(
      contract.change,
      { ...at(id), body: { findingAnswers: [{ code: 'turnover', answer }] } },
      { ifMatch: 2 },
    )
    expect(answered.checks.unanswered).toEqual([])
    expect((await read(id, 3)).state).toBe('read-through')
    await shorten(id)
    const opened = await open(id, 5)
    const page = await world.anyone(contract.read, { params: { slug: opened.slug ?? '' } })
    expect(page.findingAnswers).toEqual([{ code: 'turnover', answer }])
    expect(page.checks.squeezeOut.map((f) => f.code)).toContain('turnover')
  })

  it('that comes in while it is being read keeps it from opening', async () => {
    const id = await draft()
    await read(id)
    await shorten(id)
    const call = await world.as(ruth)
    await call(contract.change, { ...at(id), body: ASKS_TOO_MUCH }, { ifMatch: 3 })
    expect((await refusal(open(id, 4))).code).toBe('challenges.squeezes_out')
  })
})

describe('somebody with the database open before them', () => {
  const refused = (statement: SQL) =>
    world.db.execute(statement).then(
      () => 'went through',
      (error: unknown) => sqlState(error),
    )
  const opening = (id: string) =>
    refused(
      sql`update challenges set state = 'open', slug = ${someId()}, opened_at = now() where id = ${id}`,
    )

  it('cannot open a draft unread, nor before its readers have had their days', async () => {
    const id = await draft()
    expect(await opening(id)).toBe('HW002')
    await world.seed.readThrough(id)
    expect(await opening(id)).toBe('HW013')
  })

  it('cannot take days from the readers, nor begin a reading that is over', async () => {
    const id = await draft()
    const begin = sql`update challenges set state = 'read-through', checked_at = now(), read_until = now() where id = ${id}`
    expect(await refused(begin)).toBe('HW013')
    await world.seed.readThrough(id)
    expect(await refused(sql`update challenges set read_until = now() where id = ${id}`)).toBe(
      'HW013',
    )
  })

  it('cannot open it over a comment without an answer', async () => {
    const id = await draft()
    await world.seed.readThrough(id, true)
    await readers(id, 1, 0, false)
    expect(await opening(id)).toBe('HW014')
  })
})
