import { normalizeIP } from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'

/** The network address a request came from, as limits count it: of IPv6 the /64, which is one household's. */
export const callerOf = (request: FastifyRequest): string => normalizeIP(request.ip)
