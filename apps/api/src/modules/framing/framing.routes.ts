import { framingContract as contract } from '@howcanwe/shared/framing'
import type { FastifyInstance } from 'fastify'
import { serve } from '../../http/serve.ts'
import { readingAge } from './framing.reading.rules.ts'
import { checkFraming, framingLanguage } from './framing.rules.ts'

/** Reads and forgets: no database, no log line with a word of it. */
export function framingRoutes(app: FastifyInstance): void {
  serve(app, contract.check, async ({ body }) => {
    const language = body.language ?? framingLanguage(body.question)
    const findings = checkFraming({ ...body, language })
    return { language, findings, readingAge: readingAge(body.summary ?? '', language) }
  })
}
