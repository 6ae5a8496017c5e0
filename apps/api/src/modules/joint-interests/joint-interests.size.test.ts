import { bandOfMajority } from '@howcanwe/shared/joint-interests'
import { INCOME_BANDS, type IncomeBand } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { refusal, someId } from '../../../test/support.ts'
import { bySql, type Group, group, ready, say, send, WHY } from './joint-interests.fixture.ts'
import { forRuth, inTown, town, world } from './joint-interests.town.fixture.ts'

inTown()

const isNow = ({ id }: Group, incomeBand: IncomeBand) =>
  world.db.execute(sql`update organisations set income_band = ${incomeBand} where id = ${id}`)

/** The row as somebody would write it past the application. */
const written = (jointId: string, by: Group, others: readonly Group[], band: IncomeBand) => {
  const parties = sql.join(
    others.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  )
  const parts = JSON.stringify([by, ...others].map(() => ({})))
  return sql`
    insert into interests (id, place_id, challenge_id, organisation_id, why, bring_note, hours_per_month, need_note,
      together, together_with, conflict, conflict_note, submitted_by, received_at, joint_interest_id, joint_band,
      joint_parts, parties)
    values (${someId()}, ${town.place.id}, ${town.challengeId}, ${by.id}, 'w', '', 1, '', 'with', '', false, '',
      ${by.member}, clock_timestamp(), ${jointId}, ${band}, ${parts}::jsonb, array[${parties}]::uuid[])`
}

describe('the database counts them as what most of them are (J-13)', () => {
  it('one micro group and one charity of £20m are written as major and as nothing else', async () => {
    const large = await group(town, 'Great Homes', 'major')
    const id = await ready(town, town.amina, [large])
    for (const band of INCOME_BANDS.filter((one) => one !== 'major'))
      expect(await bySql(world, written(id, town.amina, [large], band))).toBe('HW157')
    expect(await bySql(world, written(id, town.amina, [large], 'major'))).toBe('done')
  })

  it('what was sent is not made smaller, nor when it was taken back and is sent again', async () => {
    const large = await group(town, 'Great Homes', 'major')
    const id = await ready(town, town.amina, [large])
    expect((await send(town, town.amina, id)).countsAs).toBe('major')
    const row = sql`where joint_interest_id = ${id}`
    const back = sql`update interests set state = 'withdrawn', withdrawn_at = now(), joint_band = 'micro' ${row}`
    const again = sql`update interests set state = 'submitted', withdrawn_at = null ${row}`
    expect([
      await bySql(world, sql`update interests set joint_band = 'micro' ${row}`),
      await bySql(world, back, again),
    ]).toEqual(['HW157', 'HW157'])
  })

  it('a member that grows afterwards changes nothing, until all of it is sent again', async () => {
    const id = await ready(town, town.amina, [town.elders])
    const sent = await send(town, town.amina, id)
    await isNow(town.elders, 'large')
    const row = sql`where id = ${sent.sent?.interestId ?? ''}`
    expect([
      await bySql(world, sql`update interests set why = 'nicer' ${row}`),
      await bySql(world, sql`update interests set received_at = clock_timestamp() ${row}`),
    ]).toEqual(['done', 'HW157'])
    await world.seed.passDeadline(town.challengeId)
    expect((await forRuth()).items[0]?.organisation.incomeBand).toBe('micro')
  })

  it('it counts as the application does, for every two to six there can be', async () => {
    const grown = (all: IncomeBand[]) =>
      INCOME_BANDS.slice(INCOME_BANDS.indexOf(all.at(-1) ?? 'none')).map((band) => [...all, band])
    const every: IncomeBand[][] = []
    for (let some: IncomeBand[][] = [[]]; (some[0]?.length ?? 0) < 6; every.push(...some))
      some = some.flatMap(grown)
    const said = await world.db.execute<{ n: number; band: string }>(sql`
      select t.n::integer as n, joint_band_of(array(select jsonb_array_elements_text(t.bands))) as band
      from jsonb_array_elements(${JSON.stringify(every)}::jsonb) with ordinality as t (bands, n) order by t.n`)
    expect(every).toHaveLength(3002)
    expect(said.rows.map((row) => row.band)).toEqual(every.map(bandOfMajority))
  })
})

describe('two to six (§2.7)', () => {
  it('a seventh member is refused, by route and by SQL', async () => {
    const others: Group[] = []
    for (const n of [1, 2, 3, 4, 5]) others.push(await group(town, `Neighbours ${n}`))
    const id = await ready(town, town.amina, others)
    const seventh = (state: string) => sql`
      insert into joint_interest_members (place_id, joint_interest_id, challenge_id, organisation_id, state, why)
      values (${town.place.id}, ${id}, ${town.challengeId}, ${town.lunch.id}, ${state}, ${WHY})`
    const joins = sql`update joint_interest_members set state = 'joined'
      where joint_interest_id = ${id} and organisation_id = ${town.lunch.id}`
    expect(await bySql(world, seventh('joined'))).toBe('HW124')
    expect(await bySql(world, seventh('invited'), joins)).toBe('HW124')
    expect(await bySql(world, seventh('invited'))).toBe('done')
    expect((await refusal(say(town, town.lunch, id))).code).toBe('joint-interests.too_many')
    expect(await bySql(world, written(id, town.amina, [...others, town.lunch], 'micro'))).toBe(
      'HW124',
    )
    expect(await bySql(world, written(id, town.amina, others, 'micro'))).toBe('done')
  })

  it('one alone does not answer together', async () => {
    const id = await ready(town, town.amina, [town.elders])
    expect(await bySql(world, written(id, town.amina, [], 'micro'))).toBe('HW124')
  })
})
