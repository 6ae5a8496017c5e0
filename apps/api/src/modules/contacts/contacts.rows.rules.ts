import {
  type ContactColumn,
  type ContactInput,
  contactInput,
  type ImportLine,
  type LineProblem,
} from '@howcanwe/shared/contacts'
import type { Theme } from '@howcanwe/shared/places'
import * as z from 'zod/mini'
import { readPhone } from '../identity/index.ts'
import type { Head } from './contacts.columns.ts'
import type { ContactTable, FileRow } from './contacts.reader.ts'

/** What this noun cannot know by itself: how lists left, and what themes are called. */
export interface Spelling {
  /** A cell that was made harmless when it left, as it was. */
  asWritten: (cell: string) => string
  /** By its code or its name, in any of our languages. */
  themeNamed: (name: string) => Theme | undefined
}

export type Problem = ImportLine['problems'][number]
export type Written = Record<ContactColumn, string>
export interface ReadRow {
  line: number
  /** As it is written, for whoever has to mend it. */
  written: Written
  /** Undefined where it is refused. */
  said: ContactInput | undefined
  problems: Problem[]
}

const problem = (column: ContactColumn | null, why: LineProblem): Problem => ({
  ...{ column, why },
  otherLine: null,
})

/** Control characters, and marks that turn text around or have no width: nobody typed them on purpose. */
const HIDDEN = /[\p{Cc}\p{Cf}\uFFFD]/gu

const clean = (cell: string): string =>
  cell
    .normalize('NFC')
    .replaceAll('\u00A0', ' ')
    .replaceAll(HIDDEN, (char) => (char === '\n' || char === '\t' ? char : ''))
    .trim()

/** 'Amina <mailto:amina@…>' → the address. */
const bareEmail = (cell: string): string =>
  (/<([^<>]*)>\s*$/.exec(cell)?.[1] ?? cell).replace(/^mailto:/i, '').trim()

function writtenIn(heads: readonly Head[], row: FileRow, { asWritten }: Spelling): Written {
  const of = (column: ContactColumn): string => {
    const at = heads.findIndex((head) => head.column === column)
    return clean(asWritten(row.cells[at] ?? ''))
  }
  return {
    organisationName: of('organisationName'),
    contactName: of('contactName'),
    email: bareEmail(of('email')),
    phone: of('phone').replace(/^tel:/i, ''),
    themes: of('themes'),
    areas: of('areas'),
    notes: of('notes'),
  }
}

/** Why the schema would not have a column. */
const REFUSED: Partial<Record<ContactColumn, LineProblem>> = { email: 'not_email' }
const isColumn = (key: unknown): key is ContactColumn =>
  typeof key === 'string' && key in contactInput.shape

/** Themes in one cell, by code or name; what is none of ours is left out and said. */
function themesIn(cell: string, spelling: Spelling) {
  const names = cell.split(/[;,|\n]/).flatMap((name) => name.trim() || [])
  const known = names.map(spelling.themeNamed)
  return {
    themes: [...new Set(known.flatMap((theme) => theme ?? []))],
    unknown: known.includes(undefined),
  }
}

/** One row: what it says of somebody, or why it cannot be kept. */
function readRow(
  heads: readonly Head[],
  row: FileRow,
  about: { spelling: Spelling; callingCode: string },
): ReadRow {
  const written = writtenIn(heads, row, about.spelling)
  const { themes, unknown } = themesIn(written.themes, about.spelling)
  const phone = readPhone(written.phone, about.callingCode)
  const problems: Problem[] = unknown ? [problem('themes', 'unknown_theme')] : []
  const { line } = row
  const refused = (more: Problem[]): ReadRow => ({
    ...{ line, written },
    said: undefined,
    problems: [...more, ...problems],
  })
  if (row.cells.slice(heads.length).some((cell) => cell.trim() !== ''))
    return refused([problem(null, 'too_many_cells')])
  const wrong = [
    written.organisationName === '' ? problem('organisationName', 'missing') : [],
    written.email === '' && written.phone === '' ? problem(null, 'not_reachable') : [],
    written.phone !== '' && phone === undefined ? problem('phone', 'not_phone') : [],
  ].flat()
  const said = z.safeParse(contactInput, {
    ...{ ...written, themes, phone: phone ?? null },
    email: written.email || null,
  })
  if (said.success && wrong.length === 0) return { line, written, said: said.data, problems }
  return refused([...wrong, ...(said.success ? [] : fromSchema(said.error, wrong))])
}

const fromSchema = (error: z.core.$ZodError, already: readonly Problem[]): Problem[] =>
  [...new Set(error.issues.map(({ path }) => path[0]).filter(isColumn))]
    .filter((column) => !already.some((p) => p.column === column))
    .map((column) => problem(column, REFUSED[column] ?? 'too_long'))

/** Every row of a file that says anything. */
export const readRows = (
  { heads, rows }: ContactTable,
  about: { spelling: Spelling; callingCode: string },
): ReadRow[] => rows.map((row) => readRow(heads, row, about))
