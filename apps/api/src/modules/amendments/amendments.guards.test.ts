import { amendmentsContract } from '@howcanwe/shared/amendments'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'

const DAY_MS = 86_400_000

let world: World
let place: SeededPlace
let ruth: string
let council: string
beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place()
  ruth = await world.seed.person({
    name: 'Ruth',
    roles: [{ placeId: place.id, role: 'commissioner' }],
  })
  council = await world.seed.organisation({ place, sector: 'public', members: [ruth] })
})
afterAll(() => world.close())

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS)
const open = (closesAt = inDays(30)) =>
  world.seed.openChallenge({ place, commissioner: ruth, council, closesAt })
/** As if it had been so all along: past the guard, which only the owner of the tables can. */
const asIf = (id: string, what: SQL) =>
  world.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`update challenges set ${what} where id = ${id}`)
  })
/** What the application's own login is told. */
const told = (...statements: SQL[]) =>
  world.appDb
    .transaction(async (tx) => {
      for (const one of statements) await tx.execute(one)
    })
    .then(
      () => 'went through',
      (error: unknown) => sqlState(error),
    )
const set = (id: string, what: SQL) => sql`update challenges set ${what} where id = ${id}`
const line = (id: string, columns: string) => sql`
  insert into amendments (id, place_id, challenge_id, kind, changes, columns, reason, made_by, made_at, txid)
  values (${someId()}, ${place.id}, ${id}, 'substance', '[]', ${columns}, 'A reason of some length', ${ruth},
    '2001-01-01', '1')`
const amend = async (id: string, changes: object) =>
  (await world.as(ruth))(
    amendmentsContract.amend,
    {
      params: { challengeId: id },
      body: { kind: 'substance', changes, reason: 'The board decided on it last night.' },
    },
    { ifMatch: 1 },
  )

describe('a line of the change log (CH7)', () => {
  it('carries the moment and the transaction the database knows, whatever it is told', async () => {
    const id = await open()
    const later = sql`starts_on = '2099-05-04', closes_at = closes_at + interval '9 days'`
    expect(await told(line(id, '{starts_on,closes_at}'), set(id, later))).toBe('went through')
    const { rows } = await world.db.execute(
      sql`select made_at > clock_timestamp() - interval '1 minute' as now, txid <> '1' as own
        from amendments where challenge_id = ${id}`,
    )
    expect(rows).toEqual([{ now: true, own: true }])
  })

  it('is about a challenge that is out', async () => {
    const draft = await world.seed.draft({ place, commissioner: ruth, council })
    expect(await told(line(draft, '{summary}'))).toBe('HW003')
  })
})

/** Half past midnight on the last Sunday of a month in London, so many days before the next one of its kind. */
async function beforeTheClocksChange(month: 3 | 10): Promise<Date> {
  const { rows } = await world.db.execute<{ at: Date }>(sql`
    select min(at) as at from (
      select (last - ((extract(isodow from last)::int) % 7) + time '00:30') at time zone 'Europe/London' as at
      from (select (make_date(y, ${month}, 1) + interval '1 month' - interval '1 day')::date as last
        from generate_series(extract(year from now())::int, extract(year from now())::int + 2) y) days) sundays
    where at > now() + interval '2 days'`)
  return new Date(rows[0]?.at ?? 0)
}

