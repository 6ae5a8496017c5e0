import type { Received } from '@howcanwe/shared/http'
import {
  accountNumberOf,
  ibanOf,
  type OwnWay,
  type paymentsContract,
  sortCodeOf,
} from '@howcanwe/shared/payments'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { type Knock, requireVoice, type Voice } from '../../codesign/index.ts'
import { putAway } from '../../vault/index.ts'
import { tellWayChanged } from '../payments.letters.ts'
import { addWay, dropWay, type Way } from '../queries/ways.queries.ts'
import type { Asked } from './own.ts'
import { shownWay } from './view.ts'

export type To = Received<typeof paymentsContract.setWay>['body']['to']

/** The vault's name for where somebody's money goes. */
export const WAY_FIELD = 'payments.way'

/** What lies in the vault: read by the payment file, and by nothing else. */
export interface SealedWay {
  name: string
  sortCode: string
  accountNumber: string
  iban: string
  address: string
}

const EMPTY: SealedWay = { name: '', sortCode: '', accountNumber: '', iban: '', address: '' }

const wayOfKind = ({ kind }: To): Way['way'] => (kind === 'uk' || kind === 'iban' ? 'bank' : kind)

/** As it is sealed; the contract has looked at the digits. Null where there is nothing to hide. */
function sealedOf(to: To): SealedWay | null {
  if (to.kind === 'cash') return null
  if (to.kind === 'post') return { ...EMPTY, address: to.address }
  if (to.kind === 'iban') return { ...EMPTY, name: to.name, iban: ibanOf(to.iban) ?? '' }
  return {
    ...EMPTY,
    name: to.name,
    sortCode: sortCodeOf(to.sortCode) ?? '',
    accountNumber: accountNumberOf(to.accountNumber) ?? '',
  }
}

/** Puts a way in the place of the one before, its details straight into the vault. */
export async function storeWay(
  deps: Pick<Deps, 'config'>,
  tx: Database,
  { placeId, memberId }: Pick<Voice, 'placeId' | 'memberId'>,
  to: To,
  requestId: string,
): Promise<Way> {
  await dropWay(tx, memberId)
  const sealed = sealedOf(to)
  const last4 = (sealed?.iban || sealed?.accountNumber || '').slice(-4)
  const way = await addWay(tx, { placeId, memberId, way: wayOfKind(to), last4 })
  if (sealed) {
    const context = { placeId, subjectId: memberId, field: WAY_FIELD }
    await putAway(tx, deps.config.vaultKey, context, JSON.stringify(sealed))
  }
  await record(tx, {
    placeId,
    actorId: null,
    action: 'payments.way-set',
    subject: { kind: 'group_member', id: memberId },
    after: { way: way.way },
    requestId,
  })
  return way
}

/**
 * How money reaches somebody from now on. Bank details go straight into the vault; whoever wrote themselves in with
 * another's slip is found out by the letter (trust.md A7).
 *
 * @throws codesign.no_place_here
 */
export async function setWay(
  deps: Deps,
  knock: Knock,
  { groupId, requestId }: Asked,
  { to }: { to: To },
): Promise<OwnWay> {
  return inTransaction(deps.db, async (tx) => {
    const voice = await requireVoice(tx, knock, groupId)
    const way = await storeWay(deps, tx, voice, to, requestId)
    await tellWayChanged(deps, tx, { groupId, memberId: voice.memberId })
    return shownWay(way)
  })
}

/** Bank details or address go at once, for good. @throws codesign.no_place_here */
export async function forgetWay(
  deps: Deps,
  knock: Knock,
  { groupId, requestId }: Asked,
): Promise<{ forgotten: true }> {
  return inTransaction(deps.db, async (tx) => {
    const { memberId, placeId } = await requireVoice(tx, knock, groupId)
    if (await dropWay(tx, memberId))
      await record(tx, {
        placeId,
        actorId: null,
        action: 'payments.way-forgotten',
        subject: { kind: 'group_member', id: memberId },
        requestId,
      })
    return { forgotten: true as const }
  })
}
