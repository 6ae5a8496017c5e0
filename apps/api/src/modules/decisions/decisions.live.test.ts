import type { Socket } from 'node:net'
import { codesignContract } from '@howcanwe/shared/codesign'
import { type Answer, decisionsContract as contract } from '@howcanwe/shared/decisions'
import { urlOf } from '@howcanwe/shared/http'
import { sql } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../../../test/support.ts'
import { buildApp } from '../../app.ts'
import { openDatabase } from '../../db/database.ts'
import { entered, town } from '../codesign/codesign.fixture.ts'
import { type Hall, opened, past } from './decisions.fixture.ts'

const VOICES = 60
let world: World
/** Another process of the API on the same database. */
let second: FastifyInstance
let close: () => Promise<void>
let at: string[]
let h: Hall

interface Device {
  base: string
  cookie: string
  bloc: string
}
let devices: Device[]
const sockets = new Set<Socket>()

beforeAll(async () => {
  world = await startWorld()
  const database = openDatabase({ url: world.config.databaseUrl, max: 8 })
  const quiet = () => undefined
  second = await buildApp({
    db: database.db,
    config: world.config,
    clock: () => new Date(),
    log: { info: quiet, warn: quiet, error: quiet },
  })
  let closing: Promise<void> | undefined
  close = () => {
    closing ??= second.close().then(() => database.close())
    return closing
  }
  at = [
    await world.app.listen({ port: 0, host: '127.0.0.1' }),
    await second.listen({ port: 0, host: '127.0.0.1' }),
  ]
  world.app.server.on('connection', (socket) => sockets.add(socket))
  const t = await town(world, { places: 60 })
  devices = []
  for (let i = 0; i < VOICES; i++) {
    const bloc = (['residents', 'organisations', 'public-bodies'] as const)[i % 3] ?? 'residents'
    const { slip } = await entered(world, t, { bloc })
    const base = at[i % 2] ?? ''
    const { reference, words } = slip
    const answer = await fetch(base + urlOf(codesignContract.openPlace, {}), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ with: { reference, words } }),
    })
    const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
    devices.push({ base, cookie, bloc })
  }
  await past(world, sql`update groups set state = 'active' where id = ${t.groupId}`)
  h = {
    world,
    groupId: t.groupId,
    placeId: t.place.id,
    people: t.people,
    yusuf: await world.as(t.people.yusuf),
    ruth: await world.as(t.people.ruth),
    seated: [],
  }
}, 120_000)
afterAll(async () => {
  await close()
  // The client of the test opens one connection more than it uses.
  const unused = setTimeout(() => {
    for (const socket of sockets) socket.destroy()
  }, 500)
  await world.close()
  clearTimeout(unused)
})

const send = ({ base, cookie }: Device, id: string, answer: Answer, signal?: AbortSignal) =>
  fetch(base + urlOf(contract.answer, { params: { decisionId: id } }), {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ version: 1, answer }),
    signal: signal ?? null,
  })

/** What a stream says, block by block. Whoever stops reading hangs up. */
async function* eventsOf({ base, cookie }: Device) {
  const answer = await fetch(`${base}/api/v1/groups/${h.groupId}/live`, { headers: { cookie } })
  if (!answer.ok || !answer.body) throw new Error(`no stream: ${answer.status}`)
  const text = new TextDecoder()
  let left = ''
  for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
    left += text.decode(chunk, { stream: true })
    const blocks = left.split('\n\n')
    left = blocks.pop() ?? ''
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block)?.[1]
      const data = /^data: (.*)$/m.exec(block)?.[1]
      if (name) yield { name, data: JSON.parse(data ?? '{}') as Record<string, unknown> }
    }
  }
}

/** Reads until an event of this name; `ready` once the stream says that it listens. */
async function until(mine: Device, name: string, ready?: () => unknown) {
  const seen: string[] = []
  for await (const event of eventsOf(mine)) {
    seen.push(event.name)
    if (event.name === 'here') void ready?.()
    if (event.name === name) return { ...event, seen }
  }
  throw new Error(`the stream ended after ${seen.join(', ')}`)
}

