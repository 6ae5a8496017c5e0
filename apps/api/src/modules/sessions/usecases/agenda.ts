import type { raiseBody, SessionInside } from '@howcanwe/shared/sessions'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { type Knock, memberOf, refuseGroup } from '../../codesign/index.ts'
import * as a from '../queries/agenda.queries.ts'
import { changeSession, type SessionRow } from '../queries/sessions.queries.ts'
import { guarded, refuse } from '../sessions.errors.ts'
import { placeFor } from '../sessions.rules.ts'
import { type At, recordRun, recordVoice, runsOn, voiceOn } from './inside.ts'
import { readSession } from './view.ts'

type Raised = z.output<typeof raiseBody>
const MINUTE_MS = 60_000

/** Puts something where it belongs: a residents' item joins theirs in front. */
async function insert(
  tx: Database,
  session: SessionRow,
  { raisedBy, ...raised }: Raised & { raisedBy: string | null },
): Promise<void> {
  const items = await a.itemsOf(tx, session.id)
  const minutes = items.reduce((sum, item) => sum + item.minutes, raised.minutes)
  if (minutes * MINUTE_MS > session.endsAt.getTime() - session.startsAt.getTime())
    throw refuse('sessions.no_time_left')
  const { placeId, id: sessionId } = session
  const row = await a.addItem(tx, {
    ...raised,
    placeId,
    sessionId,
    raisedBy,
    position: items.length,
  })
  const ids = items.map(({ id }) => id)
  ids.splice(placeFor(items, row.bloc), 0, row.id)
  await a.setOrder(tx, ids)
}

const refuseOut = (session: SessionRow): void => {
  if (session.agendaPublishedAt) throw refuse('sessions.agenda_out')
}

/** @throws sessions.agenda_out · sessions.no_time_left · sessions.too_late_to_decide */
export async function raise(
  deps: Deps,
  knock: Knock,
  { body, requestId, ...at }: At & { body: Raised; requestId: string },
): Promise<SessionInside> {
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { voice, session } = await voiceOn(tx, knock, at)
      refuseOut(session)
      await insert(tx, session, { ...body, raisedBy: voice.memberId })
      const after = { bloc: voice.bloc, minutes: body.minutes }
      await recordVoice(tx, knock, voice, {
        action: 'raised',
        sessionId: session.id,
        after,
        requestId,
      })
    }),
  )
  return readSession(deps.db, knock, at)
}

/** @throws sessions.agenda_out · sessions.not_found for what somebody else raised */
export async function takeOff(
  deps: Deps,
  knock: Knock,
  { itemId, requestId, ...at }: At & { itemId: string; requestId: string },
): Promise<SessionInside> {
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { voice, session } = await voiceOn(tx, knock, at)
      refuseOut(session)
      const item = (await a.itemsOf(tx, session.id)).find(({ id }) => id === itemId)
      if (item?.raisedBy !== voice.memberId) throw refuse('sessions.not_found')
      await a.removeItem(tx, itemId)
      await recordVoice(tx, knock, voice, { action: 'took-off', sessionId: session.id, requestId })
    }),
  )
  return readSession(deps.db, knock, at)
}

/**
 * A resident gives time of the first third back to everybody; with 0 they take all of it again, whichever of them gave
 * it, for it is theirs together.
 *
 * @throws sessions.agenda_out · sessions.residents_only
 */
export async function giveBack(
  deps: Deps,
  knock: Knock,
  { minutes, requestId, ...at }: At & { minutes: number; requestId: string },
): Promise<SessionInside> {
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { voice, session } = await voiceOn(tx, knock, at)
      refuseOut(session)
      if (voice.bloc !== 'residents') throw refuse('sessions.residents_only')
      const { memberId, placeId } = voice
      if (minutes === 0) await a.takeBackAll(tx, session.id)
      else await a.giveBack(tx, { placeId, sessionId: session.id, memberId, minutes })
      const after = { minutes }
      await recordVoice(tx, knock, voice, {
        action: 'gave-time-back',
        sessionId: session.id,
        after,
        requestId,
      })
    }),
  )
  return readSession(deps.db, knock, at)
}

/** By whoever runs the group, for themselves or for a member who said so. */
export async function put(
  deps: Deps,
  actor: Actor,
  {
    body,
    requestId,
    ...at
  }: At & { body: Raised & { memberId: string | null }; requestId: string },
): Promise<SessionInside> {
  const { memberId, ...raised } = body
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { session } = await runsOn(tx, actor, at)
      if (memberId && !(await memberOf(tx, at.groupId, memberId)))
        throw refuseGroup('codesign.member_not_found')
      await insert(tx, session, { ...raised, raisedBy: memberId })
      await recordRun(tx, actor, session, { action: 'put-on-agenda', requestId })
    }),
  )
  return readSession(deps.db, { actor, deviceKey: undefined }, at)
}

/** @throws sessions.other_items · sessions.first_third where the agenda is out and theirs would not be first */
export async function order(
  deps: Deps,
  actor: Actor,
  { itemIds, requestId, ...at }: At & { itemIds: readonly string[]; requestId: string },
): Promise<SessionInside> {
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { session } = await runsOn(tx, actor, at)
      const there = new Set((await a.itemsOf(tx, session.id)).map(({ id }) => id))
      const wanted = new Set(itemIds)
      if (wanted.size !== there.size || itemIds.some((id) => !there.has(id)))
        throw refuse('sessions.other_items')
      await a.setOrder(tx, itemIds)
      await recordRun(tx, actor, session, { action: 'agenda-ordered', requestId })
    }),
  )
  return readSession(deps.db, { actor, deviceKey: undefined }, at)
}

/** @throws sessions.theirs */
export async function remove(
  deps: Deps,
  actor: Actor,
  { itemId, requestId, ...at }: At & { itemId: string; requestId: string },
): Promise<SessionInside> {
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { session } = await runsOn(tx, actor, at)
      const item = (await a.itemsOf(tx, session.id)).find(({ id }) => id === itemId)
      if (!item) throw refuse('sessions.not_found')
      if (item.raisedBy) throw refuse('sessions.theirs')
      await a.removeItem(tx, itemId)
      await recordRun(tx, actor, session, { action: 'took-off-agenda', requestId })
    }),
  )
  return readSession(deps.db, { actor, deviceKey: undefined }, at)
}

/** Lets the agenda go out. Whose the first third is, the database says. @throws sessions.first_third */
export async function publishAgenda(
  deps: Deps,
  actor: Actor,
  { requestId, ...at }: At & { requestId: string },
): Promise<SessionInside> {
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { session } = await runsOn(tx, actor, at)
      if (session.agendaPublishedAt || session.state === 'cancelled')
        throw refuse('sessions.wrong_state')
      await changeSession(tx, session.id, { agendaPublishedAt: deps.clock() })
      await recordRun(tx, actor, session, { action: 'agenda-out', requestId })
    }),
  )
  return readSession(deps.db, { actor, deviceKey: undefined }, at)
}
