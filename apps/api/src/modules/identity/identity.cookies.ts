// Cookies of requests and replies are typed there, also where only this file is read.
import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'
import { cookieName, cookieShape } from '../../http/cookies.ts'

const THIRTY_DAYS = 2_592_000
const TEN_MINUTES = 600

/** The refresh cookie. On a shared computer it goes when the browser closes. */
export function setRefresh(
  reply: FastifyReply,
  config: Config,
  token: string,
  sharedComputer: boolean,
): void {
  void reply.setCookie(cookieName(config, 'refresh'), token, {
    ...cookieShape(config),
    ...(sharedComputer ? {} : { maxAge: THIRTY_DAYS }),
  })
}
export const clearRefresh = (reply: FastifyReply, config: Config): void =>
  void reply.clearCookie(cookieName(config, 'refresh'), cookieShape(config))
export const readRefresh = (request: FastifyRequest, config: Config): string | undefined =>
  request.cookies[cookieName(config, 'refresh')]

/** Binds a sign-in mail to the browser that asked for it. */
export const setBrowser = (reply: FastifyReply, config: Config, token: string): void =>
  void reply.setCookie(cookieName(config, 'sign-in'), token, {
    ...cookieShape(config),
    maxAge: TEN_MINUTES,
  })
export const readBrowser = (request: FastifyRequest, config: Config): string | undefined =>
  request.cookies[cookieName(config, 'sign-in')]

/** Only our own pages may use the cookie: `Origin` must be ours where there is one, and the fetch same-origin. */
export function isOurOwn(request: FastifyRequest, config: Config): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site !== undefined && site !== 'same-origin') return false
  return origin === config.origin || (origin === undefined && site === 'same-origin')
}
