import { eq } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerEntry } from '../../../test/register-entry.ts'
import { startWorld, type World } from '../../../test/support.ts'
import { gssAreas } from '../places/gss.table.ts'
import { matchLists } from './lists.table.ts'
import { relistAfter } from './relist.ts'

let world: World
let client: pg.Client
beforeAll(async () => {
  world = await startWorld()
  client = new pg.Client({ connectionString: world.config.databaseUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await world.close()
})

const COUNTY = 'E10000078'
const DISTRICT = 'E07000778'
const counts = (fresh: number) => ({ fresh, changed: 0 })

describe('official areas come in after the register', () => {
  it('a charity that works in the county around its seat is listed in its district from then on, not from the next night (BR2)', async () => {
    const entry = await registerEntry(world.db, {
      areas: [COUNTY],
      ladCode: DISTRICT,
      themes: ['carers'],
    })
    const listed = async () =>
      (
        await world.db
          .select({ code: matchLists.code })
          .from(matchLists)
          .where(eq(matchLists.entryId, entry))
      )
        .map((l) => l.code)
        .sort()
    await world.db.insert(gssAreas).values({
      code: 'E07000779',
      name: 'Elsewhere',
      kind: 'lad',
      activeCode: 'E07000779',
      current: true,
      source: 'test',
    })
    await world.db.insert(gssAreas).values({
      code: DISTRICT,
      name: 'Here',
      kind: 'lad',
      countyCode: 'E10000001',
      activeCode: DISTRICT,
      current: true,
      source: 'test',
    })
    expect(await relistAfter(client, [{ what: 'areas', counts: counts(2) }])).toBe(true)
    expect(await listed()).toEqual([COUNTY])
    await world.db.update(gssAreas).set({ countyCode: COUNTY }).where(eq(gssAreas.code, DISTRICT))
    expect(await relistAfter(client, [{ what: 'postcodes', counts: counts(9) }])).toBe(false)
    expect(await relistAfter(client, [{ what: 'areas', counts: counts(0) }])).toBe(false)
    expect(await listed()).toEqual([COUNTY])
    expect(await relistAfter(client, [{ what: 'areas', counts: counts(1) }])).toBe(true)
    expect(await listed()).toEqual([DISTRICT, COUNTY])
  })
})
