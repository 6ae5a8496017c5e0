import { alertsContract } from '@howcanwe/shared/alerts'
import { identityContract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../test/seed.ts'
import { refusal, startWorld, type World } from '../../test/support.ts'
import { alertOfOpened, sendDigests } from '../modules/alerts/index.ts'
import { enqueue, sendNext, stopToken } from '../modules/notifications/index.ts'
import { forgetOld } from '../retention/index.ts'

let world: World
let place: SeededPlace
let farid: string
let email: string
let count = 0
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.db.execute(sql`delete from outbox`)
  place = await world.seed.place()
  email = `farid-l${++count}@example.org`
  farid = await world.seed.person({ name: 'Farid Haddad', email })
})

/** An email about something that waits, which leads somewhere. */
const write = (to = email, more: { organisationId?: string } = {}) =>
  enqueue(world.appDb, {
    placeId: place.id,
    to,
    template: 'introductions.asked',
    letter: {
      subject: 'Farid, may we?',
      paragraphs: ['Hello Farid'],
      link: 'http://localhost:3000/introductions/answer#secret',
    },
    ...more,
  })
const sendAll = async () => {
  while (await sendNext(world.appDb, async () => {}));
}
/** Everything of a letter that could say whom it was for, what it said or where it led. */
const PERSONAL = ['recipient', 'subject', 'body', 'link', 'person_id', 'organisation_id'] as const
const left = async () =>
  (
    await world.db.execute<Record<(typeof PERSONAL)[number], string | null>>(
      sql`select ${sql.raw(PERSONAL.join(', '))} from outbox where template <> 'identity.erased' order by id`,
    )
  ).rows.map((row) => PERSONAL.filter((column) => row[column]))
const erase = async () =>
  (await world.as(farid))(identityContract.erase, { body: { word: 'erase' } })
const age = (days: number) =>
  world.db.execute(
    sql`update outbox set sent_at = sent_at - ${days}::int * interval '1 day' where sent_at is not null`,
  )

describe('of emails to somebody who is erased', () => {
  it('nothing stays that says whom they were for, what they said or where they led', async () => {
    const organisationId = await world.seed.organisation({ place, contactEmail: email })
    await write()
    await write(email, { organisationId })
    await sendAll()
    await erase()
    expect(await left()).toEqual([[], []])
  })

  it('nor of those that went to an address they have left since, or was written with capitals', async () => {
    await write()
    await write(email.toUpperCase())
    await sendAll()
    await world.db.execute(sql`update people set email = ${`new-${email}`} where id = ${farid}`)
    await erase()
    expect(await left()).toEqual([[], []])
  })

  it('one that waits to be collected is not kept for anybody', async () => {
    const me = await world.as(farid)
    const body = { wishes: [{ what: 'waiting' as const, how: 'weekly' as const }] }
    await me(alertsContract.change, { params: { placeId: place.id }, body })
    expect(await write()).toBeTruthy()
    await erase()
    expect(await left()).toEqual([])
  })

  it('the link at the foot of one stops nothing any more', async () => {
    const id = (await write()) ?? ''
    await sendAll()
    await erase()
    const stop = world.anyone(alertsContract.stop, {
      body: { token: stopToken(world.config, id) },
    })
    expect((await refusal(stop)).code).toBe('alerts.stop_unknown')
  })
})

describe('of an email that was sent', () => {
  it('after thirty days neither address, words nor link are left, but it can still be stopped', async () => {
    const id = (await write()) ?? ''
    await sendAll()
    await age(31)
    await forgetOld(world.db)
    expect(await left()).toEqual([['person_id']])
    const stop = await world.anyone(alertsContract.stop, {
      body: { token: stopToken(world.config, id) },
    })
    expect(stop).toMatchObject({ what: 'waiting', stopped: true })
  })

  it('after a year nobody can tell whom it was for', async () => {
    const organisationId = await world.seed.organisation({ place })
    await write('office@example.org', { organisationId })
    const id = (await write()) ?? ''
    await sendAll()
    await age(366)
    expect(await forgetOld(world.db)).toMatchObject({ letterReaders: 2 })
    expect(await left()).toEqual([[], []])
    const token = stopToken(world.config, id)
    const stopping = world.anyone(alertsContract.stopping, { body: { token } })
    expect((await refusal(stopping)).code).toBe('alerts.stop_unknown')
  })

  it('one that waits keeps what it needs, however old it is', async () => {
    await write()
    await world.db.execute(sql`update outbox set created_at = created_at - interval '2 years'`)
    await forgetOld(world.db)
    expect(await left()).toEqual([['recipient', 'subject', 'body', 'link', 'person_id']])
  })
})

it('a search somebody kept finds nothing more once they are erased, at once or on Monday', async () => {
  const ruth = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
  const me = await world.as(farid)
  const search = { name: 'Here', q: '', areaIds: [], how: 'at-once' as const }
  const params = { placeId: place.id }
  await me(alertsContract.saveSearch, { params, body: { ...search, themes: [] } })
  await me(alertsContract.saveSearch, {
    params,
    body: { ...search, themes: ['carers'], how: 'weekly' },
  })
  await erase()
  await world.db.execute(sql`delete from outbox`)
  await world.seed.openChallenge({ place, commissioner: ruth })
  const deps = { db: world.appDb, config: world.config }
  while (await alertOfOpened(deps));
  await world.db.execute(sql`update digest_turns set due_at = clock_timestamp()`)
  while (await sendDigests(deps));
  expect(await left()).toEqual([])
  const { rows } = await world.db.execute(sql`select from alert_hits where person_id = ${farid}`)
  expect(rows).toEqual([])
})
