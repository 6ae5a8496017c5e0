import type { Plan, replyBody, SessionInside } from '@howcanwe/shared/sessions'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { type Knock, memberOf, refuseGroup } from '../../codesign/index.ts'
import * as p from '../queries/people.queries.ts'
import type { SessionRow } from '../queries/sessions.queries.ts'
import { guarded } from '../sessions.errors.ts'
import { type At, type Needs, recordRun, recordVoice, runsOn, voiceOn } from './inside.ts'
import { tellMovedUp } from './letters.ts'
import { planOf } from './plan.ts'
import { tellReopened } from './tell-runner.ts'
import { readSession } from './view.ts'

type Reply = z.output<typeof replyBody>

/**
 * Yes takes a seat, or a turn in the queue where the room is full: whoever waits already goes first, and keeps their
 * turn. The session is held meanwhile, so of many at once nobody sits on another's chair.
 */
async function settle(
  tx: Database,
  session: SessionRow,
  memberId: string,
  { answer, brings }: Reply,
): Promise<void> {
  const { id: sessionId, placeId, capacity } = session
  const before = await p.replyOf(tx, sessionId, memberId)
  if (before?.answer === answer && before.brings === brings) return
  if (before?.answer === 'waiting' && answer === 'yes' && before.brings === brings) return
  const free =
    capacity === null ? undefined : capacity - (await p.seatsTaken(tx, sessionId, memberId))
  const { waiting } = await p.coming(tx, sessionId)
  const others = waiting - (before?.answer === 'waiting' ? 1 : 0)
  const holds = before?.answer === 'yes' && (before.brings || !brings)
  const fits = free === undefined || holds || (free >= 1 + Number(brings) && others === 0)
  const given = answer === 'yes' && !fits ? 'waiting' : answer
  const takes = answer === 'no' ? false : brings
  await p.setReply(tx, { placeId, sessionId, memberId, answer: given, brings: takes })
}

/**
 * Says whether somebody comes; one they free is taken by the next in turn, who is told. Whoever runs the group is told
 * when what they need is open in a session that was confirmed.
 *
 * @throws codesign.no_place_here · sessions.not_found · sessions.over
 */
export async function reply(
  deps: Deps,
  knock: Knock,
  { body, requestId, ...at }: At & { body: Reply; requestId: string },
): Promise<SessionInside> {
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { voice, session } = await voiceOn(tx, knock, at)
      await settle(tx, session, voice.memberId, body)
      await recordVoice(tx, knock, voice, { action: 'replied', sessionId: session.id, requestId })
      await tellMovedUp(deps, tx, session.id)
      await tellReopened(deps, tx, at.groupId)
    }),
  )
  return readSession(deps.db, knock, at)
}

/** The same for somebody who rang or wrote on paper. @throws codesign.member_not_found · sessions.over */
export async function replyFor(
  deps: Deps,
  actor: Actor,
  { body, requestId, memberId, ...at }: At & { memberId: string; body: Reply; requestId: string },
): Promise<Plan> {
  return guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { session } = await runsOn(tx, actor, at)
      if (!(await memberOf(tx, at.groupId, memberId)))
        throw refuseGroup('codesign.member_not_found')
      await settle(tx, session, memberId, body)
      await recordRun(tx, actor, session, { action: 'reply-written-down', requestId })
      await tellMovedUp(deps, tx, session.id)
      await tellReopened(deps, tx, at.groupId)
      return planOf(tx, session)
    }),
  )
}

/**
 * The same for somebody who texted back, from the number their place has. What they bring stays as they said it.
 *
 * @param session held by the caller until the transaction ends
 * @returns what is written down now; `turn` counts from 1 for who waits
 * @throws sessions.over
 */
export async function replyByText(
  deps: Needs,
  tx: Database,
  at: { session: SessionRow; memberId: string; answer: Reply['answer'] },
): Promise<{ answer: p.ReplyRow['answer']; turn: number | null }> {
  const { session, memberId, answer } = at
  const before = await p.replyOf(tx, session.id, memberId)
  await settle(tx, session, memberId, { answer, brings: before?.brings ?? false })
  await record(tx, {
    placeId: session.placeId,
    actorId: null,
    action: 'sessions.replied',
    subject: { kind: 'group_session', id: session.id },
    after: { groupId: session.groupId, by: 'text' },
  })
  await tellMovedUp(deps, tx, session.id)
  await tellReopened(deps, tx, session.groupId)
  const reply = await p.replyOf(tx, session.id, memberId)
  return { answer: reply?.answer ?? answer, turn: await p.placeInQueue(tx, reply) }
}
