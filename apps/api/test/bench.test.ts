import { expect, it } from 'vitest'
import { exhaustive } from '../../../bench/exhaustive.ts'
import { fitTo } from '../../../bench/fitted.ts'
import { load } from '../../../bench/load.ts'
import { connect } from '../../../bench/server.ts'
import { searchOf } from '../src/modules/matching/matching.list.ts'
import { remake } from '../src/modules/matching/matching.making.ts'
import { askingRows } from '../src/modules/matching/matching.queries.ts'
import { questionsOf } from '../src/modules/matching/matching.reading.ts'
import { search } from '../src/modules/matching/matching.search.queries.ts'
import { storedList } from '../src/modules/matching/stored.queries.ts'
import { cloneDatabase } from './databases.ts'

it('in a made-up country the search finds the same twenty as scoring everybody, and keeps lists of them', async () => {
  const clone = await cloneDatabase()
  const { db, pool, close } = connect(clone.url)
  try {
    const size = { orgs: 2_000, challenges: 60, residents: 10, seed: 7 }
    await load(pool, size, await fitTo('nowhere'), () => undefined)
    const { rows } = await pool.query<{ id: string }>('select id from challenges order by id')
    const ids = rows.map((r) => r.id)
    let found = 0
    for (const question of await questionsOf(db, await askingRows(db, ids))) {
      const [top] = await search(db, [searchOf({ question, members: new Map() })])
      const best = (top?.found ?? [])
        .toSorted((a, b) => b.score - a.score || b.sure - a.sure || a.place - b.place)
        .slice(0, 20)
        .map((f) => f.id)
      expect(best).toEqual(await exhaustive(pool, question))
      found += best.length
    }
    expect(found).toBeGreaterThan(100)
    const nobody = {
      interestedOf: async () => [],
      invitedOf: async () => ({ organisationIds: [], entryIds: [] }),
    }
    await remake(
      db,
      nobody,
      ids.map((id) => ({ id, knowsAnswers: false })),
    )
    expect((await storedList(db, ids[0] ?? ''))?.isFresh).toBe(true)
  } finally {
    await close()
    await clone.drop()
  }
}, 120_000)
