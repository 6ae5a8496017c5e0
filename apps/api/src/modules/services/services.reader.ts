import { SERVICE_STATES, type ServiceState } from '@howcanwe/shared/services'
import {
  isLoose,
  isPostcode,
  type Loose,
  looseList,
  looseText,
  normalisePostcode,
} from '../places/import/index.ts'
import {
  folded,
  joinOrgId,
  normaliseIdentifier,
  parseOrgId,
  withoutContacts,
} from '../register/index.ts'

/**
 * A service as a directory publishes it (Open Referral UK 3.0), read leniently but for its status. Nothing of a
 * person is taken: no contacts, no addresses (some say for whose attention), no telephones of contacts.
 */
export interface ReadService {
  source_id: string
  name: string
  description: string
  url: string | null
  email: string | null
  phone: string | null
  status: ServiceState
  minimum_age: number | null
  maximum_age: number | null
  areas: string[]
  terms: string[]
  organisation_source_id: string | null
  organisation_name: string
  organisation_name_folded: string
  org_ids: string[]
  postcodes: string[]
  changed_on: string | null
  doubts: ServiceDoubt[]
}

export type ServiceFlaw =
  | 'not_a_service'
  | 'no_number'
  | 'no_name'
  | 'bad_status'
  | 'no_organisation'
  | 'repeated'

/** Fields left out because they could not be read, or read against the standard. */
export type ServiceDoubt =
  | 'status-spelling'
  | 'url'
  | 'email'
  | 'age'
  | 'organisation-id'
  | 'organisation-number'
  | 'postcode'
  | 'changed'

export type ServiceOutcome =
  | { kind: 'service'; service: ReadService }
  | { kind: 'refused'; flaw: ServiceFlaw }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const uuidOf = (value: unknown) =>
  UUID.test(looseText(value)) ? looseText(value).toLowerCase() : null

/** The four words of the standard and no other; only capitals, spaces and hyphens are forgiven. */
export function statusOf(value: unknown): { status: ServiceState; exact: boolean } | null {
  const text = looseText(value)
  const plain = text.toLowerCase().replace(/[\s_-]+/g, ' ')
  const status = SERVICE_STATES.find((one) => one === plain)
  return status ? { status, exact: status === text } : null
}

/** Normalised org-ids of an organisation's identifiers; `unread` where one is of no list we know or cannot be right. */
export function orgIdsOf(organisation: Loose): { orgIds: string[]; unread: boolean } {
  const given = looseList(organisation.organization_identifiers)
  const read = given.flatMap((one) => {
    const list = looseText(one.identifier_scheme).toUpperCase()
    const identifier = looseText(one.identifier)
    const joined = parseOrgId(identifier)
    const { value, verified } = joined?.identifier ?? normaliseIdentifier(list, identifier)
    return verified === 'none' ? [] : [joinOrgId(joined?.list ?? list, value)]
  })
  return { orgIds: [...new Set(read)], unread: read.length < given.length }
}

const textsOf = (values: readonly unknown[]) => [
  ...new Set(
    values.map((value) => withoutContacts(looseText(value))).filter((text) => text !== ''),
  ),
]

function postcodesOf(raw: Loose): { postcodes: string[]; unread: boolean } {
  const written = looseList(raw.service_at_locations)
    .flatMap((at) => looseList(at.location))
    .flatMap((location) => looseList(location.addresses))
    .map((address) => looseText(address.postal_code))
    .filter((text) => text !== '')
  const postcodes = written.map(normalisePostcode).filter((text) => isPostcode(text))
  return { postcodes: [...new Set(postcodes)], unread: postcodes.length < written.length }
}

const ageOf = (value: unknown): number | null | undefined => {
  if (value === undefined || value === null || value === '') return null
  const age = Number(value)
  return Number.isInteger(age) && age >= 0 && age <= 130 ? age : undefined
}

const refused = (flaw: ServiceFlaw): ServiceOutcome => ({ kind: 'refused', flaw })

/** A whole day of a moment, or null. */
const dayOf = (text: string) =>
  /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)) ? text.slice(0, 10) : null

