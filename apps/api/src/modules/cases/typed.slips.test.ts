import { typedContract as contract } from '@howcanwe/shared/cases'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import { here, ines, inTown, world } from './cases.fixture.ts'
import { typeOrganisation } from './typed.fixture.ts'

inTown()

describe('a slip', () => {
  const claim = async (person: string, code: string) =>
    (await world.as(person))(contract.claim, { body: { code } })

  it('works however it is written, once, and makes whoever has it its lead', async () => {
    const { organisationId, slip } = await typeOrganisation()
    const okafor = await world.seed.person()
    const typedIn = ` ${slip.code.toLowerCase().replaceAll('-', ' ')} `
    expect(await claim(okafor, typedIn)).toMatchObject({ organisationId })
    const { rows } = await world.db.execute(sql`
      select person_id as id, lead from memberships where organisation_id = ${organisationId}`)
    expect(rows).toEqual([{ id: okafor, lead: true }])
    const second = claim(await world.seed.person(), slip.code)
    expect((await refusal(second)).code).toBe('cases.slip_unknown')
  })

  it('of two at once lets one through', async () => {
    const { organisationId, slip } = await typeOrganisation()
    const both = await Promise.allSettled([
      claim(await world.seed.person(), slip.code),
      claim(await world.seed.person(), slip.code),
    ])
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected'])
    const { rows } = await world.db.execute(
      sql`select 1 from memberships where organisation_id = ${organisationId}`,
    )
    expect(rows).toHaveLength(1)
  })

  it('never works for Ines, who printed it: the broker never becomes a party', async () => {
    const { organisationId, slip } = await typeOrganisation()
    expect((await refusal(claim(ines, slip.code))).code).toBe('cases.slip_unknown')
    await expect(
      world.appDb.execute(sql`update claim_slips set used_at = clock_timestamp(), used_by = ${ines}
        where organisation_id = ${organisationId}`),
    ).rejects.toThrow()
  })

  it('stops working when a newer one is printed, and where somebody signs in already there is none', async () => {
    const { organisationId, slip } = await typeOrganisation()
    const call = await world.as(ines)
    const newer = await call(contract.slip, { params: { organisationId }, body: {} })
    const okafor = await world.seed.person()
    expect((await refusal(claim(okafor, slip.code))).code).toBe('cases.slip_unknown')
    await claim(okafor, newer.code)
    const again = call(contract.slip, { params: { organisationId }, body: {} })
    expect((await refusal(again)).code).toBe('cases.has_people')
  })

  it('is guessed five times a day and no more, and guesses stay counted', async () => {
    const { slip } = await typeOrganisation()
    const guesser = await world.seed.person()
    for (let n = 0; n < 5; n++)
      expect((await refusal(claim(guesser, `PLUM-100${n}-OTTER`))).code).toBe('cases.slip_unknown')
    expect((await refusal(claim(guesser, slip.code))).code).toBe('cases.too_many_tries')
  })

  it('is over after ninety days, and the database lets none live longer', async () => {
    const { organisationId, slip } = await typeOrganisation()
    await world.db.execute(sql`alter table claim_slips disable trigger claim_slips_guard`)
    await world.db.execute(sql`update claim_slips set expires_at = clock_timestamp()
      where organisation_id = ${organisationId}`)
    await world.db.execute(sql`alter table claim_slips enable trigger claim_slips_guard`)
    const late = claim(await world.seed.person(), slip.code)
    expect((await refusal(late)).code).toBe('cases.slip_unknown')
    await expect(
      world.appDb.execute(sql`
        insert into claim_slips (id, place_id, organisation_id, code_hash, printed_by, expires_at)
        values (${someId()}, ${here.id}, ${organisationId}, 'x', ${ines}, clock_timestamp() + interval '91 days')`),
    ).rejects.toThrow()
  })

  it('lies in the database as a digest only', async () => {
    const { slip } = await typeOrganisation()
    const { rows } = await world.db.execute(
      sql`select 1 from claim_slips s where s::text ilike ${`%${slip.code}%`}`,
    )
    expect(rows).toEqual([])
  })
})
