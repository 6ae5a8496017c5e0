import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'

export function challengesRoutes(_app: FastifyInstance, _deps: Deps): void {}
