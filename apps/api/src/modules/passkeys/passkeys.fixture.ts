import type { Call } from '@howcanwe/shared/http'
import { createClient } from '@howcanwe/shared/http'
import type { Role } from '@howcanwe/shared/identity'
import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { sql } from 'drizzle-orm'
import { newAuthenticator } from '../../../test/authenticator.ts'
import type { SeededPlace } from '../../../test/seed.ts'
import { someId, type World, wire } from '../../../test/support.ts'
import { accessToken } from '../identity/identity.authenticate.ts'
import { openSession } from '../identity/identity.queries.ts'
import { hashOf, newToken } from '../identity/identity.tokens.ts'

/** One more device somebody is signed in on: by the mailbox alone. */
export async function signedIn(
  world: World,
  personId: string,
): Promise<{ call: Call; id: string; token: string }> {
  const id = await openSession(world.db, {
    personId,
    sharedComputer: false,
    lifeMs: 3_600_000,
    tokenHash: hashOf(newToken()),
  })
  const token = accessToken(world.app, { personId, sessionId: id })
  const call = createClient(wire(world.app), () => ({ authorization: `Bearer ${token}` }))
  return { id, token, call }
}

/** Lets a session's last proof be some minutes old. */
export const letPass = (world: World, sessionId: string, minutes: number) =>
  world.db.transaction(async (tx) => {
    await tx.execute(sql`alter table sessions disable trigger sessions_factor_guard`)
    await tx.execute(sql`update sessions set
      proven_at = proven_at - ${minutes}::int * interval '1 minute',
      factor_at = factor_at - ${minutes}::int * interval '1 minute' where id = ${sessionId}`)
    await tx.execute(sql`alter table sessions enable trigger sessions_factor_guard`)
  })

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