/** A telephone of the service itself: one that hangs under a contact is somebody's. */
const phoneOf = (raw: Loose) =>
  looseText(looseList(raw.phones).find((phone) => !looseText(phone.contact_id))?.number) || null

/** One service; `owner` is the organisation it stood under, where it did. */
export function readService(raw: unknown, owner: Loose | null): ServiceOutcome {
  if (!isLoose(raw)) return refused('not_a_service')
  const organisation = isLoose(raw.organization) ? raw.organization : owner
  const sourceId = uuidOf(raw.id)
  const name = withoutContacts(looseText(raw.name))
  const status = statusOf(raw.status)
  const organisationName = withoutContacts(looseText(organisation?.name))
  if (!sourceId) return refused('no_number')
  if (!name) return refused('no_name')
  if (!status) return refused('bad_status')
  if (!organisation || !organisationName) return refused('no_organisation')
  const read = fieldsOf(raw, organisation)
  const doubts: ServiceDoubt[] = status.exact ? read.doubts : ['status-spelling', ...read.doubts]
  return {
    kind: 'service',
    service: {
      ...read.fields,
      source_id: sourceId,
      name,
      status: status.status,
      organisation_name: organisationName,
      organisation_name_folded: folded(organisationName),
      doubts,
    },
  }
}

function fieldsOf(raw: Loose, organisation: Loose) {
  const { orgIds, unread: unreadNumber } = orgIdsOf(organisation)
  const { postcodes, unread: unreadPostcode } = postcodesOf(raw)
  const [url, email] = [looseText(raw.url), looseText(raw.email)]
  const [least, most] = [ageOf(raw.minimum_age), ageOf(raw.maximum_age)]
  const changed = looseText(raw.last_modified)
  const isUrl = /^https?:\/\/\S+$/i.test(url) && !url.includes('@')
  const isEmail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
  const doubted: [ServiceDoubt, boolean][] = [
    ['url', url !== '' && !isUrl],
    ['email', email !== '' && !isEmail],
    ['age', least === undefined || most === undefined],
    ['organisation-id', uuidOf(organisation.id) === null],
    ['organisation-number', unreadNumber],
    ['postcode', unreadPostcode],
    ['changed', changed !== '' && dayOf(changed) === null],
  ]
  const fields = {
    description: withoutContacts(looseText(raw.description)),
    url: isUrl ? url : null,
    email: isEmail ? email : null,
    phone: phoneOf(raw),
    minimum_age: least ?? null,
    maximum_age: most ?? null,
    areas: textsOf(looseList(raw.service_areas).map((area) => area.name)),
    terms: textsOf(looseList(raw.attributes).map((one) => looseList(one.taxonomy_term)[0]?.name)),
    organisation_source_id: uuidOf(organisation.id),
    org_ids: orgIds,
    postcodes,
    changed_on: dayOf(changed),
  }
  return { fields, doubts: doubted.flatMap(([doubt, is]) => (is ? doubt : [])) }
}

export interface FoundService {
  readonly raw: unknown
  readonly owner: Loose | null
}

/**
 * The services of a file: one, a list, a page of a list (`contents`, in the older form `content`), or an organisation
 * with its services; null where it is none of these.
 */
export function servicesIn(file: unknown): FoundService[] | null {
  if (Array.isArray(file))
    return file.flatMap((one) => servicesIn(one) ?? [{ raw: one, owner: null }])
  if (!isLoose(file)) return null
  const page = file.contents ?? file.content
  if (Array.isArray(page)) return pageOf(page)
  if (Array.isArray(file.services)) return file.services.map((raw) => ({ raw, owner: file }))
  return 'status' in file ? [{ raw: file, owner: null }] : null
}

/** A page of taxonomies or terms looks like one of services; none of its rows has a status. */
function pageOf(rows: readonly unknown[]): FoundService[] | null {
  const known = rows.flatMap((row) => servicesIn(row) ?? [])
  if (rows.length > 0 && known.length === 0) return null
  return rows.flatMap((row) => servicesIn(row) ?? [{ raw: row, owner: null }])
}
