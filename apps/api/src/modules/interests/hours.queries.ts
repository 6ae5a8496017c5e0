import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { capacityCommitments } from '../organisations/commitments.table.ts'
import { interests } from './interests.table.ts'

/** Whose hours an answer speaks of, and the days of what it answers. */
export const hoursIn = async (db: Database, interestId: string) =>
  (
    await db
      .select({
        id: interests.id,
        placeId: interests.placeId,
        organisationId: interests.organisationId,
        hoursPerMonth: interests.hoursPerMonth,
        fromWhen: interests.fromWhen,
        jointInterestId: interests.jointInterestId,
        jointParts: interests.jointParts,
        startsOn: challenges.startsOn,
        endsOn: challenges.endsOn,
      })
      .from(interests)
      .innerJoin(challenges, eq(challenges.id, interests.challengeId))
      .where(eq(interests.id, interestId))
  )[0]

/**
 * One warning of which brokers have not heard and may: the hours are promised, or the answers they belong to are no
 * longer sealed (S-02). Locked for this transaction; others take other ones.
 */
export const untoldWarning = async (tx: Database) =>
  (
    await tx
      .select({
        id: capacityCommitments.id,
        placeId: capacityCommitments.placeId,
        organisationId: capacityCommitments.organisationId,
        hoursPerMonth: capacityCommitments.hoursPerMonth,
      })
      .from(capacityCommitments)
      .leftJoin(
        interests,
        or(
          and(
            eq(capacityCommitments.sourceKind, 'interest'),
            eq(interests.id, capacityCommitments.sourceId),
          ),
          and(
            eq(capacityCommitments.sourceKind, 'joint-interest'),
            eq(interests.jointInterestId, capacityCommitments.sourceId),
          ),
        ),
      )
      .leftJoin(challenges, eq(challenges.id, interests.challengeId))
      .where(
        and(
          isNotNull(capacityCommitments.warnedAt),
          isNull(capacityCommitments.brokerToldAt),
          or(
            eq(capacityCommitments.state, 'committed'),
            and(
              eq(capacityCommitments.state, 'reserved'),
              inArray(challenges.state, ['open', 'choosing', 'formed', 'none-chosen']),
              sql`${challenges.closesAt} <= clock_timestamp()`,
            ),
          ),
        ),
      )
      .orderBy(capacityCommitments.warnedAt)
      .limit(1)
      .for('update', { of: capacityCommitments, skipLocked: true })
  )[0]
