import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from './config.ts'
import { openDatabase } from './db/database.ts'
import { sendNext, transport } from './modules/notifications/index.ts'

const IDLE_MS = 1_000
const STATEMENT_MS = 60_000

/** Sends what lies in the outbox, and sleeps a second when nothing is due. */
export async function startWorker(config: Config): Promise<{ close(): Promise<void> }> {
  const database = openDatabase({ url: config.databaseUrl, max: 2, statementTimeout: STATEMENT_MS })
  const send = transport(config)
  const stop = new AbortController()
  const loop = (async () => {
    while (!stop.signal.aborted) {
      const busy = await sendNext(database.db, send).catch(() => false)
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
