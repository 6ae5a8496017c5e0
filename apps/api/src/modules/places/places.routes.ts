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
  { db, config }: Deps,
  publicBodiesOf: PublicBodiesOf,
): void {
  serve(app, contract.here, async ({ request }) => ({
    ...(await placeHere(db, request.hostname)),
    texts: config.sms.kind !== 'none',
    textTo: config.textBack?.number ?? null,
  }))
  serve(app, placePageContract.page, ({ request }) =>
    placePage(db, request.hostname, publicBodiesOf),
  )
}
