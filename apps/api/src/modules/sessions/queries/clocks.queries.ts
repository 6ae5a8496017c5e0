import { and, asc, eq, gt, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers, groupSessions } from '../../codesign/codesign.table.ts'
import { places } from '../../places/places.table.ts'
import { sessionReplies, sessionWishes } from '../sessions.table.ts'

const comes = sql`${groupSessions.state} in ('announced', 'access-check', 'confirmed')`
const wish = sql`coalesce(${sessionWishes.remind}, 'two-days')`
/** Seven in the morning on the wall of the place; not later than an hour before. */
const morning = sql`least(${groupSessions.startsAt} - interval '1 hour',
  (date_trunc('day', ${groupSessions.startsAt} at time zone ${places.timeZone}) + interval '7 hours') at time zone ${places.timeZone})`
const chosen = sql`case ${wish} when 'week' then ${groupSessions.startsAt} - interval '7 days'
  when 'two-days' then ${groupSessions.startsAt} - interval '2 days' else ${morning} end`
/** Who said so later than they wanted to be reminded hears in the morning. */
const dueAt = sql`case when ${sessionReplies.saidAt} < ${chosen} then ${chosen} else ${morning} end`

/** Somebody whose reminder is due, marked at once: nobody is reminded twice, nor of what is off. */
export async function takeReminder(tx: Database) {
  const [found] = await tx
    .select({ session: groupSessions, member: groupMembers })
    .from(sessionReplies)
    .innerJoin(groupSessions, eq(groupSessions.id, sessionReplies.sessionId))
    .innerJoin(groupMembers, eq(groupMembers.id, sessionReplies.memberId))
    .innerJoin(places, eq(places.id, groupSessions.placeId))
    .leftJoin(sessionWishes, eq(sessionWishes.memberId, sessionReplies.memberId))
    .where(
      and(
        isNull(sessionReplies.remindedAt),
        sql`${sessionReplies.answer} in ('yes', 'maybe')`,
        comes,
        gt(groupSessions.startsAt, sql`clock_timestamp()`),
        sql`${wish} <> 'never'`,
        lte(dueAt, sql`clock_timestamp()`),
      ),
    )
    .orderBy(asc(groupSessions.startsAt))
    .limit(1)
    .for('update', { of: sessionReplies, skipLocked: true })
  if (!found) return undefined
  await tx
    .update(sessionReplies)
    .set({ remindedAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(sessionReplies.sessionId, found.session.id),
        eq(sessionReplies.memberId, found.member.id),
      ),
    )
  return found
}

/** A session whose last day for papers is over. */
export async function takePapersDue(tx: Database) {
  const [found] = await tx
    .select()
    .from(groupSessions)
    .where(
      and(
        comes,
        isNull(groupSessions.papersSettledAt),
        lte(groupSessions.papersDueAt, sql`clock_timestamp()`),
      ),
    )
    .limit(1)
    .for('no key update', { skipLocked: true })
  if (!found) return undefined
  await tx
    .update(groupSessions)
    .set({ papersSettledAt: sql`clock_timestamp()` })
    .where(eq(groupSessions.id, found.id))
  return found
}

/** A held session whose notes are due within a day or late, and whose facilitator was not reminded. */
export async function takeNotesDue(tx: Database) {
  const [found] = await tx
    .select()
    .from(groupSessions)
    .where(
      and(
        isNotNull(groupSessions.heldAt),
        isNull(groupSessions.notesSharedAt),
        isNull(groupSessions.notesRemindedAt),
        sql`${groupSessions.notesDueAt} - interval '1 day' <= clock_timestamp()`,
      ),
    )
    .limit(1)
    .for('no key update', { skipLocked: true })
  if (!found) return undefined
  await tx
    .update(groupSessions)
    .set({ notesRemindedAt: sql`clock_timestamp()` })
    .where(eq(groupSessions.id, found.id))
  return found
}
