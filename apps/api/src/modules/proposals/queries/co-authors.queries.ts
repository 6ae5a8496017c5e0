import { asc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { challenges } from '../../challenges/challenges.table.ts'
import { challengeCoAuthors, coAuthorComments } from '../co-authors.table.ts'
import { proposals } from '../proposals.table.ts'

const comments = (db: Database) =>
  db
    .select({
      ...getTableColumns(coAuthorComments),
      firstName: proposals.firstName,
      shownAs: proposals.shownAs,
      erasedAt: proposals.erasedAt,
      answererName: sql<
        string | null
      >`(select display_name from people where id = ${coAuthorComments.answeredBy})`,
    })
    .from(coAuthorComments)
    .innerJoin(proposals, eq(proposals.id, coAuthorComments.proposalId))

export type CommentRow = Awaited<ReturnType<typeof commentsOn>>[number]

export const commentsOn = (db: Database, challengeId: string) =>
  comments(db)
    .where(eq(coAuthorComments.challengeId, challengeId))
    .orderBy(asc(coAuthorComments.number))

export const commentById = async (db: Database, id: string): Promise<CommentRow | undefined> =>
  (await comments(db).where(eq(coAuthorComments.id, id)))[0]

/** The number follows from the ones before; the database counts. */
export const putComment = async (
  tx: Database,
  row: Omit<typeof coAuthorComments.$inferInsert, 'number'>,
): Promise<void> => {
  await tx.insert(coAuthorComments).values({ ...row, number: 0 })
}

export const answerComment = async (
  tx: Database,
  id: string,
  { taken, text, by }: { taken: boolean; text: string; by: string },
): Promise<void> => {
  await tx
    .update(coAuthorComments)
    .set({ taken, answer: text, answeredBy: by, answeredAt: sql`clock_timestamp()` })
    .where(eq(coAuthorComments.id, id))
}

/** The challenge a question became, in the words a co-author reads; a withdrawn one too. */
export const challengeOf = async (db: Database, proposalId: string) =>
  (
    await db
      .select({
        challengeId: challenges.id,
        commissionerId: challenges.commissionerId,
        state: challenges.state,
        slug: challenges.slug,
        question: challenges.question,
        summary: challenges.summary,
        whyNow: challenges.whyNow,
        whoIsAffected: challenges.whoIsAffected,
        outcome: challenges.outcome,
      })
      .from(challengeCoAuthors)
      .innerJoin(challenges, eq(challenges.id, challengeCoAuthors.challengeId))
      .where(eq(challengeCoAuthors.proposalId, proposalId))
      .limit(1)
  )[0]

/** Co-authors of a challenge, first asked first. That a question was taken over is public on its own page. */
export const ofChallenge = (db: Database, challengeId: string) =>
  db
    .select({
      proposalId: proposals.id,
      firstName: proposals.firstName,
      shownAs: proposals.shownAs,
      erasedAt: proposals.erasedAt,
      question: proposals.question,
      since: challengeCoAuthors.createdAt,
    })
    .from(challengeCoAuthors)
    .innerJoin(proposals, eq(proposals.id, challengeCoAuthors.proposalId))
    .where(eq(challengeCoAuthors.challengeId, challengeId))
    .orderBy(asc(proposals.createdAt))

/** The next co-author whose challenge has moved since they were written to; held by this worker. */
export const takeMoved = async (tx: Database) =>
  (
    await tx.execute<{ proposalId: string; challengeId: string; state: string }>(sql`
      select a.proposal_id as "proposalId", a.challenge_id as "challengeId", c.state
      from challenge_co_authors a join challenges c on c.id = a.challenge_id
      where a.told_state <> c.state order by a.created_at limit 1 for update of a skip locked`)
  ).rows[0]

export const markTold = async (
  tx: Database,
  { challengeId, proposalId, state }: { challengeId: string; proposalId: string; state: string },
): Promise<void> => {
  await tx.execute(
    sql`update challenge_co_authors set told_state = ${state} where challenge_id = ${challengeId} and proposal_id = ${proposalId}`,
  )
}
