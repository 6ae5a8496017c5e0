import { proposalsContract as contract } from '@howcanwe/shared/proposals'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { placeHere, requirePlace } from '../places/index.ts'
import * as q from './queries/proposals.queries.ts'
import { adopt, answer, sponsor } from './usecases/answering.ts'
import { answerComment, coAuthors, commentsFor } from './usecases/co-authors.ts'
import { comment } from './usecases/commenting.ts'
import { deskList, giveBack, publish } from './usecases/desk.ts'
import { join } from './usecases/joining.ts'
import { bySlip, changeWords, leave, mine, read, showAs } from './usecases/own.ts'
import { type ProposalHands, put, type as typeFor } from './usecases/putting.ts'
import { setSettings, settingsOf } from './usecases/settings.ts'
import { addSheet, confirm, stopSupporting, support, typeSupport } from './usecases/supporting.ts'
import { shownAll, shownOne, shownSimilar } from './usecases/view.ts'

export function proposalsRoutes(app: FastifyInstance, deps: Deps, hands: ProposalHands): void {
  const { db } = deps
  serve(app, contract.list, async ({ query, request }) => {
    const placeId = query.placeId ?? (await placeHere(db, request.hostname)).id
    await requirePlace(db, placeId)
    const rows = await q.publicRows(db, placeId, query.which ?? 'open')
    return { items: await shownAll(db, rows), settings: await settingsOf(db, placeId) }
  })
  serve(app, contract.read, ({ params }) => shownOne(db, params.proposalId))
  serve(app, contract.similar, async ({ params, query }) => {
    const near = await q.nearTo(db, { placeId: params.placeId, question: query.q, hidden: false })
    return { items: near.map(shownSimilar) }
  })
  serve(app, contract.put, ({ actor, body }) => put(deps, actor, body))
  serve(app, contract.support, ({ params, body }) => support(deps, params.proposalId, body))
  serve(app, contract.confirm, ({ body }) => confirm(deps, body.token))
  serve(app, contract.stopSupporting, ({ body }) => stopSupporting(deps, body.token))
  serve(app, contract.coAuthors, ({ params }) => coAuthors(db, params.challengeId))
  serve(app, contract.settings, ({ params }) => settingsOf(db, params.placeId))
  serve(app, contract.setSettings, ({ actor, params, body }) =>
    setSettings(deps, actor, params.placeId, body),
  )
  ownRoutes(app, deps)
  deskRoutes(app, deps, hands)
}

/** For whoever asked: with the slip, or signed in. */
function ownRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.mine, async ({ actor }) => ({ items: await mine(deps.db, actor) }))
  serve(app, contract.slip, ({ body }) => bySlip(deps, body))
  serve(app, contract.own, ({ actor, body }) => read(deps, { actor, ...body }))
  serve(app, contract.change, ({ actor, body: { door, words } }) =>
    changeWords(deps, { actor, door }, words),
  )
  serve(app, contract.showAs, ({ actor, body: { door, shownAs } }) =>
    showAs(deps, { actor, door }, shownAs),
  )
  serve(app, contract.comment, ({ actor, body: { door, ...said } }) =>
    comment(deps, { actor, door }, said),
  )
  serve(app, contract.leave, ({ actor, body }) => leave(deps, { actor, ...body }))
}

/** For whoever reads, joins, sponsors and answers. */
function deskRoutes(app: FastifyInstance, deps: Deps, hands: ProposalHands): void {
  serve(app, contract.desk, async ({ actor, params }) => ({
    items: await deskList(deps.db, actor, params.placeId),
  }))
  serve(app, contract.type, ({ actor, body }) => typeFor(deps, hands, actor, body))
  serve(app, contract.publish, ({ actor, params }) => publish(deps, actor, params.proposalId))
  serve(app, contract.giveBack, ({ actor, params, body }) =>
    giveBack(deps, actor, params.proposalId, body),
  )
  serve(app, contract.typeSupport, ({ actor, params, body }) =>
    typeSupport(deps, actor, params.proposalId, body),
  )
  serve(app, contract.addSheet, ({ actor, params, body }) =>
    addSheet(deps, actor, params.proposalId, body),
  )
  serve(app, contract.join, ({ actor, params, body }) =>
    join(deps, actor, params.proposalId, body.into),
  )
  serve(app, contract.sponsor, ({ actor, params, body }) =>
    sponsor(deps, actor, params.proposalId, body),
  )
  serve(app, contract.adopt, ({ actor, params }) => adopt(deps, actor, params.proposalId))
  serve(app, contract.answer, ({ actor, params, body }) =>
    answer(deps, actor, params.proposalId, body),
  )
  serve(app, contract.comments, async ({ actor, params }) => ({
    items: await commentsFor(deps.db, actor, params.challengeId),
  }))
  serve(app, contract.answerComment, ({ actor, params, body }) =>
    answerComment(deps, actor, params.commentId, body),
  )
}
