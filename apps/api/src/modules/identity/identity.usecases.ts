import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { record } from '../audit/index.ts'
import { refuse } from './identity.errors.ts'
import * as q from './identity.queries.ts'
import { deviceOf, idleLife, reuseOf, SIGN_IN_TRIES, sessionLife } from './identity.rules.ts'
import { seen } from './identity.seen.queries.ts'
import * as signIns from './identity.sign-in.queries.ts'
import { hashOf, keyedHash, newToken, same, successorOf } from './identity.tokens.ts'

export interface SignedIn {
  personId: string
  sessionId: string
  refreshToken: string
  sharedComputer: boolean
}

/** Signs in with six digits; every wrong try counts, the fifth ends the request. */
export async function useCode(
  deps: Deps,
  input: { requestId: string; code: string; userAgent?: string | undefined },
): Promise<SignedIn> {
  const request = await signIns.takeTry(deps.db, input.requestId, SIGN_IN_TRIES)
  if (!request) throw refuse('identity.code_over')
  const given = keyedHash(
    deps.config.refreshSecret,
    'sign-in-code',
    input.code.replaceAll(/\s/g, ''),
  )
  if (!same(given, request.codeHash))
    throw refuse(request.tries >= SIGN_IN_TRIES ? 'identity.code_over' : 'identity.code_wrong')
  return finish(deps, { ...input, requestId: request.id }, 'identity.code_over')
}

/** Signs in with the link, only in the browser that asked (T-06): a scanner holds the link but not the cookie. */
export async function useLink(
  deps: Deps,
  input: { token: string; browserToken: string | undefined; userAgent?: string | undefined },
): Promise<SignedIn> {
  const request = await signIns.liveByLink(deps.db, hashOf(input.token))
  if (!request) throw refuse('identity.link_over')
  if (!input.browserToken || !same(hashOf(input.browserToken), request.browserHash))
    throw refuse('identity.other_browser')
  return finish(deps, { ...input, requestId: request.id }, 'identity.link_over')
}

function whoIs(tx: Database, { email, phone, language }: signIns.SignInRow): Promise<string> {
  if (email !== null) return signIns.personByEmail(tx, email, language)
  if (phone !== null) return signIns.personByPhone(tx, phone, language)
  throw new Error('a request without an address')
}

async function finish(
  deps: Deps,
  { requestId, userAgent }: { requestId: string; userAgent?: string | undefined },
  over: 'identity.code_over' | 'identity.link_over',
): Promise<SignedIn> {
  return inTransaction(deps.db, async (tx) => {
    const used = await signIns.consume(tx, requestId)
    if (!used) throw refuse(over)
    const personId = await whoIs(tx, used)
    const roles = await q.rolesOf(tx, personId)
    const refreshToken = newToken()
    const lifeMs = sessionLife(
      roles.map((r) => r.role),
      used.sharedComputer,
    )
    const sessionId = await q.openSession(tx, {
      personId,
      sharedComputer: used.sharedComputer,
      lifeMs,
      tokenHash: hashOf(refreshToken),
      device: deviceOf(userAgent),
    })
    await record(tx, {
      placeId: null,
      actorId: personId,
      action: 'identity.signed-in',
      subject: { kind: 'session', id: sessionId },
    })
    return { personId, sessionId, refreshToken, sharedComputer: used.sharedComputer }
  })
}

/**
 * Trades a refresh token for its successor. A repeat within ten seconds gets the same successor; later reuse revokes
 * the whole session, because one of the two holders is not its owner.
 */
export async function refresh(deps: Deps, token: string): Promise<SignedIn> {
  const next = successorOf(deps.config.refreshSecret, token)
  const outcome = await inTransaction(deps.db, async (tx) => {
    const sessionId =
      (await q.claimToken(tx, hashOf(token)))?.sessionId ?? (await repeated(deps, tx, token))
    if (!sessionId) return undefined
    const session = await keepGoing(tx, sessionId)
    if (!session) return undefined
    await q.putToken(tx, hashOf(next), sessionId)
    return {
      personId: session.personId,
      sessionId,
      refreshToken: next,
      sharedComputer: session.sharedComputer,
    }
  })
  if (!outcome) throw refuse('identity.session_over')
  return outcome
}

/**
 * The session, if it may go on. How long it lasts is asked anew each time: a role granted since it began shortens it,
 * so that nobody holds power for thirty days on a device that was signed in without it.
 */
async function keepGoing(tx: Database, sessionId: string) {
  const session = await q.touchSession(tx, sessionId, {
    shared: idleLife(true),
    own: idleLife(false),
  })
  if (!session) return undefined
  await seen(tx, session.personId)
  const roles = await q.rolesOf(tx, session.personId)
  const lifeMs = sessionLife(
    roles.map((r) => r.role),
    session.sharedComputer,
  )
  return (await q.shortenSession(tx, sessionId, lifeMs)) ? session : undefined
}

async function repeated(deps: Deps, tx: Deps['db'], token: string): Promise<string | undefined> {
  const row = await q.tokenRow(tx, hashOf(token))
  if (!row?.usedAt) return undefined
  if (reuseOf(row.usedAt, deps.clock()) === 'repeat') return row.sessionId
  await q.revokeSession(tx, row.sessionId)
  await record(tx, {
    placeId: null,
    actorId: null,
    action: 'identity.token-reused',
    subject: { kind: 'session', id: row.sessionId },
  })
  return undefined
}

/** Ends the session a refresh token belongs to. Signing out twice is fine. */
export async function signOut(deps: Deps, token: string): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const row = await q.tokenRow(tx, hashOf(token))
    if (!row) return
    await q.revokeSession(tx, row.sessionId)
    await record(tx, {
      placeId: null,
      actorId: null,
      action: 'identity.signed-out',
      subject: { kind: 'session', id: row.sessionId },
    })
  })
}
