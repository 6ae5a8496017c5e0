import type { ActionOf } from '@howcanwe/shared/audit'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { lockOpenChallenge, type PublishedRow } from '../../challenges/index.ts'
import { asRefusal, refuse } from '../joint-interests.errors.ts'
import { actsFor } from '../joint-interests.policy.ts'
import * as q from '../joint-interests.queries.ts'
import { type Joint, jointWith } from './view.ts'

/** An answer together, held, with its challenge held open, and the member somebody acts for. */
export interface Held {
  joint: Joint
  me: q.MemberRow
  challenge: PublishedRow
}

/** One transaction; what the database refuses is said in this noun's words. */
export async function together<T>(deps: Deps, work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(deps.db, work)
  } catch (error) {
    throw asRefusal(error)
  }
}

/**
 * First the challenge, held open; then the answer together, held. Whoever does not belong to one that is asked or in it
 * is told that there is nothing.
 *
 * @param organisationId for which organisation; without it the one that convenes
 * @throws joint-interests.not_found · joint-interests.wrong_state · joint-interests.not_convenor · challenges.closed
 */
export async function hold(
  tx: Database,
  actor: Actor,
  of: { jointInterestId: string; organisationId?: string | undefined },
): Promise<Held> {
  const seen = await jointWith(tx, of.jointInterestId)
  const own = seen?.members.filter(
    ({ member }) =>
      (member.state === 'joined' || member.state === 'invited') &&
      actsFor(actor, member.organisationId),
  )
  if (!seen || !own || own.length === 0) throw refuse('joint-interests.not_found')
  const challenge = await lockOpenChallenge(tx, seen.challenge.id)
  await q.lockJoint(tx, of.jointInterestId)
  const joint = await jointWith(tx, of.jointInterestId)
  const wanted = of.organisationId ?? joint?.joint.convenorId
  const me = joint?.members.find(({ member }) => member.organisationId === wanted)
  if (!joint || joint.joint.state === 'ended') throw refuse('joint-interests.wrong_state')
  if (!me || !actsFor(actor, me.organisation.id)) {
    throw refuse(of.organisationId ? 'joint-interests.not_found' : 'joint-interests.not_convenor')
  }
  return { joint, me, challenge }
}

/** @throws request.stale unless that is what they have in sight */
export function requireSeen({ joint }: Held, version: number): void {
  const { termsVersion } = joint.joint
  if (termsVersion !== version)
    throw refuseRequest('request.stale', { currentVersion: termsVersion })
}

/** @throws joint-interests.wrong_state for whoever has not said yes */
export function requireJoined({ me }: Held): void {
  if (me.member.state !== 'joined') throw refuse('joint-interests.wrong_state')
}

export const trail = (
  tx: Database,
  actor: Actor,
  joint: { id: string; placeId: string },
  event: { action: ActionOf<'joint-interests'>; after?: Record<string, unknown> },
) =>
  record(tx, {
    placeId: joint.placeId,
    actorId: actor.personId,
    action: `joint-interests.${event.action}`,
    subject: { kind: 'joint-interest', id: joint.id },
    ...(event.after ? { after: event.after } : {}),
  })
