import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWorld, testConfig, type World } from '../../../test/support.ts'
import { enqueue, sendNext, transport } from './index.ts'

interface Got {
  url: string | undefined
  headers: IncomingMessage['headers']
  body: { id: string; to: string; from: string; text: string }
}

let world: World
let got: Got[] = []
let answer: (response: ServerResponse) => void
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  got.push({ url: request.url, headers: request.headers, body: JSON.parse(body || '{}') })
  answer(response)
})
const says = (status: number, headers: Record<string, string> = {}) => {
  answer = (response) => void response.writeHead(status, headers).end('{"number":"+447911123456"}')
}

beforeAll(async () => {
  world = await startWorld()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.close()
})
beforeEach(async () => {
  got = []
  says(202)
  await world.db.execute(sql`delete from outbox`)
})

const send = () => {
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/texts`
  const more = { SMS: 'http', SMS_URL: url, SMS_TOKEN: 'sesame', SMS_FROM: 'Northgate' }
  return transport(testConfig(world.config.databaseUrl, more))
}
const write = (to: string) =>
  enqueue(world.db, {
    placeId: null,
    to,
    template: 'test.letter',
    letter: { subject: 'Your answer – it’s here', paragraphs: ['See\nhttps://town.example/x'] },
  })
const row = async () =>
  (
    await world.db.execute<{ id: string; sent: boolean; attempts: number; last_error: string }>(
      sql`select id, sent_at is not null sent, attempts, last_error from outbox`,
    )
  ).rows[0]
const again = () => world.db.execute(sql`update outbox set available_at = clock_timestamp()`)

// It looks like anybody's, and reaches nothing but the server of this test.
const NUMBER = '+447911123456'

describe('a gateway for texts', () => {
  it('gets number, words and sender with our token, and a key by which it knows the text again', async () => {
    await write(NUMBER)
    await sendNext(world.db, send())
    const { id } = (await row()) ?? {}
    expect(got).toHaveLength(1)
    expect(got[0]).toMatchObject({
      url: '/texts',
      headers: { authorization: 'Bearer sesame', 'idempotency-key': id },
      body: { id, to: NUMBER, from: 'Northgate' },
    })
    expect(got[0]?.body.text).toBe("Your answer - it's here https://town.example/x")
    expect(await row()).toMatchObject({ sent: true })
  })

  it.each([500, 429, 400, 401])(
    'that says %i is asked again with the same key, and neither its words nor the number is kept',
    async (status) => {
      says(status)
      await write(NUMBER)
      await sendNext(world.db, send())
      expect(await row()).toMatchObject({ sent: false, attempts: 1, last_error: 'GatewayRefused' })
      says(200)
      await again()
      await sendNext(world.db, send())
      expect(await row()).toMatchObject({ sent: true, attempts: 2 })
      expect(new Set(got.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
    },
  )

  it('that sends us elsewhere is not followed: token and number are for it alone', async () => {
    says(307, { location: '/elsewhere' })
    await write(NUMBER)
    await sendNext(world.db, send())
    expect(got.map(({ url }) => url)).toEqual(['/texts'])
    expect(await row()).toMatchObject({ sent: false, last_error: 'GatewayRefused' })
  })

  it('that keeps silent does not hold up the others', async () => {
    answer = () => undefined
    await write(NUMBER)
    await sendNext(world.db, send(), 50)
    expect(await row()).toMatchObject({ sent: false, last_error: 'TooSlow' })
  })

  it('never hears of a made-up number', async () => {
    for (const to of ['+447700900123', '+31600000001']) await write(to)
    while (await sendNext(world.db, send()));
    expect(got).toEqual([])
  })
})

it('a text waits where nothing sends it, and says so without its number', async () => {
  await write(NUMBER)
  await sendNext(world.db, transport(testConfig(world.config.databaseUrl, { SMS: 'none' })))
  expect(await row()).toMatchObject({ sent: false, last_error: 'TextsOff' })
})
