import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asJson, asText, type Desk, desk, ENTRIES, loadPlaces } from '../test/fixtures.ts'
import { charityRow, type Row } from '../test/write-extract.ts'

let at: Desk
beforeEach(async () => {
  at = await desk()
})
afterEach(() => at.end())

const key = (n: number, more: Row = {}): Row => ({
  date_of_extract: '2024-05-01',
  organisation_number: 5_000_000 + n,
  registered_charity_number: 1_000_000 + n,
  linked_charity_number: 0,
  ...more,
})
const code = (n: number, classification_code: number) =>
  key(n, { classification_code, classification_type: 'What', classification_description: 'x' })
const area = (n: number, type: string, name: string) =>
  key(n, { geographic_area_type: type, geographic_area_description: name, welsh_ind: false })
const alias = (n: number, name: string) =>
  key(n, { charity_name_id: n, charity_name_type: 'Working name', charity_name: name })

const LUNCH = charityRow(1, {
  charity_name: "ST MARY'S LUNCH CLUB (UK)",
  charity_type: 'Other',
  charity_registration_status: 'Registered',
  date_of_removal: null,
  latest_income: 7_400,
  charity_is_cio: false,
  charity_company_registration_number: null,
  charity_contact_postcode: 'se15 5aa',
  charity_contact_web: 'www.lunch.example.org',
  charity_activities: 'A hot meal on Mondays.\nRing 01632 960123 or write to meals@example.org',
})
const WORKS = charityRow(2, {
  charity_name: 'MARSHLAND WORKS LTD',
  charity_type: 'Charitable company',
  charity_registration_status: 'Removed',
  date_of_removal: '2020-02-29',
  latest_income: 2_300_000_000,
  charity_is_cio: false,
  charity_company_registration_number: '9506232',
  charity_contact_postcode: 'AB1 1AA',
})

const find = async (identifier: string) =>
  (await at.all(`select * from register_entries where identifier = '${identifier}'`))[0]

async function putExtract(form: 'txt' | 'json' = 'txt') {
  const write = form === 'txt' ? asText : asJson
  await at.put(`publicextract.charity.${form}`, write([LUNCH, WORKS]))
  const codes = [code(1, 105), code(1, 202), code(1, 306), code(2, 113)]
  await at.put(`publicextract.charity_classification.${form}`, write(codes))
  const areas = [
    area(1, 'Local Authority', 'City Of Westminster'),
    area(1, 'Local Authority', 'Southwark'),
    area(1, 'Country', 'Kenya'),
    area(2, 'Local Authority', 'Kent'),
    area(2, 'Region', 'Throughout England And Wales'),
    area(2, 'Country', 'Scotland'),
  ]
  await at.put(`publicextract.charity_area_of_operation.${form}`, write(areas))
  await at.put(`publicextract.charity_other_names.${form}`, write([alias(1, 'MONDAY TABLE')]))
}

