import { identityContract as contract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.seed.place({ name: 'Northgate and Elmside' })
})
afterAll(() => world.close())

const letter = async (to: string) =>
  (
    await world.db.execute<{ template: string; body: string }>(
      sql`select template, body from outbox where recipient = ${to} order by id desc limit 1`,
    )
  ).rows[0]
const digitsFor = async (to: string) =>
  /(\d{3} \d{3})/.exec((await letter(to))?.body ?? '')?.[1] ?? ''

async function amina() {
  const email = `amina-${someId()}@example.org`
  const id = await world.seed.person({ name: 'Amina', email })
  const call = await world.as(id)
  const fresh = `new-${someId()}@example.org`
  const ask = (to = fresh) => call(contract.askForNewEmail, { body: { email: to } })
  const prove = (requestId: string, code: string) =>
    call(contract.proveNewEmail, { body: { requestId, code } })
  return { id, email, call, fresh, ask, prove }
}

describe('Amina has another address', () => {
  it('and it is hers once the six digits came back; the old one is told, and not where she went', async () => {
    const { call, email, fresh, ask, prove } = await amina()
    const { requestId } = await ask()
    expect((await call(contract.me)).email).toBe(email)
    expect((await prove(requestId, await digitsFor(fresh))).email).toBe(fresh)
    const told = await letter(email)
    expect(told?.template).toBe('identity.way-gone')
    expect(told?.body).not.toContain(fresh)
    expect((await refusal(prove(requestId, await digitsFor(fresh)))).code).toBe(
      'identity.code_over',
    )
  })

  it('not from a session left open: six minutes on, she shows first that it is her', async () => {
    const { id, ask, call } = await amina()
    await call(contract.me)
    await world.db.execute(
      sql`update sessions set proven_at = proven_at - interval '6 minutes' where person_id = ${id}`,
    )
    expect((await refusal(ask())).code).toBe('auth.prove_again')
    const number = call(contract.askForPhoneProof, { body: {} })
    expect((await refusal(number)).code).toBe('auth.prove_again')
  })

  it('five wrong guesses end it, all at once or one by one', async () => {
    const { email, call, fresh, ask, prove } = await amina()
    const { requestId } = await ask()
    const right = await digitsFor(fresh)
    const wrong = right === '000 000' ? '000001' : '000000'
    const guesses = await Promise.all(
      Array.from({ length: 8 }, () => refusal(prove(requestId, wrong))),
    )
    expect(guesses.filter((g) => g.code === 'identity.code_wrong')).toHaveLength(4)
    expect((await refusal(prove(requestId, right))).code).toBe('identity.code_over')
    expect((await call(contract.me)).email).toBe(email)
  })

  it('the digits are for her alone, and the newest only', async () => {
    const { fresh, ask, prove } = await amina()
    const stranger = await amina()
    const first = await ask()
    const old = await digitsFor(fresh)
    expect((await refusal(stranger.prove(first.requestId, old))).code).toBe('identity.code_over')
    await ask()
    expect((await refusal(prove(first.requestId, old))).code).toBe('identity.code_over')
  })

  it('somebody else’s address answers like any other, and is refused only to who has proven it', async () => {
    const { call, email, ask, prove } = await amina()
    const other = await amina()
    const { requestId, minutes } = await ask(other.email)
    expect(minutes).toBe(10)
    expect((await refusal(prove(requestId, await digitsFor(other.email)))).code).toBe(
      'identity.address_taken',
    )
    expect((await call(contract.me)).email).toBe(email)
  })

  it('the sixth wish in an hour is not sent', async () => {
    const { ask } = await amina()
    for (let i = 0; i < 5; i++) await ask(`x${i}-${someId()}@example.org`)
    expect((await refusal(ask())).code).toBe('identity.too_many_requests')
  })
})

