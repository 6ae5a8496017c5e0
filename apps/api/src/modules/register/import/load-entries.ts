import { setImmediate as immediate } from 'node:timers/promises'
import type { ClientBase } from 'pg'
import {
  type Counts,
  noCounts,
  type OnProgress,
  type Refusals,
  readTable,
  type TableRow,
} from '../../places/import/index.ts'
import { mayReplace } from '../register.rules.ts'
import { readExtras } from './child-tables.ts'
import { type CleanRow, clean, type Extras, hashOf, postcodeOf } from './clean.ts'
import { type Draft, draftOfCharity, draftOfSample } from './draft.ts'
import type { Gazetteer } from './gazetteer.ts'
import {
  type Held,
  keyOf,
  merge,
  rankOf,
  readHeld,
  readLocated,
  type WritableRow,
} from './merge.ts'
import { Seen } from './seen.ts'
import { suggest } from './suggest.ts'
import type { ChildTable, RegisterFile } from './tables.ts'
import type { Tagger } from './ukcat.ts'

export interface LoadContext {
  readonly client: ClientBase
  readonly gazetteer: Gazetteer
  readonly tagger: Tagger
  readonly loaded: ReadonlySet<ChildTable>
  readonly refusals: Refusals
  readonly onProgress: OnProgress
  /** Numbers in the files this run has already loaded. */
  readonly earlier: readonly Seen[]
}

/** Rows looked up and written together. */
const BATCH = 1_000
/** After so many rows the event loop gets a turn, so that the database is fed while we compute. */
const ROWS_PER_TURN = 20
const NO_EXTRAS: Extras = {
  whatCodes: [],
  whoCodes: [],
  howCodes: [],
  areas: [],
  otherNames: [],
  objects: null,
}

interface Item {
  readonly draft: Draft
  readonly line: number
  readonly text: string
}

interface Ready {
  readonly rows: readonly WritableRow[]
  readonly items: readonly Item[]
}
const NOTHING: Ready = { rows: [], items: [] }

/** Loads one file of organisations. Holds two thousand rows and the numbers seen so far, nothing else. */
export class EntryLoader {
  readonly counts: Counts = noCounts()
  readonly seen = new Seen()
  private readonly context: LoadContext
  private readonly input: RegisterFile
  private waiting: Item[] = []
  private ready: Ready = NOTHING

  constructor(context: LoadContext, input: RegisterFile) {
    this.context = context
    this.input = input
  }

  async load(): Promise<Counts> {
    const { file, name } = this.input
    let bytes = 0
    for await (const rows of readTable(file, (soFar) => (bytes = soFar))) {
      for (const row of rows) await this.take(row)
      while (this.waiting.length >= BATCH) await this.write(this.waiting.splice(0, BATCH))
      this.context.onProgress({ file: name, rows: this.counts.read, bytes, totalBytes: file.bytes })
    }
    await this.write(this.waiting)
    await this.flush()
    this.context.onProgress({ file: name, rows: this.counts.read, bytes, totalBytes: file.bytes })
    return this.counts
  }

  private async refuse(
    refusal: { line: number; flaw: NonNullable<TableRow['flaw']>; about?: string },
    text: string,
  ) {
    this.counts.refused += 1
    await this.context.refusals.add({ file: this.input.name, ...refusal }, text)
  }

  private async take(row: TableRow): Promise<void> {
    this.counts.read += 1
    if (!row.values) return this.refuse({ line: row.line, flaw: row.flaw ?? 'columns' }, row.text)
    if (row.repaired) this.counts.repaired += 1
    const draft =
      this.input.table === 'charity' ? draftOfCharity(row.values) : draftOfSample(row.values)
    if (draft === 'linked') {
      this.counts.linked += 1
      return
    }
    if ('flaw' in draft) return this.refuse({ line: row.line, ...draft }, row.text)
    const { scheme, identifier } = draft
    const before = this.seen.lineOf(scheme, identifier)
    if (before !== undefined) {
      const about = `${keyOf(scheme, identifier)}, line ${before}`
      return this.refuse({ line: row.line, flaw: 'repeated', about }, row.text)
    }
    this.seen.add(scheme, identifier, row.line)
    this.waiting.push({ draft, line: row.line, text: row.text })
  }

  /**
   * Prepares these rows while the database still writes the ones before. Look-ups come first, because the one
   * connection answers in order.
   */
  private async write(items: readonly Item[]): Promise<void> {
    const cleaned = await this.cleanAll(items)
    const writing = this.flush()
    const rows: WritableRow[] = []
    for (const [i, { row, item, held }] of cleaned.entries()) {
      if (i % ROWS_PER_TURN === 0) await immediate()
      if (row.doubts.length > 0) this.counts.doubtful += 1
      const row_hash = hashOf(row, item.draft.humanTags, this.context.tagger.edition)
      if (held?.rowHash === row_hash) this.counts.unchanged += 1
      else if (held && !this.replaces(held, row, item.draft)) this.counts.kept += 1
      else
        rows.push({ ...row, ...suggest(row, item.draft.humanTags, this.context.tagger), row_hash })
    }
    await writing
    this.ready = { rows, items }
  }

  private async flush(): Promise<void> {
    const { rows, items } = this.ready
    this.ready = NOTHING
    const merged = await merge(this.context.client, rows)
    this.counts.fresh += merged.fresh
    this.counts.changed += merged.changed
    for (const { row, state } of merged.refused) {
      const item = items.find(({ draft }) => draft.identifier === row.identifier)
      const refusal = { line: item?.line ?? 0, flaw: 'database', about: state } as const
      await this.refuse(refusal, item?.text ?? '')
    }
  }

  private replaces(held: Held, row: CleanRow, draft: Draft): boolean {
    const { scheme, identifier } = draft
    const again = this.context.earlier.some((seen) => seen.lineOf(scheme, identifier) !== undefined)
    return mayReplace(held.standing, standingOf(row, draft), !again)
  }

  private async cleanAll(items: readonly Item[]) {
    const { client, loaded, gazetteer } = this.context
    const held = await readHeld(
      client,
      items.map(({ draft }) => draft),
    )
    const keys = items.flatMap(({ draft }) => draft.sourceKey ?? [])
    const extrasOf = keys.length > 0 ? await readExtras(client, loaded, keys) : () => ({})
    const located = await readLocated(
      client,
      items.flatMap(({ draft }) => postcodeOf(draft) ?? []),
    )
    return items.map((item): { item: Item; row: CleanRow; held: Held | undefined } => {
      const { draft } = item
      const known = held.get(keyOf(draft.scheme, draft.identifier))
      const before = draft.source === 'ccew' ? known?.extras : undefined
      const extras = { ...(before ?? NO_EXTRAS), ...extrasOf(draft.sourceKey ?? '') }
      const row = clean(draft, extras, gazetteer, located.get(postcodeOf(draft) ?? ''))
      return { item, row, held: known }
    })
  }
}

function standingOf(row: CleanRow, draft: Draft) {
  return {
    rank: rankOf(draft.source),
    extractedOn: row.source_extracted_on,
    finYearEnd: row.fin_year_end,
  }
}
