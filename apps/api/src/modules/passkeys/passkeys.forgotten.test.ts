import { identityContract } from '@howcanwe/shared/identity'
import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { forgetOld } from '../../retention/index.ts'
import { addTo, holder } from './passkeys.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const TABLES = [
  'passkeys',
  'passkey_challenges',
  'recovery_codes',
  'recovery_tries',
  'confirm_codes',
]

/** Somebody with a row in each table. */
async function everywhere() {
  const ines = await holder(world, await world.seed.place())
  await ines.call(contract.askDigits, { body: {} })
  await addTo(ines.call, ines.phone, 'Red phone')
  await refusal(ines.call(contract.recover, { body: { code: '22222-22222' } }))
  return ines
}
const rowsOf = async (personId: string) => {
  const counts = TABLES.map(async (table) => {
    const { rows } = await world.db.execute<{ n: number }>(
      sql`select count(*)::int as n from ${sql.identifier(table)} where person_id = ${personId}`,
    )
    return [table, (rows[0]?.n ?? 0) > 0]
  })
  return Object.fromEntries(await Promise.all(counts))
}

it('Ines takes her passkeys along by name, and nothing of them is left once she is erased', async () => {
  const ines = await everywhere()
  const { sections } = await ines.call(identityContract.everything)
  expect(sections.find((s) => s.section === 'passkeys')?.rows).toMatchObject([
    { device: 'Red phone' },
  ])
  expect(Object.values(await rowsOf(ines.personId))).toEqual(TABLES.map(() => true))
  await ines.call(identityContract.erase, { body: { word: 'erase' } })
  expect(Object.values(await rowsOf(ines.personId))).toEqual(TABLES.map(() => false))
})

it('what was asked is forgotten after a day; keys and codes stay', async () => {
  const ines = await everywhere()
  const age = async (hours: number) => {
    await world.db.transaction(async (tx) => {
      for (const table of ['passkey_challenges', 'confirm_codes']) {
        const name = sql.identifier(table)
        await tx.execute(sql`alter table ${name} disable trigger user`)
        await tx.execute(sql`update ${name} set created_at = created_at - ${hours}::int * interval '1 hour',
          expires_at = expires_at - ${hours}::int * interval '1 hour'`)
        await tx.execute(sql`alter table ${name} enable trigger user`)
      }
      await tx.execute(
        sql`update recovery_tries set since = since - ${hours}::int * interval '1 hour'`,
      )
    })
  }
  await age(23)
  await forgetOld(world.db)
  expect(await rowsOf(ines.personId)).toMatchObject({ confirm_codes: true, recovery_tries: true })
  await age(2)
  expect(await forgetOld(world.db)).toMatchObject({ proofs: 3 })
  expect(await rowsOf(ines.personId)).toEqual({
    passkeys: true,
    passkey_challenges: false,
    recovery_codes: true,
    recovery_tries: false,
    confirm_codes: false,
  })
})
