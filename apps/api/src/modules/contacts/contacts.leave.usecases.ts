import type { Config } from '../../config.ts'
import type { Database } from '../../db/database.ts'
import { keysOf, type Reached } from './contacts.kept-out.ts'
import { keepOut } from './contacts.queries.ts'

/**
 * Somebody who asked to be erased was in the book of a place: no list brings them back, by their own address and number or
 * by those the book had (UK GDPR art. 17 and 21).
 */
export async function leaveBook(
  { config }: { config: Pick<Config, 'vaultKey'> },
  tx: Database,
  placeId: string,
  known: readonly Reached[],
): Promise<void> {
  await keepOut(
    tx,
    placeId,
    known.flatMap((one) => keysOf(config.vaultKey, placeId, one)),
  )
}
