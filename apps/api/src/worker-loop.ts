import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from './config.ts'
import { openDatabase } from './db/database.ts'
import { closeDue } from './modules/challenges/index.ts'
import { sendNext, transport } from './modules/notifications/index.ts'

const IDLE_MS = 1_000
const STATEMENT_MS = 60_000

/** Sends letters, closes what is due, and sleeps a second when there is nothing to do. */
export async function startWorker(config: Config): Promise<{ close(): Promise<void> }> {
  const database = openDatabase({ url: config.databaseUrl, max: 2, statementTimeout: STATEMENT_MS })
  const send = transport(config)
  const stop = new AbortController()
  const loop = (async () => {
    while (!stop.signal.aborted) {
      const steps = [sendNext(database.db, send), closeDue(database.db)]
      const done = await Promise.allSettled(steps)
      const busy = done.some((step) => step.status === 'fulfilled' && step.value)
      if (!busy) await sleep(IDLE_MS, undefined, { signal: stop.signal }).catch(() => undefined)
    }
  })()
  return {
    close: async () => {
      stop.abort()
      await loop
      await database.close()
    },
  }
}
