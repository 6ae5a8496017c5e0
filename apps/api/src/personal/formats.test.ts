import { readFileSync } from 'node:fs'
import { codesignContract } from '@howcanwe/shared/codesign'
import { consentsContract } from '@howcanwe/shared/consents'
import { formatsContract as contract, FORMATS, type Format } from '@howcanwe/shared/formats'
import { identityContract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../test/support.ts'
import { sqlState } from '../db/database.ts'
import { audited, join, leave, town } from '../modules/codesign/codesign.fixture.ts'

let world: World
let t: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  world = await startWorld()
  t = await town(world, { places: 40 })
})
afterAll(() => world.close())

const VERSION = '2026-11'

/** Kayleigh, with a place in Yusuf's group under her own address. */
async function kayleigh() {
  const email = `kayleigh-${someId()}@example.org`
  const id = await world.seed.person({ name: 'Kayleigh', email })
  const { manageToken } = await join(world.anyone, t.groupId, {
    contactBy: 'email',
    contact: email,
  })
  const call = await world.as(id)
  const choose = async (formats: Format[], consentVersion: string | null = VERSION) => {
    const { version } = await call(contract.mine)
    const body = { formats, ...(consentVersion ? { consentVersion } : {}) }
    return call(contract.choose, { body }, { ifMatch: version })
  }
  return { id, email, call, choose, manageToken }
}

const deskOf = async (personId: string) =>
  (await world.as(personId))(codesignContract.members, { params: { groupId: t.groupId } })

const onDesk = async (contact: string) =>
  (await deskOf(t.people.yusuf)).items.find((m) => m.contact === contact)?.formats

describe('Kayleigh says how she likes to read and follow', () => {
  it('once, each thing once, and reads in which groups it is seen', async () => {
    const { call, choose } = await kayleigh()
    expect(await call(contract.mine)).toMatchObject({ formats: [], version: 1 })
    const chosen = await choose(['audio', 'large-print', 'audio'])
    expect(chosen).toEqual({
      formats: ['large-print', 'audio'],
      seenIn: [{ id: t.groupId, name: 'Carers’ Tuesday' }],
      notYetIn: [],
      version: 2,
    })
    expect((await call(identityContract.me)).version).toBe(2)
  })

  it('with the words she agreed to, which she can read and take back', async () => {
    const { call, choose } = await kayleigh()
    await choose(['paper'])
    await choose(['paper', 'audio'])
    const { consents } = await call(consentsContract.mine)
    const [consent, ...more] = consents.filter((c) => c.purpose === 'formats')
    expect(more).toEqual([])
    expect(consent?.wording).toContain('sees this beside my name')
    if (!consent) throw new Error('no consent')
    await call(consentsContract.withdraw, { params: { consentId: consent.id }, body: {} })
    expect((await call(contract.mine)).formats).toEqual([])
  })

  it('an empty list takes both back', async () => {
    const { call, choose } = await kayleigh()
    await choose(['sign-language'])
    expect((await choose([], null)).formats).toEqual([])
    const { consents } = await call(consentsContract.mine)
    const given = consents.filter((c) => c.purpose === 'formats')
    expect(given.map((c) => c.withdrawnAt !== null)).toEqual([true])
  })

  it.each([
    ['without them', null, 'request.invalid'],
    ['to words that never were', '1999-01', 'consents.wording_unknown'],
  ])('%s nothing is kept', async (_, version, code) => {
    const { call, choose } = await kayleigh()
    expect((await refusal(choose(['paper'], version))).code).toBe(code)
    expect((await call(contract.mine)).formats).toEqual([])
  })

  it('on two phones, the second is told that the first was earlier', async () => {
    const { call, choose } = await kayleigh()
    await choose(['paper'])
    const body = { formats: ['audio' as const], consentVersion: VERSION }
    const late = call(contract.choose, { body }, { ifMatch: 1 })
    expect((await refusal(late)).code).toBe('request.stale')
  })

  it('has no box for why: whatever is not on the list is refused, by route and by raw SQL', async () => {
    const { id, choose } = await kayleigh()
    const odd = ['macular degeneration'] as unknown as Format[]
    expect((await refusal(choose(odd))).status).toBe(400)
    const raw = world.appDb.execute(
      sql`update people set formats = array['macular degeneration'] where id = ${id}`,
    )
    expect(await raw.then(String, sqlState)).toBe('23514')
    expect(
      await world.appDb.execute(
        sql`update people set formats = ${`{${FORMATS.join()}}`} where id = ${id}`,
      ),
    ).toBeTruthy()
  })

  it('and the trail says that she chose, never what', async () => {
    const { id, choose } = await kayleigh()
    await choose(['sign-language'])
    const [event] = await audited(world, 'identity.formats-chosen', id)
    expect(event?.actor_id).toBe(id)
    expect(event?.all).not.toContain('sign')
  })
})

