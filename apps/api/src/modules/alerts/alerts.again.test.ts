import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { alertsContract as contract } from '@howcanwe/shared/alerts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { enqueue, stopToken } from '../notifications/index.ts'
import { leaving } from '../notifications/notifications.stops.ts'
import { forgetLetters, lettersOf } from './alerts.fixture.ts'
import { WHAT } from './alerts.stopped.words.ts'

let world: World
let place: SeededPlace
let amina: string
let email: string
let count = 0
beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place({ name: 'Northgate' })
})
afterAll(() => world.close())
beforeEach(async () => {
  await forgetLetters(world)
  email = `amina-u${++count}@example.org`
  amina = await world.seed.person({ name: 'Amina Yusuf', email })
})

type Template = 'invitations.invited' | 'questions.answered' | 'alerts.digest' | 'alerts.saved'
const write = async (template: Template, to = email, organisationId?: string) => {
  const letter = { subject: 'Asked', paragraphs: ['Hello,'], language: 'en' as const }
  const more = organisationId ? { organisationId } : {}
  const id = await enqueue(world.appDb, { placeId: place.id, to, template, letter, ...more })
  return id ?? ''
}
const token = (id: string) => stopToken(world.config, id)
const stop = (id: string) => world.anyone(contract.stop, { body: { token: token(id) } })
const again = (id: string) => world.anyone(contract.hearAgain, { body: { token: token(id) } })
const look = (id: string) => world.anyone(contract.stopping, { body: { token: token(id) } })
const confirmations = () => lettersOf(world, 'alerts.stopped')
const hearing = async () =>
  (await world.as(amina))(contract.hearing, { params: { placeId: place.id } })
const wishes = async () => (await hearing()).wishes.map(({ how }) => how)
const change = async (body: object) =>
  (await world.as(amina))(contract.change, { params: { placeId: place.id }, body })
const aDayLater = () =>
  world.db.execute(
    sql`update outbox set created_at = created_at - interval '24 hours 1 minute' where template = 'alerts.stopped'`,
  )

