import type { ActionOf } from '@howcanwe/shared/audit'
import type { Received } from '@howcanwe/shared/http'
import type { GroupHours, paymentsContract } from '@howcanwe/shared/payments'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { memberReach, membersOf, requireOwnGroup } from '../../codesign/index.ts'
import { refuse } from '../payments.errors.ts'
import { tellHours } from '../payments.letters.ts'
import * as h from '../queries/hours.queries.ts'
import { databaseNow } from '../queries/items.queries.ts'
import { addAttendance, sessionById } from '../queries/sessions.queries.ts'
import { owe } from './arising.ts'
import { callerIn } from './claiming-for.ts'
import { hoursSentence, sayHours, shownGroupHours } from './hours.ts'

type Of<Route extends keyof typeof paymentsContract> = Received<(typeof paymentsContract)[Route]>

interface Ask {
  actor: Actor
  groupId: string
  requestId: string
}

/** Who says that their hours are not right, and whom no letter told the answer. @throws codesign.group_not_found */
export async function hoursOfGroup(deps: Deps, actor: Actor, groupId: string) {
  const { db } = deps
  const group = await requireOwnGroup(db, actor, groupId)
  const now = await databaseNow(db)
  const rows = await h.hoursOfGroup(db, groupId)
  const toRing = rows.filter(
    (row) =>
      row.state !== 'asked' &&
      row.toldAt === null &&
      row.memberState !== 'left' &&
      memberReach(deps, group, { ...row, state: row.memberState }) === undefined,
  )
  return {
    asks: rows.map((row) => shownGroupHours(row, now)),
    ring: toRing.map((row) => ({ ...shownGroupHours(row, now), contact: row.contact })),
    sessions: await h.sessionsOver(db, groupId),
  }
}

/**
 * Writes down for whoever rings that their hours are not right, read back to them (PE3).
 *
 * @throws codesign.group_not_found · codesign.member_not_found · payments.own_item · payments.session_not_found ·
 * payments.not_paid_here · payments.hours_not_more · payments.hours_asked
 */
export async function askHoursFor(
  deps: Deps,
  ask: Ask & { memberId: string },
  { saidBy, readBack: _, ...said }: Of<'askHoursFor'>['body'],
): Promise<GroupHours> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const caller = await callerIn(tx, ask)
      const by = { enteredBy: ask.actor.personId, saidBy }
      const id = await sayHours(deps, tx, caller, said, by, ask.requestId)
      return shownGroupHours(await h.fullHours(tx, id), await databaseNow(tx))
    })
  } catch (error) {
    throw hoursSentence(error)
  }
}

/** Hours said in a group that this actor runs. */
async function hoursHere(tx: Database, { actor, groupId, hoursId }: Ask & { hoursId: string }) {
  await requireOwnGroup(tx, actor, groupId)
  const row = await h.lockHours(tx, groupId, hoursId)
  if (!row) throw refuse('payments.hours_not_found')
  return row
}

/** Pays what is missing: all of it where nothing was put down, else a further item; nothing that stands is touched. */
async function putRight(deps: Deps, tx: Database, row: h.FullHours): Promise<void> {
  const session = await sessionById(tx, row.sessionId)
  if (!session) throw refuse('payments.hours_not_found')
  const { placeId, sessionId, memberId, minutes, preparationMinutes, answeredBy } = row
  const times = { minutes, preparationMinutes, confirmedBy: answeredBy ?? '' }
  const first = await addAttendance(tx, { placeId, sessionId, memberId, ...times })
  if (first) return owe(deps, tx, session, memberId, { quiet: true })
  const missing = await h.missingPence(tx, row.id)
  if (missing !== null && missing <= 0) return
  await owe(deps, tx, session, memberId, { forHours: row.id, quiet: true })
}

const noted = (
  tx: Database,
  ask: Ask,
  { id, placeId }: Pick<h.FullHours, 'id' | 'placeId'>,
  action: `payments.${ActionOf<'payments'>}`,
) =>
  record(tx, {
    placeId,
    actorId: ask.actor.personId,
    action,
    subject: { kind: 'pay_hours', id },
    requestId: ask.requestId,
  })

async function answerIn(
  deps: Deps,
  tx: Database,
  ask: Ask & { hoursId: string },
  { answer, reason }: Of<'answerHours'>['body'],
): Promise<GroupHours> {
  const asked = await hoursHere(tx, ask)
  if (asked.state !== 'asked') throw refuse('payments.hours_not_found')
  const mine = (await membersOf(tx, ask.groupId)).find((m) => m.personId === ask.actor.personId)
  if (mine?.id === asked.memberId) throw refuse('payments.own_item')
  const why = answer === 'no' ? reason : ''
  const now = await databaseNow(tx)
  const by = { answeredBy: ask.actor.personId, answeredAt: now }
  await h.changeHours(tx, asked.id, { state: answer, reason: why, ...by })
  const row = await h.fullHours(tx, asked.id)
  if (answer === 'yes') await putRight(deps, tx, row)
  const { groupId, memberId, startsAt } = row
  const told = { answer, why, by: row.by ?? '' }
  if (await tellHours(deps, tx, { groupId, memberId, startsAt }, told))
    await h.changeHours(tx, row.id, { toldAt: now })
  await noted(tx, ask, row, 'payments.hours-answered')
  return shownGroupHours(await h.fullHours(tx, row.id), now)
}

/**
 * Yes: what is missing becomes pay of its own. No: with a reason, under a name. They are written to, or rung.
 *
 * @throws codesign.group_not_found · payments.hours_not_found · payments.own_item · payments.no_rates
 */
export async function answerHours(
  deps: Deps,
  ask: Ask & { hoursId: string },
  body: Of<'answerHours'>['body'],
): Promise<GroupHours> {
  try {
    return await inTransaction(deps.db, (tx) => answerIn(deps, tx, ask, body))
  } catch (error) {
    const state = sqlState(error)
    if (state === 'HW272') throw refuse('payments.own_item')
    throw state === 'HW211' ? refuse('payments.no_rates') : error
  }
}

/** They were rung with the answer. @throws codesign.group_not_found · payments.hours_not_found */
export async function toldHours(
  deps: Deps,
  ask: Ask & { hoursId: string },
): Promise<{ told: true }> {
  return inTransaction(deps.db, async (tx) => {
    const row = await hoursHere(tx, ask)
    if (row.state === 'asked') throw refuse('payments.hours_not_found')
    if (!row.toldAt) {
      await h.changeHours(tx, row.id, { toldAt: await databaseNow(tx) })
      await noted(tx, ask, row, 'payments.hours-told')
    }
    return { told: true as const }
  })
}
