import type { Answer, Decision } from '@howcanwe/shared/decisions'
import { inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { tellLive } from '../../../live/index.ts'
import { record } from '../../audit/index.ts'
import { type Knock, requireVoice } from '../../codesign/index.ts'
import { noteAct } from '../../supporters/index.ts'
import { refuse } from '../decisions.errors.ts'
import { kept } from '../decisions.refused.ts'
import * as q from '../queries/decisions.queries.ts'
import * as write from '../queries/writing.queries.ts'
import { requireRun } from './looking.ts'
import { ownAnswer } from './view.ts'
import { requireDecision } from './whole.ts'

interface Said {
  decisionId: string
  version: number
  answer: Answer
}

/** The version somebody read, where it is the newest. @throws decisions.closed */
export async function seen(db: Deps['db'], decisionId: string, number: number) {
  const [last] = await q.versionsOf(db, [decisionId])
  if (!last || last.number !== number) throw refuse('decisions.closed')
  return last
}

/**
 * Keeps somebody's answer; sent twice it stands once, and the last one counts. No line of the record says who answered
 * what or when: that the count is right is kept by the database, which alone may write it (docs/decisions/0036).
 *
 * @throws decisions.not_found · codesign.no_place_here · decisions.closed · decisions.not_yours · decisions.facilitator
 */
export async function answer(
  { db }: Pick<Deps, 'db'>,
  knock: Knock,
  { decisionId, version, answer: said }: Said,
): Promise<Decision['mine']> {
  const decision = await requireDecision(db, decisionId)
  const voice = await requireVoice(db, knock, decision.groupId)
  const last = await seen(db, decisionId, version)
  const { placeId, groupId } = decision
  await kept(() =>
    inTransaction(db, async (tx) => {
      const ballot = { placeId, versionId: last.id, memberId: voice.memberId, answer: said }
      await write.putBallot(tx, { ...ballot, typedBy: null, saidBy: null })
      if (knock.actor) await noteAct(tx, knock.actor, 'supporters.answered-in-group')
      await tellLive(tx, { room: groupId, kind: 'answered', id: decisionId })
    }),
  )
  return ownAnswer(db, decision, last.id, voice)
}

/**
 * Types in what somebody said on the telephone or wrote on a ballot. That it was typed in stands in the record, never
 * what; what somebody answered themselves stays theirs.
 *
 * @throws decisions.not_found · decisions.closed · decisions.not_yours · decisions.own_stands
 */
export async function typeIn(
  { db }: Pick<Deps, 'db'>,
  knock: Knock,
  said: Said & { memberId: string; saidBy: 'phone' | 'paper' | 'in-person'; requestId: string },
): Promise<{ typed: true }> {
  const { decision } = await requireRun(db, knock, said.decisionId)
  const last = await seen(db, decision.id, said.version)
  const { placeId, groupId } = decision
  const typedBy = knock.actor?.personId ?? null
  await kept(() =>
    inTransaction(db, async (tx) => {
      const { memberId, saidBy } = said
      await write.putBallot(tx, {
        ...{ placeId, versionId: last.id, memberId, answer: said.answer },
        ...{ typedBy, saidBy },
      })
      await record(tx, {
        placeId,
        actorId: typedBy,
        action: 'decisions.typed-in',
        subject: { kind: 'group_member', id: memberId },
        after: { decisionId: decision.id, version: last.number, saidBy },
        requestId: said.requestId,
      })
      await tellLive(tx, { room: groupId, kind: 'answered', id: decision.id })
    }),
  )
  return { typed: true }
}
