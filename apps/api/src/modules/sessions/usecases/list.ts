import type { Remind, SessionsOfGroup } from '@howcanwe/shared/sessions'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { type Knock, requireVoice } from '../../codesign/index.ts'
import * as q from '../queries/sessions.queries.ts'
import { isTalkingShop } from '../sessions.rules.ts'
import { recordVoice, within } from './inside.ts'

/** How many actions, tests and decisions the held sessions led to, oldest first. */
export async function ledgerOf(db: Database, groupId: string) {
  const counts = await q.outcomeCounts(db, groupId)
  const held = (await q.sessionsOf(db, groupId)).filter(q.isPast)
  const outcomes = held.map(({ id }) => counts.get(id) ?? 0)
  return {
    held: held.length,
    doing: outcomes.filter((count) => count > 0).length,
    talkingShop: isTalkingShop(outcomes),
  }
}

/**
 * A group's sessions from within, and its doing ledger.
 *
 * @throws codesign.group_not_found · codesign.no_place_here
 */
export async function sessionsFor(
  db: Database,
  knock: Knock,
  groupId: string,
): Promise<SessionsOfGroup> {
  const { group, voice, runs } = await within(db, knock, groupId)
  const counts = await q.outcomeCounts(db, groupId)
  const replies = voice ? await q.repliesOfMember(db, voice.memberId) : new Map()
  const now = await q.databaseNow(db)
  const sessions = await q.sessionsOf(db, groupId)
  return {
    groupName: group.name,
    runs,
    remind: voice ? await q.remindOf(db, voice.memberId) : null,
    items: sessions.map((s) => ({
      id: s.id,
      state: s.state,
      startsAt: s.startsAt,
      endsAt: s.endsAt,
      venue: s.venue,
      reply: replies.get(s.id) ?? null,
      outcomes: counts.get(s.id) ?? 0,
      isOver: s.endsAt <= now,
    })),
    ledger: {
      ...(await ledgerOf(db, groupId)),
      ...(await q.agendaShare(db, groupId)),
      ...(await q.accessKept(db, groupId)),
    },
  }
}

/** @throws codesign.no_place_here */
export async function setRemind(
  deps: Deps,
  knock: Knock,
  { groupId, remind, requestId }: { groupId: string; remind: Remind; requestId: string },
): Promise<{ remind: Remind }> {
  return inTransaction(deps.db, async (tx) => {
    const voice = await requireVoice(tx, knock, groupId)
    await q.setRemind(tx, { placeId: voice.placeId, memberId: voice.memberId, remind })
    await recordVoice(tx, knock, voice, { action: 'reminder-chosen', requestId })
    return { remind }
  })
}
