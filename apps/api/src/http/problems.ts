import type { FieldProblem, Problem } from '@howcanwe/shared/http'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isCutOff, sqlState } from '../db/database.ts'
import { AppError, refuse } from './app-error.ts'

interface Issue {
  code?: string
  message?: string
  path?: PropertyKey[]
  keys?: string[]
  minimum?: number | bigint
  maximum?: number | bigint
  input?: unknown
}

const escapePointer = (key: PropertyKey): string =>
  String(key).replaceAll('~', '~0').replaceAll('/', '~1')

function codeOf(issue: Issue): Pick<FieldProblem, 'code' | 'limit'> {
  const [own, limit] = (issue.message ?? '').split(':')
  if (own === 'too_short' && Number(limit) <= 1) return { code: 'required' }
  if (own === 'too_short' || own === 'too_long') return { code: own, limit: Number(limit) }
  if (own === 'hidden_characters') return { code: own }
  if (issue.code === 'unrecognized_keys') return { code: 'not_allowed' }
  if (issue.code === 'too_small') return { code: 'too_small', limit: Number(issue.minimum) }
  if (issue.code === 'too_big') return { code: 'too_big', limit: Number(issue.maximum) }
  if (issue.code === 'invalid_type' && issue.input === undefined) return { code: 'required' }
  return { code: 'invalid' }
}

/** Zod's issues as JSON Pointers, so that a form can place each message. Values never travel back. */
export function fieldsOf(part: string, issues: readonly Issue[]): FieldProblem[] {
  return issues.flatMap((issue) => {
    const path = (issue.path ?? []).map(escapePointer)
    const keys = issue.keys?.map(escapePointer) ?? [undefined]
    return keys.map((key) => ({
      pointer: ['#', part, ...path, ...(key === undefined ? [] : [key])].join('/'),
      ...codeOf(issue),
    }))
  })
}

/** The type provider takes an issue apart: code and path get other names, the rest lies in `params`. */
function issueOf(v: NonNullable<FastifyError['validation']>[number]): Issue {
  const path = v.instancePath.split('/').filter(Boolean)
  return { ...v.params, code: v.keyword, message: v.message ?? '', path }
}

/** Text the database cannot hold (NUL, year 0) is bad input; a broken rule is a conflict; a full pool is a busy service. */
const BY_SQL_STATE: Record<string, () => AppError> = {
  '23503': () => refuse('request.conflict'),
  '23505': () => refuse('request.conflict'),
  '23514': () => refuse('request.conflict'),
  '22001': () => refuse('request.invalid'),
  '22003': () => refuse('request.invalid'),
  '22007': () => refuse('request.invalid'),
  '22008': () => refuse('request.invalid'),
  '22021': () => refuse('request.invalid'),
  '22P02': () => refuse('request.invalid'),
  '22P05': () => refuse('request.invalid'),
  '25P03': () => refuse('request.busy'),
  '40001': () => refuse('request.busy'),
  '40P01': () => refuse('request.busy'),
  '53200': () => refuse('request.busy'),
  '53300': () => refuse('request.busy'),
  '55P03': () => refuse('request.busy'),
  '57014': () => refuse('request.busy'),
  '57P01': () => refuse('request.busy'),
  '57P02': () => refuse('request.busy'),
  '57P03': () => refuse('request.busy'),
}

/** What is refused, and how; undefined for what we did not foresee. */
export function known(error: FastifyError | AppError): AppError | undefined {
  if (error instanceof AppError) return error
  const { validation, validationContext } = error as FastifyError
  if (validation) {
    const issues = validation.map(issueOf)
    const part = validationContext === 'querystring' ? 'query' : (validationContext ?? 'body')
    return refuse('request.invalid', { fields: fieldsOf(part, issues) })
  }
  if (error.code?.startsWith('FST_JWT') || error.code?.startsWith('FAST_JWT'))
    return refuse('auth.required')
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse('request.too_large')
  if (error.statusCode === 429) return refuse('request.rate_limited')
  if (error.statusCode === 503) return refuse('request.busy')
  if (error.statusCode === 404) return refuse('request.not_found')
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return refuse('request.invalid')
  const state = sqlState(error) ?? ''
  // Our own guards (drizzle/0002_guards.sql and later) say HW001 and up.
  if (state.startsWith('HW')) return refuse('request.conflict')
  return BY_SQL_STATE[state]?.() ?? (isCutOff(error) ? refuse('request.busy') : undefined)
}

/** A refusal as RFC 9457 with this request's id. */
export function problemOf(error: AppError, requestId: string): Problem {
  return {
    type: `/help/problems#${error.code}`,
    title: error.refusal.title,
    status: error.refusal.status,
    detail: error.refusal.next,
    instance: requestId,
    code: error.code,
    ...(error.fields ? { errors: error.fields } : {}),
    ...(error.currentVersion === undefined ? {} : { currentVersion: error.currentVersion }),
  }
}

/** Where an error happened, without its message: that may hold a whole statement and the values of a row. */
function framesOf(error: Error): string[] {
  const frames = (error.stack ?? '').replace(error.message, () => '').split('\n')
  return frames.filter((line) => /^\s+at /.test(line))
}

/** Asked again it may go well; whoever runs the site reads that there was too much of it. */
function sayBusy(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply.header('retry-after', '2')
  if (error instanceof AppError) return
  const err = { name: error.name, sqlState: sqlState(error) }
  request.log.warn({ err }, 'the database did not answer in time')
}

/** Every error leaves as problem+json; what we did not foresee says its id and nothing more. */
export function onError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const refusal = known(error)
  void reply.header('cache-control', 'no-store').type('application/problem+json; charset=utf-8')
  if (refusal) {
    if (refusal.code === 'request.busy') sayBusy(error, request, reply)
    return reply.status(refusal.refusal.status).send(problemOf(refusal, request.id))
  }
  request.log.error(
    {
      err: {
        name: error.name,
        code: error.code,
        sqlState: sqlState(error),
        stack: framesOf(error),
      },
    },
    'unexpected error',
  )
  return reply.status(500).send({
    type: '/help/problems#server.unexpected',
    title: 'Something went wrong on our side.',
    status: 500,
    detail:
      'Try again. If it happens twice, ring the contact of your place and quote the number below.',
    instance: request.id,
    code: 'server.unexpected',
  } satisfies Problem)
}
