import type { CallArgs } from '@howcanwe/shared/http'
import { identityContract } from '@howcanwe/shared/identity'
import { organisationsContract as contract } from '@howcanwe/shared/organisations'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import { constraintOf } from '../../db/database.ts'
import { people } from '../identity/identity.table.ts'
import { gssAreas } from '../places/gss.table.ts'
import { registerEntries } from '../register/register.table.ts'
import { organisations } from './organisations.table.ts'

type Registration = CallArgs<typeof contract.register>['body']
const LAD = 'E09000001'

let world: World
let here: SeededPlace
let elsewhere: SeededPlace
let ines: string
let ruth: string

beforeAll(async () => {
  world = await startWorld()
  here = await world.seed.place({ name: 'Northgate and Elmside' })
  elsewhere = await world.seed.place({ name: 'Farwater' })
  ines = await world.seed.person({ name: 'Ines', roles: [{ placeId: here.id, role: 'broker' }] })
  ruth = await world.seed.person({
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

async function entry(more: Partial<typeof registerEntries.$inferInsert> = {}) {
  const identifier = String(1_100_000 + ++count)
  const [row] = await world.db
    .insert(registerEntries)
    .values({
      scheme: 'GB-CHC',
      identifier,
      source: 'ccew',
      licence: 'made up',
      nameRaw: 'NORTHGATE LUNCH CLUB',
      nameShown: 'Northgate Lunch Club',
      searchNames: 'northgate lunch club',
      status: 'registered',
      kind: 'cio',
      activities: 'A hot meal and company on Mondays',
      incomeBand: 'micro',
      ladCode: LAD,
      areas: [LAD],
      themes: ['food', 'older-people'],
      themeBasis: 'expressions',
      postcodeValid: true,
      postcodeRaw: 'NG1 1AA',
      website: 'https://lunch.example.org',
      raw: {},
      rowHash: identifier,
      ...more,
    })
    .returning()
  if (!row) throw new Error('insert returned no row')
  return row
}

const lettersTo = async (address: string) =>
  (
    await world.db.execute<{ template: string; subject: string; body: string }>(
      sql`select template, subject, body from outbox where recipient = ${address} order by id`,
    )
  ).rows
const trailOf = async (id: string) =>
  (
    await world.db.execute<{ action: string; actor_id: string; after: unknown }>(
      sql`select action, actor_id, after from audit_events where subject_id = ${id} order by id`,
    )
  ).rows
const howMany = async (table: 'audit_events' | 'outbox' | 'organisations') =>
  Number(
    (await world.db.execute<{ n: string }>(sql`select count(*) n from ${sql.identifier(table)}`))
      .rows[0]?.n,
  )

describe('a group of nine volunteers registers', () => {
  it('on a phone, without a number, and Amina is its lead', async () => {
    const amina = await world.seed.person({ displayName: null })
    const call = await world.as(amina)
    const ours = await call(contract.register, { body: form() })
    expect(ours).toMatchObject({
      state: 'listed',
      sector: 'community',
      identifiers: [],
      areas: [{ name: 'Northgate' }],
      contact: { name: 'Amina', phone: null },
      can: { change: true, check: false },
      version: 1,
    })
    const me = await call(identityContract.me)
    expect(me.organisations).toEqual([
      { id: ours.id, placeId: here.id, name: ours.name, lead: true },
    ])
    expect(await call(contract.capacity, { params: { organisationId: ours.id } })).toMatchObject({
      spareHoursPerMonth: null,
      skills: [],
      confirmedAt: null,
      version: 1,
    })
  })

  it('who had no name yet is now called what they wrote; a name somebody chose stays', async () => {
    const [nameless, named] = [
      await world.seed.person({ displayName: null }),
      await world.seed.person({ name: 'Dele' }),
    ]
    for (const person of [nameless, named])
      await (await world.as(person))(contract.register, { body: form() })
    const nameOf = async (id: string) =>
      (await world.db.select().from(people).where(eq(people.id, id)))[0]?.displayName
    expect([await nameOf(nameless), await nameOf(named)]).toEqual(['Amina', 'Dele'])
  })

  it('leaves a trail without words of theirs, and a letter in their language', async () => {
    const amina = await world.seed.person({ language: 'nl' })
    const body = form({ name: 'De Mantelzorgkring' })
    const ours = await (await world.as(amina))(contract.register, { body })
    const trail = await trailOf(ours.id)
    expect(trail).toMatchObject([{ action: 'organisations.registered', actor_id: amina }])
    expect(JSON.stringify(trail)).not.toMatch(/Mantelzorg|Amina|@/)
    const letters = await lettersTo(body.contact.email ?? '')
    expect(letters).toMatchObject([{ template: 'organisations.registered' }])
    expect(letters[0]?.subject).toBe('De Mantelzorgkring is aangemeld in Northgate and Elmside')
    expect(letters[0]?.body).toContain('020 7946 0000')
  })

  it('with a telephone number alone: whoever registered it gets the letter, nothing lost', async () => {
    const email = `amina-${someId()}@example.org`
    const call = await world.as(await world.seed.person({ email }))
    const contact = { name: 'Amina', phone: '020 7946 0001' }
    const ours = await call(contract.register, { body: form({ contact }) })
    expect(ours.contact).toEqual({ ...contact, email: null })
    expect(await lettersTo(email)).toMatchObject([{ template: 'organisations.registered' }])
    expect(await lettersTo('+442079460001')).toEqual([])
  })

  it.each([
    ['no way to be reached', { contact: { name: 'Amina' } }, 'organisations.no_contact'],
    ['an area of another place', 'foreign-area', 'organisations.area_unknown'],
    ['a place nobody knows', { placeId: someId() }, 'places.not_found'],
    ['an entry nobody knows', { registerEntryId: someId() }, 'organisations.entry_unknown'],
  ] as const)('not with %s, and then there is no trail and no letter', async (_, more, code) => {
    const call = await world.as(await world.seed.person({ displayName: null }))
    const before = [
      await howMany('organisations'),
      await howMany('audit_events'),
      await howMany('outbox'),
    ]
    const body =
      more === 'foreign-area'
        ? form({ areaIds: [...here.areaIds, ...elsewhere.areaIds] })
        : form(more)
    expect((await refusal(call(contract.register, { body }))).code).toBe(code)
    expect([
      await howMany('organisations'),
      await howMany('audit_events'),
      await howMany('outbox'),
    ]).toEqual(before)
  })

  it('not without the declaration, and every gap is named beside its field', async () => {
    const call = await world.as(await world.seed.person())
    const empty = { placeId: here.id, name: '', areaIds: [], themes: [], contact: { name: '' } }
    const { code, errors } = await refusal(
      call(contract.register, { body: empty as unknown as Registration }),
    )
    expect(code).toBe('request.invalid')
    expect(new Set(errors?.map((e) => e.pointer))).toEqual(
      new Set(
        ['name', 'kind', 'incomeBand', 'areaIds', 'themes', 'contact/name', 'declared'].map(
          (f) => `#/body/${f}`,
        ),
      ),
    )
  })

  it('a turnover, a policy or a second sector cannot be slipped in', async () => {
    const call = await world.as(await world.seed.person())
    for (const extra of [{ turnoverPence: 1 }, { sector: 'public' }, { state: 'checked' }]) {
      const body = { ...form(), ...extra } as Registration
      expect((await refusal(call(contract.register, { body }))).errors?.[0]?.code).toBe(
        'not_allowed',
      )
    }
  })
})

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

describe('an organisation finds itself in the charity register', () => {
  it('by a name with a typo, with nothing that leads to a home', async () => {
    const club = await entry()
    const call = await world.as(await world.seed.person())
    const { items } = await call(contract.candidates, {
      query: { placeId: here.id, q: 'Northgate lunsh club' },
    })
    expect(items.find((i) => i.id === club.id)).toEqual({
      id: club.id,
      orgId: club.orgId,
      name: 'Northgate Lunch Club',
      activities: 'A hot meal and company on Mondays',
      district: 'Northgate',
      kind: 'cio',
      incomeBand: 'micro',
      themes: ['food', 'older-people'],
      removed: false,
      claimed: false,
    })
    expect(JSON.stringify(items)).not.toMatch(/NG1|lunch\.example|@/)
  })

  it('by its number, typed as people write it, also when its office is elsewhere', async () => {
    const far = await entry({ ladCode: 'E06000099', areas: [], searchNames: 'farwater mission' })
    const call = await world.as(await world.seed.person())
    const { items } = await call(contract.candidates, {
      query: { placeId: here.id, q: `Registered charity no. ${far.identifier}` },
    })
    expect(items.map((i) => i.id)).toEqual([far.id])
  })

  it('and sees those of its own town before namesakes of another', async () => {
    const names = { nameShown: 'Quilters Guild', searchNames: 'quilters guild' }
    const far = await entry({ ...names, ladCode: 'E06000099', areas: [] })
    const near = await entry(names)
    const call = await world.as(await world.seed.person())
    const { items } = await call(contract.candidates, {
      query: { placeId: here.id, q: 'Quilters Gild' },
    })
    expect(items.map((i) => [i.id, i.district])).toEqual([
      [near.id, 'Northgate'],
      [far.id, null],
    ])
  })

  it('claims its entry, and its number is known to be right', async () => {
    const own = await entry()
    const call = await world.as(await world.seed.person())
    const body = form({ registerEntryId: own.id, registerNumber: `Charity no. ${own.identifier}` })
    const ours = await call(contract.register, { body })
    expect(ours.identifiers).toEqual([{ orgId: own.orgId, verified: 'register' }])
    const query = { placeId: here.id, q: own.identifier }
    const { items } = await call(contract.candidates, { query })
    expect(items).toMatchObject([{ id: own.id, claimed: true }])
    expect(
      (await call(contract.candidates, { query: { ...query, placeId: elsewhere.id } })).items,
    ).toMatchObject([{ id: own.id, claimed: false }])
  })

  it('ten claim the same entry at once, and one has it', async () => {
    const own = await entry()
    const calls = await Promise.all(
      Array.from({ length: 10 }, async () => world.as(await world.seed.person())),
    )
    const all = await Promise.allSettled(
      calls.map((call) => call(contract.register, { body: form({ registerEntryId: own.id }) })),
    )
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
    expect(
      new Set(all.flatMap((r) => (r.status === 'rejected' ? [r.reason.problem.code] : []))),
    ).toEqual(new Set(['organisations.entry_claimed']))
  })

  it.each([
    ['a number found in the register', 'registered', 'register'],
    ['a number of a charity that was removed from it', 'removed', 'pattern'],
  ] as const)(
    '%s is kept as %s → %s, and claims nothing by itself',
    async (_, status, verified) => {
      const other = await entry({ status })
      const call = await world.as(await world.seed.person())
      const body = form({ kind: 'charity', registerNumber: other.identifier })
      const ours = await call(contract.register, { body })
      expect(ours.identifiers).toEqual([{ orgId: other.orgId, verified }])
      const { items } = await call(contract.candidates, {
        query: { placeId: here.id, q: other.identifier },
      })
      expect(items).toMatchObject([{ id: other.id, claimed: false, removed: status === 'removed' }])
    },
  )

  it('a number that fits no list is kept as typed and hinders nothing', async () => {
    const call = await world.as(await world.seed.person())
    const body = form({ registerNumber: 'waiting for the Commission' })
    expect((await call(contract.register, { body })).identifiers).toEqual([
      { orgId: 'waiting for the Commission', verified: 'none' },
    ])
  })

  it('a search full of wildcards and quotes is only a search', async () => {
    const call = await world.as(await world.seed.person())
    for (const q of ['%%', "'; drop table people; --", '\\_', '((('])
      await call(contract.candidates, { query: { placeId: here.id, q } })
    expect(
      (await refusal(call(contract.candidates, { query: { placeId: someId(), q: 'lunch' } }))).code,
    ).toBe('places.not_found')
  })
})

describe('who sees an organisation', () => {
  it('its own people and the broker, contact included; for everybody else it is not there', async () => {
    const [lead, member, stranger] = [
      await world.seed.person(),
      await world.seed.person(),
      await world.seed.person(),
    ]
    const ours = await world.seed.organisation({ place: here, members: [lead, member] })
    await world.seed.organisation({ place: here, members: [stranger] })
    const brokerElsewhere = await world.seed.person({
      roles: [{ placeId: elsewhere.id, role: 'broker' }],
    })
    const params = { organisationId: ours }
    for (const person of [lead, member, ines]) {
      const seen = await (await world.as(person))(contract.read, { params })
      expect(seen.contact?.email).toMatch(/@example\.org$/)
      expect(seen.can).toEqual({ change: person !== ines, check: person === ines })
    }
    for (const person of [stranger, brokerElsewhere]) {
      const call = await world.as(person)
      for (const route of [contract.read, contract.capacity])
        expect((await refusal(call(route, { params }))).code).toBe('organisations.not_found')
    }
    const commissioner = await world.as(ruth)
    expect((await refusal(commissioner(contract.read, { params }))).code).toBe('auth.forbidden')
  })

  it('a commissioner who also belongs to the council still does not see a group’s contact', async () => {
    await world.seed.organisation({ place: here, kind: 'council', members: [ruth] })
    const ours = await world.seed.organisation({ place: here })
    const call = await world.as(ruth)
    expect((await refusal(call(contract.read, { params: { organisationId: ours } }))).code).toBe(
      'organisations.not_found',
    )
  })
})

describe('the broker’s list', () => {
  it('goes through a place by name, page by page, each organisation once', async () => {
    const place = await world.seed.place()
    const broker = await world.seed.person({ roles: [{ placeId: place.id, role: 'broker' }] })
    const names = ['Zebra Club', 'aardvark friends', 'Élan Dance', 'Beacon', 'beacon hill']
    for (const name of names) await world.seed.organisation({ place, name })
    await world.seed.organisation({ place, name: 'Gone', state: 'left' })
    await world.seed.organisation({ place: here, name: 'Not of this place' })
    const call = await world.as(broker)
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query: CallArgs<typeof contract.list>['query'] = {
        placeId: place.id,
        limit: 2,
        ...(cursor ? { cursor } : {}),
      }
      const page: Awaited<ReturnType<typeof call<typeof contract.list>>> = await call(
        contract.list,
        { query },
      )
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items.map((o) => o.name))
      cursor = page.nextCursor
    } while (cursor)
    expect([...seen].sort()).toEqual([...names].sort())
    const found = await call(contract.list, { query: { placeId: place.id, q: 'elan danse' } })
    expect(found.items.map((o) => o.name)).toEqual(['Élan Dance'])
    expect(found.items[0]?.contact?.name).toBe('Amina')
  })

  it('is not for the broker of another place', async () => {
    const call = await world.as(ines)
    expect((await refusal(call(contract.list, { query: { placeId: elsewhere.id } }))).code).toBe(
      'auth.forbidden',
    )
  })
})

describe('an organisation changes what it said of itself', () => {
  async function ours(more: Parameters<typeof world.seed.organisation>[0] = { place: here }) {
    const [lead, member] = [await world.seed.person(), await world.seed.person()]
    const id = await world.seed.organisation({ ...more, members: [lead, member] })
    return { id, params: { organisationId: id }, lead, member, as: await world.as(member) }
  }

  it('any of its people may, and the change and its trail are one', async () => {
    const o = await ours()
    const changed = await o.as(
      contract.change,
      {
        params: o.params,
        body: {
          areaIds: [...here.areaIds, ...here.areaIds],
          themes: ['food', 'food'],
          website: 'https://circle.example.org',
        },
      },
      { ifMatch: 1 },
    )
    expect(changed).toMatchObject({
      areas: [{ name: 'Northgate' }, { name: 'Elmside' }],
      themes: ['food'],
      website: 'https://circle.example.org',
      version: 2,
    })
    expect(await trailOf(o.id)).toMatchObject([
      { action: 'organisations.changed', after: { fields: ['areaIds', 'themes', 'website'] } },
    ])
  })

  it('two colleagues at once: the second sees that somebody was first, and nothing is lost', async () => {
    const o = await ours()
    const both = await Promise.allSettled(
      [o.lead, o.member].map(async (person, i) =>
        (await world.as(person))(
          contract.change,
          { params: o.params, body: { themes: i ? ['food'] : ['health'] } },
          { ifMatch: 1 },
        ),
      ),
    )
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    const { code, currentVersion } = await refusal(
      o.as(contract.change, { params: o.params, body: { themes: ['food'] } }, { ifMatch: 1 }),
    )
    expect([code, currentVersion]).toEqual(['request.stale', 2])
    expect(await trailOf(o.id)).toHaveLength(1)
  })

  it('the broker may read but not write, and another organisation finds nothing to write to', async () => {
    const o = await ours()
    const args = { params: o.params, body: { themes: ['food' as const] } }
    const broker = await world.as(ines)
    await world.seed.organisation({ place: here, members: [ines] })
    expect((await refusal(broker(contract.change, args, { ifMatch: 1 }))).code).toBe(
      'auth.forbidden',
    )
    const stranger = (await ours()).as
    expect((await refusal(stranger(contract.change, args, { ifMatch: 1 }))).code).toBe(
      'organisations.not_found',
    )
  })

  it.each([
    ['no contact', { contact: { name: 'Amina', email: null } }, 'organisations.no_contact'],
    ['an area of another place', 'foreign-area', 'organisations.area_unknown'],
    ['a name that is taken', { name: 'ALREADY HERE' }, 'organisations.name_taken'],
    ['a script for a website', { website: 'javascript:alert(1)' }, 'request.invalid'],
    ['a kind of its own choosing', { kind: 'council' }, 'request.invalid'],
  ] as const)('not to %s', async (what, more, code) => {
    if (what === 'a name that is taken')
      await world.seed.organisation({ place: here, name: 'Already Here' })
    const o = await ours()
    const body = more === 'foreign-area' ? { areaIds: elsewhere.areaIds } : more
    const asked = o.as(
      contract.change,
      { params: o.params, body: body as CallArgs<typeof contract.change>['body'] },
      { ifMatch: 1 },
    )
    expect((await refusal(asked)).code).toBe(code)
    expect(await trailOf(o.id)).toEqual([])
  })

  it('under a new name it asks for a new check', async () => {
    const o = await ours({ place: here, state: 'checked', checkedAt: new Date() })
    const args = { params: o.params, body: { name: 'Quite Another Circle' } }
    expect((await o.as(contract.change, args, { ifMatch: 1 })).state).toBe('listed')
  })
})

describe('a broker checks that somebody is who they say', () => {
  it('once, however often it is pressed', async () => {
    const ours = await world.seed.organisation({ place: here })
    const call = await world.as(ines)
    const params = { organisationId: ours }
    const all = await Promise.all(
      Array.from({ length: 5 }, () => call(contract.check, { params, body: {} })),
    )
    expect(new Set(all.map((o) => `${o.state} ${o.version} ${o.can.check}`))).toEqual(
      new Set(['checked 2 false']),
    )
    expect(await trailOf(ours)).toMatchObject([{ action: 'organisations.checked', actor_id: ines }])
  })

  it('a paused organisation stays paused', async () => {
    const ours = await world.seed.organisation({ place: here, state: 'paused' })
    const call = await world.as(ines)
    const args = { params: { organisationId: ours }, body: {} }
    expect((await call(contract.check, args)).state).toBe('paused')
    expect(await trailOf(ours)).toEqual([])
  })

  it('not one they belong to themselves, and not one of another place', async () => {
    const both = await world.seed.person({ roles: [{ placeId: here.id, role: 'broker' }] })
    const own = await world.seed.organisation({ place: here, members: [both] })
    const far = await world.seed.organisation({ place: elsewhere })
    const call = await world.as(both)
    const check = (organisationId: string) =>
      refusal(call(contract.check, { params: { organisationId }, body: {} }))
    expect((await check(own)).code).toBe('auth.forbidden')
    expect((await check(far)).code).toBe('organisations.not_found')
  })
})

describe('an organisation says what it can spare (J-08)', () => {
  const said = {
    staffHoursPerMonth: null,
    volunteerHoursPerMonth: 40,
    spareHoursPerMonth: 20,
    notBefore: '2027-01-04',
    availability: ['weekday-evenings' as const],
    skills: ['outreach' as const, 'outreach' as const],
    otherSkills: 'Somali and Arabic',
    premises: [{ name: 'Hall', seats: 40, stepFree: true, kitchen: true, costPence: 0 }],
    reach: [{ community: 'Somali carers', people: 60, how: 'trusted-contact' as const }],
    livedExperience: 'led-by' as const,
    possibleWith: ['childcare' as const],
  }

  it('all at once or nothing of it, and the day it was said is kept', async () => {
    const dele = await world.seed.person()
    const ours = await world.seed.organisation({ place: here, members: [dele] })
    const call = await world.as(dele)
    const args = { params: { organisationId: ours }, body: said }
    const now = await call(contract.changeCapacity, args, { ifMatch: 1 })
    expect(now).toMatchObject({ ...said, skills: ['outreach'], version: 2 })
    expect(Date.now() - (now.confirmedAt?.getTime() ?? 0)).toBeLessThan(60_000)
    expect(await (await world.as(ines))(contract.capacity, args)).toEqual(now)
    const nothing = {
      ...said,
      ...{ volunteerHoursPerMonth: null, spareHoursPerMonth: null, notBefore: null },
      ...{ availability: [], skills: [], otherSkills: '', premises: [], reach: [] },
      ...{ livedExperience: null, possibleWith: [] },
    }
    const empty = await call(contract.changeCapacity, { ...args, body: nothing }, { ifMatch: 2 })
    expect(empty).toMatchObject({ ...nothing, version: 3 })
    expect((await trailOf(ours)).map((e) => e.action)).toEqual([
      'organisations.capacity-changed',
      'organisations.capacity-changed',
    ])
  })

  it('two tabs never overwrite each other silently', async () => {
    const dele = await world.seed.person()
    const ours = await world.seed.organisation({ place: here, members: [dele] })
    const call = await world.as(dele)
    const args = { params: { organisationId: ours }, body: said }
    const tabs = await Promise.allSettled(
      [1, 2, 3].map(() => call(contract.changeCapacity, args, { ifMatch: 1 })),
    )
    expect(tabs.filter((t) => t.status === 'fulfilled')).toHaveLength(1)
    const stale = await refusal(call(contract.changeCapacity, args, { ifMatch: 1 }))
    expect([stale.status, stale.currentVersion]).toEqual([412, 2])
    expect((await refusal(call(contract.changeCapacity, args))).status).toBe(428)
  })

  it('only its own people: not the broker, not another organisation', async () => {
    const dele = await world.seed.person()
    const other = await world.seed.person()
    const ours = await world.seed.organisation({ place: here, members: [dele] })
    await world.seed.organisation({ place: here, members: [other] })
    const args = { params: { organisationId: ours }, body: said }
    const code = async (person: string) =>
      (await refusal((await world.as(person))(contract.changeCapacity, args, { ifMatch: 1 }))).code
    expect(await code(ines)).toBe('auth.forbidden')
    expect(await code(other)).toBe('organisations.not_found')
  })
})

describe('the database itself refuses', () => {
  const refused = async (work: Promise<unknown>) => {
    try {
      await work
    } catch (error) {
      return constraintOf(error)
    }
    throw new Error('it was let through')
  }

  it('a second organisation on one entry, one without contact, one with an area of another place', async () => {
    const own = await entry()
    const first = await world.seed.organisation({ place: here, registerEntryId: own.id })
    expect(await refused(world.seed.organisation({ place: here, registerEntryId: own.id }))).toBe(
      'organisations_entry_once',
    )
    expect(await refused(world.seed.organisation({ place: here, contactEmail: null }))).toBe(
      'organisations_reachable',
    )
    expect(
      await refused(
        world.db.execute(
          sql`insert into organisation_areas (place_id, organisation_id, area_id) values (${here.id}, ${first}, ${elsewhere.areaIds[0]})`,
        ),
      ),
    ).toMatch(/area/)
    await world.db.update(organisations).set({ state: 'left' }).where(eq(organisations.id, first))
    expect(await world.seed.organisation({ place: here, registerEntryId: own.id })).toBeTruthy()
  })
})
