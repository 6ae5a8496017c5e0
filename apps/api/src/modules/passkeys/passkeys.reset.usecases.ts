import type { ResetReason } from '@howcanwe/shared/passkeys'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { record } from '../audit/index.ts'
import { type Here, heldOf, lockPerson } from '../identity/index.ts'
import { dropRecoveryCodes } from './passkeys.codes.queries.ts'
import { refuse } from './passkeys.errors.ts'
import { dropPasskeys, endSessions } from './passkeys.queries.ts'
import { type Held, mayReset } from './passkeys.rules.ts'
import { tell } from './passkeys.tell.ts'
import { resetLetter } from './passkeys.words.ts'

/** What stands further right in the line of modules. */
export interface ResetHands {
  /** Nobody acts any more for whoever may not have been themselves when they asked for it. */
  endSupportGivenBy: (tx: Database, of: { personId: string; by: string }) => Promise<void>
}

/**
 * Takes away every passkey and recovery code of a colleague who has lost them, signs them out everywhere and ends the
 * help they asked for. The answer is the same whether or not they had any.
 *
 * @throws passkeys.not_oneself · passkeys.person_unknown for whoever holds no role where the steward is one, or holds
 *   power where the steward is none · passkeys.reset_by_operator for another steward
 */
export async function reset(
  deps: Deps,
  actor: Actor,
  given: { personId: string; reason: ResetReason; here: Here; hands: ResetHands },
): Promise<void> {
  const { personId, reason, here, hands } = given
  if (personId === actor.personId) throw refuse('passkeys.not_oneself')
  await inTransaction(deps.db, async (tx) => {
    const colleague = await lockPerson(tx, personId)
    if (!colleague) throw refuse('passkeys.person_unknown')
    const placeId = await placeOfReset(tx, actor, personId)
    await dropPasskeys(tx, personId)
    await dropRecoveryCodes(tx, personId)
    await endSessions(tx, personId)
    await hands.endSupportGivenBy(tx, { personId, by: actor.personId })
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

/**
 * The place in which it is done.
 *
 * @throws passkeys.person_unknown · passkeys.reset_by_operator
 */
async function placeOfReset(tx: Database, actor: Actor, personId: string): Promise<string> {
  const keeps = actor.roles.filter(({ role }) => role === 'steward').map(({ placeId }) => placeId)
  const held: Held[] = await heldOf(tx, personId)
  const placeId = held.find((one) => keeps.includes(one.placeId))?.placeId
  if (!placeId || !mayReset(keeps, held)) throw refuse('passkeys.person_unknown')
  if (held.some(({ role }) => role === 'steward')) throw refuse('passkeys.reset_by_operator')
  return placeId
}
