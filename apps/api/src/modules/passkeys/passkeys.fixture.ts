import type { Call } from '@howcanwe/shared/http'
import type { Role } from '@howcanwe/shared/identity'
import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { sql } from 'drizzle-orm'
import { newAuthenticator } from '../../../test/authenticator.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { signedIn } from '../../../test/sessions.ts'
import { someId, type World } from '../../../test/support.ts'

/** Somebody with a role, an address of their own and a phone that can keep a passkey. */
export async function holder(world: World, place: SeededPlace, role?: Exclude<Role, 'member'>) {
  const email = `holder-${someId()}@example.org`
  const personId = await world.seed.person({
    name: 'Ines',
    email,
    roles: role ? [{ placeId: place.id, role }] : [],
  })
  const phone = newAuthenticator()
  const session = await signedIn(world, personId)
  return { personId, email, phone, ...session }
}
export type Holder = Awaited<ReturnType<typeof holder>>

/** Adds the passkey of a phone in a session. */
export const addTo = async (call: Call, phone: Holder['phone'], name?: string) => {
  const options = await call(contract.begin, { body: {} })
  const body = { credential: phone.make(options), ...(name ? { name } : {}) }
  return call(contract.add, { body })
}

/** Confirms in a session with a phone. */
export const confirmWith = async (call: Call, phone: Holder['phone']) => {
  const { passkey } = await call(contract.ways, { body: {} })
  if (!passkey) throw new Error('there is no passkey to ask for')
  return call(contract.confirm, { body: { credential: phone.sign(passkey) } })
}

export const lettersTo = async (world: World, to: string) =>
  (
    await world.db.execute<{ template: string; subject: string; body: string }>(
      sql`select template, subject, body from outbox where recipient = ${to} order by id`,
    )
  ).rows
