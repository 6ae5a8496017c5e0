import type { BodyAnswer, ToAnswer } from '@howcanwe/shared/decisions'
import { sql } from 'drizzle-orm'
import { type Database, inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { groupById } from '../../codesign/index.ts'
import { refuse } from '../decisions.errors.ts'
import { kept } from '../decisions.refused.ts'
import * as q from '../queries/decisions.queries.ts'
import * as write from '../queries/writing.queries.ts'
import { settle } from './closing.ts'
import { locked, moved } from './moving.ts'
import { tellAnswered } from './results.ts'
import { lastOf, type Whole, wholeOf } from './whole.ts'

/** What waits for this person's answer, the nearest day first; each standing objection with it. */
export async function waiting(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
): Promise<ToAnswer[]> {
  const rows = await q.waitingFor(db, actor.personId)
  return inTurn(rows, async ({ decision, groupName }) => {
    const whole = await wholeOf(db, decision)
    const last = lastOf(whole)
    return {
      id: decision.id,
      group: { id: decision.groupId, name: groupName },
      number: decision.number,
      text: last.text,
      result: last.result ?? 'not-consented',
      dueAt: decision.answerBy ?? clock(),
      late: decision.answerBy !== null && decision.answerBy < clock(),
      objections: whole.objections
        .filter(({ objection: o }) => o.takenBackAt === null)
        .map(({ objection: o }) => ({
          id: o.id,
          kind: o.kind,
          text: o.text,
          answer: o.answer ?? '',
        })),
    }
  })
}

async function tellEverybody(
  deps: Pick<Deps, 'config'>,
  tx: Database,
  whole: Whole,
  given: { body: string; answer: BodyAnswer; reasons: string },
): Promise<void> {
  const { decision } = whole
  const group = await groupById(tx, decision.groupId)
  if (group) await tellAnswered(deps, tx, { group, decision, version: lastOf(whole) }, given)
}

interface Response {
  decisionId: string
  requestId: string
  answer: BodyAnswer
  reasons: string
  objections: { id: string; answer: string }[]
}

/**
 * Answers by name for the body that decides, with reasons to each objection that still stands (§4.2, right of Answer).
 *
 * @throws decisions.not_found also for somebody else's · decisions.wrong_state · decisions.objections_open
 */
export async function respond(
  deps: Pick<Deps, 'db' | 'config'>,
  actor: Actor,
  { decisionId, requestId, answer, reasons, objections }: Response,
): Promise<{ answered: true }> {
  const answeredBy = actor.personId
  await kept(() =>
    inTransaction(deps.db, async (tx) => {
      const whole = await locked(tx, decisionId)
      const body = await q.bodyOf(tx, whole.decision.groupId, null)
      if (body?.id !== answeredBy) throw refuse('decisions.not_found')
      if (!whole.decision.answerBy || whole.decision.answeredAt)
        throw refuse('decisions.wrong_state')
      const versionIds = whole.versions.map(({ id }) => id)
      await inTurn(objections, ({ id, answer: said }) =>
        write.writeAnswer(tx, { id, versionIds }, { answer: said, answeredBy }),
      )
      await write.setDecision(tx, decisionId, {
        ...{ answer, answerReasons: reasons, answeredBy },
        answeredAt: sql`clock_timestamp()`,
      })
      await settle(tx, whole)
      await tellEverybody(deps, tx, whole, { body: body.name ?? '', answer, reasons })
      const what = { action: 'decisions.answered-by-body', after: { answer } } as const
      await moved(tx, whole, what, { actorId: answeredBy, requestId })
    }),
  )
  return { answered: true }
}
