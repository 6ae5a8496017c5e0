import type { Received } from '@howcanwe/shared/http'
import { dueAfter } from '@howcanwe/shared/places'
import type { suggestionsContract } from '@howcanwe/shared/suggestions'
import {
  ACKNOWLEDGE_WORKING_DAYS,
  type InsideSuggestion,
  type NamedAs,
} from '@howcanwe/shared/suggestions'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import {
  type GroupRow,
  groupById,
  type Knock,
  memberOf,
  requireOwnGroup,
  requireVoice,
} from '../../codesign/index.ts'
import { calendarOf } from '../../places/index.ts'
import { noteAct } from '../../supporters/index.ts'
import * as q from '../queries/suggestions.queries.ts'
import { refuse } from '../suggestions.errors.ts'
import { heardLetter, newLetter } from '../suggestions.words.ts'
import { tellMember, tellPeople } from './letters.ts'
import { shownAgain } from './view.ts'

type Contract = typeof suggestionsContract
type Said = Received<Contract['say']>['body']
type Typed = Received<Contract['typeIn']>['body']
type NewRow = Parameters<typeof q.add>[1]

/** What the database says no to, as refusals. */
const orRefuse = (error: unknown): never => {
  throw sqlState(error) === 'HW229' ? refuse('suggestions.group_over') : error
}

/** Puts it down with its first clock, tells whoever answers for the group, and says to whoever said it that it is here. */
async function put(
  deps: Deps,
  tx: Database,
  group: GroupRow,
  row: Omit<NewRow, 'placeId' | 'groupId' | 'acknowledgeBy'>,
): Promise<string> {
  const at = await q.now(tx)
  const acknowledgeBy = dueAfter(await calendarOf(tx, group.placeId), at, ACKNOWLEDGE_WORKING_DAYS)
  const { placeId, id: groupId } = group
  const id = await q.add(tx, { ...row, placeId, groupId, acknowledgeBy })
  const suggestion = await q.byId(tx, id)
  const parties = await q.partiesOf(tx, groupId)
  const about = { number: suggestion?.number ?? 0, text: row.text, dueAt: acknowledgeBy }
  if (row.memberId)
    await tellMember(
      deps,
      tx,
      { group, memberId: row.memberId },
      {
        template: 'suggestions.heard',
        words: heardLetter,
        more: about,
      },
    )
  if (parties && row.enteredBy !== parties.facilitatorId)
    await tellPeople(
      deps,
      tx,
      { group, people: [parties.facilitatorId], path: `/groups/${groupId}/suggestions` },
      { template: 'suggestions.new', words: newLetter, more: about },
    )
  return id
}

/** A member suggests something from their own place. @throws codesign.no_place_here · suggestions.group_over */
export async function say(
  deps: Deps,
  knock: Knock,
  { groupId, said }: { groupId: string; said: Said },
): Promise<InsideSuggestion> {
  return inTransaction(deps.db, async (tx) => {
    const group = await groupById(tx, groupId)
    if (!group) throw refuse('codesign.group_not_found')
    const voice = await requireVoice(tx, knock, groupId)
    const { memberId, bloc } = voice
    const id = await put(deps, tx, group, { ...said, memberId, bloc, via: 'own-place' })
    await record(tx, {
      ...{ placeId: group.placeId, actorId: null, action: 'suggestions.said' },
      ...{ subject: { kind: 'suggestion', id }, after: { groupId, bloc } },
    })
    if (knock.actor) await noteAct(tx, knock.actor, 'supporters.suggested')
    return shownAgain(tx, { groupId, id }, { memberId, runs: false })
  }).catch(orRefuse)
}

async function sourceOf(tx: Database, groupId: string, from: Typed['from']) {
  if ('sessionId' in from) {
    if (!(await q.isSessionOf(tx, groupId, from.sessionId))) throw refuse('suggestions.not_found')
    return { memberId: null, sessionId: from.sessionId, bloc: from.bloc, via: 'notes' as const }
  }
  const member = await memberOf(tx, groupId, from.memberId)
  if (!member) throw refuse('codesign.member_not_found')
  const { id: memberId, bloc } = member
  return { memberId, bloc, via: from.saidBy, namedAs: from.namedAs }
}

/** The facilitator writes down what was said. @throws codesign.group_not_found · codesign.member_not_found */
export async function typeIn(
  deps: Deps,
  actor: Actor,
  { groupId, typed }: { groupId: string; typed: Typed },
): Promise<InsideSuggestion> {
  return inTransaction(deps.db, async (tx) => {
    const group = await requireOwnGroup(tx, actor, groupId)
    const { from, ...said } = typed
    const source = await sourceOf(tx, groupId, from)
    const id = await put(deps, tx, group, { ...said, ...source, enteredBy: actor.personId })
    await record(tx, {
      ...{ placeId: group.placeId, actorId: actor.personId, action: 'suggestions.typed' },
      ...{ subject: { kind: 'suggestion', id }, after: { groupId, via: source.via } },
    })
    return shownAgain(tx, { groupId, id }, { memberId: undefined, runs: true })
  }).catch(orRefuse)
}

/** Whoever said it chooses whether their first name stands with it. @throws suggestions.not_found */
export async function nameAs(
  deps: Deps,
  knock: Knock,
  { suggestionId: id, namedAs }: { suggestionId: string; namedAs: NamedAs },
): Promise<{ namedAs: NamedAs }> {
  return inTransaction(deps.db, async (tx) => {
    const row = await q.byId(tx, id)
    if (!row) throw refuse('suggestions.not_found')
    const voice = await requireVoice(tx, knock, row.groupId)
    if (row.memberId !== voice.memberId) throw refuse('suggestions.not_found')
    await q.change(tx, id, { namedAs })
    await record(tx, {
      ...{ placeId: row.placeId, actorId: null, action: 'suggestions.named' },
      ...{ subject: { kind: 'suggestion', id }, after: { namedAs } },
    })
    return { namedAs }
  })
}
