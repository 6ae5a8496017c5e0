import { amendmentsContract as contract } from '@howcanwe/shared/amendments'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import type { PublishedRow } from '../challenges/index.ts'
import { amend, log } from './usecases/amend.ts'
import { pause, resume } from './usecases/pause.ts'

const standing = ({ state, closesAt, questionsUntil, version }: PublishedRow) => ({
  state: state === 'paused' ? ('paused' as const) : ('open' as const),
  closesAt,
  questionsUntil,
  version,
})

export function amendmentsRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.log, ({ params }) => log(deps.db, params.challengeId))
  serve(app, contract.amend, async ({ actor, params, version, body }) => {
    const { amendment, row } = await amend(deps, actor, { ...params, ...body, version })
    return { amendment, ...standing(row) }
  })
  serve(app, contract.pause, async ({ actor, params, body }) =>
    standing(await pause(deps, actor, { ...params, ...body })),
  )
  serve(app, contract.resume, async ({ actor, params }) =>
    standing(await resume(deps, actor, params.challengeId)),
  )
}
