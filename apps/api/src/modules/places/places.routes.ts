import { placesContract as contract } from '@howcanwe/shared/places'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { placeHere } from './places.usecases.ts'

export function placesRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, contract.here, ({ request }) => placeHere(db, request.hostname))
}
