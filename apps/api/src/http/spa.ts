import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from './app-error.ts'

const A_YEAR = 31_536_000

/** The built web app: hashed files for a year, and its shell for every address a person can type. */
export async function spa(app: FastifyInstance, webDir: string): Promise<void> {
  const shell = readFileSync(join(webDir, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root: join(webDir, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply) =>
      void reply.setHeader('cache-control', `public, max-age=${A_YEAR}, immutable`),
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|assets)(\/|$)/.test(request.url)
    if (!isPage) throw refuse('request.not_found')
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(shell)
  })
}
