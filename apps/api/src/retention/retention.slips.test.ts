import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../../test/support.ts'
import { inTransaction } from '../db/database.ts'
import { forgetOld } from './index.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

it('slips go thirty days after they stopped working, and wrong codes after a day (PE3)', async () => {
  const place = await world.seed.place()
  const ines = await world.seed.person({ roles: [{ placeId: place.id, role: 'broker' }] })
  const okafor = await world.seed.person()
  const group = await world.seed.organisation({ place })
  const slip = (code: string, over: string, used: string | null) => sql`
    insert into claim_slips (id, place_id, organisation_id, code_hash, printed_by, expires_at, used_at, used_by)
    values (gen_random_uuid(), ${place.id}, ${group}, ${code}, ${ines}, clock_timestamp() + ${over}::interval,
      clock_timestamp() + ${used}::interval, ${used && okafor})`
  await inTransaction(world.db, async (tx) => {
    await tx.execute(sql`alter table claim_slips disable trigger claim_slips_guard`)
    await tx.execute(slip('over-old', '-31 days', null))
    await tx.execute(slip('over-new', '-29 days', null))
    await tx.execute(slip('used-old', '20 days', '-31 days'))
    await tx.execute(slip('works', '20 days', null))
    await tx.execute(sql`alter table claim_slips enable trigger claim_slips_guard`)
  })
  for (const age of ['25 hours', '23 hours'])
    await world.db.execute(sql`insert into claim_tries (id, person_id, at)
      values (gen_random_uuid(), ${okafor}, clock_timestamp() - ${age}::interval)`)
  expect(await forgetOld(world.appDb)).toMatchObject({ claimSlips: 2, claimTries: 1 })
  const { rows } = await world.db.execute(sql`select code_hash as is from claim_slips order by 1`)
  expect(rows).toEqual([{ is: 'over-new' }, { is: 'works' }])
})
