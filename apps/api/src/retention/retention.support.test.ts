import { supportExchangeContract as contract } from '@howcanwe/shared/support-exchange'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../test/support.ts'
import { inTransaction, sqlState } from '../db/database.ts'
import { forgetOld } from './index.ts'

let world: World
let carers = ''
let youth = ''
let amina = ''
let dele = ''

beforeAll(async () => {
  world = await startWorld()
  const place = await world.seed.place()
  amina = await world.seed.person({ name: 'Amina' })
  dele = await world.seed.person({ name: 'Dele' })
  carers = await world.seed.organisation({ place, members: [amina] })
  youth = await world.seed.organisation({ place, members: [dele] })
})
afterAll(() => world.close())

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const offering = async () =>
  (await world.as(dele))(contract.offer, {
    body: {
      organisationId: youth,
      kind: 'payroll-host',
      what: 'We run payroll for small groups',
      until: inDays(90),
    },
  })
const asking = async () =>
  (await world.as(amina))(contract.ask, {
    body: {
      organisationId: carers,
      kind: 'payroll-host',
      what: 'Somebody to run payroll for two',
      until: inDays(60),
    },
  })
const asked = async (askId: string, offerId: string) =>
  (await world.as(amina))(contract.askThem, { params: { askId }, body: { offerId } })

/** Its last day was so long ago, and it is over. */
const over = (table: 'support_asks' | 'support_offers', id: string, days: string) =>
  inTransaction(world.db, async (tx) => {
    await tx.execute(sql`update ${sql.identifier(table)} set state = 'lapsed',
      ends_at = clock_timestamp() - ${days}::interval where id = ${id}`)
  })
const left = async (table: string) =>
  (
    await world.db.execute<{ id: string }>(sql`select id from ${sql.identifier(table)} order by id`)
  ).rows.map((row) => row.id)
const forgetByHand = (askId: string) =>
  world.db.execute(sql`delete from support_requests where ask_id = ${askId}`).then(
    () => 'gone',
    (error: unknown) => sqlState(error),
  )

describe('who asked whom for help (OR5) is forgotten a year after the last day it held', () => {
  it('with what they said; a day sooner all of it is there, whoever tries to delete it [G]', async () => {
    const [ask, offer] = [await asking(), await offering()]
    await asked(ask.id, offer.id)
    await over('support_asks', ask.id, '364 days')
    await over('support_offers', offer.id, '400 days')
    expect(await forgetOld(world.db)).toMatchObject({
      supportRequests: 0,
      supportAsks: 0,
      supportOffers: 0,
    })
    expect(await forgetByHand(ask.id)).toBe('HW129')
    await over('support_asks', ask.id, '365 days 1 minute')
    expect(await forgetOld(world.db)).toMatchObject({
      supportRequests: 1,
      supportAsks: 1,
      supportOffers: 1,
    })
    for (const table of ['support_requests', 'support_asks', 'support_offers'])
      expect(await left(table)).toEqual([])
  })

  it('what is open stays, however old a row says it is', async () => {
    const [ask, offer] = [await asking(), await offering()]
    await asked(ask.id, offer.id)
    await world.db.execute(sql`update support_asks set ends_at = ends_at - interval '2 years'`)
    await world.db.execute(sql`update support_offers set ends_at = ends_at - interval '2 years'`)
    await forgetOld(world.db)
    expect(await forgetByHand(ask.id)).toBe('HW129')
    expect([await left('support_asks'), await left('support_offers')]).toEqual([
      [ask.id],
      [offer.id],
    ])
  })
})
