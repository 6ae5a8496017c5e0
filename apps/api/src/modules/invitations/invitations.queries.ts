import type { Share } from '@howcanwe/shared/invitations'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { registerEntries } from '../register/register.table.ts'
import { invitationBalances, invitations } from './invitations.table.ts'

/** Who has been invited to a challenge, by kind. */
export async function invitedOf(
  db: Database,
  challengeId: string,
): Promise<{ organisationIds: string[]; entryIds: string[] }> {
  const rows = await db
    .select({ organisationId: invitations.organisationId, entryId: invitations.registerEntryId })
    .from(invitations)
    .where(eq(invitations.challengeId, challengeId))
  return {
    organisationIds: rows.flatMap((r) => r.organisationId ?? []),
    entryIds: rows.flatMap((r) => r.entryId ?? []),
  }
}

/** The same of many challenges at once; without those where nobody was. */
export async function invitedAmong(
  db: Database,
  challengeIds: readonly string[],
): Promise<Map<string, { organisationIds: string[]; entryIds: string[] }>> {
  const rows = await db
    .select({
      challengeId: invitations.challengeId,
      organisationIds: sql<
        string[]
      >`array_remove(array_agg(${invitations.organisationId}::text), null)`,
      entryIds: sql<string[]>`array_remove(array_agg(${invitations.registerEntryId}::text), null)`,
    })
    .from(invitations)
    .where(inArray(invitations.challengeId, [...challengeIds]))
    .groupBy(invitations.challengeId)
  return new Map(rows.map(({ challengeId, ...invited }) => [challengeId, invited]))
}

/** Oldest first, with the names and sizes of those invited. */
export const invitationsOf = (db: Database, challengeId: string) =>
  db
    .select({
      invitation: invitations,
      organisation: { name: organisations.name, incomeBand: organisations.incomeBand },
      entry: { name: registerEntries.nameShown, incomeBand: registerEntries.incomeBand },
    })
    .from(invitations)
    .leftJoin(organisations, eq(organisations.id, invitations.organisationId))
    .leftJoin(registerEntries, eq(registerEntries.id, invitations.registerEntryId))
    .where(eq(invitations.challengeId, challengeId))
    .orderBy(asc(invitations.id))

export type InvitationRow = Awaited<ReturnType<typeof invitationsOf>>[number]

/** Organisations of the place among `ids`, held as they are: nobody pauses or leaves while they are invited. */
export const holdOrganisations = (tx: Database, placeId: string, ids: readonly string[]) =>
  tx
    .select({
      id: organisations.id,
      state: organisations.state,
      registerEntryId: organisations.registerEntryId,
      incomeBand: organisations.incomeBand,
    })
    .from(organisations)
    .where(and(eq(organisations.placeId, placeId), inArray(organisations.id, [...ids])))
    .orderBy(asc(organisations.id))
    .for('share')

export const put = async (tx: Database, row: typeof invitations.$inferInsert): Promise<string> => {
  const [made] = await tx.insert(invitations).values(row).returning({ id: invitations.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

/** One broker after the other: whoever invites to a challenge holds its row until all are invited or none. */
export async function takeTurn(
  tx: Database,
  challenge: { id: string; placeId: string },
): Promise<void> {
  await tx
    .insert(invitationBalances)
    .values({ challengeId: challenge.id, placeId: challenge.placeId })
    .onConflictDoNothing()
  await tx
    .select({ id: invitationBalances.challengeId })
    .from(invitationBalances)
    .where(eq(invitationBalances.challengeId, challenge.id))
    .for('update')
}

/** Keeps what the database measures the next tenth by. */
export const putEligible = (tx: Database, challengeId: string, eligible: Share) =>
  tx
    .update(invitationBalances)
    .set({
      eligibleAll: eligible.all,
      eligibleSmall: eligible.small,
      countedAt: sql`clock_timestamp()`,
    })
    .where(eq(invitationBalances.challengeId, challengeId))
