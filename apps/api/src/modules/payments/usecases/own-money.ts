import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { foldContact } from '../../codesign/index.ts'
import { keyedHash, person } from '../../identity/index.ts'
import * as f from '../queries/former.queries.ts'
import type { FullItem } from '../queries/items.queries.ts'

/**
 * Which of these go to, or went to, the one who asks: nobody approves their own (four eyes). Places of today and of accounts
 * that have left are known by the database, which refuses them too; a contact that became an account later only here.
 */
export async function ownMoney(
  deps: Pick<Deps, 'config'>,
  db: Database,
  items: readonly Pick<FullItem, 'memberId' | 'groupId'>[],
  { personId }: Pick<Actor, 'personId'>,
): Promise<Set<string>> {
  if (items.length === 0) return new Set()
  const memberIds = [...new Set(items.map(({ memberId }) => memberId))]
  const own = await f.placesPaidTo(db, memberIds, personId)
  const who = await person(db, personId)
  const folded = [
    ...(who?.email ? [foldContact('email', who.email, '')] : []),
    ...(who?.phone && who.phoneVerifiedAt ? [foldContact('phone', who.phone, '')] : []),
  ]
  const groupOf = new Map(items.map(({ memberId, groupId }) => [memberId, groupId]))
  for (const { memberId, hash } of await f.formerHashes(db, memberIds)) {
    const purpose = `group-contact:${groupOf.get(memberId)}`
    if (folded.some((one) => keyedHash(deps.config.vaultKey, purpose, one).equals(hash)))
      own.add(memberId)
  }
  return own
}
