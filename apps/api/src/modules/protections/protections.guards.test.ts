import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { type DecidingTown, daysAhead, decidingTown } from './protections.fixture.ts'

let world: World
let town: DecidingTown
beforeAll(async () => {
  world = await startWorld()
  town = await decidingTown(world)
})
afterAll(() => world.close())

/** The SQLSTATE a statement was refused with; says so when it went through. */
const tried = (query: SQL) =>
  world.db.execute(query).then(
    () => 'went through',
    (error: unknown) => sqlState(error),
  )
const update = (id: string, set: SQL) => tried(sql`update protections set ${set} where id = ${id}`)
const publishing = (id: string, more: SQL = sql`version = version`) =>
  update(id, sql`state = 'published', slug = id::text, next_review_on = review_on, ${more}`)
const reviewing = (id: string, outcome: string, on: string | null) =>
  tried(sql`insert into protection_reviews (id, place_id, protection_id, outcome, said, review_on, reviewed_by)
    select gen_random_uuid(), place_id, id, ${outcome}, 'We asked the people it is for.', ${on}, commissioner_id
    from protections where id = ${id}`)

describe('somebody with the database open before them (CH3)', () => {
  it.each([
    ['what is kept', sql`title = 'Something else'`],
    ['the reason', sql`page = 'Because'`],
    ['the evidence', sql`evidence = '[]'`],
    ['the day as it was decided', sql`review_on = '2099-01-01'`],
    ['the address', sql`slug = 'elsewhere'`],
    ['the body that decided', sql`organisation_id = gen_random_uuid()`],
    ['when', sql`published_at = now() - interval '1 year'`],
    ['how long it took', sql`seconds_taken = 1`],
  ])('cannot move %s once it is out', async (_, set) => {
    expect(await update((await town.published()).id, set)).toBe('HW041')
  })

  it('hands it to nobody but a commissioner of the place of today, and what has ended to nobody', async () => {
    const grace = await world.seed.person({
      name: 'Grace',
      roles: [{ placeId: town.place.id, role: 'commissioner' }],
    })
    const there = await world.seed.place()
    const femke = await world.seed.person({ roles: [{ placeId: there.id, role: 'commissioner' }] })
    const { id } = await town.published()
    const to = (one: string) => update(id, sql`commissioner_id = ${one}`)
    expect(await update(id, sql`commissioner_id = gen_random_uuid()`)).toBe('HW086')
    for (const one of [town.ines, femke]) expect(await to(one)).toBe('HW086')
    expect(await to(grace)).toBe('went through')
    expect(await to(town.ruth)).toBe('went through')
    await world.db.execute(
      sql`update role_grants set ended_at = clock_timestamp() where person_id = ${grace}`,
    )
    expect(await to(grace)).toBe('HW086')
    await reviewing(id, 'ended', null)
    await update(id, sql`state = 'ended'`)
    expect(await to(town.ruth)).toBe('went through')
    expect(await update(id, sql`commissioner_id = gen_random_uuid()`)).toBe('HW041')
  })

  it('cannot delete or take back what is out, and can delete a draft', async () => {
    const { id } = await town.published()
    expect(await tried(sql`delete from protections where id = ${id}`)).toBe('HW041')
    expect(await update(id, sql`state = 'draft'`)).toBe('HW040')
    const draft = await town.whole()
    expect(await tried(sql`delete from protections where id = ${draft.id}`)).toBe('went through')
  })

  it('cannot begin with one that is out already', async () => {
    const insert =
      tried(sql`insert into protections (id, place_id, commissioner_id, organisation_id, state)
      values (gen_random_uuid(), ${town.place.id}, ${town.ruth}, ${town.council}, 'published')`)
    expect(await insert).toBe('HW040')
  })

  it.each([
    ['without a reason', sql`page = ' '`],
    ['without who is at risk', sql`at_risk = ''`],
    ['without evidence', sql`evidence = '[]'`],
    [
      'with evidence that says nothing',
      sql`evidence = '[{"kind": "experience", "statement": " "}]'`,
    ],
  ])('cannot publish %s', async (_, set) => {
    const { id } = await town.whole()
    expect(await publishing(id, set)).toBe('HW042')
  })

  it.each([
    ['in two months', daysAhead(60)],
    ['in three years', daysAhead(1_100)],
    ['never', null],
    ['some day', 'some day'],
  ])('cannot set the review %s', async (_, day) => {
    const { id } = await town.whole()
    await update(id, sql`review_on = ${day}`)
    expect(await publishing(id)).toBe('HW042')
  })

  it('publishes what is whole, and the clock of the database says when', async () => {
    const { id } = await town.whole()
    expect(await publishing(id, sql`published_at = '2001-01-01'`)).toBe('went through')
    const { rows } = await world.db.execute(
      sql`select published_at > now() - interval '1 minute' as now from protections where id = ${id}`,
    )
    expect(rows).toEqual([{ now: true }])
  })

  it('cannot put a link that is not https, more than six pieces of evidence, or one that is no list', async () => {
    const { id } = await town.whole()
    const link = sql`evidence = '[{"kind": "experience", "statement": "x", "link": "http://example.org"}]'`
    expect(await update(id, link)).toBe('23514')
    const seven = JSON.stringify(Array(7).fill({ kind: 'experience', statement: 'x', link: null }))
    expect(await update(id, sql`evidence = ${seven}::jsonb`)).toBe('23514')
    expect(await update(id, sql`evidence = '"much"'`)).not.toBe('went through')
  })

  it('cannot touch its areas, nor carry them off to a draft', async () => {
    const [{ id }, draft] = [await town.published(), await town.start()]
    const of = sql`where protection_id = ${id}`
    expect(await tried(sql`delete from protection_areas ${of}`)).toBe('HW041')
    expect(await tried(sql`update protection_areas set protection_id = ${draft.id} ${of}`)).toBe(
      'HW041',
    )
    expect(
      await tried(
        sql`insert into protection_areas values (${town.place.id}, ${id}, ${town.place.areaIds[1]})`,
      ),
    ).toBe('HW041')
  })

  it('cannot move the next review or end it without a review that says so', async () => {
    const { id } = await town.published()
    expect(await update(id, sql`next_review_on = ${daysAhead(500)}`)).toBe('HW043')
    expect(await update(id, sql`state = 'ended'`)).toBe('HW043')
    expect(await reviewing(id, 'kept', daysAhead(500))).toBe('went through')
    expect(await update(id, sql`next_review_on = ${daysAhead(501)}`)).toBe('HW043')
    expect(await update(id, sql`state = 'ended'`)).toBe('HW043')
    expect(await update(id, sql`next_review_on = ${daysAhead(500)}`)).toBe('went through')
    expect(await reviewing(id, 'ended', null)).toBe('went through')
    expect(await update(id, sql`next_review_on = ${daysAhead(400)}`)).toBe('HW043')
    expect(await update(id, sql`state = 'ended'`)).toBe('went through')
    expect(await update(id, sql`state = 'published'`)).toBe('HW040')
  })

  it('cannot review a draft, nor set a day too far off, nor keep it without a day', async () => {
    const [{ id }, draft] = [await town.published(), await town.whole()]
    expect(await reviewing(draft.id, 'kept', daysAhead(300))).toBe('HW040')
    expect(await reviewing(id, 'kept', daysAhead(1_100))).toBe('HW042')
    expect(await reviewing(id, 'kept', null)).toBe('HW042')
    expect(await reviewing(id, 'ended', daysAhead(300))).toBe('23514')
  })

  it('cannot change or remove a note or a review, nor date one back', async () => {
    const { id } = await town.published()
    await reviewing(id, 'kept', daysAhead(500))
    await world.db.execute(sql`insert into protection_notes (id, place_id, protection_id, text, written_by, at)
      select gen_random_uuid(), place_id, id, 'Fifty people, not forty.', commissioner_id, '2001-01-01'
      from protections where id = ${id}`)
    const { rows } = await world.db.execute(
      sql`select at > now() - interval '1 minute' as now from protection_notes where protection_id = ${id}`,
    )
    expect(rows).toEqual([{ now: true }])
    for (const table of ['protection_notes', 'protection_reviews'].map(sql.identifier)) {
      expect(await tried(sql`update ${table} set at = now() where protection_id = ${id}`)).toBe(
        'HW001',
      )
      expect(await tried(sql`delete from ${table} where protection_id = ${id}`)).toBe('HW001')
    }
  })

  it('cannot hang a decision on a body, an area or a note of another town', async () => {
    const elsewhere = await world.seed.place()
    const theirs = await world.seed.organisation({ place: elsewhere, sector: 'public' })
    const { id } = await town.start()
    expect(await update(id, sql`organisation_id = ${theirs}`)).toBe('23503')
    expect(
      await tried(
        sql`insert into protection_areas values (${town.place.id}, ${id}, ${elsewhere.areaIds[0]})`,
      ),
    ).toBe('23503')
  })
})
