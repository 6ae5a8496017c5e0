import { ConfigError } from '../config.ts'
import { EmbeddedError } from '../db/embedded/index.ts'
import { TooPowerfulLogin } from '../db/roles.ts'
import { words } from './start.words.ts'

/** The start cannot go on. `message` is a whole sentence with the next step. */
export class StartError extends Error {
  override name = 'StartError'
}

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** One sentence of cause and next step for whatever ended the start. Never holds a password. */
export function explain(error: unknown, context: { port: number; databaseUrl: string }): string {
  for (const cause of causesOf(error)) {
    const sentence = explainOne(cause, context.port, whereIs(context.databaseUrl))
    if (sentence) return sentence
  }
  return words.unexpected(error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function explainOne(error: Error, port: number, where: string): string | undefined {
  if (error instanceof StartError) return error.message
  if (error.name === 'AbortError') return words.stopped
  if (error instanceof TooPowerfulLogin) return words.tooPowerful(error.message)
  if (error instanceof EmbeddedError || error instanceof ConfigError) return error.message
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'EADDRINUSE') return words.portTaken(port)
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen')
    return words.portForbidden(port)
  if (AWAY.has(code)) return words.unreachable(where, code)
  if (/timeout/i.test(error.message) && !code) return words.unreachable(where, error.message)
  if (code === '28P01' || code === '28000') return words.loginRefused(where)
  if (code === '3D000') return words.noSuchDatabase(where)
  if (code === '42501') return words.notAllowed(where, error.message)
  if (code === 'ERR_INVALID_URL') return words.badUrl
  return undefined
}

/** The error, what caused it, and what several attempts at once have met. */
function causesOf(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error) || depth > 5) return []
  const several = error instanceof AggregateError ? error.errors : []
  return [error, ...[error.cause, ...several].flatMap((inner) => causesOf(inner, depth + 1))]
}

/** The server and database of an address, without user and password. */
export function whereIs(databaseUrl: string): string {
  try {
    const { host, pathname } = new URL(databaseUrl)
    return `${host}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}
