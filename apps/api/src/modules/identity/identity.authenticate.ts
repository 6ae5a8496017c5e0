import jwt from '@fastify/jwt'
import type { Role } from '@howcanwe/shared/identity'
import type { SQL } from 'drizzle-orm'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { v7 } from 'uuid'
import type { Deps } from '../../deps.ts'
import type { Actor, SupportScope } from '../../http/actor.ts'
import { refuse } from '../../http/app-error.ts'
import { person, personOfSession, rolesOf } from './identity.queries.ts'
import { ACCESS_SECONDS, needsFactor } from './identity.rules.ts'

/** What lives further right in the line of modules; the app hands it in. */
export interface AuthenticationHands {
  membershipsOf: (db: Deps['db'], personId: string) => Promise<Actor['memberships']>
  /** What one person may do for another just now; undefined for nothing. */
  supportOf: (
    db: Deps['db'],
    ask: { supporterId: string; personId: string },
  ) => Promise<readonly SupportScope[] | undefined>
  /** Whether the person of a row of `people` has one, for the query that reads them. */
  hasPasskey: SQL<boolean>
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function claimsOf(request: FastifyRequest): Promise<{ sub: string; sid: string }> {
  try {
    const claims = await request.jwtVerify<{ sub?: unknown; sid?: unknown; use?: unknown }>()
    const { sub, sid, use } = claims
    if (
      typeof sub === 'string' &&
      UUID.test(sub) &&
      typeof sid === 'string' &&
      UUID.test(sid) &&
      use === 'access'
    )
      return { sub, sid }
  } catch {
    // Whatever is wrong with a token, the answer is the same: 401, and no word about which check failed.
  }
  throw refuse('auth.required')
}

/**
 * Access tokens: HS256 only, ten minutes, say only which person and session. Person, session, roles and memberships
 * are read from the database each time (README decision 9).
 */
export async function authentication(
  app: FastifyInstance,
  deps: Deps,
  hands: AuthenticationHands,
): Promise<void> {
  const { jwtSecret, origin } = deps.config
  await app.register(jwt, {
    secret: Buffer.from(jwtSecret, 'base64'),
    sign: { algorithm: 'HS256', iss: origin, aud: origin },
    verify: {
      algorithms: ['HS256'],
      allowedIss: origin,
      allowedAud: origin,
      maxAge: `${ACCESS_SECONDS}s`,
      requiredClaims: ['exp', 'iat', 'iss', 'aud', 'sub', 'jti', 'sid'],
    },
  })
  app.decorate('authenticate', async (request) => {
    if (request.headers.authorization === undefined) return undefined
    const { sub, sid } = await claimsOf(request)
    const session = await personOfSession(
      deps.db,
      { sessionId: sid, personId: sub },
      hands.hasPasskey,
    )
    if (!session) throw refuse('auth.required')
    const self = await actorOf(deps, hands, { ...session, sessionId: sid })
    const other = request.headers[ACTING_FOR]
    return other === undefined ? self : actingFor(deps, hands, self, String(other))
  })
}

type SessionOf = NonNullable<Awaited<ReturnType<typeof personOfSession>>> & { sessionId: string }

/** A person as they are at this moment; powers that wait for a second factor are set aside. */
async function actorOf(deps: Deps, hands: AuthenticationHands, s: SessionOf): Promise<Actor> {
  const [grants, memberships] = await Promise.all([
    rolesOf(deps.db, s.id),
    hands.membershipsOf(deps.db, s.id),
  ])
  const isAsked = s.hasPasskey || deps.config.secondFactor === 'required'
  const sleeps = (role: Role) => isAsked && s.factorAt === null && needsFactor(role)
  const awake = grants.filter(({ role }) => !sleeps(role))
  return {
    personId: s.id,
    sessionId: s.sessionId,
    displayName: s.displayName,
    language: s.language,
    roles: awake
      .filter(({ scopeKind }) => scopeKind === 'place')
      .map(({ placeId, role }) => ({ placeId, role })),
    scoped: awake.flatMap(({ placeId, role, scopeKind, scopeId }) =>
      scopeKind === 'place' || scopeId === null
        ? []
        : [{ placeId, role, scope: { kind: scopeKind, id: scopeId } }],
    ),
    asleep: [...new Set(grants.map(({ role }) => role).filter(sleeps))],
    memberships,
    provenAt: provenBy(s),
    supporter: null,
  }
}

/** Whoever has a passkey proves who they are with it: having read their mail is then no proof (`trust.md` §4.5). */
const provenBy = ({ hasPasskey, factorAt, provenAt }: SessionOf): Date =>
  hasPasskey ? (factorAt ?? new Date(0)) : provenAt

/** Sent by whoever acts for somebody: that person's id. */
const ACTING_FOR = 'acting-for'

/** The person acted for, without their roles; their organisations only where answers are part of the task. */
async function actingFor(
  deps: Deps,
  hands: AuthenticationHands,
  self: Actor,
  personId: string,
): Promise<Actor> {
  const ask = { supporterId: self.personId, personId }
  const scopes = UUID.test(personId) ? await hands.supportOf(deps.db, ask) : undefined
  const row = scopes && (await person(deps.db, personId))
  if (!scopes || !row) throw refuse('auth.not_supporting')
  return {
    ...self,
    personId,
    displayName: row.displayName,
    language: row.language,
    roles: [],
    scoped: [],
    asleep: [],
    memberships: scopes.includes('answers') ? await hands.membershipsOf(deps.db, personId) : [],
    supporter: { personId: self.personId, scopes },
  }
}

/** A fresh access token. */
export const accessToken = (
  app: FastifyInstance,
  session: { personId: string; sessionId: string },
): string =>
  app.jwt.sign(
    { sub: session.personId, sid: session.sessionId, use: 'access', jti: v7() },
    { expiresIn: `${ACCESS_SECONDS}s` },
  )
