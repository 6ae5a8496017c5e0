import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'

/** `__Host-` cookies need https; a plain name serves local development. */
export const cookieName = (config: Pick<Config, 'origin'>, name: string): string =>
  config.origin.startsWith('https:') ? `__Host-${name}` : name

/** For our own pages alone, and never for scripts. */
export const cookieShape = (config: Pick<Config, 'origin'>) => ({
  httpOnly: true,
  secure: config.origin.startsWith('https:'),
  sameSite: 'strict' as const,
  path: '/',
})

/** Another site's page asks: what a cookie opens stays closed, whatever the browser sent along. */
export function isFromElsewhere(request: FastifyRequest, config: Pick<Config, 'origin'>): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  return origin !== undefined && origin !== config.origin
}
