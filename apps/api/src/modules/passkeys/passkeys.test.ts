import { identityContract } from '@howcanwe/shared/identity'
import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bent, newAuthenticator } from '../../../test/authenticator.ts'
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

describe('Ines, a broker, adds her phone', () => {
  it('gets eight codes to print, a letter, and her role awake', async () => {
    const ines = await holder(world, place, 'broker')
    expect((await ines.call(identityContract.me)).asleep).toEqual(['broker'])
    const { passkey, recoveryCodes } = await addTo(ines.call, ines.phone, 'My phone')
    expect(passkey).toMatchObject({ name: 'My phone', lastUsedAt: null })
    expect(new Set(recoveryCodes).size).toBe(8)
    for (const code of recoveryCodes ?? [])
      expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{5}-[2-9A-HJKMNP-TV-Z]{5}$/)
    expect(await ines.call(identityContract.me)).toMatchObject({
      asleep: [],
      roles: [{ role: 'broker' }],
    })
    expect(await lettersTo(world, ines.email)).toMatchObject([{ template: 'passkeys.added' }])
    expect(await ines.call(contract.list)).toMatchObject({
      items: [{ name: 'My phone' }],
      recoveryCodesLeft: 8,
      needed: true,
    })
  })

  it('no table and no line of the record holds a code or the address', async () => {
    const ines = await holder(world, place, 'broker')
    const { recoveryCodes } = await addTo(ines.call, ines.phone)
    const { rows } = await world.db.execute(sql`
      select to_jsonb(r)::text as row from recovery_codes r union all
      select to_jsonb(a)::text from audit_events a union all select to_jsonb(o)::text from outbox o where template like 'passkeys.%'`)
    for (const code of recoveryCodes ?? []) {
      expect(JSON.stringify(rows)).not.toContain(code)
      expect(JSON.stringify(rows)).not.toContain(code.replace('-', ''))
    }
  })

  it('later, elsewhere, her mailbox alone opens nothing until the phone has signed', async () => {
    const ines = await holder(world, place, 'broker')
    await addTo(ines.call, ines.phone)
    const later = await signedIn(world, ines.personId)
    expect((await later.call(identityContract.me)).asleep).toEqual(['broker'])
    await confirmWith(later.call, ines.phone)
    expect((await later.call(identityContract.me)).asleep).toEqual([])
  })

  it('a sign-in that is eleven minutes old is not enough for the first, ten are', async () => {
    const ines = await holder(world, place)
    await letPass(world, ines.id, 11)
    expect((await refusal(addTo(ines.call, ines.phone))).code).toBe('auth.prove_again')
    const again = await signedIn(world, ines.personId)
    await letPass(world, again.id, 9)
    await expect(addTo(again.call, ines.phone)).resolves.toMatchObject({ passkey: {} })
  })

  it('a second one only with the first, and without new codes', async () => {
    const ines = await holder(world, place)
    await addTo(ines.call, ines.phone)
    const thief = await signedIn(world, ines.personId)
    expect((await refusal(addTo(thief.call, newAuthenticator()))).code).toBe('auth.prove_again')
    await letPass(world, ines.id, 6)
    expect((await refusal(addTo(ines.call, newAuthenticator()))).code).toBe('auth.prove_again')
    await confirmWith(ines.call, ines.phone)
    const { recoveryCodes } = await addTo(ines.call, newAuthenticator())
    expect(recoveryCodes).toBeNull()
    expect((await ines.call(contract.list)).items).toHaveLength(2)
  })

  it('a thief who asked before she had one gets none in afterwards', async () => {
    const ines = await holder(world, place)
    const thief = await signedIn(world, ines.personId)
    const early = await thief.call(contract.begin, { body: {} })
    await addTo(ines.call, ines.phone)
    const credential = newAuthenticator().make(early)
    expect((await refusal(thief.call(contract.add, { body: { credential } }))).code).toBe(
      'auth.prove_again',
    )
  })

  it('the same phone twice is told so; somebody else’s key is no passkey of hers', async () => {
    const ines = await holder(world, place)
    await addTo(ines.call, ines.phone)
    expect((await refusal(addTo(ines.call, ines.phone))).code).toBe('passkeys.known_already')
    const other = await holder(world, place)
    expect((await refusal(addTo(other.call, ines.phone))).code).toBe('passkeys.not_made')
  })

  it('an eleventh is too many', async () => {
    const ines = await holder(world, place)
    for (let i = 0; i < 10; i++) await addTo(ines.call, newAuthenticator())
    expect((await refusal(addTo(ines.call, newAuthenticator()))).code).toBe('passkeys.too_many')
  })

  it.each<[string, Bent]>([
    ['made for another site', { origin: 'http://localhost:3001' }],
    ['made for another name', { rpId: 'example.org' }],
    ['made with a touch alone', { unverified: true }],
    ['that answers another challenge', { challenge: 'bm90LW91cnM' }],
    ['that is an assertion', { type: 'webauthn.get' }],
    ['with certificates nobody asked for (T-14)', { certificates: true }],
  ])('a passkey %s is not kept', async (_, bent) => {
    const ines = await holder(world, place)
    const options = await ines.call(contract.begin, { body: {} })
    const credential = ines.phone.make(options, bent)
    expect((await refusal(ines.call(contract.add, { body: { credential } }))).code).toBe(
      'passkeys.not_made',
    )
    expect((await ines.call(contract.list)).items).toEqual([])
  })

  it('ten presses at once make one passkey', async () => {
    const ines = await holder(world, place)
    const options = await ines.call(contract.begin, { body: {} })
    const body = { credential: ines.phone.make(options) }
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => ines.call(contract.add, { body })),
    )
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect((await ines.call(contract.list)).recoveryCodesLeft).toBe(8)
  })
})

