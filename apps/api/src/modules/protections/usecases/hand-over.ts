import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { colleaguesOf } from '../../challenges/index.ts'
import { person } from '../../identity/index.ts'
import { enqueue, wordsIn } from '../../notifications/index.ts'
import { refuse } from '../protections.errors.ts'
import { mayHandOver } from '../protections.rules.ts'
import { handedOverLetter } from '../protections.words.ts'
import * as q from '../queries/decision.queries.ts'
import { requireOwn } from './desk.ts'
import { trail } from './trail.ts'

type Told = Pick<Deps, 'db' | 'config'>

/**
 * Gives a decision to a colleague, who is told and looks at it again from then on. What was decided, by which body and
 * when stays as it is; the trail holds both people.
 *
 * @throws protections.not_found · protections.wrong_state when it has ended · protections.colleague_unknown
 */
export async function handOver(
  deps: Told,
  actor: Actor,
  input: { id: string; to: string },
): Promise<{ handedTo: string }> {
  return inTransaction(deps.db, async (tx) => {
    const row = await requireOwn(tx, actor, input.id, 'lock')
    if (!mayHandOver(row.state)) throw refuse('protections.wrong_state')
    const over = [{ kind: 'organisation' as const, id: row.organisationId }]
    const colleagues = await colleaguesOf(tx, actor, { placeId: row.placeId, over })
    const to = colleagues.find((one) => one.id === input.to)
    if (!to) throw refuse('protections.colleague_unknown')
    await q.changeRow(tx, row.id, { commissionerId: to.id })
    await trail(tx, actor.personId, row, 'handed-over', {
      before: { commissionerId: actor.personId },
      after: { commissionerId: to.id },
    })
    await tell(tx, deps, { row, to: to.id, from: actor.displayName ?? '…' })
    return { handedTo: to.name }
  })
}

async function tell(
  tx: Database,
  { config }: Told,
  { row, to, from }: { row: q.DecisionRow; to: string; from: string },
): Promise<void> {
  const receiver = await person(tx, to)
  if (!receiver?.to) return
  const letter = wordsIn(handedOverLetter, receiver.language, {
    title: row.title,
    from,
    reviewOn: row.nextReviewOn,
    link: `${config.origin}/desk/protections/${row.id}`,
  })
  const template = 'protections.handed-over'
  await enqueue(tx, { placeId: row.placeId, to: receiver.to, template, letter })
}
