import { and, desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { registerEntries } from '../register/register.table.ts'
import { challengeWeights, matchDecisions } from './decisions.table.ts'

/** Everything said of a challenge's suggestions, the newest first. */
export const saidOf = (db: Database, challengeId: string) =>
  db
    .select()
    .from(matchDecisions)
    .where(eq(matchDecisions.challengeId, challengeId))
    .orderBy(desc(matchDecisions.decidedAt), desc(matchDecisions.id))

export const lockedWeights = async (db: Database, challengeId: string) =>
  (await db.select().from(challengeWeights).where(eq(challengeWeights.challengeId, challengeId)))[0]

export async function putDecision(
  tx: Database,
  decision: Omit<typeof matchDecisions.$inferInsert, 'id' | 'decidedAt'>,
) {
  const [row] = await tx.insert(matchDecisions).values(decision).returning()
  if (!row) throw new Error('a decision that was not written')
  return row
}

/** An organisation of the place, or an entry of the register. */
export async function isCandidate(
  db: Database,
  placeId: string,
  { kind, id }: { kind: 'organisation' | 'register'; id: string },
): Promise<boolean> {
  const found =
    kind === 'organisation'
      ? await db
          .select({ id: organisations.id })
          .from(organisations)
          .where(and(eq(organisations.placeId, placeId), eq(organisations.id, id)))
      : await db
          .select({ id: registerEntries.id })
          .from(registerEntries)
          .where(eq(registerEntries.id, id))
  return found.length > 0
}
