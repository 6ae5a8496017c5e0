import type { Deps } from '../../../deps.ts'
import { calendarOf } from '../codesign.calendar.ts'
import { refuse } from '../codesign.errors.ts'
import { allSessions } from '../queries/groups.queries.ts'
import { requireLiveGroup } from './view.ts'

/**
 * A group's sessions for a calendar, or one of them.
 *
 * @throws codesign.group_not_found also for a session that is not this group's
 */
export async function calendarFor(
  deps: Deps,
  ask: { groupId: string; sessionId?: string; language: string },
): Promise<string> {
  const group = await requireLiveGroup(deps.db, ask.groupId)
  const sessions = await allSessions(deps.db, group.id, ask.sessionId)
  if (ask.sessionId && sessions.length === 0) throw refuse('codesign.group_not_found')
  const page = `${deps.config.origin}/groups/${group.id}`
  const { name, zone } = group
  return calendarOf({ name, zone, page }, sessions, { language: ask.language, now: deps.clock() })
}
