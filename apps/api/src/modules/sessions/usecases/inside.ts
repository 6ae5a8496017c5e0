import type { ActionOf } from '@howcanwe/shared/audit'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import {
  type GroupRow,
  groupById,
  type Knock,
  refuseGroup,
  requireOwnGroup,
  requireVoice,
  runs,
  type Voice,
  voiceIn,
} from '../../codesign/index.ts'
import { noteAct } from '../../supporters/index.ts'
import * as q from '../queries/sessions.queries.ts'
import { refuse } from '../sessions.errors.ts'

export interface At {
  groupId: string
  sessionId: string
}
/** Somebody within a group: a voice, whoever runs it, or both. */
export interface Within {
  group: GroupRow
  voice: Voice | undefined
  runs: boolean
}

/** @throws codesign.group_not_found · codesign.no_place_here */
export async function within(db: Database, knock: Knock, groupId: string): Promise<Within> {
  const group = await groupById(db, groupId)
  if (!group) throw refuseGroup('codesign.group_not_found')
  const voice = await voiceIn(db, knock, groupId)
  const isFacilitator = knock.actor !== undefined && runs(knock.actor, group)
  if (!voice && !isFacilitator) throw refuseGroup('codesign.no_place_here')
  return { group, voice, runs: isFacilitator }
}

/** @throws sessions.not_found */
export async function requireSession(db: Database, at: At): Promise<q.SessionRow> {
  const session = await q.sessionIn(db, at.groupId, at.sessionId)
  if (!session) throw refuse('sessions.not_found')
  return session
}

/** The session, held until the transaction ends. @throws sessions.not_found */
export async function holdSession(tx: Database, at: At): Promise<q.SessionRow> {
  const session = await q.lockSession(tx, at.groupId, at.sessionId)
  if (!session) throw refuse('sessions.not_found')
  return session
}

/** A member acts on a session. @throws codesign.no_place_here · sessions.not_found */
export async function voiceOn(tx: Database, knock: Knock, at: At) {
  const voice = await requireVoice(tx, knock, at.groupId)
  const session = await holdSession(tx, at)
  return { voice, session }
}

/** Whoever runs the group acts on a session. @throws codesign.group_not_found · sessions.not_found */
export async function runsOn(tx: Database, actor: Actor, at: At) {
  const group = await requireOwnGroup(tx, actor, at.groupId)
  const session = await holdSession(tx, at)
  return { group, session }
}

/** A change a member made: nobody is named in the trail, and a supporter's act is noted for the person. */
export async function recordVoice(
  tx: Database,
  knock: Knock,
  voice: Voice,
  what: {
    action: ActionOf<'sessions'>
    sessionId?: string
    after?: Record<string, unknown>
    requestId: string
  },
): Promise<void> {
  await record(tx, {
    placeId: voice.placeId,
    actorId: null,
    action: `sessions.${what.action}`,
    subject: what.sessionId
      ? { kind: 'group_session', id: what.sessionId }
      : { kind: 'group', id: voice.groupId },
    after: { groupId: voice.groupId, ...what.after },
    requestId: what.requestId,
  })
  if (knock.actor) await noteAct(tx, knock.actor, 'supporters.answered-in-group')
}

export const recordRun = (
  tx: Database,
  actor: Pick<Actor, 'personId'>,
  session: q.SessionRow,
  what: {
    action: ActionOf<'sessions'>
    before?: Record<string, unknown>
    after?: Record<string, unknown>
    requestId: string
  },
): Promise<unknown> =>
  record(tx, {
    placeId: session.placeId,
    actorId: actor.personId,
    subject: { kind: 'group_session', id: session.id },
    ...what,
    action: `sessions.${what.action}`,
  })

export type Needs = Pick<Deps, 'db' | 'config'>
