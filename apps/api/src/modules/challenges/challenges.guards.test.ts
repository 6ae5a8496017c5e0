import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeededPlace } from '../../../test/seed.ts'
import { someId, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'

let world: World
let place: SeededPlace
let ruth: string
let council: string

beforeAll(async () => {
  world = await startWorld()
  place = await world.seed.place()
  ruth = await world.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
  council = await world.seed.organisation({ place, sector: 'public', members: [ruth] })
})
afterAll(() => world.close())

const draft = () => world.seed.draft({ place, commissioner: ruth, council })
/** One that has been read and may open. */
const read = async () => {
  const id = await draft()
  await world.seed.readThrough(id, true)
  return id
}
const open = () => world.seed.openChallenge({ place, commissioner: ruth, council })
const run = (query: SQL) => world.db.execute(query)
/** The SQLSTATE a statement was refused with; fails when it went through. */
const refused = (query: SQL) =>
  run(query).then(
    () => 'went through',
    (error: unknown) => sqlState(error),
  )

describe('somebody with the database open before them', () => {
  it.each([
    ['the question', sql`question = 'How can we do something else?'`],
    ['the summary', sql`summary = 'Another'`],
    ['the money', sql`backfill_pence = 1`],
    ['the pay', sql`pay_hourly_pence = 1`],
    ['the closing time', sql`closes_at = closes_at + interval '1 day'`],
    ['the address', sql`slug = 'elsewhere'`],
    ['the body that asks', sql`organisation_id = gen_random_uuid()`],
    ['what may bend', sql`constraints = '[]'`],
  ])('cannot move %s of an opened question', async (_, set) => {
    const id = await open()
    expect(await refused(sql`update challenges set ${set} where id = ${id}`)).toBe('HW003')
  })

  it('cannot touch the criteria or areas of an opened question, nor carry them off', async () => {
    const [id, other] = [await open(), await draft()]
    const criteria = sql`challenge_criteria where challenge_id = ${id}`
    expect(await refused(sql`delete from ${criteria}`)).toBe('HW003')
    expect(await refused(sql`delete from challenge_areas where challenge_id = ${id}`)).toBe('HW003')
    expect(
      await refused(sql`update challenge_criteria set weight = 1 where challenge_id = ${id}`),
    ).toBe('HW003')
    expect(
      await refused(
        sql`update challenge_criteria set challenge_id = ${other}, position = position + 9 where challenge_id = ${id}`,
      ),
    ).toBe('HW003')
    expect(
      await refused(
        sql`insert into challenge_criteria values (${place.id}, ${id}, 9, 'Cheap', 'Costs least', 0)`,
      ),
    ).toBe('HW003')
  })

  it('cannot delete an opened question, and can a draft', async () => {
    expect(await refused(sql`delete from challenges where id = ${await open()}`)).toBe('HW003')
    expect(await refused(sql`delete from challenges where id = ${await draft()}`)).toBe(
      'went through',
    )
  })

  it('cannot open a question whose weights do not sum to a hundred, or with two criteria', async () => {
    const opening = (id: string) =>
      refused(
        sql`update challenges set state = 'open', slug = ${someId()}, opened_at = now() where id = ${id}`,
      )
    const uneven = await read()
    await run(
      sql`update challenge_criteria set weight = weight - 1 where challenge_id = ${uneven} and position = 0`,
    )
    expect(await opening(uneven)).toBe('HW004')
    const two = await read()
    await run(sql`delete from challenge_criteria where challenge_id = ${two} and position = 2`)
    await run(sql`update challenge_criteria set weight = 50 where challenge_id = ${two}`)
    expect(await opening(two)).toBe('HW004')
    const late = await read()
    await run(sql`update challenges set closes_at = now() where id = ${late}`)
    expect(await opening(late)).toBe('HW004')
    const nameless = await read()
    expect(await refused(sql`update challenges set state = 'open' where id = ${nameless}`)).toBe(
      '23514',
    )
  })

  it.each([
    ['open', 'draft'],
    ['open', 'read-through'],
    ['withdrawn', 'open'],
    ['formed', 'choosing'],
    ['formed', 'withdrawn'],
    ['none-chosen', 'formed'],
  ])('cannot send a question from %s to %s', async (from, to) => {
    const id = await open()
    if (from === 'formed' || from === 'none-chosen') await world.seed.passDeadline(id)
    if (from !== 'open')
      await run(
        sql`update challenges set state = ${from}, withdrawn_reason = ${from === 'withdrawn' ? 'A reason long enough to read' : null} where id = ${id}`,
      )
    expect(await refused(sql`update challenges set state = ${to} where id = ${id}`)).toBe('HW002')
  })

  it('cannot begin with a question that is already open', async () => {
    expect(
      await refused(
        sql`insert into challenges (id, place_id, state, slug, commissioner_id, organisation_id, opened_at, closes_at)
            values (${someId()}, ${place.id}, 'open', 'sly', ${ruth}, ${council}, now(), now() + interval '1 year')`,
      ),
    ).toBe('HW002')
  })

  it.each(['choosing', 'formed', 'none-chosen'])(
    'cannot have a question %s before its closing time',
    async (state) => {
      const id = await open()
      expect(await refused(sql`update challenges set state = ${state} where id = ${id}`)).toBe(
        'HW005',
      )
    },
  )

  it('cannot withdraw without a reason, nor reword it later', async () => {
    const id = await open()
    expect(await refused(sql`update challenges set state = 'withdrawn' where id = ${id}`)).toBe(
      'HW008',
    )
    await run(
      sql`update challenges set state = 'withdrawn', withdrawn_reason = 'The grant behind it was cut' where id = ${id}`,
    )
    expect(
      await refused(
        sql`update challenges set withdrawn_reason = 'Nobody was interested in it' where id = ${id}`,
      ),
    ).toBe('HW003')
  })

  it('cannot change criteria behind the back of whoever is opening', async () => {
    const id = await read()
    const outcome = await world.db.transaction(async (opening) => {
      await opening.execute(
        sql`update challenges set state = 'open', slug = ${someId()}, opened_at = now() where id = ${id}`,
      )
      return {
        late: refused(sql`update challenge_criteria set weight = 1 where challenge_id = ${id}`),
      }
    })
    expect(await outcome.late).toBe('HW003')
  })

  it('cannot tie a question to an area or a body of another place', async () => {
    const other = await world.seed.place()
    const id = await draft()
    expect(
      await refused(
        sql`insert into challenge_areas values (${place.id}, ${id}, ${other.areaIds[0] ?? ''})`,
      ),
    ).toBe('23503')
    expect(await refused(sql`update challenges set place_id = ${other.id} where id = ${id}`)).toBe(
      '23503',
    )
  })
})
