import { alertsContract as contract } from '@howcanwe/shared/alerts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { enqueue, stopToken } from '../notifications/index.ts'
import { leaving } from '../notifications/notifications.stops.ts'
import { forgetLetters, lettersOf } from './alerts.fixture.ts'

let world: World
let place: SeededPlace
let amina: string
let email: string
let count = 0
beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place()
})
afterAll(() => world.close())
beforeEach(async () => {
  await forgetLetters(world)
  email = `amina-s${++count}@example.org`
  amina = await world.seed.person({ name: 'Amina Yusuf', email })
})

const write = async (to: string, organisationId?: string) => {
  const id = await enqueue(world.appDb, {
    placeId: place.id,
    to,
    template: 'invitations.invited',
    letter: { subject: 'Asked', paragraphs: ['Hello Amina,'], language: 'en' },
    ...(organisationId ? { organisationId } : {}),
  })
  return id ?? ''
}
const token = (id: string) => stopToken(world.config, id)
const stop = (id: string) => world.anyone(contract.stop, { body: { token: token(id) } })

describe('the link at the foot of a letter', () => {
  it('says which letters it stops and whose, and stops them with one press, twice like once', async () => {
    const id = await write(email)
    const asked = await world.anyone(contract.stopping, { body: { token: token(id) } })
    const letters = { what: 'waiting', whose: 'Amina' }
    expect(asked).toEqual({ ...letters, stopped: false, canUndo: false })
    expect(await stop(id)).toEqual({ ...letters, stopped: true, canUndo: true })
    expect(await stop(id)).toEqual({ ...letters, stopped: true, canUndo: true })
    expect(await write(email)).toBe('')
  })

  it('stands in the letter as it leaves, behind the #, and mail programs find it in the headers (RFC 8058)', async () => {
    const id = await write(email)
    const [letter] = await lettersOf(world)
    const { text, headers } = leaving(world.config, {
      id,
      kind: 'waiting',
      channel: 'email',
      text: letter?.body ?? '',
    })
    expect(text).toContain(`http://localhost:3000/stop#${token(id)}`)
    expect(headers).toEqual({
      'List-Unsubscribe': `<http://localhost:3000/api/v1/hearing/one-press?t=${token(id)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
  })

  it('is not in a letter that is owed, nor in its headers', () => {
    const kept = leaving(world.config, { id: amina, kind: 'duty', channel: 'email', text: 'Yes' })
    expect(kept).toEqual({ text: 'Yes', headers: {} })
  })

  it('fits into a text, whole', async () => {
    const body = `${'word '.repeat(80)}No more of these: \uE000`
    const { text } = leaving(world.config, {
      id: amina,
      kind: 'waiting',
      channel: 'sms',
      text: body,
    })
    expect(text.length).toBeLessThanOrEqual(306)
    expect(text).toContain(`http://localhost:3000/stop#${token(amina)}`)
  })

  it('gives away nothing but the power to stop it: no address, no number, no way in', async () => {
    const id = await write(email)
    const shown = await world.anyone(contract.stopping, { body: { token: token(id) } })
    expect(JSON.stringify(shown)).not.toContain('@')
    expect(JSON.stringify(shown)).not.toContain('Yusuf')
    const me = await world.app.inject({
      url: `/api/v1/places/${place.id}/hearing`,
      headers: { authorization: `Bearer ${token(id)}` },
    })
    expect(me.statusCode).toBe(401)
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/v1/hearing/stop',
      payload: { token: token(id) },
    })
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  it.each([
    ['somebody made up', () => 'A'.repeat(43)],
    [
      'of a letter with another’s proof',
      (id: string) => `${token(amina).slice(0, 21)}${token(id).slice(21)}`,
    ],
  ])('%s stops nothing', async (_, made) => {
    const id = await write(email)
    const refused = world.anyone(contract.stop, { body: { token: made(id) } })
    expect((await refusal(refused)).code).toBe('alerts.stop_unknown')
    expect(await write(email)).not.toBe('')
  })

  it('of a receipt, which is owed, stops nothing', async () => {
    const id = await enqueue(world.appDb, {
      placeId: place.id,
      to: email,
      template: 'interests.received',
      letter: { subject: 'Received', paragraphs: [] },
    })
    expect((await refusal(stop(id ?? ''))).code).toBe('alerts.stop_unknown')
  })

  it('is in the trail without an address', async () => {
    await stop(await write(email))
    const { rows } = await world.db.execute<{ what: string }>(
      sql`select audit_events::text as what from audit_events where action = 'alerts.stopped' and subject_id = ${amina}`,
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.what).not.toContain('@')
  })
})

describe('a mailbox that several share', () => {
  it('goes on getting the other group’s letters when one group’s are stopped', async () => {
    const shared = `office-${count}@example.org`
    const members = [
      await world.seed.person({
        email: null,
        phone: `+4477009001${String(count).padStart(2, '0')}`,
      }),
    ]
    const carers = await world.seed.organisation({ place, contactEmail: shared, members })
    const youth = await world.seed.organisation({ place, contactEmail: shared, members })
    const stopped = await stop(await write(shared, carers))
    expect(stopped.whose).toMatch(/^Group/)
    expect(await write(shared, carers)).toBe('')
    expect(await write(shared.toUpperCase(), carers)).toBe('')
    expect(await write(shared, youth)).not.toBe('')
    const { rows } = await world.db.execute<{ kept: string }>(
      sql`select letter_stops::text as kept from letter_stops`,
    )
    expect(JSON.stringify(rows)).not.toContain('@')
  })
})

describe('a mail program', () => {
  const press = (id: string, contentType: string, payload: string) =>
    world.app.inject({
      method: 'POST',
      url: `/api/v1/hearing/one-press?t=${token(id)}`,
      headers: { 'content-type': contentType },
      payload,
    })

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n',
    ],
  ])('presses once with a form of %s, without account or cookie', async (type, form) => {
    const answer = await press(await write(email), type, form)
    expect(answer.statusCode).toBe(204)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(await write(email)).toBe('')
  })

  it('that only looks at the address stops nothing: it takes a POST', async () => {
    const id = await write(email)
    const url = `/api/v1/hearing/one-press?t=${token(id)}`
    expect((await world.app.inject({ url })).statusCode).toBe(404)
    expect(await write(email)).not.toBe('')
  })
})

it('stopping the weekly letter stops all that is collected, and leaves what comes at once', async () => {
  const me = await world.as(amina)
  const query = { placeId: place.id }
  const body = { name: 'Here', q: '', themes: [], areaIds: [], how: 'weekly' as const }
  await me(contract.saveSearch, { params: query, body })
  const id = await enqueue(world.appDb, {
    placeId: place.id,
    to: email,
    template: 'alerts.digest',
    letter: { subject: 'Your week', paragraphs: [] },
  })
  expect(await stop(id ?? '')).toMatchObject({ what: 'digest', stopped: true })
  const now = await me(contract.hearing, { params: query })
  expect(now.wishes.map(({ how }) => how)).toEqual([
    'at-once',
    'at-once',
    'never',
    'never',
    'never',
  ])
  expect(now.searches).toMatchObject([{ how: 'never' }])
})