describe.each([
  ['spring', 3],
  ['autumn', 10],
] as const)('five working days from the night the clocks change in %s', (_, month) => {
  const closing = async () => {
    const closesAt = await beforeTheClocksChange(month)
    const id = await open()
    await asIf(
      id,
      sql`closes_at = ${closesAt}, opened_at = ${closesAt}::timestamptz - interval '30 days'`,
    )
    return { id, closesAt }
  }
  const shown = (at: Date) =>
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }).format(at)

  it('end at the same time of a day that is at least a Friday', async () => {
    const { id, closesAt } = await closing()
    const done = await amend(id, { startsOn: '2099-05-04' })
    expect(shown(closesAt)).toMatch(/Sun.*00:30/)
    expect(shown(done.closesAt)).toMatch(/00:30/)
    expect(done.closesAt.getTime() - closesAt.getTime()).toBeGreaterThanOrEqual(
      5 * DAY_MS - 3_600_000,
    )
  })

  it('are no minute shorter by SQL', async () => {
    const { id } = await closing()
    const later = (by: string) =>
      set(
        id,
        sql`starts_on = '2099-05-04', closes_at = (working_day_after(place_id,
          (closes_at at time zone 'Europe/London')::date, 5) + ${by}::time) at time zone 'Europe/London'`,
      )
    const named = '{starts_on,closes_at}'
    expect(await told(line(id, named), later('00:29'))).toBe('HW012')
    expect(await told(line(id, named), later('00:30'))).toBe('went through')
  })
})

it('working days are counted as everywhere: not on weekends and holidays of the place', async () => {
  const there = await world.seed.place()
  await world.db.execute(
    sql`insert into place_holidays (place_id, day, name, source) values (${there.id}, '2027-03-29', 'Easter Monday', 'x')`,
  )
  const after = async (from: string, days: number) =>
    (
      await world.db.execute(
        sql`select working_day_after(${there.id}, ${from}::date, ${days})::text as day`,
      )
    ).rows[0]?.day
  expect(await after('2027-03-25', 1)).toBe('2027-03-26')
  expect(await after('2027-03-25', 2)).toBe('2027-03-30')
  expect(await after('2027-03-27', 5)).toBe('2027-04-05')
})

describe('a year at most (CH7)', () => {
  it('a change of substance that would keep it open for longer is refused, with what to do', async () => {
    const id = await open()
    const refused = await refusal(amend(id, { closesAt: inDays(370).toISOString() }))
    expect(refused).toMatchObject({
      code: 'amendments.open_too_long',
      errors: [{ pointer: '#/body/changes/closesAt' }],
    })
    expect((await amend(id, { closesAt: inDays(300).toISOString() })).version).toBe(2)
  })

  it('the days it stood still are not counted', async () => {
    const id = await open()
    await asIf(id, sql`paused_seconds = ${20 * 86_400}`)
    expect((await amend(id, { closesAt: inDays(370).toISOString() })).version).toBe(2)
  })

  it('nor can it be opened for longer, or kept open for longer, by SQL', async () => {
    const id = await open()
    const longer = sql`closes_at = now() + interval '370 days'`
    expect(await told(line(id, '{closes_at}'), set(id, longer))).toBe('HW087')
    expect(await told(set(id, sql`paused_seconds = 9999999`))).toBe('went through')
    expect(await told(line(id, '{closes_at}'), set(id, longer))).toBe('HW087')
    const draft = await world.seed.draft({ place, commissioner: ruth, council })
    await world.seed.readThrough(draft, true)
    await asIf(draft, longer)
    const opening = sql`state = 'open', slug = 'ever-open', opened_at = now()`
    expect(await told(set(draft, opening))).toBe('HW087')
  })
})

describe('standing still (§2.4)', () => {
  const pausing = (days: number) => sql`state = 'paused', paused_at = now(),
    paused_reason = 'The elections come in between.', paused_until = (current_date + ${days}::int)::text`

  it.each([
    ['for longer than sixty days', 62, sql`version = version`],
    ['until yesterday', -1, sql`version = version`],
    ['a fourth time', 5, sql`pauses_count = 3`],
    ['for more than ninety days in all', 40, sql`paused_seconds = ${60 * 86_400}`],
  ])('cannot be done %s by SQL', async (_, days, before) => {
    const id = await open()
    await asIf(id, before)
    expect(await told(set(id, pausing(days)))).toBe('HW087')
  })

  it('cannot be done until some day or other', async () => {
    const id = await open()
    const until = sql`state = 'paused', paused_reason = 'The elections come in between.', paused_until = 'soon'`
    expect(await told(set(id, until))).toBe('HW087')
  })
})
