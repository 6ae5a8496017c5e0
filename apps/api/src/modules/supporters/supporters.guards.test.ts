import { codesignContract } from '@howcanwe/shared/codesign'
import { identityContract } from '@howcanwe/shared/identity'
import { interestsContract } from '@howcanwe/shared/interests'
import { supportersContract as contract } from '@howcanwe/shared/supporters'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { counted, join, leave, town, wish } from '../codesign/codesign.fixture.ts'
import { askJoy, helped, inDays, pair } from './supporters.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.seed.place()
})
afterAll(() => world.close())

const stateOf = (statement: ReturnType<typeof sql>) =>
  world.appDb.execute(statement).then(
    () => 'done',
    (error: unknown) => sqlState(error),
  )
const one = (supportId: string) => ({ params: { supportId }, body: {} })
const mailed = async (to: string, template: string) =>
  (
    await world.db.execute(
      sql`select 1 from outbox where recipient = ${to} and template = ${template}`,
    )
  ).rows.length

const putIn = (groupId: string, contact: string, by = 'email') => sql`
  insert into group_members (id, place_id, group_id, reference, first_name, contact_by, contact, contact_hash, ways,
    language, consent_version, manage_hash)
  select gen_random_uuid(), place_id, id, ${someId()}::text, 'Joy', ${by}::text, ${contact}::text, convert_to(${contact}::text, 'UTF8'),
    '{}', 'en', '2026-11', convert_to(${someId()}::text, 'UTF8') from groups where id = ${groupId}`

