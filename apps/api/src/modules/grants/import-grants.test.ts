import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../test/databases.ts'
import { importRegister } from '../register/index.ts'
import { grantLines, importGrants } from './index.ts'

let database: TestDatabase
let client: pg.Client
let folder = ''
beforeAll(async () => {
  database = await cloneDatabase()
  client = new pg.Client({ connectionString: database.appUrl })
  await client.connect()
  folder = await mkdtemp(join(tmpdir(), 'hcw-grants-'))
})
afterAll(async () => {
  await client.end()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

const grant = (id: string, more: object = {}) => ({
  id,
  title: 'Help for carers',
  currency: 'GBP',
  amountAwarded: 500,
  awardDate: '2014-06-10',
  recipientOrganization: [{ id: 'GB-CHC-1164883', name: 'Elmside Carers' }],
  fundingOrganization: [{ id: 'GB-CHC-1999990', name: 'Elm Foundation' }],
  ...more,
})
const put = async (name: string, holds: unknown) => {
  const path = join(folder, name)
  await writeFile(path, JSON.stringify(holds))
  return path
}

describe('an operator loads who funded whom', () => {
  it('twice, and the second time nothing changes; a mended amount changes one', async () => {
    const person = { recipientIndividual: { id: 'x', name: 'Anna Example' } }
    const rows = [grant('g-1'), grant('g-2'), grant('g-2'), grant('g-3', person), { id: 'g-4' }]
    const path = await put('elm.json', { publisher: { name: 'Elm' }, grants: rows })
    const [first] = await importGrants(client, [path], { licence: 'CC BY 4.0' })
    expect(first).toMatchObject({ read: 5, kept: 2, fresh: 2, people: 1, refused: 2, matched: 0 })
    const [again] = await importGrants(client, [path], { licence: 'CC BY 4.0' })
    expect(again).toMatchObject({ kept: 2, fresh: 0, changed: 0 })
    await put('elm.json', {
      publisher: { name: 'Elm' },
      grants: [grant('g-1', { amountAwarded: 600 })],
    })
    const [mended] = await importGrants(client, [path], { licence: 'CC BY 4.0' })
    expect(mended).toMatchObject({ fresh: 0, changed: 1 })
    const held = await client.query('select g::text as row from grants g')
    expect(held.rows).toHaveLength(2)
    expect(held.rows.map(({ row }) => row).join()).not.toMatch(/Anna/)
  })

  it('reads why a grant was refused, and that a file holds none', async () => {
    const bad = await put('bad.json', [{ id: 'x' }])
    const none = await put('none.json', { releases: [] })
    const [refused, unknown] = await importGrants(client, [bad, none])
    expect(refused && grantLines(refused)).toContain(
      '  Refused, does not say which organisation got it: 1',
    )
    expect(unknown && grantLines(unknown)).toEqual([
      'none.json: no list of grants in it. Left alone.',
    ])
    await writeFile(join(folder, 'torn.json'), '{"grants":[')
    await expect(importGrants(client, [join(folder, 'torn.json')])).rejects.toThrow('not_json')
  })
})

/** Real files, kept beside the repository and never in it. Where they are absent this test shows as skipped. */
const DATA = fileURLToPath(new URL('../../../../../../shared/data/', import.meta.url))

describe.skipIf(!existsSync(DATA))('with the real files in ../shared/data', () => {
  it('every grant to an organisation is kept, and no email address with it', async () => {
    const names = [
      'indigo-trust-dummy-ids',
      'lloyds-bank-foundation-2010-2015',
      'wolfson-2014-nonconforming-dates',
    ]
    const paths = names.map((name) => `${DATA}360giving-grants/${name}.json`)
    await importRegister(client, `${DATA}charity-register-extract`, { outDir: folder })
    const reports = await importGrants(client, paths)
    const figures = reports.map((r) => [r.read, r.kept, r.matched, r.people, r.refused])
    expect(figures).toEqual([
      [269, 269, 0, 0, 0],
      [3125, 3124, 1, 0, 1],
      [379, 265, 0, 0, 114],
    ])
    const again = await importGrants(client, paths)
    expect(again.map((r) => r.fresh + r.changed)).toEqual([0, 0, 0])
    const mail = await client.query(
      "select 1 from grants g where g::text ~ '[a-z0-9.]+@[a-z0-9-]+'",
    )
    expect(mail.rows).toEqual([])
  }, 60_000)
})
