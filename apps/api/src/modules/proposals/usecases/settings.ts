import type { Received, Result } from '@howcanwe/shared/http'
import type { proposalsContract } from '@howcanwe/shared/proposals'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { requirePlace } from '../../places/index.ts'
import { refuse } from '../proposals.errors.ts'
import { stewardsHere } from '../proposals.policy.ts'
import * as supports from '../queries/supports.queries.ts'

type Settings = Result<typeof proposalsContract.settings>

/** How many people make a question one that must be answered here, since when, and where the number comes from. */
export async function settingsOf(db: Database, placeId: string): Promise<Settings> {
  const row = await supports.settingsOf(db, placeId)
  if (!row)
    return {
      ...{ source: null, since: null, setBy: null },
      supportNeeded: await supports.neededIn(db, placeId),
    }
  const { number: _, ...settings } = row
  return settings
}

/** Dated, with its source, one after the other (decision 16). @throws places.not_found · auth.forbidden · proposals.same_number */
export async function setSettings(
  deps: Deps,
  actor: Actor,
  placeId: string,
  set: Received<typeof proposalsContract.setSettings>['body'],
): Promise<Settings> {
  return inTransaction(deps.db, async (tx) => {
    await requirePlace(tx, placeId)
    if (!stewardsHere(actor, placeId)) throw refuseRequest('auth.forbidden')
    const before = await supports.settingsOf(tx, placeId)
    if ((await supports.neededIn(tx, placeId)) === set.supportNeeded)
      throw refuse('proposals.same_number')
    const number = (before?.number ?? 0) + 1
    await supports.putSettings(tx, { ...set, placeId, number, setBy: actor.personId })
    await record(tx, {
      placeId,
      actorId: actor.personId,
      action: 'proposals.number-set',
      subject: { kind: 'place', id: placeId },
      after: { supportNeeded: set.supportNeeded },
    })
    return settingsOf(tx, placeId)
  })
}
