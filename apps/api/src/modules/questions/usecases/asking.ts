import type { Result } from '@howcanwe/shared/http'
import type { questionsContract } from '@howcanwe/shared/questions'
import { wayToReach } from '@howcanwe/shared/questions'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { lockOpenChallenge } from '../../challenges/index.ts'
import { calendarOf } from '../../places/index.ts'
import * as q from '../queries/questions.queries.ts'
import { refuse } from '../questions.errors.ts'
import { clocksOf, MOST_WAITING } from '../questions.rules.ts'
import { takeTurn } from './turns.ts'

type Asked = Result<typeof questionsContract.ask>

/**
 * Asks without a name (FR-11). What is written down comes from the challenge and the words: no actor, no request, so
 * there is nothing to store. The network address is counted behind a number and goes no further. The trail says that
 * somebody asked. Late is what the database's clock calls late.
 *
 * @throws challenges.not_found · challenges.closed · challenges.wrong_state · questions.over ·
 *   questions.holds_contact · questions.too_many_waiting · questions.asked_enough
 */
export async function ask(
  deps: Pick<Deps, 'db' | 'config'>,
  input: { challengeId: string; words: string; website?: string | undefined },
  caller: string,
): Promise<Asked> {
  const { challengeId, words, website } = input
  if (wayToReach(words))
    throw refuse('questions.holds_contact', {
      fields: [{ pointer: '#/body/words', code: 'holds_contact' }],
    })
  if (!website) await takeTurn(deps, { challengeId, words, caller })
  return beforeTheFreeze(deps.db, async (tx) => {
    const { placeId } = await lockOpenChallenge(tx, challengeId)
    if (!(await q.windowOf(tx, challengeId))?.open) throw refuse('questions.over')
    const askedOn = await q.todayIn(tx, placeId)
    const { answerBy, ...clocks } = clocksOf(askedOn, await calendarOf(tx, placeId))
    if (!website) await keep(tx, { placeId, challengeId, words, askedOn, ...clocks })
    return { askedOn, answerBy }
  })
}

async function keep(tx: Database, row: Parameters<typeof q.put>[1]): Promise<void> {
  const waiting = await q.countWaiting(tx, row.challengeId)
  if (waiting >= MOST_WAITING) throw refuse('questions.too_many_waiting')
  if (!(await q.put(tx, row))) return
  await record(tx, {
    placeId: row.placeId,
    actorId: null,
    action: 'questions.asked',
    // Of the challenge, not of the question: the moment must not lead to the words.
    subject: { kind: 'challenge', id: row.challengeId },
  })
}

/** What the database refuses as too late is the time for questions being over (HW060). */
async function beforeTheFreeze<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(db, work)
  } catch (error) {
    throw sqlState(error) === 'HW060' ? refuse('questions.over') : error
  }
}
