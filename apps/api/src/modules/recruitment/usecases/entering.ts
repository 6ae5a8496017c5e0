import type { EnteredName, enterName as schema } from '@howcanwe/shared/recruitment'
import type * as z from 'zod/mini'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { refuseSupporters } from '../../supporters/index.ts'
import { refuse } from '../recruitment.errors.ts'
import * as q from '../recruitment.queries.ts'
import { asked, keep, requireWordings } from './names.ts'
import { slipFor } from './new-slip.ts'
import { requireDrawn } from './view.ts'

interface Entering {
  actor: Actor
  groupId: string
  wish: z.output<typeof schema>
  requestId: string
}

/**
 * Writes down the name of somebody who rang, wrote or sat at the table (PE3, CD7). What is kept was read to them and they
 * agreed; a slip with words is theirs, to see the name or take it out on any device. Told of it too, where they can be
 * written to, so that nobody is in a draw behind their own back. Who wrote it down stays with it.
 *
 * @throws recruitment.group_unknown · recruitment.none · recruitment.closed · recruitment.contact_invalid ·
 *   recruitment.contact_in · recruitment.answer_unknown · recruitment.consent_needed · supporters.own_place ·
 *   consents.wording_unknown
 */
export async function enterName(deps: Deps, entering: Entering): Promise<EnteredName> {
  requireWordings(entering.wish)
  try {
    return await inTransaction(deps.db, (tx) => enter(deps, tx, entering))
  } catch (error) {
    if (sqlState(error) === 'HW077') throw refuseSupporters('supporters.own_place')
    throw sqlState(error) === 'HW174' ? refuse('recruitment.closed') : error
  }
}

async function enter(
  deps: Deps,
  tx: Database,
  { actor, groupId, wish, requestId }: Entering,
): Promise<EnteredName> {
  await requireDrawn(tx, actor, groupId)
  const asking = await asked(deps, tx, groupId, wish)
  if (await q.nameByContact(tx, asking.row.id, asking.contactHash))
    throw refuse('recruitment.contact_in')
  const name = await keep(deps, tx, { ...asking, enteredBy: actor.personId })
  await record(tx, {
    placeId: name.placeId,
    actorId: actor.personId,
    action: 'recruitment.entered',
    subject: { kind: 'draw-name', id: name.id },
    after: { groupId, saidBy: wish.saidBy },
    requestId,
  })
  return slipFor(deps, tx, name)
}
