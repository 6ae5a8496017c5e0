import { type casesContract, QUEUE_MINUTES, type QueueItem } from '@howcanwe/shared/cases'
import { MOST_ROWS } from '@howcanwe/shared/exports'
import type { Result } from '@howcanwe/shared/http'
import { endOfDay } from '@howcanwe/shared/places'
import type { Database } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { requirePlace } from '../places/index.ts'
import { casesOf, type Desk, type WholeCase } from './cases.queries.ts'
import { requireDesk } from './cases.usecases.ts'
import { type Waiting, waitingIn } from './queue.queries.ts'
import { unreachableOf } from './queue.typed.queries.ts'

/** What nouns elsewhere have waiting for a broker, handed in by the app: introductions to follow up, gaps. */
export type QueueSource = (
  db: Database,
  ask: { actor: Actor; placeId: string },
) => Promise<QueueItem[]>

function itemOfCase({ row, challenge }: WholeCase, timeZone: string, at: Date): QueueItem {
  const dueAt = row.dueOn ? endOfDay(timeZone, row.dueOn) : null
  return {
    kind: 'case',
    title: row.title,
    count: 1,
    note: row.nextAction,
    since: row.updatedAt,
    dueAt,
    late: dueAt !== null && dueAt <= at,
    minutes: QUEUE_MINUTES.case,
    caseId: row.id,
    challenge: challenge && { id: challenge.id, slug: challenge.slug },
    organisationId: row.organisationId,
    registerEntryId: row.registerEntryId,
  }
}

const itemOf = (w: Waiting, at: Date): QueueItem => ({
  kind: w.kind,
  title: w.title,
  count: w.count,
  note: '',
  since: w.since,
  dueAt: w.dueAt,
  late: w.dueAt !== null && w.dueAt <= at,
  minutes: QUEUE_MINUTES[w.kind] * (w.kind === 'questions' ? w.count : 1),
  caseId: null,
  challenge: { id: w.challengeId, slug: w.slug },
  organisationId: w.organisationId,
  registerEntryId: w.entryId,
})

/** Pure: what is late or due soonest first; what nothing is promised for comes last. */
export const byDue = (items: readonly QueueItem[]): QueueItem[] =>
  items.toSorted(
    (a, b) =>
      (a.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) -
        (b.dueAt?.getTime() ?? Number.POSITIVE_INFINITY) ||
      (a.since?.getTime() ?? 0) - (b.since?.getTime() ?? 0),
  )

const ownCases = async (db: Database, desk: Desk) =>
  (await casesOf(db, desk, 'open', MOST_ROWS)).filter(({ row }) => row.brokerId === desk.personId)

/**
 * The broker's day: own cases, and what waits for a broker anyway, each with whom, since when, by when and about how
 * many minutes.
 *
 * @throws cases.not_found to whoever brokers nothing here
 */
export async function queue(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  sources: readonly QueueSource[],
  ask: { actor: Actor; placeId: string },
): Promise<Result<typeof casesContract.queue>> {
  const desk = requireDesk(ask.actor, ask.placeId)
  const { timeZone } = await requirePlace(db, ask.placeId)
  const at = clock()
  const own = await ownCases(db, desk)
  const waiting = await waitingIn(db, desk)
  const unreachable = await unreachableOf(db, desk)
  const elsewhere = await Promise.all(sources.map((source) => source(db, ask)))
  const items = byDue([
    ...own.map((one) => itemOfCase(one, timeZone, at)),
    ...waiting.map((one) => itemOf(one, at)),
    ...unreachable.map(({ note, ...one }) => ({ ...itemOf(one, at), note })),
    ...elsewhere.flat(),
  ])
  return { items, minutes: items.reduce((sum, { minutes }) => sum + minutes, 0) }
}
