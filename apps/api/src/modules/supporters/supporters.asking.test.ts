import { identityContract } from '@howcanwe/shared/identity'
import { supportersContract as contract } from '@howcanwe/shared/supporters'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { askJoy, helped, inDays, type Pair, pair } from './supporters.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.seed.place()
})
afterAll(() => world.close())

const rows = async <T extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
  (await world.db.execute<T>(statement)).rows
const letters = (to: string, template: string) =>
  rows<{ subject: string; body: string }>(
    sql`select subject, body from outbox where recipient = ${to} and template = ${template}`,
  )
const one = (supportId: string) => ({ params: { supportId }, body: {} })

describe('a question to an address', () => {
  const body = (more: object) => ({
    name: 'Sam',
    scopes: ['groups' as const],
    until: inDays(30),
    consentVersion: '2026-11',
    ...more,
  })

  it('gets the same answer whether anybody is known there', async () => {
    const { okafor, joy } = await pair(world)
    const keys = async (email: string) => {
      const { id, askedAt, until, ...rest } = await okafor.call(contract.ask, {
        body: body({ email }),
      })
      return rest
    }
    expect(await keys(joy.email)).toEqual(await keys(`nobody-${someId()}@example.org`))
  })

  it('is answered by nobody else, seen by nobody else, and by nobody who has not shown the address is theirs', async () => {
    const two = await pair(world)
    const other = await pair(world)
    const { id } = await askJoy(two)
    await world.db.execute(sql`update people set verified_at = null where id = ${other.joy.id}`)
    for (const call of [other.joy.call, two.okafor.call]) {
      expect((await call(contract.supporting)).items).toEqual([])
      for (const answer of [contract.accept, contract.decline, contract.stop])
        expect((await refusal(call(answer, one(id)))).code).toBe('supporters.not_found')
    }
    expect((await refusal(two.joy.call(contract.dismiss, one(id)))).code).toBe(
      'supporters.not_found',
    )
  })

  it('may go to a number, and is answered by whoever has shown that it is theirs', async () => {
    const two = await pair(world)
    const phone = `+4477009${String(Date.now()).slice(-5)}`
    const { id } = await two.okafor.call(contract.ask, { body: body({ phone }) })
    expect((await letters(phone, 'supporters.asked'))[0]?.body).toContain('Okafor asks you')
    await world.db.execute(sql`update people set phone = ${phone} where id = ${two.joy.id}`)
    expect((await two.joy.call(contract.supporting)).items).toEqual([])
    await world.db.execute(
      sql`update people set phone_verified_at = now() where id = ${two.joy.id}`,
    )
    expect((await two.joy.call(contract.accept, one(id))).state).toBe('active')
  })

  it.each([
    ['to oneself', (two: Pair) => ({ email: two.okafor.email }), 'supporters.oneself'],
    [
      'for a day gone by',
      () => ({ email: 'a@example.org', until: inDays(-2) }),
      'supporters.until_wrong',
    ],
    [
      'for more than a year',
      () => ({ email: 'a@example.org', until: inDays(368) }),
      'supporters.until_wrong',
    ],
    [
      'with words nobody showed',
      () => ({ email: 'a@example.org', consentVersion: 'x' }),
      'consents.wording_unknown',
    ],
    [
      'to an address and a number',
      () => ({ email: 'a@example.org', phone: '07700 900123' }),
      'request.invalid',
    ],
  ])('is refused %s', async (_, more, code) => {
    const two = await pair(world)
    expect((await refusal(two.okafor.call(contract.ask, { body: body(more(two)) }))).code).toBe(
      code,
    )
  })

  it('goes to one address once, and to five in a day', async () => {
    const two = await pair(world)
    await askJoy(two)
    expect((await refusal(askJoy(two))).code).toBe('supporters.asked_already')
    for (let n = 0; n < 4; n++)
      await two.okafor.call(contract.ask, {
        body: body({ email: `n${n}-${someId()}@example.org` }),
      })
    const sixth = two.okafor.call(contract.ask, { body: body({ email: 'six@example.org' }) })
    expect((await refusal(sixth)).code).toBe('supporters.enough')
  })

  it('goes by text twice in a day, also when it was taken back; by email it still goes', async () => {
    const { okafor } = await pair(world)
    const byText = (end: string) =>
      okafor.call(contract.ask, { body: body({ phone: `07700 9004${end}` }) })
    const { id } = await byText('01')
    await byText('02')
    await okafor.call(contract.dismiss, one(id))
    expect((await refusal(byText('03'))).code).toBe('identity.too_many_texts')
    await okafor.call(contract.ask, { body: body({ email: `sam-${someId()}@example.org` }) })
    await world.db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(
        sql`update supports set asked_at = asked_at - interval '1 day' where person_id = ${okafor.id}`,
      )
    })
    await byText('04')
  })

  it('says a name in one short line that leads nowhere, in text and subject, to a stranger and back', async () => {
    const { okafor, joy } = await pair(world)
    const name = `Your bank\nsee https://pay.example/now or evil.example ${'x'.repeat(20)}`
    await world.db.execute(
      sql`update people set display_name = ${name} where id in (${okafor.id}, ${joy.id})`,
    )
    const phone = '+447700900405'
    await okafor.call(contract.ask, { body: body({ phone }) })
    const { id } = await okafor.call(contract.ask, { body: body({ email: joy.email }) })
    await joy.call(contract.accept, one(id))
    const said = [
      ...(await letters(phone, 'supporters.asked')),
      ...(await letters(joy.email, 'supporters.asked')),
      ...(await letters(okafor.email, 'supporters.accepted')),
    ]
    expect(said).toHaveLength(3)
    for (const { subject, body: words } of said) {
      expect(subject).toContain(`Your bank see or ${'x'.repeat(20)}`)
      expect(subject + words).not.toMatch(/pay\.example|evil|bank\n/)
    }
  })

  it('says where he signs in when he has given no name', async () => {
    const { okafor, joy } = await pair(world)
    await world.db.execute(sql`update people set display_name = null where id = ${okafor.id}`)
    await okafor.call(contract.ask, { body: body({ email: joy.email }) })
    expect((await letters(joy.email, 'supporters.asked'))[0]?.subject).toContain(okafor.email)
  })

  it('a newer yes stands for an older one between the same two', async () => {
    const two = await pair(world)
    const first = await helped(two)
    await helped(two, ['groups', 'answers'])
    const { items } = await two.okafor.call(contract.mine)
    expect(items.map((s) => [s.id === first, s.state])).toEqual([
      [false, 'active'],
      [true, 'ended'],
    ])
  })
})

describe('two things at once', () => {
  it('she says yes while he takes his question back: one of the two happened, and it holds', async () => {
    for (let n = 0; n < 5; n++) {
      const two = await pair(world)
      const { id } = await askJoy(two)
      const [yes] = await Promise.allSettled([
        two.joy.call(contract.accept, one(id)),
        two.okafor.call(contract.dismiss, one(id)),
      ])
      const [row] = await rows<{ state: string }>(sql`select state from supports where id = ${id}`)
      expect(row?.state).toBe('ended')
      expect(['fulfilled', 'rejected']).toContain(yes.status)
      expect((await refusal(two.forHim(identityContract.me))).code).toBe('auth.not_supporting')
    }
  })

  it('ten times yes is one yes', async () => {
    const two = await pair(world)
    const { id } = await askJoy(two)
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => two.joy.call(contract.accept, one(id))),
    )
    expect(all.filter((a) => a.status === 'fulfilled')).toHaveLength(1)
    expect(await letters(two.okafor.email, 'supporters.accepted')).toHaveLength(1)
  })
})
