import pg from 'pg'
import type { Deps } from '../deps.ts'
import { LIVE_CHANNEL, type LiveEvent, readEvent } from './live.notify.ts'

interface Listening {
  url: string
  log: Deps['log']
  onEvent: (event: LiveEvent) => void
  /** It was cut and is back: what happened meanwhile was not heard. */
  onAgain: () => void
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5_000
/** A connection that is dead without saying so is found out by then. */
const ASK_MS = 20_000
const ASK_WITHIN_MS = 5_000

/** The one connection of this process that hears what every process tells. Comes back by itself. */
export function listen({ url, log, onEvent, onAgain }: Listening) {
  let client: pg.Client | undefined
  let ready: Promise<void> | undefined
  let closed = false
  let wait = FIRST_WAIT_MS
  let timer: NodeJS.Timeout | undefined
  let asking: NodeJS.Timeout | undefined

  const lost = (which: pg.Client) => {
    if (client !== which) return
    client = undefined
    clearInterval(asking)
    which.removeAllListeners('notification')
    which.end().catch(() => undefined)
    if (closed) return
    log.warn({ waitMs: wait }, 'the live connection to the database was lost')
    timer = setTimeout(() => void connect().then(onAgain, () => undefined), wait)
    wait = Math.min(wait * 2, LONGEST_WAIT_MS)
  }

  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: ASK_WITHIN_MS,
      query_timeout: ASK_WITHIN_MS,
      application_name: 'howcanwe-live',
    })
    client = next
    next.on('error', () => lost(next))
    next.on('end', () => lost(next))
    next.on('notification', ({ payload }) => {
      const event = readEvent(payload)
      if (event) onEvent(event)
    })
    try {
      await next.connect()
      await next.query(`listen ${LIVE_CHANNEL}`)
    } catch (error) {
      lost(next)
      throw error
    }
    wait = FIRST_WAIT_MS
    asking = setInterval(() => next.query('select 1').catch(() => lost(next)), ASK_MS)
  }

  return {
    /** Listens from the first one who looks on. */
    start: (): Promise<void> => {
      ready ??= connect().catch(() => undefined)
      return ready
    },
    close: async (): Promise<void> => {
      closed = true
      clearTimeout(timer)
      clearInterval(asking)
      await client?.end().catch(() => undefined)
    },
  }
}
