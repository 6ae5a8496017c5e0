import type { Asking, Signed } from '@howcanwe/shared/passkeys'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { record } from '../audit/index.ts'
import {
  type Here,
  hashOf,
  keyedHash,
  lockPerson,
  newCode,
  person,
  reachOf,
  refuseIdentity,
  SIGN_IN_MINUTES,
  SIGN_IN_PER_ASKER,
  SIGN_IN_TRIES,
  same,
  spendText,
} from '../identity/index.ts'
import * as codes from './passkeys.codes.queries.ts'
import { recoveryHash } from './passkeys.codes.ts'
import { refuse } from './passkeys.errors.ts'
import * as q from './passkeys.queries.ts'
import { readRecoveryCode } from './passkeys.rules.ts'
import { tell } from './passkeys.tell.ts'
import { askingFor, challengeIn, countIn } from './passkeys.webauthn.ts'
import { digitsLetter, recoveredLetter } from './passkeys.words.ts'

const isText = (to: string): boolean => to.startsWith('+')

/** How somebody can show that it is them, in the session they have: nothing about anybody else. */
export async function waysOf(
  deps: Deps,
  actor: Actor,
): Promise<{
  passkey: Asking | null
  recoveryCodesLeft: number
  digits: 'email' | 'sms' | null
}> {
  const known = await q.passkeysOf(deps.db, actor.personId)
  const recoveryCodesLeft = await codes.recoveryCodesLeft(deps.db, actor.personId)
  if (known.length === 0) {
    const row = await person(deps.db, actor.personId)
    const to = row && reachOf(row)
    const digits = to ? (isText(to) ? 'sms' : 'email') : null
    return { passkey: null, recoveryCodesLeft, digits }
  }
  const passkey = await askingFor(deps.config, known)
  await q.putChallenge(deps.db, asked(actor, passkey.challenge))
  return { passkey, recoveryCodesLeft, digits: null }
}

const asked = ({ personId, sessionId }: Actor, challenge: string): q.Asked => ({
  personId,
  sessionId,
  purpose: 'confirm',
  challengeHash: hashOf(challenge),
})

const noted = (tx: Database, actor: Actor, by: 'passkey' | 'recovery-code' | 'digits') =>
  record(tx, {
    placeId: null,
    actorId: actor.personId,
    action: 'passkeys.confirmed',
    subject: { kind: 'session', id: actor.sessionId },
    after: { by },
  })

/**
 * Shows with a passkey that it is them. The challenge is used up by the try, whatever comes of it, so that an answer
 * works once.
 *
 * @throws passkeys.not_confirmed
 */
export async function confirm(deps: Deps, actor: Actor, signed: Signed): Promise<void> {
  const challenge = challengeIn(signed.response.clientDataJSON)
  if (!challenge || !(await q.useChallenge(deps.db, asked(actor, challenge))))
    throw refuse('passkeys.not_confirmed')
  await inTransaction(deps.db, async (tx) => {
    const kept = await q.lockPasskey(tx, actor.personId, signed.id)
    const counter = kept && (await countIn(deps.config, { signed, challenge, kept }))
    if (!kept || counter === undefined) throw refuse('passkeys.not_confirmed')
    await q.countUse(tx, kept.id, counter)
    await q.wake(tx, actor.sessionId)
    await noted(tx, actor, 'passkey')
  })
}

/**
 * Shows it with a recovery code, which is used up.
 *
 * @returns how many are left
 * @throws passkeys.recovery_wrong · passkeys.recovery_wait
 */
export async function recover(
  deps: Deps,
  actor: Actor,
  given: { code: string; here: Here },
): Promise<number> {
  const { personId, sessionId } = actor
  if (!(await codes.takeRecoveryTry(deps.db, personId))) throw refuse('passkeys.recovery_wait')
  const code = readRecoveryCode(given.code)
  if (!code) throw refuse('passkeys.recovery_wrong')
  return inTransaction(deps.db, async (tx) => {
    const owner = await lockPerson(tx, personId)
    if (!owner) throw refuseRequest('auth.required')
    if (!(await codes.useRecoveryCode(tx, personId, recoveryHash(deps.config, code))))
      throw refuse('passkeys.recovery_wrong')
    await q.wake(tx, sessionId)
    const left = await codes.recoveryCodesLeft(tx, personId)
    await tell(tx, owner, given.here, {
      template: 'passkeys.recovered',
      words: recoveredLetter,
      facts: { left },
    })
    await noted(tx, actor, 'recovery-code')
    return left
  })
}

const digitsHash = (deps: Deps, code: string) =>
  keyedHash(deps.config.refreshSecret, 'confirm-code', code.replaceAll(/\s/g, ''))

/**
 * Sends six digits to somebody's own address or number. Never to whoever has a passkey: a mailbox would do in its place.
 *
 * @throws identity.too_many_requests · identity.too_many_texts · passkeys.passkey_needed · passkeys.nowhere_to_send
 */
export const askDigits = (deps: Deps, actor: Actor, here: Here) =>
  inTransaction(deps.db, async (tx) => {
    const { personId, sessionId } = actor
    const owner = await lockPerson(tx, personId)
    if (!owner) throw refuseRequest('auth.required')
    if ((await q.howMany(tx, personId)) > 0) throw refuse('passkeys.passkey_needed')
    const to = reachOf(owner)
    if (!to) throw refuse('passkeys.nowhere_to_send')
    if ((await codes.digitsLately(tx, personId)) >= SIGN_IN_PER_ASKER)
      throw refuseIdentity('identity.too_many_requests')
    if (isText(to)) await spendText(tx, deps.config)
    const code = newCode()
    const requestId = await codes.putDigits(tx, {
      personId,
      sessionId,
      codeHash: digitsHash(deps, code),
      minutes: SIGN_IN_MINUTES,
    })
    await tell(tx, owner, here, {
      template: 'passkeys.digits',
      words: digitsLetter,
      facts: { code, minutes: SIGN_IN_MINUTES },
    })
    return { requestId, minutes: SIGN_IN_MINUTES }
  })

/**
 * Shows it with the six digits: fresh proof, and no second factor.
 *
 * @throws identity.code_wrong · identity.code_over · passkeys.passkey_needed
 */
export async function useDigits(
  deps: Deps,
  actor: Actor,
  given: { requestId: string; code: string },
): Promise<void> {
  const { personId, sessionId } = actor
  const wish = await codes.tryDigits(deps.db, {
    id: given.requestId,
    personId,
    sessionId,
    max: SIGN_IN_TRIES,
  })
  if (!wish) throw refuseIdentity('identity.code_over')
  if (!same(digitsHash(deps, given.code), wish.codeHash))
    throw refuseIdentity(wish.tries >= SIGN_IN_TRIES ? 'identity.code_over' : 'identity.code_wrong')
  await inTransaction(deps.db, async (tx) => {
    if (!(await lockPerson(tx, personId))) throw refuseRequest('auth.required')
    if ((await q.howMany(tx, personId)) > 0) throw refuse('passkeys.passkey_needed')
    if (!(await codes.useDigits(tx, wish.id))) throw refuseIdentity('identity.code_over')
    await q.prove(tx, sessionId)
    await noted(tx, actor, 'digits')
  })
}
