import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../../test/databases.ts'
import { importPlaces } from './import-places.ts'

let database: TestDatabase
let client: pg.Client
let folder: string

beforeEach(async () => {
  database = await cloneDatabase()
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  folder = await mkdtemp(join(tmpdir(), 'hcw-places-'))
})
afterEach(async () => {
  await client.end()
  await database.drop()
  await rm(folder, { recursive: true })
})

const DISTRICTS = `LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE,UTLACD,UTLANM,RGNCD,RGNNM,CTRYCD,CTRYNM,EWCD,EWNM,Current
E07009001,Oldmarsh,E06009001,Marshland,E06009001,Marshland,E12000099,Middle,E92000001,England,K04000001,England and Wales,FALSE
E06009001,Marshland,E06009001,Marshland,E06009001,Marshland,E12000099,Middle,E92000001,England,K04000001,England and Wales,TRUE
E07009002,Hilltop,E07009002,Hilltop,E10009001,Hillshire,E12000099,Middle,E92000001,England,K04000001,England and Wales,TRUE
nonsense,Nowhere,,,,,,,,,,,TRUE
`
const WARDS = `WDCD,WDNM,LADCD,LADNM,SOURCEFILE,LADCD_ACTIVE
E05900001,Quay,E07009001,Oldmarsh,2016,E06009001
E05900002,Quay,E06009001,Marshland,2022,E06009001
E05900003,Fen,E06009001,Marshland,2022,E06009001
E05900004,Summit,E07009002,Hilltop,2016,E07009002
`
const POSTCODES = `pcds,lad25cd,wd25cd,lsoa21cd,doterm
AB1 1AA,E07009001,E05900002,E01900001,
ab12ab,E07009002,E05900004,E01900002,202301
Marshland,E06009001,,,
AB1 1AC,,,,
AB1 1AD,ENGLAND,,,
`

const put = (name: string, text: string) => writeFile(join(folder, name), text)
const load = (path = folder, more = {}) => importPlaces(client, path, { outDir: folder, ...more })
const all = async (sql: string) => (await client.query(sql)).rows

describe('a council loads the official areas', () => {
  it('has districts with their successors, wards in force and the wider areas they name', async () => {
    await put('districts.csv', DISTRICTS)
    await put('wards.csv', WARDS)
    await put('notes.csv', 'colour,shape\nred,round\n')
    const leftAlone: string[] = []
    const report = await load(folder, { onLeftAlone: (file: string) => leftAlone.push(file) })

    expect(leftAlone).toEqual(['notes.csv'])
    expect(report.files.map(({ file, what }) => [file, what])).toEqual([
      ['districts.csv', 'areas'],
      ['wards.csv', 'wards'],
    ])
    expect(
      await all(
        'select code, kind, active_code, county_code, current from gss_areas order by code',
      ),
    ).toEqual(
      [
        ['E05900001', 'ward', 'E05900001', null, false],
        ['E05900002', 'ward', 'E05900002', null, true],
        ['E05900003', 'ward', 'E05900003', null, true],
        ['E05900004', 'ward', 'E05900004', null, true],
        ['E06009001', 'lad', 'E06009001', null, true],
        ['E07009001', 'lad', 'E06009001', null, false],
        ['E07009002', 'lad', 'E07009002', 'E10009001', true],
        ['E10009001', 'county', 'E10009001', null, true],
        ['E12000099', 'region', 'E12000099', null, true],
        ['E92000001', 'country', 'E92000001', null, true],
        ['K04000001', 'nations', 'K04000001', null, true],
      ].map(([code, kind, active_code, county_code, current]) => ({
        code,
        kind,
        active_code,
        county_code,
        current,
      })),
    )
    expect(report.refusals.first).toEqual([{ file: 'districts.csv', line: 5, flaw: 'bad_code' }])
    expect(await readFile(String(report.refusedPath), 'utf8')).toContain('Nowhere')
  })

  it('can load them again and again and finds everything unchanged', async () => {
    await put('districts.csv', DISTRICTS)
    await put('wards.csv', WARDS)
    await load()
    const before = await all('select * from gss_areas order by code')
    const { files } = await load()
    expect(files.map(({ counts }) => [counts.fresh, counts.changed, counts.unchanged])).toEqual([
      [0, 0, 7],
      [0, 0, 4],
    ])
    expect(await all('select * from gss_areas order by code')).toEqual(before)
  })

  it('loads its own postcodes into the districts of today and no one else’s', async () => {
    await put('districts.csv', DISTRICTS)
    await put('postcodes.csv', POSTCODES)
    const { files } = await load(folder, { lads: ['E06009001'] })
    expect(files.at(-1)?.counts).toMatchObject({ read: 5, fresh: 1, elsewhere: 2, refused: 2 })
    expect(
      await all('select postcode, lad_code, ward_code, lsoa_code, terminated from postcodes'),
    ).toEqual([
      {
        postcode: 'AB1 1AA',
        lad_code: 'E06009001',
        ward_code: 'E05900002',
        lsoa_code: 'E01900001',
        terminated: false,
      },
    ])
    const everywhere = await load()
    expect(everywhere.files.at(-1)?.counts).toMatchObject({ fresh: 1, unchanged: 1 })
    expect(await all('select postcode from postcodes where terminated')).toEqual([
      { postcode: 'AB1 2AB' },
    ])
  })

  it('names the columns of a file laid out in another way', async () => {
    const path = join(folder, 'mine.csv')
    await put('mine.csv', 'Code,Council,Note\nAB1 1AA,E06009001,x\n')
    await expect(load(path)).rejects.toMatchObject({ code: 'no_tables' })
    await expect(load(path, { columns: { postcode: 'Code', lad: 'Wrong' } })).rejects.toMatchObject(
      {
        code: 'no_columns',
      },
    )
    const { files } = await load(path, { columns: { postcode: 'Code', lad: 'Council' } })
    expect(files[0]?.counts).toMatchObject({ read: 1, fresh: 1, refused: 0 })
  })

  it('is told clearly when a second import runs at the same moment', async () => {
    await put('districts.csv', DISTRICTS)
    const other = new pg.Client({ connectionString: database.url })
    await other.connect()
    await other.query('select pg_advisory_lock(742620, 1)')
    await expect(load()).rejects.toMatchObject({ code: 'running' })
    await other.end()
    await expect
      .poll(() =>
        load().then(
          () => 'loaded',
          (error) => error.code,
        ),
      )
      .toBe('loaded')
  })

  it('is told when there is nothing to load, or a file is packed', async () => {
    await expect(load(join(folder, 'gone'))).rejects.toMatchObject({ code: 'nothing_there' })
    await expect(load()).rejects.toMatchObject({ code: 'no_tables' })
    await put('districts.csv', 'PK\u0003\u0004zip')
    await expect(load()).rejects.toMatchObject({ code: 'packed' })
  })
})
