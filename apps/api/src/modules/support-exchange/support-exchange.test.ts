import { organisationsContract } from '@howcanwe/shared/organisations'
import {
  supportExchangeContract as contract,
  type Support,
} from '@howcanwe/shared/support-exchange'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { lapseDue } from './index.ts'

let world: World
let here: SeededPlace
let amina = ''
let dele = ''
let ines = ''
let carers = ''
let youth = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  const { seed } = world
  here = await seed.place()
  amina = await seed.person({ name: 'Amina' })
  dele = await seed.person({ name: 'Dele' })
  ines = await seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
  const at = { place: here }
  carers = await seed.organisation({ ...at, members: [amina], contactEmail: `a-${here.id}@e.org` })
  youth = await seed.organisation({
    ...at,
    members: [dele],
    contactName: 'Dele',
    contactEmail: `d-${here.id}@e.org`,
  })
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const asking = async (more: object = {}) =>
  (await world.as(amina))(contract.ask, {
    body: {
      organisationId: carers,
      kind: 'payroll-host',
      what: 'Somebody to run payroll for two part-time staff',
      until: inDays(60),
      ...more,
    },
  })
const offering = async (more: object = {}, person = dele) =>
  (await world.as(person))(contract.offer, {
    body: {
      organisationId: youth,
      kind: 'payroll-host',
      what: 'We run payroll for up to five small groups',
      until: inDays(90),
      ...more,
    },
  })
const askThem = async (ask: Support, offer: Support) =>
  (await world.as(amina))(contract.askThem, {
    params: { askId: ask.id },
    body: { offerId: offer.id },
  })
const fitting = async (ask: Support) =>
  (await (await world.as(amina))(contract.fitting, { params: { askId: ask.id } })).items
const roomOf = async (person: string) =>
  (await world.as(person))(contract.room, { query: { placeId: here.id } })
const answer = async (said: 'yes' | 'no') => {
  const [request] = (await roomOf(dele)).toUs
  return (await world.as(dele))(contract.answer, {
    params: { requestId: request?.id ?? '' },
    body: { answer: said },
  })
}
const letters = async () =>
  (
    await world.db.execute<{ to: string; template: string; body: string }>(
      sql`select recipient as to, template, body from outbox where place_id = ${here.id} order by id`,
    )
  ).rows

describe('Amina needs payroll, Dele runs it for others (OR5)', () => {
  it('sees what fits: the sort she asked for, where both work, and until when', async () => {
    const offer = await offering()
    await offering({ kind: 'room', what: 'A step-free room on Tuesdays' })
    const ask = await asking()
    expect(await fitting(ask)).toEqual([
      {
        offer: { ...offer, ours: false },
        areas: [expect.any(String)],
        asked: false,
        contact: null,
      },
    ])
  })

  it('asks them; at a yes both see how to reach each other, and Amina gets an email', async () => {
    const [ask, offer] = [await asking(), await offering()]
    await askThem(ask, offer)
    const [request] = (await roomOf(dele)).toUs
    expect(request).toMatchObject({ answer: null, contact: null })
    await answer('yes')
    const [found] = await fitting(ask)
    expect(found).toMatchObject({
      asked: true,
      contact: { name: 'Dele', email: `d-${here.id}@e.org` },
      offer: { state: 'matched' },
    })
    expect((await roomOf(dele)).toUs[0]?.contact?.email).toBe(`a-${here.id}@e.org`)
    expect((await letters()).map((l) => [l.to, l.template])).toEqual([
      [`d-${here.id}@e.org`, 'support-exchange.asked'],
      [`a-${here.id}@e.org`, 'support-exchange.yes'],
    ])
  })

  it('a no changes nothing she could see, and no letter leaves', async () => {
    const [ask, offer] = [await asking(), await offering()]
    await askThem(ask, offer)
    const before = [await fitting(ask), await roomOf(amina), (await letters()).length]
    await answer('no')
    expect([await fitting(ask), await roomOf(amina), (await letters()).length]).toEqual(before)
    expect((await roomOf(dele)).toUs[0]).toMatchObject({ answer: 'no', contact: null })
    expect((await refusal(answer('yes'))).code).toBe('support-exchange.wrong_state')
  })

  it('asking twice is asking once', async () => {
    const [ask, offer] = [await asking(), await offering()]
    await askThem(ask, offer)
    await askThem(ask, offer)
    expect(await letters()).toHaveLength(1)
  })

  it('it happens, and she says thank you; Dele reads it', async () => {
    const [ask, offer] = [await asking(), await offering()]
    await askThem(ask, offer)
    await answer('yes')
    const call = await world.as(amina)
    const params = { askId: ask.id }
    expect((await call(contract.given, { params, body: {} })).state).toBe('given')
    await call(contract.thank, { params, body: { thanks: 'It saved us a day a month.' } })
    expect((await roomOf(dele)).toUs[0]).toMatchObject({
      thanks: 'It saved us a day a month.',
      ask: { state: 'thanked' },
      offer: { state: 'thanked' },
    })
  })

  it('whoever rests is neither suggested nor asked (FR-12)', async () => {
    const [ask, offer] = [await asking(), await offering()]
    await (await world.as(dele))(organisationsContract.pause, {
      params: { organisationId: youth },
      body: { until: inDays(30) },
    })
    expect(await fitting(ask)).toEqual([])
    expect((await roomOf(amina)).offers).toEqual([])
    expect((await refusal(askThem(ask, offer))).code).toBe('support-exchange.not_now')
    expect(await letters()).toEqual([])
  })

  it('lapses when its last day is over, once', async () => {
    const ask = await asking({ until: inDays(1) })
    while (await lapseDue(world.db));
    await world.db.execute(
      sql`update support_asks set ends_at = clock_timestamp() - interval '1 second' where id = ${ask.id}`,
    )
    expect(await lapseDue(world.db)).toBe(true)
    expect(await lapseDue(world.db)).toBe(false)
    expect((await roomOf(amina)).asks).toMatchObject([{ state: 'lapsed' }])
    expect((await roomOf(dele)).asks).toEqual([])
  })

  it('takes back what is no longer needed or offered', async () => {
    const [ask, offer] = [await asking(), await offering()]
    await (await world.as(amina))(contract.takeBackAsk, { params: { askId: ask.id }, body: {} })
    await (await world.as(dele))(contract.takeBackOffer, {
      params: { offerId: offer.id },
      body: {},
    })
    expect(await roomOf(ines)).toEqual({ asks: [], offers: [], toUs: [], more: false })
  })
})

