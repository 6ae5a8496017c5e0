import type { Decision, Harm } from '@howcanwe/shared/decisions'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { groupById, type Knock, requireVoice, type Voice } from '../../codesign/index.ts'
import { refuse } from '../decisions.errors.ts'
import { kept } from '../decisions.refused.ts'
import * as q from '../queries/decisions.queries.ts'
import * as write from '../queries/writing.queries.ts'
import { seen } from './answering.ts'
import { tellHeld } from './letters.ts'
import { readFor } from './looking.ts'
import { type Moved, move, moved } from './moving.ts'
import { requireDecision } from './whole.ts'

interface Asked {
  decisionId: string
  requestId: string
}

/** One move of a member: kept by the guards, recorded without a name, shown at once. */
async function speak(
  deps: Deps,
  knock: Knock,
  { decisionId, requestId }: Asked,
  work: (tx: Database, decision: q.DecisionRow, voice: Voice) => Promise<Moved>,
  refusals: Parameters<typeof kept>[1] = {},
): Promise<Decision> {
  const decision = await requireDecision(deps.db, decisionId)
  const voice = await requireVoice(deps.db, knock, decision.groupId)
  await kept(
    () =>
      inTransaction(deps.db, async (tx) => {
        const what = await work(tx, decision, voice)
        await moved(tx, { decision }, what, { actorId: null, requestId })
      }),
    refusals,
  )
  return readFor(deps, knock, decisionId)
}

/**
 * Objects. It names a harm, a missing person or a broken promise; the record does not say who.
 *
 * @throws decisions.closed · decisions.not_yours · decisions.objected
 */
export const object = (
  deps: Deps,
  knock: Knock,
  { version, kind, text, ...asked }: Asked & { version: number; kind: Harm; text: string },
) =>
  speak(
    deps,
    knock,
    asked,
    async (tx, { placeId, id }, { memberId }) => {
      const last = await seen(tx, id, version)
      await write.addObjection(tx, { placeId, versionId: last.id, memberId, kind, text })
      return { action: 'decisions.objected', after: { version, kind } }
    },
    { decision_objections_once: 'decisions.objected' },
  )

/** @throws decisions.not_found where it is not theirs · decisions.closed */
export const takeBack = (
  deps: Deps,
  knock: Knock,
  { objectionId, ...asked }: Asked & { objectionId: string },
) =>
  speak(
    deps,
    knock,
    asked,
    async (tx, _, { memberId }) => {
      const taken = await write.takeObjectionBack(tx, objectionId, memberId)
      if (taken === 0) throw refuse('decisions.not_found')
      return { action: 'decisions.objection-taken-back' }
    },
    { HW208: 'decisions.closed' },
  )

/** Answers an objection in writing; the name of whoever does stands under it. @throws decisions.wrong_state */
export const answerObjection = (
  deps: Deps,
  knock: Knock,
  { objectionId, answer, ...asked }: Asked & { objectionId: string; answer: string },
) =>
  move(
    deps,
    knock,
    asked,
    async (tx, { versions }) => {
      const of = { id: objectionId, versionIds: versions.map(({ id }) => id) }
      const by = { answer, answeredBy: knock.actor?.personId ?? '' }
      if ((await write.writeAnswer(tx, of, by)) === 0) throw refuse('decisions.not_found')
      return { action: 'decisions.objection-answered', after: { objectionId } }
    },
    { HW208: 'decisions.wrong_state' },
  )

/** Where enough have asked and the database stopped the clock: tells whoever runs the group. @returns until when */
export async function stopped(
  deps: Deps,
  tx: Database,
  decision: q.DecisionRow,
  versionId: string,
): Promise<string | undefined> {
  const [now] = await q.versionsOf(tx, [decision.id])
  const group = await groupById(tx, decision.groupId)
  if (!now?.heldUntil || !group) return undefined
  const reasons = (await q.callsOf(tx, [versionId])).map((one) => one.reason)
  await tellHeld(deps, tx, { group, decision }, { until: now.heldUntil, reasons })
  return now.heldUntil.toISOString()
}

/**
 * A resident asks to stop the clock. When enough have, the database stops it, and whoever runs the group is told that
 * one extra session is owed.
 *
 * @throws decisions.closed · decisions.not_yours · decisions.held_before
 */
export const hold = (
  deps: Deps,
  knock: Knock,
  { version, reason, ...asked }: Asked & { version: number; reason: string },
) =>
  speak(
    deps,
    knock,
    asked,
    async (tx, decision, { memberId }) => {
      const last = await seen(tx, decision.id, version)
      const call = { placeId: decision.placeId, versionId: last.id, memberId, reason }
      await write.addCall(tx, call)
      const until = await stopped(deps, tx, decision, last.id)
      if (!until) return { action: 'decisions.hold-asked', after: { version } }
      return { action: 'decisions.held', after: { version, until } }
    },
    {
      HW209: 'decisions.held_before',
      decision_hold_calls_version_id_member_id_pk: 'decisions.held_before',
    },
  )
