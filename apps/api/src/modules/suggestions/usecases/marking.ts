import type { Rung } from '@howcanwe/shared/codesign'
import type { Received } from '@howcanwe/shared/http'
import type { Mark, suggestionsContract } from '@howcanwe/shared/suggestions'
import { inTransaction, inTurn, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import {
  groupById,
  type Knock,
  memberOf,
  requireOwnGroup,
  requireVoice,
} from '../../codesign/index.ts'
import { noteAct } from '../../supporters/index.ts'
import * as h from '../queries/homework.queries.ts'
import * as q from '../queries/suggestions.queries.ts'
import { refuse } from '../suggestions.errors.ts'

type Typed = Received<(typeof suggestionsContract)['typeHomework']>['body']

const refusedAs = (error: unknown) => {
  const state = sqlState(error)
  if (state === 'HW225') return refuse('suggestions.marking_closed')
  return state === 'HW226' ? refuse('suggestions.ladder_closed') : error
}

/** A member marks one suggestion; no trail says what they marked. @throws suggestions.marking_closed */
export async function mark(
  deps: Deps,
  knock: Knock,
  { suggestionId, mark: said }: { suggestionId: string; mark: Mark },
): Promise<{ mark: Mark }> {
  return inTransaction(deps.db, async (tx) => {
    const row = await q.byId(tx, suggestionId)
    if (!row) throw refuse('suggestions.not_found')
    const { memberId } = await requireVoice(tx, knock, row.groupId)
    await h.mark(tx, { placeId: row.placeId, suggestionId, memberId, mark: said })
    if (knock.actor) await noteAct(tx, knock.actor, 'supporters.marked-homework')
    return { mark: said }
  }).catch((error: unknown) => {
    throw refusedAs(error)
  })
}

/** A member says where the group stood. @throws codesign.no_place_here · suggestions.ladder_closed */
export async function rate(
  deps: Deps,
  knock: Knock,
  { groupId, rung }: { groupId: string; rung: Rung },
): Promise<{ rung: Rung }> {
  return inTransaction(deps.db, async (tx) => {
    if (!(await groupById(tx, groupId))) throw refuse('codesign.group_not_found')
    const { memberId, placeId } = await requireVoice(tx, knock, groupId)
    await h.rate(tx, { placeId, groupId, memberId, rung })
    if (knock.actor) await noteAct(tx, knock.actor, 'supporters.marked-homework')
    return { rung }
  }).catch((error: unknown) => {
    throw refusedAs(error)
  })
}

/**
 * What somebody said on the telephone or wrote on the sheet; where they have marked themselves, theirs stands.
 *
 * @returns how many were typed in, and how many of their own stand
 */
export async function typeHomework(
  deps: Deps,
  actor: Actor,
  { groupId, typed }: { groupId: string; typed: Typed },
): Promise<{ typed: number; ownStand: number }> {
  return inTransaction(deps.db, async (tx) => {
    const { placeId } = await requireOwnGroup(tx, actor, groupId)
    const member = await memberOf(tx, groupId, typed.memberId)
    if (!member) throw refuse('codesign.member_not_found')
    const ids = new Set((await q.ofGroup(tx, groupId)).map(({ id }) => id))
    if (typed.marks.some(({ suggestionId }) => !ids.has(suggestionId)))
      throw refuse('suggestions.not_found')
    const own = { placeId, memberId: member.id, enteredBy: actor.personId }
    const kept = await inTurn(typed.marks, (one) => h.mark(tx, { ...own, ...one }))
    if (typed.rung) kept.push(await h.rate(tx, { ...own, groupId, rung: typed.rung }))
    const count = kept.filter(Boolean).length
    await record(tx, {
      ...{ placeId, actorId: actor.personId, action: 'suggestions.homework-typed' },
      ...{ subject: { kind: 'group', id: groupId }, after: { marks: count, saidBy: typed.saidBy } },
    })
    return { typed: count, ownStand: kept.length - count }
  }).catch((error: unknown) => {
    throw refusedAs(error)
  })
}
