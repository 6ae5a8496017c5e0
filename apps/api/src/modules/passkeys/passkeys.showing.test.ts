import { identityContract } from '@howcanwe/shared/identity'
import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bent, newAuthenticator } from '../../../test/authenticator.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { signedIn } from '../../../test/sessions.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { addTo, confirmWith, holder } from './passkeys.fixture.ts'

let world: World
let place: SeededPlace
beforeAll(async () => {
  world = await startWorld({ SECOND_FACTOR: 'required' })
  place = await world.seed.place({ name: 'Northgate and Elmside' })
})
afterAll(() => world.close())

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

const never = (): never => {
  throw new Error('there is no passkey to ask for')
}
