import type { ReaderComment } from '@howcanwe/shared/readings'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { type ChallengeRow, challengeForReaders, refuseChallenge } from '../../challenges/index.ts'
import { refuse } from '../readings.errors.ts'
import { remind, tellReader } from '../readings.letters.ts'
import { deskAs } from '../readings.policy.ts'
import * as q from '../readings.queries.ts'

type Needs = Pick<Deps, 'db' | 'config'>

/** One's own challenge while it is read, and a comment that waits in it, both held. */
async function hold(
  tx: Database,
  actor: Actor,
  { challengeId, commentId }: { challengeId: string; commentId: string },
) {
  const row: ChallengeRow | undefined = await challengeForReaders(tx, challengeId, 'lock')
  if (!row || deskAs(actor, row) !== 'commissioner') throw refuseChallenge('challenges.not_found')
  const said = await q.lockComment(tx, commentId, challengeId)
  if (!said) throw refuse('readings.not_found')
  if (said.answeredAt) throw refuse('readings.already_answered')
  if (row.state !== 'read-through') throw refuse('readings.over')
  return { row, said }
}

/**
 * Answers a reader by name, on the page and by email; the answer stands (J-04).
 *
 * @throws challenges.not_found · readings.not_found · readings.already_answered · readings.over
 */
export async function answer(
  { db, config }: Needs,
  actor: Actor,
  input: { challengeId: string; commentId: string; answer: string },
): Promise<ReaderComment> {
  return inTransaction(db, async (tx) => {
    const { row, said } = await hold(tx, actor, input)
    await q.giveAnswer(tx, said.id, { answer: input.answer, answeredBy: actor.personId })
    await record(tx, {
      placeId: row.placeId,
      actorId: actor.personId,
      action: 'readings.answered',
      subject: { kind: 'reading', id: said.id },
      after: { challengeId: row.id },
    })
    await tellReader(tx, config, row, { ...said, answer: input.answer })
    return q.commentById(tx, said.id)
  })
}

/**
 * Writes the next reminder of answers that are due today: once, in one email for all comments on a challenge.
 *
 * @returns whether there was one
 */
export async function remindOfReadings({ db, config }: Needs): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const due = await q.takeDue(tx)
    if (!due) return false
    const row = await challengeForReaders(tx, due.challengeId)
    if (row && due.count > 0) await remind(tx, config, row, due.count)
    return true
  })
}
