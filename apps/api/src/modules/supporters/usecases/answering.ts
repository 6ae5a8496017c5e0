import type { Supported } from '@howcanwe/shared/supporters'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { endConsents } from '../../consents/index.ts'
import { nameIfMissing, person } from '../../identity/index.ts'
import { refuse } from '../supporters.errors.ts'
import { tell } from '../supporters.letters.ts'
import * as q from '../supporters.queries.ts'
import { acceptedLetter, declinedLetter } from '../supporters.words.ts'
import { endThese } from './ending.ts'
import { shownToHelper } from './view.ts'

interface Asked {
  supportId: string
  requestId: string
}

/** The addresses and numbers somebody has proven theirs. */
async function waysOf(db: Database, personId: string): Promise<string[]> {
  const row = await person(db, personId)
  return [row?.verifiedAt && row.email, row?.phoneVerifiedAt && row.phone].filter(
    (way): way is string => Boolean(way),
  )
}

/** Whom somebody acts for, and who asks them to. */
export async function supportedBy(db: Database, actor: Actor): Promise<Supported[]> {
  const rows = await q.forSupporter(db, actor.personId, await waysOf(db, actor.personId))
  return rows.map(shownToHelper)
}

async function requireAsked(tx: Database, actor: Actor, ways: string[], id: string) {
  const rows = await q.forSupporter(tx, actor.personId, ways)
  const row = rows.find(({ support }) => support.id === id && support.state === 'asked')
  if (!row) throw refuse('supporters.not_found')
  return row
}

/**
 * What the database refuses when somebody says yes: a second voice (HW077), power over the answers (HW078), or an
 * organisation that may answer beside them (HW090).
 */
function sayWhy(error: unknown): never {
  const state = sqlState(error)
  if (state === 'HW077') throw refuse('supporters.own_place')
  if (state === 'HW078') throw refuse('supporters.has_power')
  if (state === 'HW090') throw refuse('supporters.other_organisation')
  throw state === 'HW076' ? refuse('supporters.over') : error
}

/**
 * Says yes. What stood between the two before ends with it, so that the newest question counts.
 *
 * @throws supporters.not_found · supporters.over · supporters.own_place · supporters.has_power ·
 *   supporters.other_organisation
 */
export const accept = (deps: Deps, actor: Actor, asked: Asked): Promise<Supported> =>
  inTransaction(deps.db, (tx) => sayYes(deps, tx, actor, asked)).catch(sayWhy)

async function sayYes(deps: Deps, tx: Database, actor: Actor, { supportId, requestId }: Asked) {
  const ways = await waysOf(tx, actor.personId)
  const { support } = await requireAsked(tx, actor, ways, supportId)
  await endThese(tx, q.activeOf(support.personId, actor.personId), {
    by: actor.personId,
    requestId,
  })
  const active = await q.activate(tx, supportId, actor.personId, ways)
  if (!active) throw refuse('supporters.not_found')
  await nameIfMissing(tx, actor.personId, support.calledName)
  await record(tx, {
    placeId: null,
    actorId: actor.personId,
    action: 'supporters.accepted',
    subject: { kind: 'support', id: supportId },
    before: { state: 'asked' },
    after: { state: 'active', scopes: active.scopes },
    requestId,
  })
  const who = await person(tx, actor.personId)
  await tell(tx, deps.config, active, {
    to: active.personId,
    who,
    kind: 'accepted',
    words: acceptedLetter,
  })
  const row = await q.ofPerson(tx, supportId, active.personId)
  if (!row) throw new Error('support was gone in its own transaction')
  return shownToHelper(row)
}

/** Says no, without a reason. @throws supporters.not_found */
export async function decline(
  deps: Deps,
  actor: Actor,
  { supportId, requestId }: Asked,
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const ways = await waysOf(tx, actor.personId)
    const { support } = await requireAsked(tx, actor, ways, supportId)
    const said = await q.refuseAsk(tx, supportId, ways)
    if (!said) throw refuse('supporters.not_found')
    await endConsents(tx, { kind: 'person', id: support.personId }, 'supporter', supportId)
    await record(tx, {
      placeId: null,
      actorId: actor.personId,
      action: 'supporters.declined',
      subject: { kind: 'support', id: supportId },
      before: { state: 'asked' },
      after: { state: 'declined' },
      requestId,
    })
    await tell(tx, deps.config, support, {
      to: support.personId,
      who: support.calledName,
      kind: 'declined',
      words: declinedLetter,
    })
  })
}
