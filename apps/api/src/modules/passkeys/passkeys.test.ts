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

  it('the other stewards hear of a first passkey, because a mailbox may have been somebody else’s', async () => {
    const home = await world.seed.place({ name: 'Elmside' })
    const role = { placeId: home.id, role: 'steward' as const }
    await world.seed.person({ email: 'sam@council.example', roles: [role] })
    const ines = await holder(world, home, 'steward')
    await addTo(ines.call, ines.phone)
    const [told, ...more] = await lettersTo(world, 'sam@council.example')
    expect([told?.template, more]).toEqual(['passkeys.first-of-colleague', []])
    expect(told?.body).toContain('http://localhost:3000/desk/roles')
    await addTo(ines.call, newAuthenticator())
    expect(await lettersTo(world, 'sam@council.example')).toHaveLength(1)
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
