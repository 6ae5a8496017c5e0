import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../test/databases.ts'
import { importServices, serviceLines } from './index.ts'

let database: TestDatabase
let client: pg.Client
let folder = ''
beforeAll(async () => {
  database = await cloneDatabase()
  client = new pg.Client({ connectionString: database.appUrl })
  await client.connect()
  folder = await mkdtemp(join(tmpdir(), 'hcw-services-'))
})
afterAll(async () => {
  await client.end()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const service = (n: number, more: object = {}) => ({
  id: `ac148810-d857-441c-9679-40800000000${n}`,
  name: 'Tuesday lunch',
  status: 'active',
  organization: { id: 'd9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610', name: 'Elmside Carers' },
  ...more,
})

describe('an operator loads what organisations offer', () => {
  it('from a folder, twice, and the second time nothing changes; a closed lunch changes one', async () => {
    const contents = [service(1), service(2), service(2), service(3, { status: 'open' })]
    await writeFile(join(folder, 'page.json'), JSON.stringify({ contents }))
    await writeFile(
      join(folder, 'terms.json'),
      JSON.stringify({ contents: [{ id: 'x', name: 'Carers' }] }),
    )
    const [page, terms] = await importServices(client, [folder])
    expect(page).toMatchObject({ read: 4, kept: 2, fresh: 2, refused: 2 })
    expect(terms && serviceLines(terms)).toEqual(['terms.json: no services in it. Left alone.'])
    const [again] = await importServices(client, [folder])
    expect(again).toMatchObject({ fresh: 0, changed: 0 })
    await writeFile(join(folder, 'page.json'), JSON.stringify(service(1, { status: 'inactive' })))
    const [mended] = await importServices(client, [join(folder, 'page.json')])
    expect(mended).toMatchObject({ fresh: 0, changed: 1 })
    const held = await client.query('select status from services order by source_id')
    expect(held.rows).toEqual([{ status: 'inactive' }, { status: 'active' }])
  })
})

/** Real files, kept beside the repository and never in it. Where they are absent this test shows as skipped. */
const DATA = fileURLToPath(new URL('../../../../../../shared/data/', import.meta.url))

describe.skipIf(!existsSync(DATA))('with the real files in ../shared/data', () => {
  it('the three forms of a service are one service, and nobody named in them is kept', async () => {
    const reports = await importServices(client, [`${DATA}open-referral-uk/examples`])
    expect(reports.map((r) => [r.file, r.read, r.kept, r.fresh, r.doubtful, r.refused])).toEqual([
      ['organization_full.json', 1, 1, 1, 1, 0],
      ['service_full.json', 1, 1, 0, 1, 0],
      ['service_list.json', 1, 1, 0, 0, 0],
      ['taxonomy_list.json', 0, 0, 0, 0, 0],
      ['taxonomy_term_list.json', 0, 0, 0, 0, 0],
    ])
    const people = await client.query("select 1 from services s where s::text ~ 'Persona'")
    expect(people.rows).toEqual([])
  })
})
