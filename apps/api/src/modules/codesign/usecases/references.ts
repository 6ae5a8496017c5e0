import type { Database } from '../../../db/database.ts'
import { newReference } from '../codesign.references.ts'
import { isReferenceTaken } from '../queries/members.queries.ts'

/** A reference nobody in this place has; the unique index settles what two find free at the same instant. */
export async function freeReference(
  tx: Database,
  placeId: string,
  language: string,
): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const reference = newReference(language, attempt)
    if (!(await isReferenceTaken(tx, placeId, reference))) return reference
  }
}
