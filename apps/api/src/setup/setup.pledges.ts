import { asc, eq } from 'drizzle-orm'
import { record } from '../modules/audit/index.ts'
import { placePledges } from '../modules/places/pledges.table.ts'
import { isSame } from './setup.rules.ts'
import type { Run } from './setup.run.ts'

/** What the place promises in public, as the file has it and in its order. */
export async function putPledges({ tx, file, say }: Run, placeId: string): Promise<void> {
  const { framework, statement, owner, reviewOn } = placePledges
  const before = await tx
    .select({ framework, statement, owner, reviewOn })
    .from(placePledges)
    .where(eq(placePledges.placeId, placeId))
    .orderBy(asc(placePledges.position))
  const wanted = file.pledges.map((one) => ({
    framework: one.framework,
    statement: one.statement,
    owner: one.owner,
    reviewOn: one.reviewOn,
  }))
  if (isSame(before, wanted)) return
  await tx.delete(placePledges).where(eq(placePledges.placeId, placeId))
  if (wanted.length > 0)
    await tx
      .insert(placePledges)
      .values(wanted.map((one, position) => ({ ...one, placeId, position })))
  await record(tx, {
    placeId,
    actorId: null,
    action: 'places.pledges-changed',
    subject: { kind: 'place', id: placeId },
    before: { pledges: before.length },
    after: { pledges: wanted.length },
  })
  say('pledgesChanged', String(wanted.length))
}
