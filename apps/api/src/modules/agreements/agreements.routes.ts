import { agreementsContract as contract } from '@howcanwe/shared/agreements'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { begin, type Hands, parties } from './usecases/beginning.ts'
import { confirm, review } from './usecases/confirming.ts'
import { mine, read, wordDocument } from './usecases/view.ts'
import { write, writeBox } from './usecases/writing.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export function agreementsRoutes(app: FastifyInstance, deps: Deps, hands: Hands): void {
  serve(app, contract.begin, ({ actor, body }) => begin(deps, hands, actor, body))
  serve(app, contract.parties, ({ actor, query }) => parties(deps.db, hands, actor, query))
  serve(app, contract.mine, async ({ actor }) => ({ items: await mine(deps.db, actor) }))
  serve(app, contract.read, ({ actor, params }) => read(deps.db, actor, params.agreementId))
  serve(app, contract.write, ({ actor, params, body, version }) =>
    write(deps, actor, { ...params, version, words: body }),
  )
  serve(app, contract.writeBox, ({ actor, params, body, version }) => {
    const { organisationId, ...box } = body
    return writeBox(deps, actor, { ...params, organisationId, version, box })
  })
  serve(app, contract.confirm, ({ actor, params, body, version }) =>
    confirm(deps, actor, { ...params, ...body, version }),
  )
  serve(app, contract.review, ({ actor, params, body }) =>
    review(deps, actor, { ...params, ...body }),
  )
  serve(app, contract.document, async ({ actor, params, query, reply }) => {
    const language = query.language ?? (actor.language === 'nl' ? 'nl' : 'en')
    const { content, name } = await wordDocument(deps.db, actor, { ...params, language })
    void reply.header('content-disposition', `attachment; filename="${name}"`)
    void reply.type(WORD)
    return content
  })
}
