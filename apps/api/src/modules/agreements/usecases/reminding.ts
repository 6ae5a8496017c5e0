import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { writeTo } from '../agreements.letters.ts'
import * as q from '../agreements.queries.ts'
import { reviewLetter } from '../agreements.words.ts'

async function remind(tx: Database, origin: string): Promise<boolean> {
  const due = await q.takeReviewDue(tx)
  const whole = due && (await q.agreementById(tx, due.id))
  if (!whole) return false
  await q.change(tx, whole.row.id, { reviewTold: q.fromNow })
  const to = whole.parties.map(({ party }) => party.organisationId)
  const letter = { whole, to, by: '', words: reviewLetter }
  await writeTo(tx, origin, { ...letter, template: 'agreements.review' })
  return true
}

/**
 * One step of the worker: asks every party of one agreement whether it still fits, three months on.
 *
 * @returns whether there was something to do
 */
export const remindAgreements = ({ db, config }: Pick<Deps, 'db' | 'config'>): Promise<boolean> =>
  inTransaction(db, (tx) => remind(tx, config.origin))
