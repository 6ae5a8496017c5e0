import type { Deps } from '../../../deps.ts'
import { publishedChallenge } from '../../challenges/index.ts'
import * as q from '../queries/turns.queries.ts'
import { refuse } from '../questions.errors.ts'
import { turnOf } from '../questions.turns.rules.ts'

/**
 * Five questions a day about one challenge from behind one network address, over all processes (T-20). Counted before
 * the question is written and in a transaction of its own, so that nothing in the database leads from one to the other.
 *
 * @param asked.caller the network address; used here and nowhere else
 * @throws questions.asked_enough
 */
export async function takeTurn(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  asked: { challengeId: string; words: string; caller: string },
): Promise<void> {
  const { challengeId, words, caller } = asked
  if ((await publishedChallenge(db, challengeId))?.state !== 'open') return
  if (await q.waitsAlready(db, challengeId, words)) return
  const { day, key } = await q.keyOfToday(db)
  const number = turnOf({ day: key, own: config.refreshSecret }, challengeId, caller)
  if (!(await q.claimTurn(db, { day, challengeId, number }))) throw refuse('questions.asked_enough')
}
