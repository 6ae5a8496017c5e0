import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { record } from '../audit/index.ts'
import { type SealContext, seal, unseal } from './vault.rules.ts'
import { vaultBoxes } from './vault.table.ts'

/** Puts a text away. Writing is no event of its own: the change it belongs to is. */
export async function putAway(
  tx: Database,
  vaultKey: string,
  context: SealContext,
  plain: string,
): Promise<void> {
  await tx.insert(vaultBoxes).values({ ...context, sealed: seal(vaultKey, context, plain) })
}

/**
 * The only place where a box is opened. Each opening is an audit event in the same transaction, for the person's own
 * "who looked" page.
 */
export async function open(
  tx: Database,
  vaultKey: string,
  context: SealContext,
  reader: { personId: string; requestId?: string },
): Promise<{ text: string; putAwayAt: Date } | undefined> {
  const [box] = await tx
    .select()
    .from(vaultBoxes)
    .where(
      and(
        eq(vaultBoxes.placeId, context.placeId),
        eq(vaultBoxes.subjectId, context.subjectId),
        eq(vaultBoxes.field, context.field),
      ),
    )
  if (!box) return undefined
  await record(tx, {
    placeId: context.placeId,
    actorId: reader.personId,
    action: 'vault.read',
    subject: { kind: context.field, id: context.subjectId },
    requestId: reader.requestId,
  })
  return { text: unseal(vaultKey, context, box.sealed), putAwayAt: box.createdAt }
}

/** Which of these subjects have something put away under this field. */
export async function whoHas(
  tx: Database,
  field: string,
  subjectIds: string[],
): Promise<Set<string>> {
  if (subjectIds.length === 0) return new Set()
  const rows = await tx
    .select({ subjectId: vaultBoxes.subjectId })
    .from(vaultBoxes)
    .where(and(eq(vaultBoxes.field, field), inArray(vaultBoxes.subjectId, subjectIds)))
  return new Set(rows.map((r) => r.subjectId))
}

/** Throws a subject's boxes away for good. */
export async function destroy(tx: Database, subjectId: string): Promise<void> {
  await tx.delete(vaultBoxes).where(eq(vaultBoxes.subjectId, subjectId))
}
