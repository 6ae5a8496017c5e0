import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { challenges } from '../../challenges/challenges.table.ts'
import { questions } from '../questions.table.ts'

/** When each email about a waiting question is due, and where it is noted that it was written. */
const STAGES = {
  new: { at: questions.tellAt, done: questions.toldAt, note: 'toldAt' },
  due: { at: questions.remindAt, done: questions.remindedAt, note: 'remindedAt' },
  late: { at: questions.dueAt, done: questions.lateToldAt, note: 'lateToldAt' },
} as const
export type Stage = keyof typeof STAGES
export const STAGE_NAMES = ['new', 'due', 'late'] as const satisfies readonly Stage[]

const isDue = ({ at, done }: (typeof STAGES)[Stage]) =>
  and(eq(questions.state, 'asked'), isNull(done), lte(at, sql`clock_timestamp()`))

/** A challenge with something due at this stage. One that was taken back or settled needs no answers. */
const nextChallenge = async (tx: Database, stage: (typeof STAGES)[Stage]) =>
  (
    await tx
      .select({ id: questions.challengeId })
      .from(questions)
      .innerJoin(challenges, eq(challenges.id, questions.challengeId))
      .where(and(isDue(stage), inArray(challenges.state, ['open', 'choosing'])))
      .orderBy(stage.at)
      .limit(1)
  )[0]

/**
 * Notes one challenge's due emails of a stage as written; skips what another worker holds.
 *
 * @returns the challenge and how many questions, undefined when nothing is due
 */
export async function takeDue(
  tx: Database,
  name: Stage,
): Promise<{ challengeId: string; count: number } | undefined> {
  const stage = STAGES[name]
  const challenge = await nextChallenge(tx, stage)
  if (!challenge) return undefined
  const free = tx
    .select({ id: questions.id })
    .from(questions)
    .where(and(eq(questions.challengeId, challenge.id), isDue(stage)))
    .for('update', { skipLocked: true })
  const taken = await tx
    .update(questions)
    .set({ [stage.note]: sql`clock_timestamp()` })
    .where(inArray(questions.id, free))
    .returning({ id: questions.id })
  return taken.length > 0 ? { challengeId: challenge.id, count: taken.length } : undefined
}
