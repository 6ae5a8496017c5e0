import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../test/support.ts'
import { inTransaction } from '../db/database.ts'
import { town } from '../modules/codesign/codesign.fixture.ts'
import { startWorker } from '../worker-loop.ts'
import { forgetOld } from './index.ts'

let world: World
let echo: (reference: string) => Promise<unknown>
let personId = ''
beforeAll(async () => {
  world = await startWorld()
  const { groupId } = await town(world)
  personId = await world.seed.person()
  const { rows } = await world.db.execute<{ place_id: string }>(
    sql`select place_id from groups where id = ${groupId}`,
  )
  const placeId = rows[0]?.place_id
  await world.db.execute(sql`
    insert into group_members (id, place_id, group_id, reference, first_name, contact_by, contact,
      contact_hash, ways, language, consent_version, manage_hash)
    values (gen_random_uuid(), ${placeId}, ${groupId}, 'PLUM-1', 'Kayleigh', 'email', 'k@example.org',
      'x', '{}', 'en', '2026-11', 'm')`)
  echo = (reference) =>
    world.db.execute(sql`
      insert into group_echoes (id, place_id, group_id, member_id, reference, manage_hash)
      select gen_random_uuid(), place_id, group_id, id, ${reference}::text, convert_to(${reference}::text, 'UTF8')
      from group_members where reference = 'PLUM-1'`)
})
afterAll(() => world.close())

const ask = (email: string) =>
  world.db.execute(sql`
    insert into sign_in_requests (id, email_hash, email, language, link_hash, code_hash, browser_hash,
      shared_computer, expires_at)
    values (gen_random_uuid(), 'h', ${email}::text, 'en', convert_to(${email}::text, 'UTF8'), 'c', 'b', false, now())`)
const write = (recipient: string, template: string) =>
  world.db.execute(sql`
    insert into outbox (id, recipient, subject, body, template)
    values (gen_random_uuid(), ${recipient}, 'Six digits', '123 456', ${template})`)
const signIn = (device: string) =>
  world.db.execute(sql`
    with s as (insert into sessions (id, person_id, shared_computer, expires_at)
      values (gen_random_uuid(), ${personId}, false, clock_timestamp() + interval '30 days') returning id)
    insert into refresh_tokens (token_hash, session_id)
      select convert_to(${device}::text, 'UTF8'), id from s`)
const column = async (statement: ReturnType<typeof sql>) =>
  (await world.db.execute<{ is: string }>(statement)).rows.map((row) => row.is)

beforeEach(async () => {
  for (const table of ['sign_in_requests', 'outbox', 'sessions', 'group_echoes'])
    await world.db.execute(sql`delete from ${sql.identifier(table)}`)
})

