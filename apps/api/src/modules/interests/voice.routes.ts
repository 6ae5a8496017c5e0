import { interestsContract as contract, VOICE_MOST_BYTES } from '@howcanwe/shared/interests'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { dropVoice, listen, recordVoice, voiceNotes } from './usecases/voice.ts'

/** Sound comes and goes as bytes, so these routes stand in a scope of their own with a reader of their own. */
export function voiceRoutes(app: FastifyInstance, deps: Deps): void {
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(/^audio\//, { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    )
    serve(scope, contract.voiceNotes, async ({ actor, params, query }) => ({
      items: await voiceNotes(deps, actor, { ...params, ...query }),
    }))
    serve(
      scope,
      contract.record,
      ({ actor, params, query, request }) => {
        const { body: sound, headers } = request
        const named = headers['content-type']
        return recordVoice(deps, actor, { ...params, ...query, named, sound })
      },
      { bodyLimit: VOICE_MOST_BYTES },
    )
    serve(scope, contract.listen, async ({ actor, params, request, reply }) => {
      const { sound, mediaType } = await listen(deps, actor, { ...params, requestId: request.id })
      void reply.type(mediaType)
      return sound
    })
    serve(scope, contract.dropVoice, ({ actor, params }) => dropVoice(deps, actor, params.noteId))
  })
}
