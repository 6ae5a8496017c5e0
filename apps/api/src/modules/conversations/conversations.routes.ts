import { conversationsContract as contract, FILE_MOST_BYTES } from '@howcanwe/shared/conversations'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { knockOf } from '../codesign/index.ts'
import { concernsRoutes } from './concerns.routes.ts'
import { moderationRoutes } from './moderation.routes.ts'
import { dropFile, file, upload } from './usecases/files.ts'
import { hear } from './usecases/hearing.ts'
import { aboutMe } from './usecases/here.ts'
import { messages, threads, versions } from './usecases/reading.ts'
import { change, openThread, takeBack, typeFor, write } from './usecases/writing.ts'

export function conversationsRoutes(app: FastifyInstance, deps: Deps): void {
  const { db, config } = deps
  serve(app, contract.me, ({ params, request }) =>
    aboutMe(deps, knockOf(request, config), params.groupId),
  )
  serve(app, contract.threads, ({ params, query, request }) =>
    threads(db, knockOf(request, config), { ...params, ...query }),
  )
  serve(app, contract.messages, ({ params, query, request }) =>
    messages(db, knockOf(request, config), { ...params, ...query }),
  )
  serve(app, contract.versions, ({ params, request }) =>
    versions(db, knockOf(request, config), params),
  )
  serve(app, contract.openThread, ({ params, body: said, request }) =>
    openThread(deps, knockOf(request, config), { ...params, said, requestId: request.id }),
  )
  serve(app, contract.write, ({ params, body: said, request }) =>
    write(deps, knockOf(request, config), { ...params, said, requestId: request.id }),
  )
  serve(app, contract.typeFor, ({ actor, params, body: said, request }) =>
    typeFor(deps, actor, { ...params, said, requestId: request.id }),
  )
  serve(app, contract.change, ({ params, body: said, request }) =>
    change(deps, knockOf(request, config), { ...params, said, requestId: request.id }),
  )
  serve(app, contract.takeBack, ({ params, request }) =>
    takeBack(deps, knockOf(request, config), { ...params, requestId: request.id }),
  )
  serve(app, contract.hear, ({ params, body, request }) =>
    hear(deps, knockOf(request, config), { ...params, ...body }),
  )
  fileRoutes(app, deps)
  moderationRoutes(app, deps)
  concernsRoutes(app, deps)
}

/** More than is kept, so that a file a little too big is told so in our words. */
const BODY_LIMIT = FILE_MOST_BYTES + 1_024 * 1_024
const FILES = /^(image\/[\w.+-]+|application\/(pdf|octet-stream))/

/** Files come and go as bytes, so these routes stand in a scope of their own with a reader of their own. */
function fileRoutes(app: FastifyInstance, deps: Deps): void {
  const { db, config } = deps
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(FILES, { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )
    serve(
      scope,
      contract.upload,
      ({ params, query, request }) =>
        upload(deps, knockOf(request, config), { ...params, ...query, body: request.body }),
      { bodyLimit: BODY_LIMIT },
    )
    serve(scope, contract.file, async ({ params, request, reply }) => {
      const { data, name, kind } = await file(db, knockOf(request, config), params)
      // Nothing in a file runs or is shown as a page, whatever it holds.
      void reply.header('content-security-policy', "default-src 'none'; sandbox")
      const how = kind === 'pdf' ? 'attachment' : 'inline'
      void reply.header('content-disposition', `${how}; filename="${name}"`)
      void reply.type(kind === 'pdf' ? 'application/pdf' : 'image/webp')
      return data
    })
    serve(scope, contract.dropFile, ({ params, request }) =>
      dropFile(db, knockOf(request, config), params),
    )
  })
}
