import { consentsContract } from '@howcanwe/shared/consents'
import { identityContract as contract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../test/support.ts'
import { sqlState } from '../db/database.ts'
import { join, town } from '../modules/codesign/codesign.fixture.ts'
import { interest, leaver } from './personal.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

describe('nobody leaves others standing', () => {
  const refused = async (erase: () => Promise<unknown>, call: Awaited<ReturnType<World['as']>>) => {
    const { code } = await refusal(erase())
    const { blockers } = await call(contract.erasure)
    return { code, blockers: blockers.map((b) => b.kind) }
  }

  it('whoever answers for an open challenge hands it over first', async () => {
    const { people, challengeId } = await town(world)
    const call = await world.as(people.ruth)
    const erase = () => call(contract.erase, { body: { word: 'erase' } })
    expect(await refused(erase, call)).toEqual({
      code: 'identity.still_commissioner',
      blockers: ['challenge'],
    })
    await world.db.execute(
      sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The money went to another case this year.' where id = ${challengeId}`,
    )
    await erase()
  })

  it('the only lead of an organisation with a running interest stays until it is answered or withdrawn', async () => {
    const { id, place, challengeId, call, erase } = await leaver(world)
    const organisation = await world.seed.organisation({ place, members: [id] })
    const interestId = await interest(world, place.id, challengeId, organisation, id)
    expect(await refused(erase, call)).toEqual({
      code: 'identity.still_lead',
      blockers: ['organisation'],
    })
    await world.db.execute(
      sql`update interests set state = 'withdrawn', withdrawn_at = now() where id = ${interestId}`,
    )
    await erase()
  })

  it('whoever runs a group with people in it waits until somebody else does', async () => {
    const { people, groupId } = await town(world)
    await join(world.anyone, groupId)
    const call = await world.as(people.yusuf)
    const erase = () => call(contract.erase, { body: { word: 'erase' } })
    expect(await refused(erase, call)).toEqual({
      code: 'identity.still_facilitator',
      blockers: ['group'],
    })
    await world.db.execute(
      sql`update groups set facilitator_id = ${people.noor} where id = ${groupId}`,
    )
    await erase()
  })

  it('a refusal changes nothing at all', async () => {
    const { people } = await town(world)
    const call = await world.as(people.ruth)
    await refusal(call(contract.erase, { body: { word: 'erase' } }))
    expect(await call(contract.me)).toMatchObject({ displayName: 'Ruth' })
    expect((await call(consentsContract.mine)).consents).toEqual([])
  })
})

describe('an erased person, by raw SQL', () => {
  const tried = (statement: ReturnType<typeof sql>) =>
    world.db.execute(statement).then(
      () => 'done',
      (error: unknown) => sqlState(error),
    )

  it.each([
    ['a name', sql`display_name = 'Amina'`],
    ['an address', sql`email = 'amina@example.org'`],
    ['a life', sql`erased_at = null`],
  ])('gets back no %s', async (_, change) => {
    const { id, erase } = await leaver(world)
    await erase()
    expect(await tried(sql`update people set ${change} where id = ${id}`)).toBe('HW011')
    expect(await tried(sql`delete from people where id = ${id}`)).toBe('HW011')
  })

  it('joins nothing, holds no role and signs in nowhere', async () => {
    const { id, place, erase } = await leaver(world)
    const organisation = await world.seed.organisation({ place })
    await erase()
    const inserts = [
      sql`insert into memberships (place_id, organisation_id, person_id, lead) values (${place.id}, ${organisation}, ${id}, true)`,
      sql`insert into role_grants (id, place_id, person_id, role) values (gen_random_uuid(), ${place.id}, ${id}, 'broker')`,
      sql`insert into sessions (id, person_id, shared_computer, expires_at) values (gen_random_uuid(), ${id}, false, now())`,
    ]
    for (const insert of inserts) expect(await tried(insert)).toBe('HW011')
  })

  it('is not erased by halves: with a session, a role or a name left, the database refuses', async () => {
    const { id } = await leaver(world)
    const half = sql`update people set email = null, phone = null, display_name = 'a resident', erased_at = now() where id = ${id}`
    expect(await tried(half)).toBe('HW011')
    await world.db.execute(sql`update sessions set revoked_at = now() where person_id = ${id}`)
    expect(
      await tried(
        sql`update people set email = null, phone = null, erased_at = now() where id = ${id}`,
      ),
    ).toBe('23514')
  })
})
