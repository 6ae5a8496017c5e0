import type { AnswerTime } from '@howcanwe/shared/interests'
import { FEWEST_TIMED, PLAUSIBLE_SECONDS } from '@howcanwe/shared/interests'
import { and, between, eq, ne, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { interests } from './interests.table.ts'

const seconds = interests.secondsTaken
const percentile = (share: number) =>
  sql<number>`coalesce(round(percentile_cont(${share}::float8) within group (order by ${seconds})), 0)::int`

/**
 * How long answering took (M4), over challenges that have closed by the database's clock, so that nobody can count
 * along with one that is open; of a place the last twelve months.
 *
 * @returns null for fewer than five
 */
export async function answerTimeOf(
  db: Database,
  of: { placeId: string; challengeId?: string | undefined },
): Promise<AnswerTime | null> {
  const [row] = await db
    .select({
      count: sql<number>`count(*)::int`,
      p50Seconds: percentile(0.5),
      p90Seconds: percentile(0.9),
    })
    .from(interests)
    .innerJoin(challenges, eq(challenges.id, interests.challengeId))
    .where(
      and(
        eq(interests.placeId, of.placeId),
        ne(interests.state, 'withdrawn'),
        between(seconds, PLAUSIBLE_SECONDS.least, PLAUSIBLE_SECONDS.most),
        // One that stands still goes on later, whatever its closing time says meanwhile.
        sql`${challenges.state} <> 'paused' and ${challenges.closesAt} <= clock_timestamp()`,
        of.challengeId
          ? eq(interests.challengeId, of.challengeId)
          : sql`${interests.receivedAt} > clock_timestamp() - interval '12 months'`,
      ),
    )
  return row && row.count >= FEWEST_TIMED ? row : null
}
