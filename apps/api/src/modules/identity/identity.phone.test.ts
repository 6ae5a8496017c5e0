import { consentsContract } from '@howcanwe/shared/consents'
import { identityContract as contract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { reach, reachOf } from './identity.reach.queries.ts'
import { people } from './identity.table.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.seed.place({ name: 'Northgate and Elmside' })
})
afterAll(() => world.close())

let n = 0
let phone = ''
beforeEach(() => {
  phone = `+447700900${String(++n).padStart(3, '0')}`
})

const lettersTo = async (to: string) =>
  (
    await world.db.execute<{ template: string; body: string }>(
      sql`select template, body from outbox where recipient = ${to} order by id desc`,
    )
  ).rows
const digitsFor = async (to: string) =>
  /(\d{3} \d{3})/.exec((await lettersTo(to))[0]?.body ?? '')?.[1] ?? ''

type Call = Awaited<ReturnType<World['as']>>
const change = async (call: Call, body: object) => {
  const { version } = await call(contract.me)
  return call(contract.changeMe, { body }, { ifMatch: version })
}
const save = (call: Call, number: string | null) =>
  change(call, { phone: number, phoneConsent: '2026-11' })
const ask = (call: Call) => call(contract.askForPhoneProof, { body: {} })
const prove = (call: Call, requestId: string, code: string) =>
  call(contract.provePhone, { body: { requestId, code } })
const proven = async (call: Call, number = phone) => {
  await save(call, number)
  const { requestId } = await ask(call)
  return prove(call, requestId, await digitsFor(number))
}

async function amina(more: object = {}) {
  const email = `amina-${someId()}@example.org`
  const id = await world.seed.person({ name: 'Amina', email, verifiedAt: new Date(), ...more })
  return { id, email, call: await world.as(id) }
}
const byTextAlone = (number = phone) =>
  amina({ email: null, phone: number, phoneVerifiedAt: new Date(), preferredChannel: 'sms' })

