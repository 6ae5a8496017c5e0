import { PAY_DAYS } from '@howcanwe/shared/payments'
import { dueAfter } from '@howcanwe/shared/places'
import { type Database, inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { groupById, memberOf } from '../../codesign/index.ts'
import { calendarOf, requirePlace } from '../../places/index.ts'
import {
  remindChoice,
  tellClerks,
  tellFailed,
  tellNoWay,
  tellWhoRuns,
} from '../payments.letters.ts'
import { isPaidHere } from '../payments.rules.ts'
import * as clocks from '../queries/clocks.queries.ts'
import { takeFailedOnce, takeFailedWay } from '../queries/failed.queries.ts'
import { changeHours, takeHoursDue } from '../queries/hours.queries.ts'
import * as q from '../queries/items.queries.ts'
import * as leaving from '../queries/leaving.queries.ts'
import { addAttendance, sessionById, sessionOf } from '../queries/sessions.queries.ts'
import { addWay, dropWay } from '../queries/ways.queries.ts'
import { owe } from './arising.ts'
import { minutesOf } from './group.ts'
import { chooseAsSaid } from './leaving.ts'
import { settingsToday } from './own.ts'

type Needs = Pick<Deps, 'db' | 'config'>
type Step = (deps: Needs, tx: Database) => Promise<boolean>

/** Cancelled less than 48 hours before: whoever would have come is paid all the same (§2.11). */
const payCancelled: Step = async (deps, tx) => {
  const session = await clocks.takeCancelledLate(tx)
  if (!session) return false
  const members = await clocks.expectedAt(tx, session.id)
  await inTurn(members, (memberId) => owe(deps, tx, session, memberId))
  return true
}

/** Moved to another day or by hours, less than 48 hours before: whoever had kept the first time free is paid for it. */
const payMoved: Step = async (deps, tx) => {
  const moved = await clocks.takeMovedLate(tx)
  const session = moved && (await sessionById(tx, moved.sessionId))
  if (!moved || !session) return false
  await inTurn(moved.members, (memberId) =>
    owe(deps, tx, session, memberId, { lostStart: moved.lostStart }),
  )
  return true
}

/** Whoever is on the list of a session is paid by itself, whether or not anybody opens the page about pay (CD4). */
const payPresent: Step = async (deps, tx) => {
  const one = await clocks.takePresent(tx)
  const session = one && (await sessionById(tx, one.sessionId))
  const group = session && (await groupById(tx, session.groupId))
  if (!one || !session || !group) return false
  const { memberId, by: confirmedBy } = one
  const { placeId, id: sessionId } = session
  await addAttendance(tx, { ...minutesOf(session), placeId, sessionId, memberId, confirmedBy })
  const member = await memberThen(tx, group.id, memberId)
  const { paysOrganisations } = await settingsToday(tx, placeId)
  if (member && isPaidHere(member.bloc, paysOrganisations)) await owe(deps, tx, session, memberId)
  return true
}

/** Nobody is there any more to choose: it goes as they said when they left, or all of it the way they were paid before. */
const payWhoLeft: Step = async (_, tx) => {
  const item = await leaving.takeOfWhoLeft(tx)
  if (!item) return false
  const said = await leaving.leavingOf(tx, item.memberId)
  await chooseAsSaid(tx, item.id, said ?? { choice: 'all', charityName: '' })
  return true
}

/** Whoever left without a word about where to finds it in cash, under their reference. */
const keepForWhoLeft: Step = async (_, tx) => {
  const who = await leaving.takeWithoutWay(tx)
  if (!who) return false
  await addWay(tx, { placeId: who.placeId, memberId: who.id, way: 'cash' })
  return true
}

const forgetWhoWasPaid: Step = (_, tx) => leaving.forgetPaidLeavers(tx)

/** A month after money came back, once more: it may have been a letter nobody read. */
const remindOfFailed: Step = async (deps, tx) => {
  const one = await takeFailedOnce(tx)
  if (!one) return false
  await q.changeItem(tx, one.id, { failedAgainAt: await q.databaseNow(tx) })
  await tellFailed(deps, tx, await q.fullItem(tx, one.id))
  return true
}

/**
 * Bank details that money did not reach are not kept for good: after ninety days they go. What is owed stays owed, and they
 * are asked anew how it should reach them.
 */
const forgetFailedWay: Step = async (deps, tx) => {
  const one = await takeFailedWay(tx)
  if (!one) return false
  await dropWay(tx, one.memberId)
  const item = await q.fullItem(tx, one.itemId)
  await record(tx, {
    placeId: item.placeId,
    actorId: null,
    action: 'payments.way-ended',
    subject: { kind: 'group_member', id: one.memberId },
  })
  await tellNoWay(deps, tx, item)
  return true
}

/** Once: money waits for somebody, and nobody is pressed. */
const remindUnchosen: Step = async (deps, tx) => {
  const item = await clocks.takeUnchosen(tx)
  if (!item) return false
  const session = await sessionOf(tx, item.groupId, item.sessionId)
  await q.changeItem(tx, item.id, { remindedAt: await q.databaseNow(tx) })
  if (session) await remindChoice(deps, tx, { ...item, startsAt: session.startsAt })
  return true
}

/** Whoever runs the group hears once more of hours they have not answered, a day before the three are over. */
const remindOfHours: Step = async (deps, tx) => {
  const asked = await takeHoursDue(tx)
  if (!asked) return false
  await changeHours(tx, asked.id, { remindedAt: await q.databaseNow(tx) })
  await tellWhoRuns(deps, tx, asked.groupId, { what: 'hours', due: true })
  return true
}

/** Somebody of the group, also if they have left since. */
const memberThen = async (tx: Database, groupId: string, memberId: string) =>
  (await memberOf(tx, groupId, memberId)) ??
  (await leaving.leftSince(tx, groupId)).find(({ id }) => id === memberId)

const groupsOf = (rows: readonly { groupId: string }[]) => [...new Set(rows.map((r) => r.groupId))]

/** Two working days without a yes: expenses nobody confirmed wait for whoever runs the group, the rest for a clerk. */
const tellUnapproved: Step = async (deps, tx) => {
  const late = await clocks.takeLate(tx, 'approve')
  if (!late) return false
  const unconfirmed = late.rows.filter((r) => r.kind === 'expense' && !r.confirmedAt)
  await inTurn(groupsOf(unconfirmed), (id) => tellWhoRuns(deps, tx, id, { what: 'expenses' }))
  const count = late.rows.length - unconfirmed.length
  const place = await requirePlace(tx, late.placeId)
  if (count > 0) await tellClerks(deps, tx, place, { late: 'approve', count })
  return true
}

/** The day is over on which the money should have been there: clerks and whoever runs the group. */
const tellUnpaid: Step = async (deps, tx) => {
  const late = await clocks.takeLate(tx, 'pay')
  if (!late) return false
  const place = await requirePlace(tx, late.placeId)
  await tellClerks(deps, tx, place, { late: 'pay', count: late.rows.length })
  await inTurn(groupsOf(late.rows), (groupId) => {
    const count = late.rows.filter((r) => r.groupId === groupId).length
    return tellWhoRuns(deps, tx, groupId, { what: 'late', count })
  })
  return true
}

/** Nobody is paid before somebody says who was there: a working day after the session its facilitator is asked, once. */
const askWhoWasThere: Step = async (deps, tx) => {
  const now = await q.databaseNow(tx)
  for (const session of await clocks.withoutAttendance(tx)) {
    const calendar = await calendarOf(tx, session.placeId)
    if (dueAfter(calendar, session.endsAt, PAY_DAYS.attendance) > now) continue
    await tellWhoRuns(deps, tx, session.groupId, { what: 'attendance' })
    await record(tx, {
      placeId: session.placeId,
      actorId: null,
      action: clocks.ASKED_WHO_WAS_THERE,
      subject: { kind: 'group_session', id: session.id },
    })
    return true
  }
  return false
}

const STEPS = [
  payCancelled,
  payMoved,
  payPresent,
  payWhoLeft,
  keepForWhoLeft,
  forgetWhoWasPaid,
  remindOfFailed,
  forgetFailedWay,
  remindUnchosen,
  remindOfHours,
  tellUnapproved,
  tellUnpaid,
  askWhoWasThere,
]

/**
 * Does the next thing that the clocks of pay call for.
 *
 * @returns whether there was one
 */
export async function keepPay(deps: Needs): Promise<boolean> {
  for (const step of STEPS) if (await inTransaction(deps.db, (tx) => step(deps, tx))) return true
  return false
}
