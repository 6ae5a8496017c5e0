import type { DraftAnswers } from '@howcanwe/shared/interests'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from '../identity/identity.table.ts'
import { interestDrafts } from './interests.table.ts'

/** One draft an organisation and challenge. */
export interface DraftKey {
  challengeId: string
  organisationId: string
}

const isOf = (key: DraftKey) =>
  and(
    eq(interestDrafts.challengeId, key.challengeId),
    eq(interestDrafts.organisationId, key.organisationId),
  )

/** The draft with the name of whoever wrote last. */
export const draftOf = async (db: Database, key: DraftKey) =>
  (
    await db
      .select({ draft: interestDrafts, by: people.displayName })
      .from(interestDrafts)
      .innerJoin(people, eq(people.id, interestDrafts.updatedBy))
      .where(isOf(key))
  )[0]
export type DraftRow = NonNullable<Awaited<ReturnType<typeof draftOf>>>

/** Holds the draft until the transaction ends, so that two phones write one after the other. */
export const lockDraft = (tx: Database, key: DraftKey) =>
  tx.select({ id: interestDrafts.id }).from(interestDrafts).where(isOf(key)).for('update')

/** Lays new answers over the old ones, question by question. */
export const mergeDraft = (
  tx: Database,
  row: DraftKey & { placeId: string; content: DraftAnswers; seconds: number; updatedBy: string },
) =>
  tx
    .insert(interestDrafts)
    .values({ ...row, updatedAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: [interestDrafts.challengeId, interestDrafts.organisationId],
      set: {
        content: sql`${interestDrafts.content} || excluded.content`,
        seconds: sql`greatest(${interestDrafts.seconds}, excluded.seconds)`,
        updatedBy: row.updatedBy,
        updatedAt: sql`clock_timestamp()`,
        version: sql`${interestDrafts.version} + 1`,
      },
    })

export const deleteDraft = (tx: Database, key: DraftKey) =>
  tx.delete(interestDrafts).where(isOf(key))
