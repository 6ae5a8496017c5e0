import { Writable } from 'node:stream'
import { identityContract } from '@howcanwe/shared/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from './support.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.seed.place()
  await world.seed.person()
})
afterAll(() => world.close())

describe('what the log says', () => {
  it('holds no address, code, token or word a person typed', async () => {
    const lines: string[] = []
    const sink = new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk))
        done()
      },
    })
    const talkative = await startWorld({ LOG_LEVEL: 'debug' }, sink)
    await talkative.seed.place()
    await talkative.anyone(identityContract.askToSignIn, {
      body: { email: 'canary-7@example.org' },
    })
    await refusal(
      talkative.anyone(identityContract.useLink, { body: { token: 'canary-token-0123456789' } }),
    )
    await talkative.app.inject({
      url: '/api/v1/challenges?q=canary-search',
      headers: { authorization: 'Bearer canary.bearer.x', cookie: 'refresh=canary-cookie' },
    })
    await talkative.app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      payload: { email: 'canary not an address' },
    })
    expect(lines.join('')).toContain('/api/v1/auth/sign-in')
    expect(lines.join('')).not.toContain('canary')
    await talkative.close()
  })

  it('says where a statement failed that nobody foresaw, and none of its values', async () => {
    const lines: string[] = []
    const sink = new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk))
        done()
      },
    })
    const broken = await startWorld({ LOG_LEVEL: 'error' }, sink)
    await broken.seed.place()
    await broken.db.execute('alter table sign_in_requests drop column tries')
    const answer = await broken.app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      payload: { email: 'canary-8@example.org' },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'server.unexpected'])
    expect(lines.join('')).toContain('"sqlState":"42703"')
    expect(lines.join('')).toMatch(/at .+identity/)
    expect(lines.join('')).not.toContain('canary')
    await broken.close()
  })
})
