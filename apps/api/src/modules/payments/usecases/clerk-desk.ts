import type { ClerkDesk } from '@howcanwe/shared/payments'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { requirePlace } from '../../places/index.ts'
import { clerks } from '../payments.policy.ts'
import * as b from '../queries/batches.queries.ts'
import * as q from '../queries/items.queries.ts'
import { shortOf } from './batches.ts'
import { figuresFor } from './group.ts'
import { ownMoney } from './own-money.ts'
import { shownToClerk } from './view.ts'

/** What waits for a clerk of a place. @throws auth.forbidden */
export async function clerkDesk(deps: Deps, actor: Actor, placeId: string): Promise<ClerkDesk> {
  const { db } = deps
  if (!clerks(actor, placeId)) throw refuseRequest('auth.forbidden')
  const now = await q.databaseNow(db)
  const { currency } = await requirePlace(db, placeId)
  const waiting = await q.itemsToApprove(db, placeId)
  const own = await ownMoney(deps, db, waiting, actor)
  return {
    items: waiting.map((row) => {
      const item = shownToClerk(row, actor, now)
      return own.has(row.memberId) ? { ...item, stopped: 'yours' as const } : item
    }),
    batches: (await b.batchesOf(db, placeId)).map(shortOf),
    currency,
    figures: await figuresFor(db, placeId, { placeId }),
  }
}
