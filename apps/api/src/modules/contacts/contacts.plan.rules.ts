import { createHash } from 'node:crypto'
import {
  CONTACT_COLUMNS,
  type ContactColumn,
  type ContactInput,
  type ImportLine,
  type LineState,
} from '@howcanwe/shared/contacts'
import type { Problem, ReadRow } from './contacts.rows.rules.ts'

/** What the book has of somebody, as far as a file may meet it. */
export interface BookEntry extends ContactInput {
  id: string
  version: number
}

export interface Planned {
  line: ImportLine
  /** Whom of the book it speaks of. */
  meets: BookEntry | null
  /** What would be written; null where nothing would. */
  write: { entry: BookEntry | null; said: ContactInput } | null
}

/** Letters of any case are one letter. */
const folded = (text: string): string => text.normalize('NFC').toLowerCase()

/** The same number of the same person at the same organisation: whoever has no address is known by it. */
const numberKey = ({ phone, organisationName, contactName }: ContactInput): string | undefined =>
  phone === null ? undefined : [phone, folded(organisationName), folded(contactName)].join('\n')

const emailKey = ({ email }: ContactInput): string | undefined => email?.toLowerCase()

/** Finds whom a row means: by address, or by number where one of the two has no address. Nobody is meant twice. */
class Book {
  readonly #byEmail = new Map<string, BookEntry>()
  readonly #byNumber = new Map<string, BookEntry>()
  readonly #meant = new Set<BookEntry>()

  constructor(entries: readonly BookEntry[]) {
    for (const entry of entries) {
      const [email, number] = [emailKey(entry), numberKey(entry)]
      if (email) this.#byEmail.set(email, entry)
      // Of two with one number, whoever has no address stands for it.
      if (number && (!email || !this.#byNumber.has(number))) this.#byNumber.set(number, entry)
    }
  }

  find(said: ContactInput): BookEntry | undefined {
    const byEmail = this.#byEmail.get(emailKey(said) ?? '')
    const byNumber = this.#byNumber.get(numberKey(said) ?? '')
    const isSame = byNumber && (said.email === null || byNumber.email === null)
    const found = byEmail ?? (isSame ? byNumber : undefined)
    if (!found || this.#meant.has(found)) return undefined
    this.#meant.add(found)
    return found
  }
}

/** An empty cell says nothing: what the book has stays. */
function laidOver(entry: BookEntry, said: ContactInput): ContactInput {
  return {
    organisationName: said.organisationName,
    contactName: said.contactName || entry.contactName,
    email: said.email ?? entry.email,
    phone: said.phone ?? entry.phone,
    themes: said.themes.length > 0 ? said.themes : entry.themes,
    areas: said.areas || entry.areas,
    notes: said.notes || entry.notes,
  }
}

const asText = (said: ContactInput, column: ContactColumn): string =>
  column === 'themes' ? [...said.themes].sort().join('; ') : (said[column] ?? '')

const changesOf = (entry: BookEntry, said: ContactInput): ImportLine['changes'] =>
  CONTACT_COLUMNS.flatMap((column) => {
    const [from, to] = [asText(entry, column), asText(said, column)]
    return from === to ? [] : [{ column, from, to }]
  })

function refused(row: ReadRow, problems: Problem[]): Planned {
  const { organisationName, contactName, email, phone } = row.written
  const { line } = row
  return {
    line: {
      ...{ line, is: 'refused', organisationName, contactName, changes: [], problems },
      ...{ email: email || null, phone: phone || null },
    },
    meets: null,
    write: null,
  }
}

function planned(row: ReadRow, said: ContactInput, book: Book): Planned {
  const entry = book.find(said) ?? null
  const whole = entry ? laidOver(entry, said) : said
  const changes = entry ? changesOf(entry, whole) : []
  const is: LineState = !entry ? 'new' : changes.length > 0 ? 'change' : 'same'
  const { organisationName, contactName, email, phone } = whole
  return {
    line: {
      ...{ line: row.line, is, organisationName, contactName, email, phone, changes },
      problems: row.problems,
    },
    meets: entry,
    write: is === 'same' ? null : { entry, said: whole },
  }
}

interface Before {
  column: ContactColumn
  otherLine: number
}

/**
 * In which earlier line this person stood: by address, and without one by number. Two people with an address each may
 * share the number of an office.
 */
function seenBefore(seen: Map<string, number>, line: number, said: ContactInput) {
  const [email, number] = [emailKey(said), numberKey(said)]
  const otherLine = seen.get(email ?? number ?? '')
  for (const key of [email, number]) if (key && !seen.has(key)) seen.set(key, line)
  const column = email ? 'email' : 'phone'
  return otherLine === undefined ? undefined : ({ column, otherLine } satisfies Before)
}

/**
 * What a file would do to the book, row by row.
 *
 * @param isKeptOut whether somebody with this address or number asked not to be in it
 */
export function planOf(
  rows: readonly ReadRow[],
  entries: readonly BookEntry[],
  isKeptOut: (said: ContactInput) => boolean,
): Planned[] {
  const book = new Book(entries)
  const seen = new Map<string, number>()
  return rows.map((row) => {
    if (!row.said) return refused(row, row.problems)
    const before = seenBefore(seen, row.line, row.said)
    if (before) return refused(row, [{ ...before, why: 'twice' }])
    if (isKeptOut(row.said))
      return refused(row, [{ column: null, why: 'kept_out', otherLine: null }])
    return planned(row, row.said, book)
  })
}

export function countsOf(plan: readonly Planned[]): Record<LineState, number> {
  const counts = { new: 0, change: 0, same: 0, refused: 0 }
  for (const { line } of plan) counts[line.is] += 1
  return counts
}

const digest = (text: string | Buffer): string =>
  createHash('sha256').update(text).digest('base64url')

/** Of the file, and of what it would do: the second changes with the book wherever the file meets it. */
export const fingerprintOf = (bytes: Buffer, plan: readonly Planned[]): string =>
  `${digest(bytes)}.${digest(
    JSON.stringify(plan.map(({ line, write }) => [line, write?.entry?.id, write?.entry?.version])),
  )}`

/** Whether two fingerprints speak of the same file. */
export const isSameFile = (one: string, other: string): boolean =>
  one.split('.')[0] === other.split('.')[0]
