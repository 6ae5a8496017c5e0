import { isLoose, type Loose, looseList, looseText } from '../places/import/index.ts'
import { joinOrgId, parseOrgId, withoutContacts } from '../register/index.ts'

/**
 * A grant as 360Giving publishes it (schema 1.4.3), read leniently: dates as DD/MM/YYYY, amounts as text, Y and N for
 * Yes and No. Nothing of a person is taken: no description, no contact, no address, no web address (some hold an
 * email address), and a grant to a person is not read at all.
 */
export interface ReadGrant {
  raw_id: string
  funder_raw_id: string
  funder_name: string
  recipient_raw_id: string
  recipient_name: string
  recipient_org_id: string | null
  title: string
  programme: string | null
  currency: string
  amount_pence: number
  awarded_on: string
  from_open_call: boolean | null
  doubts: GrantDoubt[]
}

export type GrantFlaw =
  | 'not_a_grant'
  | 'no_number'
  | 'no_funder'
  | 'no_recipient'
  | 'several_recipients'
  | 'no_amount'
  | 'no_currency'
  | 'no_date'
  | 'repeated'

/** Fields read against the standard, or left out because they could not be read. */
export type GrantDoubt = 'amount' | 'award-date' | 'from-open-call' | 'recipient-number' | 'funders'

export type GrantOutcome =
  | { kind: 'grant'; grant: ReadGrant }
  | { kind: 'person' }
  | { kind: 'refused'; flaw: GrantFlaw }

/** Pence, or null where it is no amount above nothing. As text it may carry a currency sign and thousands' commas. */
export function penceOf(value: unknown): { pence: number; asText: boolean } | null {
  const bare = looseText(value).replace(/^[£€$]\s?/, '')
  if (!/^\d{1,3}(,\d{3})+(\.\d+)?$|^\d+(\.\d+)?$/.test(bare)) return null
  const pence = Math.round(Number(bare.replaceAll(',', '')) * 100)
  const asText = typeof value === 'string'
  return pence > 0 && Number.isSafeInteger(pence) ? { pence, asText } : null
}

/** A whole day as YYYY-MM-DD: ISO with or without a time, or DD/MM/YYYY; null where there is no such day. */
export function awardDay(value: unknown): { day: string; iso: boolean } | null {
  const text = looseText(value)
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text)
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?$/.exec(text)
  const [year, month, date] = iso
    ? [iso[1], iso[2], iso[3]]
    : [british?.[3], british?.[2]?.padStart(2, '0'), british?.[1]?.padStart(2, '0')]
  const day = `${year}-${month}-${date}`
  const at = new Date(`${day}T00:00:00Z`)
  const exists = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
  return exists && day > '1900' && day < '2100' ? { day, iso: iso !== null } : null
}

/** `undefined`: something stands there that is neither yes nor no. */
export function openCallOf(value: unknown): boolean | null | undefined {
  const word = typeof value === 'boolean' ? `${value}` : looseText(value).toLowerCase()
  if (word === '') return null
  if (['yes', 'y', 'true'].includes(word)) return true
  return ['no', 'n', 'false'].includes(word) ? false : undefined
}

/** Organisations' numbers of the lists we know, in the form of the register; null for any other. */
export function recipientNumber(raw: string): string | null {
  const parsed = parseOrgId(raw)
  if (!parsed || parsed.identifier.verified === 'none') return null
  return joinOrgId(parsed.list, parsed.identifier.value)
}

/** Some put people where organisations belong: a title before a name, or the word itself, and no number. */
const looksLikePerson = (name: string) =>
  /^(mr|mrs|ms|miss|mx|dr|prof|professor)\b\.?\s/i.test(name) || /\bindividual/i.test(name)

const isToPerson = (raw: Loose) =>
  looseList(raw.recipientIndividual).length > 0 || isLoose(raw.toIndividualsDetails)

const refused = (flaw: GrantFlaw): GrantOutcome => ({ kind: 'refused', flaw })
const named = (one: Loose | undefined) => ({
  id: looseText(one?.id),
  name: withoutContacts(looseText(one?.name)),
})

/** One grant of a file. */
export function readGrant(raw: unknown): GrantOutcome {
  if (!isLoose(raw)) return refused('not_a_grant')
  if (isToPerson(raw)) return { kind: 'person' }
  const recipients = looseList(raw.recipientOrganization)
  if (recipients.length > 1) return refused('several_recipients')
  const recipient = named(recipients[0])
  const number = recipientNumber(recipient.id)
  if (!number && looksLikePerson(recipient.name)) return { kind: 'person' }
  if (!recipient.id || !recipient.name) return refused('no_recipient')
  return readRest(raw, { ...recipient, number })
}

function readRest(
  raw: Loose,
  recipient: { id: string; name: string; number: string | null },
): GrantOutcome {
  const id = looseText(raw.id)
  const funders = looseList(raw.fundingOrganization)
  const funder = named(funders[0])
  const amount = penceOf(raw.amountAwarded)
  const currency = looseText(raw.currency).toUpperCase()
  const awarded = awardDay(raw.awardDate)
  if (!id) return refused('no_number')
  if (!funder.id || !funder.name) return refused('no_funder')
  if (!amount) return refused('no_amount')
  if (!/^[A-Z]{3}$/.test(currency)) return refused('no_currency')
  if (!awarded) return refused('no_date')
  const call = openCallOf(raw.fromOpenCall)
  const doubts: GrantDoubt[] = []
  if (amount.asText) doubts.push('amount')
  if (!awarded.iso) doubts.push('award-date')
  if (call === undefined || !/^(|yes|no)$/i.test(looseText(raw.fromOpenCall)))
    doubts.push('from-open-call')
  if (!recipient.number) doubts.push('recipient-number')
  if (funders.length > 1) doubts.push('funders')
  const programme = looseText(looseList(raw.grantProgramme)[0]?.title)
  const grant: ReadGrant = {
    raw_id: id,
    funder_raw_id: funder.id,
    funder_name: funder.name,
    recipient_raw_id: recipient.id,
    recipient_name: recipient.name,
    recipient_org_id: recipient.number,
    title: withoutContacts(looseText(raw.title)),
    programme: programme ? withoutContacts(programme) : null,
    currency,
    amount_pence: amount.pence,
    awarded_on: awarded.day,
    from_open_call: call ?? null,
    doubts,
  }
  return { kind: 'grant', grant }
}

/** The grants of a file, a bare list or a package, with whose file it is; null where it holds no list of grants. */
export function grantsIn(
  file: unknown,
): { grants: unknown[]; publisher: string | null; licence: string | null } | null {
  if (Array.isArray(file)) return { grants: file, publisher: null, licence: null }
  if (!isLoose(file) || !Array.isArray(file.grants)) return null
  const publisher = isLoose(file.publisher) ? looseText(file.publisher.name) : ''
  const licence = looseText(file.license) || looseText(file.licence)
  return { grants: file.grants, publisher: publisher || null, licence: licence || null }
}
