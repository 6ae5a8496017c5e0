import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { addTo, type Holder, holder } from './passkeys.fixture.ts'

let world: World
let ines: Holder
beforeAll(async () => {
  world = await startWorld()
  ines = await holder(world, await world.seed.place(), 'broker')
  await addTo(ines.call, ines.phone)
  await ines.call(contract.ways, { body: {} })
})
afterAll(() => world.close())

/** What the application's own login is told. */
const told = async (statement: SQL) =>
  world.appDb.execute(statement).then(
    () => 'done',
    (error: unknown) => sqlState(error),
  )
const hers = () => sql`person_id = ${ines.personId}`

describe('whoever got hold of the application’s own login', () => {
  it.each<[string, () => SQL, string]>([
    [
      'put another key under hers',
      () => sql`update passkeys set public_key = 'x' where ${hers()}`,
      'HW080',
    ],
    [
      'give her key to somebody',
      () => sql`update passkeys set credential_id = 'x' where ${hers()}`,
      'HW080',
    ],
    [
      'count a key back',
      () => sql`update passkeys set counter = counter - 1 where ${hers()}`,
      'HW080',
    ],
    [
      'use a challenge again',
      () => sql`update passkey_challenges set used_at = null where used_at is not null`,
      'HW081',
    ],
    [
      'move a used one in time',
      () =>
        sql`update passkey_challenges set used_at = clock_timestamp() where used_at is not null`,
      'HW081',
    ],
    [
      'let a challenge last',
      () => sql`update passkey_challenges set expires_at = expires_at + interval '1 second'`,
      'HW081',
    ],
    [
      'ask for six minutes',
      () => sql`insert into passkey_challenges (id, person_id, session_id, purpose, challenge_hash, expires_at)
      values (gen_random_uuid(), ${ines.personId}, ${ines.id}, 'confirm', 'long', now() + interval '6 minutes')`,
      '23514',
    ],
    [
      'make one that is used already',
      () => sql`insert into passkey_challenges (id, person_id, session_id, purpose, challenge_hash, expires_at, used_at)
      values (gen_random_uuid(), ${ines.personId}, ${ines.id}, 'confirm', 'used', now() + interval '1 minute', now())`,
      'HW081',
    ],
    [
      'exchange what was to be signed',
      () => sql`update passkey_challenges set challenge_hash = 'mine' where used_at is null`,
      'HW081',
    ],
    [
      'exchange a recovery code',
      () => sql`update recovery_codes set code_hash = 'mine' where ${hers()}`,
      'HW081',
    ],
    [
      'make a recovery code that is used already',
      () => sql`insert into recovery_codes (id, person_id, code_hash, used_at)
      values (gen_random_uuid(), ${ines.personId}, 'used', now())`,
      'HW081',
    ],
  ])('cannot %s', async (_, statement, state) => {
    expect(await told(statement())).toBe(state)
  })

  it('wakes no power in a session that no passkey signed in', async () => {
    const other = await holder(world, await world.seed.place(), 'broker')
    expect(
      await told(sql`update sessions set factor_at = clock_timestamp() where id = ${other.id}`),
    ).toBe('HW082')
    expect(
      await told(sql`insert into sessions (id, person_id, shared_computer, expires_at, factor_at)
        values (gen_random_uuid(), ${other.personId}, false, now() + interval '1 day', now())`),
    ).toBe('HW082')
    expect(await told(sql`update sessions set proven_at = now() where id = ${other.id}`)).toBe(
      'done',
    )
  })

  it('wakes none with what was signed more than a minute ago', async () => {
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`alter table passkey_challenges disable trigger passkey_challenges_once`)
      await tx.execute(
        sql`update passkey_challenges set used_at = used_at - interval '2 minutes' where ${hers()} and used_at is not null`,
      )
      await tx.execute(sql`alter table passkey_challenges enable trigger passkey_challenges_once`)
    })
    expect(
      await told(sql`update sessions set factor_at = clock_timestamp() where id = ${ines.id}`),
    ).toBe('HW082')
  })
})
