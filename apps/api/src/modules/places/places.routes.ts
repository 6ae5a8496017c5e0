import { placesContract as contract } from '@howcanwe/shared/places'
import { placePageContract } from '@howcanwe/shared/places/page'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { type PublicBodiesOf, placePage } from './page.usecases.ts'
import { placeHere } from './places.usecases.ts'

/** @param publicBodiesOf organisations live further right */
export function placesRoutes(
  app: FastifyInstance,
  { db }: Deps,
  publicBodiesOf: PublicBodiesOf,
): void {
  serve(app, contract.here, ({ request }) => placeHere(db, request.hostname))
  serve(app, placePageContract.page, ({ request }) =>
    placePage(db, request.hostname, publicBodiesOf),
  )
}
