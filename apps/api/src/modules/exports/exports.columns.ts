import { MOST_ROWS } from '@howcanwe/shared/exports'
import type { Call } from '@howcanwe/shared/http'
import { refuse } from './exports.errors.ts'
import type { Cell, Table } from './exports.table.rules.ts'
import type { Words } from './exports.words.ts'

/** A reader's words, and what the areas of the place are called. */
export interface Spoken extends Words {
  areas: ReadonlyMap<string, string>
}

/** Makes a list of what its screen's own route answers this very person. */
export type Make = (call: Call, id: string, words: Spoken) => Promise<Table>

export interface Column<Item> {
  name: (heads: Words['heads']) => string
  of: (item: Item, words: Spoken) => Cell
}

/** A list of typed columns. @throws exports.too_long */
export const tableOf =
  <Item>(
    read: (call: Call, id: string) => Promise<readonly Item[]>,
    columns: readonly Column<Item>[],
  ): Make =>
  async (call, id, words) => {
    const items = await read(call, id)
    if (items.length > MOST_ROWS) throw refuse('exports.too_long')
    return {
      columns: columns.map(({ name }) => name(words.heads)),
      rows: items.map((item) => columns.map(({ of }) => of(item, words))),
    }
  }

interface Page<Item> {
  items: readonly Item[]
  nextCursor: string | null
}

/** All pages of a list; one that is too long for a file is not read to its end. */
export async function allPages<Item>(
  read: (from: { cursor?: string; limit: number }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = []
  for (let from: { cursor?: string } | undefined = {}; from; ) {
    const page: Page<Item> = await read({ ...from, limit: 100 })
    items.push(...page.items)
    const goesOn = page.nextCursor !== null && items.length <= MOST_ROWS
    from = goesOn && page.nextCursor !== null ? { cursor: page.nextCursor } : undefined
  }
  return items
}

/** '2026-11-22T17:00:00Z': a moment, to the second. */
export const moment = (at: Date | null): string | null =>
  at ? `${at.toISOString().slice(0, 19)}Z` : null
/** Several in one cell. */
export const together = (texts: readonly string[]): string => texts.join('; ')