describe('Ines shows that it is her', () => {
  it.each<[string, Bent]>([
    ['for another site', { origin: 'https://localhost.example' }],
    ['for another name', { rpId: 'evil.example' }],
    ['with a touch alone', { unverified: true }],
    ['for another challenge', { challenge: 'bm90LW91cnM' }],
    ['as a new passkey', { type: 'webauthn.create' }],
  ])('not with what her phone signed %s', async (_, bent) => {
    const ines = await holder(world, place, 'broker')
    await addTo(ines.call, ines.phone)
    const later = await signedIn(world, ines.personId)
    const { passkey } = await later.call(contract.ways, { body: {} })
    const credential = ines.phone.sign(passkey ?? never(), bent)
    expect((await refusal(later.call(contract.confirm, { body: { credential } }))).code).toBe(
      'passkeys.not_confirmed',
    )
    expect((await later.call(identityContract.me)).asleep).toEqual(['broker'])
  })

  it('not with another phone, and not with a phone that claims to be hers', async () => {
    const ines = await holder(world, place)
    await addTo(ines.call, ines.phone)
    const other = newAuthenticator()
    const { passkey } = await ines.call(contract.ways, { body: {} })
    const foreign = other.sign(passkey ?? never())
    expect(
      (await refusal(ines.call(contract.confirm, { body: { credential: foreign } }))).code,
    ).toBe('passkeys.not_confirmed')
    const again = await ines.call(contract.ways, { body: {} })
    const forged = {
      ...other.sign(again.passkey ?? never()),
      id: ines.phone.credentialId,
      rawId: ines.phone.credentialId,
    }
    expect(
      (await refusal(ines.call(contract.confirm, { body: { credential: forged } }))).code,
    ).toBe('passkeys.not_confirmed')
  })

  it('an answer works once, also ten at once, and not after a failed try', async () => {
    const ines = await holder(world, place)
    await addTo(ines.call, ines.phone)
    const { passkey } = await ines.call(contract.ways, { body: {} })
    const body = { credential: ines.phone.sign(passkey ?? never()) }
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => ines.call(contract.confirm, { body })),
    )
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect((await refusal(ines.call(contract.confirm, { body }))).code).toBe(
      'passkeys.not_confirmed',
    )
    const next = await ines.call(contract.ways, { body: {} })
    const bad = { credential: ines.phone.sign(next.passkey ?? never(), { unverified: true }) }
    await refusal(ines.call(contract.confirm, { body: bad }))
    const late = { credential: ines.phone.sign(next.passkey ?? never()) }
    expect((await refusal(ines.call(contract.confirm, { body: late }))).code).toBe(
      'passkeys.not_confirmed',
    )
  })

  it('what one session was asked is no answer in another, nor for another person', async () => {
    const ines = await holder(world, place, 'broker')
    await addTo(ines.call, ines.phone)
    const thief = await signedIn(world, ines.personId)
    const { passkey } = await ines.call(contract.ways, { body: {} })
    const body = { credential: ines.phone.sign(passkey ?? never()) }
    expect((await refusal(thief.call(contract.confirm, { body }))).code).toBe(
      'passkeys.not_confirmed',
    )
    const dele = await holder(world, place, 'broker')
    await addTo(dele.call, dele.phone)
    expect((await refusal(dele.call(contract.confirm, { body }))).code).toBe(
      'passkeys.not_confirmed',
    )
    await expect(ines.call(contract.confirm, { body })).resolves.toBeUndefined()
  })

  it('a challenge for making a passkey is none for using one, and five minutes are its life', async () => {
    const ines = await holder(world, place)
    await addTo(ines.call, ines.phone)
    const made = await ines.call(contract.begin, { body: {} })
    const crossed = { credential: ines.phone.sign({ challenge: made.challenge }) }
    expect((await refusal(ines.call(contract.confirm, { body: crossed }))).code).toBe(
      'passkeys.not_confirmed',
    )
    const { passkey } = await ines.call(contract.ways, { body: {} })
    await world.db.execute(sql`update passkey_challenges set expires_at = created_at + interval '1 microsecond'
      where person_id = ${ines.personId}`)
    const body = { credential: ines.phone.sign(passkey ?? never()) }
    expect((await refusal(ines.call(contract.confirm, { body }))).code).toBe(
      'passkeys.not_confirmed',
    )
  })

  it('a copy of her key, whose count has fallen behind, is refused', async () => {
    const ines = await holder(world, place)
    await addTo(ines.call, ines.phone)
    await confirmWith(ines.call, ines.phone)
    const { passkey } = await ines.call(contract.ways, { body: {} })
    const body = { credential: ines.phone.sign(passkey ?? never(), { counter: 1 }) }
    expect((await refusal(ines.call(contract.confirm, { body }))).code).toBe(
      'passkeys.not_confirmed',
    )
  })

  it('an authenticator that never counts is fine', async () => {
    const ines = await holder(world, place)
    const options = await ines.call(contract.begin, { body: {} })
    await ines.call(contract.add, {
      body: { credential: ines.phone.make(options, { counter: 0 }) },
    })
    for (let i = 0; i < 2; i++) {
      const { passkey } = await ines.call(contract.ways, { body: {} })
      const body = { credential: ines.phone.sign(passkey ?? never(), { counter: 0 }) }
      await expect(ines.call(contract.confirm, { body })).resolves.toBeUndefined()
    }
  })

  it('nobody learns whether somebody else has passkeys', async () => {
    const amina = await holder(world, place)
    const ways = await amina.call(contract.ways, { body: {} })
    expect(ways).toEqual({ passkey: null, recoveryCodesLeft: 0, digits: 'email' })
    const credential = amina.phone.sign({ challenge: 'bm90LW91cnM' })
    const unknown = await refusal(amina.call(contract.confirm, { body: { credential } }))
    const ines = await holder(world, place)
    await addTo(ines.call, ines.phone)
    const known = { ...credential, id: ines.phone.credentialId, rawId: ines.phone.credentialId }
    const foreign = await refusal(amina.call(contract.confirm, { body: { credential: known } }))
    expect({ ...foreign, instance: '' }).toEqual({ ...unknown, instance: '' })
  })
})

