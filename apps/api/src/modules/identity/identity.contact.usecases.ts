import { constraintOf, type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { record } from '../audit/index.ts'
import { enqueue, type Letter, wordsIn } from '../notifications/index.ts'
import type { Way } from './identity.ask.usecases.ts'
import * as q from './identity.contact.queries.ts'
import { refuse } from './identity.errors.ts'
import { SIGN_IN_MINUTES, SIGN_IN_PER_ASKER, SIGN_IN_TRIES } from './identity.rules.ts'
import { spendText, textable } from './identity.texts.ts'
import { keyedHash, newCode, same } from './identity.tokens.ts'
import { newEmailLetter, newPhoneLetter, wayAddedLetter, wayGoneLetter } from './identity.words.ts'

/** Where somebody is, for letters about themselves. */
export interface Here {
  id: string
  name: string
  timeZone: string
  /** Who to ring. */
  contact: string
}

const codeHash = (deps: Deps, code: string) =>
  keyedHash(deps.config.refreshSecret, 'email-change-code', code.replaceAll(/\s/g, ''))

/** @throws identity.too_many_requests */
async function requireFew(tx: Database, personId: string): Promise<void> {
  if ((await q.wishesLately(tx, personId)) >= SIGN_IN_PER_ASKER)
    throw refuse('identity.too_many_requests')
}

interface Wish {
  way: Way
  here: Here
  letter: (code: string) => Letter
}

async function sendDigits(deps: Deps, tx: Database, actor: Actor, wish: Wish) {
  const { way, here, letter } = wish
  const code = newCode()
  const requestId = await q.addWish(tx, {
    personId: actor.personId,
    way,
    codeHash: codeHash(deps, code),
    minutes: SIGN_IN_MINUTES,
  })
  const template = way.phone === null ? 'identity.new-email' : 'identity.new-phone'
  await enqueue(tx, {
    placeId: here.id,
    to: way.email ?? way.phone,
    template,
    letter: letter(code),
  })
  return { requestId, minutes: SIGN_IN_MINUTES }
}

type Sent = Promise<{ requestId: string; minutes: number }>

/**
 * Sends six digits to a new address. The answer is the same whether or not somebody signs in with it already, and
 * nothing changes before the digits come back.
 *
 * @throws identity.too_many_requests
 */
export const askForNewEmail = (
  deps: Deps,
  actor: Actor,
  { email, here }: { email: string; here: Here },
): Sent =>
  inTransaction(deps.db, async (tx) => {
    if (!(await q.lockPerson(tx, actor.personId))) throw refuseRequest('auth.required')
    await requireFew(tx, actor.personId)
    const { name: place, contact } = here
    const facts = { place, contact, minutes: SIGN_IN_MINUTES }
    const letter = (code: string) => wordsIn(newEmailLetter, actor.language, { ...facts, code })
    return sendDigits(deps, tx, actor, { way: { email, phone: null }, here, letter })
  })

/**
 * Texts six digits to the number somebody saved. The answer is the same whether or not another has proven it.
 *
 * @throws identity.no_number · identity.texts_off · identity.number_not_texted · identity.too_many_requests ·
 *   identity.too_many_texts
 */
export const askForPhoneProof = (deps: Deps, actor: Actor, here: Here): Sent =>
  inTransaction(deps.db, async (tx) => {
    const row = await q.lockPerson(tx, actor.personId)
    if (!row) throw refuseRequest('auth.required')
    if (row.phone === null) throw refuse('identity.no_number')
    const phone = textable(deps.config, row.phone, here.timeZone)
    await requireFew(tx, actor.personId)
    await spendText(tx, deps.config)
    const { name: place, contact } = here
    const { hostname: host } = new URL(deps.config.origin)
    const facts = { place, contact, host, minutes: SIGN_IN_MINUTES }
    const letter = (code: string) => wordsIn(newPhoneLetter, actor.language, { ...facts, code })
    return sendDigits(deps, tx, actor, { way: { email: null, phone }, here, letter })
  })

interface Proof {
  requestId: string
  code: string
  here: Here
}

/** Of whom an address or a number is already. */
const TAKEN: Record<string, 'identity.address_taken' | 'identity.number_taken'> = {
  people_email_unique: 'identity.address_taken',
  people_phone_once: 'identity.number_taken',
}

/** What somebody has proven theirs, by six digits that went there and came back. */
async function prove(
  deps: Deps,
  actor: Actor,
  proof: Proof,
  take: (tx: Database, wish: q.WishRow) => Promise<void>,
): Promise<void> {
  const { personId } = actor
  const wish = await q.tryWish(deps.db, { id: proof.requestId, personId, max: SIGN_IN_TRIES })
  if (!wish) throw refuse('identity.code_over')
  if (!same(codeHash(deps, proof.code), wish.codeHash))
    throw refuse(wish.tries >= SIGN_IN_TRIES ? 'identity.code_over' : 'identity.code_wrong')
  await inTransaction(deps.db, (tx) => take(tx, wish)).catch((error: unknown) => {
    const taken = TAKEN[constraintOf(error) ?? '']
    throw taken ? refuse(taken) : error
  })
}

/** The person as they were, once the wish is used up. @throws identity.code_over */
async function consumed(tx: Database, actor: Actor, wish: q.WishRow) {
  const before = await q.lockPerson(tx, actor.personId)
  if (!before) throw refuseRequest('auth.required')
  if (!(await q.useWish(tx, wish.id))) throw refuse('identity.code_over')
  return before
}

const noteChange = (tx: Database, before: { id: string; version: number }, field: string) =>
  record(tx, {
    placeId: null,
    actorId: before.id,
    action: 'identity.changed',
    subject: { kind: 'person', id: before.id },
    after: { version: before.version + 1, fields: [field] },
  })

/**
 * Takes the new address, proven by its six digits; the old address is told, or else the number, so that nobody loses
 * an account unseen.
 *
 * @throws identity.code_wrong · identity.code_over · identity.address_taken
 */
export const proveNewEmail = (deps: Deps, actor: Actor, proof: Proof): Promise<void> =>
  prove(deps, actor, proof, async (tx, wish) => {
    if (wish.email === null) throw refuse('identity.code_over')
    const before = await consumed(tx, actor, wish)
    await q.putEmail(tx, actor.personId, wish.email)
    await noteChange(tx, before, 'email')
    if (before.email === wish.email) return
    if (before.email) await tellGone(tx, before.email, before.language, proof.here)
    else if (before.phone && before.phoneVerifiedAt)
      await tellAdded(tx, before.phone, before.language, proof.here)
  })

/**
 * The number somebody saved is theirs: texts go there and they may sign in with it. Their address is told. Nothing
 * of anybody else who saved or had the number comes with it.
 *
 * @throws identity.code_wrong · identity.code_over · identity.number_taken
 */
export const provePhone = (deps: Deps, actor: Actor, proof: Proof): Promise<void> =>
  prove(deps, actor, proof, async (tx, wish) => {
    const before = await consumed(tx, actor, wish)
    if (wish.phone === null || wish.phone !== before.phone) throw refuse('identity.code_over')
    if (before.phoneVerifiedAt) return
    await q.provePhone(tx, actor.personId)
    await noteChange(tx, before, 'phoneProven')
    if (before.email) await tellAdded(tx, before.email, before.language, proof.here)
  })

/** That a way to sign in works no longer: to where it led. */
export const tellGone = (
  tx: Database,
  to: string,
  language: string,
  here: Here,
): Promise<unknown> =>
  enqueue(tx, {
    placeId: here.id,
    to,
    template: 'identity.way-gone',
    letter: wordsIn(wayGoneLetter, language, { place: here.name, contact: here.contact }),
  })

/** That there is one more way to sign in: to where they could be reached before. */
const tellAdded = (tx: Database, to: string, language: string, here: Here): Promise<unknown> =>
  enqueue(tx, {
    placeId: here.id,
    to,
    template: 'identity.way-added',
    letter: wordsIn(wayAddedLetter, language, { place: here.name, contact: here.contact }),
  })
