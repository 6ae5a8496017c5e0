import type { Received } from '@howcanwe/shared/http'
import type { Introduction, introductionsContract, Turn } from '@howcanwe/shared/introductions'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { noteTyped } from '../../cases/index.ts'
import { refuse } from '../introductions.errors.ts'
import type * as q from '../introductions.queries.ts'
import { agreed, type Held, late, write } from './answering.ts'
import { requireBrokered, viewed } from './brokering.ts'
import { isHeard } from './view.ts'

type Heard = Received<typeof introductionsContract.spoken>['body']

function heldOf(whole: q.Whole, turn: Turn, actor: Actor): Held {
  const [first, second] = whole.parties
  const [own, other] = turn === 'first' ? [first, second] : [second, first]
  return { whole, turn, own, other, personId: actor.personId }
}

/** The database's own word for it: its own people answer (HW145). */
function notHeard(error: unknown): unknown {
  return sqlState(error) === 'HW145' ? refuse('introductions.answers_themselves') : late(error)
}

async function keep(tx: Database, deps: Deps, held: Held, heard: Heard): Promise<void> {
  const { id, placeId } = held.whole.introduction
  await noteTyped(tx, {
    ...{ placeId, introductionId: id, brokerId: held.personId ?? '' },
    organisationId: held.own.organisation.id,
    whoAsked: heard.spokenWith,
    minutes: heard.minutes,
  })
  await write(tx, held, heard.said)
  if (heard.said.answer === 'yes') await agreed(tx, deps, held)
}

/**
 * Writes down what a side said that only a voice reaches, read back to them. It counts as if they had pressed the button,
 * and a no is as unseen: the line in the log names nobody, and what was typed is for their own people alone.
 *
 * @throws introductions.not_found to whoever has a part in it · matching.not_neutral · introductions.wrong_state ·
 *   introductions.answers_themselves · introductions.answered · introductions.over · introductions.not_reachable
 */
export async function spoken(
  deps: Deps,
  actor: Actor,
  id: string,
  heard: Heard,
): Promise<Introduction> {
  return inTransaction(deps.db, async (tx) => {
    const held = heldOf(await requireBrokered(tx, actor, id), heard.turn, actor)
    const { side, spoken: isSpoken } = held.own
    if (!side.askedAt) throw refuse('introductions.wrong_state')
    if (isSpoken && side.answer === heard.said.answer) return viewed(tx, id)
    if (side.answer) throw refuse('introductions.answered')
    if (!isHeard(held.own)) throw refuse('introductions.answers_themselves')
    await keep(tx, deps, held, heard)
    return viewed(tx, id)
  }).catch((error: unknown) => {
    throw notHeard(error)
  })
}
