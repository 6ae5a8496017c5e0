import type { ActionOf } from '@howcanwe/shared/audit'
import type { startSession } from '@howcanwe/shared/codesign'
import type { GroupStep, Homework, Inside } from '@howcanwe/shared/suggestions'
import type * as z from 'zod/mini'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { type GroupRow, type Knock, requireOwnGroup } from '../../codesign/index.ts'
import { announceIn } from '../../sessions/index.ts'
import * as h from '../queries/homework.queries.ts'
import * as q from '../queries/suggestions.queries.ts'
import { refuse } from '../suggestions.errors.ts'
import { closedLetter, homeworkWhy, reportLetter } from '../suggestions.step.words.ts'
import { listed, type SuggestionHands } from './figures.ts'
import { tellAll } from './letters.ts'
import { shownHomework } from './view.ts'

interface Announced {
  groupId: string
  body: z.output<typeof startSession>
  requestId: string
}

const tooEarly = (error: unknown) => {
  const state = sqlState(error)
  return state === 'HW227' || state === 'HW228' ? refuse('suggestions.step_too_early') : error
}

const noted = (
  tx: Database,
  actor: Actor,
  { id, placeId }: GroupRow,
  action: `suggestions.${ActionOf<'suggestions'>}`,
  after: Record<string, unknown> = {},
) =>
  record(tx, {
    ...{ placeId, actorId: actor.personId, action, subject: { kind: 'group', id }, after },
  })

/**
 * Announces the session at which the homework is marked, like any other: people say whether they come and what they need,
 * and it is paid (J-21). Moved or called off, it is as a session is.
 *
 * @throws codesign.group_not_found · codesign.session_in_past · suggestions.step_too_early · suggestions.meeting_stands
 */
export async function announceHomework(
  deps: Deps,
  actor: Actor,
  { groupId, ...asked }: Announced,
): Promise<Homework> {
  return inTransaction(deps.db, async (tx) => {
    const group = await requireOwnGroup(tx, actor, groupId)
    if (!(await h.reportOf(tx, groupId))) throw refuse('suggestions.step_too_early')
    const { id: sessionId } = await announceIn(deps, tx, actor, { groupId, ...asked }, homeworkWhy)
    await h.setReport(tx, groupId, { sessionId })
    await noted(tx, actor, group, 'suggestions.homework-planned', { sessionId })
    const report = await h.reportOf(tx, groupId)
    if (!report) throw new Error('a report that was read is there')
    return shownHomework(report, await q.now(tx))
  }).catch((error: unknown) => {
    throw sqlState(error) === 'HW248' ? refuse('suggestions.meeting_stands') : tooEarly(error)
  })
}

/** Everybody hears when the group reports back and when it closes. */
async function tellOfStep(deps: Deps, tx: Database, group: GroupRow, to: GroupStep) {
  const letter =
    to === 'reporting-back'
      ? ({ template: 'suggestions.report', words: reportLetter } as const)
      : ({ template: 'suggestions.closed', words: closedLetter } as const)
  const page = `${deps.config.origin}/groups/${group.id}/you-said`
  if (to === 'reporting-back' || to === 'closed')
    await tellAll(deps, tx, group, { ...letter, more: { youSaid: page } })
}

/**
 * One step further; the database knows which step may follow and what must have happened before.
 *
 * @throws codesign.group_not_found · suggestions.step_too_early
 */
export async function moveOn(
  deps: Deps,
  { actor, knock }: { actor: Actor; knock: Knock },
  { groupId, to }: { groupId: string; to: GroupStep },
  hands: SuggestionHands,
): Promise<Inside> {
  return inTransaction(deps.db, async (tx) => {
    const group = await requireOwnGroup(tx, actor, groupId)
    if (to === 'active' && group.state !== 'convened') throw refuse('suggestions.step_too_early')
    await q.setState(tx, groupId, to)
    await noted(tx, actor, group, 'suggestions.group-moved', { from: group.state, to })
    await tellOfStep(deps, tx, group, to)
    return listed(tx, knock, groupId, hands)
  }).catch((error: unknown) => {
    throw tooEarly(error)
  })
}

/** The group says that everybody may read how much each voice counted. @throws suggestions.step_too_early */
export async function shareInfluence(
  deps: Deps,
  actor: Actor,
  groupId: string,
): Promise<{ isPublic: true }> {
  return inTransaction(deps.db, async (tx) => {
    const group = await requireOwnGroup(tx, actor, groupId)
    if (!(await h.reportOf(tx, groupId))) throw refuse('suggestions.step_too_early')
    await h.setReport(tx, groupId, { influencePublicAt: await q.now(tx) })
    await noted(tx, actor, group, 'suggestions.influence-shared')
    return { isPublic: true as const }
  })
}
