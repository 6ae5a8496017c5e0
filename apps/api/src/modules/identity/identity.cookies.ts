// Cookies of requests and replies are typed there, also where only this file is read.
import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '../../config.ts'

const THIRTY_DAYS = 2_592_000
const TEN_MINUTES = 600

/** `__Host-` cookies need https; a plain name serves local development. */
const nameOf = (config: Config, name: string) =>
  config.origin.startsWith('https:') ? `__Host-${name}` : name

const shape = (config: Config) => ({
  httpOnly: true,
  secure: config.origin.startsWith('https:'),
  sameSite: 'strict' as const,
  path: '/',
})

/** The refresh cookie. On a shared computer it goes when the browser closes. */
export function setRefresh(
  reply: FastifyReply,
  config: Config,
  token: string,
  sharedComputer: boolean,
): void {
  void reply.setCookie(nameOf(config, 'refresh'), token, {
    ...shape(config),
    ...(sharedComputer ? {} : { maxAge: THIRTY_DAYS }),
  })
}
export const clearRefresh = (reply: FastifyReply, config: Config): void =>
  void reply.clearCookie(nameOf(config, 'refresh'), shape(config))
export const readRefresh = (request: FastifyRequest, config: Config): string | undefined =>
  request.cookies[nameOf(config, 'refresh')]

/** Binds a sign-in mail to the browser that asked for it. */
export const setBrowser = (reply: FastifyReply, config: Config, token: string): void =>
  void reply.setCookie(nameOf(config, 'sign-in'), token, { ...shape(config), maxAge: TEN_MINUTES })
export const readBrowser = (request: FastifyRequest, config: Config): string | undefined =>
  request.cookies[nameOf(config, 'sign-in')]

/** Only our own pages may use the cookie: `Origin` must be ours where there is one, and the fetch same-origin. */
export function isOurOwn(request: FastifyRequest, config: Config): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site !== undefined && site !== 'same-origin') return false
  return origin === config.origin || (origin === undefined && site === 'same-origin')
}
