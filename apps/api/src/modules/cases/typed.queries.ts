import { MOST_ROWS } from '@howcanwe/shared/exports'
import { and, count, desc, eq, gt, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { claimSlips, claimTries, typedEntries } from './cases.table.ts'

const now = sql`clock_timestamp()`

export const putEntry = (tx: Database, row: typeof typedEntries.$inferInsert) =>
  tx.insert(typedEntries).values(row)

/**
 * Answers that may be known of: the time to send them is over, and the reader stands on no side. Of an introduction only
 * its own people ever hear (BR3).
 */
const known = (reader: string) =>
  or(
    notInArray(typedEntries.what, ['interest', 'introduction']),
    and(
      eq(typedEntries.what, 'interest'),
      sql`${challenges.closesAt} <= clock_timestamp()`,
      sql`not represents_party(${typedEntries.challengeId}, ${reader})`,
    ),
  )

/**
 * What was typed for an organisation, newest first. Never who asked: that is for brokers' notes.
 *
 * @param reader 'own' for its own people, who see all of it; else the id of a broker
 */
export const entriesOf = (db: Database, organisationId: string, reader: string) =>
  db
    .select({
      id: typedEntries.id,
      what: typedEntries.what,
      by: sql<string>`coalesce(${people.displayName}, '')`,
      challenge: challenges.question,
      readBackAt: typedEntries.readBackAt,
    })
    .from(typedEntries)
    .innerJoin(people, eq(people.id, typedEntries.typedBy))
    .leftJoin(challenges, eq(challenges.id, typedEntries.challengeId))
    .where(
      and(
        eq(typedEntries.organisationId, organisationId),
        reader === 'own' ? undefined : known(reader),
      ),
    )
    .orderBy(desc(typedEntries.readBackAt))
    .limit(MOST_ROWS + 1)

/** A new slip in place of any that still works. @returns when it stops working */
export async function putSlip(
  tx: Database,
  slip: { placeId: string; organisationId: string; codeHash: string; printedBy: string },
): Promise<Date> {
  await tx
    .update(claimSlips)
    .set({ replacedAt: now })
    .where(
      and(
        eq(claimSlips.organisationId, slip.organisationId),
        isNull(claimSlips.usedAt),
        isNull(claimSlips.replacedAt),
      ),
    )
  const [row] = await tx
    .insert(claimSlips)
    .values({
      ...slip,
      expiresAt: sql`clock_timestamp() + interval '90 days' - interval '1 second'`,
    })
    .returning({ expiresAt: claimSlips.expiresAt })
  if (!row) throw new Error('insert returned no row')
  return row.expiresAt
}

/** The slip with this code while it works, held for whoever comes first. */
export const workingSlip = async (tx: Database, codeHash: string) =>
  (
    await tx
      .select({
        id: claimSlips.id,
        placeId: claimSlips.placeId,
        organisationId: claimSlips.organisationId,
        printedBy: claimSlips.printedBy,
        name: organisations.name,
      })
      .from(claimSlips)
      .innerJoin(organisations, eq(organisations.id, claimSlips.organisationId))
      .where(
        and(
          eq(claimSlips.codeHash, codeHash),
          isNull(claimSlips.usedAt),
          isNull(claimSlips.replacedAt),
          gt(claimSlips.expiresAt, now),
        ),
      )
      .for('update', { of: claimSlips })
  )[0]

export const useSlip = (tx: Database, id: string, personId: string) =>
  tx.update(claimSlips).set({ usedAt: now, usedBy: personId }).where(eq(claimSlips.id, id))

/** Whether this broker typed anything for the organisation: then it is never theirs. */
export const typedBy = async (
  tx: Database,
  organisationId: string,
  personId: string,
): Promise<boolean> =>
  (
    await tx
      .select({ id: typedEntries.id })
      .from(typedEntries)
      .where(
        and(eq(typedEntries.organisationId, organisationId), eq(typedEntries.typedBy, personId)),
      )
      .limit(1)
  ).length > 0

export async function triesToday(tx: Database, personId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(claimTries)
    .where(
      and(
        eq(claimTries.personId, personId),
        gt(claimTries.at, sql`clock_timestamp() - interval '24 hours'`),
      ),
    )
  return row?.n ?? 0
}

export const putTry = (tx: Database, personId: string) => tx.insert(claimTries).values({ personId })

/** Typed in at the desk, still there, and never taken over: the rule is the database's. */
export async function cameByDesk(tx: Database, organisationId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ came: boolean }>(
    sql`select came_by_desk(${organisationId}) as came`,
  )
  return rows[0]?.came ?? false
}

/** A challenge is open on whose side they stand, and this organisation works on the same: the rule is the database's. */
export async function standsBeside(
  tx: Database,
  organisationId: string,
  personId: string,
): Promise<boolean> {
  const { rows } = await tx.execute<{ stands: boolean }>(
    sql`select stands_beside(${organisationId}, ${personId}) as stands`,
  )
  return rows[0]?.stands ?? false
}
