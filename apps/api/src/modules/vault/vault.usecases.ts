import { and, eq, inArray, ne } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Database } from '../../db/database.ts'
import { record } from '../audit/index.ts'
import { type SealContext, sealBytes, unsealBytes } from './vault.rules.ts'
import { vaultBoxes } from './vault.table.ts'

/** Puts a text away. Writing is no event of its own: the change it belongs to is. */
export const putAway = (
  tx: Database,
  vaultKey: string,
  context: SealContext,
  plain: string,
): Promise<void> => putAwayBytes(tx, vaultKey, context, Buffer.from(plain, 'utf8'))

/** The same for what is not text: a voice. */
export async function putAwayBytes(
  tx: Database,
  vaultKey: string,
  context: SealContext,
  plain: Uint8Array,
): Promise<void> {
  const box = { ...context, id: v7() }
  await tx.insert(vaultBoxes).values({ ...box, sealed: sealBytes(vaultKey, box, plain) })
}

/** Who looks; null for whoever reads their own words in a place that has no account. */
interface Reader {
  personId: string | null
  requestId?: string
}

/** A text that was put away; `openBytes` says what opening means. */
export async function open(
  tx: Database,
  vaultKey: string,
  context: SealContext,
  reader: Reader,
): Promise<{ text: string; putAwayAt: Date } | undefined> {
  const box = await openBytes(tx, vaultKey, context, reader)
  return box && { text: box.bytes.toString('utf8'), putAwayAt: box.putAwayAt }
}

/**
 * The only place where a box is opened. Each opening is an audit event in the same transaction, for the person's own
 * "who looked" page.
 */
export async function openBytes(
  tx: Database,
  vaultKey: string,
  context: SealContext,
  reader: Reader,
): Promise<{ bytes: Buffer; putAwayAt: Date } | undefined> {
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
  return { bytes: unsealBytes(vaultKey, box, box.sealed), putAwayAt: box.createdAt }
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

/**
 * Throws a subject's boxes away for good.
 *
 * @param kept the field of a box that has an end of its own
 */
export async function destroy(tx: Database, subjectId: string, kept?: string): Promise<void> {
  const others = kept === undefined ? undefined : ne(vaultBoxes.field, kept)
  await tx.delete(vaultBoxes).where(and(eq(vaultBoxes.subjectId, subjectId), others))
}

/** Throws one of them away. */
export async function destroyOne(
  tx: Database,
  { placeId, subjectId, field }: SealContext,
): Promise<void> {
  await tx
    .delete(vaultBoxes)
    .where(
      and(
        eq(vaultBoxes.placeId, placeId),
        eq(vaultBoxes.subjectId, subjectId),
        eq(vaultBoxes.field, field),
      ),
    )
}
