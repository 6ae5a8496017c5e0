import { type Config, readConfig } from '../config.ts'
import { explain } from './start-error.ts'
import { warningsOf } from './warnings.ts'

/** Runs one part of the product as a process of its own, until SIGINT or SIGTERM. */
export async function runProcess(start: (config: Config) => Promise<{ close(): Promise<void> }>) {
  const { env } = process
  try {
    const config = readConfig(env)
    for (const warning of warningsOf(config, process.version, new Date()))
      process.stderr.write(`${warning}\n`)
    const running = await start(config)
    stopOnSignal(running.close)
  } catch (error) {
    const known = { port: Number(env.PORT || 3000), databaseUrl: env.DATABASE_URL ?? '' }
    process.stderr.write(`${explain(error, known)}\n`)
    process.exit(1)
  }
}

const STOP_WITHIN_MS = 10_000

/** Ends a process on SIGINT or SIGTERM: no new requests, the running ones finished, ten seconds at most. */
function stopOnSignal(close: () => Promise<void>): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
