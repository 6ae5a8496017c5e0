import type { typeInHold, typeInObjection } from '@howcanwe/shared/decisions'
import type * as z from 'zod/mini'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Knock } from '../../codesign/index.ts'
import * as write from '../queries/writing.queries.ts'
import { seen } from './answering.ts'
import { move } from './moving.ts'
import { stopped } from './objecting.ts'
import type { Whole } from './whole.ts'

interface Asked<Body> {
  decisionId: string
  requestId: string
  body: Body
}

/** What a row for somebody carries: for whom, on which version, and who typed it how they said it. */
async function rowFor(
  tx: Database,
  knock: Knock,
  { decision }: Whole,
  said: { version: number; memberId: string; saidBy: 'phone' | 'paper' | 'in-person' },
) {
  const last = await seen(tx, decision.id, said.version)
  return {
    ...{ placeId: decision.placeId, versionId: last.id, memberId: said.memberId },
    ...{ typedBy: knock.actor?.personId ?? null, saidBy: said.saidBy },
  }
}

/**
 * Types in an objection made on paper or by telephone. It weighs as one's own, and is theirs alone to take back; the
 * record says that it was typed in, never for whom.
 *
 * @throws decisions.not_found · decisions.closed · decisions.not_yours · decisions.they_objected
 */
export const objectFor = (
  deps: Deps,
  knock: Knock,
  { body, ...asked }: Asked<z.output<typeof typeInObjection>>,
) =>
  move(
    deps,
    knock,
    asked,
    async (tx, whole) => {
      const { kind, text, version, saidBy } = body
      await write.addObjection(tx, { ...(await rowFor(tx, knock, whole, body)), kind, text })
      return { action: 'decisions.objection-typed-in', after: { version, kind, saidBy } }
    },
    { decision_objections_once: 'decisions.they_objected' },
  )

/**
 * Types in that a resident asks to stop the clock, under the same limits as if they had pressed it.
 *
 * @throws decisions.not_found · decisions.closed · decisions.not_yours · decisions.they_held
 */
export const holdFor = (
  deps: Deps,
  knock: Knock,
  { body, ...asked }: Asked<z.output<typeof typeInHold>>,
) =>
  move(
    deps,
    knock,
    asked,
    async (tx, whole) => {
      const { reason, version, saidBy } = body
      const row = await rowFor(tx, knock, whole, body)
      await write.addCall(tx, { ...row, reason })
      const after = { version, saidBy }
      const until = await stopped(deps, tx, whole.decision, row.versionId)
      if (!until) return { action: 'decisions.hold-typed-in', after }
      return { action: 'decisions.held', after: { ...after, until } }
    },
    {
      HW209: 'decisions.they_held',
      decision_hold_calls_version_id_member_id_pk: 'decisions.they_held',
    },
  )
