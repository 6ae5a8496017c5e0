import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { writeTo } from '../joint-interests.letters.ts'
import * as q from '../joint-interests.queries.ts'
import { unsentLetter } from '../joint-interests.words.ts'
import { joinedIn, jointWith } from './view.ts'

/** More than this before it closes, the closing day has moved since: it is looked at again later. */
const SOON_MS = 5 * 86_400_000

async function remind(tx: Database, deps: Deps): Promise<boolean> {
  const taken = await q.takeUnsent(tx)
  if (!taken) return false
  const joint = await jointWith(tx, taken.id)
  const closes = taken.closesAt?.getTime() ?? 0
  const left = closes - deps.clock().getTime()
  const later = left > SOON_MS ? new Date(closes - SOON_MS / 2) : null
  await q.change(tx, taken.id, { remindAt: later })
  if (!joint?.open || later) return true
  const to = joinedIn(joint).map((m) => m.organisation.id)
  const template = 'joint-interests.unsent'
  await writeTo(tx, deps, { joint, to, template, words: unsentLetter, by: '' })
  return true
}

/**
 * One step of the worker: tells everybody in an answer together that it has not been sent, some working days before its
 * challenge closes. Several workers may do this at once; each takes another row.
 *
 * @returns whether there was something to do
 */
export const remindUnsent = (deps: Deps): Promise<boolean> =>
  inTransaction(deps.db, (tx) => remind(tx, deps))