describe('who sees it', () => {
  it('nobody who gives a place to her address to find out: a place taken since shows it once she saves again', async () => {
    const { call, choose, email, manageToken } = await kayleigh()
    await choose(['paper'])
    await leave(world.anyone, manageToken)
    await join(world.anyone, t.groupId, { contactBy: 'email', contact: email })
    expect(await onDesk(email)).toEqual([])
    const { seenIn, notYetIn } = await call(contract.mine)
    expect([seenIn, notYetIn.map((g) => g.id)]).toEqual([[], [t.groupId]])
    expect((await choose(['paper'])).notYetIn).toEqual([])
    expect(await onDesk(email)).toEqual(['paper'])
  })

  it('also for somebody with a number and no address, however the number is written', async () => {
    const phone = '+447700900456'
    const id = await world.seed.person({ email: null, phone, phoneVerifiedAt: new Date() })
    await join(world.anyone, t.groupId, { contactBy: 'phone', contact: '(07700) 900 456' })
    const call = await world.as(id)
    const body = { formats: ['audio' as const], consentVersion: VERSION }
    expect((await call(contract.choose, { body }, { ifMatch: 1 })).seenIn).toHaveLength(1)
    expect(await onDesk('(07700) 900 456')).toEqual(['audio'])
    await call(identityContract.erase, { body: { word: 'erase' } })
    expect(await onDesk('(07700) 900 456')).toBeUndefined()
  })

  it('whoever chose before we kept when shows it only where they had a place as they agreed to that', async () => {
    const { id, email, choose, manageToken } = await kayleigh()
    await choose(['paper'])
    await leave(world.anyone, manageToken)
    await join(world.anyone, t.groupId, { contactBy: 'email', contact: email })
    const never = await world.seed.person({ formats: ['audio'] })
    const withdrawn = await kayleigh()
    await withdrawn.choose(['audio'])
    await world.db.execute(
      sql`update consents set withdrawn_at = now() where subject_id = ${withdrawn.id}`,
    )
    await world.db.execute(sql`update people set formats_at = now() where cardinality(formats) > 0`)
    expect(await onDesk(email)).toEqual(['paper'])
    const [change = ''] = readFileSync(
      new URL('../../drizzle/0059_whole_numbers.sql', import.meta.url),
      'utf8',
    )
      .split('--> statement-breakpoint')
      .slice(-1)
    await world.db.execute(sql.raw(change))
    expect(await onDesk(email)).toEqual([])
    const { rows } = await world.db.execute(sql`
      select p.id, p.formats_at is not distinct from
        (select given_at from consents where subject_id = p.id and withdrawn_at is null) as "asAgreed",
        p.formats_at is null as never
      from people p where p.id in (${id}, ${never}, ${withdrawn.id}) order by p.id`)
    expect(rows).toEqual(
      [
        { id, asAgreed: true, never: false },
        { id: never, asAgreed: true, never: true },
        { id: withdrawn.id, asAgreed: true, never: true },
      ].sort((a, b) => a.id.localeCompare(b.id)),
    )
  })

  it('whoever runs the group, beside her name', async () => {
    const { email, choose } = await kayleigh()
    expect(await onDesk(email)).toEqual([])
    await choose(['large-print'])
    expect(await onDesk(email)).toEqual(['large-print'])
  })

  it('also when he says that he has been in touch', async () => {
    const { email, choose } = await kayleigh()
    await choose(['audio'])
    const member = (await deskOf(t.people.yusuf)).items.find((m) => m.contact === email)
    const params = { groupId: t.groupId, memberId: member?.id ?? '' }
    const yusuf = await world.as(t.people.yusuf)
    expect(await yusuf(codesignContract.contacted, { params, body: {} })).toMatchObject({
      formats: ['audio'],
      state: 'contacted',
    })
  })

  it('nobody else: not the commissioner, the broker, the steward, another facilitator or another member', async () => {
    const { choose } = await kayleigh()
    await choose(['large-print'])
    const other = await kayleigh()
    const { ruth, ines, sam, noor } = t.people
    for (const id of [ruth, ines, sam, noor])
      expect((await refusal(deskOf(id))).status).toBeGreaterThanOrEqual(403)
    expect((await refusal(deskOf(other.id))).status).toBeGreaterThanOrEqual(403)
    const elsewhere = await town(world)
    expect((await refusal(deskOf(elsewhere.people.yusuf))).status).toBe(404)
  })

  it('no longer once she has left, and never beside a neighbour who is asked for with the same words', async () => {
    const { email, choose, manageToken } = await kayleigh()
    await choose(['paper'])
    await join(world.anyone, t.groupId, { contactBy: 'someone', contact: email, firstName: 'Mo' })
    const rows = (await deskOf(t.people.yusuf)).items.filter((m) => m.contact === email)
    expect(rows.map((m) => [m.contactBy, m.formats])).toEqual([
      ['email', ['paper']],
      ['someone', []],
    ])
    await leave(world.anyone, manageToken)
    const left = (await deskOf(t.people.yusuf)).items.filter((m) => m.contact === email)
    expect(left.map((m) => m.contactBy)).toEqual(['someone'])
  })
})

describe('it goes with her', () => {
  it('it is in what she takes along, with the day she was last here', async () => {
    const { call, choose } = await kayleigh()
    await choose(['easy-read'])
    const { sections } = await call(identityContract.everything)
    const [row] = sections.find((s) => s.section === 'person')?.rows ?? []
    expect(row).toMatchObject({ formats: ['easy-read'], seen: expect.stringMatching(/^\d{4}-/) })
  })

  it('erasing empties it, and the database lets no erased person have any', async () => {
    const { id, email, call, choose } = await kayleigh()
    await choose(['easy-read'])
    await call(identityContract.erase, { body: { word: 'erase' } })
    const { rows } = await world.db.execute(sql`select formats from people where id = ${id}`)
    expect(rows).toEqual([{ formats: [] }])
    expect(await onDesk(email)).toBeUndefined()
    const raw = world.appDb.execute(sql`update people set formats = '{paper}' where id = ${id}`)
    expect(await raw.then(String, sqlState)).toBe('HW011')
  })
})
