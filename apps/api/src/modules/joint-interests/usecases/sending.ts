import type { JointInterest } from '@howcanwe/shared/joint-interests'
import type { POSSIBLE_WITH } from '@howcanwe/shared/organisations'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import {
  type JointAnswer,
  requireShortTogether,
  sendTogether,
  takeBackTogether,
} from '../../interests/index.ts'
import { refuse } from '../joint-interests.errors.ts'
import { writeTo } from '../joint-interests.letters.ts'
import * as q from '../joint-interests.queries.ts'
import { sentLetter, takenBackLetter } from '../joint-interests.words.ts'
import { hold, requireJoined, requireSeen, together, trail } from './locking.ts'
import { tellChanged } from './members.ts'
import { type Joint, joinedIn, jointWith, missingOf, shown } from './view.ts'

interface Seen {
  jointInterestId: string
  /** The terms somebody has in sight. */
  version: number
}

/**
 * What all of them say together. After a change everybody agrees again; what was sent before stands until the new one
 * is sent.
 *
 * @throws joint-interests.not_found · joint-interests.not_convenor · interests.too_many_words · request.stale ·
 *   challenges.closed
 */
export function writeTerms(
  deps: Deps,
  actor: Actor,
  input: Seen & {
    terms: {
      purpose: string
      fromWhen: string | null
      need: (typeof POSSIBLE_WITH)[number][]
      needNote: string
      rules: string
    }
  },
): Promise<JointInterest> {
  const { jointInterestId, version, terms } = input
  requireShortTogether(terms)
  return together(deps, async (tx) => {
    const held = await hold(tx, actor, { jointInterestId })
    requireJoined(held)
    requireSeen(held, version)
    await q.change(tx, jointInterestId, terms)
    await trail(tx, actor, held.joint.joint, { action: 'terms-written' })
    const after = await jointWith(tx, jointInterestId)
    if (!after) throw new Error('an answer together was gone in its own transaction')
    await tellChanged(tx, deps, held, after)
    return shown(after, held.me.organisation.id)
  })
}

const NOTE_MOST = 500

/** Everybody's part as it is sent; a tie that one of them has is named with whose it is. */
function answerOf(whole: Joint, convenorId: string): JointAnswer {
  const { joint } = whole
  const rows = joinedIn(whole).toSorted(
    (a, b) => Number(b.organisation.id === convenorId) - Number(a.organisation.id === convenorId),
  )
  const ties = rows.filter(({ member }) => member.conflict)
  return {
    jointInterestId: joint.id,
    placeId: joint.placeId,
    challengeId: joint.challengeId,
    convenorId,
    purpose: joint.purpose,
    fromWhen: joint.fromWhen,
    need: joint.need,
    needNote: joint.needNote,
    conflict: ties.length > 0,
    conflictNote: ties
      .map(({ member, organisation }) => `${organisation.name}: ${member.conflictNote || '…'}`)
      .join('\n')
      .slice(0, NOTE_MOST),
    parts: rows.map(({ member, organisation }) => ({
      organisationId: organisation.id,
      name: organisation.name,
      sector: organisation.sector,
      incomeBand: organisation.incomeBand,
      convenor: organisation.id === convenorId,
      part: member.part,
      role: member.role,
      hoursPerMonth: member.hoursPerMonth,
      pence: member.pence,
      nameOnly: member.nameOnly,
    })),
    interestId: joint.interestId,
  }
}

/** Sets hours aside for one organisation (§2.3), where that is kept; handed in. */
export type Reserve = (
  tx: Database,
  hours: {
    placeId: string
    organisationId: string
    jointInterestId: string
    hoursPerMonth: number
  },
) => Promise<void>

/**
 * Sends it: one interest, counted once, with everybody's part. The database looks once more whether it is whole (HW124).
 *
 * @throws joint-interests.not_found · joint-interests.not_convenor · joint-interests.not_complete ·
 *   joint-interests.answered_alone · request.stale · challenges.closed
 */
export function send(
  deps: Deps,
  actor: Actor,
  input: Seen & { reserve: Reserve | undefined },
): Promise<JointInterest> {
  const { jointInterestId, version, reserve } = input
  return together(deps, async (tx) => {
    const held = await hold(tx, actor, { jointInterestId })
    requireJoined(held)
    requireSeen(held, version)
    const { joint, me } = held
    if (missingOf(joint).length > 0) throw refuse('joint-interests.not_complete')
    const answer = answerOf(joint, me.organisation.id)
    const interestId = await sendTogether(tx, actor, answer)
    await q.change(tx, jointInterestId, {
      state: 'submitted',
      interestId,
      sentTermsVersion: version,
      remindAt: null,
    })
    const { placeId } = joint.joint
    for (const { organisationId, hoursPerMonth } of answer.parts)
      await reserve?.(tx, { placeId, organisationId, jointInterestId, hoursPerMonth })
    const after = (await jointWith(tx, jointInterestId)) ?? joint
    await writeTo(tx, deps, {
      joint: after,
      to: answer.parts.map((part) => part.organisationId),
      template: 'joint-interests.sent',
      words: sentLetter,
      by: me.organisation.name,
    })
    return shown(after, me.organisation.id)
  })
}

/**
 * Takes it back until the challenge closes. It can be sent again; everybody in it is told.
 *
 * @throws joint-interests.not_found · joint-interests.not_convenor · joint-interests.wrong_state · challenges.closed
 */
export function takeBack(
  deps: Deps,
  actor: Actor,
  input: { jointInterestId: string; release: Release | undefined },
): Promise<JointInterest> {
  const { jointInterestId, release } = input
  return together(deps, async (tx) => {
    const { joint, me } = await hold(tx, actor, { jointInterestId })
    const { interestId, placeId, state } = joint.joint
    if (state !== 'submitted' || !interestId) throw refuse('joint-interests.wrong_state')
    await takeBackTogether(tx, actor, { placeId, interestId })
    await q.change(tx, jointInterestId, { state: 'forming' })
    await release?.(tx, jointInterestId)
    await trail(tx, actor, joint.joint, { action: 'taken-back' })
    const after = (await jointWith(tx, jointInterestId)) ?? joint
    await writeTo(tx, deps, {
      joint: after,
      to: joinedIn(after).map((m) => m.organisation.id),
      template: 'joint-interests.taken-back',
      words: takenBackLetter,
      by: me.organisation.name,
    })
    return shown(after, me.organisation.id)
  })
}

/** Gives back the hours that were set aside for it; handed in. */
export type Release = (tx: Database, jointInterestId: string) => Promise<void>
