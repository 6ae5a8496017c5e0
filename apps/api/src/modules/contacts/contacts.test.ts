import { type ContactInput, contactsContract as contract } from '@howcanwe/shared/contacts'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { refusal, startWorld, type World } from '../../../test/support.ts'

let world: World
let here: SeededPlace
let ines = ''

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  here = await world.seed.place()
  ines = await broker(here)
})

const broker = (place: SeededPlace, name = 'Ines') =>
  world.seed.person({ name, roles: [{ placeId: place.id, role: 'broker' }] })

const AMINA: ContactInput = {
  organisationName: 'Carers together',
  contactName: 'Amina',
  email: 'amina@carers.example',
  phone: '020 7946 0101',
  themes: ['carers'],
  areas: 'Nunhead',
  notes: 'Rings back after six',
}
const add = async (more: Partial<ContactInput & { theyKnow: boolean }> = {}, who = ines) =>
  (await world.as(who))(contract.add, {
    params: { placeId: here.id },
    body: { ...AMINA, source: 'Typed at the spring fair', theyKnow: false, ...more },
  })
const list = async (body: { q?: string; untold?: boolean; cursor?: string } = {}, who = ines) =>
  (await world.as(who))(contract.list, {
    params: { placeId: here.id },
    body: { limit: 2, ...body },
  })
const remove = async (contactId: string, theyAsked: boolean, who = ines) =>
  (await world.as(who))(contract.remove, { params: { contactId }, body: { theyAsked } })

describe('a broker’s address book (PE3)', () => {
  it('keeps whom to ring, where we have them from, and that they were not told yet', async () => {
    const amina = await add()
    expect(amina).toMatchObject({
      ...AMINA,
      phone: '+442079460101',
      source: 'Typed at the spring fair',
      addedBy: 'Ines',
      toldAt: null,
    })
    const days = (amina.tellBy.getTime() - amina.addedAt.getTime()) / 86_400_000
    expect(days).toBeGreaterThanOrEqual(28)
    expect(days).toBeLessThanOrEqual(31)
  })

  it('is read page by page, and found by name, address or number', async () => {
    await add()
    await add({
      organisationName: 'Brightside',
      contactName: 'Dele',
      email: null,
      phone: '07700 900123',
    })
    await add({
      organisationName: 'Allotments',
      contactName: 'Bo',
      email: 'bo@plots.example',
      phone: null,
    })
    const first = await list()
    expect(first).toMatchObject({ total: 3, untold: 3 })
    expect(first.items.map((c) => c.organisationName)).toEqual(['Allotments', 'Brightside'])
    const second = await list({ cursor: first.nextCursor ?? '' })
    expect(second.items.map((c) => c.organisationName)).toEqual(['Carers together'])
    expect(second.nextCursor).toBeNull()
    for (const q of ['bright', 'DELE', '900123'])
      expect((await list({ q })).items.map((c) => c.contactName)).toEqual(['Dele'])
  })

  it('shows who was told once a broker says so', async () => {
    const { id } = await add()
    await add({ email: 'bo@plots.example', theyKnow: true })
    expect((await list({ untold: true })).items.map((c) => c.id)).toEqual([id])
    const tell = async () =>
      (await world.as(ines))(contract.told, {
        params: { placeId: here.id },
        body: { contactIds: [id] },
      })
    expect(await tell()).toEqual({ told: 1 })
    expect(await tell()).toEqual({ told: 0 })
    expect(await list({ untold: true })).toMatchObject({ items: [], total: 2, untold: 0 })
  })

  it('is changed by who saw it last, and needs one way to reach somebody', async () => {
    const { id, version } = await add()
    const change = async (said: Partial<ContactInput>, ifMatch = version) =>
      (await world.as(ines))(
        contract.change,
        { params: { contactId: id }, body: { ...AMINA, ...said } },
        { ifMatch },
      )
    expect(await change({ notes: '' })).toMatchObject({ notes: '', version: version + 1 })
    expect((await refusal(change({}))).code).toBe('request.stale')
    const nobody = change({ email: null, phone: null }, version + 1)
    expect((await refusal(nobody)).code).toBe('contacts.not_reachable')
    const short = change({ phone: '0000 0000' }, version + 1)
    expect((await refusal(short)).code).toBe('contacts.not_phone')
  })

  it('has everybody once: by address, and without one by number', async () => {
    await add()
    expect((await refusal(add({ email: 'AMINA@carers.example' }))).code).toBe(
      'contacts.email_taken',
    )
    await add({ email: null })
    const again = add({
      email: null,
      organisationName: 'CARERS Together',
      phone: '+44 20 7946 0101',
    })
    expect((await refusal(again)).code).toBe('contacts.already_there')
  })

  it('two who type the same person in the same second have one of them refused', async () => {
    const joan = await broker(here, 'Joan')
    const tries = await Promise.allSettled([add(), add({}, joan)])
    expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1)
    expect((await list()).total).toBe(1)
  })

  it('lets go of whoever asks, and does not take them back unless they say yes', async () => {
    const { id } = await add()
    await remove(id, true)
    expect((await list()).total).toBe(0)
    expect((await refusal(add())).code).toBe('contacts.kept_out')
    const bo = await add({ email: 'bo@plots.example', phone: null })
    const becomesAmina = (await world.as(ines))(
      contract.change,
      { params: { contactId: bo.id }, body: AMINA },
      { ifMatch: bo.version },
    )
    expect((await refusal(becomesAmina)).code).toBe('contacts.kept_out')
    await remove(bo.id, false)
    await add({ theyKnow: true })
    expect((await list()).total).toBe(1)
    const { rows } = await world.db.execute(sql`
      select 1 from contacts_kept_out where place_id = ${here.id}`)
    expect(rows).toHaveLength(0)
  })

  it('a colleague’s yes lets in nobody else who had the number of the office', async () => {
    const { id } = await add()
    await remove(id, true)
    await add({ contactName: 'Bo', email: 'bo@carers.example', theyKnow: true })
    expect((await refusal(add({ email: null }))).code).toBe('contacts.kept_out')
    expect((await refusal(add())).code).toBe('contacts.kept_out')
  })
})

