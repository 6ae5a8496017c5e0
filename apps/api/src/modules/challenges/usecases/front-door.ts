import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { refuse } from '../challenges.errors.ts'
import { runs } from '../challenges.policy.ts'
import * as q from '../queries/challenge.queries.ts'

/** A challenge anyone may read; undefined for a draft as for nothing. `state` is by the database's clock. */
export const publishedChallenge = q.publishedById

/**
 * Holds an open challenge open until the transaction ends. First the lock, then the clock: whoever waited for the
 * lock is judged by the moment they got it.
 *
 * @throws challenges.not_found · challenges.wrong_state (withdrawn) · challenges.paused · challenges.closed
 */
export async function lockOpenChallenge(tx: Database, id: string): Promise<q.PublishedRow> {
  await q.lockRow(tx, id, 'share')
  const row = await q.publishedById(tx, id)
  if (!row) throw refuse('challenges.not_found')
  if (row.state === 'withdrawn') throw refuse('challenges.wrong_state')
  if (row.state === 'paused') throw refuse('challenges.paused')
  if (row.state !== 'open') throw refuse('challenges.closed')
  return row
}

/**
 * A challenge as its first readers may read it, and later everybody; undefined for a draft as for nothing. `lock`
 * keeps it in its state and its words as they are until the transaction ends (J-04).
 */
export async function challengeForReaders(
  db: Database,
  id: string,
  lock: 'lock' | 'read' = 'read',
): Promise<q.ChallengeRow | undefined> {
  if (lock === 'lock') await q.lockRow(db, id, 'share')
  const row = await q.challengeById(db, id)
  return row && (row.state === 'read-through' || row.slug !== null) ? row : undefined
}

/**
 * The challenge of the person who asks it, drafts included; locked for a change where `lock` says so.
 *
 * @throws challenges.not_found also when it is somebody else's
 */
export async function requireCommissionerOf(
  tx: Database,
  actor: Actor,
  id: string,
  lock: 'lock' | 'read' = 'read',
): Promise<q.ChallengeRow> {
  if (lock === 'lock') await q.lockRow(tx, id, 'update')
  const row = await q.challengeById(tx, id)
  if (!row || !runs(actor, row)) throw refuse('challenges.not_found')
  return row
}

/**
 * Ends the choosing: a cohort was formed, or none was chosen. Writes state and trail in the caller's transaction.
 *
 * @throws challenges.not_found · challenges.wrong_state before the deadline or when it is already settled
 */
export async function settle(
  tx: Database,
  s: { challengeId: string; to: 'formed' | 'none-chosen'; actor: Pick<Actor, 'personId'> },
): Promise<void> {
  await q.lockRow(tx, s.challengeId, 'update')
  const row = await q.publishedById(tx, s.challengeId)
  if (!row) throw refuse('challenges.not_found')
  if (row.state !== 'choosing') throw refuse('challenges.wrong_state')
  await q.settleRow(tx, row.id, s.to)
  await record(tx, {
    placeId: row.placeId,
    actorId: s.actor.personId,
    action: `challenges.${s.to}`,
    subject: { kind: 'challenge', id: row.id },
    before: { state: row.state },
    after: { state: s.to },
  })
}

/** What other nouns' lists and letters say about published challenges. */
export const challengeFacts = (
  db: Database,
  ids: readonly string[],
): Promise<q.ChallengeFacts[]> => (ids.length === 0 ? Promise.resolve([]) : q.factsOf(db, ids))

/** Counts one more co-design group at a challenge, in the transaction that makes the group. */
export async function noteGroup(tx: Database, challengeId: string): Promise<void> {
  await q.countGroup(tx, challengeId)
}
