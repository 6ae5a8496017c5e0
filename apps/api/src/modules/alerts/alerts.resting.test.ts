import { alertsContract as contract } from '@howcanwe/shared/alerts'
import { invitationsContract } from '@howcanwe/shared/invitations'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { startWorld, type World } from '../../../test/support.ts'
import { enqueue, sendNext } from '../notifications/index.ts'
import { liftDue } from '../organisations/index.ts'
import { forgetLetters, letAWeekGoBy, letTomorrowCome, lettersOf } from './alerts.fixture.ts'
import { alertOfOpened, sendDigests } from './index.ts'

let world: World
let place: SeededPlace
let ruth: string
let ines: string
let amina: string
let carers: string
let challengeId: string
let count = 0
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  await world.db.execute(sql`delete from digest_turns`)
  await forgetLetters(world)
  place = await seed.place({ name: 'Northgate' })
  ruth = await seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
  ines = await seed.person({ roles: [{ placeId: place.id, role: 'broker' }] })
  amina = await seed.person({ name: 'Amina Yusuf', email: `amina-r${++count}@example.org` })
  carers = await seed.organisation({ place, contactEmail: mailbox(), members: [amina] })
  challengeId = await seed.openChallenge({ place, commissioner: ruth, slug: `rest-${count}` })
})

const mailbox = () => `amina-r${count}@example.org`
const params = () => ({ organisationId: carers })
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const pause = async () =>
  (await world.as(amina))(organisationsContract.pause, {
    params: params(),
    body: { until: inDays(60).toISOString().slice(0, 10) },
  })
const resume = async () =>
  (await world.as(amina))(organisationsContract.resume, { params: params(), body: {} })
/** The last day of the pause is over; the worker sees it. */
const lastDayIsOver = async () => {
  await world.db.execute(sql`
    with off as (select set_config('session_replication_role', 'replica', true))
    update organisations set pause_ends_at = clock_timestamp() - interval '1 second'
    from off where id = ${carers}`)
  await liftDue(world.db, world.config)
}
const hears = async (body: object) =>
  (await world.as(amina))(contract.change, { params: { placeId: place.id }, body })
const collectForMe = () => hears({ wishes: [{ what: 'waiting', how: 'weekly' }] })
/** Left in peace from this hour on, on the clock of the place. */
const quietNow = async () => {
  const { rows } = await world.db.execute<{ hour: number }>(
    sql`select extract(hour from clock_timestamp() at time zone time_zone)::int as hour from places where id = ${place.id}`,
  )
  const from = rows[0]?.hour ?? 0
  await hears({ quiet: [{ channel: 'email', from, until: (from + 3) % 24 }] })
}
const letQuietEnd = () =>
  world.db.execute(sql`update outbox set available_at = clock_timestamp() where sent_at is null`)
const invite = async () =>
  (await world.as(ines))(invitationsContract.invite, {
    params: { challengeId },
    body: { candidates: [{ kind: 'organisation', id: carers, why: 'You know carers.' }] },
  })
const send = async (mail = async () => {}) => {
  while (await sendNext(world.appDb, mail));
}
const monday = async () => {
  await letTomorrowCome(world)
  await letAWeekGoBy(world)
  while (await sendDigests({ db: world.appDb, config: world.config }));
  return (await lettersOf(world, 'alerts.digest')).map(({ subject }) => subject)
}
const invitations = async () =>
  (await lettersOf(world, 'invitations.invited')).map(({ sent }) => sent)
const closeIt = () =>
  world.db.execute(sql`
    with off as (select set_config('session_replication_role', 'replica', true))
    update challenges set closes_at = clock_timestamp() - interval '1 minute' from off where id = ${challengeId}`)

describe('an invitation kept for Monday, and then Amina pauses (OR3, FR-12)', () => {
  beforeEach(async () => {
    await collectForMe()
    await invite()
    await pause()
  })

  it('waits for the first Monday after the pause', async () => {
    expect(await monday()).toEqual([])
    expect(await invitations()).toEqual([false])
    await lastDayIsOver()
    expect((await monday()).join()).toContain('Northgate: 1 thing for you')
    expect(await invitations()).toEqual([true])
  })

  it('is gone where the challenge closed meanwhile', async () => {
    await closeIt()
    await resume()
    expect(await monday()).toEqual([])
    expect(await invitations()).toEqual([])
  })

  it('does not slip out where she asks to hear at once', async () => {
    await hears({ wishes: [{ what: 'waiting', how: 'at-once' }] })
    await send()
    expect(await invitations()).toEqual([false])
    await resume()
    await send()
    expect(await invitations()).toEqual([true])
  })
})

describe('an invitation held until the morning, and then Amina pauses', () => {
  beforeEach(async () => {
    await quietNow()
    await invite()
    await pause()
    await send()
    expect(await invitations()).toEqual([false])
    await letQuietEnd()
  })

  it('does not leave in the pause, and leaves after it', async () => {
    await send()
    expect(await invitations()).toEqual([false])
    await lastDayIsOver()
    await send()
    expect(await invitations()).toEqual([true])
  })

  it('is dropped where the challenge closed meanwhile', async () => {
    await closeIt()
    await resume()
    await send()
    expect(await invitations()).toEqual([])
  })

  it('is tried again after a long pause, though it was written more than three days ago', async () => {
    await world.db.execute(sql`update outbox set created_at = created_at - interval '40 days'`)
    await resume()
    await send(async () => {
      throw new Error('down')
    })
    await letQuietEnd()
    await send()
    expect(await invitations()).toEqual([true])
  })
})

describe('in the pause', () => {
  it('what her group has taken on goes on: deadlines are not asks', async () => {
    await pause()
    await enqueue(world.appDb, {
      placeId: place.id,
      to: mailbox(),
      template: 'agreements.review',
      letter: { subject: 'Three months are over', paragraphs: ['Look'] },
      organisationId: carers,
    })
    await send()
    expect(await lettersOf(world, 'agreements.review')).toMatchObject([{ sent: true }])
  })

  it('a new challenge that fits her group waits too, held since the night before', async () => {
    await hears({ wishes: [{ what: 'new', how: 'at-once' }] })
    await quietNow()
    await world.seed.openChallenge({
      ...{ place, commissioner: ruth, themes: ['carers'], closesAt: inDays(40) },
    })
    while (await alertOfOpened({ db: world.appDb, config: world.config }));
    const sent = async () => (await lettersOf(world, 'alerts.new')).map((one) => one.sent)
    const waits = await sent()
    expect(waits.length).toBeGreaterThan(0)
    await pause()
    await letQuietEnd()
    await send()
    expect(await sent()).toEqual(waits)
    await resume()
    await send()
    expect(await sent()).toEqual(waits.map(() => true))
  })

  it('other groups of the place get theirs', async () => {
    const other = await world.seed.organisation({ place, contactEmail: `o${count}@example.org` })
    await pause()
    await (await world.as(ines))(invitationsContract.invite, {
      params: { challengeId },
      body: { candidates: [{ kind: 'organisation', id: other, why: 'You know carers.' }] },
    })
    await send()
    expect(await invitations()).toEqual([true])
  })
})
