import type { Received } from '@howcanwe/shared/http'
import type { GroupItem, paymentsContract } from '@howcanwe/shared/payments'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { membersOf, refuseGroup, requireOwnGroup } from '../../codesign/index.ts'
import { refuse } from '../payments.errors.ts'
import * as q from '../queries/items.queries.ts'
import { addExpense, sentenceFor } from './spending.ts'
import { shownGroupItem } from './view.ts'

type Said = Received<typeof paymentsContract.claimFor>['body']

interface Asked {
  actor: Actor
  groupId: string
  memberId: string
  requestId: string
}

/** Somebody of this group, who is not the one who types. */
export async function callerIn(tx: Database, { actor, groupId, memberId }: Asked) {
  const group = await requireOwnGroup(tx, actor, groupId)
  const member = (await membersOf(tx, group.id)).find(({ id }) => id === memberId)
  if (!member) throw refuseGroup('codesign.member_not_found')
  if (member.personId === actor.personId) throw refuse('payments.own_item')
  return { placeId: group.placeId, groupId: group.id, memberId }
}

/**
 * Writes an expense or a prepaid fare down for somebody who rang or wrote, read back to them (CD4, PE3): what they could
 * ask for themselves, under the same rules. Who types it has confirmed it with that; a finance clerk still approves.
 *
 * @throws codesign.group_not_found · codesign.member_not_found · payments.own_item · payments.session_not_found ·
 * payments.not_paid_here · payments.beforehand · payments.receipt_needed · payments.claimed_already
 */
export async function claimFor(
  deps: Deps,
  ask: Asked,
  { saidBy, readBack: _, ...claim }: Said,
): Promise<GroupItem> {
  const enteredBy = ask.actor.personId
  try {
    return await inTransaction(deps.db, async (tx) => {
      const caller = await callerIn(tx, ask)
      const id = await addExpense(tx, caller, claim, { enteredBy, saidBy })
      const now = await q.databaseNow(tx)
      await q.changeItem(tx, id, { confirmedAt: now, confirmedBy: enteredBy })
      await record(tx, {
        placeId: caller.placeId,
        actorId: enteredBy,
        action: 'payments.expense-written-down',
        subject: { kind: 'pay_item', id },
        after: { why: claim.why, advance: claim.advance },
        requestId: ask.requestId,
      })
      return shownGroupItem(await q.fullItem(tx, id), now)
    })
  } catch (error) {
    throw sentenceFor(error)
  }
}
