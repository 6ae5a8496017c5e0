import { identityContract } from '@howcanwe/shared/identity'
import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newAuthenticator } from '../../../test/authenticator.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { signedIn } from '../../../test/sessions.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { enqueue } from '../notifications/index.ts'
import { addTo, confirmWith } from './passkeys.fixture.ts'

const NUMBER = '+447700900123'
let world: World
let place: SeededPlace
beforeAll(async () => {
  world = await startWorld({ SMS_PER_DAY: '21' })
  place = await world.seed.place()
})
afterAll(() => world.close())

const textTo = (to: string, template: `${string}.${string}`, times: number) =>
  Promise.all(
    Array.from({ length: times }, () =>
      enqueue(world.db, {
        placeId: place.id,
        to,
        template,
        letter: { subject: 'Hello', paragraphs: [] },
      }),
    ),
  )
const textsTo = async (to: string) =>
  (await world.db.execute(sql`select id from outbox where recipient = ${to}`)).rows.length

it('whoever has a number alone changes her recovery codes all day: twenty texts say so, and all of them count', async () => {
  const personId = await world.seed.person({ name: 'Amina' })
  await world.db.execute(
    sql`update people set email = null, phone = ${NUMBER}, phone_verified_at = now(), verified_at = now() where id = ${personId}`,
  )
  const { call } = await signedIn(world, personId)
  const phone = newAuthenticator()
  await addTo(call, phone)
  await confirmWith(call, phone)
  expect(await textsTo(NUMBER)).toBe(1)
  await textTo(NUMBER, 'passkeys.new-codes', 18)
  for (let n = 0; n < 3; n++) {
    const { recoveryCodes } = await call(contract.newRecoveryCodes, { body: {} })
    expect(recoveryCodes).toHaveLength(8)
  }
  expect(await textsTo(NUMBER)).toBe(20)
  const ask = (to: string) => world.anyone(identityContract.askToSignIn, { body: { phone: to } })
  await ask('07700 900124')
  expect((await refusal(ask('07700 900125'))).code).toBe('identity.too_many_texts')
  await world.db.execute(sql`update outbox set created_at = created_at - interval '24 hours'`)
  await call(contract.newRecoveryCodes, { body: {} })
  expect(await textsTo(NUMBER)).toBe(21)
})

it('digits a stranger asked for to her number count for ten at most, so that a warning still comes; digits go on', async () => {
  const hers = '+447700900777'
  await textTo(hers, 'identity.sign-in', 30)
  for (let n = 0; n < 11; n++) await textTo(hers, 'passkeys.added', 1)
  expect(await textsTo(hers)).toBe(40)
  await textTo(hers, 'passkeys.digits', 1)
  expect(await textsTo(hers)).toBe(41)
})

it('emails are not counted', async () => {
  await textTo('amina@example.org', 'passkeys.new-codes', 25)
  expect(await textsTo('amina@example.org')).toBe(25)
})
