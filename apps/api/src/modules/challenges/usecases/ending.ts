import type { Draft } from '@howcanwe/shared/challenges'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse } from '../challenges.errors.ts'
import { mayWithdraw } from '../challenges.rules.ts'
import * as q from '../queries/challenge.queries.ts'
import { fresh, trail } from './draft.ts'
import { requireCommissionerOf } from './front-door.ts'

/** Tells those who answered that it was taken back, in the same transaction; they live further right. */
export type TellWithdrawn = (
  tx: Database,
  challenge: { id: string; placeId: string; reason: string },
) => Promise<void>

/**
 * Takes a challenge back, with a reason everybody can read and a letter to everyone who had answered.
 *
 * @throws challenges.not_found · challenges.wrong_state once somebody was chosen or nobody was
 */
export async function withdrawChallenge(
  db: Database,
  actor: Actor,
  input: { id: string; reason: string; tell: TellWithdrawn },
): Promise<Draft> {
  return inTransaction(db, async (tx) => {
    const row = await requireCommissionerOf(tx, actor, input.id, 'lock')
    if (!mayWithdraw(row.state)) throw refuse('challenges.wrong_state')
    await q.changeRow(tx, row.id, { state: 'withdrawn', withdrawnReason: input.reason })
    await trail(tx, actor, row, 'withdrawn', {
      before: { state: row.state },
      after: { state: 'withdrawn' },
    })
    await input.tell(tx, { id: row.id, placeId: row.placeId, reason: input.reason })
    return fresh(tx, row.id)
  })
}

/**
 * Moves one challenge whose closing time is over from open to choosing; the clock acts, nobody else. Several
 * workers may call this at once: each takes another row.
 *
 * @returns whether there was one
 */
export async function closeDue(db: Database): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const due = await q.takeDue(tx)
    if (!due) return false
    await q.changeRow(tx, due.id, { state: 'choosing' })
    await trail(tx, null, due, 'closed', {
      before: { state: 'open' },
      after: { state: 'choosing' },
    })
    return true
  })
}
