import { recruitmentContract as contract } from '@howcanwe/shared/recruitment'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { town } from '../codesign/codesign.fixture.ts'
import { drawing, opening, SENSITIVE } from './recruitment.fixture.ts'
import { NEVER_ASKED, SPECIAL } from './recruitment.never.rules.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** What the database answers the application itself, past all our code. */
const answered = async (statement: SQL): Promise<string> => {
  try {
    await world.appDb.execute(statement)
    return 'done'
  } catch (error) {
    return sqlState(error) ?? 'unknown'
  }
}

describe('whoever has the database in hand (S-07)', () => {
  it('changes no target, no number of seats and no promise once names come in', async () => {
    const { groupId } = await drawing(world)
    const set = (what: SQL) =>
      answered(sql`update recruitments set ${what} where group_id = ${groupId}`)
    expect(await set(sql`seats = 5`)).toBe('HW171')
    expect(await set(sql`categories = '[]'`)).toBe('HW171')
    expect(await set(sql`commitment = repeat('0', 64)`)).toBe('HW171')
    expect(await answered(sql`delete from recruitments where group_id = ${groupId}`)).toBe('HW171')
  })

  it('closes no names before their day, and writes no sheets once the figure may be known', async () => {
    const t = await drawing(world)
    const close = () =>
      answered(sql`
        update recruitments set state = 'closed', way = 'all-in', kept = '{}' where group_id = ${t.groupId}`)
    expect(await close()).toBe('HW172')
    await t.bringOn('-2 hours', '-1 minute')
    expect(await close()).toBe('HW172')
  })

  it('puts no name in after the last moment, by the database’s clock', async () => {
    const t = await drawing(world)
    await t.put('Elmside')
    await t.bringOn('-1 second', '1 hour')
    const late = sql`
      insert into recruitment_names (id, place_id, recruitment_id, number, reference, first_name, contact_by, contact,
        contact_hash, ways, language, consent_version, answers)
      select gen_random_uuid(), place_id, recruitment_id, 99999, 'LATE-1', 'Late', 'email', 'late@example.org', 'x', ways,
        language, consent_version, '{}' from recruitment_names
      where recruitment_id = (select id from recruitments where group_id = ${t.groupId})`
    expect(await answered(late)).toBe('HW174')
  })

  it('draws neither early, nor alone, nor another sheet, nor twice', async () => {
    const t = await drawing(world)
    await t.many({ Elmside: 5, Northgate: 5 })
    await t.close()
    const step = (by: string, sheet: SQL = sql`recruitment_sheet(x.seed, 1000)`) =>
      answered(sql`
        with secrets as (select repeat('a', 64) as secret)
        update recruitments r set state = 'drawn', secret = x.secret, public_value = '1', seed = x.seed,
          sheet = ${sheet}, drawn_by = ${by}
        from (select secret, encode(sha256(convert_to(secret || '|1', 'UTF8')), 'hex') as seed from secrets) x
        where r.group_id = ${t.groupId}`)
    expect(await step(t.people.ines)).toBe('HW172')
    await t.announce()
    expect(await step(t.people.ines)).toBe('HW172')
    await t.type(t.yusuf, '1')
    expect(await step(t.people.yusuf)).toBe('HW172')
    // Two people, after the day, and a secret of their own choosing: it is not the one that was promised.
    expect(await step(t.people.ines)).toBe('23514')
    expect(await step(t.people.ines, sql`7`)).toMatch(/HW172|23514/)
    await t.type(t.ines, '1')
    const again = sql`update recruitments set sheet = 1 + sheet % 1000 where group_id = ${t.groupId}`
    expect(await answered(again)).toBe('HW173')
    const back = sql`update recruitments set state = 'closed', seed = null, secret = null, sheet = null,
      public_value = null where group_id = ${t.groupId}`
    expect(await answered(back)).toMatch(/HW17[23]/)
  })

  it('changes no sheet, and says of nobody that they came up who did not', async () => {
    const t = await drawing(world)
    await t.many({ Elmside: 5, Northgate: 9 })
    await t.close()
    const other = sql`update recruitments set box = box || ' ', box_hash = encode(sha256(convert_to(box || ' ', 'UTF8')), 'hex')
      where group_id = ${t.groupId}`
    expect(await answered(other)).toBe('HW173')
    await t.announce()
    await t.type(t.yusuf)
    await t.type(t.ines)
    const names = sql`recruitment_id = (select id from recruitments where group_id = ${t.groupId})`
    const one = (state: string) => sql`
      id = (select id from recruitment_names where ${names} and state = ${state} limit 1)`
    const seat = sql`update recruitment_names set state = 'drawn' where ${one('in')}`
    expect(await answered(seat)).toBe('HW175')
    const unseat = sql`update recruitment_names set state = 'not-drawn' where ${one('drawn')}`
    expect(await answered(unseat)).toBe('HW175')
    const swap = sql`update recruitment_names set number = number + 10000 where ${one('in')}`
    expect(await answered(swap)).toBe('HW175')
  })

  it('keeps no sensitive answer without its own consent (HW170), and two draws of one box nowhere', async () => {
    const { categories } = opening()
    const t = await drawing(world, { categories: [...categories, SENSITIVE] })
    await t.put('Elmside')
    const sneak = sql`insert into recruitment_special_answers (name_id, category, feature)
      select id, ${SENSITIVE.name}, 'Yes' from recruitment_names
      where recruitment_id = (select id from recruitments where group_id = ${t.groupId})`
    expect(await answered(sneak)).toBe('HW170')
    expect(await t.read()).toMatchObject({ state: 'open' })
    const second = await answered(sql`
      insert into recruitments (id, place_id, group_id, seats, categories, closes_at, public_source, public_at, commitment,
        opened_by)
      select gen_random_uuid(), place_id, group_id, seats, categories, closes_at, public_source, public_at, commitment,
        opened_by from recruitments where group_id = ${t.groupId}`)
    expect(second).toBe('23505')
  })

  it('asks nobody about benefits, immigration or diagnosis, and what is sensitive only as such (HW176, HW179)', async () => {
    const t = await town(world)
    const yusuf = await world.as(t.people.yusuf)
    const params = { groupId: t.groupId }
    const [asked] = opening().categories
    if (!asked) throw new Error('expected a question')
    const benefits = { ...asked, name: 'Do you get Universal Credit?', special: true }
    const openly = { ...SENSITIVE, special: false }
    for (const [category, code] of [
      [benefits, 'recruitment.never_asked'],
      [openly, 'recruitment.sensitive'],
    ] as const) {
      const body = opening({ categories: [asked, category] })
      const said = await refusal(yusuf(contract.open, { params, body }))
      expect(said).toMatchObject({ code, errors: [{ pointer: '#/body/categories/1' }] })
    }
    await yusuf(contract.open, { params, body: opening() })
    const sneak = (category: object) =>
      answered(sql`update recruitments set categories = ${JSON.stringify([category])}::jsonb
        where group_id = ${t.groupId}`)
    expect(await sneak(benefits)).toMatch(/HW17[36]/)
    const fresh = (category: object) =>
      answered(sql`insert into recruitments (id, place_id, group_id, seats, categories, closes_at, public_source,
          public_at, commitment, opened_by)
        select gen_random_uuid(), place_id, group_id, seats, ${JSON.stringify([category])}::jsonb, closes_at,
          public_source, public_at, commitment, opened_by from recruitments where group_id = ${t.groupId}`)
    expect(await fresh(benefits)).toBe('HW176')
    expect(await fresh(openly)).toBe('HW179')
  })

  it('by the same words in the database as in the service', async () => {
    const { rows } = await world.db.execute(
      sql`select draw_never_asked() as never, draw_special_words() as special`,
    )
    expect(rows).toEqual([{ never: [...NEVER_ASKED], special: [...SPECIAL] }])
  })
})
