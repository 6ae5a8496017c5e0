import type { NeedKind, needStep, Plan } from '@howcanwe/shared/sessions'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { type GroupRow, memberOf } from '../../codesign/index.ts'
import { destroyOne, open, putAway } from '../../vault/index.ts'
import * as n from '../queries/needs.queries.ts'
import { changeSession, type SessionRow } from '../queries/sessions.queries.ts'
import { guarded, refuse } from '../sessions.errors.ts'
import { needLetter } from '../sessions.words.ts'
import { type At, recordRun, runsOn } from './inside.ts'
import { tellMember } from './letters.ts'
import { arrangedField, readNeed } from './own-needs.ts'
import { planOf } from './plan.ts'

interface OneNeed extends At {
  needId: string
  requestId: string
}
type Step = z.output<typeof needStep>

/** What must be said with a step; `confirmed` and `met` say themselves. */
const NEEDS_WORDS = new Set<Step['state']>(['arranged', 'explained', 'not-met'])

async function requireNeed(tx: Database, session: SessionRow, needId: string) {
  const need = (await n.needsIn(tx, session)).find(({ id }) => id === needId)
  if (!need) throw refuse('sessions.need_not_found')
  return need
}

/**
 * Opens what one person needs. The reading is written into the trail, each time.
 *
 * @throws codesign.group_not_found · sessions.not_found · sessions.need_not_found
 */
export async function openNeed(
  deps: Deps,
  actor: Actor,
  { needId, requestId, ...at }: OneNeed,
): Promise<{ kind: NeedKind | null; words: string; arranged: string; saidAt: Date }> {
  return inTransaction(deps.db, async (tx) => {
    const { session } = await runsOn(tx, actor, at)
    const need = await requireNeed(tx, session, needId)
    const context = { placeId: need.placeId, subjectId: need.memberId, field: need.field }
    const reader = { personId: actor.personId, requestId }
    const box = await open(tx, deps.config.vaultKey, context, reader)
    if (!box) throw refuse('sessions.need_not_found')
    const field = arrangedField(session.id, needId)
    const arranged = await open(tx, deps.config.vaultKey, { ...context, field }, reader)
    return { ...readNeed(box.text), arranged: arranged?.text ?? '', saidAt: box.putAwayAt }
  })
}

async function keepWords(deps: Deps, tx: Database, need: n.NeedRow, field: string, words: string) {
  const context = { placeId: need.placeId, subjectId: need.memberId, field }
  await destroyOne(tx, context)
  await putAway(tx, deps.config.vaultKey, context, words)
}

async function tellThem(
  deps: Deps,
  tx: Database,
  at: { group: GroupRow; session: SessionRow },
  { need, explained }: { need: n.NeedRow; explained: boolean },
): Promise<void> {
  const member = await memberOf(tx, at.group.id, need.memberId)
  if (!member) return
  await tellMember(
    deps,
    tx,
    { ...at, member },
    { template: 'sessions.need', words: needLetter, about: 'changed', more: { explained } },
  )
}

/**
 * Takes a need one step on. What is arranged, or why it cannot be, is sealed like the need; the person is told that there
 * is something to read, or rung.
 *
 * @throws sessions.need_not_found · sessions.not_arranged_yet · sessions.say_what
 */
export async function setNeed(
  deps: Deps,
  actor: Actor,
  { needId, body, requestId, ...at }: OneNeed & { body: Step },
): Promise<Plan> {
  if (NEEDS_WORDS.has(body.state) && !body.words) throw refuse('sessions.say_what')
  return guarded(
    () =>
      inTransaction(deps.db, async (tx) => {
        const { group, session } = await runsOn(tx, actor, at)
        const need = await requireNeed(tx, session, needId)
        if (session.state === 'announced')
          await changeSession(tx, session.id, { state: 'access-check' })
        const { placeId, id: sessionId } = session
        await n.setNeed(tx, { placeId, sessionId, needId, state: body.state })
        const field = arrangedField(sessionId, needId)
        if (body.words) await keepWords(deps, tx, need, field, body.words)
        const after = { state: body.state }
        await recordRun(tx, actor, session, { action: 'need-stepped', after, requestId })
        if (body.state === 'arranged' || body.state === 'explained')
          await tellThem(
            deps,
            tx,
            { group, session },
            { need, explained: body.state === 'explained' },
          )
        return planOf(tx, session)
      }),
    { HW192: 'sessions.not_arranged_yet' },
  )
}