describe('Ines takes a passkey away', () => {
  it('but not the last one that her role needs, not even two at once', async () => {
    const ines = await holder(world, place, 'broker')
    const { passkey } = await addTo(ines.call, ines.phone)
    const drop = (passkeyId: string) => ines.call(contract.remove, { params: { passkeyId } })
    expect((await refusal(drop(passkey.id))).code).toBe('passkeys.last_one')
    const second = (await addTo(ines.call, newAuthenticator())).passkey
    const both = await Promise.allSettled([drop(passkey.id), drop(second.id)])
    expect(both.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect((await ines.call(contract.list)).items).toHaveLength(1)
    expect((await lettersTo(world, ines.email)).at(-1)?.template).toBe('passkeys.removed')
  })

  it('whoever needs none may go without; the codes go with it', async () => {
    const amina = await holder(world, place)
    const { passkey } = await addTo(amina.call, amina.phone)
    await amina.call(contract.remove, { params: { passkeyId: passkey.id } })
    expect(await amina.call(contract.list)).toEqual({
      items: [],
      recoveryCodesLeft: 0,
      needed: false,
    })
    expect((await refusal(amina.call(contract.newRecoveryCodes, { body: {} }))).code).toBe(
      'passkeys.none',
    )
  })

  it('somebody else’s is not there', async () => {
    const amina = await holder(world, place)
    const ines = await holder(world, place)
    const { passkey } = await addTo(ines.call, ines.phone)
    const params = { passkeyId: passkey.id }
    expect((await refusal(amina.call(contract.remove, { params }))).code).toBe('passkeys.not_found')
    expect(
      (await refusal(amina.call(contract.remove, { params: { passkeyId: someId() } }))).code,
    ).toBe('passkeys.not_found')
  })
})

const never = (): never => {
  throw new Error('there is no passkey to ask for')
}
