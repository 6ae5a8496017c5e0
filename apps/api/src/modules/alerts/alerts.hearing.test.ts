import { alertsContract as contract, HEARD } from '@howcanwe/shared/alerts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { enqueue, sendNext } from '../notifications/index.ts'
import { forgetLetters, lettersOf } from './alerts.fixture.ts'

let world: World
let place: SeededPlace
let amina: string
let count = 0
beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place()
})
afterAll(() => world.close())
beforeEach(async () => {
  await forgetLetters(world)
  amina = await world.seed.person({ name: 'Amina Yusuf', email: `amina-${++count}@example.org` })
})

const addressOf = async (id: string) =>
  (await world.db.execute<{ email: string }>(sql`select email from people where id = ${id}`))
    .rows[0]?.email ?? ''
const write = async (template: `${string}.${string}`, to?: string) =>
  enqueue(world.appDb, {
    placeId: place.id,
    to: to ?? (await addressOf(amina)),
    template,
    letter: { subject: `About ${template}`, paragraphs: ['Read it:\nhttp://localhost:3000/today'] },
  })
const change = async (body: object) =>
  (await world.as(amina))(contract.change, { params: { placeId: place.id }, body })

describe('what somebody hears about', () => {
  it('begins with what waits and what is theirs at once, and the rest once a week', async () => {
    const mine = await (await world.as(amina))(contract.hearing, { params: { placeId: place.id } })
    expect(mine.wishes.map(({ what, how }) => `${what} ${how}`)).toEqual([
      'waiting at-once',
      'mine at-once',
      'new weekly',
      'closing weekly',
      'news weekly',
    ])
    expect(mine.quiet).toEqual([
      { channel: 'email', from: 0, until: 0 },
      { channel: 'sms', from: 21, until: 8 },
    ])
    expect(mine.searches).toEqual([])
  })

  it('changes in part, and what was not named stays', async () => {
    await change({ wishes: [{ what: 'new', how: 'daily' }] })
    const now = await change({ quiet: [{ channel: 'email', from: 20, until: 9 }] })
    expect(now.wishes.find(({ what }) => what === 'new')?.how).toBe('daily')
    expect(now.quiet[0]).toEqual({ channel: 'email', from: 20, until: 9 })
  })

  it.each(['closing', 'news'] as const)(
    '%s is a list and comes collected, by route and in SQL',
    async (what) => {
      const body = { wishes: [{ what, how: 'at-once' as const }] }
      expect((await refusal(change(body))).status).toBe(400)
      await expect(
        world.appDb.execute(
          sql`insert into hearing_wishes (person_id, what, how) values (${amina}, ${what}, 'at-once')`,
        ),
      ).rejects.toThrow()
    },
  )

  it('is nobody else’s business: without signing in there is nothing', async () => {
    const asked = world.anyone(contract.hearing, { params: { placeId: place.id } })
    expect((await refusal(asked)).code).toBe('auth.required')
  })
})

describe('a letter', () => {
  it('that waits for somebody who wants none is not written, and its cause happens', async () => {
    await change({ wishes: [{ what: 'waiting', how: 'never' }] })
    expect(await write('invitations.invited')).toBeUndefined()
    expect(await lettersOf(world)).toEqual([])
  })

  it.each([
    'interests.received',
    'cohorts.not-this-time',
    'identity.sign-in',
    'questions.due',
  ] as const)('%s is owed: it comes whatever somebody chose', async (template) => {
    await change({ wishes: HEARD.map((what) => ({ what, how: 'never' as const })) })
    expect(await write(template)).toBeDefined()
    const [letter] = await lettersOf(world)
    expect(letter?.body).not.toContain('stop')
    expect(await sendNext(world.appDb, async () => {})).toBe(true)
  })

  it('of a template nobody has put in the table counts as owed', async () => {
    await change({ wishes: HEARD.map((what) => ({ what, how: 'never' as const })) })
    expect(await write('brand.new')).toBeDefined()
  })

  it('somebody wants once a week is kept, and leaves as soon as they want it at once again', async () => {
    await change({ wishes: [{ what: 'waiting', how: 'weekly' }] })
    await write('invitations.invited')
    expect(await lettersOf(world)).toMatchObject([{ digest: 'weekly', sent: false }])
    expect(await sendNext(world.appDb, async () => {})).toBe(false)
    await change({ wishes: [{ what: 'waiting', how: 'at-once' }] })
    expect(await sendNext(world.appDb, async () => {})).toBe(true)
  })

  it('that was kept goes when somebody wants none of its kind', async () => {
    await change({ wishes: [{ what: 'mine', how: 'daily' }] })
    await write('questions.answered')
    await change({ wishes: [{ what: 'mine', how: 'never' }] })
    expect(await lettersOf(world)).toEqual([])
  })

  it('that is owed cannot be kept back in SQL either', async () => {
    const put = world.appDb.execute(sql`
      insert into outbox (id, recipient, subject, body, template, kind, digest)
      values (gen_random_uuid(), 'a@example.org', '', '', 'interests.received', 'duty', 'weekly')`)
    await expect(put).rejects.toThrow()
  })
})

