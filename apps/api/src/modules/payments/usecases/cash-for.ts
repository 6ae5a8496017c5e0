import type { Received } from '@howcanwe/shared/http'
import type { paymentsContract } from '@howcanwe/shared/payments'
import { inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { refuse } from '../payments.errors.ts'
import { tellWayChanged } from '../payments.letters.ts'
import { addWayOnce } from '../queries/ways.queries.ts'
import { callerIn } from './claiming-for.ts'

interface Asked {
  actor: Actor
  groupId: string
  memberId: string
  requestId: string
}

/**
 * Writes down that somebody wants cash who said so: it needs no details. Only where nobody has said how before, so that
 * nobody's money is led elsewhere by a call (PE3, trust.md A7).
 *
 * @throws codesign.group_not_found · codesign.member_not_found · payments.own_item · payments.way_said
 */
export async function cashFor(
  deps: Deps,
  ask: Asked,
  { saidBy }: Received<typeof paymentsContract.cashFor>['body'],
): Promise<{ cash: true }> {
  return inTransaction(deps.db, async (tx) => {
    const { placeId, groupId, memberId } = await callerIn(tx, ask)
    if (!(await addWayOnce(tx, { placeId, memberId, way: 'cash' })))
      throw refuse('payments.way_said')
    await record(tx, {
      placeId,
      actorId: ask.actor.personId,
      action: 'payments.cash-written-down',
      subject: { kind: 'group_member', id: memberId },
      after: { saidBy },
      requestId: ask.requestId,
    })
    await tellWayChanged(deps, tx, { groupId, memberId })
    return { cash: true as const }
  })
}
