import { wordsOf } from '@howcanwe/shared/interests'
import { JOINT_SIZE, type JointInterest, PART_WORDS } from '@howcanwe/shared/joint-interests'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { requireAnswering } from '../../interests/index.ts'
import { refuse } from '../joint-interests.errors.ts'
import { writeTo } from '../joint-interests.letters.ts'
import * as q from '../joint-interests.queries.ts'
import { changedLetter, joinedLetter, readyLetter } from '../joint-interests.words.ts'
import { type Held, hold, requireJoined, requireSeen, together, trail } from './locking.ts'
import { hasAgreed, type Joint, joinedIn, jointWith, missingOf, shown } from './view.ts'

export interface Acting {
  jointInterestId: string
  organisationId: string
}

export async function reread(tx: Database, id: string): Promise<Joint> {
  const joint = await jointWith(tx, id)
  if (!joint) throw new Error('an answer together was gone in its own transaction')
  return joint
}

export const idsOf = (rows: readonly q.MemberRow[], without?: string): string[] =>
  rows.map((m) => m.organisation.id).filter((id) => id !== without)

/**
 * Those who had agreed hear once that something changed: after it nobody has, so the next change writes to nobody.
 *
 * @param before how it stood when they agreed
 */
export async function tellChanged(
  tx: Database,
  deps: Deps,
  { joint: before, me }: Held,
  after: Joint,
): Promise<void> {
  if (after.joint.termsVersion === before.joint.termsVersion) return
  const agreed = joinedIn(before).filter((m) => hasAgreed(before, m))
  const still = new Set(idsOf(joinedIn(after)))
  const to = idsOf(agreed, me.organisation.id).filter((id) => still.has(id))
  const template = 'joint-interests.changed'
  const by = me.organisation.name
  await writeTo(tx, deps, { joint: after, to, template, words: changedLetter, by })
}

/** What stands in its own way is said first, so that no refusal tells whoever cannot join whether it was sent (S-02). */
async function requireFree(tx: Database, actor: Actor, { joint, me, challenge }: Held) {
  await requireAnswering(tx, actor, me.organisation.id, challenge)
  if (me.elsewhere === 'alone') throw refuse('joint-interests.answered_alone')
  if (me.elsewhere === 'together') throw refuse('joint-interests.in_another')
  if (joint.joint.state !== 'forming') throw refuse('joint-interests.not_found')
  if (joinedIn(joint).length >= JOINT_SIZE.max) throw refuse('joint-interests.too_many')
}

async function join(tx: Database, deps: Deps, actor: Actor, held: Held) {
  await requireFree(tx, actor, held)
  const { joint, me } = held
  const of = { jointInterestId: joint.joint.id, organisationId: me.organisation.id }
  await q.moveMember(tx, of, 'joined')
  if (!joint.joint.convenorId)
    await q.change(tx, of.jointInterestId, { convenorId: of.organisationId })
  await trail(tx, actor, joint.joint, { action: 'joined' })
  const after = await reread(tx, of.jointInterestId)
  await writeTo(tx, deps, {
    joint: after,
    to: idsOf(joinedIn(joint)),
    template: 'joint-interests.joined',
    words: joinedLetter,
    by: me.organisation.name,
  })
}

/**
 * Says yes or no to answering together. Whoever has answered alone takes that back first; a no is told to nobody by
 * letter, and is taken whatever became of the others. Nobody joins what was sent: for them it is not there.
 *
 * @throws joint-interests.not_found · joint-interests.wrong_state · joint-interests.answered_alone ·
 *   joint-interests.in_another · joint-interests.too_many · challenges.closed
 */
export function answer(
  deps: Deps,
  actor: Actor,
  input: Acting & { yes: boolean },
): Promise<{ joined: boolean }> {
  return together(deps, async (tx) => {
    const held = await hold(tx, actor, input)
    const { joint, me } = held
    if (me.member.state !== 'invited') throw refuse('joint-interests.wrong_state')
    if (input.yes) await join(tx, deps, actor, held)
    else {
      await q.moveMember(tx, input, 'declined')
      await trail(tx, actor, joint.joint, { action: 'declined' })
    }
    return { joined: input.yes }
  })
}

interface Part {
  part: string
  role: string
  hoursPerMonth: number
  pence: number
  nameOnly: string | null
  conflict: boolean
  conflictNote: string
}

/** To lend a name and no more is asked by the members themselves; what stood there before may stay (FR-13). */
function requireOwnWish(actor: Actor, { joint, me }: Held, nameOnly: string | null): void {
  if (nameOnly === null) return
  if (joint.joint.convenorId === me.organisation.id)
    throw refuse('joint-interests.convenor_lends_no_name')
  if (actor.supporter && nameOnly !== me.member.nameOnly)
    throw refuse('joint-interests.not_their_own_words')
}

/**
 * A member's own part, in its own words, and its own share, over what its people have in sight. Only itself writes it;
 * a wish to lend no more than its name is kept with who said so (FR-13), and said by nobody who acts for them.
 *
 * @throws joint-interests.not_found · joint-interests.wrong_state · joint-interests.too_many_words · request.stale ·
 *   joint-interests.convenor_lends_no_name · joint-interests.not_their_own_words · challenges.closed
 */
export function writePart(
  deps: Deps,
  actor: Actor,
  input: Acting & { version: number; words: Part },
): Promise<JointInterest> {
  const { words, version, ...of } = input
  if (wordsOf(words.part) > PART_WORDS) {
    const fields = [{ pointer: '#/body/part', code: 'too_many_words', limit: PART_WORDS }]
    throw refuse('joint-interests.too_many_words', { fields })
  }
  return together(deps, async (tx) => {
    const held = await hold(tx, actor, of)
    requireJoined(held)
    requireSeen(held, version)
    requireOwnWish(actor, held, words.nameOnly)
    const { nameOnly, nameOnlyBy: said } = held.me.member
    const by = words.nameOnly === nameOnly ? said : actor.personId
    const nameOnlyBy = words.nameOnly === null ? null : by
    await q.changeMember(tx, of, { ...words, nameOnlyBy })
    await trail(tx, actor, held.joint.joint, { action: 'part-written' })
    const after = await reread(tx, of.jointInterestId)
    await tellChanged(tx, deps, held, after)
    return shown(after, of.organisationId)
  })
}

/**
 * Agrees to the terms that were read, and to no newer ones.
 *
 * @param input.version the terms somebody has in sight
 * @throws joint-interests.not_found · joint-interests.part_missing · request.stale · challenges.closed
 */
export function agree(
  deps: Deps,
  actor: Actor,
  input: Acting & { version: number },
): Promise<JointInterest> {
  const { version, ...of } = input
  return together(deps, async (tx) => {
    const held = await hold(tx, actor, of)
    requireJoined(held)
    const { joint, me } = held
    requireSeen(held, version)
    if (me.member.part === '') throw refuse('joint-interests.part_missing')
    await q.agree(tx, of, { version, personId: actor.personId })
    await trail(tx, actor, joint.joint, { action: 'agreed', after: { version } })
    const after = await reread(tx, of.jointInterestId)
    const { convenorId } = after.joint
    if (missingOf(after).length === 0 && convenorId && convenorId !== of.organisationId) {
      const to = [convenorId]
      const template = 'joint-interests.ready'
      const by = me.organisation.name
      await writeTo(tx, deps, { joint: after, to, template, words: readyLetter, by })
    }
    return shown(after, of.organisationId)
  })
}
