import { decisionsContract as contract } from '@howcanwe/shared/decisions'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'
import { forgetOld } from '../../retention/index.ts'
import { answered, counted, type Hall, hall, of, opened, past, say } from './decisions.fixture.ts'

let world: World
let h: Hall
beforeAll(async () => {
  world = await startWorld()
  h = await hall(world, [6, 2, 2])
})
afterAll(() => world.close())

/** What the database says to somebody with the application's login. */
async function told(statement: SQL): Promise<string> {
  try {
    await world.appDb.execute(statement)
    return 'done'
  } catch (error) {
    return sqlState(error) ?? 'another error'
  }
}

const versionOf = async (decisionId: string): Promise<string> => {
  const { rows } = await world.db.execute<{ id: string }>(
    sql`select id from decision_versions where decision_id = ${decisionId} order by number desc limit 1`,
  )
  return rows[0]?.id ?? ''
}

describe('nobody learns who answered what', () => {
  it('the record, the letters and what is sent hold no answer beside a member', async () => {
    const id = await opened(h)
    const [one, two] = of(h, 'residents')
    if (!one || !two) throw new Error('two residents')
    await say(one, id, 'no')
    await h.yusuf(contract.typeIn, {
      params: { decisionId: id, memberId: two.memberId },
      body: { version: 1, answer: 'no', saidBy: 'paper', readBack: true },
    })
    const { rows } = await world.db.execute<{ line: string }>(sql`
      select to_jsonb(e)::text as line from audit_events e where to_jsonb(e)::text like ${`%${id}%`}`)
    const about = rows.filter(({ line }) => [one, two].some((m) => line.includes(m.memberId)))
    expect(about).toHaveLength(1)
    expect(about[0]?.line).toContain('decisions.typed-in')
    expect(about[0]?.line).not.toMatch(/"(no|yes|aside)"/)
    const list = JSON.stringify(await h.yusuf(contract.list, { params: { groupId: h.groupId } }))
    expect(list).not.toContain(one.memberId)
  })

  it('a ballot carries no moment, and goes thirty days after the count', async () => {
    const id = await opened(h, { kind: 'stories' })
    await answered(h, id, { residents: [6, 0] })
    await counted(world, h, id)
    const { rows } = await world.db.execute<{ is: string }>(sql`
      select column_name as is from information_schema.columns
      where table_name = 'decision_ballots' and data_type like 'timestamp%'`)
    expect(rows).toEqual([])
    const version = await versionOf(id)
    const left = async () =>
      (
        await world.db.execute<{ n: number }>(
          sql`select count(*)::int as n from decision_ballots where version_id = ${version}`,
        )
      ).rows[0]?.n
    expect(await told(sql`delete from decision_ballots where version_id = ${version}`)).toBe(
      'HW200',
    )
    await past(
      world,
      sql`update decision_versions set closed_at = closed_at - interval '31 days' where id = ${version}`,
    )
    await forgetOld(world.appDb)
    expect(await left()).toBe(0)
    const still = await h.yusuf(contract.read, { params: { decisionId: id } })
    expect(still.versions[0]?.counts[0]).toMatchObject({ members: 6, moreThanHalf: true })
  })
})

describe('whoever answers is told who may come to know it, by how many answer with them', () => {
  const voiceOf = async (of: Hall, at: number, id: string) => {
    const read = of.seated[at]?.phone ?? of.yusuf
    return (await read(contract.read, { params: { decisionId: id } })).voice
  }

  it('everybody for their own voice, while it is open; whoever only runs it is not asked', async () => {
    const id = await opened(h)
    expect(await voiceOf(h, 0, id)).toEqual({ bloc: 'residents', members: 6 })
    expect(await voiceOf(h, 9, id)).toEqual({ bloc: 'public-bodies', members: 2 })
    expect(await voiceOf(h, 99, id)).toBeNull()
    await answered(h, id, { residents: [5, 1], organisations: [2, 0], 'public-bodies': [2, 0] })
    await counted(world, h, id)
    expect(await voiceOf(h, 0, id)).toBeNull()
  })

  it('what residents decide alone is not asked of others', async () => {
    const id = await opened(h, { kind: 'ground-rules' })
    expect(await voiceOf(h, 0, id)).toEqual({ bloc: 'residents', members: 6 })
    expect(await voiceOf(h, 9, id)).toBeNull()
  })

  it('the one officer of a group is counted alone, and her side is her answer', async () => {
    const small = await hall(world, [3, 2, 1])
    const id = await opened(small)
    expect(await voiceOf(small, 5, id)).toEqual({ bloc: 'public-bodies', members: 1 })
    await answered(small, id, { residents: [3, 0], organisations: [2, 0], 'public-bodies': [0, 1] })
    const { versions } = await counted(world, small, id)
    expect(versions[0]?.counts[2]).toEqual({
      ...{ bloc: 'public-bodies', members: 1, shown: 'side', moreThanHalf: false },
    })
  })
})
