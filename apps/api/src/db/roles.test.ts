import { randomBytes } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../test/support.ts'
import { sqlState } from './database.ts'
import { migrate } from './migrate.ts'
import { TooPowerfulLogin } from './roles.ts'

let world: World
let challengeId = ''
beforeAll(async () => {
  world = await startWorld()
  const place = await world.seed.place()
  const commissioner = await world.seed.person({
    roles: [{ placeId: place.id, role: 'commissioner' }],
  })
  challengeId = await world.seed.openChallenge({ place, commissioner })
})
afterAll(() => world.close())

/** The SQLSTATE of what the application's own login is told. */
const told = async (statement: SQL) =>
  world.appDb.execute(statement).then(
    () => 'done',
    (error: unknown) => sqlState(error),
  )
const FROZEN = 'HW003'
const NOT_ALLOWED = '42501'

describe('whoever got hold of the application’s own login', () => {
  it('is not the owner, and no superuser', async () => {
    const { rows } = await world.appDb.execute<{ me: string; super: string; owner: string }>(
      sql`select current_user as me, current_setting('is_superuser') as super,
        (select relowner::regrole::text from pg_class where oid = 'challenges'::regclass) as owner`,
    )
    expect(rows[0]?.super).toBe('off')
    expect(rows[0]?.owner).not.toBe(rows[0]?.me)
  })

  it.each<[string, () => SQL, string]>([
    [
      'change a weight',
      () =>
        sql`update challenge_criteria set weight = weight + 1 where challenge_id = ${challengeId}`,
      FROZEN,
    ],
    [
      'say a criterion otherwise',
      () => sql`update challenge_criteria set name = 'x' where challenge_id = ${challengeId}`,
      FROZEN,
    ],
    [
      'take a criterion away',
      () => sql`delete from challenge_criteria where challenge_id = ${challengeId}`,
      FROZEN,
    ],
    [
      'add a criterion',
      () => sql`insert into challenge_criteria (place_id, challenge_id, name, good_looks_like, weight, position)
        select place_id, id, 'x', 'x', 1, 9 from challenges where id = ${challengeId}`,
      FROZEN,
    ],
    ['empty the criteria at once', () => sql`truncate challenge_criteria`, NOT_ALLOWED],
  ])('cannot %s once a challenge is open (TR3)', async (_, statement, state) => {
    const before = await world.db.execute(sql`select * from challenge_criteria order by position`)
    expect(await told(statement())).toBe(state)
    const after = await world.db.execute(sql`select * from challenge_criteria order by position`)
    expect(after.rows).toEqual(before.rows)
  })

  it.each<[string, SQL]>([
    ['switch a guard off', sql`alter table challenge_criteria disable trigger criteria_frozen`],
    ['switch every guard off', sql`alter table challenge_criteria disable trigger all`],
    ['drop a guard', sql`drop trigger criteria_frozen on challenge_criteria`],
    [
      'write a guard anew',
      sql`create or replace function challenge_parts_frozen() returns trigger language plpgsql as 'begin return new; end'`,
    ],
    ['pass for a replica', sql`set session_replication_role = replica`],
    ['become the owner', sql`set role postgres`],
    ['become the owner for good', sql`set session authorization postgres`],
    ['take a table over', sql`alter table audit_events owner to current_user`],
    ['make a table', sql`create table mine (id int)`],
    ['make a schema', sql`create schema mine`],
    ['make itself powerful', sql`alter role current_user superuser`],
    ['run a program', sql`copy people to program 'cat'`],
    ['read the passwords of logins', sql`select rolpassword from pg_authid`],
    ['change what happened', sql`update audit_events set action = 'nothing.happened'`],
    ['delete what happened', sql`delete from audit_events`],
    ['empty what happened', sql`truncate audit_events`],
    ['write a link', sql`insert into trail.links select * from trail.links`],
    ['change a link', sql`update trail.links set seq = seq + 1`],
    ['cut a chain', sql`delete from trail.links`],
    ['move a head', sql`update trail.heads set size = size - 1`],
    ['make a checkpoint up', sql`insert into trail.checkpoints select * from trail.checkpoints`],
    ['take a checkpoint away', sql`delete from trail.checkpoints`],
    ['take a migration back', sql`delete from drizzle.__drizzle_migrations`],
    ['append what did not happen', sql`select trail.append(e) from audit_events e limit 1`],
  ])('cannot %s', async (_, statement) => {
    const state = await told(statement)
    expect(['42501', '0LP01', '22023']).toContain(state)
  })

  it.each<[string, () => SQL[]]>([
    [
      'criteria, behind a draft of its own',
      () => [
        sql`create temporary table challenges on commit drop as select id, 'draft' as state from public.challenges`,
        sql`update challenge_criteria set name = 'x' where challenge_id = ${challengeId}`,
      ],
    ],
    [
      'the words, behind a change log of its own',
      () => [
        sql`create temporary table amendments (like public.amendments including defaults) on commit drop`,
        sql`insert into amendments (id, place_id, challenge_id, kind, changes, columns, reason, made_by)
          select id, place_id, id, 'clarify', '[]', '{summary}', '', id from public.challenges where id = ${challengeId}`,
        sql`update public.challenges set summary = 'x' where id = ${challengeId}`,
      ],
    ],
  ])('cannot change %s (TR3)', async (_, statements) => {
    const state = await world.appDb
      .transaction(async (tx) => {
        for (const statement of statements()) await tx.execute(statement)
      })
      .then(
        () => 'done',
        (error: unknown) => sqlState(error),
      )
    expect(state).toBe(FROZEN)
  })

  it('finds no guard that would look at a table of its own', async () => {
    const { rows } = await world.db.execute(
      sql`select distinct p.proname as guard from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        where not t.tgisinternal and not exists (select 1 from unnest(p.proconfig) c
          where c in ('search_path=public, pg_temp', 'search_path=pg_catalog, public, pg_temp'))`,
    )
    expect(rows).toEqual([])
  })

  it('cannot let itself in further', async () => {
    await told(sql`grant update on audit_events to current_user`)
    const { rows } = await world.appDb.execute(
      sql`select has_table_privilege('audit_events', 'update') as further`,
    )
    expect(rows).toEqual([{ further: false }])
  })

  it('cannot hang the function that chains on a table of its own', async () => {
    const state = await world.appDb
      .transaction(async (tx) => {
        await tx.execute(sql`create temporary table mine (like audit_events) on commit drop`)
        await tx.execute(sql`create trigger forge after insert on mine
          for each row execute function trail.append_event()`)
      })
      .catch((error: unknown) => sqlState(error))
    expect(state).toBe(NOT_ALLOWED)
  })

  it('reads and writes a table that comes tomorrow, and only adds where rows only grow', async () => {
    await world.db.execute(sql`create table tomorrow (id int)`)
    await world.db.execute(sql`create table forever (id int)`)
    await world.db.execute(sql`create trigger forever_grows before update or delete on forever
      for each row execute function refuse_change()`)
    expect(await told(sql`insert into tomorrow values (1)`)).toBe('done')
    await migrate(world.ownerUrl, world.config.databaseUrl)
    expect(await told(sql`update tomorrow set id = 2`)).toBe('done')
    expect(await told(sql`insert into forever values (1)`)).toBe('done')
    expect(await told(sql`update forever set id = 2`)).toBe(NOT_ALLOWED)
    expect(await told(sql`delete from forever`)).toBe(NOT_ALLOWED)
    await world.db.execute(sql`drop table tomorrow, forever`)
  })
})

