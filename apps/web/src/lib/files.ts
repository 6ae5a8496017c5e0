import { ProblemError, problem } from '@howcanwe/shared/http'
import * as z from 'zod/mini'
import type { Api } from './api.ts'

const refused = (code: string, status = 0) =>
  new ProblemError({ type: 'about:blank', title: code, status, code })

async function sent(api: Api, url: string, init: RequestInit): Promise<Response> {
  // Who has a place without an account is known by its cookie: there is no session to ask for.
  if (api.hadSession) await api.renew()
  try {
    const first = await api.raw(url, init)
    if (first.status !== 401) return first
    api.forget()
    return (await api.renew()) ? await api.raw(url, init) : first
  } catch {
    throw refused('request.offline')
  }
}

/**
 * One request with bytes in or out; a token that has run out is renewed once.
 *
 * @throws ProblemError for every refusal, as the typed client does
 */
export async function fetchBytes(api: Api, url: string, init: RequestInit): Promise<Response> {
  const response = await sent(api, url, { credentials: 'same-origin', ...init })
  if (response.ok) return response
  const body = z.safeParse(problem, await response.json().catch(() => undefined))
  throw body.success ? new ProblemError(body.data) : refused('server.unexpected', response.status)
}

/** Puts bytes on the device as a file. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  Object.assign(link, { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
