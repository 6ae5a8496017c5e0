import type { GroupSession, startSession } from '@howcanwe/shared/codesign'
import { dueBefore } from '@howcanwe/shared/places'
import type * as z from 'zod/mini'
import { inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import {
  addSession,
  hasCome,
  liveGroup,
  mayAnnounce,
  membersOf,
  refuseGroup,
  shownSession,
} from '../../codesign/index.ts'
import { calendarOf } from '../../places/index.ts'
import { PAPER_DAYS } from '../sessions.rules.ts'
import { announcedLetter } from '../sessions.words.ts'
import { tellMembers } from './letters.ts'

const MINUTE_MS = 60_000
/** Reading beforehand and getting there are paid too. */
const PREPARING_MIN = 60

/**
 * Announces a session and writes to everybody in the group; whom no letter reaches goes on the list to ring.
 *
 * @throws codesign.group_not_found · codesign.session_in_past by the database's clock
 */
export async function announce(
  deps: Deps,
  actor: Actor,
  groupId: string,
  body: z.output<typeof startSession>,
  requestId: string,
): Promise<GroupSession> {
  return inTransaction(deps.db, async (tx) => {
    const group = await liveGroup(tx, groupId)
    if (!group || !mayAnnounce(actor, group)) throw refuseGroup('codesign.group_not_found')
    if (await hasCome(tx, body.startsAt)) throw refuseGroup('codesign.session_in_past')
    const { minutes, paidMinutes = minutes + PREPARING_MIN, ...rest } = body
    const endsAt = new Date(body.startsAt.getTime() + minutes * MINUTE_MS)
    const papersDueAt = dueBefore(await calendarOf(tx, group.placeId), body.startsAt, PAPER_DAYS)
    const values = { ...rest, endsAt, paidMinutes, papersDueAt, placeId: group.placeId, groupId }
    const session = await addSession(tx, values)
    await record(tx, {
      placeId: group.placeId,
      actorId: actor.personId,
      action: 'codesign.session-announced',
      subject: { kind: 'group_session', id: session.id },
      after: { groupId, startsAt: session.startsAt.toISOString(), minutes },
      requestId,
    })
    const members = await membersOf(tx, group.id)
    await tellMembers(
      deps,
      tx,
      { group, session, members },
      {
        template: 'codesign.session-announced',
        words: announcedLetter,
        about: 'announced',
        more: {},
      },
    )
    return shownSession(session)
  })
}
