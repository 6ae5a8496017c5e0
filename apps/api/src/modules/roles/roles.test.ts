import { challengesContract } from '@howcanwe/shared/challenges'
import { rolesContract as contract } from '@howcanwe/shared/roles'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'
import {
  grantOf,
  lettersTo,
  REASON,
  roleTools,
  soon,
  startTown,
  type Town,
} from './roles.fixture.ts'

let world: World
let town: Town
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.db.execute(
    sql`update people set email = null, verified_at = null where email like '%@town.example'`,
  )
  await world.db.execute(sql`delete from outbox`)
  town = await startTown(world)
})

const { all, give, move } = roleTools({ as: (person) => world.as(person) }, () => town)

describe('Joan, a steward', () => {
  it('gives a role to somebody nobody knew, who reads what they may, what not, by whom, and how to say no', async () => {
    const given = await give(town.joan, { name: 'Noor', until: soon() })
    expect(given).toMatchObject({
      role: 'facilitator',
      state: 'granted',
      over: null,
      grantedBy: 'Joan',
      person: { name: 'Noor', contact: null, verified: false },
      can: ['suspend', 'end'],
    })
    const [letter] = await lettersTo(world, 'noor@town.example')
    expect(letter?.template).toBe('roles.granted')
    for (const part of [
      'Joan has given you',
      'You may run groups',
      'You may not decide',
      '/me/roles',
      'It lasts until',
    ])
      expect(letter?.body).toContain(part)
  })

  it('writes to somebody who reads Dutch in Dutch, and says over what', async () => {
    await world.seed.person({ name: 'Femke', email: 'noor@town.example', language: 'nl' })
    const id = await world.seed.openChallenge({ place: town.place, commissioner: town.ruth })
    const given = await give(town.joan, { role: 'broker', over: { kind: 'challenge', id } })
    expect(given.over).toMatchObject({ kind: 'challenge', id })
    const [letter] = await lettersTo(world, 'noor@town.example')
    expect(letter?.body).toContain('heeft je een rol gegeven: verbinder')
    expect(letter?.body).toContain('How can we make a break')
  })

  it('finds somebody by a number they have signed in with, and nobody by one they have not', async () => {
    const phone = '+447700900123'
    const by = { email: undefined, phone: '07700 900123' }
    await world.seed.person({ name: 'Kofi', phone })
    expect((await refusal(give(town.joan, by))).code).toBe('roles.number_unknown')
    const kofi = await world.seed.person({ name: 'Kofi', phone, phoneVerifiedAt: new Date() })
    await give(town.joan, by)
    expect((await (await world.as(kofi))(contract.mine)).items).toMatchObject([
      { role: 'facilitator', state: 'granted', grantedBy: 'Joan' },
    ])
  })

  it('suspends it, gives it back and ends it; each time the person reads why, and it counts at once', async () => {
    const noor = await world.seed.person({ name: 'Noor', email: 'noor@town.example' })
    await give(town.joan, { role: 'commissioner' })
    const call = await world.as(noor)
    const desk = () => call(challengesContract.mine, { query: { placeId: town.place.id } })
    expect((await desk()).items).toEqual([])
    const joan = await world.as(town.joan)
    const suspended = await move(town.joan, 'suspend', await grantOf(joan, town.place.id, 'Noor'))
    expect(suspended).toMatchObject({ state: 'suspended', reason: REASON, can: ['resume', 'end'] })
    expect((await refusal(desk())).code).toBe('auth.forbidden')
    expect((await call(contract.mine)).items).toMatchObject([
      { state: 'suspended', reason: REASON },
    ])
    const back = await move(town.peter, 'resume', suspended)
    expect((await desk()).items).toEqual([])
    const ended = await move(town.joan, 'end', back)
    expect(ended).toMatchObject({ state: 'ended', can: [] })
    expect((await refusal(desk())).code).toBe('auth.forbidden')
    const letters = await lettersTo(world, 'noor@town.example')
    expect(letters.map((l) => l.template)).toEqual([
      ...['roles.granted', 'roles.suspended', 'roles.resumed', 'roles.ended'],
    ])
    for (const at of [1, 3]) expect(letters[at]?.body).toContain(REASON)
    expect((await refusal(move(town.joan, 'resume', ended))).code).toBe('roles.wrong_state')
  })

  it('is told when somebody else was quicker', async () => {
    await give(town.joan, { name: 'Noor' })
    const seen = await grantOf(await world.as(town.joan), town.place.id, 'Noor')
    await move(town.peter, 'suspend', seen)
    expect((await refusal(move(town.joan, 'suspend', seen))).code).toBe('request.stale')
  })

  it('gives the same role twice to nobody, but again once its time is over', async () => {
    await give(town.joan, { name: 'Noor' })
    expect((await refusal(give(town.joan, {}))).code).toBe('roles.already_held')
    const late = await give(town.joan, { email: 'late@town.example', until: soon() })
    await world.db.execute(sql`alter table role_grants disable trigger role_grants_guard`)
    await world.db.execute(
      sql`update role_grants set granted_at = now() - interval '2 days', until = now() - interval '1 day' where id = ${late.id}`,
    )
    await world.db.execute(sql`alter table role_grants enable trigger role_grants_guard`)
    const again = await give(town.joan, { email: 'late@town.example' })
    expect(again.id).not.toBe(late.id)
  })

  it('gives nothing over what is not there, to herself, or for a time that is over', async () => {
    const over = (kind: string, id = someId()) => ({ over: { kind, id } })
    const broker = { role: 'broker', ...over('challenge') }
    expect((await refusal(give(town.joan, broker))).code).toBe('roles.scope_unknown')
    const draft = await world.seed.draft({ place: town.place, commissioner: town.ruth })
    const overDraft = { role: 'broker', ...over('challenge', draft) }
    expect((await refusal(give(town.joan, overDraft))).code).toBe('roles.scope_unknown')
    const self = { email: 'joan@town.example' }
    expect((await refusal(give(town.joan, self))).code).toBe('roles.not_by_yourself')
    const past = { until: new Date(Date.now() - 1000) }
    expect((await refusal(give(town.joan, past))).code).toBe('roles.until_past')
    const misfit = await refusal(give(town.joan, { role: 'steward', ...over('challenge') }))
    expect([misfit.code, misfit.errors?.[0]?.pointer]).toEqual(['request.invalid', '#/body/over'])
  })

  it('has to show again that it is her when five minutes have gone', async () => {
    const noor = await world.seed.person({ roles: [{ placeId: town.place.id, role: 'steward' }] })
    const call = await world.as(noor)
    await world.db.execute(
      sql`update sessions set proven_at = now() - interval '6 minutes' where person_id = ${noor}`,
    )
    expect((await call(contract.all, { query: { placeId: town.place.id } })).items).toHaveLength(5)
    expect((await refusal(give(noor, {}))).code).toBe('auth.prove_again')
  })

  it('sees nothing of the next town, and changes nothing there', async () => {
    const femke = await world.seed.person({ name: 'Femke' })
    const there = await world.seed.place()
    await world.db.execute(
      sql`insert into role_grants (id, place_id, person_id, role) values (${someId()}, ${there.id}, ${femke}, 'steward')`,
    )
    expect((await refusal(all(femke))).code).toBe('auth.forbidden')
    expect((await refusal(give(femke, {}))).code).toBe('auth.forbidden')
    const ines = await grantOf(await world.as(town.joan), town.place.id, 'Ines')
    expect((await refusal(move(femke, 'end', ines))).code).toBe('roles.not_found')
  })
})

