// Cookies of requests and replies are typed there, also where only this file is read.
import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'
import type { Actor } from '../../http/actor.ts'
import { cookieName, cookieShape, isFromElsewhere } from '../../http/cookies.ts'
import { DEVICE_DAYS } from './codesign.rules.ts'

const NAME = 'group-places'
const DAY_S = 86_400

/** Who knocks at a group: somebody signed in, a device on which a place was opened, both, or nobody. */
export interface Knock {
  actor: Actor | undefined
  deviceKey: string | undefined
}

export const knockOf = (request: FastifyRequest, config: Config): Knock => ({
  actor: request.actor,
  deviceKey: isFromElsewhere(request, config)
    ? undefined
    : request.cookies[cookieName(config, NAME)],
})

/** On a shared computer it goes when the browser closes. */
export const setDevice = (
  reply: FastifyReply,
  config: Config,
  key: string,
  shared: boolean,
): void =>
  void reply.setCookie(cookieName(config, NAME), key, {
    ...cookieShape(config),
    ...(shared ? {} : { maxAge: DEVICE_DAYS * DAY_S }),
  })

export const clearDevice = (reply: FastifyReply, config: Config): void =>
  void reply.clearCookie(cookieName(config, NAME), cookieShape(config))
