import { useEffect, useState } from 'react'

/** The longest a browser's timer runs. */
const LONGEST_MS = 2 ** 31 - 1

/** Whether a moment has passed, by the clock of this device; turns by itself when it comes. */
export function useIsOver(at: Date | null): boolean {
  const [isOver, setOver] = useState(false)
  const moment = at?.getTime()
  useEffect(() => {
    const left = moment === undefined ? LONGEST_MS : moment - Date.now()
    setOver(left <= 0)
    if (left <= 0) return
    const timer = setTimeout(() => setOver(left <= LONGEST_MS), Math.min(left, LONGEST_MS))
    return () => clearTimeout(timer)
  }, [moment])
  return isOver
}
