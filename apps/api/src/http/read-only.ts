import type { Endpoint } from '@howcanwe/shared/http'
import type { FastifyRequest } from 'fastify'
import { refuse } from './app-error.ts'

/** What still works while nothing may change: reading, and signing in and out, so that people can come and look. */
export const stillWorks = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): boolean =>
  method === 'GET' || path.startsWith('/auth/')

/**
 * Refuses every route that changes something for as long as the whole installation may only be read.
 *
 * @throws request.read_only
 */
export const refuseChanges =
  (isReadOnly: () => Promise<boolean>) =>
  async (request: FastifyRequest): Promise<void> => {
    const { endpoint } = request.routeOptions.config
    if (!endpoint || stillWorks(endpoint)) return
    if (await isReadOnly()) throw refuse('request.read_only')
  }
