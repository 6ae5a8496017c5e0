import { identityContract } from '@howcanwe/shared/identity'
import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newAuthenticator } from '../../../test/authenticator.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { letPass, signedIn } from '../../../test/sessions.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { addTo, confirmWith, holder, lettersTo } from './passkeys.fixture.ts'

let world: World
let place: SeededPlace
beforeAll(async () => {
  world = await startWorld({ SECOND_FACTOR: 'required' })
  place = await world.seed.place({ name: 'Northgate and Elmside' })
})
afterAll(() => world.close())

const digitsTo = async (to: string) =>
  /(\d{3} \d{3})/.exec((await lettersTo(world, to)).at(-1)?.body ?? '')?.[1] ?? ''
const me = async (call: Awaited<ReturnType<typeof signedIn>>['call']) => call(identityContract.me)

describe('Ines has lost her phone', () => {
  const lost = async () => {
    const ines = await holder(world, place, 'broker')
    const { recoveryCodes } = await addTo(ines.call, ines.phone)
    const later = await signedIn(world, ines.personId)
    const use = (code: string, call = later.call) => call(contract.recover, { body: { code } })
    return { ...ines, later, use, codes: recoveryCodes ?? [] }
  }

  it('a code from her paper wakes her role, once, however she types it, and she is told', async () => {
    const { later, use, codes, email } = await lost()
    const [first = ''] = codes
    expect(await use(` ${first.toLowerCase().replace('-', ' ')} `)).toEqual({ left: 7 })
    expect((await me(later.call)).asleep).toEqual([])
    expect((await lettersTo(world, email)).at(-1)).toMatchObject({ template: 'passkeys.recovered' })
    expect((await refusal(use(first))).code).toBe('passkeys.recovery_wrong')
  })

  it('ten at once use it up once', async () => {
    const { use, codes } = await lost()
    const all = await Promise.allSettled(Array.from({ length: 10 }, () => use(codes[0] ?? '')))
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
  })

  it('five wrong tries end it for a quarter of an hour, also for the right code', async () => {
    const { use, codes, personId } = await lost()
    const wrong = await Promise.all(Array.from({ length: 7 }, () => refusal(use('22222-22222'))))
    expect(wrong.filter((r) => r.code === 'passkeys.recovery_wrong')).toHaveLength(5)
    expect((await refusal(use(codes[0] ?? ''))).code).toBe('passkeys.recovery_wait')
    await world.db.execute(
      sql`update recovery_tries set since = since - interval '16 minutes' where person_id = ${personId}`,
    )
    expect(await use(codes[0] ?? '')).toEqual({ left: 7 })
  })

  it('somebody else’s code is none of hers', async () => {
    const ines = await lost()
    const dele = await lost()
    expect((await refusal(ines.use(dele.codes[0] ?? ''))).code).toBe('passkeys.recovery_wrong')
  })

  it('with a code she adds another phone; new codes end the old ones', async () => {
    const { later, use, codes } = await lost()
    await use(codes[0] ?? '')
    const { recoveryCodes } = await addTo(later.call, newAuthenticator())
    expect(recoveryCodes).toBeNull()
    const fresh = await later.call(contract.newRecoveryCodes, { body: {} })
    expect(fresh.recoveryCodes).toHaveLength(8)
    expect((await refusal(use(codes[1] ?? ''))).code).toBe('passkeys.recovery_wrong')
    expect(await use(fresh.recoveryCodes[0] ?? '')).toEqual({ left: 7 })
  })
})

