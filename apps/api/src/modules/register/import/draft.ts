import type { RowFlaw } from '../../places/import/index.ts'
import { normaliseIdentifier, parseOrgId } from '../register.identifiers.ts'
import type { RegisterSource } from '../register.table.ts'

export type Values = Readonly<Record<string, string>>

/** One organisation as its source wrote it, in one shape for all sources. Nothing cleaned yet but the number. */
export interface Draft {
  readonly source: RegisterSource
  readonly scheme: string
  readonly identifier: string
  /** The Charity Commission's organisation number, by which its tables join. */
  readonly sourceKey: string | null
  readonly extractedOn: string
  readonly name: string
  readonly removed: boolean
  readonly registeredOn: string
  readonly removedOn: string
  /** `charity_type`, or '' where the source has none. */
  readonly type: string
  readonly isCio: boolean
  readonly activities: string
  /** Null: the source's own table says it. */
  readonly objects: string | null
  readonly income: string
  readonly spending: string
  readonly finYearEnd: string
  readonly company: string
  readonly website: string
  readonly postcode: string
  /** UK-CAT codes given by people; null where there are none. */
  readonly humanTags: readonly string[] | null
  readonly values: Values
}

export interface Flawed {
  readonly flaw: RowFlaw
  readonly about?: string
}
export type Linked = 'linked'

const get = (values: Values, column: string) => (values[column] ?? '').trim()

/** A row of `publicextract.charity`, either form. Linked charities have no income, address or number of their own. */
export function draftOfCharity(values: Values): Draft | Flawed | Linked {
  const key = get(values, 'organisation_number')
  const number = get(values, 'registered_charity_number')
  if (Number(get(values, 'linked_charity_number')) > 0) return 'linked'
  if (!key || !number) return { flaw: 'no_number' }
  const { value, verified } = normaliseIdentifier('GB-CHC', number)
  if (!/^\d{1,12}$/.test(key) || verified === 'none') return { flaw: 'bad_number' }
  if (!get(values, 'charity_name')) return { flaw: 'no_name', about: value }
  const status = get(values, 'charity_registration_status').toLowerCase()
  if (status !== 'registered' && status !== 'removed') return { flaw: 'bad_status', about: value }
  return {
    source: 'ccew',
    scheme: 'GB-CHC',
    identifier: value,
    sourceKey: key,
    extractedOn: get(values, 'date_of_extract'),
    name: get(values, 'charity_name'),
    removed: status === 'removed',
    registeredOn: get(values, 'date_of_registration'),
    removedOn: get(values, 'date_of_removal'),
    type: get(values, 'charity_type'),
    isCio: get(values, 'charity_is_cio').toLowerCase() === 'true',
    activities: get(values, 'charity_activities'),
    objects: null,
    income: get(values, 'latest_income'),
    spending: get(values, 'latest_expenditure'),
    finYearEnd: get(values, 'latest_acc_fin_period_end_date'),
    company: get(values, 'charity_company_registration_number'),
    website: get(values, 'charity_contact_web'),
    postcode: get(values, 'charity_contact_postcode'),
    humanTags: null,
    values,
  }
}

/** A row of the classified sample (org_id, reg_number, name, …, UKCAT). */
export function draftOfSample(values: Values): Draft | Flawed {
  const orgId = get(values, 'org_id')
  if (!orgId) return { flaw: 'no_number' }
  const parsed = parseOrgId(orgId)
  if (parsed?.identifier.verified !== 'pattern')
    return { flaw: 'bad_number', about: orgId.slice(0, 40) }
  if (!get(values, 'name')) return { flaw: 'no_name', about: orgId }
  const tags = get(values, 'UKCAT')
    .split(';')
    .map((tag) => tag.trim())
    .filter((tag) => /^[A-Z]{2}(\d{3})?$/.test(tag))
  return {
    source: 'ukcat-sample',
    scheme: parsed.list,
    identifier: parsed.identifier.value,
    sourceKey: null,
    extractedOn: '',
    name: get(values, 'name'),
    removed: get(values, 'active').toLowerCase() === 'false',
    registeredOn: get(values, 'date_registered'),
    removedOn: '',
    type: '',
    isCio: false,
    activities: get(values, 'activities'),
    objects: get(values, 'objects'),
    income: get(values, 'income'),
    spending: get(values, 'spending'),
    finYearEnd: get(values, 'fye'),
    company: get(values, 'company_number'),
    website: get(values, 'web'),
    postcode: get(values, 'postcode'),
    humanTags: tags.length > 0 ? tags : null,
    values,
  }
}
