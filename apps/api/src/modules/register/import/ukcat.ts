import { createHash } from 'node:crypto'
import { ImportProblem, inspectTable, readTable } from '../../places/import/index.ts'
import { type TagExpression, THEMES_EDITION } from '../register.themes.ts'

export interface Tagger {
  readonly expressions: readonly TagExpression[]
  /** Changes with the file and with our mapping. */
  readonly edition: string
}

const CODE = 'Code'
const MATCHES = 'Regular expression'
const UNLESS = 'Exclude regular expression'

function compile(source: string | undefined): RegExp | null {
  if (!source?.trim()) return null
  try {
    return new RegExp(source.trim(), 'i')
  } catch {
    return null
  }
}

/**
 * Reads the UK-CAT tags from their published file (`ukcat.csv`, CC BY 4.0), given by whoever runs the import: its
 * expressions are not part of this product. An expression that does not compile is left out.
 *
 * @throws ImportProblem unknown_table when the file has other columns
 */
export async function readTagger(path: string): Promise<Tagger> {
  const file = await inspectTable(path)
  if (![CODE, MATCHES, UNLESS].every((column) => file.columns.includes(column))) {
    throw new ImportProblem('unknown_table', path)
  }
  const hash = createHash('sha256').update(THEMES_EDITION)
  const expressions: TagExpression[] = []
  for await (const rows of readTable(file)) {
    for (const { values } of rows) {
      const matches = compile(values?.[MATCHES])
      if (!values?.[CODE] || !matches) continue
      expressions.push({ code: values[CODE], matches, unless: compile(values[UNLESS]) })
      hash.update(`${values[CODE]}\n${values[MATCHES]}\n${values[UNLESS]}\n`)
    }
  }
  return { expressions, edition: hash.digest('base64url').slice(0, 12) }
}

/** Without the file: the register's own codes suggest themes. */
export const NO_TAGGER: Tagger = { expressions: [], edition: `codes-${THEMES_EDITION}` }
