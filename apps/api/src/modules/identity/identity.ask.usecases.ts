import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { enqueue, wordsIn } from '../notifications/index.ts'
import type { PlaceRow } from '../places/index.ts'
import {
  askedLately,
  endOlderRequests,
  numbersOfNetwork,
  takeTurns,
  textsOfNetwork,
} from './identity.ask.queries.ts'
import { refuse } from './identity.errors.ts'
import { maySend, NUMBERS_PER_NETWORK, SIGN_IN_MINUTES, textsPerNetwork } from './identity.rules.ts'
import { signInRequests } from './identity.table.ts'
import { spendText } from './identity.texts.ts'
import { hashOf, keyedHash, newCode, newToken } from './identity.tokens.ts'
import { signInLetter } from './identity.words.ts'

/** One way to write to somebody: an address, or a number in E.164. */
export type Way = { email: string; phone: null } | { email: null; phone: string }

export type AskFor = {
  way: Way
  language: 'en' | 'nl'
  sharedComputer: boolean
  place: Pick<PlaceRow, 'id' | 'name' | 'contactName' | 'contactPhone'>
  /** What the browser's cookie says, if it has one. */
  browserToken: string | undefined
  /** The network address it asks from. */
  caller: string
}

type Secrets = { link: string; code: string; browserToken: string }

/**
 * Writes a sign-in mail or text. The answer is the same whether or not the address is known; people are made when
 * they come back, not before. A stranger who asks for somebody's address neither ends her live mail nor uses up her
 * own five.
 *
 * @returns the request and the secret that binds it to the asking browser
 * @throws identity.too_many_requests · identity.too_many_texts
 */
export async function askToSignIn(
  deps: Deps,
  ask: AskFor,
): Promise<{ requestId: string; browserToken: string }> {
  const hashes = hashesOf(deps, ask)
  return inTransaction(deps.db, async (tx) => {
    await takeTurns(tx, hashes.addressHash)
    const browserToken = (await knownBrowser(tx, ask, hashes)) ?? newToken()
    if (ask.way.phone !== null) await mayCost(deps, tx, hashes)
    await endOlderRequests(tx, hashes.addressHash, hashOf(browserToken))
    const secrets = { link: newToken(), code: newCode(), browserToken }
    const requestId = await write(deps, tx, ask, hashes, secrets)
    await post(deps, tx, ask, secrets)
    return { requestId, browserToken }
  })
}

type Hashes = { addressHash: Buffer; ipHash: Buffer }

function hashesOf({ config: { refreshSecret } }: Deps, { way, caller }: AskFor): Hashes {
  const purpose = way.phone === null ? 'sign-in-address' : 'sign-in-number'
  return {
    addressHash: keyedHash(refreshSecret, purpose, way.email ?? way.phone),
    ipHash: keyedHash(refreshSecret, 'sign-in-caller', caller),
  }
}

/** The browser's own token where it has asked for this address before: what it makes up counts for nothing. */
async function knownBrowser(tx: Database, ask: AskFor, { addressHash, ipHash }: Hashes) {
  const browserHash = ask.browserToken ? hashOf(ask.browserToken) : undefined
  const lately = await askedLately(tx, addressHash, { browserHash, ipHash })
  if (!maySend(lately)) throw refuse('identity.too_many_requests')
  return lately.byBrowser > 0 ? ask.browserToken : undefined
}

/** Texts cost money, and some are paid for being sent them: few numbers and a share of the day for one network, so many a day for all. */
async function mayCost(deps: Deps, tx: Database, { addressHash, ipHash }: Hashes): Promise<void> {
  await spendText(tx, deps.config)
  if ((await numbersOfNetwork(tx, ipHash, addressHash)) >= NUMBERS_PER_NETWORK)
    throw refuse('identity.too_many_texts')
  if ((await textsOfNetwork(tx, ipHash)) >= textsPerNetwork(deps.config.smsPerDay))
    throw refuse('identity.too_many_texts')
}

async function write(deps: Deps, tx: Database, ask: AskFor, hashes: Hashes, secrets: Secrets) {
  const [row] = await tx
    .insert(signInRequests)
    .values({
      ...hashes,
      ...ask.way,
      language: ask.language,
      linkHash: hashOf(secrets.link),
      codeHash: keyedHash(deps.config.refreshSecret, 'sign-in-code', secrets.code),
      browserHash: hashOf(secrets.browserToken),
      sharedComputer: ask.sharedComputer,
      expiresAt: new Date(deps.clock().getTime() + SIGN_IN_MINUTES * 60_000),
    })
    .returning({ id: signInRequests.id })
  if (!row) throw new Error('insert returned no row')
  return row.id
}

async function post({ config }: Deps, tx: Database, ask: AskFor, { code, link }: Secrets) {
  const { place, way } = ask
  const letter = wordsIn(signInLetter, ask.language, {
    place: place.name,
    code,
    link: `${config.origin}/sign-in/link#${link}`,
    host: new URL(config.origin).hostname,
    minutes: SIGN_IN_MINUTES,
    contact: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
  })
  const to = way.email ?? way.phone
  await enqueue(tx, { placeId: place.id, to, template: 'identity.sign-in', letter })
}
