import type { JointInterest } from '@howcanwe/shared/joint-interests'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { keepAsDraft } from '../../interests/index.ts'
import { refuse } from '../joint-interests.errors.ts'
import { writeTo } from '../joint-interests.letters.ts'
import * as q from '../joint-interests.queries.ts'
import { convenorLetter, endedLetter, leftLetter } from '../joint-interests.words.ts'
import { hold, requireJoined, together, trail } from './locking.ts'
import { type Acting, idsOf, reread } from './members.ts'
import { type Joint, joinedIn, shown } from './view.ts'

/** What a member wrote goes along as a draft of its own. */
const keepWords = (tx: Database, actor: Actor, joint: Joint, row: q.MemberRow) =>
  keepAsDraft(tx, {
    placeId: joint.joint.placeId,
    challengeId: joint.joint.challengeId,
    organisationId: row.organisation.id,
    personId: actor.personId,
    why: joint.joint.convenorId === row.organisation.id ? joint.joint.purpose : '',
    part: row.member.part,
    hoursPerMonth: row.member.hoursPerMonth,
  })

/** One alone is not together: everybody's words become drafts of their own, and whoever is left is told. */
async function fallApart(
  tx: Database,
  deps: Deps,
  { actor, joint, by }: { actor: Actor; joint: Joint; by: string },
): Promise<void> {
  const last = joinedIn(joint)
  for (const row of last) {
    await keepWords(tx, actor, joint, row)
    const of = { jointInterestId: joint.joint.id, organisationId: row.organisation.id }
    await q.moveMember(tx, of, 'left')
  }
  await q.change(tx, joint.joint.id, { state: 'ended', remindAt: null })
  await trail(tx, actor, joint.joint, { action: 'ended' })
  const path = `/challenges/${joint.challenge.slug}/interest`
  const template = 'joint-interests.ended'
  await writeTo(tx, deps, { joint, to: idsOf(last), template, words: endedLetter, by, path })
}

/**
 * Leaves until it is sent, no reason asked. The others keep what they wrote and are told that this one is not in it any
 * more; where only one is left and nobody else is asked, it ends and each may answer alone.
 *
 * @throws joint-interests.not_found · joint-interests.wrong_state once it is sent · challenges.closed
 */
export function leave(deps: Deps, actor: Actor, input: Acting): Promise<{ challengeSlug: string }> {
  return together(deps, async (tx) => {
    const held = await hold(tx, actor, input)
    requireJoined(held)
    const { joint, me, challenge } = held
    if (joint.joint.state !== 'forming') throw refuse('joint-interests.wrong_state')
    const by = me.organisation.name
    await keepWords(tx, actor, joint, me)
    await q.moveMember(tx, input, 'left')
    await trail(tx, actor, joint.joint, { action: 'left' })
    await passOn(tx, joint, me)
    const after = await reread(tx, input.jointInterestId)
    const rest = idsOf(joinedIn(after))
    const asked = after.members.some(({ member }) => member.state === 'invited')
    if (rest.length < 2 && !asked) await fallApart(tx, deps, { actor, joint: after, by })
    else {
      const template = 'joint-interests.left'
      await writeTo(tx, deps, { joint: after, to: rest, template, words: leftLetter, by })
    }
    return { challengeSlug: challenge.slug }
  })
}

/** Where whoever convened leaves, whoever has been in it longest convenes. */
async function passOn(tx: Database, joint: Joint, me: q.MemberRow): Promise<void> {
  if (joint.joint.convenorId !== me.organisation.id) return
  const next = joinedIn(joint)
    .filter((m) => m.organisation.id !== me.organisation.id && m.member.nameOnly === null)
    .toSorted((a, b) => Number(a.member.answeredAt) - Number(b.member.answeredAt))[0]
  await q.change(tx, joint.joint.id, { convenorId: next?.organisation.id ?? null })
}

/**
 * Hands convening to another who has joined, until it is sent.
 *
 * @throws joint-interests.not_found · joint-interests.not_convenor · joint-interests.partner_unknown ·
 *   joint-interests.convenor_lends_no_name · joint-interests.wrong_state · challenges.closed
 */
export function handOver(
  deps: Deps,
  actor: Actor,
  input: { jointInterestId: string; organisationId: string },
): Promise<JointInterest> {
  return together(deps, async (tx) => {
    const held = await hold(tx, actor, { jointInterestId: input.jointInterestId })
    const { joint, me } = held
    if (joint.joint.state !== 'forming') throw refuse('joint-interests.wrong_state')
    const next = joinedIn(joint).find((m) => m.organisation.id === input.organisationId)
    if (!next) throw refuse('joint-interests.partner_unknown')
    if (next.member.nameOnly !== null) throw refuse('joint-interests.convenor_lends_no_name')
    await q.change(tx, joint.joint.id, { convenorId: next.organisation.id })
    await trail(tx, actor, joint.joint, { action: 'handed-over' })
    const after = await reread(tx, joint.joint.id)
    const template = 'joint-interests.convenor'
    const by = me.organisation.name
    const to = [next.organisation.id]
    await writeTo(tx, deps, { joint: after, to, template, words: convenorLetter, by })
    return shown(after, me.organisation.id)
  })
}
