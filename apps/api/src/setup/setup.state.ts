import { eq } from 'drizzle-orm'
import { record } from '../modules/audit/index.ts'
import { places } from '../modules/places/places.table.ts'
import { SetupRefused } from './setup.problems.ts'
import type { Run } from './setup.run.ts'

/**
 * Last of all, when everything a place needs is there: active, paused or archived, as the file says. The database
 * looks once more (PL1 [G]).
 *
 * @throws SetupRefused place_ended: what is archived stays so
 */
export async function putState({ tx, file, say }: Run, placeId: string): Promise<void> {
  const wanted = file.place.state
  const [row] = await tx
    .select({ slug: places.slug, name: places.name, state: places.state, version: places.version })
    .from(places)
    .where(eq(places.id, placeId))
  if (!row || row.state === wanted) return
  if (row.state === 'archived')
    throw new SetupRefused([{ pointer: '/place/state', code: 'place_ended', about: row.slug }])
  // Only an active place rests: a file that begins with a pause goes by way of active.
  const steps =
    row.state === 'draft' && wanted === 'paused' ? (['active', wanted] as const) : [wanted]
  const version = row.version + 1
  for (const state of steps)
    await tx.update(places).set({ state, version }).where(eq(places.id, placeId))
  await record(tx, {
    placeId,
    actorId: null,
    action: 'places.state-changed',
    subject: { kind: 'place', id: placeId },
    before: { state: row.state, version: row.version },
    after: { state: wanted, version },
  })
  say('stateChanged', row.name, wanted)
}
