import { dueAfter, dueBefore } from '@howcanwe/shared/places'
import type { changeBody, SessionInside } from '@howcanwe/shared/sessions'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { hasCome, refuseGroup } from '../../codesign/index.ts'
import { calendarOf } from '../../places/index.ts'
import { concerned } from '../queries/people.queries.ts'
import { changeSession, type SessionRow } from '../queries/sessions.queries.ts'
import { guarded, refuse } from '../sessions.errors.ts'
import { NOTES_DAYS, PAPER_DAYS } from '../sessions.rules.ts'
import { cancelledLetter, changedLetter } from '../sessions.words.ts'
import { type At, recordRun, runsOn } from './inside.ts'
import { tellMembers, tellMovedUp } from './letters.ts'
import { tellReopened } from './tell-runner.ts'
import { readSession } from './view.ts'

type Change = z.output<typeof changeBody>
const MINUTE_MS = 60_000
const TO_COME = new Set(['announced', 'access-check', 'confirmed'])

const asRunner = (actor: Actor) => ({ actor, deviceKey: undefined })

/** What people must hear of: the same columns that let SEQUENCE go up. */
const isNews = (a: SessionRow, b: SessionRow): boolean => a.sequence !== b.sequence

async function valuesOf(tx: Database, session: SessionRow, { minutes, ...rest }: Change) {
  const endsAt = new Date(rest.startsAt.getTime() + minutes * MINUTE_MS)
  const isMoved = rest.startsAt.getTime() !== session.startsAt.getTime()
  const calendar = await calendarOf(tx, session.placeId)
  const papersDueAt = dueBefore(calendar, rest.startsAt, PAPER_DAYS)
  return { ...rest, endsAt, papersDueAt, ...(isMoved ? { papersSettledAt: null } : {}) }
}

/**
 * Changes a session that is to come. Whoever said yes or maybe, or waits, is told when it concerns when or where.
 *
 * @throws sessions.wrong_state · codesign.session_in_past · sessions.room_too_small · sessions.first_third
 */
export async function change(
  deps: Deps,
  actor: Actor,
  { body, requestId, ...at }: At & { body: Change; requestId: string },
): Promise<SessionInside> {
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { group, session } = await runsOn(tx, actor, at)
      if (!TO_COME.has(session.state)) throw refuse('sessions.wrong_state')
      if (await hasCome(tx, body.startsAt)) throw refuseGroup('codesign.session_in_past')
      const after = await changeSession(tx, session.id, await valuesOf(tx, session, body))
      const { startsAt, venue } = session
      await recordRun(tx, actor, session, {
        action: 'changed',
        before: { startsAt: startsAt.toISOString(), venue },
        after: { startsAt: after.startsAt.toISOString(), venue: after.venue },
        requestId,
      })
      const told = { group, session: after, members: await concerned(tx, session.id) }
      const letter = { words: changedLetter, about: 'changed', more: {} } as const
      if (isNews(session, after))
        await tellMembers(deps, tx, told, { template: 'sessions.changed', ...letter })
      await tellMovedUp(deps, tx, session.id)
      await tellReopened(deps, tx, at.groupId)
    }),
  )
  return readSession(deps.db, asRunner(actor), at)
}

/** Calls a session off. Late or not, the database's clock says. @throws sessions.wrong_state */
export async function cancel(
  deps: Deps,
  actor: Actor,
  { why, requestId, ...at }: At & { why: string; requestId: string },
): Promise<SessionInside> {
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { group, session } = await runsOn(tx, actor, at)
      const members = await concerned(tx, session.id)
      const after = await changeSession(tx, session.id, { state: 'cancelled', cancelledWhy: why })
      if (session.state === 'cancelled') throw refuse('sessions.wrong_state')
      const late = after.cancelledLate === true
      await recordRun(tx, actor, session, { action: 'cancelled', after: { late }, requestId })
      await tellMembers(
        deps,
        tx,
        { group, session: after, members },
        {
          template: 'sessions.cancelled',
          words: cancelledLetter,
          about: 'cancelled',
          more: { why, late },
        },
      )
    }),
  )
  return readSession(deps.db, asRunner(actor), at)
}

/**
 * Takes a session one step on. Whether it may be confirmed, the database says (J-18 [G]).
 *
 * @throws sessions.needs_open · sessions.wrong_state
 */
export async function step(
  deps: Deps,
  actor: Actor,
  {
    to,
    requestId,
    ...at
  }: At & { to: 'access-check' | 'confirmed' | 'held' | 'closed'; requestId: string },
): Promise<SessionInside> {
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { session } = await runsOn(tx, actor, at)
      const calendar = await calendarOf(tx, session.placeId)
      const notes =
        to === 'held' ? { notesDueAt: dueAfter(calendar, session.endsAt, NOTES_DAYS) } : {}
      await changeSession(tx, session.id, { state: to, ...notes })
      const states = { before: { state: session.state }, after: { state: to } }
      await recordRun(tx, actor, session, { action: 'stepped', ...states, requestId })
    }),
  )
  return readSession(deps.db, asRunner(actor), at)
}
