import { type Call, createClient, type Transport } from '@howcanwe/shared/http'
import type { FastifyInstance } from 'fastify'
import type { World } from './support.ts'

/** The typed client's wire with a memory for cookies: one browser on one device. */
function wireWithCookies(app: FastifyInstance): Transport {
  const jar = new Map<string, string>()
  return async (r) => {
    const cookies = Object.fromEntries(jar)
    const answer = await app.inject({
      method: r.method as 'GET',
      url: r.url,
      headers: r.headers,
      payload: r.body,
      ...(r.anonymous ? {} : { cookies }),
    })
    for (const { name, value, maxAge } of answer.cookies) {
      if (value === '' || maxAge === 0) jar.delete(name)
      else jar.set(name, value)
    }
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  }
}

/** A phone, tablet or library computer, on which somebody may be signed in. */
export async function aDevice(world: World, personId?: string): Promise<Call> {
  const token = personId ? await world.tokenOf(personId) : undefined
  const headers = (): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {})
  return createClient(wireWithCookies(world.app), headers)
}
