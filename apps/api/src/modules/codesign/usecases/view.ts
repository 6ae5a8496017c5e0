import type { Group, GroupRead, GroupSession } from '@howcanwe/shared/codesign'
import type { Database } from '../../../db/database.ts'
import { refuse } from '../codesign.errors.ts'
import * as q from '../queries/groups.queries.ts'

export const shownSession = (s: q.SessionRow): GroupSession => ({
  id: s.id,
  startsAt: s.startsAt,
  endsAt: s.endsAt,
  venue: s.venue,
  address: s.address,
  gettingThere: s.gettingThere,
  stepFree: s.stepFree,
  state: s.state,
})

/** What anyone may know of a group: who runs it and how many places are left, never who is in it. */
const shown = (g: q.GroupRow, sessions: q.SessionRow[]): Group => ({
  id: g.id,
  placeId: g.placeId,
  challenge: { id: g.challengeId, slug: g.slug ?? '', question: g.question },
  name: g.name,
  about: g.about,
  state: g.state,
  joinCode: g.joinCode ?? '',
  rung: g.rung,
  decides: g.decides,
  shapes: g.shapes,
  fixed: g.fixed,
  answersBy: g.answersBy,
  youGet: g.youGet,
  facilitator: { name: g.facilitatorName ?? '', phone: g.facilitatorPhone },
  places: g.places,
  placesLeft: Math.max(0, g.places - g.taken - g.echoes),
  sessions: sessions.filter((s) => s.groupId === g.id).map(shownSession),
})

/** Groups with their sessions to come, in the order given. */
export async function shownGroups(db: Database, rows: q.GroupRow[]): Promise<Group[]> {
  const sessions = await q.sessionsToCome(
    db,
    rows.map((g) => g.id),
  )
  return rows.map((g) => shown(g, sessions))
}

/** @throws codesign.group_not_found also when its question was withdrawn or ended without a cohort */
export async function requireLiveGroup(db: Database, id: string): Promise<q.GroupRow> {
  const row = await q.liveGroup(db, id)
  if (!row) throw refuse('codesign.group_not_found')
  return row
}

/** What a group lives instead of what was declared; decisions know, and are handed in. */
export type LivedOf = (db: Database, groupId: string) => Promise<GroupRead['lived']>

/** One group with how much say people meet there in truth. @throws codesign.group_not_found */
export async function readGroup(db: Database, id: string, livedOf: LivedOf): Promise<GroupRead> {
  const one = await shownGroup(db, id)
  // Only who is told that it decides can be told too much.
  return { ...one, lived: one.rung === 'co-production' ? await livedOf(db, id) : null }
}

export async function shownGroup(db: Database, id: string): Promise<Group> {
  const [one] = await shownGroups(db, [await requireLiveGroup(db, id)])
  if (!one) throw refuse('codesign.group_not_found')
  return one
}
