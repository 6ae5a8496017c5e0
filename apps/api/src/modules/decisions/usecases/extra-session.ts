import type { callSession as body } from '@howcanwe/shared/decisions'
import type * as z from 'zod/mini'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Knock } from '../../codesign/index.ts'
import { announceIn } from '../../sessions/index.ts'
import { refuse } from '../decisions.errors.ts'
import { extraSession } from '../decisions.words.ts'
import { callExtra, calledFor } from '../queries/extra-sessions.queries.ts'
import { lookerOf } from './looking.ts'
import { move } from './moving.ts'
import { lastOf } from './whole.ts'

/**
 * Calls the extra session residents are owed once they have stopped the clock: announced to everybody like any other,
 * with what it is for. Before the clock goes on, and paid: the database says so.
 *
 * @throws decisions.wrong_state · decisions.session_called · decisions.session_late · codesign.session_in_past
 */
export const callSession = (
  deps: Deps,
  knock: Knock,
  {
    body: session,
    ...asked
  }: { decisionId: string; requestId: string; body: z.output<typeof body> },
) =>
  move(deps, knock, asked, async (tx, whole, group) => {
    const { actor } = knock
    if (!actor || whole.decision.state !== 'held') throw refuse('decisions.wrong_state')
    const version = lastOf(whole)
    const announced = { groupId: group.id, body: session, requestId: asked.requestId }
    const why = extraSession({ number: whole.decision.number, text: version.text })
    const { id: sessionId, placeId } = await announceIn(deps, tx, actor, announced, why)
    await callExtra(tx, { placeId, versionId: version.id, sessionId })
    return { action: 'decisions.session-called', after: { version: version.number, sessionId } }
  })

/** @throws codesign.group_not_found · codesign.no_place_here */
export async function ofSession(
  db: Database,
  knock: Knock,
  at: { groupId: string; sessionId: string },
) {
  await lookerOf(db, knock, at.groupId)
  return { decision: (await calledFor(db, at)) ?? null }
}
