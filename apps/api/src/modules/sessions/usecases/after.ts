import type { feltBody, outcomeBody, Plan, SessionInside } from '@howcanwe/shared/sessions'
import type * as z from 'zod/mini'
import { type Database, inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import {
  type GroupRow,
  type Knock,
  memberOf,
  membersOf,
  refuseGroup,
} from '../../codesign/index.ts'
import { addOutcome } from '../queries/agenda.queries.ts'
import { addFelt, setFelt } from '../queries/felt.queries.ts'
import * as p from '../queries/people.queries.ts'
import { changeSession, type SessionRow } from '../queries/sessions.queries.ts'
import { guarded, refuse } from '../sessions.errors.ts'
import { nudgeLetter } from '../sessions.running.words.ts'
import { notesLetter } from '../sessions.words.ts'
import { type At, recordRun, recordVoice, runsOn, voiceOn } from './inside.ts'
import { tellMembers } from './letters.ts'
import { ledgerOf } from './list.ts'
import { planOf } from './plan.ts'
import { tellRunner } from './tell-runner.ts'
import { readSession } from './view.ts'

/** Types in the sheet people signed: everybody in the group was there or was not. @throws sessions.not_begun */
export async function attend(
  deps: Deps,
  actor: Actor,
  { came, requestId, ...at }: At & { came: readonly string[]; requestId: string },
): Promise<Plan> {
  return guarded(
    () =>
      inTransaction(deps.db, async (tx) => {
        const { session } = await runsOn(tx, actor, at)
        const there = new Set(came)
        const { placeId, id: sessionId } = session
        await inTurn(await membersOf(tx, at.groupId), ({ id: memberId }) =>
          p.setAttendance(tx, {
            placeId,
            sessionId,
            memberId,
            came: there.has(memberId),
            enteredBy: actor.personId,
          }),
        )
        const after = { came: there.size }
        await recordRun(tx, actor, session, { action: 'attendance-entered', after, requestId })
        return planOf(tx, session)
      }),
    { HW192: 'sessions.not_begun' },
  )
}

async function tellNotes(deps: Deps, tx: Database, group: GroupRow, session: SessionRow) {
  const members = await membersOf(tx, group.id)
  await tellMembers(
    deps,
    tx,
    { group, session, members },
    { template: 'sessions.notes', words: notesLetter, about: 'notes', more: {} },
  )
  const { talkingShop } = await ledgerOf(tx, group.id)
  if (!talkingShop) return
  await tellRunner(
    deps,
    tx,
    { group, session },
    { template: 'sessions.nudge', words: nudgeLetter, more: {} },
  )
}

/**
 * Keeps the notes of a held session, or shares them: then everybody is told, with the two taps.
 *
 * @throws sessions.wrong_state
 */
export async function writeNotes(
  deps: Deps,
  actor: Actor,
  { body, requestId, ...at }: At & { body: { notes: string; share: boolean }; requestId: string },
): Promise<SessionInside> {
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { group, session } = await runsOn(tx, actor, at)
      if (!session.heldAt) throw refuse('sessions.wrong_state')
      const isFirst = body.share && !session.notesSharedAt
      const after = await changeSession(tx, session.id, {
        notes: body.notes,
        ...(isFirst ? { notesSharedAt: deps.clock() } : {}),
        ...(isFirst && session.state === 'held' ? { state: 'notes-shared' as const } : {}),
      })
      const action = isFirst ? 'notes-shared' : 'notes-kept'
      await recordRun(tx, actor, session, { action, requestId })
      if (isFirst) await tellNotes(deps, tx, group, after)
    }),
  )
  return readSession(deps.db, { actor, deviceKey: undefined }, at)
}

/** @throws sessions.not_begun · sessions.too_late_to_decide */
export async function outcome(
  deps: Deps,
  actor: Actor,
  { body, requestId, ...at }: At & { body: z.output<typeof outcomeBody>; requestId: string },
): Promise<SessionInside> {
  if (body.kind === 'decision' && !body.itemId) throw refuse('sessions.too_late_to_decide')
  await guarded(
    () =>
      inTransaction(deps.db, async (tx) => {
        const { session } = await runsOn(tx, actor, at)
        await addOutcome(tx, { ...body, placeId: session.placeId, sessionId: session.id })
        const after = { kind: body.kind }
        await recordRun(tx, actor, session, { action: 'led-to', after, requestId })
      }),
    { HW192: 'sessions.not_begun' },
  )
  return readSession(deps.db, { actor, deviceKey: undefined }, at)
}

/** Two taps, once a session, changeable for a week. @throws sessions.not_that_week */
export async function feel(
  deps: Deps,
  knock: Knock,
  { body, requestId, ...at }: At & { body: z.output<typeof feltBody>; requestId: string },
): Promise<SessionInside> {
  await guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { voice, session } = await voiceOn(tx, knock, at)
      const { placeId, memberId } = voice
      await setFelt(tx, { ...body, placeId, sessionId: session.id, memberId })
      await recordVoice(tx, knock, voice, { action: 'felt', sessionId: session.id, requestId })
    }),
  )
  return readSession(deps.db, knock, at)
}

/**
 * Types in the two taps of somebody who said them by telephone or on paper (PE3, M23). What somebody answered is never
 * read here, and never written over.
 *
 * @throws codesign.member_not_found · sessions.not_that_week · sessions.felt_already
 */
export async function feelFor(
  deps: Deps,
  actor: Actor,
  {
    body,
    memberId,
    requestId,
    ...at
  }: At & { memberId: string; body: z.output<typeof feltBody>; requestId: string },
): Promise<{ typed: true }> {
  return guarded(() =>
    inTransaction(deps.db, async (tx) => {
      const { session } = await runsOn(tx, actor, at)
      if (!(await memberOf(tx, at.groupId, memberId)))
        throw refuseGroup('codesign.member_not_found')
      const { placeId } = session
      if (!(await addFelt(tx, { ...body, placeId, sessionId: session.id, memberId })))
        throw refuse('sessions.felt_already')
      await recordRun(tx, actor, session, { action: 'felt-written-down', requestId })
      return { typed: true }
    }),
  )
}
