import { createHash } from 'node:crypto'
import type { Kind } from '@howcanwe/shared/organisations'
import { isPostcode, normalisePostcode, outwardCode } from '../../places/import/index.ts'
import { normaliseIdentifier } from '../register.identifiers.ts'
import { folded, shownName, tidy } from '../register.names.ts'
import {
  incomeBandOf,
  maySitAtHome,
  type Read,
  readDay,
  readPounds,
  readWebsite,
  withoutContacts,
} from '../register.rules.ts'
import type { Draft } from './draft.ts'
import type { Gazetteer, WrittenArea } from './gazetteer.ts'

/** What the other tables of the extract say about a charity. */
export interface Extras {
  readonly whatCodes: readonly string[]
  readonly whoCodes: readonly string[]
  readonly howCodes: readonly string[]
  readonly areas: readonly WrittenArea[]
  readonly otherNames: readonly string[]
  readonly objects: string | null
}

export interface Located {
  readonly ladCode: string
  readonly wardCode: string | null
}

/** A row of `register_entries` but for id, themes and hash, in the database's own names. */
export interface CleanRow {
  scheme: string
  identifier: string
  source: string
  source_key: string | null
  source_extracted_on: string | null
  licence: string
  name_raw: string
  name_shown: string
  other_names: readonly string[]
  status: 'registered' | 'removed'
  registered_on: string | null
  removed_on: string | null
  kind: Kind
  unincorporated: boolean | null
  activities: string | null
  objects: string | null
  what_codes: readonly string[]
  who_codes: readonly string[]
  how_codes: readonly string[]
  income_pounds: number | null
  spending_pounds: number | null
  fin_year_end: string | null
  income_band: string | null
  company_number: string | null
  website: string | null
  postcode_raw: string | null
  postcode_district: string | null
  postcode_valid: boolean
  lad_code: string | null
  lad_basis: 'postcode' | 'area' | null
  ward_code: string | null
  areas: readonly string[]
  areas_unmapped: readonly string[]
  doubts: readonly string[]
  raw: Record<string, string>
  search_names: string
}

const LICENCES: Readonly<Record<Draft['source'], string>> = {
  ccew: 'OGL-UK-3.0',
  'ukcat-sample': 'CC-BY-4.0 AND OGL-UK-3.0',
}
const LONGEST_NAME = 500
const LONGEST_TEXT = 20_000

/**
 * The only columns kept as they were written; a list of what may stay, so that a column nobody thought of
 * (an address, a telephone number) is never kept by accident.
 */
const KEPT_RAW =
  `organisation_number registered_charity_number charity_type charity_registration_status
  charity_reporting_status date_of_registration date_of_removal latest_acc_fin_period_start_date
  latest_acc_fin_period_end_date latest_income latest_expenditure charity_company_registration_number
  charity_insolvent charity_in_administration charity_previously_excepted charity_is_cdf_or_cif charity_is_cio
  cio_is_dissolved date_cio_dissolution_notice charity_gift_aid charity_has_land
  org_id reg_number active date_registered income spending fye source company_number UKCAT ICNPTSO`.split(
    /\s+/,
  )

/** Without lone surrogates, which no database takes. */
const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '\uFFFD')
const prose = (text: string, longest: number) =>
  withoutContacts(wellFormed(tidy(text.slice(0, longest * 2))))
    .slice(0, longest)
    .trimEnd()
const proseOrNull = (text: string) => prose(text, LONGEST_TEXT) || null

const SAYS_INCORPORATED = /\b(limited|ltd|cio|scio|c\.?i\.?c|plc|company|incorporated)\b/i

/** 'Trust', 'Other' and 'Previously excepted' are unincorporated; where the source is silent, a number tells. */
function bodyOf(draft: Draft): { kind: Kind; unincorporated: boolean | null } {
  if (draft.isCio || draft.type === 'CIO') return { kind: 'cio', unincorporated: false }
  if (draft.type === 'Charitable company') return { kind: 'charity', unincorporated: false }
  if (draft.type) return { kind: 'charity', unincorporated: true }
  if (/^(CE|CS)\d/i.test(draft.company) || /\bS?CIO\b/i.test(draft.name)) {
    return { kind: 'cio', unincorporated: false }
  }
  const incorporated = companyNumber(draft.company) !== null || SAYS_INCORPORATED.test(draft.name)
  return { kind: 'charity', unincorporated: incorporated ? false : null }
}

function companyNumber(raw: string): string | null {
  const { value, verified } = normaliseIdentifier('GB-COH', raw)
  return verified === 'pattern' ? value : null
}

