import type { Database } from '../../../db/database.ts'
import { type GroupRow, groupById } from '../../codesign/index.ts'
import { refuse } from '../decisions.errors.ts'
import * as q from '../queries/decisions.queries.ts'
import * as extra from '../queries/extra-sessions.queries.ts'

/** A decision with everything that is not anybody's own. */
export interface Whole {
  decision: q.DecisionRow
  /** The newest first. */
  versions: q.VersionRow[]
  counts: q.CountRow[]
  objections: q.ObjectionRow[]
  calls: q.CallRow[]
  extras: extra.ExtraRow[]
  answered: { answered: number; of: number }
  /** Before then nothing is decided on the words of the newest version. */
  notBefore: Date | undefined
  residents: number
  body: Awaited<ReturnType<typeof q.bodyOf>>
}

/** @throws decisions.not_found */
export async function requireDecision(db: Database, id: string): Promise<q.DecisionRow> {
  const decision = await q.decisionById(db, id)
  if (!decision) throw refuse('decisions.not_found')
  return decision
}

/** @throws codesign.group_not_found */
export async function requireGroup(db: Database, id: string): Promise<GroupRow> {
  const group = await groupById(db, id)
  if (!group) throw refuse('codesign.group_not_found')
  return group
}

/** How many have answered the newest version, while that is all that is told of it. */
export async function answeredNow(db: Database, decision: q.DecisionRow, last?: q.VersionRow) {
  if (!last?.openedAt || last.closedAt) return { answered: 0, of: 0 }
  return q.answeredOf(db, {
    versionId: last.id,
    groupId: decision.groupId,
    kind: decision.kind,
  })
}

/** One after the other: within a transaction there is one connection. */
export async function wholeOf(db: Database, decision: q.DecisionRow): Promise<Whole> {
  const versions = await q.versionsOf(db, [decision.id])
  const ids = versions.map(({ id }) => id)
  const isOpen = decision.state === 'open' || decision.state === 'held'
  return {
    decision,
    versions,
    counts: await q.countsOf(db, ids),
    objections: await q.objectionsOf(db, ids),
    calls: await q.callsOf(db, ids),
    extras: await extra.extrasOf(db, ids),
    notBefore:
      versions[0] && !versions[0].closedAt ? await q.notBeforeOf(db, versions[0].id) : undefined,
    answered: await answeredNow(db, decision, versions[0]),
    residents: isOpen ? await q.residentsOf(db, decision.groupId) : 0,
    body: decision.bodyDecides
      ? await q.bodyOf(db, decision.groupId, decision.answeredBy)
      : undefined,
  }
}

/** The version people answer on now, or did last. */
export function lastOf({ versions }: Pick<Whole, 'versions'>): q.VersionRow {
  const [last] = versions
  if (!last) throw new Error('a decision has a version')
  return last
}