describe('Amina shows that her number is hers', () => {
  it('by six digits that went there and came back; her address hears of the new way to sign in', async () => {
    const { call, email } = await amina()
    expect(await proven(call)).toMatchObject({ phone, phoneProven: true })
    const [told] = await lettersTo(email)
    expect(told?.template).toBe('identity.way-added')
    expect(told?.body).not.toContain(phone.slice(-6))
    expect((await lettersTo(phone))[0]?.body).toMatch(/@localhost #\d{6}$/)
  })

  it('then texts may come to it, and not before', async () => {
    const { call } = await amina()
    await save(call, phone)
    const early = await refusal(change(call, { preferredChannel: 'sms' }))
    expect(early.errors).toEqual([{ pointer: '#/body/preferredChannel', code: 'needs_proof' }])
    const { requestId } = await ask(call)
    await prove(call, requestId, await digitsFor(phone))
    expect(await change(call, { preferredChannel: 'sms' })).toMatchObject({
      preferredChannel: 'sms',
    })
  })

  it('five wrong guesses end it, and the digits are for her alone', async () => {
    const { call } = await amina()
    await save(call, phone)
    const { requestId } = await ask(call)
    const right = await digitsFor(phone)
    const stranger = await amina()
    expect((await refusal(prove(stranger.call, requestId, right))).code).toBe('identity.code_over')
    const wrong = right === '000 000' ? '000001' : '000000'
    const all = await Promise.all(
      Array.from({ length: 8 }, () => refusal(prove(call, requestId, wrong))),
    )
    expect(all.filter((g) => g.code === 'identity.code_wrong')).toHaveLength(4)
    expect((await refusal(prove(call, requestId, right))).code).toBe('identity.code_over')
    expect((await call(contract.me)).phoneProven).toBe(false)
  })

  it('digits for a number she has changed since prove neither', async () => {
    const { call } = await amina()
    await save(call, phone)
    const { requestId } = await ask(call)
    const code = await digitsFor(phone)
    await save(call, '07700 900999')
    expect((await refusal(prove(call, requestId, code))).code).toBe('identity.code_over')
    expect((await call(contract.me)).phoneProven).toBe(false)
  })

  it('digits for a new address prove no number, and the other way round', async () => {
    const { call } = await amina()
    await save(call, phone)
    const forPhone = (await ask(call)).requestId
    const code = await digitsFor(phone)
    const crossed = refusal(call(contract.proveNewEmail, { body: { requestId: forPhone, code } }))
    expect((await crossed).code).toBe('identity.code_over')
    const fresh = `new-${someId()}@example.org`
    const { requestId } = await call(contract.askForNewEmail, { body: { email: fresh } })
    const other = await refusal(prove(call, requestId, await digitsFor(fresh)))
    expect(other.code).toBe('identity.code_over')
  })

  it.each([
    ['without a number', null, 'identity.no_number'],
    ['with a telephone on a wall', '020 7946 0000', 'identity.number_not_texted'],
    ['with a mobile of another country', '+31 6 12345678', 'identity.number_not_texted'],
  ])('not %s', async (_, number, code) => {
    const { call } = await amina()
    if (number) await save(call, number)
    expect((await refusal(ask(call))).code).toBe(code)
  })

  it('the sixth wish in an hour is not sent', async () => {
    const { call } = await amina()
    await save(call, phone)
    for (let i = 0; i < 5; i++) await ask(call)
    expect((await refusal(ask(call))).code).toBe('identity.too_many_requests')
  })
})

describe('one number, two people', () => {
  it('whoever proves it first has it: the other keeps it saved, and can no longer prove it', async () => {
    const one = await amina()
    const two = await amina()
    await save(two.call, phone)
    await proven(one.call)
    const { requestId } = await ask(two.call)
    const refused = await refusal(prove(two.call, requestId, await digitsFor(phone)))
    expect(refused.code).toBe('identity.number_taken')
    expect(await two.call(contract.me)).toMatchObject({ phone, phoneProven: false })
    expect(await one.call(contract.me)).toMatchObject({ phone, phoneProven: true })
  })

  it('two at once: one has it', async () => {
    const both = [await amina(), await amina()]
    const asked = []
    for (const { call } of both) {
      await save(call, phone)
      const { requestId } = await ask(call)
      asked.push({ call, requestId, code: await digitsFor(phone) })
    }
    const done = await Promise.allSettled(asked.map((a) => prove(a.call, a.requestId, a.code)))
    expect(done.map((d) => d.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('a number given to somebody new brings nothing of whoever had it along', async () => {
    const before = await byTextAlone()
    await world.seed.organisation({ place: await world.seed.place(), members: [before.id] })
    await before.call(contract.askForNewEmail, { body: { email: before.email } })
    const added = await digitsFor(before.email)
    const { rows } = await world.db.execute<{ id: string }>(
      sql`select id from contact_changes where person_id = ${before.id}`,
    )
    const body = { requestId: rows[0]?.id ?? '', code: added }
    await before.call(contract.proveNewEmail, { body })
    await change(before.call, { phone: null, preferredChannel: 'email' })
    const after = await amina()
    await proven(after.call)
    expect(await after.call(contract.me)).toMatchObject({ phoneProven: true, organisations: [] })
    expect(await before.call(contract.me)).toMatchObject({ phone: null, email: before.email })
  })
})

describe('the way somebody signs in', () => {
  it('when their number changes, the old one is told and works no longer', async () => {
    const { call } = await amina()
    await proven(call)
    await save(call, '07700 900998')
    const [told] = await lettersTo(phone)
    expect(told?.template).toBe('identity.way-gone')
    expect(told?.body).not.toContain('900998')
    expect(told?.body).toContain('020 7946 0000')
    expect(await call(contract.me)).toMatchObject({ phone: '+447700900998', phoneProven: false })
  })

  it('is never taken away when it is the last: by hand, by taking the consent back, or past the door', async () => {
    const { id, call } = await byTextAlone()
    for (const number of [null, '07700 900997'])
      expect((await refusal(save(call, number))).code).toBe('identity.last_address')
    const given = { subjectKind: 'person', purpose: 'phone' }
    await world.db.execute(sql`
      insert into consents (id, subject_kind, subject_id, purpose, wording, wording_version, language)
      values (gen_random_uuid(), ${given.subjectKind}, ${id}, ${given.purpose}, 'You may ring or text me.', '2026-11', 'en')`)
    const [consent] = (await call(consentsContract.mine)).consents
    const params = { consentId: consent?.id ?? '' }
    expect((await refusal(call(consentsContract.withdraw, { params, body: {} }))).code).toBe(
      'identity.last_address',
    )
    for (const set of [
      sql`phone = null, phone_verified_at = null`,
      sql`phone_verified_at = null`,
      sql`phone = null`,
    ])
      expect(
        await world.appDb
          .execute(sql`update people set ${set} where id = ${id}`)
          .then(() => 'done', sqlState),
      ).toBe('23514')
    expect(await call(contract.me)).toMatchObject({ phone, phoneProven: true })
  })

  it('somebody who signed in by text adds an address, the number is told, and then may go', async () => {
    const { call } = await byTextAlone()
    const email = `added-${someId()}@example.org`
    const asked = await refusal(change(call, { preferredChannel: 'email' }))
    expect(asked.errors).toEqual([{ pointer: '#/body/preferredChannel', code: 'needs_email' }])
    const { requestId } = await call(contract.askForNewEmail, { body: { email } })
    const code = await digitsFor(email)
    await call(contract.proveNewEmail, { body: { requestId, code } })
    expect((await lettersTo(phone))[0]?.template).toBe('identity.way-added')
    expect(await change(call, { phone: null, preferredChannel: 'email' })).toMatchObject({
      phone: null,
      email,
    })
  })

  it('erasing takes number, texts and all with it, and the last word comes as a text', async () => {
    const { id, call } = await byTextAlone()
    await world.db.execute(sql`
      insert into outbox (id, recipient, channel, subject, body, template, sent_at)
      values (gen_random_uuid(), ${phone}, 'sms', 'x', 'Your answer is here', 'test.letter', now())`)
    const held = await call(contract.everything)
    const emails = held.sections.find(({ section }) => section === 'emails')?.rows
    expect(emails).toMatchObject([{ text: 'Your answer is here' }])
    await call(contract.erase, { body: { word: 'erase' } })
    const left = await lettersTo(phone)
    expect(left.map(({ template }) => template)).toEqual(['identity.erased'])
    expect(left[0]?.body).toContain('This is our last text.')
    const { rows } = await world.db.execute(sql`select phone, email from people where id = ${id}`)
    expect(rows).toEqual([{ phone: null, email: null }])
  })

  it('whoever only saved a number takes along and erases nothing that went there', async () => {
    const owner = await byTextAlone()
    const other = await amina()
    await save(other.call, phone)
    await world.db.execute(sql`
      insert into outbox (id, recipient, channel, subject, body, template, sent_at)
      values (gen_random_uuid(), ${phone}, 'sms', 'x', 'For its owner', 'test.letter', now())`)
    const held = JSON.stringify(await other.call(contract.everything))
    expect(held).not.toContain('For its owner')
    await other.call(contract.erase, { body: { word: 'erase' } })
    expect((await lettersTo(phone)).map(({ body }) => body)).toEqual(['For its owner'])
    expect(await owner.call(contract.me)).toMatchObject({ phone, phoneProven: true })
  })
})

describe('letters reach somebody', () => {
  const at = new Date()
  it.each([
    ['by email, who has only that', 'a', null, null, 'email', 'email'],
    ['by email, who only saved a number', 'a', 'n', null, 'sms', 'email'],
    ['by email, who has both and chose it', 'a', 'n', at, 'email', 'email'],
    ['by text, who has both and chose it', 'a', 'n', at, 'sms', 'text'],
    ['by text, who has no address', null, 'n', at, 'email', 'text'],
    ['by email, who would rather be rung', 'a', 'n', at, 'phone', 'email'],
    ['not at all, who only saved a number', null, 'n', null, 'sms', 'nothing'],
  ] as const)('%s', async (_, a, b, phoneVerifiedAt, preferredChannel, by) => {
    const email = a && `reach-${someId()}@example.org`
    const number = b && phone
    const row = { email, phone: number, phoneVerifiedAt, preferredChannel }
    const expected = { email, text: number, nothing: null }[by]
    expect(reachOf(row)).toBe(expected)
    const id = await world.seed.person(row)
    const [read] = await world.db.select({ to: reach }).from(people).where(sql`id = ${id}`)
    expect(read?.to).toBe(expected)
  })
})
