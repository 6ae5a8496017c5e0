import { asc, eq } from 'drizzle-orm'
import { type Database, sqlState } from '../db/database.ts'
import { record } from '../modules/audit/index.ts'
import { placeAreas } from '../modules/places/places.table.ts'
import { folded, isSame } from './setup.rules.ts'
import type { Run } from './setup.run.ts'
import type { SetupFile } from './setup.schemas.ts'

type AreaRow = typeof placeAreas.$inferSelect

/** Rows of today beside entries of the file: the code tells them first, then the name. */
function pairAreas(rows: readonly AreaRow[], wanted: SetupFile['areas']) {
  const left = new Set(rows)
  const pairs = new Map<number, AreaRow>()
  const pair = (is: (row: AreaRow, want: SetupFile['areas'][number]) => boolean) => {
    for (const [i, want] of wanted.entries()) {
      const row = pairs.has(i) ? undefined : [...left].find((r) => is(r, want))
      if (!row) continue
      pairs.set(i, row)
      left.delete(row)
    }
  }
  pair((row, want) => row.gssCode !== null && row.gssCode === want.gssCode)
  pair((row, want) => folded(row.name) === folded(want.name))
  return { pairs, left: [...left] }
}

/**
 * The areas of this place, in the order of the file.
 *
 * @returns their ids by folded name
 */
export async function putAreas(run: Run, placeId: string): Promise<Map<string, string>> {
  const { tx, file } = run
  const rows = await tx
    .select()
    .from(placeAreas)
    .where(eq(placeAreas.placeId, placeId))
    .orderBy(asc(placeAreas.position))
    .for('update')
  const { pairs, left } = pairAreas(rows, file.areas)
  const ids = new Map<string, string>()
  for (const [position, { name, gssCode = null }] of file.areas.entries()) {
    const id = await putArea(run, pairs.get(position), { placeId, name, gssCode, position })
    ids.set(folded(name), id)
  }
  for (const [i, row] of left.entries()) await leaveOut(run, row, file.areas.length + i)
  return ids
}

async function putArea(
  { tx, say }: Run,
  row: AreaRow | undefined,
  wanted: Omit<AreaRow, 'id'>,
): Promise<string> {
  if (!row) {
    const [made] = await tx.insert(placeAreas).values(wanted).returning({ id: placeAreas.id })
    if (!made) throw new Error('insert returned no row')
    await traced(tx, 'places.area-added', { placeId: wanted.placeId, id: made.id })
    say('areaNew', wanted.name)
    return made.id
  }
  if (isSame({ ...wanted, id: row.id }, { ...wanted, ...row })) return row.id
  await tx.update(placeAreas).set(wanted).where(eq(placeAreas.id, row.id))
  await traced(tx, 'places.area-changed', row)
  if (row.name !== wanted.name) say('areaRenamed', wanted.name, row.name)
  else say('areaChanged', wanted.name)
  return row.id
}

/** An area the file does not name goes to the end; with `--end-missing` and used by nobody, it goes. */
async function leaveOut({ tx, say, endMissing }: Run, row: AreaRow, position: number) {
  if (endMissing && (await isRemoved(tx, row.id))) {
    await traced(tx, 'places.area-removed', row)
    say('areaRemoved', row.name)
    return
  }
  if (row.position < position)
    await tx.update(placeAreas).set({ position }).where(eq(placeAreas.id, row.id))
  say(endMissing ? 'areaInUse' : 'areaMissing', row.name)
}

const FOREIGN_KEY = '23503'

/** Whoever points at an area keeps it: the foreign keys know better than a list of tables here would. */
async function isRemoved(tx: Database, id: string): Promise<boolean> {
  try {
    await tx.transaction((inner) => inner.delete(placeAreas).where(eq(placeAreas.id, id)))
    return true
  } catch (error) {
    if (sqlState(error) === FOREIGN_KEY) return false
    throw error
  }
}

const traced = (
  tx: Database,
  action: 'places.area-added' | 'places.area-changed' | 'places.area-removed',
  area: { placeId: string; id: string },
) =>
  record(tx, {
    placeId: area.placeId,
    actorId: null,
    action,
    subject: { kind: 'area', id: area.id },
  })
