import { consentsContract } from '@howcanwe/shared/consents'
import {
  identityContract as contract,
  type Everything,
  HELD_FIELDS,
  type HeldSection,
} from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from '../../test/support.ts'
import { join, town } from '../modules/codesign/codesign.fixture.ts'
import { HELD } from './held.queries.ts'
import { PERSONAL, SOUNDS_PERSONAL } from './personal.rules.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const rowsOf = (all: Everything, section: HeldSection) =>
  all.sections.find((s) => s.section === section)?.rows ?? []

describe('the list of what is personal', () => {
  const columns = async (where: ReturnType<typeof sql>) =>
    (
      await world.db.execute<{ is: string }>(sql`
        select c.table_name || '.' || c.column_name as is from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and ${where} order by 1`)
    ).rows.map((r) => r.is)

  it('has every column that points at a person', async () => {
    const { rows } = await world.db.execute<{ is: string }>(sql`
      select rel.relname || '.' || att.attname as is from pg_constraint con
      join pg_class rel on rel.oid = con.conrelid
      join pg_attribute att on att.attrelid = con.conrelid and att.attnum = any (con.conkey)
      where con.contype = 'f' and con.confrelid = 'people'::regclass order by 1`)
    expect(rows.map((r) => r.is).filter((name) => !(name in PERSONAL))).toEqual([])
  })

  it('has every column whose name sounds like one, but for registers that are public', async () => {
    const all = await columns(sql`c.table_name not like 'register_%'`)
    const found = all.filter((name) => SOUNDS_PERSONAL.test(name.split('.')[1] ?? ''))
    expect(found.filter((name) => !(name in PERSONAL))).toEqual([])
  })

  it('names nothing that is not there, and every section it names can be read', async () => {
    const there = await columns(sql`true`)
    expect(Object.keys(PERSONAL).filter((name) => !there.includes(name))).toEqual([])
    const sections = Object.values(PERSONAL).flatMap((p) =>
      typeof p.held === 'string' ? [p.held] : [],
    )
    expect(sections.filter((s) => s !== 'needs' && !(s in HELD))).toEqual([])
  })
})

describe('Kayleigh takes everything with her', () => {
  async function kayleigh() {
    const t = await town(world)
    const email = `kayleigh-${someId()}@example.org`
    const id = await world.seed.person({
      name: 'Kayleigh',
      email,
      roles: [{ placeId: t.place.id, role: 'commissioner' }],
    })
    const organisation = await world.seed.organisation({
      place: t.place,
      name: 'Carers of Elmside',
      members: [id],
      contactEmail: email,
    })
    await join(world.anyone, t.groupId, {
      firstName: 'Kay',
      contactBy: 'email',
      contact: email,
      needs: 'A chair with arms',
    })
    await world.seed.draft({ place: t.place, commissioner: id, council: organisation })
    await world.db.execute(sql`
      insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
        together, together_with, conflict, conflict_note, submitted_by, received_at)
      values (gen_random_uuid(), ${t.place.id}, ${t.challengeId}, ${organisation}, 'Nine of us look after someone.', 'A hall',
        12, '', 'alone', '', false, '', ${id}, clock_timestamp())`)
    return { ...t, id, email, call: await world.as(id) }
  }

  it('name, address, place, needs, organisation, interest, challenge, devices, emails, consents, trail', async () => {
    const { call, email } = await kayleigh()
    await call(contract.changeMe, { body: { displayName: 'Kayleigh B' } }, { ifMatch: 1 })
    const all = await call(contract.everything)
    expect(rowsOf(all, 'person')).toMatchObject([{ name: 'Kayleigh B', email, channel: 'email' }])
    expect(rowsOf(all, 'roles')).toMatchObject([{ role: 'commissioner' }])
    expect(rowsOf(all, 'places')).toMatchObject([{ name: 'Kay', group: 'Carers’ Tuesday' }])
    expect(rowsOf(all, 'needs')).toMatchObject([{ text: 'A chair with arms' }])
    expect(rowsOf(all, 'organisations')).toMatchObject([
      { organisation: 'Carers of Elmside', lead: true },
    ])
    expect(rowsOf(all, 'interests')).toMatchObject([
      { why: 'Nine of us look after someone.', hours: 12 },
    ])
    expect(rowsOf(all, 'challenges')).toMatchObject([{ state: 'draft' }])
    expect(rowsOf(all, 'devices')).toHaveLength(1)
    expect(rowsOf(all, 'emails')).toMatchObject([{ kind: 'codesign.joined' }])
    expect(rowsOf(all, 'consents').map((c) => c.purpose)).toEqual(['take-part', 'access-needs'])
    expect(rowsOf(all, 'trail').map((e) => e.what)).toContain('identity.changed')
  })

  it('opening her own needs for it stands in her list of who looked, as herself', async () => {
    const { call } = await kayleigh()
    await call(contract.everything)
    const { looks } = await call(consentsContract.mine)
    expect(looks).toMatchObject([{ byMe: true, what: 'codesign.needs' }])
  })

  it('every name in it is one we have words for, in every section there is', async () => {
    const { call } = await kayleigh()
    const { sections } = await call(contract.everything)
    const names = new Set(sections.flatMap((s) => s.rows.flatMap((row) => Object.keys(row))))
    expect([...names].filter((n) => !HELD_FIELDS.some((f) => f === n))).toEqual([])
    expect(sections.map((s) => s.section)).toEqual(expect.arrayContaining(Object.keys(HELD)))
  })

  it('six digits that still work are not in it', async () => {
    const { call, email } = await kayleigh()
    await world.app.inject({ method: 'POST', url: '/api/v1/auth/sign-in', payload: { email } })
    const mails = rowsOf(await call(contract.everything), 'emails')
    expect(mails).toContainEqual(
      expect.objectContaining({ kind: 'identity.sign-in', subject: null, text: null }),
    )
    const { rows } = await world.db.execute<{ body: string }>(
      sql`select body from outbox where recipient = ${email} and template = 'identity.sign-in'`,
    )
    const digits = /\d{3} \d{3}/.exec(rows[0]?.body ?? '')?.[0] ?? 'none'
    expect(digits).not.toBe('none')
    expect(JSON.stringify(mails)).not.toContain(digits)
  })

  it('and nothing of anybody else', async () => {
    const theirs = await kayleigh()
    const { call } = await kayleigh()
    const all = JSON.stringify(await call(contract.everything))
    expect(all).not.toContain(theirs.email)
    expect(all).not.toContain(theirs.id)
  })
})
