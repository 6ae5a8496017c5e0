import type { Received, Result } from '@howcanwe/shared/http'
import { type matchingContract, PARTS, type Standing } from '@howcanwe/shared/matching'
import { type Database, inTransaction, sqlState } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { type Actor, holds } from '../../http/actor.ts'
import { record } from '../audit/index.ts'
import { publishedChallenge, refuseChallenge } from '../challenges/index.ts'
import { organisationById, refuseOrganisation } from '../organisations/index.ts'
import * as q from './decisions.queries.ts'
import type { matchDecisions } from './decisions.table.ts'
import { refuse } from './matching.errors.ts'
import { seedOf } from './matching.order.rules.ts'
import { hasMatches } from './matching.policy.ts'
import { challengesFor } from './matching.reverse.ts'
import { matchesFor, type Others, requireBrokerOf } from './matching.usecases.ts'

type Said = typeof matchDecisions.$inferSelect
type Asked = Received<typeof matchingContract.decide>['body']

const standingOf = (row: Said | undefined): Standing =>
  !row || row.decision === 'taken-back'
    ? null
    : { decision: row.decision, reason: row.reason, at: row.decidedAt }

/** The list with what brokers have said of each. Said beside it, never a part of score or order (§2.6). */
export async function listFor(
  deps: Pick<Deps, 'db' | 'clock'>,
  others: Others,
  ask: { actor: Actor; challengeId: string },
): Promise<Result<typeof matchingContract.forChallenge>> {
  const list = await matchesFor(deps, others, ask)
  const said = await q.saidOf(deps.db, ask.challengeId)
  const of = (id: string) => said.find((d) => (d.organisationId ?? d.registerEntryId) === id)
  return { ...list, items: list.items.map((m) => ({ ...m, standing: standingOf(of(m.id)) })) }
}

async function requireSayable(
  tx: Database,
  others: Others,
  placeId: string,
  on: Asked & { challengeId: string },
) {
  if (on.decision === 'dismissed' && on.reason === '') throw refuse('matching.reason_missing')
  if (!(await q.isCandidate(tx, placeId, on))) throw refuse('matching.candidate_unknown')
  const invited = await others.invitedOf(tx, on.challengeId)
  const isIn = [...invited.organisationIds, ...invited.entryIds].includes(on.id)
  if (on.decision === 'dismissed' && isIn) throw refuse('matching.already_in')
}

/**
 * Keeps a suggestion, folds it away with a reason, or takes either back. Nobody is rejected by it: whoever is folded away
 * may still be invited, or answer unasked.
 *
 * @throws challenges.not_found · challenges.wrong_state · matching.not_neutral · matching.candidate_unknown ·
 *   matching.already_in · matching.reason_missing · matching.nothing_to_take_back
 */
export async function decide(
  db: Database,
  others: Others,
  ask: { actor: Actor; challengeId: string; body: Asked },
): Promise<{ standing: Standing }> {
  const { actor, challengeId, body } = ask
  try {
    return await inTransaction(db, async (tx) => {
      const challenge = await requireBrokerOf(tx, actor, challengeId, others.interestedOf)
      if (!hasMatches(challenge)) throw refuseChallenge('challenges.wrong_state')
      await requireSayable(tx, others, challenge.placeId, { ...body, challengeId })
      const { kind, id, decision } = body
      const row = await q.putDecision(tx, {
        placeId: challenge.placeId,
        challengeId,
        ...(kind === 'organisation' ? { organisationId: id } : { registerEntryId: id }),
        decision,
        reason: decision === 'dismissed' ? body.reason : '',
        decidedBy: actor.personId,
      })
      await record(tx, {
        placeId: challenge.placeId,
        actorId: actor.personId,
        action: `matching.${decision}`,
        subject: { kind: 'challenge', id: challengeId },
        after: { kind, candidateId: id },
      })
      return { standing: standingOf(row) }
    })
  } catch (error) {
    const state = sqlState(error)
    if (state === 'HW106') throw refuseChallenge('challenges.wrong_state')
    throw state === 'HW107' ? refuse('matching.nothing_to_take_back') : error
  }
}

/**
 * How organisations are found for a challenge, for anybody (TR3).
 *
 * @throws challenges.not_found before it opens, as for nothing
 */
export async function weightsOf(
  db: Database,
  challengeId: string,
): Promise<Result<typeof matchingContract.weightsOf>> {
  const challenge = await publishedChallenge(db, challengeId)
  const locked = challenge && (await q.lockedWeights(db, challenge.id))
  if (!locked) throw refuseChallenge('challenges.not_found')
  return {
    weights: PARTS.map((part) => ({ part, weight: locked[part] })),
    seed: seedOf(locked.challengeId),
    lockedAt: locked.lockedAt,
  }
}

/**
 * Open questions that may fit an organisation, for its own people and the brokers of its place (J-08, J-10).
 *
 * @throws organisations.not_found also for whoever belongs elsewhere
 */
export async function fittingFor(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  ask: { actor: Actor; organisationId: string },
): Promise<Result<typeof matchingContract.forOrganisation>> {
  const one = await organisationById(db, ask.organisationId)
  const own = ask.actor.memberships.some((m) => m.organisationId === ask.organisationId)
  if (!one || !(own || holds(ask.actor, 'broker', one.placeId)))
    throw refuseOrganisation('organisations.not_found')
  return { ...(await challengesFor(db, one.id)), computedAt: clock() }
}
