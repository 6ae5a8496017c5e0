import type { Received } from '@howcanwe/shared/http'
import { PAY_DAYS, type paymentsContract } from '@howcanwe/shared/payments'
import { dueAfter } from '@howcanwe/shared/places'
import { sql } from 'drizzle-orm'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { membersOf, refuseGroup, requireOwnGroup } from '../../codesign/index.ts'
import { calendarOf } from '../../places/index.ts'
import { refuse } from '../payments.errors.ts'
import { askChoice } from '../payments.letters.ts'
import { isPaidHere, wasThen } from '../payments.rules.ts'
import * as q from '../queries/items.queries.ts'
import { leftSince } from '../queries/leaving.queries.ts'
import * as sessions from '../queries/sessions.queries.ts'
import { settingsToday } from './own.ts'

type Needs = Pick<Deps, 'config'>

interface Owed {
  /** The start that was moved away too late, to the microsecond, where that is what they are paid for. */
  lostStart?: string | null
  /** The hours somebody said that this puts right. */
  forHours?: string
  /** They read of it in another letter. */
  quiet?: boolean
}

/**
 * Somebody is owed money for taking part: how much is counted by the database, from who was there and from the best rate
 * since the question was published (TR3). They are asked what should become of it.
 */
export async function owe(
  deps: Needs,
  tx: Database,
  session: sessions.SessionRow,
  memberId: string,
  { lostStart = null, forHours, quiet = false }: Owed = {},
): Promise<void> {
  const { placeId, groupId, startsAt } = session
  const now = await q.databaseNow(tx)
  const id = await q.addItem(tx, {
    placeId,
    groupId,
    memberId,
    sessionId: session.id,
    kind: 'involvement',
    // The database counts: what stands here is overwritten.
    why: 'held',
    minutes: 0,
    preparationMinutes: 0,
    amountPence: 1,
    lostStart: lostStart ? sql`${lostStart}::timestamptz` : null,
    ...(forHours ? { why: 'more-hours' as const, forHours } : {}),
    chooseBy: dueAfter(await calendarOf(tx, placeId), now, PAY_DAYS.choose),
    askedAt: now,
  })
  await record(tx, {
    placeId,
    actorId: null,
    action: 'payments.owed',
    subject: { kind: 'pay_item', id },
    after: { sessionId: session.id },
  })
  if (quiet) return
  const off = lostStart ? 'moved' : session.state === 'cancelled' ? 'cancelled' : null
  await askChoice(deps, tx, {
    groupId,
    memberId,
    startsAt: lostStart ? new Date(lostStart) : startsAt,
    off,
  })
}

interface Asked {
  actor: Actor
  groupId: string
  sessionId: string
  requestId: string
}
type People = Received<typeof paymentsContract.attended>['body']['people']

async function writeDown(deps: Needs, tx: Database, ask: Asked, people: People): Promise<number> {
  const group = await requireOwnGroup(tx, ask.actor, ask.groupId)
  await sessions.holdWhatIsOver(tx, ask.sessionId)
  const session = await sessions.sessionOf(tx, group.id, ask.sessionId)
  if (!session || !(await sessions.isOver(tx, session))) throw refuse('payments.session_not_found')
  const left = (await leftSince(tx, group.id)).filter((m) => wasThen(m, session))
  const members = new Map([...(await membersOf(tx, group.id)), ...left].map((m) => [m.id, m]))
  const { paysOrganisations } = await settingsToday(tx, group.placeId)
  let [written, owed] = [0, 0]
  for (const one of people) {
    const member = members.get(one.memberId)
    if (!member) throw refuseGroup('codesign.member_not_found')
    const { placeId } = group
    const row = { ...one, placeId, sessionId: session.id, confirmedBy: ask.actor.personId }
    if (!(await sessions.addAttendance(tx, row))) continue
    written += 1
    if (!isPaidHere(member.bloc, paysOrganisations)) continue
    await owe(deps, tx, session, member.id)
    owed += 1
  }
  if (written === 0) throw refuse('payments.attendance_stands')
  await record(tx, {
    placeId: group.placeId,
    actorId: ask.actor.personId,
    action: 'payments.attendance',
    subject: { kind: 'group_session', id: session.id },
    after: { people: written },
    requestId: ask.requestId,
  })
  return owed
}

/**
 * Who was there: pay follows by itself, once a person and session. Whoever was forgotten can be added.
 *
 * @throws codesign.group_not_found · codesign.member_not_found · payments.session_not_found ·
 * payments.attendance_stands · payments.no_rates
 */
export async function attended(deps: Deps, ask: Asked, people: People): Promise<{ items: number }> {
  try {
    return await inTransaction(deps.db, async (tx) => ({
      items: await writeDown(deps, tx, ask, people),
    }))
  } catch (error) {
    if (sqlState(error) === 'HW211') throw refuse('payments.no_rates')
    throw sqlState(error) === 'HW212' ? refuse('payments.session_not_found') : error
  }
}