describe('a number and a way to be reached', () => {
  const change = async (call: Awaited<ReturnType<typeof amina>>['call'], body: object) => {
    const { version } = await call(contract.me)
    return call(contract.changeMe, { body }, { ifMatch: version })
  }

  it('is kept the same however it is written, and the trail holds no digit of it', async () => {
    const { id, call } = await amina()
    const body = { phone: '07700 900123', phoneConsent: '2026-11', preferredChannel: 'phone' }
    expect(await change(call, body)).toMatchObject({
      phone: '+447700900123',
      preferredChannel: 'phone',
    })
    const { rows } = await world.db.execute(
      sql`select * from audit_events where subject_id = ${id}`,
    )
    expect(JSON.stringify(rows)).toContain('phone')
    expect(JSON.stringify(rows)).not.toContain('900123')
  })

  it.each([
    ['no number at all', { phone: '1234567', phoneConsent: '2026-11' }, 'phone', 'invalid'],
    ['a number without the words beside it', { phone: '07700 900123' }, 'phoneConsent', 'required'],
    ['texts without a number', { preferredChannel: 'sms' }, 'preferredChannel', 'needs_phone'],
  ])('%s is refused beside its field', async (_, body, field, code) => {
    const { call } = await amina()
    const { errors } = await refusal(change(call, body))
    expect(errors).toEqual([{ pointer: `#/body/${field}`, code }])
  })

  it('words nobody was shown are no consent', async () => {
    const { call } = await amina()
    const asked = change(call, { phone: '07700 900123', phoneConsent: '1999-01' })
    expect((await refusal(asked)).code).toBe('consents.wording_unknown')
    expect((await call(contract.me)).phone).toBeNull()
  })

  it('two people may share one until it is proven; the database keeps it E.164', async () => {
    const [one, two] = [await amina(), await amina()]
    const put = (id: string, set: ReturnType<typeof sql>) =>
      world.db.execute(sql`update people set ${set} where id = ${id}`).then(
        () => 'done',
        (error: unknown) => sqlState(error),
      )
    const shared = sql`phone = '+447700900199', phone_verified_at = null`
    expect([await put(one.id, shared), await put(two.id, shared)]).toEqual(['done', 'done'])
    const proven = sql`phone_verified_at = clock_timestamp()`
    expect([await put(one.id, proven), await put(two.id, proven)]).toEqual(['done', '23505'])
    expect(await put(one.id, sql`phone = '07700900199'`)).toBe('23514')
  })
})

describe('Amina’s devices', () => {
  const PHONE =
    'Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 Chrome/119.0 Mobile Safari/537.36'

  /** Signs in as a browser would, and gives the token of that device. */
  const signInOn = async (email: string, userAgent: string, sharedComputer: boolean) => {
    const post = async (path: string, payload: object) =>
      (
        await world.app.inject({
          method: 'POST',
          url: `/api/v1${path}`,
          headers: { 'user-agent': userAgent },
          payload,
        })
      ).json()
    const { requestId } = await post('/auth/sign-in', { email, sharedComputer })
    const { accessToken } = await post('/auth/code', { requestId, code: await digitsFor(email) })
    return accessToken as string
  }

  it('are listed: what, since when, shared or not, and which is this one', async () => {
    const { email, call } = await amina()
    await signInOn(email, PHONE, true)
    const { items } = await call(contract.devices)
    expect(items).toMatchObject([
      { name: 'Chrome, Android', sharedComputer: true, here: false },
      { name: null, sharedComputer: false, here: true },
    ])
  })

  it('one is signed out from another, and its token is worth nothing', async () => {
    const { email, call } = await amina()
    const token = await signInOn(email, PHONE, false)
    const [other] = (await call(contract.devices)).items.filter((d) => !d.here)
    const params = { sessionId: other?.id ?? '' }
    await call(contract.endDevice, { params })
    const headers = { authorization: `Bearer ${token}` }
    expect((await world.app.inject({ url: '/api/v1/me', headers })).statusCode).toBe(401)
    expect((await refusal(call(contract.endDevice, { params }))).code).toBe(
      'identity.device_unknown',
    )
    expect((await call(contract.devices)).items).toHaveLength(1)
  })

  it('all others at once, and this one stays', async () => {
    const { email, call } = await amina()
    for (let i = 0; i < 3; i++) await signInOn(email, PHONE, false)
    expect(await call(contract.endOtherDevices, { body: {} })).toEqual({ ended: 3 })
    expect((await call(contract.devices)).items.map((d) => d.here)).toEqual([true])
  })

  it('nobody ends a device of hers', async () => {
    const { call } = await amina()
    const [mine] = (await call(contract.devices)).items
    const stranger = await amina()
    const params = { sessionId: mine?.id ?? '' }
    expect((await refusal(stranger.call(contract.endDevice, { params }))).code).toBe(
      'identity.device_unknown',
    )
    expect((await call(contract.devices)).items).toHaveLength(1)
  })

  it('one that was idle too long is not listed as signed in', async () => {
    const { id, email, call } = await amina()
    await signInOn(email, PHONE, true)
    await world.db.execute(sql`
      update sessions set last_used_at = clock_timestamp() - interval '31 minutes'
      where person_id = ${id} and shared_computer`)
    expect((await call(contract.devices)).items).toHaveLength(1)
  })
})
