import { type Call, createClient } from '@howcanwe/shared/http'
import { sql } from 'drizzle-orm'
import { accessToken } from '../src/modules/identity/identity.authenticate.ts'
import { openSession } from '../src/modules/identity/identity.queries.ts'
import { hashOf, newToken } from '../src/modules/identity/identity.tokens.ts'
import { type World, wire } from './support.ts'

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
