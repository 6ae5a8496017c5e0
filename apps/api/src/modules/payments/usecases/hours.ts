import type { Received } from '@howcanwe/shared/http'
import {
  type GroupHours,
  type HoursAsk,
  type OwnHours,
  PAY_DAYS,
  type paymentsContract,
} from '@howcanwe/shared/payments'
import { dueAfter } from '@howcanwe/shared/places'
import { constraintOf, type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { type Knock, requireVoice, type Voice } from '../../codesign/index.ts'
import { calendarOf } from '../../places/index.ts'
import { noteAct } from '../../supporters/index.ts'
import { refuse } from '../payments.errors.ts'
import { tellWhoRuns } from '../payments.letters.ts'
import * as h from '../queries/hours.queries.ts'
import { databaseNow } from '../queries/items.queries.ts'
import type { Asked } from './own.ts'

type Said = Received<typeof paymentsContract.askHours>['body']
type By = { enteredBy: string; saidBy: NonNullable<HoursAsk['saidBy']> }

/** Hours somebody said, as they see it themselves. */
export const shownHours = (row: h.FullHours, now: Date): HoursAsk => ({
  id: row.id,
  session: { id: row.sessionId, startsAt: row.startsAt, venue: row.venue },
  minutes: row.minutes,
  preparationMinutes: row.preparationMinutes,
  words: row.words,
  state: row.state,
  askedAt: row.askedAt,
  dueAt: row.dueAt,
  late: row.state === 'asked' && row.dueAt <= now,
  answeredBy: row.by,
  answeredAt: row.answeredAt,
  reason: row.reason,
  saidBy: row.saidBy,
})

/** The same beside the person it is of. */
export const shownGroupHours = (row: h.FullHours, now: Date): GroupHours => ({
  ...shownHours(row, now),
  member: {
    id: row.memberId,
    firstName: row.firstName,
    reference: row.reference,
    left: row.memberState === 'left',
  },
  putDown: { minutes: row.putDownMinutes, preparationMinutes: row.putDownPreparation },
})

async function shownTo(db: Database, memberId: string): Promise<OwnHours> {
  const now = await databaseNow(db)
  const sessions = await h.sessionsForHours(db, memberId)
  return {
    sessions: sessions.map(({ id, startsAt, venue, length, paid, ...one }) => ({
      id,
      startsAt: new Date(startsAt),
      venue,
      minutes: one.written ? one.minutes : null,
      preparationMinutes: one.written ? one.preparation : null,
      promised: { minutes: length, preparationMinutes: Math.max(0, paid - length) },
    })),
    asks: (await h.hoursOfMember(db, memberId)).map((row) => shownHours(row, now)),
  }
}

/** What one's hours are put down as. @throws codesign.no_place_here */
export async function ownHours(db: Database, knock: Knock, groupId: string): Promise<OwnHours> {
  return shownTo(db, (await requireVoice(db, knock, groupId)).memberId)
}

/** The database has the last word on what can be said; here it gets its sentence. */
export function hoursSentence(error: unknown): unknown {
  const state = sqlState(error)
  if (state === 'HW270') return refuse('payments.session_not_found')
  if (state === 'HW271') return refuse('payments.hours_not_more')
  if (state === 'HW212') return refuse('payments.not_paid_here')
  return constraintOf(error) === 'pay_hours_once' ? refuse('payments.hours_asked') : error
}

/** Writes down what somebody says they gave, and asks whoever runs the group. */
export async function sayHours(
  deps: Pick<Deps, 'config'>,
  tx: Database,
  voice: Pick<Voice, 'placeId' | 'groupId' | 'memberId'>,
  said: Said,
  by: By | undefined,
  requestId: string,
): Promise<string> {
  const { placeId, groupId, memberId } = voice
  const dueAt = dueAfter(await calendarOf(tx, placeId), await databaseNow(tx), PAY_DAYS.hours)
  const id = await h.addHours(tx, { placeId, groupId, memberId, ...said, ...by, dueAt })
  await record(tx, {
    placeId,
    actorId: by?.enteredBy ?? null,
    action: 'payments.hours-said',
    subject: { kind: 'pay_hours', id },
    after: { sessionId: said.sessionId },
    requestId,
  })
  if (!by) await tellWhoRuns(deps, tx, groupId, { what: 'hours', due: false })
  return id
}

/**
 * "My hours are not right": how long it really was, getting ready included. Whoever runs the group answers within three
 * working days (J-19).
 *
 * @throws codesign.no_place_here · payments.session_not_found · payments.not_paid_here · payments.hours_not_more ·
 * payments.hours_asked
 */
export async function askHours(
  deps: Deps,
  knock: Knock,
  { groupId, requestId }: Asked,
  body: Said,
): Promise<OwnHours> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const voice = await requireVoice(tx, knock, groupId)
      await sayHours(deps, tx, voice, body, undefined, requestId)
      if (knock.actor) await noteAct(tx, knock.actor, 'supporters.chose-pay')
      return shownTo(tx, voice.memberId)
    })
  } catch (error) {
    throw hoursSentence(error)
  }
}
