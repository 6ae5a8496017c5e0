import type { RecruitmentDesk } from '@howcanwe/shared/recruitment'
import { type Database, inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { endConsents } from '../../consents/index.ts'
import { destroyOne } from '../../vault/index.ts'
import { refuse } from '../recruitment.errors.ts'
import { tellCalledOff } from '../recruitment.letters.ts'
import * as q from '../recruitment.queries.ts'
import { noted, SECRET } from './opening.ts'
import { deskView, requireDrawn, requireRow } from './view.ts'

interface By {
  actor: Actor
  groupId: string
  requestId: string
}

/**
 * Calls a draw off before it is drawn (CD7). Everybody in the pool is told why; answers given with a consent of their own
 * go at once, names after a month, as if it had been drawn. The secret is thrown away, so that nobody can draw it any more,
 * and the database gives nobody a seat out of it (HW178).
 *
 * @throws recruitment.group_unknown · recruitment.none · recruitment.wrong_state once it is drawn, or is off already
 */
export async function callOff(deps: Deps, by: By, why: string): Promise<RecruitmentDesk> {
  return inTransaction(deps.db, async (tx) => {
    const group = await requireDrawn(tx, by.actor, by.groupId)
    const row = await requireRow(tx, group.id, 'update')
    if (row.state !== 'open' && row.state !== 'closed') throw refuse('recruitment.wrong_state')
    const off = await switchOff(tx, by, row, why)
    await inTurn(await q.namesOf(tx, row.id, ['in']), async (name) => {
      await tellCalledOff(deps, tx, group, off, name)
      await endConsents(tx, { kind: 'draw-name', id: name.id }, 'draw-special')
    })
    return deskView({ ...deps, db: tx }, by.actor, group, off)
  })
}

/** No moment is given: the database sets its own. */
async function switchOff(tx: Database, by: By, row: q.RecruitmentRow, why: string) {
  const values = { state: 'called-off', calledOffBy: by.actor.personId, calledOffWhy: why } as const
  const off = await q.change(tx, row, values)
  if (!off) throw refuse('recruitment.wrong_state')
  await destroyOne(tx, { placeId: row.placeId, subjectId: row.id, field: SECRET })
  await noted(tx, by, off, 'called-off', { was: row.state, why })
  return off
}
