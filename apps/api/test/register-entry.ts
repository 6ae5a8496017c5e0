import type { Database } from '../src/db/database.ts'
import { registerEntries } from '../src/modules/register/register.table.ts'

let number = 900_000

/** An invented entry of the charity register; works in E09000001 unless told. */
export async function registerEntry(
  db: Database,
  more: Partial<typeof registerEntries.$inferInsert> = {},
): Promise<string> {
  const nameShown = more.nameShown ?? `Lantern Trust ${++number}`
  const [row] = await db
    .insert(registerEntries)
    .values({
      scheme: 'GB-CHC',
      identifier: String(++number),
      source: 'ccew',
      licence: 'OGL-UK-3.0',
      nameRaw: nameShown.toUpperCase(),
      nameShown,
      status: 'registered',
      kind: 'charity',
      postcodeValid: false,
      areas: ['E09000001'],
      themes: ['carers'],
      themeBasis: 'expressions',
      raw: {},
      rowHash: 'x',
      searchNames: nameShown.toLowerCase(),
      ...more,
    })
    .returning({ id: registerEntries.id })
  if (!row) throw new Error('insert returned no row')
  return row.id
}