function placed(draft: Draft, extras: Extras, gazetteer: Gazetteer, located: Located | undefined) {
  const found = extras.areas.map((area) => ({ area, codes: gazetteer.find(area) }))
  const areas = [...new Set(found.flatMap(({ codes }) => codes))].sort()
  const areasUnmapped = [
    ...new Set(found.filter(({ codes }) => codes.length === 0).map(({ area }) => tidy(area.name))),
  ].sort()
  const districts = areas.filter((code) => gazetteer.isDistrict(code))
  const only = areas.length === 1 ? districts[0] : undefined
  const lad = located ? gazetteer.active(located.ladCode) : (only ?? null)
  return {
    areas,
    areas_unmapped: areasUnmapped,
    lad_code: lad,
    lad_basis: located ? ('postcode' as const) : only ? ('area' as const) : null,
    ward_code: located?.wardCode ?? null,
    postcode_district: outwardCode(draft.postcode),
    postcode_valid: isPostcode(draft.postcode),
  }
}

/** As written; only days lose the noughts of their time, which differ between the register's two forms. */
function rawOf(draft: Draft): Record<string, string> {
  const kept = KEPT_RAW.flatMap((column): [string, string][] => {
    const value = draft.values[column]?.trim()
    if (!value) return []
    const day = column.includes('date') ? readDay(value).value : null
    return [[column, day ?? wellFormed(value).slice(0, 300)]]
  })
  return Object.fromEntries(kept)
}

/** Collects the names of fields that could not be read. */
function reader() {
  const doubts: string[] = []
  const take = <T>(field: string, read: Read<T>): T | null => {
    if (read.doubtful) doubts.push(field)
    return read.value
  }
  return { doubts, take }
}

/** The full postcode (see `normalisePostcode`) by which a draft may be located, or null. */
export const postcodeOf = (draft: Draft): string | null =>
  isPostcode(draft.postcode) ? normalisePostcode(draft.postcode) : null

/** One source's words into our columns. Pure; nothing personal survives it (see the table's docstring). */
export function clean(
  draft: Draft,
  extras: Extras,
  gazetteer: Gazetteer,
  located: Located | undefined,
): CleanRow {
  const { doubts, take } = reader()
  const income = take('income', readPounds(draft.income))
  const body = bodyOf(draft)
  const company = companyNumber(draft.company)
  if (draft.company && !company && !/^0+$/.test(draft.company)) doubts.push('company_number')
  const place = placed(draft, extras, gazetteer, located)
  if (draft.postcode && !place.postcode_valid) doubts.push('postcode')
  const nameRaw = prose(draft.name, LONGEST_NAME)
  const shown = shownName(nameRaw)
  const others = [...new Set(extras.otherNames.map((name) => shownName(prose(name, LONGEST_NAME))))]
    .filter((name) => name && name !== shown)
    .sort()
  const home = maySitAtHome(body.unincorporated, income)
  const row = {
    scheme: draft.scheme,
    identifier: draft.identifier,
    source: draft.source,
    source_key: draft.sourceKey,
    source_extracted_on: take('date_of_extract', readDay(draft.extractedOn)),
    licence: LICENCES[draft.source],
    name_raw: nameRaw,
    name_shown: shown,
    other_names: others,
    status: draft.removed ? ('removed' as const) : ('registered' as const),
    registered_on: take('registered_on', readDay(draft.registeredOn)),
    removed_on: take('removed_on', readDay(draft.removedOn)),
    ...body,
    activities: proseOrNull(draft.activities),
    objects: proseOrNull(draft.objects ?? extras.objects ?? ''),
    what_codes: extras.whatCodes,
    who_codes: extras.whoCodes,
    how_codes: extras.howCodes,
    income_pounds: income,
    spending_pounds: take('spending', readPounds(draft.spending)),
    fin_year_end: take('fin_year_end', readDay(draft.finYearEnd)),
    income_band: incomeBandOf(income),
    company_number: company,
    website: take('website', readWebsite(draft.website)),
    postcode_raw: home || !draft.postcode ? null : wellFormed(draft.postcode).slice(0, 40),
    ...place,
    doubts,
    raw: rawOf(draft),
    search_names: [shown, ...others].map(folded).join(' | ').slice(0, 2_000),
  }
  return row
}

/** Fingerprint of everything a row says; `edition` stands for what its themes will follow from. */
export function hashOf(
  row: CleanRow,
  humanTags: readonly string[] | null,
  edition: string,
): string {
  return createHash('sha256')
    .update(JSON.stringify([row, humanTags, edition]))
    .digest('base64url')
    .slice(0, 22)
}
