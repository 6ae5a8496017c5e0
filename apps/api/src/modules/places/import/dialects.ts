/** How a text table marks its fields, and whether a line leaves one open. */
export interface Dialect {
  /** Whether the record goes on in the next physical line. */
  readonly open: (line: string, wasOpen: boolean) => boolean
  readonly split: (record: string) => string[]
}

const escaped: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '' }

function splitEscaped(record: string): string[] {
  if (!record.includes('\\')) return record.split('\t')
  const fields: string[] = []
  let field = ''
  for (let i = 0; i < record.length; i++) {
    const c = record[i]
    if (c === '\t') {
      fields.push(field)
      field = ''
    } else if (c === '\\') {
      i += 1
      const next = record[i] ?? ''
      field += escaped[next] ?? next
    } else field += c
  }
  fields.push(field)
  return fields
}

function endsInEscape(line: string): boolean {
  let slashes = 0
  while (line[line.length - 1 - slashes] === '\\') slashes += 1
  return slashes % 2 === 1
}

/** The Charity Commission's text form: tabs, no quoting, a backslash before tab, new line and backslash. */
export const escapedTabs: Dialect = { open: endsInEscape, split: splitEscaped }

/** Where the quoted field that begins at `from` ends, and its text. Never-closed quotes run to the end. */
function quoted(record: string, from: number): { text: string; next: number } {
  let text = ''
  let at = from + 1
  for (;;) {
    const quote = record.indexOf('"', at)
    if (quote < 0) return { text: text + record.slice(at), next: record.length }
    text += record.slice(at, quote)
    if (record[quote + 1] !== '"') return { text, next: quote + 1 }
    text += '"'
    at = quote + 2
  }
}

function splitQuoted(record: string): string[] {
  const fields: string[] = []
  let at = 0
  for (;;) {
    let head = ''
    if (record[at] === '"') {
      const { text, next } = quoted(record, at)
      head = text
      at = next
    }
    const comma = record.indexOf(',', at)
    if (comma < 0) return [...fields, head + record.slice(at)]
    fields.push(head + record.slice(at, comma))
    at = comma + 1
  }
}

function oddQuotes(line: string, wasOpen: boolean): boolean {
  let odd = wasOpen
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) odd = !odd
  return odd
}

/** Comma separated values, RFC 4180, forgiving about stray quotes. */
export const quotedCommas: Dialect = { open: oddQuotes, split: splitQuoted }