describe('a small group looks for itself in the loaded register', () => {
  it('and finds its name as people write it, its area, its themes and no number that is somebody’s', async () => {
    await loadPlaces(at)
    await putExtract()
    const report = await at.load()
    expect(report.tables.at(-1)?.counts).toMatchObject({ read: 2, fresh: 2, refused: 0 })

    expect(await find('1000001')).toMatchObject({
      org_id: 'GB-CHC-1000001',
      source: 'ccew',
      source_key: '5000001',
      licence: 'OGL-UK-3.0',
      name_raw: "ST MARY'S LUNCH CLUB (UK)",
      name_shown: "St Mary's Lunch Club (UK)",
      other_names: ['Monday Table'],
      status: 'registered',
      kind: 'charity',
      unincorporated: true,
      activities: 'A hot meal on Mondays. Ring … or write to …',
      what_codes: ['105'],
      who_codes: ['202'],
      how_codes: ['306'],
      income_band: 'micro',
      website: 'http://www.lunch.example.org',
      postcode_raw: null,
      postcode_district: 'SE15',
      postcode_valid: true,
      lad_code: 'E09000028',
      lad_basis: 'postcode',
      ward_code: 'E05011113',
      areas: ['E09000028', 'E09000033'],
      areas_unmapped: ['Kenya'],
      themes: ['older-people', 'poverty-money'],
      theme_basis: 'register-codes',
      doubts: [],
    })
    expect(await find('1000002')).toMatchObject({
      name_shown: 'Marshland Works Ltd',
      status: 'removed',
      unincorporated: false,
      income_pounds: '2300000000',
      income_band: 'super-major',
      company_number: '09506232',
      postcode_raw: 'AB1 1AA',
      lad_code: 'E06009001',
      areas: ['E10000016', 'K04000001', 'S92000003'],
    })
    const removed = await at.all(
      "select removed_on::text from register_entries where status = 'removed'",
    )
    expect(removed).toEqual([{ removed_on: '2020-02-29' }])
  })

  it('and the same in the JSON form, so that a second form changes nothing', async () => {
    await loadPlaces(at)
    await putExtract('json')
    await at.load()
    const entries = await at.all(ENTRIES)
    await putExtract('txt')
    const { tables } = await at.load(join(at.folder, 'publicextract.charity.txt'))
    expect(tables.at(-1)?.counts).toMatchObject({ fresh: 0, changed: 0, unchanged: 2 })
    expect(await at.all(ENTRIES)).toEqual(entries)
  })

  it('and nobody’s e-mail address, telephone number, street or trustee anywhere in the database', async () => {
    await putExtract()
    await at.put(
      'publicextract.charity_trustee.txt',
      asText([key(1, { trustee_id: 7, trustee_name: 'NELLY INVENTED' })]),
    )
    await at.put('notes.csv', 'a,b\n1,2\n')
    const report = await at.load()
    expect(report.people).toEqual(['publicextract.charity_trustee.txt'])
    expect(report.leftAlone).toEqual(['notes.csv'])
    const everything = JSON.stringify(await at.all('select * from register_entries'))
    for (const secret of ['@', '01632', 'INVENTED', 'se15 5aa', 'SE15 5AA']) {
      expect(everything).not.toContain(secret)
    }
  })

  it('and is placed by the only district it works in, when no postcode file is loaded', async () => {
    await loadPlaces(at)
    await at.client.query('delete from postcodes')
    await at.put('publicextract.charity.txt', asText([LUNCH]))
    await at.put(
      'publicextract.charity_area_of_operation.txt',
      asText([area(1, 'Local Authority', 'Southwark')]),
    )
    await at.load()
    expect(await find('1000001')).toMatchObject({ lad_code: 'E09000028', lad_basis: 'area' })
  })

  it('and keeps what other tables said when only the charity table is loaded again', async () => {
    await loadPlaces(at)
    await putExtract()
    await at.load()
    const changed = { ...LUNCH, date_of_extract: '2024-06-01', latest_income: 12_000 }
    const path = await at.put('publicextract.charity.txt', asText([changed]))
    const { id } = await find('1000001')
    const { tables } = await at.load(path)
    expect(tables[0]?.counts).toMatchObject({ read: 1, changed: 1 })
    expect(await find('1000001')).toMatchObject({
      id,
      income_band: 'small',
      what_codes: ['105'],
      areas: ['E09000028', 'E09000033'],
      areas_unmapped: ['Kenya'],
      other_names: ['Monday Table'],
    })
  })

  it('and is given finer themes when the tags file is at hand', async () => {
    const tags = await at.put(
      'tags.csv',
      'Code,tag,Category,Level,Regular expression,Exclude regular expression\nSW300,Food,x,2,\\b(lunch|meals?)\\b,\nAN101,Cats,x,3,\\bmary\\b,\\blunch\\b\nXX,Broken,x,3,(,\n',
    )
    const path = await at.put('publicextract.charity.txt', asText([LUNCH]))
    await at.load(path)
    expect(await find('1000001')).toMatchObject({ themes: [], theme_basis: 'none' })
    const { tables } = await at.load(path, { ukcat: tags })
    expect(tables[0]?.counts).toMatchObject({ changed: 1 })
    expect(await find('1000001')).toMatchObject({
      theme_tags: ['SW300'],
      themes: ['food'],
      theme_basis: 'expressions',
    })
    await expect(at.load(path, { ukcat: path })).rejects.toMatchObject({ code: 'unknown_table' })
  })
})

describe('an operator loads more than once', () => {
  it('and the second run finds everything unchanged, ids and all', async () => {
    await loadPlaces(at)
    await putExtract()
    await at.load()
    const before = await at.all('select * from register_entries order by id')
    const { tables } = await at.load()
    expect(tables.at(-1)?.counts).toMatchObject({ read: 2, fresh: 0, changed: 0, unchanged: 2 })
    expect(await at.all('select * from register_entries order by id')).toEqual(before)
  })

  it('and an older extract does not undo a newer one', async () => {
    const path = await at.put('publicextract.charity.txt', asText([LUNCH]))
    await at.load(path)
    await at.put(
      'publicextract.charity.txt',
      asText([{ ...LUNCH, date_of_extract: '2020-01-01', charity_name: 'OLD' }]),
    )
    expect((await at.load(path)).tables[0]?.counts).toMatchObject({ kept: 1, changed: 0 })
    expect(await find('1000001')).toMatchObject({ name_shown: "St Mary's Lunch Club (UK)" })
  })

  it('and a charity that left the register stays, flagged', async () => {
    const path = await at.put('publicextract.charity.txt', asText([LUNCH]))
    await at.load(path)
    const gone = { charity_registration_status: 'Removed', date_of_removal: '2024-05-30' }
    await at.put(
      'publicextract.charity.txt',
      asText([{ ...LUNCH, ...gone, date_of_extract: '2024-06-01' }]),
    )
    expect((await at.load(path)).tables[0]?.counts).toMatchObject({ changed: 1 })
    expect(await find('1000001')).toMatchObject({ status: 'removed' })
  })

  it('and the second of two at once is told to wait', async () => {
    const path = await at.put('publicextract.charity.txt', asText([LUNCH]))
    const second = new pg.Client({ connectionString: at.url })
    await second.connect()
    await second.query('select pg_advisory_lock(742620, 2)')
    await expect(at.load(path)).rejects.toMatchObject({ code: 'running' })
    expect(await at.all('select 1 from register_entries')).toEqual([])
    await second.end()
    await expect
      .poll(() =>
        at.load(path).then(
          () => 'loaded',
          (error) => error.code,
        ),
      )
      .toBe('loaded')
  })
})
