import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'

/**
 * Everything somebody wrote goes, with its files: asked while their places still are theirs. That there was a message
 * stays, so that what others answered can be followed.
 *
 * @param memberIds places in groups that are theirs
 */
export async function emptyWordsOf(
  tx: Database,
  { personId, memberIds }: { personId: string; memberIds: readonly string[] },
): Promise<void> {
  const theirs = sql`(author_id = ${personId} or member_id = any(${sql.param([...memberIds])}::uuid[]))`
  await tx.execute(sql`delete from message_files where message_id is null and ${theirs}`)
  await tx.execute(
    sql`update thread_messages set emptied_at = clock_timestamp(), words = '' where emptied_at is null and ${theirs}`,
  )
  await tx.execute(
    sql`update moderation_acts set sentence = '[taken out]' where act = 'asked-back' and ${theirs}`,
  )
  await tx.execute(sql`update content_reports set said = '' where ${theirs}`)
  await tx.execute(
    sql`update safeguarding_leads set phone = '', hours = '' where lead_id = ${personId}`,
  )
}
