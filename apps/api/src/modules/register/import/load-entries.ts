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
}

/** Rows looked up and written together. */
const BATCH = 1_000
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

/** Loads one file of organisations. Holds a thousand rows and the numbers seen so far, nothing else. */
export class EntryLoader {
  readonly counts: Counts = noCounts()
  private readonly seen = new Map<string, number>()
  private readonly context: LoadContext
  private readonly input: RegisterFile
  private waiting: Item[] = []

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
    const key = keyOf(draft.scheme, draft.identifier)
    const earlier = this.seen.get(key)
    if (earlier !== undefined) {
      return this.refuse(
        { line: row.line, flaw: 'repeated', about: `${key}, line ${earlier}` },
        row.text,
      )
    }
    this.seen.set(key, row.line)
    this.waiting.push({ draft, line: row.line, text: row.text })
  }

  private async write(items: readonly Item[]): Promise<void> {
    const { client, tagger } = this.context
    const cleaned = await this.cleanAll(items)
    const rows: WritableRow[] = []
    for (const { row, item, held } of cleaned) {
      if (row.doubts.length > 0) this.counts.doubtful += 1
      const row_hash = hashOf(row, item.draft.humanTags, tagger.edition)
      if (held?.rowHash === row_hash) this.counts.unchanged += 1
      else if (held && !mayReplace(held.standing, standingOf(row, item.draft)))
        this.counts.kept += 1
      else rows.push({ ...row, ...suggest(row, item.draft.humanTags, tagger), row_hash })
    }
    const merged = await merge(client, rows)
    this.counts.fresh += merged.fresh
    this.counts.changed += merged.changed
    for (const { row, state } of merged.refused) {
      const item = items.find(({ draft }) => draft.identifier === row.identifier)
      await this.refuse({ line: item?.line ?? 0, flaw: 'database', about: state }, item?.text ?? '')
    }
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
