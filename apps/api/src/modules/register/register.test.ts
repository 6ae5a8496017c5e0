import { drizzle } from 'drizzle-orm/node-postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/database.ts'
import { entryById, searchRegister } from './index.ts'
import { asText, type Desk, desk, loadPlaces } from './test/fixtures.ts'
import { charityRow, type Row } from './test/write-extract.ts'

let at: Desk
let db: Database

const SOUTHWARK = 'E09000028'
const WESTMINSTER = 'E09000033'

const group = (n: number, charity_name: string, more: Row = {}) =>
  charityRow(n, {
    charity_name,
    charity_type: 'Other',
    charity_registration_status: 'Registered',
    date_of_removal: null,
    latest_income: 5_000,
    charity_company_registration_number: null,
    charity_contact_postcode: null,
    ...more,
  })
const works = (n: number, type: string, name: string): Row => ({
  date_of_extract: '2024-05-01',
  organisation_number: 5_000_000 + n,
  geographic_area_type: type,
  geographic_area_description: name,
})

beforeAll(async () => {
  at = await desk()
  db = drizzle({ client: at.client })
  await loadPlaces(at)
  await at.put(
    'publicextract.charity.txt',
    asText([
      group(1, 'LARKFOLD SOUP KITCHEN', { charity_contact_postcode: 'SE15 5AA' }),
      group(2, 'LARKFOLD SOUP KITCHEN AND HOSTEL', {
        charity_company_registration_number: '9506232',
      }),
      group(3, "ST OSYTH'S CARERS' CAFÉ"),
      group(4, 'OLD SOUP SOCIETY', {
        charity_registration_status: 'Removed',
        date_of_removal: '2019-01-01',
      }),
      group(5, 'NATIONAL BRASS BANDS'),
    ]),
  )
  await at.put(
    'publicextract.charity_area_of_operation.txt',
    asText([
      works(2, 'Local Authority', 'City Of Westminster'),
      works(3, 'Local Authority', 'Southwark'),
      works(4, 'Local Authority', 'Southwark'),
      works(5, 'Region', 'Throughout England And Wales'),
      works(5, 'Region', 'Throughout London'),
    ]),
  )
  await at.load()
})
afterAll(() => at.end())

const names = async (q: string, placeLads: string[] = [SOUTHWARK], limit = 10) =>
  (await searchRegister(db, { placeLads, q, limit })).map((entry) => entry.name)

describe('a volunteer looks for her group in the register', () => {
  it.each([
    ['Larkfold Soup Kitchen'],
    ['larkfold soop kitchen'],
    ['LARKFOLD  SOUPKITCHEN'],
    ['larkfield soup kitchen'],
  ])('finds it as she spells it: %s', async (q) => {
    expect((await names(q))[0]).toBe('Larkfold Soup Kitchen')
  })

  it('finds it without the accents and apostrophes she has no keys for', async () => {
    expect(await names('st osyths carers cafe')).toEqual(["St Osyth's Carers' Café"])
  })

  it('sees her own place first, and the rest of the country after it', async () => {
    const own = await names('larkfold soup kitchen', [WESTMINSTER])
    expect(own).toEqual(['Larkfold Soup Kitchen and Hostel', 'Larkfold Soup Kitchen'])
    expect((await names('larkfold soup kitchen', []))[0]).toBe('Larkfold Soup Kitchen')
  })

  it.each([['1000001'], ['Registered charity no. 1000001'], ['GB-CHC-1000001'], [' 1000001 ']])(
    'finds it by its number: %s',
    async (q) => {
      expect(await names(q)).toEqual(['Larkfold Soup Kitchen'])
    },
  )

  it.each([['09506232'], ['9506232'], ['GB-COH-9506232']])(
    'finds it by its company number: %s',
    async (q) => {
      expect(await names(q)).toEqual(['Larkfold Soup Kitchen and Hostel'])
    },
  )

  it.each([['zzzz'], ['9999999'], ['ab'], [''], ["'; drop table x --"], ['%%%'], ['GB-COH-n/a']])(
    'finds nothing, and no error, for %j',
    async (q) => {
      expect(await names(q)).toEqual([])
    },
  )

  it('sees no income figure, no full postcode and nothing raw', async () => {
    const [entry] = await searchRegister(db, { placeLads: [SOUTHWARK], q: '1000001', limit: 1 })
    expect(entry).toMatchObject({
      incomeBand: 'micro',
      postcodeDistrict: 'SE15',
      ladCode: SOUTHWARK,
    })
    expect(
      Object.keys(entry ?? {}).filter((key) => /pounds|raw|hash|postcode$/i.test(key)),
    ).toEqual([])
    expect(await entryById(db, entry?.id ?? '')).toEqual(entry)
    expect(await entryById(db, '01a1ff83-0000-7000-8000-000000000000')).toBeUndefined()
  })
})
