import { paymentsContract as contract } from '@howcanwe/shared/payments'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { knockOf } from '../codesign/index.ts'
import { attended } from './usecases/arising.ts'
import { approve, refuseItem, say, shownBatch } from './usecases/batches.ts'
import { cashFor } from './usecases/cash-for.ts'
import { claimFor } from './usecases/claiming-for.ts'
import { clerkDesk } from './usecases/clerk-desk.ts'
import { type FileHands, makeFile } from './usecases/file.ts'
import { chooseFor, confirmItem, groupPay } from './usecases/group.ts'
import { askHours, ownHours } from './usecases/hours.ts'
import { answerHours, askHoursFor, hoursOfGroup, toldHours } from './usecases/hours-answering.ts'
import { leavingPay, payLeaver } from './usecases/leaving.ts'
import { choose, ownPay } from './usecases/own.ts'
import { payRules, setAdvice, setRate, setSettings } from './usecases/rules.ts'
import { claim, settle } from './usecases/spending.ts'
import { forgetWay, setWay } from './usecases/ways.ts'

export function paymentsRoutes(app: FastifyInstance, deps: Deps, hands: FileHands): void {
  memberRoutes(app, deps)
  hoursRoutes(app, deps)
  leavingRoutes(app, deps)
  groupRoutes(app, deps)
  clerkRoutes(app, deps, hands)
  rulesRoutes(app, deps)
}

/** For whoever is paid, with or without an account. */
function memberRoutes(app: FastifyInstance, deps: Deps): void {
  const { config } = deps
  serve(app, contract.mine, ({ params, request }) =>
    ownPay(deps.db, knockOf(request, config), params.groupId),
  )
  serve(app, contract.choose, ({ params, body, request }) =>
    choose(deps, knockOf(request, config), { ...params, requestId: request.id }, body),
  )
  serve(app, contract.claim, ({ params, body, request }) =>
    claim(deps, knockOf(request, config), { ...params, requestId: request.id }, body),
  )
  serve(app, contract.settle, ({ params, body, request }) =>
    settle(deps, knockOf(request, config), { ...params, requestId: request.id }, body),
  )
  serve(app, contract.setWay, ({ params, body, request }) =>
    setWay(deps, knockOf(request, config), { ...params, requestId: request.id }, body),
  )
  serve(app, contract.forgetWay, ({ params, request }) =>
    forgetWay(deps, knockOf(request, config), { ...params, requestId: request.id }),
  )
}

/** For whoever says that their hours are not right, and whoever answers. */
function hoursRoutes(app: FastifyInstance, deps: Deps): void {
  const { config, db } = deps
  serve(app, contract.ownHours, ({ params, request }) =>
    ownHours(db, knockOf(request, config), params.groupId),
  )
  serve(app, contract.askHours, ({ params, body, request }) =>
    askHours(deps, knockOf(request, config), { ...params, requestId: request.id }, body),
  )
  serve(app, contract.hoursOfGroup, ({ actor, params }) =>
    hoursOfGroup(deps, actor, params.groupId),
  )
  serve(app, contract.askHoursFor, ({ actor, params, body, request }) =>
    askHoursFor(deps, { actor, ...params, requestId: request.id }, body),
  )
  serve(app, contract.answerHours, ({ actor, params, body, request }) =>
    answerHours(deps, { actor, ...params, requestId: request.id }, body),
  )
  serve(app, contract.toldHours, ({ actor, params, request }) =>
    toldHours(deps, { actor, ...params, requestId: request.id }),
  )
}

/** For whoever leaves, with their place open here or with the link to leave. */
function leavingRoutes(app: FastifyInstance, deps: Deps): void {
  const { config, db } = deps
  serve(app, contract.leavingOwn, ({ params, request }) =>
    leavingPay(db, { knock: knockOf(request, config), ...params }),
  )
  serve(app, contract.leaveOwnPaid, ({ params, body, request }) =>
    payLeaver(deps, { knock: knockOf(request, config), ...params }, body, request.id),
  )
  serve(app, contract.leavingBySlip, ({ body }) => leavingPay(db, body))
  serve(app, contract.leavePaidBySlip, ({ body: { manageToken, ...said }, request }) =>
    payLeaver(deps, { manageToken }, said, request.id),
  )
}

/** For whoever runs the group. */
function groupRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.ofGroup, ({ actor, params }) => groupPay(deps, actor, params.groupId))
  serve(app, contract.attended, ({ actor, params, body, request }) =>
    attended(deps, { actor, ...params, requestId: request.id }, body.people),
  )
  serve(app, contract.confirm, ({ actor, params, request }) =>
    confirmItem(deps, { actor, ...params, requestId: request.id }),
  )
  serve(app, contract.chooseFor, ({ actor, params, body, request }) =>
    chooseFor(deps, { actor, ...params, requestId: request.id }, body),
  )
  serve(app, contract.cashFor, ({ actor, params, body, request }) =>
    cashFor(deps, { actor, ...params, requestId: request.id }, body),
  )
  serve(app, contract.claimFor, ({ actor, params, body, request }) =>
    claimFor(deps, { actor, ...params, requestId: request.id }, body),
  )
}

/** For finance clerks. */
function clerkRoutes(app: FastifyInstance, deps: Deps, hands: FileHands): void {
  serve(app, contract.desk, ({ actor, query }) => clerkDesk(deps, actor, query.placeId))
  serve(app, contract.approve, ({ actor, body, request }) =>
    approve(deps, { actor, requestId: request.id }, body),
  )
  serve(app, contract.batch, ({ actor, params }) => shownBatch(deps.db, actor, params.batchId))
  serve(app, contract.file, async ({ actor, params, body, request, reply }) => {
    const language = request.headers['accept-language']?.startsWith('nl') ? 'nl' : 'en'
    const reason = body.reason ?? ''
    const ask = { actor, ...params, requestId: request.id, reason, language } as const
    const { name, content, checksum } = await makeFile(deps, hands, ask)
    void reply.header('content-disposition', `attachment; filename="${name}"`)
    void reply.header(
      'content-digest',
      `sha-256=:${Buffer.from(checksum, 'hex').toString('base64')}:`,
    )
    void reply.type('text/csv; charset=utf-8')
    return content
  })
  serve(app, contract.outcome, ({ actor, params, body, request }) =>
    say(deps, { actor, ...params, requestId: request.id }, body),
  )
  serve(app, contract.refuse, ({ actor, params, body, request }) =>
    refuseItem(deps, { actor, ...params, requestId: request.id }, body.reason),
  )
}

/** For stewards: what a place pays. */
function rulesRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.rules, ({ actor, query }) => payRules(deps.db, actor, query.placeId))
  serve(app, contract.setRate, ({ actor, body, request }) =>
    setRate(deps, { actor, requestId: request.id }, body),
  )
  serve(app, contract.setSettings, ({ actor, body, request }) =>
    setSettings(deps, { actor, requestId: request.id }, body),
  )
  serve(app, contract.setAdvice, ({ actor, body, request }) =>
    setAdvice(deps, { actor, requestId: request.id }, body),
  )
}
