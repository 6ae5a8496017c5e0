import { useCallback, useEffect, useRef, useState } from 'react'
import { codeOf, statusOf } from './errors.ts'

const PAUSE_MS = 1500
const RETRY_FIRST_MS = 2000
const RETRY_MAX_MS = 60_000

export type AutosaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'offline' }
  | { kind: 'not-saved' }
  | { kind: 'conflict' }

export interface Autosave<T> {
  /** Give to `<SaveStatus state={…} />`. */
  state: AutosaveState
  /** Something was typed: saved 1.5 s after the last change. */
  change: (value: T) => void
  /** Saves now what is waiting; true when nothing is left unsaved. */
  flush: () => Promise<boolean>
  /** After a conflict was settled by the person: forgets it and saves `value`. */
  settle: (value: T) => void
  /** The refusal that stopped it, for the fields it names. */
  error: unknown
}

export interface AutosaveOptions<T> {
  /** Sends one value and answers with the moment of saving. It reads and keeps the version for If-Match itself. */
  save: (value: T) => Promise<Date>
}

/** Worth trying again by itself: no connection, a busy or broken server. */
const passes = (error: unknown): boolean => {
  const status = statusOf(error)
  return codeOf(error) === 'request.offline' || status === 429 || status >= 500
}

/**
 * Saves a form while it is written, one request at a time and always the newest value; when the page is hidden or
 * left, at once; without a connection, again and again with growing pauses. 412 stops it: the person chooses.
 */
export function useAutosave<T>({ save }: AutosaveOptions<T>): Autosave<T> {
  const [state, setState] = useState<AutosaveState>({ kind: 'idle' })
  const [error, setError] = useState<unknown>(null)
  const waiting = useRef<{ value: T } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const running = useRef<Promise<boolean> | null>(null)
  const stopped = useRef(false)
  const failures = useRef(0)
  const latestSave = useRef(save)
  latestSave.current = save

  const refused = useCallback((refusal: unknown, later: () => void): false => {
    setError(refusal)
    if (statusOf(refusal) === 412) {
      stopped.current = true
      setState({ kind: 'conflict' })
    } else if (passes(refusal)) {
      setState({ kind: codeOf(refusal) === 'request.offline' ? 'offline' : 'not-saved' })
      timer.current = setTimeout(
        later,
        Math.min(RETRY_FIRST_MS * 2 ** failures.current++, RETRY_MAX_MS),
      )
    } else {
      setState({ kind: 'not-saved' })
    }
    return false
  }, [])

  const run = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    if (running.current) {
      await running.current
      return waiting.current ? run() : true
    }
    const taken = waiting.current
    if (!taken || stopped.current) return !taken
    waiting.current = null
    setState({ kind: 'saving' })
    running.current = latestSave.current(taken.value).then(
      (at) => {
        failures.current = 0
        setError(null)
        setState({ kind: 'saved', at })
        return true
      },
      (refusal: unknown) => {
        waiting.current ??= taken
        return refused(refusal, () => void run())
      },
    )
    const done = await running.current
    running.current = null
    return done
  }, [refused])

  const change = useCallback(
    (value: T) => {
      waiting.current = { value }
      if (stopped.current) return
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void run(), PAUSE_MS)
    },
    [run],
  )
  const settle = useCallback(
    (value: T) => {
      stopped.current = false
      waiting.current = { value }
      void run()
    },
    [run],
  )

  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') void run()
    }
    const now = () => void run()
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('pagehide', now)
    window.addEventListener('online', now)
    return () => {
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('pagehide', now)
      window.removeEventListener('online', now)
      now()
    }
  }, [run])

  return { state, change, flush: run, settle, error }
}
