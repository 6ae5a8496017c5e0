/**
 * A copy of an unfinished form on this device, for a dead signal or a flat battery. The server's draft is the
 * truth. Nothing is kept on a shared computer, and everything goes at sign-out. Call from handlers and effects only.
 */
import { onSharedComputer } from './session-cookie.ts'

const PREFIX = 'hcw:draft:'
const KEEP_MS = 30 * 86_400_000

export interface Kept<T> {
  value: T
  at: Date
}

/** Storage may be full, forbidden or absent; then there is simply no copy. */
function quietly<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(window.localStorage)
  } catch {
    return undefined
  }
}

/** Keeps `value` (JSON) under a form's key, for example 'interest:018f…'. */
export function keepDraft(key: string, value: unknown): void {
  if (onSharedComputer()) return
  quietly((storage) => storage.setItem(PREFIX + key, JSON.stringify({ value, at: Date.now() })))
}

/** What was kept within the last thirty days. The caller parses `value`: a device's copy is not to be trusted. */
export function readDraft(key: string): Kept<unknown> | null {
  const found = quietly((storage) => {
    const text = storage.getItem(PREFIX + key)
    return text === null ? null : (JSON.parse(text) as { value: unknown; at: number })
  })
  if (!found || typeof found.at !== 'number' || Date.now() - found.at > KEEP_MS) return null
  return { value: found.value, at: new Date(found.at) }
}

/** After the form was sent. */
export const dropDraft = (key: string): void => {
  quietly((storage) => storage.removeItem(PREFIX + key))
}

/** At sign-out. */
export const dropAllDrafts = (): void => {
  quietly((storage) => {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(PREFIX)) storage.removeItem(key)
    }
  })
}
