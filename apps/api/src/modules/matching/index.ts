import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'

export function matchingRoutes(_app: FastifyInstance, _deps: Deps): void {}