describe('Amina, who has no passkey, shows with six digits that it is her', () => {
  const asked = async () => {
    const amina = await holder(world, place, 'commissioner')
    await letPass(world, amina.id, 6)
    const { requestId, minutes } = await amina.call(contract.askDigits, { body: {} })
    const give = (code: string, call = amina.call) =>
      call(contract.digits, { body: { requestId, code } })
    return { ...amina, requestId, minutes, give }
  }
  const proved = async ({ id }: { id: string }) =>
    (
      await world.db.execute<{ fresh: boolean; factor: boolean }>(
        sql`select proven_at > clock_timestamp() - interval '1 minute' as fresh, factor_at is not null as factor from sessions where id = ${id}`,
      )
    ).rows[0]

  it('they go to her own address, and wake no role', async () => {
    const amina = await asked()
    expect(amina.minutes).toBe(10)
    expect(await proved(amina)).toEqual({ fresh: false, factor: false })
    await amina.give(await digitsTo(amina.email))
    expect(await proved(amina)).toEqual({ fresh: true, factor: false })
    expect((await me(amina.call)).asleep).toEqual(['commissioner'])
  })

  it('five wrong guesses end them, all at once or one by one', async () => {
    const amina = await asked()
    const right = await digitsTo(amina.email)
    const wrong = right === '000 000' ? '000001' : '000000'
    const guesses = await Promise.all(Array.from({ length: 8 }, () => refusal(amina.give(wrong))))
    expect(guesses.filter((g) => g.code === 'identity.code_wrong')).toHaveLength(4)
    expect((await refusal(amina.give(right))).code).toBe('identity.code_over')
    expect(await proved(amina)).toEqual({ fresh: false, factor: false })
  })

  it('they work once, in the session that asked, and only the newest', async () => {
    const amina = await asked()
    const first = await digitsTo(amina.email)
    const elsewhere = await signedIn(world, amina.personId)
    expect((await refusal(amina.give(first, elsewhere.call))).code).toBe('identity.code_over')
    const newer = await amina.call(contract.askDigits, { body: {} })
    expect((await refusal(amina.give(first))).code).toBe('identity.code_over')
    const code = await digitsTo(amina.email)
    const body = { requestId: newer.requestId, code }
    const all = await Promise.allSettled(
      Array.from({ length: 4 }, () => amina.call(contract.digits, { body })),
    )
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
  })

  it('the sixth in an hour is not sent', async () => {
    const { call } = await asked()
    for (let i = 0; i < 4; i++) await call(contract.askDigits, { body: {} })
    expect((await refusal(call(contract.askDigits, { body: {} }))).code).toBe(
      'identity.too_many_requests',
    )
  })

  it('for whoever has a passkey digits are not enough, neither asked for nor given', async () => {
    const amina = await asked()
    const code = await digitsTo(amina.email)
    const fresh = await signedIn(world, amina.personId)
    await addTo(fresh.call, amina.phone)
    expect((await refusal(amina.give(code))).code).toBe('passkeys.passkey_needed')
    expect((await refusal(amina.call(contract.askDigits, { body: {} }))).code).toBe(
      'passkeys.passkey_needed',
    )
  })

  it('whoever can only be met is sent nothing, and reads what to do', async () => {
    const amina = await holder(world, place)
    await world.db.execute(
      sql`update people set email = null, verified_at = null where id = ${amina.personId}`,
    )
    expect((await amina.call(contract.ways, { body: {} })).digits).toBeNull()
    expect((await refusal(amina.call(contract.askDigits, { body: {} }))).code).toBe(
      'passkeys.nowhere_to_send',
    )
  })
})

describe('a steward helps a colleague who has lost everything', () => {
  const reset = async (steward: Awaited<ReturnType<typeof holder>>, personId: string) =>
    steward.call(contract.reset, { params: { personId }, body: { reason: 'lost' } })
  const awakeSteward = async () => {
    const steward = await holder(world, place, 'steward')
    await addTo(steward.call, steward.phone)
    return steward
  }

  it('keys, codes and sessions go; they are told why; the record says who did it', async () => {
    const steward = await awakeSteward()
    const ines = await holder(world, place, 'broker')
    await addTo(ines.call, ines.phone)
    await reset(steward, ines.personId)
    expect((await refusal(me(ines.call))).code).toBe('auth.required')
    const back = await signedIn(world, ines.personId)
    expect(await back.call(contract.list)).toMatchObject({ items: [], recoveryCodesLeft: 0 })
    expect((await me(back.call)).asleep).toEqual(['broker'])
    const letter = (await lettersTo(world, ines.email)).at(-1)
    expect(letter?.template).toBe('passkeys.reset')
    expect(letter?.body).toContain('because they are lost')
    const { rows } = await world.db.execute(
      sql`select place_id, actor_id, after from audit_events where action = 'passkeys.reset' and subject_id = ${ines.personId}`,
    )
    expect(rows).toEqual([
      { place_id: place.id, actor_id: steward.personId, after: { reason: 'lost' } },
    ])
  })

  it('not themselves, nobody of another place, nobody without a role, and only fresh from their own passkey', async () => {
    const steward = await awakeSteward()
    const elsewhere = await holder(world, await world.seed.place(), 'broker')
    const resident = await holder(world, place)
    expect((await refusal(reset(steward, steward.personId))).code).toBe('passkeys.not_oneself')
    for (const personId of [elsewhere.personId, resident.personId, someId()])
      expect((await refusal(reset(steward, personId))).code).toBe('passkeys.person_unknown')
    await letPass(world, steward.id, 6)
    const ines = await holder(world, place, 'broker')
    expect((await refusal(reset(steward, ines.personId))).code).toBe('auth.prove_again')
    await confirmWith(steward.call, steward.phone)
    await expect(reset(steward, ines.personId)).resolves.toBeUndefined()
  })

  it('a steward whose own role sleeps cannot', async () => {
    const steward = await holder(world, place, 'steward')
    const ines = await holder(world, place, 'broker')
    expect((await refusal(reset(steward, ines.personId))).code).toBe('auth.second_factor')
  })
})
