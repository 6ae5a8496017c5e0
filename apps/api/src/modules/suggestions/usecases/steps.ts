import type { ActionOf } from '@howcanwe/shared/audit'
import type { GroupStep, Homework, Inside } from '@howcanwe/shared/suggestions'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { type GroupRow, type Knock, requireOwnGroup } from '../../codesign/index.ts'
import * as h from '../queries/homework.queries.ts'
import * as q from '../queries/suggestions.queries.ts'
import { refuse } from '../suggestions.errors.ts'
import {
  closedLetter,
  homeworkLetter,
  ladderLetter,
  reportLetter,
} from '../suggestions.step.words.ts'
import { listed, type SuggestionHands } from './figures.ts'
import { tellAll } from './letters.ts'
import { shownHomework } from './view.ts'

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
 * Sets when and where the homework is marked, and invites everybody.
 *
 * @throws codesign.group_not_found · suggestions.step_too_early · suggestions.dates
 */
export async function planHomework(
  deps: Deps,
  actor: Actor,
  { groupId, ...plan }: { groupId: string; startsAt: Date; venue: string },
): Promise<Homework | null> {
  return inTransaction(deps.db, async (tx) => {
    const group = await requireOwnGroup(tx, actor, groupId)
    const report = await h.reportOf(tx, groupId)
    if (!report) throw refuse('suggestions.step_too_early')
    const now = await q.now(tx)
    if (plan.startsAt <= now)
      throw refuse('suggestions.dates', {
        fields: [{ pointer: '#/body/startsAt', code: 'in_past' }],
      })
    await h.setReport(tx, groupId, plan)
    await noted(tx, actor, group, 'suggestions.homework-planned', {
      startsAt: plan.startsAt.toISOString(),
    })
    await tellAll(deps, tx, group, {
      ...{ template: 'suggestions.homework', words: homeworkLetter, more: plan },
    })
    return shownHomework(await h.reportOf(tx, groupId), now)
  }).catch((error: unknown) => {
    throw tooEarly(error)
  })
}

/** The meeting was held: everybody is asked where the group stood. @throws suggestions.step_too_early */
export async function holdHomework(
  deps: Deps,
  actor: Actor,
  groupId: string,
): Promise<Homework | null> {
  return inTransaction(deps.db, async (tx) => {
    const group = await requireOwnGroup(tx, actor, groupId)
    if (!(await h.hold(tx, groupId))) throw refuse('suggestions.step_too_early')
    await noted(tx, actor, group, 'suggestions.homework-held')
    await tellAll(deps, tx, group, {
      ...{ template: 'suggestions.ladder', words: ladderLetter, more: {} },
    })
    return shownHomework(await h.reportOf(tx, groupId), await q.now(tx))
  }).catch((error: unknown) => {
    throw tooEarly(error)
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