describe('quiet hours', () => {
  const after = async (at: string, zone: string, from: number, until: number) =>
    (
      await world.db.execute<{ at: string }>(sql`
        select to_char(after_quiet(${at}::timestamptz, ${zone}, ${from}::int, ${until}::int) at time zone 'UTC',
          'YYYY-MM-DD HH24:MI') as at`)
    ).rows[0]?.at

  it.each([
    ['in the evening', '2026-11-22T21:30:00Z', 21, 8, '2026-11-23 08:00'],
    ['at night', '2026-11-22T03:00:00Z', 21, 8, '2026-11-22 08:00'],
    ['in the day', '2026-11-22T20:59:00Z', 21, 8, '2026-11-22 20:59'],
    ['the minute they end', '2026-11-22T08:00:00Z', 21, 8, '2026-11-22 08:00'],
    ['at noon of somebody who works nights', '2026-11-22T12:00:00Z', 9, 17, '2026-11-22 17:00'],
    ['of nobody', '2026-11-22T03:00:00Z', 0, 0, '2026-11-22 03:00'],
    ['the night clocks go forward', '2026-03-28T22:00:00Z', 21, 8, '2026-03-29 07:00'],
    ['the night clocks go back', '2026-10-24T22:00:00Z', 21, 8, '2026-10-25 08:00'],
    ['that end in the hour that is left out', '2026-03-28T22:30:00Z', 21, 1, '2026-03-29 01:00'],
  ])('a letter %s leaves when they are over', async (_, at, from, until, leaves) => {
    expect(await after(at, 'Europe/London', from, until)).toBe(leaves)
  })

  it('are those of the place: it is later in Amsterdam', async () => {
    expect(await after('2026-11-22T20:30:00Z', 'Europe/Amsterdam', 21, 8)).toBe('2026-11-23 07:00')
  })

  /** Quiet around the clock but for the hour that is twelve hours away: whatever time it is now, it is quiet. */
  const quietNow = async (channel: 'email' | 'sms') => {
    const { rows } = await world.db.execute<{ hour: number }>(
      sql`select extract(hour from clock_timestamp() at time zone 'Europe/London')::int as hour`,
    )
    const hour = rows[0]?.hour ?? 0
    await change({ quiet: [{ channel, from: (hour + 13) % 24, until: (hour + 12) % 24 }] })
  }
  const waits = async () =>
    (
      await world.db.execute<{ waits: boolean }>(
        sql`select available_at > clock_timestamp() as waits from outbox`,
      )
    ).rows[0]?.waits

  it('keep a receipt for the morning, and never a code', async () => {
    await quietNow('email')
    await write('interests.received')
    expect(await waits()).toBe(true)
    await forgetLetters(world)
    await write('identity.sign-in')
    expect(await waits()).toBe(false)
  })

  it('of somebody else do not hold up mine', async () => {
    await quietNow('email')
    await write('interests.received', 'other@example.org')
    expect(await waits()).toBe(false)
  })

  it('hold a text to a number that somebody has proven theirs', async () => {
    await world.db.execute(sql`
      update people set phone = '+447700900321', phone_verified_at = clock_timestamp(), preferred_channel = 'sms'
      where id = ${amina}`)
    await quietNow('sms')
    await write('cohorts.chosen', '+447700900321')
    expect(await waits()).toBe(true)
  })
})
