import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asText, type Desk, desk } from '../test/fixtures.ts'
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

describe('an operator loads files that are not clean', () => {
  const [head, good, other] = asText([LUNCH, WORKS]).split('\r\n') as [string, string, string]
  const row = (n: number, more: Row) => asText([charityRow(n, more)]).split('\r\n')[1] ?? ''
  const lines = [
    head,
    good,
    'only\tthree\tcolumns',
    row(10, { registered_charity_number: '12' }),
    row(11, { organisation_number: null }),
    row(12, { charity_name: '  ' }),
    row(13, { charity_registration_status: 'Dormant' }),
    row(14, { linked_charity_number: 2 }),
    good,
    row(15, {
      date_of_registration: '2023-02-31',
      latest_income: 'lots',
      charity_contact_postcode: 'Camberwell',
    }),
    row(16, { charity_name: 'TAB\tAND\nLINE AND \\ SLASH' }),
    `${row(17, { charity_activities: 'N\u0000UL' })}`,
    `${'x'.repeat(1_100_000)}`,
    `=cmd|' /C calc'!A0`,
    other,
  ]

  it('and every bad row costs only itself, with its line and a reason', async () => {
    const path = await at.put('publicextract.charity.txt', lines.join('\r\n'))
    const report = await at.load(path)
    expect(report.tables[0]?.counts).toEqual({
      read: 14,
      fresh: 5,
      changed: 0,
      unchanged: 0,
      kept: 0,
      linked: 1,
      elsewhere: 0,
      refused: 8,
      repaired: 1,
      doubtful: 1,
    })
    // As an editor counts: an activity with a new line in it takes two lines.
    expect(report.refusals.first.map(({ line, flaw }) => [line, flaw])).toEqual([
      [4, 'columns'],
      [5, 'bad_number'],
      [6, 'no_number'],
      [7, 'no_name'],
      [8, 'bad_status'],
      [10, 'repeated'],
      [16, 'too_long'],
      [17, 'columns'],
    ])
    expect(await find('1000015')).toMatchObject({
      registered_on: null,
      income_pounds: null,
      postcode_valid: false,
      doubts: ['income', 'postcode', 'registered_on'],
      raw: { latest_income: 'lots', date_of_registration: '2023-02-31 00:00:00.0000000' },
    })
    expect(await find('1000016')).toMatchObject({ name_raw: 'TAB AND LINE AND \\ SLASH' })
  })

  it('and the file of refused rows runs no formula in a spreadsheet and holds no contact', async () => {
    const mailed = row(12, { charity_name: '', charity_type: 'ann@example.org 01632 960123' })
    const path = await at.put('publicextract.charity.txt', [...lines, mailed].join('\r\n'))
    const { refusedPath } = await at.load(path)
    const refused = await readFile(String(refusedPath), 'utf8')
    expect(refused.split('\n')[0]).toBe('file,line,reason,row')
    expect(refused).toContain(`"'=cmd|' /C calc'!A0"`)
    expect(refused).not.toMatch(/(^|,)"?[=+@-]/m)
    expect(refused).not.toMatch(/example\.org|01632/)
    expect(refused.length).toBeLessThan(5_000)
  })

  it('and a clean second file leaves no refused rows lying about', async () => {
    const path = await at.put('publicextract.charity.txt', lines.join('\r\n'))
    const { refusedPath } = await at.load(path)
    await at.put('publicextract.charity.txt', lines.slice(0, 2).join('\n'))
    expect((await at.load(path)).refusedPath).toBeNull()
    await expect(readFile(String(refusedPath))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('and a row the database itself will not take is found among a thousand good ones', async () => {
    await at.client.query("alter table register_entries add check (identifier <> '1000007')")
    const rows = Array.from({ length: 40 }, (_, i) => charityRow(i + 1))
    const { tables, refusals } = await at.load(
      await at.put('publicextract.charity.txt', asText(rows)),
    )
    expect(tables[0]?.counts).toMatchObject({ read: 40, fresh: 39, refused: 1 })
    expect(refusals.first).toMatchObject([{ line: 8, flaw: 'database', about: '23514' }])
  })

  it('and is told in one word what is wrong with the whole of it', async () => {
    const put = at.put
    await expect(at.load(join(at.folder, 'gone.txt'))).rejects.toMatchObject({
      code: 'nothing_there',
    })
    await expect(at.load()).rejects.toMatchObject({ code: 'no_tables' })
    await expect(at.load(await put('a.txt', ''))).rejects.toMatchObject({ code: 'empty' })
    await expect(at.load(await put('a.zip', 'PK\u0003\u0004'))).rejects.toMatchObject({
      code: 'packed',
    })
    await expect(
      at.load(await put('a.txt', Buffer.from([0xff, 0xfe, 65, 0]))),
    ).rejects.toMatchObject({
      code: 'not_utf8',
    })
    const classes = asText([code(1, 101)])
    await expect(at.load(await put('a.txt', classes))).rejects.toMatchObject({
      code: 'no_main_table',
    })
    const elsewhere = { outDir: join(at.folder, 'no', 'such') }
    await expect(at.load(await put('a.txt', asText([LUNCH])), elsewhere)).rejects.toMatchObject({
      code: 'unwritable',
    })
  })
})
