import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import type { Config } from '../config.ts'

const TWO_YEARS = 63_072_000
/** Not counted: who watches over us, and files that cost nothing. A whole office may share one address. */
const FREE = /^\/(healthz|readyz)$|^\/assets\//

/** Headers, limits and load shedding for every answer (`trust.md` §4.7). No CORS: same origin only. */
export async function hardening(app: FastifyInstance, config: Config): Promise<void> {
  const https = config.origin.startsWith('https:')
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        // A person hears their own spoken answer before and after it is kept (EI1).
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: TWO_YEARS, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onSend', async (_request, reply) => {
    void reply.header(
      'permissions-policy',
      'camera=(), geolocation=(), microphone=(self), payment=(), usb=()',
    )
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store')
  })
  await app.register(underPressure, { maxEventLoopDelay: 2_000, retryAfter: 2 })
  if (config.rateLimit) {
    await app.register(rateLimit, {
      max: 300,
      timeWindow: '1 minute',
      enableDraftSpec: true,
      allowList: (request) => FREE.test(request.url),
    })
  }
}
