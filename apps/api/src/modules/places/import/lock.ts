import type { ClientBase } from 'pg'
import { ImportProblem } from './problem.ts'

/** First half of the advisory key; the second says which importer. */
const FAMILY = 742_620
export const LOCKS = { places: 1, register: 2, grants: 3, services: 4 } as const

/**
 * Lets one import of a kind run at a time on a database. The lock belongs to the connection, so it ends with a
 * killed process too.
 *
 * @throws ImportProblem running
 */
export async function alone<T>(
  client: ClientBase,
  lock: keyof typeof LOCKS,
  work: () => Promise<T>,
): Promise<T> {
  const key = [FAMILY, LOCKS[lock]]
  const { rows } = await client.query<{ got: boolean }>(
    'select pg_try_advisory_lock($1, $2) got',
    key,
  )
  if (!rows[0]?.got) throw new ImportProblem('running')
  try {
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1, $2)', key).catch(() => undefined)
  }
}
