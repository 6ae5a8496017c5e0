import { identityContract as contract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../test/support.ts'
import { counted, join, tablesHolding } from '../modules/codesign/codesign.fixture.ts'
import { interest, leaver } from './personal.fixture.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const one = async <T extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
  (await world.db.execute<T>(statement)).rows[0]

describe('Kayleigh is erased', () => {
  it('and her name, address, number and needs are in no table any more but in the last email to her', async () => {
    const { name, email, place, groupId, call, erase } = await leaver(world)
    await join(world.anyone, groupId, {
      firstName: name,
      contactBy: 'email',
      contact: email,
      needs: `${name} needs a chair`,
    })
    await call(contract.changeMe, { body: { displayName: `Ms ${name} B` } }, { ifMatch: 1 })
    await call(contract.askForNewEmail, { body: { email: `other-${email}` } })
    expect(await tablesHolding(world, name)).toEqual(
      expect.arrayContaining(['people', 'group_members', 'outbox', 'contact_changes']),
    )
    await world.db.execute(sql`delete from outbox where template = 'identity.new-email'`)
    await erase()
    expect(await tablesHolding(world, name)).toEqual(['outbox'])
    const { rows } = await world.db.execute(
      sql`select template from outbox where recipient like ${`%${name}%`}`,
    )
    expect(rows).toEqual([{ template: 'identity.erased' }])
    expect(await tablesHolding(world, '+447700900111')).toEqual([])
    expect(await counted(world, groupId)).toMatchObject({ taken: 0, members: 0 })
    expect(place.id).toBeTruthy()
  })

  it('and nothing in the record leads from her to the place she had in a group', async () => {
    const { id, email, groupId, erase } = await leaver(world)
    await join(world.anyone, groupId, { firstName: 'Kay', contactBy: 'email', contact: email })
    await erase()
    const { rows } = await world.db.execute<{ action: string; actor: string; request: string }>(sql`
      select action, actor_id as actor, request_id as request from audit_events
       where action in ('codesign.left', 'identity.erased')
         and (actor_id = ${id} or after->>'groupId' = ${groupId}) order by action`)
    expect(rows).toEqual([
      { action: 'codesign.left', actor: null, request: null },
      { action: 'identity.erased', actor: id, request: expect.any(String) },
    ])
  })

  it('she is signed out everywhere, and whoever signs in with her address is somebody new', async () => {
    const { id, email, call, erase } = await leaver(world)
    await erase()
    expect((await refusal(call(contract.me))).code).toBe('auth.required')
    const post = async (path: string, payload: object) =>
      (await world.app.inject({ method: 'POST', url: `/api/v1${path}`, payload })).json()
    const { requestId } = await post('/auth/sign-in', { email })
    const mail = await one<{ body: string }>(
      sql`select body from outbox where recipient = ${email} and template = 'identity.sign-in'`,
    )
    const code = /(\d{3} \d{3})/.exec(mail?.body ?? '')?.[1]
    const { accessToken } = await post('/auth/code', { requestId, code })
    const me = await world.app.inject({
      url: '/api/v1/me',
      headers: { authorization: `Bearer ${accessToken}` },
    })
    expect(me.json()).toMatchObject({ email, displayName: null, organisations: [], roles: [] })
    expect(me.json().id).not.toBe(id)
  })

  it('what she sent stays, under "a resident"; her consents are withdrawn and still say that they were given', async () => {
    const { id, place, challengeId, people, call, erase } = await leaver(world)
    const organisation = await world.seed.organisation({ place, members: [people.ruth, id] })
    const interestId = await interest(world, place.id, challengeId, organisation, id)
    const body = { phone: '07700 900222', phoneConsent: '2026-11' }
    await call(contract.changeMe, { body }, { ifMatch: 1 })
    await erase()
    const sent = await one<{ name: string; why: string }>(sql`
      select p.display_name as name, i.why from interests i join people p on p.id = i.submitted_by where i.id = ${interestId}`)
    expect(sent).toEqual({ name: 'a resident', why: 'We know them.' })
    const given = await one<{ n: number; open: number }>(sql`
      select count(*)::int as n, count(*) filter (where withdrawn_at is null)::int as open from consents where subject_id = ${id}`)
    expect(given).toEqual({ n: 1, open: 0 })
    const trail = await one<{ action: string }>(
      sql`select action from audit_events where actor_id = ${id} order by id desc limit 1`,
    )
    expect(trail?.action).toBe('identity.erased')
  })

  it('her organisation goes on with whoever is left, who leads it now and is the one to reach', async () => {
    const { id, email, place, erase } = await leaver(world)
    const dele = await world.seed.person({ name: 'Dele', email: `dele-${someId()}@example.org` })
    const organisation = await world.seed.organisation({
      place,
      members: [id, dele],
      contactEmail: email,
      contactPhone: '07700 900333',
    })
    await erase()
    const row = await one(sql`
      select o.contact_name, o.contact_phone, o.state, m.lead, m.person_id from organisations o
      join memberships m on m.organisation_id = o.id where o.id = ${organisation}`)
    expect(row).toEqual({
      contact_name: 'Dele',
      contact_phone: null,
      state: 'listed',
      lead: true,
      person_id: dele,
    })
  })

  it.each([
    ['0191 498 0123', 'Amina'],
    ['07914 980 123', 'Dele'],
  ])(
    'an organisation reached at %s is reached by %s once she, with +447914980123, is gone',
    async (contactPhone, name) => {
      const phone = '+447914980123'
      const { id, place, call, erase } = await leaver(world)
      await world.db.execute(
        sql`update people set phone = ${phone}, phone_verified_at = now() where id = ${id}`,
      )
      const dele = await world.seed.person({ name: 'Dele', email: `dele-${someId()}@example.org` })
      const organisation = await world.seed.organisation({
        place,
        members: [id, dele],
        contactPhone,
      })
      const { sections } = await call(contract.everything)
      const rows = sections.find((s) => s.section === 'organisations')?.rows ?? []
      expect(JSON.stringify(rows).includes(contactPhone)).toBe(name === 'Dele')
      await erase()
      const row = await one(sql`select contact_name from organisations where id = ${organisation}`)
      expect(row).toEqual({ contact_name: name })
    },
  )

  it('a council stays reachable at the place, and nobody’s own address is put on its page', async () => {
    const { id, email, place, erase } = await leaver(world)
    const bola = await world.seed.person({ name: 'Bola', email: `bola-${someId()}@example.org` })
    const council = await world.seed.organisation({
      place,
      sector: 'public',
      kind: 'council',
      members: [id, bola],
      contactEmail: email,
    })
    await erase()
    const { rows } = await world.db.execute<{ contact_name: string; contact_email: string }>(
      sql`select contact_name, contact_email from organisations where id = ${council}`,
    )
    expect(rows[0]?.contact_name).toBe('Bola')
    expect(rows[0]?.contact_email).not.toContain('bola')
  })

  it('an organisation with nobody left ends, and so do its unfinished answers', async () => {
    const { id, place, challengeId, erase, call } = await leaver(world)
    const organisation = await world.seed.organisation({ place, name: `Solo ${id}`, members: [id] })
    await world.db.execute(sql`
      insert into interest_drafts (id, place_id, challenge_id, organisation_id, updated_by)
      values (gen_random_uuid(), ${place.id}, ${challengeId}, ${organisation}, ${id})`)
    expect((await call(contract.erasure)).organisationsThatEnd).toEqual([`Solo ${id}`])
    await erase()
    const row = await one(sql`
      select state, contact_name, contact_email from organisations where id = ${organisation}`)
    expect(row).toEqual({ state: 'left', contact_name: '', contact_email: '' })
    expect(
      await one(sql`select 1 from interest_drafts where organisation_id = ${organisation}`),
    ).toBe(undefined)
  })

  it.each([
    ['en', 'erase', 'a resident'],
    ['nl', ' Wissen ', 'een bewoner'],
  ])('who reads %s types %s and is %s from then on', async (language, word, called) => {
    const id = await world.seed.person({ language })
    await (await world.as(id))(contract.erase, { body: { word } })
    expect(await one(sql`select display_name as name from people where id = ${id}`)).toEqual({
      name: called,
    })
  })

  it('another word erases nobody', async () => {
    const { call, erase } = await leaver(world)
    expect((await refusal(erase('yes'))).status).toBe(400)
    expect((await call(contract.me)).id).toBeTruthy()
  })
})
