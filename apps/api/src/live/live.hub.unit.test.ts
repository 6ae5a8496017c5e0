import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { Config } from '../config.ts'
import { type Hub, liveHub, MOST } from './live.hub.ts'
import { readEvent } from './live.notify.ts'

const quiet = () => undefined
/** Nothing listens there: who looks is counted all the same. */
const NOWHERE = { databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing' } as Config
const hubs: Hub[] = []
const aHub = () => {
  const hub = liveHub({ config: NOWHERE, log: { info: quiet, warn: quiet, error: quiet } })
  hubs.push(hub)
  return hub
}
afterEach(async () => {
  await Promise.all(hubs.splice(0).map((hub) => hub.close()))
})
const many = (hub: Hub, count: number, room: string, address: string) =>
  Array.from({ length: count }, () => hub.look(room, address))

describe('how many may look at once', () => {
  it('a hall behind one address may, twice over; a thousand from there may not', () => {
    const hub = aHub()
    expect(many(hub, MOST.address, 'hall', '192.0.2.1').every(Boolean)).toBe(true)
    expect(hub.look('hall', '192.0.2.1')).toBeUndefined()
    expect(hub.look('another', '192.0.2.1')).toBeUndefined()
    expect(hub.look('hall', '192.0.2.2')).toBeDefined()
  })

  it('one room takes a thousand, from wherever they look', () => {
    const hub = aHub()
    for (const address of ['192.0.2.1', '192.0.2.2']) many(hub, MOST.room / 2, 'hall', address)
    expect(hub.look('hall', '192.0.2.3')).toBeUndefined()
    expect(hub.look('another', '192.0.2.3')).toBeDefined()
  })

  it('whoever hangs up makes room', async () => {
    const hub = aHub()
    const [first] = many(hub, MOST.address, 'hall', '192.0.2.1')
    first?.body.destroy()
    await sleep(5)
    expect(hub.look('hall', '192.0.2.1')).toBeDefined()
  })

  it('a phone that does not read is let go', async () => {
    const looking = aHub().look('hall', '192.0.2.1')
    for (let n = 0; n < 5_000; n++) looking?.send('answered', { id: 'a'.repeat(36), answered: n })
    await sleep(5)
    expect(looking?.body.destroyed).toBe(true)
  })

  it('nobody begins to look at a process that stops', async () => {
    const hub = aHub()
    await hub.close()
    expect(hub.look('hall', '192.0.2.1')).toBeUndefined()
  })
})

it.each([undefined, '', '{', 'null', '{"room":"a"}', '{"room":1,"kind":"b","id":"c"}'])(
  'hears nothing in %s',
  (payload) => expect(readEvent(payload)).toBeUndefined(),
)
