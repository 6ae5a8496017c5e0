import type { ResetReason } from '@howcanwe/shared/passkeys'
import { inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { record } from '../audit/index.ts'
import { type Here, lockPerson, rolesOf } from '../identity/index.ts'
import { dropRecoveryCodes } from './passkeys.codes.queries.ts'
import { refuse } from './passkeys.errors.ts'
import { dropPasskeys, endSessions } from './passkeys.queries.ts'
import { tell } from './passkeys.tell.ts'
import { resetLetter } from './passkeys.words.ts'

/**
 * Takes away every passkey and recovery code of a colleague who has lost them, and signs them out everywhere. The
 * answer is the same whether or not they had any.
 *
 * @throws passkeys.not_oneself · passkeys.person_unknown for whoever holds no role where the steward is one
 */
export async function reset(
  deps: Deps,
  actor: Actor,
  given: { personId: string; reason: ResetReason; here: Here },
): Promise<void> {
  const { personId, reason, here } = given
  if (personId === actor.personId) throw refuse('passkeys.not_oneself')
  await inTransaction(deps.db, async (tx) => {
    const colleague = await lockPerson(tx, personId)
    const placeId = colleague && (await sharedPlace(deps, actor, personId))
    if (!colleague || !placeId) throw refuse('passkeys.person_unknown')
    await dropPasskeys(tx, personId)
    await dropRecoveryCodes(tx, personId)
    await endSessions(tx, personId)
    await tell(tx, colleague, here, {
      template: 'passkeys.reset',
      words: resetLetter,
      facts: { reason },
    })
    await record(tx, {
      placeId,
      actorId: actor.personId,
      action: 'passkeys.reset',
      subject: { kind: 'person', id: personId },
      after: { reason },
    })
  })
}

/** A place this steward keeps, and in which the other holds a role. */
async function sharedPlace(
  deps: Deps,
  actor: Actor,
  personId: string,
): Promise<string | undefined> {
  const keeps = actor.roles.filter(({ role }) => role === 'steward').map(({ placeId }) => placeId)
  const theirs = await rolesOf(deps.db, personId)
  return theirs.find(({ placeId }) => keeps.includes(placeId))?.placeId
}