describe('a group hears one voice from Mr Okafor and Joy', () => {
  it('Joy, signed in as herself, is refused a place beside his', async () => {
    const two = await pair(world)
    const { groupId } = await town(world)
    await helped(two)
    await join(two.forHim, groupId, { contactBy: 'email', contact: two.okafor.email })
    const body = wish({ contactBy: 'email', contact: two.joy.email })
    const refused = await refusal(
      two.joy.call(codesignContract.join, { params: { groupId }, body }),
    )
    expect(refused.code).toBe('supporters.own_place')
    expect(await stateOf(putIn(groupId, two.joy.email))).toBe('HW077')
  })

  it('without an account she gets a slip like any other and no place; her own email says why, three times at most', async () => {
    const two = await pair(world)
    const { groupId } = await town(world)
    await helped(two)
    await join(two.forHim, groupId, { contactBy: 'email', contact: two.okafor.email })
    const slips = []
    for (let n = 0; n < 4; n++)
      slips.push(await join(world.anyone, groupId, { contactBy: 'email', contact: two.joy.email }))
    expect(slips[0]?.reference).toMatch(/^[A-Z]{3,12}-\d{2}$/)
    expect(await counted(world, groupId)).toEqual({ taken: 1, members: 1 })
    expect(await mailed(two.joy.email, 'codesign.held-back')).toBe(3)
    expect(await leave(world.anyone, slips[0]?.manageToken ?? '')).toEqual({ left: true })
    expect(await counted(world, groupId)).toEqual({ taken: 1, members: 1 })
  })

  it('she joins for him nowhere where she has a place herself', async () => {
    const two = await pair(world)
    const { groupId } = await town(world)
    await helped(two)
    await join(world.anyone, groupId, { contactBy: 'email', contact: two.joy.email })
    const body = wish({ contactBy: 'email', contact: two.okafor.email })
    const refused = await refusal(two.forHim(codesignContract.join, { params: { groupId }, body }))
    expect(refused.code).toBe('supporters.own_place')
    expect(await stateOf(putIn(groupId, two.okafor.email))).toBe('HW077')
  })

  it('and cannot say yes while both have a place in one', async () => {
    const two = await pair(world)
    const { groupId } = await town(world)
    for (const contact of [two.joy.email, two.okafor.email])
      await join(world.anyone, groupId, { contactBy: 'email', contact })
    const { id } = await askJoy(two)
    expect((await refusal(two.joy.call(contract.accept, one(id)))).code).toBe(
      'supporters.own_place',
    )
    const yes = sql`update supports set state = 'active', supporter_id = ${two.joy.id}, contact = '', called_name = ''
      where id = ${id}`
    expect(await stateOf(yes)).toBe('HW077')
  })

  it('of her place and his at the same moment, there is one', async () => {
    const two = await pair(world)
    const { groupId } = await town(world)
    await helped(two)
    await Promise.allSettled([
      join(two.forHim, groupId, { contactBy: 'email', contact: two.okafor.email }),
      join(world.anyone, groupId, { contactBy: 'email', contact: two.joy.email }),
    ])
    expect(await counted(world, groupId)).toEqual({ taken: 1, members: 1 })
  })

  it('by number too, however it is written; a landline with the same last nine digits is another’s', async () => {
    const two = await pair(world)
    const { groupId } = await town(world)
    await helped(two)
    for (const [id, phone] of [
      [two.okafor.id, '+447482123456'],
      [two.joy.id, '+447514960123'],
    ])
      await world.db.execute(
        sql`update people set phone = ${phone}, phone_verified_at = now() where id = ${id}`,
      )
    const params = { groupId }
    const his = (contact: string) =>
      two.forHim(codesignContract.join, { params, body: wish({ contact }) })
    expect((await refusal(his('01482 123456'))).code).toBe('codesign.not_their_contact')
    await his('07482 123456')
    expect(await stateOf(putIn(groupId, '(07514) 960-123', 'phone'))).toBe('HW077')
    const hers = two.joy.call(codesignContract.join, {
      params,
      body: wish({ contact: '0044 7514 960123' }),
    })
    expect((await refusal(hers)).code).toBe('supporters.own_place')
    await join(world.anyone, groupId, { contact: '0151 496 0123' })
    expect(await counted(world, groupId)).toEqual({ taken: 2, members: 2 })
    expect(await mailed(two.joy.email, 'codesign.held-back')).toBe(0)
    const elsewhere = await town(world)
    await join(two.forHim, elsewhere.groupId, { contact: '07482 123456' })
    expect(await stateOf(putIn(elsewhere.groupId, '0151 496 0123', 'phone'))).toBe('done')
  })

  it('for answers alone, each may have a place', async () => {
    const two = await pair(world)
    const { groupId } = await town(world)
    await helped(two, ['answers'])
    for (const contact of [two.joy.email, two.okafor.email])
      await join(world.anyone, groupId, { contactBy: 'email', contact })
    expect(await counted(world, groupId)).toEqual({ taken: 2, members: 2 })
  })
})

describe('whoever decides in a place does not answer there for an organisation', () => {
  it.each(['commissioner', 'broker', 'steward'] as const)(
    'a %s is refused, by route and by SQL',
    async (role) => {
      const two = await pair(world)
      const place = await world.seed.place()
      await world.seed.organisation({ place, members: [two.okafor.id] })
      await world.db.execute(sql`insert into role_grants (id, place_id, person_id, role)
      values (gen_random_uuid(), ${place.id}, ${two.joy.id}, ${role})`)
      const { id } = await askJoy(two, ['answers'])
      expect((await refusal(two.joy.call(contract.accept, one(id)))).code).toBe(
        'supporters.has_power',
      )
      const yes = sql`update supports set state = 'active', supporter_id = ${two.joy.id}, contact = '', called_name = ''
        where id = ${id}`
      expect(await stateOf(yes)).toBe('HW078')
    },
  )

  it('a role given later puts the answers to sleep, and only them; taken back, they wake', async () => {
    const two = await pair(world)
    const place = await world.seed.place()
    await world.seed.organisation({ place, members: [two.okafor.id] })
    await helped(two, ['groups', 'answers'])
    expect((await two.forHim(interestsContract.mine)).items).toEqual([])
    const grant = someId()
    await world.db.execute(sql`insert into role_grants (id, place_id, person_id, role)
      values (${grant}, ${place.id}, ${two.joy.id}, 'broker')`)
    expect((await refusal(two.forHim(interestsContract.mine))).code).toBe('auth.not_for_supporters')
    expect((await two.forHim(identityContract.me)).organisations).toEqual([])
    await world.db.execute(
      sql`update role_grants set state = 'ended', ended_at = clock_timestamp() where id = ${grant}`,
    )
    expect((await two.forHim(interestsContract.mine)).items).toEqual([])
  })
})

