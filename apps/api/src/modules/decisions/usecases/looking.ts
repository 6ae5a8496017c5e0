import type { Decision } from '@howcanwe/shared/decisions'
import { type Database, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { type GroupRow, type Knock, membersOf, runs, voiceIn } from '../../codesign/index.ts'
import { refuse } from '../decisions.errors.ts'
import * as q from '../queries/decisions.queries.ts'
import { toRing } from './results.ts'
import { type Looker, shown } from './view.ts'
import { requireDecision, requireGroup, wholeOf } from './whole.ts'

type Needs = Pick<Deps, 'db' | 'clock'>

/**
 * Whoever has a voice in the group or runs it.
 *
 * @throws codesign.no_place_here
 */
export async function requireLooker(db: Database, knock: Knock, group: GroupRow): Promise<Looker> {
  const voice = await voiceIn(db, knock, group.id)
  const isFacilitator = knock.actor !== undefined && runs(knock.actor, group)
  if (!voice && !isFacilitator) throw refuse('codesign.no_place_here')
  return { voice, runs: isFacilitator }
}

/** @throws codesign.group_not_found · codesign.no_place_here */
export const lookerOf = async (db: Database, knock: Knock, groupId: string): Promise<Looker> =>
  requireLooker(db, knock, await requireGroup(db, groupId))

export async function listFor(
  { db, clock }: Needs,
  knock: Knock,
  groupId: string,
): Promise<{ runs: boolean; items: Decision[] }> {
  const looker = await lookerOf(db, knock, groupId)
  const rows = await q.decisionsOf(db, groupId)
  const items = await inTurn(rows, async (row) =>
    shown(db, await wholeOf(db, row), looker, clock()),
  )
  return { runs: looker.runs, items }
}

/** @throws decisions.not_found · codesign.no_place_here */
export async function readFor(
  deps: Needs & Pick<Deps, 'config'>,
  knock: Knock,
  id: string,
): Promise<Decision> {
  const { db, clock } = deps
  const decision = await requireDecision(db, id)
  const group = await requireGroup(db, decision.groupId)
  const looker = await requireLooker(db, knock, group)
  const found = await shown(db, await wholeOf(db, decision), looker, clock())
  const isToTell = looker.runs && found.versions[0]?.result
  return isToTell ? { ...found, ring: await ringFor(deps, group) } : found
}

/** Whom no letter about a result reaches, so that somebody rings. */
async function ringFor(deps: Pick<Deps, 'db' | 'config'>, group: GroupRow) {
  const members = toRing(deps, group, await membersOf(deps.db, group.id))
  return members.map(({ firstName: name, reference, contact: how }) => ({ name, reference, how }))
}

/** A decision of a group that this person runs. @throws decisions.not_found also for somebody else's */
export async function requireRun(db: Database, knock: Knock, id: string) {
  const decision = await requireDecision(db, id)
  const group = await requireGroup(db, decision.groupId)
  if (!knock.actor || !runs(knock.actor, group)) throw refuse('decisions.not_found')
  return { decision, group }
}
