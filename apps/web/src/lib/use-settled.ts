import { useEffect, useState } from 'react'

/**
 * What was typed, once the person stops typing.
 *
 * @param pauseMs how long they have to
 */
export function useSettled(value: string, pauseMs: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value, pauseMs])
  return settled
}
