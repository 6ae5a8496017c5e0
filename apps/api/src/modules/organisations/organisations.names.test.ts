import type { CallArgs } from '@howcanwe/shared/http'
import { identityContract } from '@howcanwe/shared/identity'
import { organisationsContract as contract } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { gssAreas } from '../places/gss.table.ts'

type Registration = CallArgs<typeof contract.register>['body']
const LAD = 'E09000001'

let world: World
let here: SeededPlace
let elsewhere: SeededPlace

beforeAll(async () => {
  world = await startWorld()
  here = await world.seed.place({ name: 'Northgate and Elmside' })
  elsewhere = await world.seed.place({ name: 'Farwater' })
  await world.seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  await world.seed.person({
    name: 'Ruth',
    roles: [{ placeId: here.id, role: 'commissioner' }],
  })
  await world.db.insert(gssAreas).values({
    ...{
      code: LAD,
      activeCode: LAD,
      name: 'Northgate',
      kind: 'lad',
      current: true,
      source: 'ours',
    },
  })
})
afterAll(() => world.close())

let count = 0
const form = (more: Partial<Registration> = {}): Registration => ({
  placeId: here.id,
  name: `Carers’ Circle ${++count}`,
  kind: 'unconstituted-group',
  incomeBand: 'none',
  areaIds: [here.areaIds[0] ?? ''],
  themes: ['carers'],
  contact: { name: 'Amina', email: `amina-${count}@example.org` },
  declared: true,
  ...more,
})

const lettersTo = async (address: string) =>
  (
    await world.db.execute<{ template: string; subject: string; body: string }>(
      sql`select template, subject, body from outbox where recipient = ${address} order by id`,
    )
  ).rows
const howMany = async (table: 'audit_events' | 'outbox' | 'organisations') =>
  Number(
    (await world.db.execute<{ n: string }>(sql`select count(*) n from ${sql.identifier(table)}`))
      .rows[0]?.n,
  )

describe('somebody who registers without end', () => {
  it('ten at once: three are there, and the rest are told when to go on (T-20)', async () => {
    const person = await world.seed.person()
    const call = await world.as(person)
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => call(contract.register, { body: form() })),
    )
    const refused = all.flatMap((r) => (r.status === 'rejected' ? [r.reason.problem] : []))
    expect(refused.map((p) => [p.status, p.code])).toEqual(
      Array(7).fill([429, 'organisations.too_many_today']),
    )
    expect((await call(identityContract.me)).organisations).toHaveLength(3)
    const other = await world.as(await world.seed.person())
    await other(contract.register, { body: form() })
  })

  it('may go on a day later, by the clock of the database', async () => {
    const person = await world.seed.person()
    const call = await world.as(person)
    for (let i = 0; i < 3; i++) await call(contract.register, { body: form() })
    const age = (by: string) =>
      world.db.transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`)
        await tx.execute(
          sql`update audit_events set at = at - ${by}::interval where actor_id = ${person}`,
        )
      })
    await age('23 hours 59 minutes')
    expect((await refusal(call(contract.register, { body: form() }))).code).toBe(
      'organisations.too_many_today',
    )
    await age('1 minute')
    await call(contract.register, { body: form() })
  })
})

describe('a name that carries an address', () => {
  it.each([
    ['the organisation', { name: 'Win at evil.example/x' }, ['#/body/name']],
    [
      'the contact',
      { contact: { name: 'Win at www.evil.example', email: 'amina@example.org' } },
      ['#/body/contact/name'],
    ],
    [
      'both',
      { name: 'a@b.example', contact: { name: 'a@b.example', email: 'amina@example.org' } },
      ['#/body/name', '#/body/contact/name'],
    ],
  ])('of %s is refused beside its field, and no letter leaves', async (_, more, pointers) => {
    const call = await world.as(await world.seed.person())
    const before = await howMany('outbox')
    const { code, errors } = await refusal(call(contract.register, { body: form(more) }))
    expect(code).toBe('request.invalid')
    expect(errors).toEqual(pointers.map((pointer) => ({ pointer, code: 'invalid' })))
    expect(await howMany('outbox')).toBe(before)
    const ours = await call(contract.register, { body: form() })
    const change = refusal(
      call(
        contract.change,
        { params: { organisationId: ours.id }, body: more },
        { ifMatch: ours.version },
      ),
    )
    expect((await change).errors?.map((e) => e.pointer)).toEqual(pointers)
  })
})

describe('one name, one organisation', () => {
  it('ten people press at once, and one of them has registered it', async () => {
    const calls = await Promise.all(
      Array.from({ length: 10 }, async () => world.as(await world.seed.person())),
    )
    const body = form({ name: 'Elmside Tool Library' })
    const before = await howMany('audit_events')
    const all = await Promise.allSettled(
      calls.map((call, i) =>
        call(contract.register, {
          body: { ...body, name: i % 2 ? body.name : body.name.toUpperCase() },
        }),
      ),
    )
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    const refused = all.flatMap((r) => (r.status === 'rejected' ? [r.reason.problem] : []))
    expect(new Set(refused.map((p) => p.code))).toEqual(new Set(['organisations.name_taken']))
    expect(refused[0].errors[0].pointer).toBe('#/body/name')
    expect(await howMany('audit_events')).toBe(before + 1)
    expect(await lettersTo(body.contact.email ?? '')).toHaveLength(1)
  })

  it('the same name in another place is another organisation', async () => {
    const call = await world.as(await world.seed.person())
    const body = form()
    await call(contract.register, { body })
    const there = { ...body, placeId: elsewhere.id, areaIds: elsewhere.areaIds }
    expect((await call(contract.register, { body: there })).name).toBe(body.name)
  })
})
