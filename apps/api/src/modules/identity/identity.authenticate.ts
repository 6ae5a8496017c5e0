import jwt from '@fastify/jwt'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { v7 } from 'uuid'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse } from '../../http/app-error.ts'
import { personOfSession, rolesOf } from './identity.queries.ts'
import { ACCESS_SECONDS } from './identity.rules.ts'

/** Memberships live further right in the line of modules; the app hands their query in. */
export type MembershipsOf = (db: Deps['db'], personId: string) => Promise<Actor['memberships']>

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
  membershipsOf: MembershipsOf,
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
    const person = await personOfSession(deps.db, sid, sub)
    if (!person) throw refuse('auth.required')
    const [roles, memberships] = await Promise.all([
      rolesOf(deps.db, sub),
      membershipsOf(deps.db, sub),
    ])
    return {
      personId: sub,
      sessionId: sid,
      displayName: person.displayName,
      language: person.language,
      roles,
      memberships,
    }
  })
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
