import type { ActionOf } from '@howcanwe/shared/audit'
import type { Decision } from '@howcanwe/shared/decisions'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { tellLive } from '../../../live/index.ts'
import { record } from '../../audit/index.ts'
import type { GroupRow, Knock } from '../../codesign/index.ts'
import { refuse } from '../decisions.errors.ts'
import { kept } from '../decisions.refused.ts'
import * as q from '../queries/decisions.queries.ts'
import { readFor, requireRun } from './looking.ts'
import { type Whole, wholeOf } from './whole.ts'

export interface Moved {
  /** What the record calls it. */
  action: `decisions.${ActionOf<'decisions'>}`
  after?: Record<string, unknown>
}

type Refusals = Parameters<typeof kept>[1]

/** Everything of a decision, locked for a change. */
export async function locked(tx: Database, id: string): Promise<Whole> {
  const decision = await q.lockDecision(tx, id)
  if (!decision) throw refuse('decisions.not_found')
  return wholeOf(tx, decision)
}

/** Writes into the record and onto every screen that something moved. */
export async function moved(
  tx: Database,
  { decision: d }: Pick<Whole, 'decision'>,
  { action, after }: Moved,
  by: { actorId: string | null; requestId?: string | undefined },
): Promise<void> {
  await record(tx, {
    placeId: d.placeId,
    actorId: by.actorId,
    action,
    subject: { kind: 'decision', id: d.id },
    after: { groupId: d.groupId, number: d.number, ...after },
    ...(by.requestId ? { requestId: by.requestId } : {}),
  })
  await tellLive(tx, { room: d.groupId, kind: 'decision', id: d.id })
}

/**
 * One move of whoever runs the group: locked, kept by the database's guards, recorded, shown at once.
 *
 * @throws decisions.not_found and what the guards refuse
 */
export async function move(
  deps: Deps,
  knock: Knock,
  { decisionId, requestId }: { decisionId: string; requestId: string },
  work: (tx: Database, whole: Whole, group: GroupRow) => Promise<Moved>,
  refusals: Refusals = {},
): Promise<Decision> {
  const { group } = await requireRun(deps.db, knock, decisionId)
  const actorId = knock.actor?.personId ?? null
  await kept(
    () =>
      inTransaction(deps.db, async (tx) => {
        const whole = await locked(tx, decisionId)
        await moved(tx, whole, await work(tx, whole, group), { actorId, requestId })
      }),
    refusals,
  )
  return readFor(deps, knock, decisionId)
}
