import type { Received } from '@howcanwe/shared/http'
import { addWorkingDays, dayIn, endOfDay, workingDaysBetween } from '@howcanwe/shared/places'
import {
  ANSWER_WITHIN_WORKING_DAYS,
  type InsideSuggestion,
  type Owed,
  type suggestionsContract,
} from '@howcanwe/shared/suggestions'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { groupById } from '../../codesign/index.ts'
import { calendarOf } from '../../places/index.ts'
import * as q from '../queries/suggestions.queries.ts'
import { refuse } from '../suggestions.errors.ts'
import { answersIt, runsIt, watchesAll } from '../suggestions.policy.ts'
import { dueOf, isLate } from '../suggestions.rules.ts'
import { movedLetter } from '../suggestions.words.ts'
import { tellMember } from './letters.ts'
import { shownAgain } from './view.ts'

type Contract = typeof suggestionsContract
type Acknowledged = Received<Contract['acknowledge']>['body']
type Answered = Received<Contract['answer']>['body']

const BY_STATE = {
  HW222: 'suggestions.wrong_state',
  HW223: 'suggestions.reason_needed',
  HW224: 'suggestions.dates',
} as const
const refusedAs = (error: unknown) => {
  const state = sqlState(error)
  if (state !== undefined && state in BY_STATE)
    return refuse(BY_STATE[state as keyof typeof BY_STATE])
  return error
}

/** A suggestion held for whoever may answer it; for everybody else it is not there. */
async function requireAnswerable(tx: Database, actor: Actor, id: string) {
  await q.lock(tx, id)
  const row = await q.byId(tx, id)
  const parties = row && (await q.partiesOf(tx, row.groupId))
  const group = row && (await groupById(tx, row.groupId))
  if (!row || !parties || !group || !answersIt(actor, parties))
    throw refuse('suggestions.not_found')
  return { row, group, runs: runsIt(actor, parties) }
}

type Found = Awaited<ReturnType<typeof requireAnswerable>>

/** Moves it, writes the trail, and tells whoever said it by the channel they left. */
async function move(
  deps: Deps,
  tx: Database,
  { row, group, runs, actor }: Found & { actor: Actor },
  values: Parameters<typeof q.change>[2],
): Promise<InsideSuggestion> {
  await q.change(tx, row.id, { ...values, movedBy: actor.personId })
  const after = await q.byId(tx, row.id)
  if (!after) throw refuse('suggestions.not_found')
  await record(tx, {
    ...{ placeId: row.placeId, actorId: actor.personId, action: 'suggestions.moved' },
    ...{ subject: { kind: 'suggestion', id: row.id }, before: { state: row.state } },
    after: { state: after.state, named: after.named },
  })
  const { memberId, number, text, state, words, named } = after
  if (memberId)
    await tellMember(
      deps,
      tx,
      { group, memberId },
      {
        template: 'suggestions.moved',
        words: movedLetter,
        more: { number, text, state, words, named, dueAt: dueOf(after) },
      },
    )
  return shownAgain(tx, { groupId: row.groupId, id: row.id }, { memberId: undefined, runs })
}

/**
 * Says that it was heard, and when it is decided; its answer is due twenty working days after that day.
 *
 * @throws suggestions.not_found · suggestions.wrong_state · suggestions.dates
 */
export async function acknowledge(
  deps: Deps,
  actor: Actor,
  { suggestionId, words, decidedOn }: { suggestionId: string } & Acknowledged,
): Promise<InsideSuggestion> {
  return inTransaction(deps.db, async (tx) => {
    const found = await requireAnswerable(tx, actor, suggestionId)
    if (found.row.state !== 'said') throw refuse('suggestions.wrong_state')
    const calendar = await calendarOf(tx, found.row.placeId)
    const last = addWorkingDays(calendar, decidedOn, ANSWER_WITHIN_WORKING_DAYS)
    return move(
      deps,
      tx,
      { ...found, actor },
      {
        ...{ state: 'acknowledged', words, decidedOn },
        ...{ acknowledgedAt: await q.now(tx), answerBy: endOfDay(calendar.timeZone, last) },
      },
    )
  }).catch((error: unknown) => {
    throw refusedAs(error)
  })
}

/**
 * Says what became of it. The database refuses a no or a part without a reason and somebody's name.
 *
 * @throws suggestions.not_found · suggestions.wrong_state · suggestions.reason_needed · suggestions.dates
 */
export async function answer(
  deps: Deps,
  actor: Actor,
  { suggestionId, to, words, named, doneBy }: { suggestionId: string } & Answered,
): Promise<InsideSuggestion> {
  return inTransaction(deps.db, async (tx) => {
    const found = await requireAnswerable(tx, actor, suggestionId)
    const { timeZone } = await calendarOf(tx, found.row.placeId)
    const isDoing = to === 'doing'
    if (isDoing && (!doneBy || doneBy < dayIn(timeZone, await q.now(tx))))
      throw refuse('suggestions.dates', { fields: [{ pointer: '#/body/doneBy', code: 'in_past' }] })
    return move(
      deps,
      tx,
      { ...found, actor },
      {
        ...{ state: to, words, named },
        ...{ doneOn: isDoing ? doneBy : null },
        doneBy: isDoing && doneBy ? endOfDay(timeZone, doneBy) : null,
      },
    )
  }).catch((error: unknown) => {
    throw refusedAs(error)
  })
}

/** Answers a place owes: one's own, and all of them for whoever brokers here. */
export async function owedIn(db: Database, actor: Actor, placeId: string): Promise<Owed[]> {
  const calendar = await calendarOf(db, placeId)
  const at = await q.now(db)
  const today = dayIn(calendar.timeZone, at)
  const rows = await q.waitingIn(db, placeId)
  return rows.flatMap((row) => {
    const group = { ...row, id: row.groupId }
    const mine = answersIt(actor, group)
    const dueAt = dueOf(row)
    if (!dueAt || (!mine && !watchesAll(actor, placeId))) return []
    const last = dayIn(calendar.timeZone, new Date(dueAt.getTime() - 1))
    const left =
      workingDaysBetween(calendar, today, last) - workingDaysBetween(calendar, last, today)
    const { id, number, text, language, bloc, state, named } = row
    const shown = { id, number, text, language, bloc, state, named, dueAt, mine }
    return [
      {
        ...shown,
        ...{ group: { id: row.groupId, name: row.groupName } },
        ...{ late: isLate(row, at), daysLeft: left },
      },
    ]
  })
}