function withResolvers() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

const device = (i: number): Device => {
  const found = devices[i]
  if (!found) throw new Error('so many devices')
  return found
}

describe('sixty voices answer through two API processes (issue 5, item 5)', () => {
  it('every one is kept, once, though connections break and everybody sends twice', async () => {
    const id = await opened(h)
    await Promise.all(
      devices.map(async (mine, i) => {
        // A third lose the connection while they send, and try again.
        if (i % 3 === 0) {
          const stop = new AbortController()
          const lost = send(mine, id, 'yes', stop.signal).catch(() => undefined)
          stop.abort()
          await lost
        }
        const answers = await Promise.all([send(mine, id, 'yes'), send(mine, id, 'yes')])
        expect(answers.map(({ status }) => status)).toEqual([200, 200])
      }),
    )
    const { rows } = await world.db.execute<{ n: number }>(sql`
      select count(*)::int as n from decision_ballots b join decision_versions v on v.id = b.version_id
      where v.decision_id = ${id}`)
    expect(rows[0]?.n).toBe(VOICES)
    const done = await h.yusuf(contract.close, { params: { decisionId: id }, body: {} })
    expect(done.versions[0]?.counts).toMatchObject(
      Array.from({ length: 3 }, () => ({ members: 20, shown: 'side', moreThanHalf: true })),
    )
    const { rows: kept } = await world.db.execute<{ yes: number }>(sql`
      select c.yes from decision_counts c join decision_versions v on v.id = c.version_id
      where v.decision_id = ${id}`)
    expect(kept.map(({ yes }) => yes)).toEqual([20, 20, 20])
  }, 60_000)

  it('a phone on the other process hears of the result, and of many answers once', async () => {
    const id = await opened(h)
    const listening = [device(0), device(1)].map((mine) => {
      const { promise: isReady, resolve } = withResolvers()
      return { isReady, heard: until(mine, 'decision', resolve) }
    })
    await Promise.all(listening.map(({ isReady }) => isReady))
    await Promise.all(devices.map((mine) => send(mine, id, 'yes')))
    await new Promise((resolve) => setTimeout(resolve, 700))
    await h.yusuf(contract.close, { params: { decisionId: id }, body: {} })
    for (const { heard } of listening) {
      const event = await heard
      expect(event.data).toEqual({ id })
      const answered = event.seen.filter((name) => name === 'answered').length
      expect(answered).toBeGreaterThanOrEqual(1)
      expect(answered).toBeLessThan(12)
    }
  }, 60_000)

  it('tells how many have answered, of how many, and nothing else', async () => {
    const id = await opened(h)
    const heard = until(device(1), 'answered', () => void send(device(0), id, 'no'))
    expect((await heard).data).toEqual({ id, answered: 1, of: VOICES })
  }, 30_000)

  it('a stranger hears nothing, and a page of another site neither', async () => {
    const url = `${at[0]}/api/v1/groups/${h.groupId}/live`
    expect((await fetch(url)).status).toBe(403)
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }
    const answer = await fetch(url, { headers: { cookie: device(0).cookie, ...elsewhere } })
    expect(answer.status).toBe(403)
    await answer.body?.cancel()
  })

  it('carries the headers of every answer, and ends when the service stops', async () => {
    const answer = await fetch(`${at[1]}/api/v1/groups/${h.groupId}/live`, {
      headers: { cookie: device(1).cookie },
    })
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(answer.headers.get('cache-control')).toContain('no-transform')
    const started = Date.now()
    await close()
    await answer.text()
    expect(Date.now() - started).toBeLessThan(3_000)
  })

  it('comes back by itself when the database cuts the connection, and says so', async () => {
    const again = until(device(0), 'again', async () => {
      await world.db.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity
            where application_name = 'howcanwe-live' and datname = current_database()`,
      )
    })
    expect((await again).seen[0]).toBe('here')
    const id = await opened(h)
    const heard = until(device(0), 'answered', () => void send(device(2), id, 'yes'))
    expect((await heard).data).toMatchObject({ id, answered: 1 })
  }, 30_000)
})
