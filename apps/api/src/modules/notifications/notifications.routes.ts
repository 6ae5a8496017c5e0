import { notificationsContract as contract } from '@howcanwe/shared/notifications'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { newestLetters } from './notifications.usecases.ts'

/**
 * The inbox page's route exists only where letters stay here, and in production only for a demo. That demo anybody
 * can visit, so it shows no letter to an address that may be somebody's: whoever reads it could sign in as them.
 */
export function notificationsRoutes(app: FastifyInstance, deps: Deps): void {
  const { config } = deps
  if (config.mail.kind !== 'outbox' || (config.mode === 'production' && !config.demo)) return
  serve(app, contract.inbox, async ({ query }) => ({
    items: await newestLetters(deps.db, { to: query.to, madeUpOnly: config.mode === 'production' }),
  }))
}
