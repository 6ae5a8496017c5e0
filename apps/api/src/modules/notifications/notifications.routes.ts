import { notificationsContract as contract } from '@howcanwe/shared/notifications'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../../config.ts'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import type { LetterChannel } from './notifications.rules.ts'
import { newestLetters } from './notifications.usecases.ts'

/** What stays here instead of leaving. */
const keptHere = ({ mail, sms }: Config): LetterChannel[] => [
  ...(mail.kind === 'outbox' ? (['email'] as const) : []),
  ...(sms.kind === 'outbox' ? (['sms'] as const) : []),
]

/**
 * The inbox page's route exists only where letters stay here, and in production only for a demo. That demo anybody
 * can visit, so it shows no letter to an address or number that may be somebody's: whoever reads it could sign in as
 * them.
 */
export function notificationsRoutes(app: FastifyInstance, deps: Deps): void {
  const { config } = deps
  const channels = keptHere(config)
  if (channels.length === 0 || (config.mode === 'production' && !config.demo)) return
  const madeUpOnly = config.mode === 'production'
  serve(app, contract.inbox, async ({ query }) => ({
    items: await newestLetters(deps, { to: query.to, channels, madeUpOnly }),
  }))
}
