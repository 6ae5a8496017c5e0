import type { Received } from '@howcanwe/shared/http'
import type { LeavingPay, paymentsContract } from '@howcanwe/shared/payments'
import { type Database, inTransaction, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { type Knock, refuseGroup, requireVoice } from '../../codesign/index.ts'
import { hashOf } from '../../identity/index.ts'
import { requirePlace } from '../../places/index.ts'
import { tellWayChanged } from '../payments.letters.ts'
import * as q from '../queries/items.queries.ts'
import * as l from '../queries/leaving.queries.ts'
import { wayOf } from '../queries/ways.queries.ts'
import { writeChoice } from './own.ts'
import { shownWay } from './view.ts'
import { storeWay } from './ways.ts'

type Said = Received<typeof paymentsContract.leaveOwnPaid>['body']

/** How somebody shows whose money it is: their place, open here, or the link to leave, which works on after they left. */
export type Door = { knock: Knock; groupId: string } | { manageToken: string }

/** @throws codesign.no_place_here · codesign.place_not_found */
async function leaverAt(db: Database, door: Door): Promise<l.Leaver> {
  if ('manageToken' in door) {
    const found = await l.leaverByHash(db, hashOf(door.manageToken))
    if (!found) throw refuseGroup('codesign.place_not_found')
    return found
  }
  const voice = await requireVoice(db, door.knock, door.groupId)
  const found = await l.leaverById(db, voice.memberId)
  if (!found) throw refuseGroup('codesign.no_place_here')
  return found
}

async function shown(db: Database, { id, placeId, reference, state }: l.Leaver) {
  const owed = await l.owedOf(db, id)
  const of = (kind: q.Item['kind']) => owed.find((one) => one.kind === kind)?.pence ?? 0
  const days = owed.flatMap(({ payBy }) => (payBy ? [new Date(payBy).getTime()] : []))
  const way = await wayOf(db, id)
  const said = await l.leavingOf(db, id)
  return {
    left: state === 'left',
    reference,
    currency: (await requirePlace(db, placeId)).currency,
    involvementPence: of('involvement'),
    expensePence: of('expense'),
    mayCome: await l.mayHaveCome(db, id),
    way: way ? shownWay(way) : null,
    choice: said?.choice ?? null,
    charityName: said?.charityName ?? '',
    payBy: days.length > 0 ? new Date(Math.max(...days)) : null,
  } satisfies LeavingPay
}

/** What is still owed to somebody on their way out. @throws codesign.no_place_here · codesign.place_not_found */
export const leavingPay = async (db: Database, door: Door): Promise<LeavingPay> =>
  shown(db, await leaverAt(db, door))

/**
 * What `all` says about is only what they have not chosen about: an earlier choice stands. A charity and nothing are said
 * about everything that is not approved.
 */
const spokenOf = ({ choice }: Said) =>
  choice === 'all' ? (['due', 'failed'] as const) : (['due', 'failed', 'chosen'] as const)

const WHOLE = { choice: 'all', charityName: '' } as const

/**
 * Paid for what was done (§4.2): one answer about everything still owed for their time, which also holds for what is
 * counted later, and where it goes. Money given back goes to them whatever they say.
 *
 * @throws codesign.no_place_here · codesign.place_not_found
 */
export async function payLeaver(
  deps: Deps,
  door: Door,
  { choice, charity, to }: Said,
  requestId: string,
): Promise<LeavingPay> {
  return inTransaction(deps.db, async (tx) => {
    const who = await leaverAt(tx, door)
    const { placeId, id: memberId, groupId } = who
    const charityName = choice === 'charity' ? (charity ?? '') : ''
    await l.putLeaving(tx, { placeId, memberId, choice, charityName })
    if (to) {
      await storeWay(deps, tx, { placeId, memberId }, to, requestId)
      await tellWayChanged(deps, tx, { groupId, memberId })
    }
    const ids = await l.openItemIds(tx, memberId, spokenOf({ choice }))
    await inTurn(ids, (id) => chooseAsSaid(tx, id, { choice, charityName }))
    // Money given back that did not arrive goes out again, to where they say now.
    if (to)
      await inTurn(await l.failedExpenseIds(tx, memberId), (id) => chooseAsSaid(tx, id, WHOLE))
    await record(tx, {
      placeId,
      actorId: null,
      action: 'payments.leaving-said',
      subject: { kind: 'group_member', id: memberId },
      requestId,
    })
    return shown(tx, who)
  })
}

/** Writes for one item what somebody said on their way out about all of them. */
export async function chooseAsSaid(
  tx: Database,
  itemId: string,
  { choice, charityName }: { choice: Said['choice']; charityName: string },
): Promise<void> {
  const item = await q.lockItem(tx, itemId)
  if (!item) return
  const more = choice === 'charity' ? { charity: charityName } : {}
  await writeChoice(tx, item, { choice, ...more }, { enteredBy: null, saidBy: null })
}