describe('after one press', () => {
  it('one email says what stopped, for whom, and where it is taken back; it cannot be stopped itself', async () => {
    const id = await write('invitations.invited')
    await stop(id)
    await stop(id)
    const [letter, ...more] = await confirmations()
    expect(more).toEqual([])
    expect(letter).toMatchObject({
      recipient: email,
      kind: 'duty',
      subject: 'Stopped: emails and texts about things that wait for an answer',
    })
    expect(letter?.body).toContain('for Amina')
    expect(letter?.body).toContain(`http://localhost:3000/stop#${token(id)}`)
    const { headers, text } = leaving(world.config, {
      ...{ id: letter?.id ?? '', kind: 'duty', channel: 'email' },
      text: letter?.body ?? '',
    })
    expect(headers).toEqual({})
    expect(text).toBe(letter?.body)
    expect((await refusal(stop(letter?.id ?? ''))).code).toBe('alerts.stop_unknown')
  })

  it('comes too where a mail program pressed, and to whoever hears nothing at all', async () => {
    const id = await write('invitations.invited')
    const nothing = ['mine', 'new', 'closing', 'news'].map((what) => ({ what, how: 'never' }))
    await change({ wishes: nothing })
    await world.app.inject({
      method: 'POST',
      url: `/api/v1/hearing/one-press?t=${token(id)}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    })
    expect(await confirmations()).toHaveLength(1)
  })

  it('is in Dutch for who reads Dutch', async () => {
    await world.db.execute(sql`update people set language = 'nl' where id = ${amina}`)
    await stop(await write('invitations.invited'))
    const [letter] = await confirmations()
    expect(letter?.subject).toBe('Gestopt: mails en sms’jes over dingen die op een reactie wachten')
    expect(letter?.body).toContain('druk één keer')
  })

  it('is one a day, whatever is stopped, also when two are pressed at once', async () => {
    const ids = [await write('invitations.invited'), await write('questions.answered')]
    await Promise.all(ids.map(stop))
    expect(await confirmations()).toHaveLength(1)
    expect((await wishes()).slice(0, 2)).toEqual(['never', 'never'])
    await again(ids[0] ?? '')
    await stop(ids[0] ?? '')
    expect(await confirmations()).toHaveLength(1)
    await aDayLater()
    await again(ids[0] ?? '')
    await stop(ids[0] ?? '')
    expect(await confirmations()).toHaveLength(2)
  })

  it('goes to where she is reached now, if that has changed', async () => {
    const id = await write('invitations.invited')
    await world.db.execute(sql`update people set email = ${`new-${email}`} where id = ${amina}`)
    await stop(id)
    expect((await confirmations()).map(({ recipient }) => recipient)).toEqual([`new-${email}`])
  })
})

describe('the link in it', () => {
  it('changes nothing by being looked at, and with one press all is as it was', async () => {
    await change({ wishes: [{ what: 'new', how: 'daily' }] })
    const params = { placeId: place.id }
    const search = { name: 'Here', q: '', themes: [], areaIds: [], how: 'daily' as const }
    await (await world.as(amina))(contract.saveSearch, { params, body: search })
    const before = await hearing()
    const id = await write('alerts.digest')
    expect(await look(id)).toMatchObject({ stopped: false, canUndo: false })
    expect(await stop(id)).toMatchObject({ stopped: true, canUndo: true })
    expect((await hearing()).searches).toMatchObject([{ how: 'never' }])
    expect(await look(id)).toMatchObject({ stopped: true, canUndo: true })
    expect((await wishes()).slice(2)).toEqual(['never', 'never', 'never'])
    expect(await again(id)).toMatchObject({ stopped: false, canUndo: false })
    expect(await hearing()).toEqual(before)
    expect(await again(id)).toMatchObject({ stopped: false })
    expect(await write('invitations.invited')).not.toBe('')
  })

  it('leaves alone what she has chosen herself since', async () => {
    const id = await write('alerts.digest')
    await stop(id)
    await change({ wishes: [{ what: 'news', how: 'never' }] })
    await again(id)
    expect((await wishes()).slice(2)).toEqual(['weekly', 'weekly', 'never'])
  })

  it('of an email that stopped nothing brings nothing back', async () => {
    const first = await write('invitations.invited')
    const second = await write('invitations.invited')
    await stop(first)
    expect(await again(second)).toMatchObject({ stopped: true, canUndo: false })
    expect(await write('invitations.invited')).toBe('')
  })

  it('that somebody made up brings nothing back', async () => {
    const made = world.anyone(contract.hearAgain, { body: { token: 'A'.repeat(43) } })
    expect((await refusal(made)).code).toBe('alerts.stop_unknown')
  })

  it('brings back searches, each as often as it told', async () => {
    const params = { placeId: place.id }
    const me = await world.as(amina)
    const search = { name: 'Here', q: '', themes: [], areaIds: [] }
    await me(contract.saveSearch, { params, body: { ...search, how: 'at-once' } })
    await me(contract.saveSearch, { params, body: { ...search, q: 'hall', how: 'never' } })
    const id = await write('alerts.saved')
    await stop(id)
    await again(id)
    expect((await hearing()).searches.map(({ how }) => how)).toEqual(['at-once', 'never'])
  })

  it('brings back one group’s in a mailbox that several share, and leaves the other stopped', async () => {
    const shared = `office-u${count}@example.org`
    const members = [await world.seed.person({ email: null, phone: `+4477009003${10 + count}` })]
    const carers = await world.seed.organisation({ place, contactEmail: shared, members })
    const youth = await world.seed.organisation({ place, contactEmail: shared, members })
    const ids = [
      await write('invitations.invited', shared, carers),
      await write('invitations.invited', shared, youth),
    ]
    for (const id of ids) await stop(id)
    expect((await confirmations()).map(({ recipient }) => recipient)).toEqual([shared])
    await again(ids[0] ?? '')
    expect(await write('invitations.invited', shared, carers)).not.toBe('')
    expect(await write('invitations.invited', shared, youth)).toBe('')
  })
})

it('what held before is kept only where something was stopped, by SQL too', async () => {
  await expect(
    world.appDb.execute(sql`
      insert into hearing_wishes (person_id, what, how, how_before) values (${amina}, 'new', 'never', 'daily')`),
  ).rejects.toThrow()
  await expect(
    world.appDb.execute(sql`
      insert into hearing_wishes (person_id, what, how, how_before, stopped_with)
      values (${amina}, 'new', 'daily', 'daily', gen_random_uuid())`),
  ).rejects.toThrow()
})

it.each(['en', 'nl'] as const)('what was stopped is called as on the page, in %s', (language) => {
  const file = new URL(`../../../../web/src/words/${language}/alerts.json`, import.meta.url)
  expect(JSON.parse(readFileSync(fileURLToPath(file), 'utf8')).stop.what).toEqual(WHAT[language])
})
