import { identityContract as contract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../test/support.ts'
import { inTransaction, sqlState } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { audited, join, letters, town } from '../modules/codesign/codesign.fixture.ts'
import { startWorker } from '../worker-loop.ts'
import { letGoOfTheQuiet } from './index.ts'
import { interest } from './personal.fixture.ts'

let world: World
let said: unknown[] = []
let t: Awaited<ReturnType<typeof town>>
beforeAll(async () => {
  world = await startWorld()
  t = await town(world)
})
afterAll(() => world.close())
/** Whoever one test leaves behind is here again, and not due in the next. */
beforeEach(async () => {
  said = []
  await world.db.execute(
    sql`update people set last_seen_at = clock_timestamp(), dormant_told_at = null where erased_at is null`,
  )
})

const deps = (): Deps => {
  const keep = (facts: unknown) => said.push(facts)
  return {
    db: world.appDb,
    config: world.config,
    clock: () => new Date(),
    log: { info: keep, warn: keep, error: keep },
  }
}
const run = () => letGoOfTheQuiet(deps())

interface Row extends Record<string, unknown> {
  name: string | null
  email: string | null
  told: boolean
  erased: boolean
}
const rowOf = async (id: string) =>
  (
    await world.db.execute<Row>(sql`
      select display_name as name, email, dormant_told_at is not null as told, erased_at is not null as erased
      from people where id = ${id}`)
  ).rows[0]

const seenAgo = (id: string, age: string) =>
  world.db.execute(
    sql`update people set last_seen_at = clock_timestamp() - ${age}::interval where id = ${id}`,
  )
const toldAgo = (id: string, age: string) =>
  world.db.execute(
    sql`update people set dormant_told_at = clock_timestamp() - ${age}::interval where id = ${id}`,
  )

/** Somebody away, and told about it, for so long. */
async function away(seen: string, told?: string, more: { language?: string } = {}) {
  const email = `away-${someId()}@example.org`
  const id = await world.seed.person({ name: 'Kayleigh', email, ...more })
  await seenAgo(id, seen)
  if (told) await toldAgo(id, told)
  return { id, email }
}

/** Six digits from the newest email, typed where they were asked for. */
async function signIn(email: string) {
  const post = async (path: string, payload: object) =>
    (await world.app.inject({ method: 'POST', url: `/api/v1${path}`, payload })).json()
  const { requestId } = await post('/auth/sign-in', { email })
  const mail = (await letters(world, 'identity.sign-in', email)).at(-1)
  const code = /(\d{3} \d{3})/.exec(mail?.body ?? '')?.[1]
  return post('/auth/code', { requestId, code })
}

describe('Kayleigh has not been here for long', () => {
  it.each(['1 day', '17 months -1 day'])('after %s nothing happens', async (age) => {
    const { id, email } = await away(age)
    expect(await run()).toMatchObject({ told: 0, erased: 0 })
    expect(await rowOf(id)).toMatchObject({ told: false, erased: false })
    expect(await letters(world, 'identity.quiet', email)).toEqual([])
  })

  it('after 17 months she is written to, once, with the day and how to stay', async () => {
    const { id, email } = await away('17 months 1 hour')
    expect(await run()).toMatchObject({ told: 1, erased: 0 })
    expect(await run()).toMatchObject({ told: 0, erased: 0 })
    const [letter, second] = await letters(world, 'identity.quiet', email)
    const { rows } = await world.db.execute<{ day: string }>(sql`
      select to_char(greatest(last_seen_at + interval '18 months', dormant_told_at + interval '30 days')
        at time zone 'Europe/London', 'FMDD FMMonth YYYY') as day from people where id = ${id}`)
    expect(letter?.subject).toMatch(/^We erase your details on \w+day \d+ \w+ \d{4}, unless/)
    expect(letter?.subject).toContain(rows[0]?.day)
    expect(letter?.body).toContain('http://localhost:3000/sign-in')
    expect(letter?.body).toContain('for 17 months')
    expect(second).toBeUndefined()
    expect(await audited(world, 'identity.told-when-quiet', id)).toMatchObject([{ actor_id: null }])
  })

  it('in Dutch, if that is what she reads', async () => {
    const { email } = await away('17 months 1 hour', undefined, { language: 'nl' })
    await run()
    expect((await letters(world, 'identity.quiet', email))[0]?.body).toContain('17 maanden')
  })

  it('signing in once keeps her, and clears what was written down', async () => {
    const { id, email } = await away('18 months 1 day', '31 days')
    expect(await signIn(email)).toHaveProperty('accessToken')
    expect(await run()).toMatchObject({ told: 0, erased: 0 })
    expect(await rowOf(id)).toEqual({ name: 'Kayleigh', email, told: false, erased: false })
  })

  it('a device that stays signed in keeps her too', async () => {
    const { email, id } = await away('2 days')
    await signIn(email)
    const { rows } = await world.db.execute<{ id: string }>(
      sql`select id from sessions where person_id = ${id}`,
    )
    expect(rows).toHaveLength(1)
    const { rows: lately } = await world.db.execute<{ is: boolean }>(
      sql`select last_seen_at > clock_timestamp() - interval '1 minute' as is from people where id = ${id}`,
    )
    expect(lately).toEqual([{ is: true }])
  })

  it('after 18 months, and 30 days after the letter, she is "a resident" and hears of it a last time', async () => {
    const { id, email } = await away('18 months 1 hour', '30 days 1 hour')
    expect(await run()).toEqual({ told: 0, erased: 1, countedOn: 0 })
    expect(await rowOf(id)).toEqual({
      name: 'a resident',
      email: null,
      told: false,
      erased: true,
    })
    const [letter] = await letters(world, 'identity.erased', email)
    expect(letter?.body).toContain('18 months')
    const [event] = await audited(world, 'identity.erased-when-quiet', id)
    expect(event?.actor_id).toBeNull()
    expect(event?.all).toContain('"groupsLeft": 0')
  })

  it.each([
    ['18 months 1 year', '29 days'],
    ['18 months -1 hour', '40 days'],
    ['3 years', undefined],
  ])('away for %s and told %s ago, she is still there', async (seen, told) => {
    const { id } = await away(seen, told)
    expect(await run()).toMatchObject({ erased: 0 })
    expect(await rowOf(id)).toMatchObject({ told: true, erased: false })
  })

  it('what she sent stays, her organisation goes on, and finished groups are left', async () => {
    const { id, email } = await away('18 months 1 day', '31 days')
    const organisation = await world.seed.organisation({
      place: t.place,
      members: [id, t.people.ruth],
      contactEmail: email,
    })
    const sent = await interest(world, t.place.id, t.challengeId, organisation, id)
    await world.db.execute(
      sql`update interests set state = 'withdrawn', withdrawn_at = now() where id = ${sent}`,
    )
    expect(await run()).toMatchObject({ erased: 1 })
    const { rows } = await world.db.execute(sql`
      select o.state, m.person_id, p.display_name as by from organisations o
      join memberships m on m.organisation_id = o.id join interests i on i.organisation_id = o.id
      join people p on p.id = i.submitted_by where o.id = ${organisation}`)
    expect(rows).toEqual([{ state: 'listed', person_id: t.people.ruth, by: 'a resident' }])
  })

  it('who was put in and never came is treated like anybody else', async () => {
    const { id } = await away('18 months 1 day', '31 days')
    await world.db.execute(sql`update people set verified_at = null where id = ${id}`)
    expect(await run()).toMatchObject({ erased: 1 })
  })
})

describe('nobody is let go of while others count on them', () => {
  const left = async (id: string) => {
    expect(await run()).toEqual({ told: 0, erased: 0, countedOn: 1 })
    expect(await rowOf(id)).toMatchObject({ name: 'Kayleigh', told: false, erased: false })
    expect(said).toEqual([{ told: 0, erased: 0, countedOn: 1 }])
    expect(JSON.stringify(said)).not.toContain(id)
  }
  const role = (personId: string) =>
    world.db.execute(sql`insert into role_grants (id, place_id, person_id, role)
      values (gen_random_uuid(), ${t.place.id}, ${personId}, 'facilitator')`)

  it('not who answers for an open challenge', async () => {
    const { id } = await away('2 years', '31 days')
    await world.seed.openChallenge({ place: t.place, commissioner: id })
    await left(id)
  })

  it('not who is the only lead of an organisation that has answered', async () => {
    const { id } = await away('2 years', '31 days')
    const organisation = await world.seed.organisation({ place: t.place, members: [id] })
    await interest(world, t.place.id, t.challengeId, organisation, t.people.ruth)
    await left(id)
  })

  it('not who has an open answer', async () => {
    const { id } = await away('2 years', '31 days')
    const organisation = await world.seed.organisation({
      place: t.place,
      members: [t.people.ruth, id],
    })
    await interest(world, t.place.id, t.challengeId, organisation, id)
    await left(id)
  })

  it('not who runs a group, even one nobody has joined yet', async () => {
    const { id } = await away('2 years', '31 days')
    const { challengeId, place } = t
    await world.seed.group({ placeId: place.id, challengeId, facilitatorId: id })
    await left(id)
  })

  it('not who has a place in a group that is running', async () => {
    const { id, email } = await away('2 years', '31 days')
    await join(world.anyone, t.groupId, { contactBy: 'email', contact: email })
    await left(id)
  })

  it('not who holds a role; and when it ends, they get a letter and 30 days anew', async () => {
    const { id, email } = await away('2 years', '31 days')
    await role(id)
    await left(id)
    await world.db.execute(
      sql`update role_grants set ended_at = clock_timestamp() where person_id = ${id}`,
    )
    expect(await run()).toMatchObject({ told: 1, erased: 0 })
    expect(await letters(world, 'identity.quiet', email)).toHaveLength(1)
    await toldAgo(id, '30 days 1 minute')
    expect(await run()).toMatchObject({ erased: 1 })
  })

  it('nobody of them is written to: the letter would not be true', async () => {
    const { id, email } = await away('2 years')
    await role(id)
    await left(id)
    expect(await letters(world, 'identity.quiet', email)).toEqual([])
  })
})

describe('whatever happens at the same moment', () => {
  it('who signs in just then is left alone, whoever comes first', async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, () => away('18 months 1 day', '31 days')),
    )
    const [, ...tokens] = await Promise.all([run(), ...people.map((p) => signIn(p.email))])
    for (const [i, { id, email }] of people.entries()) {
      const came = 'accessToken' in tokens[i]
      if (!came) expect(tokens[i]).toMatchObject({ code: 'identity.code_over' })
      const { rows } = await world.db.execute<{ id: string }>(
        sql`select id from people where email = ${email}`,
      )
      const row = await rowOf(id)
      expect(rows).toHaveLength(row?.erased && !came ? 0 : 1)
      expect(row?.erased).toBe(rows[0]?.id !== id)
      expect(row?.name).toBe(row?.erased ? 'a resident' : 'Kayleigh')
    }
  })

  it('who has six digits on the way is waited for', async () => {
    const { id, email } = await away('18 months 1 day', '31 days')
    await world.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { email } })
    expect(await run()).toMatchObject({ erased: 0 })
    await world.db.execute(
      sql`update sign_in_requests set expires_at = clock_timestamp() where email = ${email}`,
    )
    expect(await run()).toMatchObject({ erased: 1 })
    expect(await rowOf(id)).toMatchObject({ erased: true })
  })

  it('two workers at once erase each person once', async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, () => away('18 months 1 day', '31 days')),
    )
    const [a, b] = await Promise.all([run(), run()])
    expect(a.erased + b.erased).toBe(6)
    for (const { id } of people)
      expect(await audited(world, 'identity.erased-when-quiet', id)).toHaveLength(1)
  })

  it('a worker that is killed halfway has done nothing, and the next one does it all', async () => {
    const { id, email } = await away('18 months 1 day', '31 days')
    await world.db.execute(sql`
      create function killed() returns trigger language plpgsql as $$ begin
        perform pg_terminate_backend(pg_backend_pid()); return new; end $$`)
    await world.db.execute(
      sql`create trigger zz_killed before update of erased_at on people for each row execute function killed()`,
    )
    await expect(run()).rejects.toThrow()
    await world.db.execute(sql`drop trigger zz_killed on people`)
    await world.db.execute(sql`drop function killed()`)
    expect(await rowOf(id)).toEqual({ name: 'Kayleigh', email, told: true, erased: false })
    expect(await letters(world, 'identity.erased', email)).toEqual([])
    expect(await run()).toMatchObject({ erased: 1 })
  })

  it('one who cannot be erased does not keep the others, and whoever runs this hears of it', async () => {
    const stuck = await away('18 months 1 day', '31 days')
    const free = await away('18 months 1 day', '31 days')
    await world.db.execute(sql`
      create function stuck() returns trigger language plpgsql as $$ begin
        if old.email = '${sql.raw(stuck.email)}' and new.erased_at is not null then raise exception 'no'; end if;
        return new; end $$`)
    await world.db.execute(
      sql`create trigger zz_stuck before update on people for each row execute function stuck()`,
    )
    await expect(run()).rejects.toThrow()
    await world.db.execute(sql`drop trigger zz_stuck on people`)
    expect(await rowOf(stuck.id)).toMatchObject({ erased: false })
    expect(await rowOf(free.id)).toMatchObject({ erased: true })
  })

  it('the worker does it by itself', async () => {
    const { id } = await away('18 months 1 day', '31 days')
    const worker = await startWorker(world.config)
    await expect.poll(async () => (await rowOf(id))?.erased, { timeout: 10_000 }).toBe(true)
    await worker.close()
  })
})

describe('by raw SQL', () => {
  const erased = (id: string) =>
    inTransaction(world.appDb, (tx) =>
      tx.execute(sql`
        update people set email = null, phone = null, display_name = 'a resident', erased_at = now() where id = ${id}`),
    ).then(
      () => 'done',
      (error: unknown) => sqlState(error),
    )

  it.each([
    ['nobody told them', '3 years', undefined],
    ['they were told 29 days ago', '3 years', '29 days'],
    ['it is not 18 months', '18 months -1 day', '40 days'],
  ])('nobody who is away is erased when %s', async (_, seen, told) => {
    const { id } = await away(seen, told)
    expect(await erased(id)).toBe('HW085')
  })

  it('who was here a moment ago, and whoever was told a month ago, may be', async () => {
    expect(await erased((await away('1 hour')).id)).toBe('done')
    expect(await erased((await away('18 months 1 hour', '30 days 1 hour')).id)).toBe('done')
  })

  it('pressing it oneself still works at once', async () => {
    const { id } = await away('1 hour')
    await (await world.as(id))(contract.erase, { body: { word: 'erase' } })
    expect(await rowOf(id)).toMatchObject({ erased: true })
  })
})
