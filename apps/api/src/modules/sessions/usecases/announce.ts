import type { GroupSession, startSession } from '@howcanwe/shared/codesign'
import { dueBefore } from '@howcanwe/shared/places'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import {
  addSession,
  type GroupRow,
  hasCome,
  liveGroup,
  mayAnnounce,
  membersOf,
  refuseGroup,
  shownSession,
} from '../../codesign/index.ts'
import { calendarOf } from '../../places/index.ts'
import type { SessionRow } from '../queries/sessions.queries.ts'
import { PAPER_DAYS } from '../sessions.rules.ts'
import { announcedLetter, type Why } from '../sessions.words.ts'
import { tellMembers } from './letters.ts'

const MINUTE_MS = 60_000
/** Reading beforehand and getting there are paid too. */
const PREPARING_MIN = 60

interface Asked {
  groupId: string
  body: z.output<typeof startSession>
  requestId: string
}

/**
 * Announces a session and writes to everybody in the group; whom no letter reaches goes on the list to ring.
 *
 * @throws codesign.group_not_found · codesign.session_in_past by the database's clock
 */
export const announce = async (deps: Deps, actor: Actor, asked: Asked): Promise<GroupSession> =>
  shownSession(await inTransaction(deps.db, (tx) => announceIn(deps, tx, actor, asked)))

/**
 * The same within a transaction of whoever asks for a session.
 *
 * @param why what the letter says it is for, in the reader's language
 */
export async function announceIn(
  deps: Pick<Deps, 'config'>,
  tx: Database,
  actor: Actor,
  { groupId, body, requestId }: Asked,
  why: Why = { en: '', nl: '' },
): Promise<SessionRow> {
  const group = await liveGroup(tx, groupId)
  if (!group || !mayAnnounce(actor, group)) throw refuseGroup('codesign.group_not_found')
  if (await hasCome(tx, body.startsAt)) throw refuseGroup('codesign.session_in_past')
  const session = await addSession(tx, await valuesOf(tx, group, body))
  await record(tx, {
    placeId: group.placeId,
    actorId: actor.personId,
    action: 'codesign.session-announced',
    subject: { kind: 'group_session', id: session.id },
    after: { groupId, startsAt: session.startsAt.toISOString(), minutes: body.minutes },
    requestId,
  })
  const members = await membersOf(tx, group.id)
  const letter = { words: announcedLetter, about: 'announced', more: { why } } as const
  const told = { group, session, members }
  await tellMembers(deps, tx, told, { template: 'codesign.session-announced', ...letter })
  return session
}

async function valuesOf(tx: Database, { id: groupId, placeId }: GroupRow, body: Asked['body']) {
  const { minutes, paidMinutes = minutes + PREPARING_MIN, ...rest } = body
  const endsAt = new Date(body.startsAt.getTime() + minutes * MINUTE_MS)
  const papersDueAt = dueBefore(await calendarOf(tx, placeId), body.startsAt, PAPER_DAYS)
  return { ...rest, endsAt, paidMinutes, papersDueAt, placeId, groupId }
}
