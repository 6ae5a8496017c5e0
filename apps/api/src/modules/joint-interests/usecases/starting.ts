import {
  JOINT_SIZE,
  type JointInterest,
  type PossiblePartner,
} from '@howcanwe/shared/joint-interests'
import { dueBefore } from '@howcanwe/shared/places'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import {
  brokersChallenge,
  lockOpenChallenge,
  type PublishedRow,
  publishedChallenge,
  refuseChallenge,
} from '../../challenges/index.ts'
import { requireAnswering } from '../../interests/index.ts'
import { calendarOf } from '../../places/index.ts'
import { refuse } from '../joint-interests.errors.ts'
import { writeTo } from '../joint-interests.letters.ts'
import * as q from '../joint-interests.queries.ts'
import { invitedLetter } from '../joint-interests.words.ts'
import { hold, requireJoined, together, trail } from './locking.ts'
import { jointWith, shown } from './view.ts'

/** How many working days before it closes everybody in it hears that it was not sent. */
const REMIND_DAYS = 2

export interface Invitee {
  organisationId: string
  why: string
}

export async function requireAskable(
  tx: Database,
  challenge: Pick<PublishedRow, 'placeId' | 'organisationId'>,
  ids: readonly string[],
): Promise<void> {
  const known = new Map(
    (await q.holdOrganisations(tx, challenge.placeId, ids)).map((one) => [one.id, one.state]),
  )
  if (new Set(ids).size < ids.length) throw refuse('joint-interests.asked_already')
  const lost = ids.some((id) => {
    const state = known.get(id)
    return state === undefined || state === 'left' || id === challenge.organisationId
  })
  if (lost) throw refuse('joint-interests.partner_unknown')
  if (ids.some((id) => known.get(id) === 'paused')) throw refuse('joint-interests.paused')
}

export const asked = (
  of: { id: string; placeId: string; challengeId: string; purpose: string },
  invited: readonly Invitee[],
) =>
  invited.map((one) => ({
    ...one,
    placeId: of.placeId,
    jointInterestId: of.id,
    challengeId: of.challengeId,
    askedPurpose: of.purpose,
  }))

export async function begin(
  tx: Database,
  challenge: PublishedRow,
  row: { purpose: string; convenorId: string | null; seededBy: string | null },
): Promise<{ id: string; placeId: string; challengeId: string }> {
  const { placeId, id: challengeId, closesAt } = challenge
  const remindAt = dueBefore(await calendarOf(tx, placeId), closesAt, REMIND_DAYS)
  const id = await q.put(tx, { placeId, challengeId, remindAt, ...row })
  return { id, placeId, challengeId }
}

/** @returns whom no letter reaches */
export async function tellInvited(
  tx: Database,
  deps: Deps,
  of: { id: string; invited: readonly Invitee[]; by: string },
): Promise<string[]> {
  const joint = await jointWith(tx, of.id)
  if (!joint) return []
  const { by } = of
  const unreached: string[] = []
  for (const { organisationId, why } of of.invited) {
    const letter = { joint, to: [organisationId], by, why }
    const words = { template: 'joint-interests.invited', words: invitedLetter } as const
    unreached.push(...(await writeTo(tx, deps, { ...letter, ...words })))
  }
  return unreached
}

/**
 * Begins an answer together: whoever starts convenes it, and the others are asked, each with its reason.
 *
 * @throws challenges.not_found · challenges.closed · interests.not_your_organisation · interests.asks_itself ·
 *   joint-interests.partner_unknown · joint-interests.paused · joint-interests.answered_alone · joint-interests.in_another
 */
export function start(
  deps: Deps,
  actor: Actor,
  input: {
    challengeId: string
    organisationId: string
    purpose: string
    invited: readonly Invitee[]
  },
): Promise<JointInterest> {
  const { challengeId, organisationId, purpose, invited } = input
  return together(deps, async (tx) => {
    const challenge = await lockOpenChallenge(tx, challengeId)
    await requireAnswering(tx, actor, organisationId, challenge)
    const ids = invited.map((one) => one.organisationId)
    await requireAskable(tx, challenge, [...ids, organisationId])
    const row = { purpose, convenorId: organisationId, seededBy: null }
    const of = await begin(tx, challenge, row)
    const own = { organisationId, why: '' }
    await q.putMembers(tx, asked({ ...of, purpose }, [own, ...invited]))
    await q.moveMember(tx, { jointInterestId: of.id, organisationId }, 'joined')
    await trail(tx, actor, of, { action: 'started', after: { asked: ids.length } })
    const joint = await jointWith(tx, of.id)
    if (!joint) throw new Error('an answer together was gone in its own transaction')
    const view = shown(joint, organisationId)
    const by = view.members.find((m) => m.ours)?.organisation.name ?? ''
    await tellInvited(tx, deps, { id: of.id, invited, by })
    return view
  })
}

/**
 * Organisations one could answer with, by part of their name.
 *
 * @throws challenges.not_found
 */
export async function partners(
  db: Database,
  actor: Actor,
  of: { challengeId: string; name: string },
): Promise<PossiblePartner[]> {
  const challenge = await publishedChallenge(db, of.challengeId)
  const here =
    challenge &&
    (brokersChallenge(actor, challenge) ||
      actor.memberships.some((m) => m.placeId === challenge.placeId))
  if (!challenge || !here) throw refuseChallenge('challenges.not_found')
  return q.partnersNamed(db, {
    placeId: challenge.placeId,
    askerId: challenge.organisationId,
    name: of.name,
    without: actor.memberships.map((m) => m.organisationId),
  })
}

/**
 * The convenor asks one more organisation, or one again that had said no or left.
 *
 * @throws joint-interests.not_found · joint-interests.not_convenor · joint-interests.asked_already ·
 *   joint-interests.too_many · joint-interests.paused · challenges.closed
 */
export function invite(
  deps: Deps,
  actor: Actor,
  input: Invitee & { jointInterestId: string },
): Promise<JointInterest> {
  const { jointInterestId, organisationId, why } = input
  return together(deps, async (tx) => {
    const held = await hold(tx, actor, { jointInterestId })
    requireJoined(held)
    const { joint, challenge, me } = held
    const standing = joint.members.filter(
      ({ member }) => member.state === 'joined' || member.state === 'invited',
    )
    if (joint.joint.state !== 'forming') throw refuse('joint-interests.wrong_state')
    if (standing.some((m) => m.organisation.id === organisationId))
      throw refuse('joint-interests.asked_already')
    if (standing.length >= JOINT_SIZE.max) throw refuse('joint-interests.too_many')
    await requireAskable(tx, challenge, [organisationId])
    const of = { id: jointInterestId, placeId: challenge.placeId, challengeId: challenge.id }
    await q.putMembers(
      tx,
      asked({ ...of, purpose: joint.joint.purpose }, [{ organisationId, why }]),
    )
    await trail(tx, actor, of, { action: 'invited', after: { organisationId } })
    const invited = [{ organisationId, why }]
    await tellInvited(tx, deps, { id: of.id, invited, by: me.organisation.name })
    const after = await jointWith(tx, jointInterestId)
    return shown(after ?? joint, me.organisation.id)
  })
}
