import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { DraftKey } from './drafts.queries.ts'
import { voiceNotes } from './interests.table.ts'

export type VoiceRow = typeof voiceNotes.$inferSelect

const isOf = (key: DraftKey) =>
  and(
    eq(voiceNotes.challengeId, key.challengeId),
    eq(voiceNotes.organisationId, key.organisationId),
  )

export const notesOf = (db: Database, key: DraftKey): Promise<VoiceRow[]> =>
  db.select().from(voiceNotes).where(isOf(key)).orderBy(asc(voiceNotes.id))

export const noteById = async (db: Database, id: string): Promise<VoiceRow | undefined> =>
  (await db.select().from(voiceNotes).where(eq(voiceNotes.id, id)))[0]

export const putNote = async (
  tx: Database,
  row: typeof voiceNotes.$inferInsert,
): Promise<VoiceRow> => {
  const [note] = await tx.insert(voiceNotes).values(row).returning()
  if (!note) throw new Error('insert returned no row')
  return note
}

export const deleteNotes = (tx: Database, ids: readonly string[]) =>
  tx.delete(voiceNotes).where(inArray(voiceNotes.id, [...ids]))