describe('what nobody needs any more is forgotten', () => {
  it('a request to sign in after a day', async () => {
    for (const email of ['old@example.org', 'new@example.org']) await ask(email)
    await world.db.execute(sql`update sign_in_requests set created_at = clock_timestamp() -
      case email when 'old@example.org' then interval '24 hours 1 minute' else interval '23 hours 59 minutes' end`)
    expect(await forgetOld(world.db)).toMatchObject({ signInRequests: 1 })
    expect(await column(sql`select email as is from sign_in_requests`)).toEqual(['new@example.org'])
  })

  it.each([
    ['a letter to sign in', 'identity.sign-in', '24 hours'],
    ['any other letter', 'organisations.registered', '30 days'],
  ])('%s, %s, after %s: whom it went to and what it said', async (_, template, after) => {
    for (const to of ['sent-old', 'sent-new', 'dead-old', 'waits-old']) await write(to, template)
    const age = sql`clock_timestamp() - ${after}::interval`
    await world.db.execute(sql`update outbox set created_at = created_at - interval '1 year',
      sent_at = case recipient when 'sent-old' then ${age} - interval '1 minute'
        when 'sent-new' then ${age} + interval '1 minute' end,
      dead_at = case recipient when 'dead-old' then ${age} - interval '1 minute' end`)
    await forgetOld(world.db)
    expect(
      await column(
        sql`select recipient || ': ' || subject || ' ' || body as is from outbox order by 1`,
      ),
    ).toEqual([':  ', ':  ', 'sent-new: Six digits 123 456', 'waits-old: Six digits 123 456'])
    expect(await column(sql`select distinct template as is from outbox`)).toEqual([template])
    expect(await forgetOld(world.db)).toMatchObject({ signInLetters: 0, letters: 0 })
  })

  it('a wish for another address, after a day', async () => {
    const wish = (email: string, age: string) =>
      world.db.execute(sql`
        insert into contact_changes (id, person_id, email, code_hash, created_at, expires_at)
        values (gen_random_uuid(), ${personId}, ${email}, 'c', clock_timestamp() - ${age}::interval, now())`)
    await wish('old@example.org', '24 hours 1 minute')
    await wish('new@example.org', '23 hours 59 minutes')
    expect(await forgetOld(world.db)).toMatchObject({ contactChanges: 1 })
    expect(await column(sql`select email as is from contact_changes`)).toEqual(['new@example.org'])
  })

  it('what a resident needs, thirty days after the question is settled, and not while a session is to come', async () => {
    const put = () =>
      world.db.execute(sql`
        insert into vault_boxes (id, place_id, subject_id, field, sealed)
        select gen_random_uuid(), place_id, id, 'codesign.needs', 'x' from group_members where reference = 'PLUM-1'
        on conflict do nothing`)
    const settled = (age: string) =>
      inTransaction(world.db, async (tx) => {
        await tx.execute(sql`alter table challenges disable trigger user`)
        await tx.execute(sql`
          update challenges set state = 'withdrawn', updated_at = clock_timestamp() - ${age}::interval`)
        await tx.execute(sql`alter table challenges enable trigger user`)
      })
    const session = (ends: string) =>
      world.db.execute(sql`
        insert into group_sessions (id, place_id, group_id, starts_at, ends_at, venue, getting_there, step_free)
        select gen_random_uuid(), place_id, group_id, clock_timestamp() + ${ends}::interval - interval '1 hour',
          clock_timestamp() + ${ends}::interval, 'Hall', '', true from group_members where reference = 'PLUM-1'`)
    await put()
    expect(await forgetOld(world.db)).toMatchObject({ accessNeeds: 0 })
    await settled('29 days')
    expect(await forgetOld(world.db)).toMatchObject({ accessNeeds: 0 })
    await settled('31 days')
    await session('2 days')
    expect(await forgetOld(world.db)).toMatchObject({ accessNeeds: 0 })
    await world.db.execute(sql`delete from group_sessions`)
    await session('-31 days')
    expect(await forgetOld(world.db)).toMatchObject({ accessNeeds: 1 })
  })

  it('a slip for somebody who had a place already, after ninety days', async () => {
    for (const reference of ['OLD-1', 'NEW-1']) await echo(reference)
    await world.db.execute(sql`update group_echoes set created_at = clock_timestamp() -
      case reference when 'OLD-1' then interval '90 days 1 minute' else interval '89 days' end`)
    await forgetOld(world.db)
    expect(await column(sql`select reference as is from group_echoes`)).toEqual(['NEW-1'])
  })

  it('a device that signed out, or was signed out by time, ninety days later, with its tokens', async () => {
    for (const device of ['revoked-old', 'revoked-new', 'over-old', 'over-new', 'alive'])
      await signIn(device)
    const age = (device: string, change: ReturnType<typeof sql>) =>
      world.db.execute(sql`update sessions set ${change} where id =
        (select session_id from refresh_tokens where token_hash = convert_to(${device}, 'UTF8'))`)
    const ago = (text: string) => sql`clock_timestamp() - ${text}::interval`
    await age('revoked-old', sql`revoked_at = ${ago('90 days 1 minute')}`)
    await age('revoked-new', sql`revoked_at = ${ago('89 days')}`)
    await age('over-old', sql`expires_at = ${ago('90 days 1 minute')}`)
    await age('over-new', sql`expires_at = ${ago('89 days')}`)
    expect(await forgetOld(world.db)).toMatchObject({ sessions: 2 })
    expect(
      await column(
        sql`select convert_from(token_hash, 'UTF8') as is from refresh_tokens order by 1`,
      ),
    ).toEqual(['alive', 'over-new', 'revoked-new'])
  })
})

it('one class that cannot be forgotten does not keep the others, and whoever runs this hears of it', async () => {
  await ask('old@example.org')
  await world.db.execute(
    sql`update sign_in_requests set created_at = created_at - interval '2 days'`,
  )
  await signIn('old')
  await world.db.execute(sql`update sessions set expires_at = expires_at - interval '1 year'`)
  await world.db.execute('alter table group_echoes rename to echoes_away')
  await expect(forgetOld(world.db)).rejects.toThrow()
  await world.db.execute('alter table echoes_away rename to group_echoes')
  expect(await column(sql`select email as is from sign_in_requests`)).toEqual([])
  expect(await column(sql`select id as is from sessions`)).toEqual([])
})

it('the worker does it by itself', async () => {
  await ask('old@example.org')
  await world.db.execute(
    sql`update sign_in_requests set created_at = created_at - interval '2 days'`,
  )
  const worker = await startWorker(world.config)
  await expect
    .poll(() => column(sql`select email as is from sign_in_requests`), { timeout: 10_000 })
    .toEqual([])
  await worker.close()
})
