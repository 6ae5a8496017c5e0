import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { enqueue, wordsIn } from '../notifications/index.ts'
import type { PlaceRow } from '../places/index.ts'
import { askedLately, endOlderRequests, takeTurns } from './identity.ask.queries.ts'
import { refuse } from './identity.errors.ts'
import { maySend, SIGN_IN_MINUTES } from './identity.rules.ts'
import { signInRequests } from './identity.table.ts'
import { hashOf, keyedHash, newCode, newToken } from './identity.tokens.ts'
import { signInLetter } from './identity.words.ts'

export type AskFor = {
  email: string
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
 * Writes a sign-in mail. The answer is the same whether or not the address is known; people are made when they come
 * back, not before. A stranger who asks for somebody's address neither ends her live mail nor uses up her own five.
 *
 * @returns the request and the secret that binds it to the asking browser
 * @throws identity.too_many_requests
 */
export async function askToSignIn(
  deps: Deps,
  ask: AskFor,
): Promise<{ requestId: string; browserToken: string }> {
  const { refreshSecret } = deps.config
  const addressHash = keyedHash(refreshSecret, 'sign-in-address', ask.email)
  const ipHash = keyedHash(refreshSecret, 'sign-in-caller', ask.caller)
  return inTransaction(deps.db, async (tx) => {
    await takeTurns(tx, addressHash)
    const browserToken = (await knownBrowser(tx, ask, { addressHash, ipHash })) ?? newToken()
    await endOlderRequests(tx, addressHash, hashOf(browserToken))
    const secrets = { link: newToken(), code: newCode(), browserToken }
    const requestId = await write(deps, tx, ask, { addressHash, ipHash }, secrets)
    await post(deps, tx, ask, secrets)
    return { requestId, browserToken }
  })
}

type Hashes = { addressHash: Buffer; ipHash: Buffer }

/** The browser's own token where it has asked for this address before: what it makes up counts for nothing. */
async function knownBrowser(tx: Database, ask: AskFor, { addressHash, ipHash }: Hashes) {
  const browserHash = ask.browserToken ? hashOf(ask.browserToken) : undefined
  const lately = await askedLately(tx, addressHash, { browserHash, ipHash })
  if (!maySend(lately)) throw refuse('identity.too_many_requests')
  return lately.byBrowser > 0 ? ask.browserToken : undefined
}

async function write(deps: Deps, tx: Database, ask: AskFor, hashes: Hashes, secrets: Secrets) {
  const [row] = await tx
    .insert(signInRequests)
    .values({
      ...hashes,
      email: ask.email,
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

async function post(deps: Deps, tx: Database, ask: AskFor, { code, link }: Secrets) {
  const { place } = ask
  const letter = wordsIn(signInLetter, ask.language, {
    place: place.name,
    code,
    link: `${deps.config.origin}/sign-in/link#${link}`,
    minutes: SIGN_IN_MINUTES,
    contact: [place.contactName, place.contactPhone].filter(Boolean).join(', '),
  })
  await enqueue(tx, { placeId: place.id, to: ask.email, template: 'identity.sign-in', letter })
}
