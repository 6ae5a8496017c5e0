import { contracts } from '@howcanwe/shared/contracts'
import { concernsContract as contract, conversationsContract } from '@howcanwe/shared/conversations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { letters, tablesHolding } from '../codesign/codesign.fixture.ts'
import { asAccount, aTown, begin, phoneOf, read, type Town } from './conversations.fixture.ts'
import { keepConcerns } from './index.ts'

let world: World
let at: Town
let lena: string
beforeAll(async () => {
  world = await startWorld()
  at = await aTown(world)
  lena = await world.seed.person({
    name: 'Lena',
    roles: [{ placeId: at.place.id, role: 'broker' }],
  })
})
afterAll(() => world.close())

const WORRY = 'He locks her in the kitchen when he goes out.'
const inPlace = () => ({ placeId: at.place.id })
const raise = (more: object = {}) =>
  world.anyone(contract.raise, {
    params: inPlace(),
    body: { words: WORRY, who: 'A woman in Mill Lane', contact: '', ...more },
  })
const nameLead = async (personId: string) =>
  (await asAccount(world, at.people.sam))(contract.nameLead, {
    params: inPlace(),
    body: { personId, phone: '020 7946 0500', hours: 'Mo–Fr 9–17' },
  })

describe('somebody may be at risk', () => {
  it('can always be said, also where nobody is named yet: then the stewards are to name somebody', async () => {
    const { hasLead, reference } = await raise()
    expect(hasLead).toBe(false)
    const all = await letters(world, 'conversations.concern-unread')
    expect(all.map((l) => l.subject)).toEqual([`Name somebody today: ${reference}`])
  })
  it('the steward names a lead, with a number everybody reads', async () => {
    await nameLead(lena)
    expect((await world.anyone(contract.help, { params: inPlace() })).lead).toEqual({
      name: 'Lena',
      phone: '020 7946 0500',
      hours: 'Mo–Fr 9–17',
    })
  })
  it('a lead runs no groups and asks for no council, also past the application (HW237)', async () => {
    for (const who of [at.people.yusuf, at.people.ruth])
      expect((await refusal(nameLead(who))).code).toBe('conversations.lead_unfit')
    const both = await world.seed.person({
      name: 'Both',
      roles: (['broker', 'facilitator'] as const).map((role) => ({ placeId: at.place.id, role })),
    })
    const past = sql`insert into safeguarding_leads (id, place_id, number, lead_id, phone, hours, named_by)
      values (gen_random_uuid(), ${at.place.id}, 2, ${both}, '1', '', ${at.people.sam})`
    expect(await world.appDb.execute(past).catch(sqlState)).toBe('HW237')
  })
  it('only the lead reads it; each opening is recorded', async () => {
    await raise()
    const call = await asAccount(world, lena)
    const { items } = await call(contract.concerns, { params: inPlace() })
    const id = items[0]?.id ?? ''
    const opened = await call(contract.openConcern, { params: { concernId: id }, body: {} })
    expect(opened).toMatchObject({ words: WORRY, who: 'A woman in Mill Lane', contact: '' })
    const { rows } = await world.db.execute(
      sql`select 1 from audit_events where action = 'vault.read' and subject_id = ${id} and actor_id = ${lena}`,
    )
    expect(rows).toHaveLength(1)
    const settled = await call(contract.settle, { params: { concernId: id }, body: {} })
    expect(settled.state).toBe('settled')
  })
  it('a facilitator, a council, a steward, another broker and a member find nothing', async () => {
    await raise()
    const lead = await asAccount(world, lena)
    const id = (await lead(contract.concerns, { params: inPlace() })).items[0]?.id ?? ''
    const { yusuf, ruth, sam, ines, noor } = at.people
    for (const who of [yusuf, ruth, sam, ines, noor]) {
      const call = await asAccount(world, who)
      expect((await refusal(call(contract.concerns, { params: inPlace() }))).code).toBe(
        'conversations.not_lead',
      )
      for (const ask of [contract.openConcern, contract.settle])
        expect((await refusal(call(ask, { params: { concernId: id }, body: {} }))).code).toBe(
          'conversations.concern_not_found',
        )
    }
  })
  it('whoever starts to run groups reads nothing more, though they were named', async () => {
    const other = await aTown(world)
    const mo = await world.seed.person({
      name: 'Mo',
      roles: [{ placeId: other.place.id, role: 'broker' }],
    })
    const params = { placeId: other.place.id }
    const steward = await asAccount(world, other.people.sam)
    const body = { personId: mo, phone: '1234', hours: '' }
    await steward(contract.nameLead, { params, body })
    await world.db.execute(
      sql`update groups set facilitator_id = ${mo} where id = ${other.groupId}`,
    )
    const call = await asAccount(world, mo)
    expect((await refusal(call(contract.concerns, { params }))).code).toBe('conversations.not_lead')
  })
  it('stands in no table, letter or event as words: it is sealed (PE5)', async () => {
    await raise()
    expect(await tablesHolding(world, 'locks her in the kitchen')).toEqual([])
    expect(await tablesHolding(world, 'woman in Mill Lane')).toEqual([])
    const said = await letters(world, 'conversations.concern')
    expect(said.map((l) => l.subject + l.body).join()).not.toMatch(/kitchen|Mill Lane/)
  })
  it('from a message, it carries how that stood, and who it is about is told nothing', async () => {
    const kayleigh = await phoneOf(world, at, { firstName: 'Kayleigh' })
    const thread = await begin(kayleigh.call, at.groupId, { words: 'I cannot go on like this.' })
    const where = { groupId: at.groupId, threadId: thread.id }
    const [message] = await read(kayleigh.call, where)
    await raise({ groupId: at.groupId, messageId: message?.id })
    const params = { groupId: at.groupId, messageId: message?.id ?? '' }
    await kayleigh.call(conversationsContract.takeBack, { params, body: {} })
    const call = await asAccount(world, lena)
    const id = (await call(contract.concerns, { params: inPlace() })).items[0]?.id ?? ''
    expect(await call(contract.openConcern, { params: { concernId: id }, body: {} })).toMatchObject(
      { message: 'I cannot go on like this.' },
    )
    const yusuf = await asAccount(world, at.people.yusuf)
    const inGroup = { params: { groupId: at.groupId } }
    expect((await yusuf(conversationsContract.reports, inGroup)).items).toEqual([])
    const log = await yusuf(conversationsContract.log, { ...inGroup, query: {} })
    expect(log.items).toEqual([])
  })
  it('one that nobody reads is said again each day, and never goes unread (HW239)', async () => {
    await raise()
    await world.db.execute(
      sql`alter table safeguarding_concerns disable trigger safeguarding_concerns_guard`,
    )
    await world.db.execute(
      sql`update safeguarding_concerns set created_at = created_at - interval '25 hours' where state = 'new'`,
    )
    await world.db.execute(
      sql`alter table safeguarding_concerns enable trigger safeguarding_concerns_guard`,
    )
    while (await keepConcerns({ db: world.db, config: world.config }));
    const again = await letters(world, 'conversations.concern')
    expect(again.some((l) => l.subject.startsWith('Still waiting'))).toBe(true)
    for (const past of [
      sql`delete from safeguarding_concerns where state = 'new'`,
      sql`update safeguarding_concerns set state = 'settled', read_at = now(), settled_at = now() where state = 'new'`,
    ])
      expect(await world.appDb.execute(past).catch(sqlState)).toBe('HW239')
  })
})

it('a report of a text never reaches the safeguarding lead', async () => {
  const [kayleigh, okafor] = [await phoneOf(world, at), await phoneOf(world, at)]
  const thread = await begin(kayleigh.call, at.groupId, { words: 'You are all useless.' })
  const [message] = await read(kayleigh.call, { groupId: at.groupId, threadId: thread.id })
  const call = await asAccount(world, lena)
  const before = (await call(contract.concerns, { params: inPlace() })).items.length
  const lettersBefore = (await letters(world, 'conversations.concern')).length
  await okafor.call(conversationsContract.report, {
    params: { groupId: at.groupId, messageId: message?.id ?? '' },
    body: { reason: 'not-kind', said: 'He means us.' },
  })
  expect((await call(contract.concerns, { params: inPlace() })).items).toHaveLength(before)
  expect((await letters(world, 'conversations.concern')).length).toBe(lettersBefore)
  const asked = call(conversationsContract.reports, { params: { groupId: at.groupId } })
  expect((await refusal(asked)).code).toBe('codesign.no_place_here')
})

it('who says it is asked for no account, and nobody is told who calls (FR-11)', () => {
  expect(contracts.concerns?.raise).toMatchObject({ access: 'anyone', anonymous: true })
})
