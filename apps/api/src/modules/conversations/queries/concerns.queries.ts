import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { people } from '../../identity/identity.table.ts'
import { reach } from '../../identity/index.ts'
import { safeguardingConcerns, safeguardingLeads } from '../concerns.table.ts'

/** Who reads them today, if anybody fits who was named (HW237). */
export const leadOf = async (db: Database, placeId: string) =>
  (
    await db
      .select({
        personId: people.id,
        name: people.displayName,
        language: people.language,
        to: reach,
        phone: safeguardingLeads.phone,
        hours: safeguardingLeads.hours,
      })
      .from(safeguardingLeads)
      .innerJoin(people, eq(people.id, safeguardingLeads.leadId))
      .where(
        and(
          eq(safeguardingLeads.placeId, placeId),
          sql`${people.id} = safeguarding_lead_of(${placeId}::uuid)`,
        ),
      )
      .orderBy(desc(safeguardingLeads.number))
      .limit(1)
  )[0]

export const addLead = (
  tx: Database,
  row: Omit<typeof safeguardingLeads.$inferInsert, 'number' | 'id'>,
) =>
  tx.insert(safeguardingLeads).values({
    ...row,
    number: sql`(select coalesce(max(number), 0) + 1 from safeguarding_leads where place_id = ${row.placeId})`,
  })

export const choicesIn = async (db: Database, placeId: string) =>
  (
    await db.execute<{ id: string; name: string }>(sql`
      select distinct p.id, p.display_name as name from people p
      join role_grants r on r.person_id = p.id and r.place_id = ${placeId} and r.role in ('broker', 'steward')
      where may_lead_safeguarding(${placeId}::uuid, p.id) order by 2 limit 100`)
  ).rows

/** No row where the reference is taken. */
export const addConcern = async (tx: Database, row: { placeId: string; reference: string }) =>
  (
    await tx
      .insert(safeguardingConcerns)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: safeguardingConcerns.id })
  )[0]?.id

export const concernsOf = (db: Database, placeId: string) =>
  db
    .select()
    .from(safeguardingConcerns)
    .where(eq(safeguardingConcerns.placeId, placeId))
    .orderBy(sql`${safeguardingConcerns.state} = 'settled'`, desc(safeguardingConcerns.id))
    .limit(100)

export const concernById = async (db: Database, id: string) =>
  (await db.select().from(safeguardingConcerns).where(eq(safeguardingConcerns.id, id)))[0]

export const setState = async (tx: Database, id: string, state: 'read' | 'settled') =>
  (
    await tx
      .update(safeguardingConcerns)
      .set({
        state,
        ...(state === 'read'
          ? { readAt: sql`clock_timestamp()` }
          : { settledAt: sql`clock_timestamp()` }),
      })
      .where(eq(safeguardingConcerns.id, id))
      .returning()
  )[0]

/** Words as they stood when the concern came, where the message really is of that group and place. */
export const wordsOf = async (
  db: Database,
  { placeId, groupId, messageId }: { placeId: string; groupId: string; messageId: string },
): Promise<string | undefined> =>
  (
    await db.execute<{ words: string }>(sql`
      select words from thread_messages where id = ${messageId} and group_id = ${groupId} and place_id = ${placeId}`)
  ).rows[0]?.words

/** One nobody has read for a day, taken so that it is said once a day. */
export const takeUnread = async (tx: Database) =>
  (
    await tx
      .update(safeguardingConcerns)
      .set({ remindedAt: sql`clock_timestamp()` })
      .where(
        sql`${safeguardingConcerns.id} = (select c.id from safeguarding_concerns c where c.state = 'new'
          and coalesce(c.reminded_at, c.created_at) <= clock_timestamp() - interval '1 day'
          order by c.created_at limit 1 for update skip locked)`,
      )
      .returning()
  )[0]
