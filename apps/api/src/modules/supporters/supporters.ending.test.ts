import { identityContract } from '@howcanwe/shared/identity'
import { supportersContract as contract } from '@howcanwe/shared/supporters'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { askJoy, helped, pair } from './supporters.fixture.ts'
import { endOverdueSupport } from './usecases/ending.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.seed.place()
})
afterAll(() => world.close())

const one = (supportId: string) => ({ params: { supportId }, body: {} })
const mailed = async (to: string, template: string) =>
  (
    await world.db.execute(
      sql`select 1 from outbox where recipient = ${to} and template = ${template}`,
    )
  ).rows.length

/** As only somebody past every trigger could: to see what the clock does. */
const past = (statement: ReturnType<typeof sql>) =>
  world.db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(statement)
  })

describe('time ends it', () => {
  it('at the very instant, by the database’s clock; the worker writes it down and takes the consent back', async () => {
    const two = await pair(world)
    const supportId = await helped(two)
    await past(sql`update supports set asked_at = now() - interval '70 days', until = clock_timestamp()
      where id = ${supportId}`)
    expect((await refusal(two.forHim(identityContract.me))).code).toBe('auth.not_supporting')
    while (await endOverdueSupport(world.appDb));
    const { rows } = await world.db.execute(sql`
      select s.state, s.ended_by, c.withdrawn_at is not null as withdrawn,
        (select count(*)::int from audit_events where action = 'supporters.over' and subject_id = s.id) as said
      from supports s join consents c on c.about_id = s.id where s.id = ${supportId}`)
    expect(rows).toEqual([{ state: 'ended', ended_by: null, withdrawn: true, said: 1 }])
  })

  it('a question nobody answers in 30 days lapses, and the address with it', async () => {
    const two = await pair(world)
    const { id } = await askJoy(two)
    await past(sql`update supports set asked_at = now() - interval '30 days' where id = ${id}`)
    expect((await two.joy.call(contract.supporting)).items).toEqual([])
    expect((await refusal(two.joy.call(contract.accept, one(id)))).code).toBe(
      'supporters.not_found',
    )
    while (await endOverdueSupport(world.appDb));
    const { rows } = await world.db.execute(
      sql`select state, contact, called_name from supports where id = ${id}`,
    )
    expect(rows).toEqual([{ state: 'lapsed', contact: '', called_name: '' }])
  })
})

describe('somebody is erased', () => {
  it.each(['okafor', 'joy'] as const)('and nobody acts for anybody: %s', async (gone) => {
    const two = await pair(world)
    const supportId = await helped(two)
    await two[gone].call(identityContract.erase, { body: { word: 'erase' } })
    const { rows } = await world.db.execute(sql`
      select s.state, c.withdrawn_at is not null as withdrawn from supports s
      join consents c on c.about_id = s.id where s.id = ${supportId}`)
    expect(rows).toEqual([{ state: 'ended', withdrawn: true }])
    const other = gone === 'okafor' ? two.joy : two.okafor
    expect(await mailed(other.email, 'supporters.ended')).toBe(1)
  })

  it('a question that waits for them is forgotten', async () => {
    const two = await pair(world)
    const { id } = await askJoy(two)
    await two.joy.call(identityContract.erase, { body: { word: 'erase' } })
    const { rows } = await world.db.execute(
      sql`select state, contact from supports where id = ${id}`,
    )
    expect(rows).toEqual([{ state: 'ended', contact: '' }])
  })
})