describe('whose book it is (trust A5)', () => {
  it('no council, no other place’s broker, no facilitator and no stranger looks into it', async () => {
    const { id, version } = await add()
    const elsewhere = await world.seed.place()
    const at = (placeId: string, role: 'commissioner' | 'facilitator' | 'broker' | 'steward') =>
      world.seed.person({ roles: [{ placeId, role }] })
    for (const who of [
      await at(here.id, 'commissioner'),
      await at(here.id, 'facilitator'),
      await at(here.id, 'steward'),
      await at(elsewhere.id, 'broker'),
      await world.seed.person(),
    ]) {
      const call = await world.as(who)
      const params = { contactId: id }
      for (const tried of [() => list({}, who), () => add({ email: 'x@y.example' }, who)])
        expect((await refusal(tried())).code).toBe('auth.forbidden')
      for (const tried of [
        () => call(contract.read, { params }),
        () => call(contract.change, { params, body: AMINA }, { ifMatch: version }),
        () => call(contract.remove, { params, body: { theyAsked: true } }),
      ])
        expect((await refusal(tried())).code).toMatch(/^(auth\.forbidden|contacts\.not_found)$/)
    }
    expect((await list()).total).toBe(1)
  })

  it('the record says that it changed, and never whom it is about', async () => {
    const { id } = await add()
    await remove(id, true)
    const { rows } = await world.db.execute<{ said: string; action: string }>(sql`
      select action, to_jsonb(e)::text as said from audit_events e
      where action like 'contacts.%' and place_id = ${here.id} order by id`)
    expect(rows.map((row) => row.action)).toEqual(['contacts.added', 'contacts.removed'])
    for (const { said } of rows) expect(said).not.toMatch(/Amina|carers|7946/i)
  })

  it('the database keeps it reachable and once, whoever writes', async () => {
    await add()
    for (const change of [
      sql`update contacts set email = null, phone = null where place_id = ${here.id}`,
      sql`insert into contacts (id, place_id, organisation_name, email, source, added_by)
        values (gen_random_uuid(), ${here.id}, 'X', 'Amina@Carers.example', 'x', ${ines})`,
    ])
      await expect(world.appDb.execute(change)).rejects.toThrow()
  })
})