describe('by raw SQL, as the application itself', () => {
  const asking = (personId: string, more: ReturnType<typeof sql>) => sql`
    insert into supports (id, person_id, contact, called_name, scopes, until, state, supporter_id)
    select gen_random_uuid(), ${personId}, x.contact, 'Joy', x.scopes, x.until, x.state, x.supporter_id
    from (select 'j@example.org' as contact, array['groups'] as scopes, clock_timestamp() + interval '1 day' as until,
      'asked' as state, null::uuid as supporter_id) d, lateral (select ${more}) x`

  it.each([
    [
      'begun without a question',
      sql`d.contact, d.scopes, d.until, 'active' as state, d.supporter_id`,
    ],
    [
      'asked for more than a year',
      sql`d.contact, d.scopes, clock_timestamp() + interval '367 days' as until, d.state, d.supporter_id`,
    ],
    ['asked for nothing', sql`d.contact, '{}'::text[] as scopes, d.until, d.state, d.supporter_id`],
    [
      'asked for something else',
      sql`d.contact, array['money'] as scopes, d.until, d.state, d.supporter_id`,
    ],
    ['asked of nobody', sql`'' as contact, d.scopes, d.until, d.state, d.supporter_id`],
  ])('help is never %s', async (_, more) => {
    const { okafor } = await pair(world)
    expect(await stateOf(asking(okafor.id, more))).toMatch(/HW076|23514/)
  })

  it('nobody but whoever was asked says yes, and nobody for themselves', async () => {
    const two = await pair(world)
    const { id } = await askJoy(two)
    const stranger = await world.seed.person({ verifiedAt: new Date() })
    for (const who of [stranger, two.okafor.id])
      expect(
        await stateOf(sql`update supports set state = 'active', supporter_id = ${who}, contact = '', called_name = ''
          where id = ${id}`),
      ).toMatch(/HW076|23514/)
  })

  it.each([
    ['lasts longer than was asked', sql`until = until + interval '1 day'`],
    ['covers more than was asked', sql`scopes = array['groups', 'answers']`],
    ['goes to another person', sql`person_id = gen_random_uuid()`],
    ['is passed on to somebody else', sql`supporter_id = person_id`],
    ['is asked anew', sql`state = 'asked'`],
  ])('once in force it never %s', async (_, change) => {
    const supportId = await helped(await pair(world))
    expect(await stateOf(sql`update supports set ${change} where id = ${supportId}`)).toMatch(
      /HW076|23514/,
    )
    expect(await stateOf(sql`delete from supports where id = ${supportId}`)).toBe('HW076')
  })

  it('what has ended stays ended', async () => {
    const two = await pair(world)
    const supportId = await helped(two)
    await two.okafor.call(contract.dismiss, one(supportId))
    const again = sql`update supports set state = 'active', ended_at = null where id = ${supportId}`
    expect(await stateOf(again)).toBe('HW076')
  })
})

it('the last day is at most a year away, whatever day it is', async () => {
  const two = await pair(world)
  const until = inDays(364)
  const { id } = await two.okafor.call(contract.ask, {
    body: {
      name: 'Joy',
      email: two.joy.email,
      scopes: ['groups'],
      until,
      consentVersion: '2026-11',
    },
  })
  expect(id).toBeTruthy()
})
