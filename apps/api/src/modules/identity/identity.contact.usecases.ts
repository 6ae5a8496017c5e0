import { constraintOf, type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { record } from '../audit/index.ts'
import { enqueue, wordsIn } from '../notifications/index.ts'
import * as q from './identity.contact.queries.ts'
import { refuse } from './identity.errors.ts'
import { SIGN_IN_MINUTES, SIGN_IN_PER_ASKER, SIGN_IN_TRIES } from './identity.rules.ts'
import { keyedHash, newCode, same } from './identity.tokens.ts'
import { emailChangedLetter, newEmailLetter } from './identity.words.ts'

/** Where somebody is, for letters about themselves. */
export interface Here {
  id: string
  name: string
  /** Who to ring. */
  contact: string
}

const codeHash = (deps: Deps, code: string) =>
  keyedHash(deps.config.refreshSecret, 'email-change-code', code.replaceAll(/\s/g, ''))

/**
 * Sends six digits to a new address. The answer is the same whether or not somebody signs in with it already, and
 * nothing changes before the digits come back.
 *
 * @throws identity.too_many_requests
 */
export async function askForNewEmail(
  deps: Deps,
  actor: Actor,
  given: { email: string; here: Here },
): Promise<{ requestId: string; minutes: number }> {
  return inTransaction(deps.db, async (tx) => {
    if (!(await q.lockPerson(tx, actor.personId))) throw refuseRequest('auth.required')
    if ((await q.newEmailsLately(tx, actor.personId)) >= SIGN_IN_PER_ASKER)
      throw refuse('identity.too_many_requests')
    const code = newCode()
    const requestId = await q.addEmailChange(tx, {
      personId: actor.personId,
      email: given.email,
      codeHash: codeHash(deps, code),
      minutes: SIGN_IN_MINUTES,
    })
    await enqueue(tx, {
      placeId: given.here.id,
      to: given.email,
      template: 'identity.new-email',
      letter: wordsIn(newEmailLetter, actor.language, {
        place: given.here.name,
        code,
        minutes: SIGN_IN_MINUTES,
        contact: given.here.contact,
      }),
    })
    return { requestId, minutes: SIGN_IN_MINUTES }
  })
}

interface Proof {
  requestId: string
  code: string
  here: Here
}

/**
 * Takes the new address, proven by its six digits; the old address is told, so that nobody loses an account unseen.
 *
 * @throws identity.code_wrong · identity.code_over · identity.address_taken
 */
export async function proveNewEmail(deps: Deps, actor: Actor, proof: Proof): Promise<void> {
  const wish = await q.tryEmailChange(deps.db, {
    id: proof.requestId,
    personId: actor.personId,
    max: SIGN_IN_TRIES,
  })
  if (!wish) throw refuse('identity.code_over')
  if (!same(codeHash(deps, proof.code), wish.codeHash))
    throw refuse(wish.tries >= SIGN_IN_TRIES ? 'identity.code_over' : 'identity.code_wrong')
  await inTransaction(deps.db, (tx) => takeAddress(tx, actor, wish, proof.here)).catch(
    (error: unknown) => {
      throw constraintOf(error) === 'people_email_unique' ? refuse('identity.address_taken') : error
    },
  )
}

async function takeAddress(tx: Database, actor: Actor, wish: q.ContactChangeRow, here: Here) {
  if (wish.email === null) throw refuse('identity.code_over')
  const before = await q.lockPerson(tx, actor.personId)
  if (!before) throw refuseRequest('auth.required')
  if (!(await q.useEmailChange(tx, wish.id))) throw refuse('identity.code_over')
  await q.putEmail(tx, actor.personId, wish.email)
  await record(tx, {
    placeId: null,
    actorId: actor.personId,
    action: 'identity.changed',
    subject: { kind: 'person', id: actor.personId },
    after: { version: before.version + 1, fields: ['email'] },
  })
  if (!before.email || before.email === wish.email) return
  await enqueue(tx, {
    placeId: here.id,
    to: before.email,
    template: 'identity.email-changed',
    letter: wordsIn(emailChangedLetter, before.language, {
      place: here.name,
      contact: here.contact,
    }),
  })
}
