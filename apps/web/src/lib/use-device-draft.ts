import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft } from './drafts.ts'
import { onSharedComputer } from './session-cookie.ts'

const PAUSE_MS = 600

export interface DeviceDraft {
  /** When this device last kept a copy; null while nothing was typed, and always on a shared computer. */
  keptAt: Date | null
  /** After it was sent: removes the copy and keeps no more. */
  drop: () => void
}

/**
 * Keeps a copy of an unfinished form on this device: shortly after each change, and at once when the page is hidden
 * or left. What was there before is read by the form itself, with `readDraft`.
 *
 * @param key for example 'interest:018f…:018e…'
 * @param value what is in the form now; must survive JSON
 * @param packed what to keep of it, asked at the moment of keeping; the value itself unless given
 */
export function useDeviceDraft<T>(
  key: string,
  value: T,
  packed: (value: T) => unknown = (same) => same,
): DeviceDraft {
  const text = JSON.stringify(value)
  const first = useRef(text)
  const waiting = useRef<{ value: T } | null>(null)
  const pack = useRef(packed)
  pack.current = packed
  const over = useRef(false)
  const [keptAt, setKeptAt] = useState<Date | null>(null)

  const keep = useCallback(() => {
    if (!waiting.current || over.current) return
    keepDraft(key, pack.current(waiting.current.value))
    waiting.current = null
    if (!onSharedComputer()) setKeptAt(new Date())
  }, [key])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` stands for the value
  useEffect(() => {
    if (text === first.current) return
    first.current = ''
    waiting.current = { value }
    const timer = setTimeout(keep, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, keep])

  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') keep()
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', keep)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', keep)
      keep()
    }
  }, [keep])

  const drop = useCallback(() => {
    over.current = true
    dropDraft(key)
  }, [key])
  return { keptAt, drop }
}
