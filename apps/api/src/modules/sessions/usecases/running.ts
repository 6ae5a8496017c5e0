import { dueAfter, dueBefore } from '@howcanwe/shared/places'
import type { changeBody, SessionInside } from '@howcanwe/shared/sessions'
import type * as z from 'zod/mini'
import { type Database, inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { type GroupRow, hasCome, refuseGroup } from '../../codesign/index.ts'
import { calendarOf } from '../../places/index.ts'
import { needsIn } from '../queries/needs.queries.ts'
import { concerned } from '../queries/people.queries.ts'
import { changeSession, type SessionRow } from '../queries/sessions.queries.ts'
import { guarded, refuse } from '../sessions.errors.ts'
import { NOTES_DAYS, PAPER_DAYS } from '../sessions.rules.ts'
import { cancelledLetter, changedLetter } from '../sessions.words.ts'
import { type At, recordRun, runsOn } from './inside.ts'
import { tellMember, tellMovedUp } from './letters.ts'
import { tellReopened } from './tell-runner.ts'
import { readSession } from './view.ts'

type Change = z.output<typeof changeBody>
const MINUTE_MS = 60_000
const TO_COME = new Set(['announced', 'access-check', 'confirmed'])
const OPEN = new Set(['stated', 'arranged'])

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

/** To everybody who has not said no; whose need is open again by the move reads that it is looked at. */
async function tellChanged(deps: Deps, tx: Database, group: GroupRow, session: SessionRow) {
  const open = new Set(
    (await needsIn(tx, session)).filter((n) => OPEN.has(n.state)).map(({ memberId }) => memberId),
  )
  await inTurn(await concerned(tx, session), ({ member, answer }) =>
    tellMember(
      deps,
      tx,
      { group, session, member },
      {
        template: 'sessions.changed',
        words: changedLetter,
        about: 'changed',
        more: { said: answer !== null, again: open.has(member.id) },
      },
    ),
  )
}

/** To everybody who has not said no, whether or not they ever answered. */
async function tellCancelled(deps: Deps, tx: Database, group: GroupRow, session: SessionRow) {
  const { cancelledWhy: why, cancelledLate } = session
  await inTurn(await concerned(tx, session), ({ member }) => {
    const isPaid = member.bloc === 'residents' && member.state !== 'resting'
    const late = cancelledLate === true ? (isPaid ? 'paid' : 'others') : null
    return tellMember(
      deps,
      tx,
      { group, session, member },
      {
        template: 'sessions.cancelled',
        words: cancelledLetter,
        about: 'cancelled',
        more: { why, late },
      },
    )
  })
}

/**
 * Changes a session that is to come. Whoever has not said no is told when it concerns when or where; what people need is
 * looked at again when it moves (J-18), which the database sees to.
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
      if (isNews(session, after)) await tellChanged(deps, tx, group, after)
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
      const after = await changeSession(tx, session.id, { state: 'cancelled', cancelledWhy: why })
      if (session.state === 'cancelled') throw refuse('sessions.wrong_state')
      const late = after.cancelledLate === true
      await recordRun(tx, actor, session, { action: 'cancelled', after: { late }, requestId })
      await tellCancelled(deps, tx, group, after)
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
