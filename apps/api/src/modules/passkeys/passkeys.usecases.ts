import type { ActionOf } from '@howcanwe/shared/audit'
import type { Creation, Made, Passkey } from '@howcanwe/shared/passkeys'
import { constraintOf, type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { record } from '../audit/index.ts'
import {
  deviceOf,
  type Here,
  hashOf,
  heldOf,
  lockPerson,
  needsFactor,
  person,
} from '../identity/index.ts'
import * as codes from './passkeys.codes.queries.ts'
import { newRecoveryCodes, recoveryHash } from './passkeys.codes.ts'
import { refuse } from './passkeys.errors.ts'
import * as q from './passkeys.queries.ts'
import {
  CHALLENGE_MINUTES,
  MOST_PASSKEYS,
  mayAdd,
  mayRemove,
  shownRecoveryCode,
} from './passkeys.rules.ts'
import { type PersonRow, tell, tellStewards } from './passkeys.tell.ts'
import { challengeIn, creationFor, keyIn } from './passkeys.webauthn.ts'
import { addedLetter, newCodesLetter, removedLetter } from './passkeys.words.ts'

/** Whether one of somebody's roles is closed without a passkey here; a suspended one counts, for it may come back. */
const isNeeded = async ({ config }: Deps, db: Database, { personId }: Actor): Promise<boolean> =>
  config.secondFactor === 'required' &&
  (await heldOf(db, personId)).some(({ role }) => needsFactor(role))

const shown = ({ id, name, createdAt, lastUsedAt }: q.PasskeyRow): Passkey => ({
  id,
  name,
  createdAt,
  lastUsedAt,
})

/** Somebody's own passkeys. */
export async function list(deps: Deps, actor: Actor) {
  return {
    items: (await q.passkeysOf(deps.db, actor.personId)).map(shown),
    recoveryCodesLeft: await codes.recoveryCodesLeft(deps.db, actor.personId),
    needed: await isNeeded(deps, deps.db, actor),
  }
}

/**
 * What a browser needs to make a passkey.
 *
 * @throws auth.prove_again · passkeys.too_many
 */
export async function begin(deps: Deps, actor: Actor, here: Here): Promise<Creation> {
  const row = await person(deps.db, actor.personId)
  if (!row) throw refuseRequest('auth.required')
  await requireProof(deps.db, actor)
  const known = await q.passkeysOf(deps.db, actor.personId)
  if (known.length >= MOST_PASSKEYS) throw refuse('passkeys.too_many')
  const name = row.email ?? row.phone ?? row.displayName ?? here.name
  const options = await creationFor(deps.config, {
    personId: row.id,
    name,
    site: here.name,
    known,
  })
  await q.putChallenge(deps.db, asked(actor, options.challenge))
  return options
}

const asked = ({ personId, sessionId }: Actor, challenge: string): q.Asked => ({
  personId,
  sessionId,
  purpose: 'add',
  challengeHash: hashOf(challenge),
})

async function requireProof(db: Database, actor: Actor, grace = 0): Promise<void> {
  const seen = await q.shownIn(db, actor.sessionId)
  if (!seen || !mayAdd(seen, grace)) throw refuseRequest('auth.prove_again')
}

export interface Add {
  credential: Made
  name: string | undefined
  userAgent: string | undefined
  here: Here
}

/**
 * Keeps a passkey. The first one brings recovery codes; each one counts as a second factor in this session, because
 * its owner has just been verified by it.
 *
 * @throws auth.prove_again · passkeys.not_made · passkeys.known_already · passkeys.too_many
 */
export async function add(deps: Deps, actor: Actor, given: Add) {
  const challenge = challengeIn(given.credential.response.clientDataJSON)
  if (!challenge || !(await q.useChallenge(deps.db, asked(actor, challenge))))
    throw refuse('passkeys.not_made')
  const key = await keyIn(deps.config, given.credential, challenge)
  if (!key) throw refuse('passkeys.not_made')
  const row = {
    personId: actor.personId,
    credentialId: key.id,
    publicKey: Buffer.from(key.publicKey),
    counter: key.counter,
    transports: key.transports ?? [],
    name: given.name ?? deviceOf(given.userAgent) ?? given.here.name,
  }
  return inTransaction(deps.db, (tx) => keep(deps, tx, actor, { row, here: given.here })).catch(
    (error: unknown) => {
      throw constraintOf(error) === 'passkeys_credential_id_unique'
        ? refuse('passkeys.not_made')
        : error
    },
  )
}

type New = Parameters<typeof q.putPasskey>[1]

async function keep(deps: Deps, tx: Database, actor: Actor, given: { row: New; here: Here }) {
  const { row, here } = given
  const owner = await owned(tx, actor)
  await requireProof(tx, actor, CHALLENGE_MINUTES)
  const before = await q.passkeysOf(tx, actor.personId)
  if (before.some((k) => k.credentialId === row.credentialId))
    throw refuse('passkeys.known_already')
  if (before.length >= MOST_PASSKEYS) throw refuse('passkeys.too_many')
  const kept = await q.putPasskey(tx, row)
  await q.wake(tx, actor.sessionId)
  const isFirst = before.length === 0
  const recoveryCodes = isFirst ? await freshCodes(deps, tx, actor.personId) : null
  await tell(tx, owner, here, {
    template: 'passkeys.added',
    words: addedLetter,
    facts: { name: kept.name },
  })
  if (isFirst) await tellStewards(deps, tx, owner)
  await noted(tx, actor, 'passkeys.added', { passkeyId: kept.id, first: isFirst })
  return { passkey: shown(kept), recoveryCodes }
}

async function owned(tx: Database, actor: Actor): Promise<PersonRow> {
  const row = await lockPerson(tx, actor.personId)
  if (!row) throw refuseRequest('auth.required')
  return row
}

const noted = (
  tx: Database,
  actor: Actor,
  action: `passkeys.${ActionOf<'passkeys'>}`,
  after: Record<string, unknown>,
) =>
  record(tx, {
    placeId: null,
    actorId: actor.personId,
    action,
    subject: { kind: 'person', id: actor.personId },
    after,
  })

async function freshCodes(deps: Deps, tx: Database, personId: string): Promise<string[]> {
  const fresh = newRecoveryCodes()
  await codes.putRecoveryCodes(
    tx,
    personId,
    fresh.map((code) => recoveryHash(deps.config, code)),
  )
  return fresh.map(shownRecoveryCode)
}

/**
 * Removes a passkey of one's own; with the last one its recovery codes go.
 *
 * @throws passkeys.not_found · passkeys.last_one
 */
export async function remove(
  deps: Deps,
  actor: Actor,
  given: { passkeyId: string; here: Here },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const owner = await owned(tx, actor)
    const before = await q.howMany(tx, actor.personId)
    const gone = await q.dropPasskey(tx, actor.personId, given.passkeyId)
    if (!gone) throw refuse('passkeys.not_found')
    if (!mayRemove(before, await isNeeded(deps, tx, actor))) throw refuse('passkeys.last_one')
    if (before === 1) await codes.dropRecoveryCodes(tx, actor.personId)
    await tell(tx, owner, given.here, {
      template: 'passkeys.removed',
      words: removedLetter,
      facts: { name: gone.name },
    })
    await noted(tx, actor, 'passkeys.removed', { passkeyId: gone.id, left: before - 1 })
  })
}

/**
 * Eight new recovery codes in place of the old ones.
 *
 * @throws passkeys.none
 */
export const renewCodes = (deps: Deps, actor: Actor, here: Here): Promise<string[]> =>
  inTransaction(deps.db, async (tx) => {
    const owner = await owned(tx, actor)
    if ((await q.howMany(tx, actor.personId)) === 0) throw refuse('passkeys.none')
    const fresh = await freshCodes(deps, tx, actor.personId)
    await tell(tx, owner, here, {
      template: 'passkeys.new-codes',
      words: newCodesLetter,
      facts: {},
    })
    await noted(tx, actor, 'passkeys.codes-renewed', { codes: fresh.length })
    return fresh
  })
