import { whenLaunchersGo } from './launchers.ts'
import type { Product } from './run.ts'
import { words } from './start.words.ts'

const STOP_SECONDS = 25
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Aborted at Ctrl-C, SIGTERM, a closed terminal, or the end of whoever started us. The handlers stay in
 * place: a second Ctrl-C must not leave the database behind.
 */
export function whenTold(): AbortSignal {
  const told = new AbortController()
  const tell = () => told.abort()
  for (const signal of SIGNALS) process.on(signal, tell)
  whenLaunchersGo(tell)
  return told.signal
}

export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true })
  })
}

/** Stops the product. Resolves to the process's exit code after 25 seconds at most. */
export async function stopWithin(product: Product, say: (line: string) => void): Promise<number> {
  say(words.stopping)
  const timeout = new Promise<'late'>((late) => {
    setTimeout(() => late('late'), STOP_SECONDS * 1000).unref()
  })
  const outcome = await Promise.race([product.close().then(() => 'stopped' as const), timeout])
  say(outcome === 'late' ? words.slowStop(STOP_SECONDS) : words.stopped)
  return outcome === 'late' ? 1 : 0
}
