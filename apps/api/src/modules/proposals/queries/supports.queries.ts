import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { proposalSheets, proposalSponsors, proposalSupports } from '../backing.table.ts'
import { proposalSettings, proposals } from '../proposals.table.ts'

export type SupportRow = typeof proposalSupports.$inferSelect

/** Undefined where this contact stands behind it already, confirmed or not. */
export const put = async (
  tx: Database,
  row: typeof proposalSupports.$inferInsert,
): Promise<SupportRow | undefined> =>
  (await tx.insert(proposalSupports).values(row).onConflictDoNothing().returning())[0]

/** In a question or any joined to it: once each. */
export const byContact = async (tx: Database, rootId: string, contactHash: Buffer) =>
  (
    await tx
      .select({ support: proposalSupports })
      .from(proposalSupports)
      .innerJoin(proposals, eq(proposals.id, proposalSupports.proposalId))
      .where(
        and(
          eq(proposalSupports.contactHash, contactHash),
          sql`coalesce(${proposals.joinedInto}, ${proposals.id}) = ${rootId}`,
        ),
      )
      .limit(1)
      .for('update', { of: proposalSupports })
  )[0]?.support

export const byId = async (tx: Database, id: string): Promise<SupportRow | undefined> =>
  (await tx.select().from(proposalSupports).where(eq(proposalSupports.id, id)).for('update'))[0]

export const countLetter = async (tx: Database, id: string): Promise<void> => {
  await tx
    .update(proposalSupports)
    .set({ letters: sql`${proposalSupports.letters} + 1` })
    .where(eq(proposalSupports.id, id))
}

export const confirm = async (tx: Database, id: string): Promise<void> => {
  await tx
    .update(proposalSupports)
    .set({ confirmedAt: sql`clock_timestamp()` })
    .where(eq(proposalSupports.id, id))
}

export const remove = async (tx: Database, id: string): Promise<void> => {
  await tx.delete(proposalSupports).where(eq(proposalSupports.id, id))
}

/** Whoever stands behind it and can be written to, each once; for letters alone. */
export const reachable = (tx: Database, rootId: string) =>
  tx
    .selectDistinctOn([proposalSupports.contactHash], {
      id: proposalSupports.id,
      contact: proposalSupports.contact,
      firstName: proposalSupports.firstName,
      language: proposalSupports.language,
    })
    .from(proposalSupports)
    .innerJoin(proposals, eq(proposals.id, proposalSupports.proposalId))
    .where(
      and(
        sql`coalesce(${proposals.joinedInto}, ${proposals.id}) = ${rootId}`,
        isNotNull(proposalSupports.confirmedAt),
        eq(proposalSupports.contactBy, 'email'),
        sql`${proposalSupports.contact} <> ''`,
      ),
    )

export const addSheet = async (tx: Database, row: typeof proposalSheets.$inferInsert) => {
  await tx.insert(proposalSheets).values(row)
}

/** False where they sponsor it already. */
export const addSponsor = async (
  tx: Database,
  row: typeof proposalSponsors.$inferInsert,
): Promise<boolean> =>
  (
    await tx
      .insert(proposalSponsors)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: proposalSponsors.id })
  ).length > 0

export const settingsOf = async (db: Database, placeId: string) =>
  (
    await db
      .select({
        number: proposalSettings.number,
        supportNeeded: proposalSettings.supportNeeded,
        source: proposalSettings.source,
        since: proposalSettings.since,
        setBy: sql<
          string | null
        >`(select display_name from people where id = ${proposalSettings.setBy})`,
      })
      .from(proposalSettings)
      .where(eq(proposalSettings.placeId, placeId))
      .orderBy(sql`${proposalSettings.number} desc`)
      .limit(1)
  )[0]

export const neededIn = async (db: Database, placeId: string): Promise<number> =>
  (await db.execute<{ n: number }>(sql`select support_needed(${placeId}) as n`)).rows[0]?.n ?? 0

export const putSettings = async (tx: Database, row: typeof proposalSettings.$inferInsert) => {
  await tx.insert(proposalSettings).values(row)
}
