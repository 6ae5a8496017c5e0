import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challenges } from '../challenges/challenges.table.ts'
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

/** Candidates whose last word is that they are kept. */
export async function keptIn(
  db: Database,
  challengeId: string,
): Promise<{ organisationIds: string[]; entryIds: string[] }> {
  const seen = new Set<string>()
  const last = (await saidOf(db, challengeId)).filter((row) => {
    const id = row.organisationId ?? row.registerEntryId ?? ''
    return !seen.has(id) && seen.add(id)
  })
  const kept = last.filter((row) => row.decision === 'kept')
  return {
    organisationIds: kept.flatMap((row) => row.organisationId ?? []),
    entryIds: kept.flatMap((row) => row.registerEntryId ?? []),
  }
}

/** Questions of a place that can be answered now. */
export const openIn = (db: Database, placeId: string) =>
  db
    .select()
    .from(challenges)
    .where(
      and(
        eq(challenges.placeId, placeId),
        eq(challenges.state, 'open'),
        sql`${challenges.closesAt} > clock_timestamp()`,
      ),
    )

/** Stems of a text, also of words that nobody here uses. */
export async function stemsOf(
  db: Database,
  stemmer: 'english_stem' | 'dutch_stem',
  text: string,
): Promise<string[]> {
  const { rows } = await db.execute<{ stem: string }>(sql`
    select distinct stem from ts_parse('default', ${text}),
      unnest(ts_lexize(${stemmer}::regdictionary, fold(lower(token)))) stem order by stem`)
  return rows.map((r) => r.stem)
}
