import type {
  Homework,
  InsideSuggestion,
  Mark,
  Suggestion,
  YouSaid,
} from '@howcanwe/shared/suggestions'
import type { Database } from '../../../db/database.ts'
import { type GroupRow, groupById } from '../../codesign/index.ts'
import * as h from '../queries/homework.queries.ts'
import * as q from '../queries/suggestions.queries.ts'
import { refuse } from '../suggestions.errors.ts'
import {
  countsOf,
  declaredIn,
  dueOf,
  experiencedOf,
  isLate,
  publicMarks,
  rungShown,
} from '../suggestions.rules.ts'
import type { DecisionsOf } from './decisions-of.ts'

type Marks = Awaited<ReturnType<typeof h.marksOf>>

/** All that is kept of a group's suggestions, read once. */
export interface Kept {
  group: GroupRow
  now: Date
  rows: q.SuggestionRow[]
  moves: q.MoveRow[]
  report: h.ReportRow | undefined
  marks: Marks
  ratings: Awaited<ReturnType<typeof h.ratingsOf>>
  overrides: number
}

/** @throws codesign.group_not_found as `gone` */
export async function keptOf(
  db: Database,
  groupId: string,
  decisionsOf: DecisionsOf,
): Promise<Kept | undefined> {
  const group = await groupById(db, groupId)
  if (!group) return undefined
  const rows = await q.ofGroup(db, groupId)
  return {
    ...{ group, rows, now: await q.now(db) },
    moves: await q.movesOf(
      db,
      rows.map(({ id }) => id),
    ),
    report: await h.reportOf(db, groupId),
    marks: await h.marksOf(db, groupId),
    ratings: await h.ratingsOf(db, groupId),
    overrides: (await decisionsOf(db, groupId)).overrides,
  }
}

/** Marks on one suggestion as everybody may read them, once nobody marks any more. */
export function marksShown({ marks, report }: Pick<Kept, 'marks' | 'report'>, id: string) {
  if (!report?.markedAt) return null
  const of = (isResident: boolean): Mark[] =>
    marks
      .filter((one) => one.suggestionId === id && (one.bloc === 'residents') === isResident)
      .map(({ mark }) => mark)
  return { residents: publicMarks(of(true)), others: publicMarks(of(false)) }
}

/** Where the voices put the group; nothing before everybody has had their say. */
export const ladderShown = ({ group, ratings, report }: Kept) =>
  report?.closedAt ? experiencedOf(declaredIn(group.rung), ratings) : null

export function shownGroup(kept: Kept) {
  const { group, overrides } = kept
  const declared = declaredIn(group.rung)
  return {
    ...{ id: group.id, name: group.name, state: group.state, declared, overrides },
    ...{ question: group.question, slug: group.slug ?? '' },
    shown: rungShown(declared, overrides, ladderShown(kept)),
  }
}

/** The rung a group lives and how often it was overridden; null where the declared one holds (§4.2, honest limit). */
export async function livedRungOf(db: Database, groupId: string, decisionsOf: DecisionsOf) {
  const kept = await keptOf(db, groupId, decisionsOf)
  if (!kept) return null
  const { declared, shown, overrides } = shownGroup(kept)
  return shown === declared ? null : { rung: shown, overrides }
}

export function shownHomework(report: h.ReportRow, now: Date): Homework {
  const { dueAt, sessionId, startsAt, venue, heldAt, markedAt, ladderAskedAt } = report
  return {
    ...{ dueAt, heldAt, closedAt: markedAt, ladderAsked: ladderAskedAt !== null },
    meeting: sessionId && startsAt ? { id: sessionId, startsAt, venue: venue ?? '' } : null,
    late: heldAt === null && dueAt <= now,
  }
}

export const homeworkOf = ({ report, now }: Pick<Kept, 'report' | 'now'>): Homework | null =>
  report ? shownHomework(report, now) : null

function shownOne(kept: Kept, row: q.SuggestionRow): Suggestion {
  const { id, number, text, language, bloc, state, saidAt, closedAt } = row
  return {
    ...{ id, number, text, language, bloc, state, saidAt, closedAt },
    name: row.namedAs === 'first-name' && row.firstName ? row.firstName : null,
    late: isLate(row, kept.now),
    dueAt: dueOf(row),
    moves: kept.moves
      .filter((move) => move.suggestionId === id)
      .map((move) => ({
        ...{ to: move.toState, words: move.words, named: move.named },
        ...{ doneBy: move.doneOn, at: move.at },
      })),
    marks: marksShown(kept, id),
  }
}

/** "You said, we did", as everybody reads it. */
export const shownToAll = (kept: Kept): YouSaid => ({
  group: shownGroup(kept),
  counts: countsOf(kept.rows, kept.now),
  homework: homeworkOf(kept),
  ladder: ladderShown(kept),
  items: kept.rows.map((row) => shownOne(kept, row)),
})

/** Whom no letter reaches, so that somebody rings: their name and how. */
const ringOf = (row: q.SuggestionRow): string | null =>
  row.memberId && row.contactBy === 'someone' && row.memberState !== 'left'
    ? `${row.firstName ?? ''}: ${row.contact ?? ''}`
    : null

export interface Reader {
  memberId: string | undefined
  runs: boolean
}

export const shownInside = (
  kept: Kept,
  row: q.SuggestionRow,
  reader: Reader,
): InsideSuggestion => ({
  ...shownOne(kept, row),
  mine: reader.memberId !== undefined && row.memberId === reader.memberId,
  namedAs: row.namedAs,
  myMark:
    kept.marks.find(
      ({ suggestionId, memberId }) => suggestionId === row.id && memberId === reader.memberId,
    )?.mark ?? null,
  ring: reader.runs ? ringOf(row) : null,
})

/** One suggestion afresh, for whoever just changed it. @throws suggestions.not_found */
export async function shownAgain(
  db: Database,
  { groupId, id }: { groupId: string; id: string },
  reader: Reader,
): Promise<InsideSuggestion> {
  const kept = await keptOf(db, groupId, async () => ({ closed: [], overrides: 0 }))
  const row = kept?.rows.find((one) => one.id === id)
  if (!kept || !row) throw refuse('suggestions.not_found')
  return shownInside(kept, row, reader)
}
