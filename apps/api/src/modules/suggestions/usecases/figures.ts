import type { Influence, Inside, Ratio, YouSaid } from '@howcanwe/shared/suggestions'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { type Knock, voiceIn } from '../../codesign/index.ts'
import { reachOf } from '../../recruitment/index.ts'
import * as f from '../queries/figures.queries.ts'
import * as h from '../queries/homework.queries.ts'
import * as q from '../queries/suggestions.queries.ts'
import { refuse } from '../suggestions.errors.ts'
import { feltMean, feltSides } from '../suggestions.felt.rules.ts'
import { answersHere, runsIt } from '../suggestions.policy.ts'
import { closedAmong, needsNudge, ratioOf, satisfiedOf, tableOf } from '../suggestions.rules.ts'
import { stayParity } from '../suggestions.stay.rules.ts'
import type { DecisionsOf } from './decisions-of.ts'
import {
  type Kept,
  keptOf,
  ladderShown,
  marksShown,
  shownGroup,
  shownInside,
  shownToAll,
} from './view.ts'

/** What the module is handed, and by `refuseGroup` the refusal of groups. */
export interface SuggestionHands {
  decisionsOf: DecisionsOf
}

/** @throws codesign.group_not_found */
export async function published(
  db: Database,
  groupId: string,
  hands: SuggestionHands,
): Promise<YouSaid> {
  return shownToAll(await requireKept(db, groupId, hands))
}

export async function requireKept(
  db: Database,
  groupId: string,
  { decisionsOf }: SuggestionHands,
): Promise<Kept> {
  const kept = await keptOf(db, groupId, decisionsOf)
  if (!kept) throw refuse('codesign.group_not_found')
  return kept
}

/** Who reads: a member, whoever runs the group, or somebody from outside. */
async function readerOf(db: Database, knock: Knock, groupId: string) {
  const parties = await q.partiesOf(db, groupId)
  const voice = await voiceIn(db, knock, groupId)
  const runs = Boolean(knock.actor && parties && runsIt(knock.actor, parties))
  return { memberId: voice?.memberId, runs }
}

/** @throws codesign.group_not_found · codesign.no_place_here */
export async function listed(
  db: Database,
  knock: Knock,
  groupId: string,
  hands: SuggestionHands,
): Promise<Inside> {
  const kept = await requireKept(db, groupId, hands)
  const reader = await readerOf(db, knock, groupId)
  if (!reader.runs && !reader.memberId) throw refuse('codesign.no_place_here')
  const { items: _, ...all } = shownToAll(kept)
  return {
    ...all,
    runs: reader.runs,
    myRung: kept.ratings.find(({ memberId }) => memberId === reader.memberId)?.rung ?? null,
    influencePublic: isPublic(kept),
    items: kept.rows.map((row) => shownInside(kept, row, reader)),
  }
}

/** Whether homework is marked at a session: what its page says it is for. @throws codesign.no_place_here */
export async function marksAt(
  db: Database,
  knock: Knock,
  at: { groupId: string; sessionId: string },
): Promise<{ isHomework: boolean }> {
  const reader = await readerOf(db, knock, at.groupId)
  if (!reader.runs && !reader.memberId) throw refuse('codesign.no_place_here')
  return { isHomework: (await h.reportOf(db, at.groupId))?.sessionId === at.sessionId }
}

const isPublic = ({ group, report }: Kept): boolean =>
  group.state === 'closed' || Boolean(report?.influencePublicAt)

/** Closed with a reason and a name within twenty working days of the day it was decided (M21). */
const reasonedOf = ({ closedAt, answerBy, words, named }: q.SuggestionRow): boolean =>
  Boolean(closedAt && answerBy && closedAt <= answerBy && words && named)

async function feltOf(db: Database, groupId: string): Promise<Influence['felt']> {
  const all = await f.feltOf(db, groupId)
  const sessions = [...new Set(all.map(({ sessionId }) => sessionId))]
  const sides = feltSides(sessions.map((id) => all.filter((one) => one.sessionId === id)))
  const [residents, professionals] = [feltMean(sides.residents), feltMean(sides.professionals)]
  const gap =
    residents && professionals ? Math.round(10 * (residents.mean - professionals.mean)) / 10 : null
  return { residents, professionals, gap }
}

async function doingOf(db: Database, groupId: string): Promise<Influence['doing']> {
  const sessions = await f.heldSessions(db, groupId)
  const outcomes = await f.outcomesOf(db, groupId)
  const counts = sessions.map(
    ({ id }) => outcomes.filter(({ sessionId }) => sessionId === id).length,
  )
  const of = (kind: string) => outcomes.filter((one) => one.kind === kind).length
  return {
    ...ratioOf(counts.filter((count) => count > 0).length, counts.length),
    ...{ actions: of('action'), tests: of('test'), decisions: of('decision') },
    nudge: needsNudge(counts),
  }
}

/**
 * How much each voice counted (M18–M24, M27, M28, M38). The group reads it at all times, everybody once it is closed or says so.
 *
 * @throws codesign.group_not_found · suggestions.influence_inside
 */
export async function influenceOf(
  db: Database,
  knock: Knock,
  groupId: string,
  hands: SuggestionHands,
): Promise<Influence> {
  const kept = await requireKept(db, groupId, hands)
  const reader = await readerOf(db, knock, groupId)
  if (!isPublic(kept) && !reader.runs && !reader.memberId)
    throw refuse('suggestions.influence_inside')
  const { closed } = await hands.decisionsOf(db, groupId)
  const ours = closedAmong(kept.rows.map((row) => ({ ...row, reasoned: reasonedOf(row) })))
  const agenda = await f.agendaOf(db, groupId)
  const residents = kept.rows.flatMap(({ id }) => marksShown(kept, id)?.residents ?? [])
  return {
    group: shownGroup(kept),
    isPublic: isPublic(kept),
    decisions: tableOf(closed),
    suggestions: tableOf(ours),
    agenda: ratioOf(agenda.residents, agenda.items),
    reasons: ratioOf(ours.filter(({ reasoned }) => reasoned).length, ours.length),
    satisfied: kept.report?.markedAt ? satisfiedOf(residents) : null,
    meetings: { due: kept.report ? 1 : 0, held: kept.report?.heldAt ? 1 : 0 },
    felt: await feltOf(db, groupId),
    ladder: ladderShown(kept),
    reach: await reachOf(db, groupId),
    stay: stayParity(await f.attendedOf(db, groupId)),
    doing: await doingOf(db, groupId),
  }
}

/** Meetings held of those due in a place, for whoever answers there (M22). */
export async function meetingsOf(
  db: Database,
  actor: Actor,
  placeId: string,
): Promise<Ratio | null> {
  if (!answersHere(actor, placeId)) return null
  const { held, due } = await f.meetingsIn(db, placeId)
  return ratioOf(held, due)
}