describe('whoever deploys', () => {
  it('may ask for a migration as the application, when there is nothing to do', async () => {
    await expect(migrate(world.config.databaseUrl)).resolves.toBeUndefined()
  })

  it('gets the login made, and its new password taken over', async () => {
    const url = new URL(world.ownerUrl)
    url.username = `hcw_new_${randomBytes(4).toString('hex')}`
    try {
      for (const password of ['first-Word%21', 'second']) {
        url.password = password
        await migrate(world.ownerUrl, url.href)
        const client = new pg.Client({ connectionString: url.href })
        await client.connect()
        expect((await client.query('select count(*)::int as n from challenges')).rows).toEqual([
          { n: 1 },
        ])
        await client.end()
      }
    } finally {
      await world.db.execute(sql.raw(`drop owned by ${url.username}`))
      await world.db.execute(sql.raw(`drop role ${url.username}`))
    }
  })

  it('is refused a login for the application that may do everything', async () => {
    const url = new URL(world.ownerUrl)
    url.username = `hcw_boss_${randomBytes(4).toString('hex')}`
    await world.db.execute(sql.raw(`create role ${url.username} superuser login`))
    await expect(migrate(world.ownerUrl, url.href)).rejects.toThrow(TooPowerfulLogin)
    await world.db.execute(sql.raw(`drop role ${url.username}`))
  })
})
