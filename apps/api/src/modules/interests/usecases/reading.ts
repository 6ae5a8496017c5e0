import type { Interest } from '@howcanwe/shared/interests'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { type ChallengeRow, requireCommissionerOf } from '../../challenges/index.ts'
import { placeById } from '../../places/index.ts'
import { peopleHelpedSince } from '../../supporters/index.ts'
import { type Feedback, putFeedback } from '../feedback.queries.ts'
import { refuse, sealed } from '../interests.errors.ts'
import { isConflicted, isUnsealed } from '../interests.policy.ts'
import * as q from '../interests.queries.ts'
import { dated } from '../letter-dates.ts'

/** Everything the caller's organisations have sent, newest first. */
export async function mine(deps: Deps, actor: Actor): Promise<Interest[]> {
  const rows = await q.interestsOfOrganisations(
    deps.db,
    actor.memberships.map((m) => m.organisationId),
  )
  return rows.map((row) => q.shown(row, { ours: true }))
}

/**
 * What came in, for the one who asked, after the deadline by the database's clock; withdrawn ones stay unread.
 * Each reading is an event: who opened what, and when (trust.md §4.3).
 *
 * @throws challenges.not_found · interests.sealed · interests.conflict
 */
export async function forChallenge(
  deps: Deps,
  actor: Actor,
  challengeId: string,
): Promise<Interest[]> {
  return inTransaction(deps.db, async (tx) => {
    const challenge = await requireCommissionerOf(tx, actor, challengeId)
    await requireUnsealed(tx, challenge)
    const rows = await q.interestsOfChallenge(tx, challengeId)
    await requireNoConflict(tx, actor, {
      challengeId,
      answered: rows.flatMap((row) => [row.organisation.id, ...row.interest.parties]),
    })
    await record(tx, {
      placeId: challenge.placeId,
      actorId: actor.personId,
      action: 'interests.read',
      subject: { kind: 'challenge', id: challengeId },
      after: { interests: rows.length },
    })
    return rows.map((row) => q.shown(row, { ours: false }))
  })
}

/** @throws interests.conflict when the one who asks belongs to one of those who answered, or helps one who does */
export async function requireNoConflict(
  db: Database,
  actor: Actor,
  { challengeId, answered }: { challengeId: string; answered: readonly string[] },
): Promise<void> {
  const people = await peopleHelpedSince(db, actor.personId, q.openedAtOf(challengeId))
  const helped = await q.organisationsOfPeople(db, people)
  if (isConflicted(actor, answered, helped)) throw refuse('interests.conflict')
}

/** `state` of the row is by the database's clock, so anything beyond `open` is past its deadline. */
export async function requireUnsealed(db: Database, challenge: ChallengeRow): Promise<void> {
  const { state, closesAt, placeId } = challenge
  if (isUnsealed({ state, past: state !== 'open' })) return
  const place = await placeById(db, placeId)
  const waits = state === 'open' && closesAt && place
  throw sealed(waits ? dated('en', place.timeZone, closesAt) : undefined)
}

/** The interests of a challenge that ask for a decision or have one. For the transaction that decides. */
export const interestsFor = async (tx: Database, challengeId: string) =>
  (await q.interestsOfChallenge(tx, challengeId)).map(({ interest, organisation }) => ({
    id: interest.id,
    placeId: interest.placeId,
    challengeId: interest.challengeId,
    state: interest.state,
    organisationId: organisation.id,
    organisation: organisation.name,
    parties: interest.parties,
    /** Everybody in it, whoever convened first. */
    names: interest.jointParts?.map((part) => part.name) ?? [organisation.name],
    sector: organisation.sector,
    incomeBand: organisation.incomeBand,
    submittedBy: interest.submittedBy,
  }))

/**
 * Gives one interest its answer, in the transaction that gives everybody theirs: what was seen on the criteria, the
 * next step, then the decision itself (FR-10).
 *
 * @returns false when it had one already
 */
export async function decide(
  tx: Database,
  d: Feedback & {
    interest: { id: string; placeId: string; challengeId: string }
    outcome: 'chosen' | 'not-this-time'
    reason: string
    actorId: string
  },
): Promise<boolean> {
  const { id: interestId, placeId, challengeId } = d.interest
  await putFeedback(tx, { placeId, challengeId, interestId }, d)
  const row = await q.putDecision(tx, {
    id: interestId,
    outcome: d.outcome,
    reason: d.reason,
    decidedBy: d.actorId,
  })
  if (!row) return false
  await record(tx, {
    placeId: row.placeId,
    actorId: d.actorId,
    action: 'interests.decided',
    subject: { kind: 'interest', id: row.id },
    before: { state: 'submitted' },
    after: { state: d.outcome },
  })
  return true
}
