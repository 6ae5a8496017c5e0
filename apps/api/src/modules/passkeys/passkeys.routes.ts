import { passkeysContract as contract } from '@howcanwe/shared/passkeys'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { hereOf } from '../identity/index.ts'
import * as confirming from './passkeys.confirm.usecases.ts'
import { type ResetHands, reset } from './passkeys.reset.usecases.ts'
import * as usecases from './passkeys.usecases.ts'

export function passkeysRoutes(app: FastifyInstance, deps: Deps, hands: ResetHands): void {
  const here = (request: FastifyRequest) => hereOf(deps.db, request)
  serve(app, contract.list, ({ actor }) => usecases.list(deps, actor))
  serve(app, contract.begin, async ({ actor, request }) =>
    usecases.begin(deps, actor, await here(request)),
  )
  serve(app, contract.add, async ({ actor, body, request }) =>
    usecases.add(deps, actor, {
      credential: body.credential,
      name: body.name,
      userAgent: request.headers['user-agent'],
      here: await here(request),
    }),
  )
  serve(app, contract.remove, async ({ actor, params, request }) => {
    await usecases.remove(deps, actor, { ...params, here: await here(request) })
    return undefined
  })
  serve(app, contract.newRecoveryCodes, async ({ actor, request }) => ({
    recoveryCodes: await usecases.renewCodes(deps, actor, await here(request)),
  }))
  confirmRoutes(app, deps)
  serve(app, contract.reset, async ({ actor, params, body, request }) => {
    await reset(deps, actor, { ...params, ...body, here: await here(request), hands })
    return undefined
  })
}

function confirmRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.ways, ({ actor }) => confirming.waysOf(deps, actor))
  serve(app, contract.confirm, async ({ actor, body }) => {
    await confirming.confirm(deps, actor, body.credential)
    return undefined
  })
  serve(app, contract.recover, async ({ actor, body, request }) => ({
    left: await confirming.recover(deps, actor, {
      code: body.code,
      here: await hereOf(deps.db, request),
    }),
  }))
  serve(app, contract.askDigits, async ({ actor, request }) =>
    confirming.askDigits(deps, actor, await hereOf(deps.db, request)),
  )
  serve(app, contract.digits, async ({ actor, body }) => {
    await confirming.useDigits(deps, actor, body)
    return undefined
  })
}