describe('a steward takes two people (trust.md §4.5)', () => {
  it('Joan proposes Noor; nothing is held until Peter says yes', async () => {
    const noor = await world.seed.person({ name: 'Noor', email: 'noor@town.example' })
    const proposed = await give(town.joan, { role: 'steward' })
    expect(proposed).toMatchObject({ state: 'requested', proposedBy: 'Joan', can: ['end'] })
    expect(await lettersTo(world, 'noor@town.example')).toEqual([])
    const [letter] = await lettersTo(world, 'peter@town.example')
    expect(letter?.body).toContain('Joan proposes Noor')
    expect((await refusal(all(noor))).code).toBe('auth.forbidden')
    expect((await refusal(move(town.joan, 'grant', proposed))).code).toBe('roles.second_steward')
    const granted = await move(town.peter, 'grant', proposed)
    expect(granted).toMatchObject({ state: 'granted', grantedBy: 'Peter', proposedBy: 'Joan' })
    expect((await all(noor)).items).toHaveLength(5)
    expect((await lettersTo(world, 'noor@town.example')).map((l) => l.template)).toEqual([
      'roles.granted',
    ])
  })

  it('and an active place keeps one, and a broker; two who press at once leave one', async () => {
    await town.activate()
    const ines = await grantOf(await world.as(town.joan), town.place.id, 'Ines')
    for (const how of ['suspend', 'end'] as const)
      expect((await refusal(move(town.joan, how, ines))).code).toBe('roles.last_one')
    const seen = await all(town.joan)
    const of = (name: string) => {
      const found = seen.items.find((one) => one.person.name === name)
      if (!found) throw new Error(name)
      return found
    }
    const both = await Promise.allSettled([
      move(town.joan, 'end', of('Peter')),
      move(town.peter, 'end', of('Joan')),
    ])
    expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const { items } = await world.anyone(contract.here, { params: { placeId: town.place.id } })
    expect(items.filter(({ role }) => role === 'steward')).toHaveLength(1)
  })
})

describe('who does what here', () => {
  it('is there for everyone: roles over the whole place, by name, and never how to reach them', async () => {
    const id = await world.seed.openChallenge({ place: town.place, commissioner: town.ruth })
    await give(town.joan, { name: 'Noor', role: 'broker', over: { kind: 'challenge', id } })
    await give(town.joan, { email: 'nameless@town.example', role: 'funder' })
    await world.seed.person({ name: 'Amina' })
    const here = async () =>
      (await world.anyone(contract.here, { params: { placeId: town.place.id } })).items
    const before = [
      ['commissioner', 'Ruth'],
      ['broker', 'Ines'],
      ['steward', 'Joan'],
      ['steward', 'Peter'],
    ]
    expect((await here()).map(({ role, name }) => [role, name])).toEqual(before)
    await world.db.execute(
      sql`update people set verified_at = now() where email = 'nameless@town.example'`,
    )
    const items = await here()
    expect(items.map(({ role, name }) => [role, name])).toEqual([...before, ['funder', null]])
    expect(JSON.stringify(items)).not.toMatch(/@|Noor|Amina/)
    const nowhere = world.anyone(contract.here, { params: { placeId: someId() } })
    expect((await refusal(nowhere)).code).toBe('places.not_found')
  })

  it('and the record holds role and scope, no name, no address and no reason', async () => {
    await give(town.joan, { name: 'Noor' })
    const noor = await grantOf(await world.as(town.joan), town.place.id, 'Noor')
    await move(town.joan, 'suspend', noor)
    const { rows } = await world.db.execute<{ action: string; event: string }>(
      sql`select action, to_jsonb(a)::text as event from audit_events a where subject_id = ${noor.id} order by at`,
    )
    expect(rows.map((r) => r.action)).toEqual(['roles.granted', 'roles.suspended'])
    for (const { event } of rows) {
      expect(event).toContain('"facilitator"')
      expect(event).not.toMatch(/Noor|@|reach you/)
    }
  })
})
