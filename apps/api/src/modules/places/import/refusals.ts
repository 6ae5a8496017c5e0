import { once } from 'node:events'
import { constants, createWriteStream, type WriteStream } from 'node:fs'
import { access, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { flawWords } from './import.words.ts'
import { ImportProblem, type RowFlaw } from './problem.ts'

export interface Refusal {
  readonly file: string
  readonly line: number
  readonly flaw: RowFlaw
  /** What in the row is meant, for example the number it repeats. Never free text from the row. */
  readonly about?: string
}

const SHOWN = 20
/** Enough to find the row again; too short to carry an address along. */
const KEPT_OF_ROW = 200
const COLUMNS = 'file,line,reason,row\n'

/** Spreadsheets run a cell that begins like a formula; an apostrophe makes it text again. */
export function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""').replace(/[\r\n]+/g, ' ')}"`
}

/** The reason as a sentence. */
export function reasonOf({ flaw, about }: Refusal): string {
  return about ? `${flawWords[flaw]} (${about})` : flawWords[flaw]
}

/**
 * Collects refused rows: counts them, remembers the first twenty, and writes all of them to
 * `<input>.refused.csv`, which is made only when there is something to write.
 */
export class Refusals {
  readonly path: string
  readonly first: Refusal[] = []
  readonly byFlaw = new Map<RowFlaw, number>()
  total = 0
  private readonly clean: (row: string) => string
  private out: WriteStream | null = null

  /** @param clean takes out of a row what must not be written down again */
  constructor(outDir: string, input: string, clean: (row: string) => string = (row) => row) {
    this.path = join(outDir, `${basename(input)}.refused.csv`)
    this.clean = clean
  }

  /**
   * A file left by an earlier run would speak of rows that are long mended.
   *
   * @throws ImportProblem unwritable
   */
  async begin(): Promise<void> {
    const folder = dirname(this.path)
    await access(folder, constants.W_OK).catch(() => {
      throw new ImportProblem('unwritable', folder)
    })
    await rm(this.path, { force: true })
  }

  async add(refusal: Refusal, row: string): Promise<void> {
    this.total += 1
    this.byFlaw.set(refusal.flaw, (this.byFlaw.get(refusal.flaw) ?? 0) + 1)
    if (this.first.length < SHOWN) this.first.push(refusal)
    this.out ??= this.open()
    const text = this.clean(row.slice(0, KEPT_OF_ROW))
    const fields = [cell(refusal.file), refusal.line, cell(reasonOf(refusal)), cell(text)]
    if (!this.out.write(`${fields.join(',')}\n`)) await once(this.out, 'drain')
  }

  /** @returns the file's path, or null when nothing was refused */
  async end(): Promise<string | null> {
    if (!this.out) return null
    this.out.end()
    await finished(this.out)
    return this.path
  }

  private open(): WriteStream {
    const out = createWriteStream(this.path)
    out.write(COLUMNS)
    return out
  }
}
