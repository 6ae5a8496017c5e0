import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { AREAS, dice, invented, TYPES } from './invented.ts'

export type Cell = string | number | boolean | null
export type Row = Readonly<Record<string, Cell>>

const DAY = '2024-05-01'

const written = (value: Cell): string => {
  if (value === null) return ''
  if (value === true) return 'True'
  if (value === false) return 'False'
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return `${text} 00:00:00.0000000`
  return text.replace(/[\\\t\n]/g, (c) => `\\${c}`)
}

/** The register's text form: tabs, no quotes, backslash before tab, new line and backslash, CRLF. */
export const textLine = (row: Row): string => `${Object.values(row).map(written).join('\t')}\r\n`
export const textHead = (row: Row): string => `${Object.keys(row).join('\t')}\r\n`

/** Its JSON form: a byte-order mark, one array, one object a line. */
export const jsonLine = (row: Row, first: boolean): string => {
  const dated = Object.entries(row).map(([key, value]) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? [key, `${value}T00:00:00`]
      : [key, value],
  )
  return `${first ? '\uFEFF[' : ','}${JSON.stringify(Object.fromEntries(dated))}\r\n`
}

/** One charity, all 34 columns in the register's order. Every e-mail, telephone and address in it is made up. */
export function charityRow(n: number, some: Row = {}): Row {
  const chances = dice(n)
  const { name, prose, postcode, day, income } = invented(chances)
  const type = chances.pick(TYPES)
  const removed = chances.chance(0.3)
  return {
    date_of_extract: DAY,
    organisation_number: 5_000_000 + n,
    registered_charity_number: 1_000_000 + n,
    linked_charity_number: 0,
    charity_name: name(),
    charity_type: type,
    charity_registration_status: removed ? 'Removed' : 'Registered',
    date_of_registration: day(),
    date_of_removal: removed ? '2019-04-05' : null,
    charity_reporting_status: removed ? 'Removed' : 'Submission Received',
    latest_acc_fin_period_start_date: '2022-04-01',
    latest_acc_fin_period_end_date: '2023-03-31',
    latest_income: Number(income()) || null,
    latest_expenditure: Number(income()) || null,
    charity_contact_address1: `${1 + chances.below(200)} INVENTED LANE`,
    charity_contact_address2: 'LARKFOLD',
    charity_contact_address3: null,
    charity_contact_address4: null,
    charity_contact_address5: null,
    charity_contact_postcode: postcode(),
    charity_contact_phone: `01632 960${100 + chances.below(900)}`,
    charity_contact_email: `secretary${n}@example.org`,
    charity_contact_web: chances.chance(0.4) ? `www.group${n}.example.org` : null,
    charity_company_registration_number:
      type === 'Charitable company' ? String(7_000_000 + n) : null,
    charity_insolvent: false,
    charity_in_administration: false,
    charity_previously_excepted: type === 'Previously excepted',
    charity_is_cdf_or_cif: null,
    charity_is_cio: type === 'CIO',
    cio_is_dissolved: false,
    date_cio_dissolution_notice: null,
    charity_activities: prose(),
    charity_gift_aid: chances.chance(0.5),
    charity_has_land: chances.chance(0.2),
    ...some,
  }
}

const key = (n: number) => ({
  date_of_extract: DAY,
  organisation_number: 5_000_000 + n,
  registered_charity_number: 1_000_000 + n,
  linked_charity_number: 0,
})

function classificationRows(n: number): Row[] {
  const { below } = dice(n + 7)
  const codes = [101 + below(17), 101 + below(17), 201 + below(7), 301 + below(10), 306]
  return codes.map((code) => ({
    ...key(n),
    classification_code: code,
    classification_type: ['What', 'Who', 'How'][Math.floor(code / 100) - 1] ?? 'What',
    classification_description: 'Invented',
  }))
}

function areaRows(n: number): Row[] {
  const { pick } = dice(n + 11)
  const [type, name, above, aboveName] = pick(AREAS)
  return [
    {
      ...key(n),
      geographic_area_type: type,
      geographic_area_description: name,
      parent_geographic_area_type: above || null,
      parent_geographic_area_description: aboveName || null,
      welsh_ind: false,
    },
  ]
}

function nameRows(n: number): Row[] {
  if (n % 3 > 0) return []
  const name = invented(dice(n + 13)).name()
  return [{ ...key(n), charity_name_id: n, charity_name_type: 'Working name', charity_name: name }]
}

const TABLES: Readonly<Record<string, (n: number) => Row[]>> = {
  charity: (n) => [charityRow(n)],
  charity_classification: classificationRows,
  charity_area_of_operation: areaRows,
  charity_other_names: nameRows,
}

/** Writes an invented extract of `count` charities in the true form, a row at a time. */
export async function writeExtract(
  folder: string,
  form: 'txt' | 'json',
  count: number,
): Promise<void> {
  for (const [table, rowsOf] of Object.entries(TABLES)) {
    const out = createWriteStream(join(folder, `publicextract.${table}.${form}`))
    let first = true
    for (let n = 1; n <= count; n++) {
      for (const row of rowsOf(n)) {
        const head = first && form === 'txt' ? textHead(row) : ''
        const line = form === 'txt' ? textLine(row) : jsonLine(row, first)
        first = false
        if (!out.write(head + line)) await once(out, 'drain')
      }
    }
    out.end(form === 'json' ? ']' : '')
    await finished(out)
  }
}
