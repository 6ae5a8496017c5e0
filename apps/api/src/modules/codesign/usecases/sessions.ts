import type { GroupSession, startSession } from '@howcanwe/shared/codesign'
import type * as z from 'zod/mini'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { refuse } from '../codesign.errors.ts'
import { mayAnnounce } from '../codesign.policy.ts'
import { sessionLetter } from '../codesign.words.ts'
import * as q from '../queries/groups.queries.ts'
import { membersOf } from '../queries/members.queries.ts'
import { factsFor } from './letters.ts'
import { shownSession } from './view.ts'

const MINUTE_MS = 60_000

/**
 * Announces a session and writes to everyone in the group who gave an e-mail address; the others are rung.
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
    const group = await q.liveGroup(tx, groupId)
    if (!group || !mayAnnounce(actor, group)) throw refuse('codesign.group_not_found')
    if (await q.hasCome(tx, body.startsAt)) throw refuse('codesign.session_in_past')
    const { minutes, ...rest } = body
    const endsAt = new Date(body.startsAt.getTime() + minutes * MINUTE_MS)
    const session = await q.addSession(tx, { ...rest, endsAt, placeId: group.placeId, groupId })
    await record(tx, {
      placeId: group.placeId,
      actorId: actor.personId,
      action: 'codesign.session-announced',
      subject: { kind: 'group_session', id: session.id },
      after: { groupId, startsAt: session.startsAt.toISOString(), minutes },
      requestId,
    })
    await tellMembers(deps, tx, group, session)
    return shownSession(session)
  })
}

async function tellMembers(deps: Deps, tx: Database, group: q.GroupRow, session: q.SessionRow) {
  for (const member of await membersOf(tx, group.id)) {
    if (member.contactBy !== 'email') continue
    await enqueue(tx, {
      placeId: group.placeId,
      to: member.contact,
      template: 'codesign.session-announced',
      letter: wordsIn(sessionLetter, member.language, {
        ...factsFor(deps, group, member.reference),
        session,
      }),
    })
  }
}
