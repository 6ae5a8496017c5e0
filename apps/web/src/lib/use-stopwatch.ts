import { useEffect, useRef } from 'react'

export interface Stopwatch {
  /** Seconds somebody has had this page in sight so far. */
  read: () => number
  /** Counts on from what an earlier visit took. */
  addBefore: (seconds: number) => void
}

/** How long somebody has a form in sight, for public medians (M4, J-03). Asked in handlers and effects only. */
export function useStopwatch(): Stopwatch {
  const sum = useRef(0)
  const since = useRef<number | null>(null)
  useEffect(() => {
    const look = () => {
      if (since.current !== null) sum.current += Date.now() - since.current
      since.current = document.visibilityState === 'hidden' ? null : Date.now()
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return {
    read: () =>
      Math.round((sum.current + (since.current === null ? 0 : Date.now() - since.current)) / 1000),
    addBefore: (seconds) => {
      sum.current += seconds * 1000
    },
  }
}
