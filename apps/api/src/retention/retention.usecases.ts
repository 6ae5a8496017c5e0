import type { Database } from '../db/database.ts'
import { FORGET } from './retention.queries.ts'
import { RETENTION } from './retention.rules.ts'

/**
 * Forgets what is old enough. Each class is a statement of its own: one that fails is tried with the next run and
 * leaves the others alone; several workers at once do no harm.
 *
 * @returns how many rows of each class
 * @throws the first failure, after all have had their turn
 */
export async function forgetOld(db: Database): Promise<Record<string, number>> {
  const done: Record<string, number> = {}
  const failed: unknown[] = []
  for (const { what, days } of RETENTION) {
    try {
      done[what] = await FORGET[what](db, days)
    } catch (error) {
      failed.push(error)
    }
  }
  if (failed.length > 0) throw failed[0]
  return done
}
