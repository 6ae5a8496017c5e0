import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { v7 } from 'uuid'
import { isReady } from './db/migrate.ts'
import type { Deps } from './deps.ts'
import { refuse } from './http/app-error.ts'
import { hardening } from './http/hardening.ts'
import { onError } from './http/problems.ts'
import { refuseChanges } from './http/read-only.ts'
import { spa } from './http/spa.ts'
import { mountModules } from './modules.ts'
import { readOnlyWatch } from './witness/index.ts'

const LOG_NOTHING_PERSONAL = {
  /** Paths may hold words people searched for: the query is cut off. */
  req: (r: { method: string; url: string; id: string }) => ({
    method: r.method,
    path: r.url.split('?')[0],
    id: r.id,
  }),
}

/** The API docs' own program builds its page from strings and styles it inline; it sees nobody's session. */
const DOCS_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * The whole HTTP application. Read it top to bottom and you know a request's life.
 *
 * @param logTo where log lines go; standard output unless told
 */
export async function buildApp(
  deps: Deps,
  logTo?: NodeJS.WritableStream,
): Promise<FastifyInstance> {
  const { config } = deps
  const app = Fastify({
    logger:
      config.logLevel === 'silent'
        ? false
        : {
            level: config.logLevel,
            serializers: LOG_NOTHING_PERSONAL,
            ...(logTo ? { stream: logTo } : {}),
          },
    genReqId: () => v7(),
    trustProxy: config.trustProxy,
    bodyLimit: 64 * 1024,
    requestTimeout: 10_000,
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 1_000 },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
  })
  app.decorate('strictRefusals', config.mode === 'test')
  app.decorateRequest('actor', undefined)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(onError)
  await hardening(app, config)
  await app.register(cookie)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'How Can We',
        version: '1',
        description: 'Partnerships across sectors, brokered in the open.',
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: DOCS_CSP })
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  app.get('/healthz', { schema: { hide: true }, logLevel: 'silent' }, () => ({ ok: true }))
  const isReadOnly = readOnlyWatch(deps)
  app.get('/readyz', { schema: { hide: true }, logLevel: 'silent' }, async () => {
    if (!(await isReady(deps.db))) throw refuse('request.busy')
    return { ok: true, readOnly: await isReadOnly() }
  })
  app.addHook('preParsing', refuseChanges(isReadOnly))
  await mountModules(app, deps)
  if (config.webDir) await spa(app, config.webDir)
  else
    app.setNotFoundHandler(() => {
      throw refuse('request.not_found')
    })
  return app
}