describe('nobody else', () => {
  it('asks, offers, answers or looks for an organisation that is not theirs', async () => {
    const [ask, offer] = [await asking(), await offering()]
    await askThem(ask, offer)
    const stranger = await world.seed.person()
    await world.seed.organisation({ place: await world.seed.place(), members: [stranger] })
    const call = await world.as(stranger)
    const [request] = (await roomOf(dele)).toUs
    const params = { requestId: request?.id ?? '' }
    const refused = async (tried: () => Promise<unknown>) => (await refusal(tried())).code
    expect(await refused(() => call(contract.room, { query: { placeId: here.id } }))).toBe(
      'auth.forbidden',
    )
    expect(await refused(() => offering({}, stranger))).toBe('support-exchange.not_ours')
    const yes = { params, body: { answer: 'yes' as const } }
    const asAmina = await world.as(amina)
    for (const tried of [
      () => call(contract.fitting, { params: { askId: ask.id } }),
      () => call(contract.answer, yes),
      () => asAmina(contract.answer, yes),
      () => call(contract.takeBackOffer, { params: { offerId: offer.id }, body: {} }),
    ])
      expect(await refused(tried)).toBe('support-exchange.not_found')
  })

  it.each([
    ['yesterday', -2],
    ['in two years', 800],
  ])('asks until %s', async (_, days) => {
    expect((await refusal(asking({ until: inDays(days) }))).code).toBe('support-exchange.day')
  })
})

describe('the database itself (HW129)', () => {
  it('lets nothing go back, answers stand once, and joins only what is open and of one sort', async () => {
    const [ask, offer] = [await asking(), await offering()]
    const room = await offering({ kind: 'room', what: 'A room' })
    const said = (query: ReturnType<typeof sql>) =>
      world.appDb.execute(query).then(() => 'went', sqlState)
    const request = (offerId: string, state = 'null') => sql`
      insert into support_requests (id, place_id, ask_id, offer_id, asked_by, answer, answered_by, answered_at)
      values (${someId()}, ${here.id}, ${ask.id}, ${offerId}, ${amina}, ${sql.raw(state)},
        ${state === 'null' ? null : dele}, ${state === 'null' ? null : new Date().toISOString()})`
    expect(await said(request(room.id))).toBe('HW129')
    expect(await said(request(offer.id, `'yes'`))).toBe('HW129')
    expect(await said(request(offer.id))).toBe('went')
    const put = (what: string) =>
      said(sql`update support_requests set answer = ${what}, answered_by = ${dele}, answered_at = now()
        where ask_id = ${ask.id}`)
    expect(await put('no')).toBe('went')
    expect(await put('yes')).toBe('HW129')
    expect(await said(sql`delete from support_requests where ask_id = ${ask.id}`)).toBe('HW129')
    for (const state of ['given', 'thanked'])
      expect(await said(sql`update support_asks set state = ${state} where id = ${ask.id}`)).toBe(
        'HW129',
      )
    expect(await said(sql`update support_asks set state = 'lapsed' where id = ${ask.id}`)).toBe(
      'went',
    )
    expect(await said(sql`update support_asks set state = 'open' where id = ${ask.id}`)).toBe(
      'HW129',
    )
  })
})
