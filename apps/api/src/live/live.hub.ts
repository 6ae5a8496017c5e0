import type { Deps } from '../deps.ts'
import { listen } from './live.listen.ts'
import type { LiveEvent } from './live.notify.ts'
import { type Looking, openStream } from './live.stream.ts'

/** How one kind of event is passed on; a kind without one is passed on at once, ids alone. */
export interface Saying {
  /** At most one of them for the same thing in so many milliseconds: many at once become one. */
  everyMs: number
  /** Asked once for all who look, so that hundreds need not ask one by one. Nothing a single one may not read. */
  data?: (id: string) => Promise<object>
}

export interface Hub {
  /** Opens a stream in a room; undefined where too many look already. */
  look(room: string, address: string): Looking | undefined
  /** How an event of this kind is passed on. */
  says(kind: string, saying: Saying): void
  close(): Promise<void>
}

/** A hall shares one address: three hundred phones, each once and once more while it reconnects. */
export const MOST = { address: 700, room: 1_000, process: 5_000 } as const
const BEAT_MS = 20_000
/** After that a stream ends and the browser opens another: whoever may no longer look does not get in. */
const LIFE_MS = 10 * 60_000
const SPREAD_MS = 60_000

interface Seat {
  room: string
  address: string
  looking: Looking
  over: NodeJS.Timeout
}

/** Everybody who looks through this process, and the one connection that hears what moved (knows no noun). */
export function liveHub({ config, log }: Pick<Deps, 'config' | 'log'>): Hub {
  const seats = new Set<Seat>()
  const rooms = new Map<string, Set<Seat>>()
  const addresses = new Map<string, number>()
  const sayings = new Map<string, Saying>()
  const waiting = new Map<string, NodeJS.Timeout>()
  let closed = false

  const pass = (event: LiveEvent, data: object = {}) => {
    for (const { looking } of rooms.get(event.room) ?? [])
      looking.send(event.kind, { id: event.id, ...data })
  }
  const passLater = (event: LiveEvent, { everyMs, data }: Saying) => {
    const key = `${event.room} ${event.kind} ${event.id}`
    if (waiting.has(key)) return
    const timer = setTimeout(() => {
      waiting.delete(key)
      if (!data) return pass(event)
      data(event.id).then(
        (said) => pass(event, said),
        (error: unknown) => log.error({ name: String(error) }, 'a live event could not be said'),
      )
    }, everyMs)
    waiting.set(key, timer)
  }
  const ears = listen({
    url: config.databaseUrl,
    log,
    onEvent: (event) => {
      if (!rooms.has(event.room)) return
      const saying = sayings.get(event.kind)
      if (saying) passLater(event, saying)
      else pass(event)
    },
    onAgain: () => {
      for (const { looking } of seats) looking.send('again', {})
    },
  })
  const beat = setInterval(() => {
    for (const { looking } of seats) looking.beat()
  }, BEAT_MS)
  beat.unref()

  const leave = (seat: Seat) => {
    clearTimeout(seat.over)
    seats.delete(seat)
    const room = rooms.get(seat.room)
    room?.delete(seat)
    if (room?.size === 0) rooms.delete(seat.room)
    const left = (addresses.get(seat.address) ?? 1) - 1
    if (left === 0) addresses.delete(seat.address)
    else addresses.set(seat.address, left)
  }
  const isFull = (room: string, address: string) =>
    closed ||
    seats.size >= MOST.process ||
    (rooms.get(room)?.size ?? 0) >= MOST.room ||
    (addresses.get(address) ?? 0) >= MOST.address

  return {
    look: (room, address) => {
      if (isFull(room, address)) return undefined
      const looking = openStream()
      const over = setTimeout(() => looking.end(), LIFE_MS + Math.random() * SPREAD_MS)
      over.unref()
      const seat = { room, address, looking, over }
      seats.add(seat)
      rooms.set(room, (rooms.get(room) ?? new Set()).add(seat))
      addresses.set(address, (addresses.get(address) ?? 0) + 1)
      looking.onGone(() => leave(seat))
      // Heard before it is said that it is listened to, so that nothing falls in between.
      void ears.start().then(() => looking.send('here', {}))
      return looking
    },
    says: (kind, saying) => void sayings.set(kind, saying),
    close: async () => {
      closed = true
      clearInterval(beat)
      for (const timer of waiting.values()) clearTimeout(timer)
      for (const { looking } of [...seats]) looking.end()
      await ears.close()
    },
  }
}
